"""What is on the disk: digests that tell whether it has changed, files written whole, and what is kept there.

What is kept is kept by keys, in a folder of one user that no student's code sees; the oldest makes room.
"""

import hashlib
import json
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from stat import S_IMODE
from typing import Any, TypeVar

# Of 4 KiB, in the memory of each process.
PAGES = 256
MOST_BYTES = 2**28
# What several people share is their group's alone; what is made in such a folder is of the folder's group.
SHARED_FOLDER, SHARED_FILE, OTHERS = 0o2770, 0o660, 0o007
T = TypeVar("T")


def is_shared(folder: Path) -> bool:
    """Whether all that is in this folder is to be its group's, and nobody else's."""
    return folder.is_dir() and S_IMODE(folder.stat().st_mode) == SHARED_FOLDER


@contextmanager
def together(folder: Path) -> Iterator[None]:
    """While this is entered, what this process makes is its group's too, if this folder is shared."""
    if not is_shared(folder):
        yield
        return
    before = os.umask(OTHERS)
    try:
        yield
    finally:
        os.umask(before)


def digest(*parts: str) -> str:
    """A short digest of these texts, each told apart from its neighbours."""
    return hashlib.blake2b(json.dumps(parts).encode(), digest_size=16).hexdigest()


def digest_of_file(path: Path) -> str:
    """The digest of what a file holds; nothing for one that is not there."""
    return hashlib.blake2b(path.read_bytes(), digest_size=16).hexdigest() if path.is_file() else ""


def digest_of_folder(folder: Path) -> str:
    """The digest of the names and contents of the files in a folder, but for what Python compiles beside them."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc")
    return digest(*_named(files, folder))


def _named(files: Iterable[Path], folder: Path) -> Iterator[str]:
    for path in files:
        yield path.relative_to(folder).as_posix()
        yield digest_of_file(path)


def write_whole(path: Path, content: bytes, mode: int = 0o644) -> None:
    """Puts this content in the place of the file, whole and safe on the disk; on an error nothing is changed.

    In a shared folder it is the group's, whatever `mode` says. Raises OSError where it cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, part = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(part, SHARED_FILE if is_shared(path.parent) else mode)
        os.replace(part, path)
    except BaseException:
        os.unlink(part)
        raise


def own_folder(folder: Path) -> None:
    """Makes a folder of this user alone, if it is not there; in a shared one, of its group."""
    folder.mkdir(mode=0o770 if is_shared(folder.parent) else 0o700, parents=True, exist_ok=True)


def replace_folder(made: Path, final: Path, aside: Path) -> None:
    """Puts a folder in the place of another, which is moved `aside`, on the same disk, and then removed."""
    final.parent.mkdir(parents=True, exist_ok=True)
    if final.exists():
        final.rename(aside)
    made.rename(final)
    shutil.rmtree(aside, ignore_errors=True)


@cache
def faults() -> tuple[type[Exception], ...]:
    """What is raised where nothing can be kept: a disk that is full, or read-only, costs time and nothing else."""
    # Not in every install.
    from diskcache import Timeout

    return OSError, sqlite3.Error, Timeout


def kept_in(folder: Path, most_bytes: int) -> Any:
    """What a folder of this user alone keeps, by keys; the oldest makes room. May raise any of faults()."""
    from diskcache import Cache
    from diskcache.core import DBNAME

    own_folder(folder)
    if is_shared(folder):
        # SQLite lets nobody but the owner write to a file that it makes; what it makes beside one is as that is.
        (folder / DBNAME).touch(SHARED_FILE)
    # Neither mapped into memory nor kept there page after page, so that this does not grow with the class.
    return Cache(str(folder), size_limit=most_bytes, sqlite_mmap_size=0, sqlite_cache_size=PAGES)


def once(key: str, make: Callable[[], T], write: Callable[[T], bytes], read: Callable[[bytes], T]) -> T:
    """What `make` gives, worked out once on a machine, from one command to the next.

    `read` gets it back from what `write` made of it; either raises ValueError or TypeError where it cannot.
    """
    with suppress(*faults(), ValueError):
        if (data := user_cache().get(key)) is not None:
            return read(data)
    made = make()
    with suppress(*faults(), ValueError, TypeError):
        user_cache()[key] = write(made)
    return made


@cache
def user_cache() -> Any:
    """What this user's cache folder keeps from one command to the next."""
    return kept_in(cache_folder() / "once", MOST_BYTES)


def cache_folder() -> Path:
    """Where this user's programs keep what they can make again."""
    # Not in every install.
    from platformdirs import user_cache_path

    return user_cache_path("degrau")
