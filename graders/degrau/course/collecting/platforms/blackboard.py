"""Blackboard's "Assignment File Download": ASSIGNMENT_USER_attempt_DATE_FILE in one folder, a .txt for each attempt.

The .txt has the person's name in its first line, before the user's name in brackets.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from ...roster import Sender
from .entries import Entry, Left, Piece, Platform, Reading, read_by_names

NAME = re.compile(
    r"(?P<assignment>[^/]+?)_(?P<user>[^/_]+)_attempt_(?P<time>\d{4}(?:-\d\d){5})(?:_(?P<file>[^/]+)|(?P<text>\.txt))"
)
ABOUT = re.compile(r"[^:\n]*:(?P<name>[^\n]+)\((?P<user>[^()\n]+)\)\s*")
MOST_ABOUT = 4096


def parse(entry: Entry) -> Piece | Left | None:
    """The piece that an entry of this name is; the platform's own text is one without a name."""
    found = NAME.fullmatch(entry.name)
    if not found:
        return None
    try:
        # As the platform's clock has it, which is taken to be that of the course.
        time = datetime.strptime(found["time"], "%Y-%m-%d-%H-%M-%S").astimezone()
    except ValueError:
        return None
    sender = Sender(key=found["user"], login=found["user"])
    return Piece(sender, found["file"] or "", entry, time, attempt=found["time"])


def _read(entries: Sequence[Entry]) -> Reading | None:
    reading = read_by_names(entries, parse)
    if reading is None:
        return None
    names = dict(filter(None, (_about(piece.entry) for piece in reading.pieces if not piece.name)))
    pieces = (
        replace(piece, sender=replace(piece.sender, name=names.get(piece.sender.key, "")))
        for piece in reading.pieces
        if piece.name
    )
    return Reading(tuple(pieces), reading.left)


def _about(entry: Entry) -> tuple[str, str] | None:
    """The user and the name that the platform's text on an attempt begins with."""
    with entry.open() as file:
        first = file.read(MOST_ABOUT).decode("utf-8-sig", "replace").partition("\n")[0]
    found = ABOUT.fullmatch(first)
    return (found["user"], found["name"].strip()) if found else None


PLATFORM = Platform("blackboard", _read)
