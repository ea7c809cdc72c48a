"""The gettext catalogue: the Portuguese of all that the program says, kept in step with the sources by Babel.

English messages are marked with `_` in the sources. The catalogue is edited by hand; its compiled form is committed, so
that a clone works at once.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from string import Formatter

from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po, write_po

from ..text import DOMAIN, LOCALE

SOURCES = LOCALE.parent
PORTUGUESE = LOCALE / "pt" / "LC_MESSAGES" / f"{DOMAIN}.po"
COMPILED = PORTUGUESE.with_suffix(".mo")
CREATED = datetime(2026, 11, 21, tzinfo=UTC)
HEADER = "# The Portuguese of what degrau says. `degrau texts` keeps it in step with the sources."


def update() -> None:
    """Brings the catalogue up to date: new messages wait for their Portuguese, old ones go."""
    said, kept = _said(), _kept()
    merged = Catalog("pt", DOMAIN, HEADER, "degrau", "1", "-", "-", "pt", "utf-8", CREATED, CREATED, fuzzy=False)
    for message in said:
        if message.id:
            known = kept.get(message.id)
            merged.add(message.id, known.string if known else "", [(file, None) for file in _files(message)])
    with PORTUGUESE.open("wb") as file:
        write_po(file, merged, width=120, omit_header=False, sort_by_file=True, include_lineno=False)
    with COMPILED.open("wb") as file:
        write_mo(file, merged)


def shortcomings() -> Iterator[str]:
    """What keeps the catalogue from being complete, one a line; nothing if it is."""
    said, kept, compiled = _said(), _kept(), _compiled()
    for message in said:
        known = kept.get(message.id) if message.id else None
        if not message.id:
            continue
        if known is None:
            yield f"not in the catalogue: {message.id!r}"
        elif not known.string:
            yield f"without Portuguese: {message.id!r}"
        elif _names(message.id) != _names(known.string):
            yield f"other {{names}} in Portuguese: {message.id!r}"
        elif compiled.get(message.id) is None or compiled.get(message.id).string != known.string:
            yield f"not compiled: {message.id!r}"
    yield from (f"no longer said: {m.id!r}" for m in kept if m.id and said.get(m.id) is None)


def _said() -> Catalog:
    """Every message that the sources mark."""
    catalog = Catalog()
    found = extract_from_dir(SOURCES, method_map=[("**.py", "python")], keywords={"_": None})
    for file, line, message, comments, context in found:
        catalog.add(message, None, [(file, line)], auto_comments=comments, context=context)
    return catalog


def _kept() -> Catalog:
    with PORTUGUESE.open("rb") as file:
        return read_po(file, "pt", DOMAIN)


def _compiled() -> Catalog:
    with COMPILED.open("rb") as file:
        return read_mo(file)


def _files(message: object) -> list[str]:
    return sorted({file for file, _line in getattr(message, "locations", ())})


def _names(text: str) -> set[tuple[str, str]]:
    """The `{names}` to be filled in, with the way in which each is written."""
    return {(name, spec or "") for _literal, name, spec, _conversion in Formatter().parse(text) if name is not None}
