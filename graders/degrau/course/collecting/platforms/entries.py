"""What every platform's archive comes to: files, who sent each, when, and what was left out."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import BinaryIO

from ...roster import Sender


@dataclass(frozen=True)
class Entry:
    """A file of an archive or a folder: its name there, with `/` between folders, its size in bytes, and its time."""

    name: str
    size: int
    time: datetime | None
    open: Callable[[], BinaryIO] = field(repr=False, compare=False)


@dataclass(frozen=True)
class Piece:
    """One file of what somebody handed in: its name in their own folder, and the entry that has it.

    `time` is when it was handed in, and `late` whether that was too late, where the platform itself says so. `attempt`
    sorts several of one person's.
    """

    sender: Sender
    name: str
    entry: Entry
    time: datetime | None = None
    late: bool | None = None
    attempt: str = ""


@dataclass(frozen=True)
class Left:
    """What is not taken, by its name in the archive, and why, in words; `lost`: somebody's work is missing for it."""

    name: str
    why: str
    lost: bool = False


@dataclass(frozen=True)
class Reading:
    """What a platform's archive holds."""

    pieces: tuple[Piece, ...]
    left: tuple[Left, ...] = ()


@dataclass(frozen=True)
class Platform:
    """A platform by its name; `read` gives nothing of what has not its shape.

    `by_assignment`: its keys belong to one assignment, and another one has others for the same people. `free`: files
    and folders are called as somebody called them, and may be of several assignments.
    """

    name: str
    read: Callable[[Sequence[Entry]], Reading | None]
    by_assignment: bool = False
    free: bool = False


TYPED = "it was typed into the platform, and is no notebook"
UNKNOWN = "its name is not as the others'"


def read_by_names(entries: Sequence[Entry], parse: Callable[[Entry], Piece | Left | None]) -> Reading | None:
    """What these entries are if `parse` knows the names of more than half of them; nothing if it does not.

    Folders around all of them, which a program that packed them again has made, are passed over.
    """
    found = [parse(entry) for entry in entries]
    pieces = tuple(piece for piece in found if isinstance(piece, Piece))
    if not pieces or 2 * sum(item is not None for item in found) <= len(found):
        inner = _without_outer_folder(entries)
        return read_by_names(inner, parse) if inner else None
    left = [item for item in found if isinstance(item, Left)]
    strangers = [Left(entry.name, UNKNOWN) for entry, item in zip(entries, found, strict=True) if item is None]
    return Reading(pieces, (*left, *strangers))


def _without_outer_folder(entries: Sequence[Entry]) -> list[Entry]:
    """The entries of the one folder that has all of them; none where there is no such folder."""
    outer = {entry.name.partition("/")[0] for entry in entries}
    if len(outer) != 1 or not all("/" in entry.name for entry in entries):
        return []
    return [Entry(entry.name.partition("/")[2], entry.size, entry.time, entry.open) for entry in entries]


def newest(pieces: Iterable[Piece]) -> tuple[list[Piece], list[Piece]]:
    """Of one person's pieces those of the last attempt, and the others."""
    found = list(pieces)
    last = max((piece.attempt for piece in found), default="")
    return [p for p in found if p.attempt == last], [p for p in found if p.attempt != last]
