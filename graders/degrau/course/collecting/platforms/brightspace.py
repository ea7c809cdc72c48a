"""Brightspace's submissions: a folder `ID-ID - NAME - DATE` for each attempt, or flat with ` - FILE`; an index."""

import re
from collections.abc import Sequence
from datetime import datetime

from dateutil import parser

from ...roster import Sender
from .entries import Entry, Left, Piece, Platform, Reading, read_by_names

# Once a year and a clock are found in it, they are not looked for elsewhere: the name of a file may be long.
NAME = re.compile(
    r"(?P<user>\d+)-(?P<folder>\d+) ?- (?P<name>[^/]+?) ?- (?P<time>(?>[^/]*?\d{4}[^/]*?\d{3,4})[^/]*?)"
    r"(?:/(?P<inside>.+)| - (?P<flat>[^/]+))"
)
# "1014 PM" for 10:14 in the evening.
CLOCK = re.compile(r"(?<!\d)(\d{1,2})(\d\d)(?=\s*[AP]M\b|$)", re.I)
INDEX = "the platform's own list of files"


def parse(entry: Entry) -> Piece | Left | None:
    """The piece that an entry of this name is."""
    if entry.name == "index.html":
        return Left(entry.name, INDEX)
    found = NAME.fullmatch(entry.name)
    if not found:
        return None
    time = _time(found["time"])
    # An attempt whose date is in another language is the newest by the name of its folder.
    attempt = time.astimezone().isoformat() if time else found["time"]
    return Piece(Sender(found["name"], found["user"]), found["inside"] or found["flat"], entry, time, attempt=attempt)


def _time(text: str) -> datetime | None:
    try:
        found: datetime = parser.parse(CLOCK.sub(r"\1:\2", text.strip()))
        return found.astimezone()
    except (ValueError, OverflowError):
        return None


def _read(entries: Sequence[Entry]) -> Reading | None:
    return read_by_names(entries, parse)


PLATFORM = Platform("brightspace", _read)
