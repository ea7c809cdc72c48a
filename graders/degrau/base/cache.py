"""What is kept on the disk of one user: by keys, in a folder that no student's code sees, the oldest makes room."""

import sqlite3
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import diskcache
from platformdirs import user_cache_path

# Of 4 KiB, in the memory of each process.
PAGES = 256
# A disk that is full, or may only be read, costs time and nothing else.
FAULTS = (OSError, sqlite3.Error, diskcache.Timeout)
MOST_BYTES = 2**28
T = TypeVar("T")


def kept_in(folder: Path, most_bytes: int) -> Any:
    """What a folder of this user alone keeps, by keys; the oldest makes room. Raises one of FAULTS where it cannot."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    # Neither mapped into memory nor kept there page after page, so that this does not grow with the class.
    return diskcache.Cache(str(folder), size_limit=most_bytes, sqlite_mmap_size=0, sqlite_cache_size=PAGES)


def once(key: str, make: Callable[[], T], write: Callable[[T], bytes], read: Callable[[bytes], T]) -> T:
    """What `make` gives, worked out once on a machine, from one command to the next.

    `read` gets it back from what `write` made of it; either raises ValueError or TypeError where it cannot.
    """
    with suppress(*FAULTS, ValueError):
        if (data := user_cache().get(key)) is not None:
            return read(data)
    made = make()
    with suppress(*FAULTS, ValueError, TypeError):
        user_cache()[key] = write(made)
    return made


@cache
def user_cache() -> Any:
    """What this user's cache folder keeps from one command to the next."""
    return kept_in(user_cache_path("degrau") / "once", MOST_BYTES)
