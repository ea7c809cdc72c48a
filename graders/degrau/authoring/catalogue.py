"""The gettext catalogue: the Portuguese of all that the program says, kept in step with the sources by Babel.

English messages are marked with `_` in the sources. The catalogue is edited by hand; its compiled form is committed, so
that a clone works at once.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from string import Formatter

from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po, write_po

from ..base.text import DOMAIN, LOCALE

SOURCES = LOCALE.parents[1]
PORTUGUESE = LOCALE / "pt" / "LC_MESSAGES" / f"{DOMAIN}.po"
COMPILED = PORTUGUESE.with_suffix(".mo")
CREATED = datetime(2026, 11, 21, tzinfo=UTC)
HEADER = "# The Portuguese of what degrau says. `degrau texts` keeps it in step with the sources."


def update() -> None:
    """Brings the catalogue up to date: new messages wait for their Portuguese, old ones go."""
    kept = _kept()
    merged = Catalog("pt", DOMAIN, HEADER, project="degrau", version="1", creation_date=CREATED, fuzzy=False)
    for message, files in sorted(_said().items(), key=lambda said: (said[1], said[0])):
        merged.add(message, kept.get(message, ""), [(file, 1) for file in files])
    with PORTUGUESE.open("wb") as file:
        write_po(file, merged, width=120, include_lineno=False)
    with COMPILED.open("wb") as file:
        write_mo(file, merged)


def shortcomings() -> Iterator[str]:
    """What keeps the catalogue from being complete, one a line; nothing if it is."""
    said, kept, compiled = _said(), _kept(), _compiled()
    for message in said:
        if message not in kept:
            yield f"not in the catalogue: {message!r}"
        elif not kept[message]:
            yield f"without Portuguese: {message!r}"
        elif _names(message) != _names(kept[message]):
            yield f"other {{names}} in Portuguese: {message!r}"
        elif compiled.get(message) != kept[message]:
            yield f"not compiled: {message!r}"
    yield from (f"no longer said: {message!r}" for message in kept if message not in said)


@cache
def _said() -> dict[str, list[str]]:
    """Every message that the sources mark, and the files that say it; they are gone through once, which takes 0.7 s."""
    files: dict[str, set[str]] = {}
    for file, _line, message, *_rest in extract_from_dir(SOURCES, [("**.py", "python")], keywords={"_": None}):
        files.setdefault(str(message), set()).add(file)
    return {message: sorted(found) for message, found in files.items()}


def _kept() -> dict[str, str]:
    with PORTUGUESE.open("rb") as file:
        return _messages(read_po(file, "pt", DOMAIN))


def _compiled() -> dict[str, str]:
    with COMPILED.open("rb") as file:
        return _messages(read_mo(file))


def _messages(catalog: Catalog) -> dict[str, str]:
    """The Portuguese of every message; nothing for one that a person should look at again."""
    return {str(m.id): "" if m.fuzzy else str(m.string) for m in catalog if m.id}


def _names(text: str) -> set[tuple[str, str]]:
    """The `{names}` to be filled in, with the way in which each is written."""
    return {(name, spec or "") for _literal, name, spec, _conversion in Formatter().parse(text) if name is not None}
