"""Sakai's "Download All": ASSIGNMENT/NAME(USER)/Submission attachment(s)/FILE, with a timestamp.txt in each folder."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from dateutil import parser

from ...roster import Sender
from .entries import TYPED, Entry, Left, Piece, Platform, Reading, read_by_names

NAME = re.compile(r"(?P<name>[^/]*?)\s*\((?P<user>[^/()]+)\)/(?:(?P<place>[^/]+)/)?(?P<file>.+)")
# Without one of these, a folder called `ana (2)` would be taken for one of Sakai's.
SIGN = re.compile(r"(?:^|/)(?:grades\.(?:csv|xlsx?)|timestamp\.txt|[^/]*\(s\)/)", re.I)
OWN_PLACES = re.compile(r"feedback|retroalimenta|coment", re.I)
OWN_FILES = re.compile(r"(?:grades\.(?:csv|xlsx?)|comments\.txt|.*feedbackText\.html|.*submissionText\.html)", re.I)
TIMESTAMP = "timestamp.txt"
MOST_TIME = 256
# Its years, months, days, hours, minutes, seconds, and thousandths, without anything between them.
DIGITS = re.compile(r"(\d{14})(?:\d{3})?")
OWN = "it is the platform's own, to be filled in"


def parse(entry: Entry) -> Piece | Left | None:
    """The piece that an entry of this name is; the platform's own note of the time is one without a name."""
    if OWN_FILES.fullmatch(entry.name.rpartition("/")[2]):
        return Left(entry.name, TYPED if "submission" in entry.name.rpartition("/")[2].lower() else OWN)
    found = NAME.fullmatch(entry.name)
    if not found:
        return None
    sender = Sender(found["name"], found["user"], login=found["user"])
    if not found["place"]:
        return Piece(sender, "" if found["file"] == TIMESTAMP else found["file"], entry)
    if OWN_PLACES.search(found["place"]):
        return Left(entry.name, OWN)
    return Piece(sender, found["file"], entry)


def _read(entries: Sequence[Entry]) -> Reading | None:
    reading = read_by_names(entries, parse) if any(SIGN.search(entry.name) for entry in entries) else None
    if reading is None:
        return None
    times = {piece.sender: _time(piece.entry) for piece in reading.pieces if not piece.name}
    pieces = (replace(piece, time=times.get(piece.sender)) for piece in reading.pieces if piece.name)
    return Reading(tuple(pieces), reading.left)


def _time(entry: Entry) -> datetime | None:
    with entry.open() as file:
        text = file.read(MOST_TIME).decode("utf-8-sig", "replace").strip()
    digits = DIGITS.fullmatch(text)
    try:
        found = datetime.strptime(digits[1], "%Y%m%d%H%M%S") if digits else parser.parse(text)
        return found.astimezone(found.tzinfo or UTC)
    except (ValueError, OverflowError):
        return None


PLATFORM = Platform("sakai", _read)
