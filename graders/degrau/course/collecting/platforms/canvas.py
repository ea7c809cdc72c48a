"""Canvas' "Download submissions": NAME[_LATE]_USER_ATTACHMENT_FILE in one folder, the name without spaces and commas.

Where marking is anonymous it is [LATE_]anon_ID_ATTACHMENT_FILE. A group's work goes by one of its members. `-2` in the
name of a file is Canvas' own, which tells it from what was handed in before.
"""

import re
from collections.abc import Sequence

from ...roster import Sender
from .entries import TYPED, Entry, Left, Piece, Platform, Reading, read_by_names

ANONYMOUS = re.compile(r"(?P<late>LATE_)?anon_(?P<user>[^\W_]+)_(?P<attachment>\d+)_(?P<file>[^/]+)")
NAMED = re.compile(r"(?P<name>[^/]+?)(?P<late>_LATE)?_(?P<user>\d+)_(?P<attachment>\d+)_(?P<file>[^/]+)")
NO_FILE = re.compile(r"(?:LATE_)?[^/]+?_[^\W_]+_(?:text|link)\.html")


def parse(entry: Entry) -> Piece | Left | None:
    """The piece that an entry of this name is."""
    if NO_FILE.fullmatch(entry.name):
        return Left(entry.name, TYPED)
    found = ANONYMOUS.fullmatch(entry.name) or NAMED.fullmatch(entry.name)
    if not found:
        return None
    sender = Sender(found.groupdict().get("name") or "", found["user"])
    return Piece(sender, found["file"], entry, late=bool(found["late"]))


def _read(entries: Sequence[Entry]) -> Reading | None:
    return read_by_names(entries, parse)


PLATFORM = Platform("canvas", _read)
