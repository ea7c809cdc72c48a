"""A folder without any platform's names: a file for each student, or a folder for each, called as they are."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import PurePosixPath

from ...roster import Sender
from .entries import UNKNOWN, Entry, Left, Piece, Platform, Reading

NOTEBOOKS = (".ipynb", ".zip", ".json")
# What systems and browsers add to the name of a second copy.
COPY = re.compile(r"\s*\((\d+)\)$|\s+-\s+(?:copy|cópia|copia)$", re.I)


def _read(entries: Sequence[Entry]) -> Reading | None:
    deep = [entry for entry in entries if "/" in entry.name]
    flat = [entry for entry in entries if "/" not in entry.name]
    notebooks = [entry for entry in flat if PurePosixPath(entry.name).suffix.lower() in NOTEBOOKS]
    pieces = [_own_file(entry) for entry in notebooks]
    pieces += [Piece(Sender(login=entry.name.partition("/")[0]), entry.name.partition("/")[2], entry) for entry in deep]
    if not any(PurePosixPath(piece.name).suffix.lower() in NOTEBOOKS for piece in pieces):
        return None
    return Reading(tuple(pieces), tuple(Left(entry.name, UNKNOWN) for entry in flat if entry not in notebooks))


def _own_file(entry: Entry) -> Piece:
    stem = PurePosixPath(entry.name).stem
    copy = COPY.search(stem)
    time = entry.time or datetime.fromtimestamp(0, UTC)
    attempt = f"{time.astimezone(UTC).isoformat(timespec='seconds')} {int(copy[1] or 1) if copy else 0:09}"
    return Piece(Sender(login=COPY.sub("", stem)), entry.name, entry, attempt=attempt)


PLATFORM = Platform("folder", _read, free=True)
