"""Moodle's "Download all submissions": NAME_ID_assignsubmission_file, as a folder (an underscore may follow) or flat.

The id is that of a participant in this one assignment. A group has its own; who is in none hands in as a "Default
group" without an id, in the words of Moodle's language. Where marking is anonymous, everybody is called "Participant".
"""

import re
from collections.abc import Sequence

from ...roster import Sender
from .entries import TYPED, Entry, Left, Piece, Platform, Reading, read_by_names

NAME = re.compile(
    r"(?P<name>[^/]*?)(?:_(?P<id>\d+))?_assignsubmission_(?P<kind>[a-z0-9]+)(?:_?/(?P<inside>.+)|_(?P<flat>[^/].*))"
)
# What Moodle calls somebody who has no name, in its languages.
NOBODY = re.compile(r"(?:participante?|partecipante|teilnehmer/?(?:in)?|deelnemer|deltagare|deltager|uczestnik)", re.I)


def parse(entry: Entry) -> Piece | Left | None:
    """The piece that an entry of this name is."""
    found = NAME.fullmatch(entry.name)
    if not found:
        return None
    if found["kind"] != "file":
        return Left(entry.name, TYPED)
    name = "" if NOBODY.fullmatch(found["name"]) and found["id"] else found["name"]
    return Piece(Sender(name, found["id"] or ""), found["inside"] or found["flat"], entry)


def _read(entries: Sequence[Entry]) -> Reading | None:
    return read_by_names(entries, parse)


PLATFORM = Platform("moodle", _read, by_assignment=True)
