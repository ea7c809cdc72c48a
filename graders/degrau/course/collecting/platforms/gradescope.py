"""Gradescope's export: a folder submission_ID for each, and submission_metadata.yml, which says whose and when."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from ...roster import Sender
from .entries import UNKNOWN, Entry, Left, Piece, Platform, Reading

METADATA = "submission_metadata.yml"
MOST_BYTES = 2**28
OWN = "the platform's own list of submissions"


def _read(entries: Sequence[Entry]) -> Reading | None:
    listed = next((entry for entry in entries if entry.name.rpartition("/")[2] == METADATA), None)
    if listed is None or listed.size > MOST_BYTES:
        return None
    about = _metadata(listed)
    if about is None:
        return None
    outer = listed.name.removesuffix(METADATA)
    pieces, left = [], []
    for entry in entries:
        folder, _, name = entry.name.removeprefix(outer).partition("/")
        said = about.get(folder)
        if entry is listed:
            left.append(Left(entry.name, OWN))
        elif not isinstance(said, Mapping) or not name:
            left.append(Left(entry.name, UNKNOWN))
        else:
            pieces += [Piece(sender, name, entry, _time(said.get(":created_at"))) for sender in _senders(said)]
    return Reading(tuple(pieces), tuple(left)) if pieces else None


def _metadata(entry: Entry) -> Mapping[str, Any] | None:
    """What the list says, by the names of the folders; objects of Ruby's are read as the plain data in them."""
    import yaml

    class Plain(yaml.SafeLoader):  # type: ignore[misc]
        pass

    def plain(loader: Any, suffix: str, node: Any) -> Any:
        kinds = {"mapping": loader.construct_mapping, "sequence": loader.construct_sequence}
        return kinds.get(node.id, loader.construct_scalar)(node)

    Plain.add_multi_constructor("!", plain)
    try:
        with entry.open() as file:
            said = yaml.load(file.read(), Loader=Plain)
    except (yaml.YAMLError, UnicodeDecodeError, ValueError, RecursionError):
        return None
    return {str(key): value for key, value in said.items()} if isinstance(said, Mapping) else None


def _senders(said: Mapping[str, Any]) -> Iterator[Sender]:
    """Everybody who handed this in together."""
    for submitter in said.get(":submitters") or ():
        if isinstance(submitter, Mapping):
            name, sid, email = (str(submitter.get(key) or "") for key in (":name", ":sid", ":email"))
            yield Sender(name, sid or email, sid, email)


def _time(said: object) -> datetime | None:
    if not isinstance(said, datetime):
        return None
    return said if said.tzinfo else said.replace(tzinfo=UTC)


PLATFORM = Platform("gradescope", _read)
