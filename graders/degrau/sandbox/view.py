"""What a box sees of this machine's files: the system's libraries and the interpreter, never degrau or a course pack.

A view is a list of steps, parents before what lies in them: bind a path read-only, repeat a symbolic link, or put an
empty folder over one that must not be seen.
"""

import os
import sys
from collections.abc import Iterable, Iterator, Set
from functools import lru_cache
from pathlib import Path
from typing import Literal

from ..base import packs

# Not /usr as a whole: nbgrader's exchange, with everyone's submissions, is /usr/local/share/nbgrader.
SYSTEM = (
    "/lib",
    "/lib64",
    "/usr/lib",
    "/usr/lib64",
    "/usr/local/lib",
    "/usr/share/fontconfig",
    "/usr/share/fonts",
    "/usr/share/zoneinfo",
    "/etc/fonts",
    "/etc/ld.so.cache",
    "/etc/localtime",
)
OF_AN_INTERPRETER = ("bin", "lib", "lib64", "pyvenv.cfg")
# The parts of degrau that a box is made of.
PARTS = tuple(str(packs.ENGINE / part) for part in ("plain", "sandbox/inside", "sandbox/tiers"))

Kind = Literal["bind", "link", "mask"]
Step = tuple[str, Kind]


def view() -> list[Step]:
    """The view of this machine."""
    prefixes = {sys.prefix, sys.base_prefix, str(Path(sys.executable).resolve().parents[1])}
    wanted = [*SYSTEM, *(os.path.join(prefix, part) for prefix in sorted(prefixes) for part in OF_AN_INTERPRETER)]
    return _steps_once((*wanted, *PARTS), tuple(secret()))


@lru_cache
def _steps_once(wanted: tuple[str, ...], hidden: tuple[str, ...]) -> list[Step]:
    """Worked out for the first box alone: a machine's libraries stay where they are while a class is graded."""
    return steps(wanted, hidden)


def steps(wanted: Iterable[str], hidden: Iterable[str]) -> list[Step]:
    """The steps that show the wanted paths, as far as they exist, and none of the hidden folders below them."""
    shown = dict.fromkeys(path for path in wanted if os.path.exists(path))
    links = [path for path in shown if os.path.islink(path) and any(_below(path, other) for other in shown)]
    binds = [path for path in shown if path not in links]
    masks = {mask for path in binds for folder in hidden for mask in _masks(path, folder)} - set(binds)
    # In an empty folder there is no place to put another one.
    masks -= {mask for mask in masks if _nearest(mask, {*masks, *binds}) in masks}
    kinds: tuple[tuple[Iterable[str], Kind], ...] = ((masks, "mask"), (binds, "bind"), (links, "link"))
    return sorted((path, kind) for paths, kind in kinds for path in paths)


def secret() -> list[str]:
    """The folders that no box may see, wherever they lie: degrau, course packs, the home directory."""
    known = [str(folder) for place in packs.found() for folder in (place.graders, place.root) if folder]
    more = [os.environ.get("DEGRAU_PACK", ""), str(clone()) if clone() else ""]
    return [str(packs.ENGINE), str(Path.home()), *known, *filter(None, more)]


def clone() -> Path | None:
    """The clone that this package lies in, if it lies in one."""
    root = packs.ENGINE.parents[1]
    return root if (root / "solutions").is_dir() else None


def _nearest(path: str, others: Set[str]) -> str:
    """The innermost of these folders in which this one lies; nothing where it lies in none."""
    return next((str(folder) for folder in Path(path).parents if str(folder) in others), "")


def _below(path: str, other: str) -> bool:
    """Whether a link leads to something below another path, which is no link to the same."""
    return not os.path.islink(other) and Path(os.path.realpath(path)).is_relative_to(os.path.realpath(other))


def _masks(path: str, folder: str) -> Iterator[str]:
    """The folder as it is seen below this path, if it lies there."""
    inner = Path(os.path.realpath(folder))
    if os.path.isdir(inner) and inner.is_relative_to(root := os.path.realpath(path)) and str(inner) != root:
        yield os.path.join(path, str(inner.relative_to(root)))
