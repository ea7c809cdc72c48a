"""The gettext catalogues: what the program says in other languages, kept in step with the sources by Babel.

English messages are marked with `_` in the sources. A catalogue is edited by hand; its compiled form is committed, so
that a clone works at once. The engine's messages are in catalogues of its own, and a pack's in the pack's; where the
engine has none in a language, a pack's has the engine's messages too.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from string import Formatter

from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po, write_po

from ..base import packs
from ..base.text import DOMAIN, ENGLISH, LOCALE, Language

CREATED = datetime(2026, 11, 21, tzinfo=UTC)


@dataclass(frozen=True)
class Catalogue:
    """What is said in one language: the messages of some folders of sources, in a folder of catalogues."""

    language: Language
    locale: Path
    sources: tuple[Path, ...]

    @property
    def path(self) -> Path:
        """The file that is edited."""
        return self.locale / self.language.replace("-", "_") / "LC_MESSAGES" / f"{DOMAIN}.po"

    @property
    def compiled(self) -> Path:
        """The file that is read when the program speaks."""
        return self.path.with_suffix(".mo")

    def said(self) -> dict[str, list[str]]:
        """Every message that the sources mark, and the files that say it."""
        messages: dict[str, list[str]] = {}
        for folder in self.sources:
            for message, files in _said(folder).items():
                messages.setdefault(message, []).extend(files)
        return messages

    def update(self) -> None:
        """Brings it up to date: new messages wait to be translated, old ones go."""
        kept = self._kept()
        head = f"# What degrau says, in {self.language}. `degrau texts` keeps it in step with the sources."
        made = Catalog(self.language.replace("-", "_"), DOMAIN, head, "degrau", "1", creation_date=CREATED, fuzzy=False)
        for message, files in sorted(self.said().items(), key=lambda said: (said[1], said[0])):
            made.add(message, kept.get(message, ""), [(file, 1) for file in files])
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with self.path.open("wb") as file:
            write_po(file, made, width=120, include_lineno=False)
        with self.compiled.open("wb") as file:
            write_mo(file, made)

    def shortcomings(self) -> Iterator[str]:
        """What keeps it from being complete, one a line; nothing if it is."""
        said, kept, compiled = self.said(), self._kept(), self._compiled()
        for message in said:
            if message not in kept:
                yield f"not in the catalogue: {message!r}"
            elif not kept[message]:
                yield f"not in {self.language}: {message!r}"
            elif _names(message) != _names(kept[message]):
                yield f"other {{names}} in {self.language}: {message!r}"
            elif compiled.get(message) != kept[message]:
                yield f"not compiled: {message!r}"
        yield from (f"no longer said: {message!r}" for message in kept if message not in said)

    def _kept(self) -> dict[str, str]:
        if not self.path.is_file():
            return {}
        with self.path.open("rb") as file:
            return _messages(read_po(file, domain=DOMAIN))

    def _compiled(self) -> dict[str, str]:
        if not self.compiled.is_file():
            return {}
        with self.compiled.open("rb") as file:
            return _messages(read_mo(file))


def catalogues(root: Path, new: Language | None = None) -> list[Catalogue]:
    """The catalogues that are kept in this pack's folder: its own, and the engine's where the engine lies in it.

    `new`: a language in which the engine is to speak too.
    """
    spoken = _of(LOCALE)
    found: list[Catalogue] = []
    if own := packs.ENGINE.is_relative_to(root):
        spoken |= {new} if new else set()
        found += [Catalogue(language, LOCALE, (packs.ENGINE,)) for language in sorted(spoken)]
    for place in packs.within(root):
        wanted = {*place.languages, *_of(place.graders / "locale"), *([new] if new and not own else [])} - {ENGLISH}
        for language in sorted(wanted):
            # Where there is no pt-BR, gettext takes pt.
            known = {language, language.partition("-")[0]} & spoken
            sources = (place.graders,) if known else (place.graders, packs.ENGINE)
            found.append(Catalogue(language, place.graders / "locale", sources))
    return found


def _of(locale: Path) -> set[Language]:
    return {path.parents[1].name.replace("_", "-") for path in locale.glob(f"*/*/{DOMAIN}.po")}


@cache
def _said(folder: Path) -> dict[str, list[str]]:
    """What the sources in a folder say, packs inside it aside; they are gone through once, which takes 0.7 s."""
    files: dict[str, set[str]] = {}

    def own(path: object) -> bool:
        return str(path) == str(folder) or not (Path(str(path)) / packs.ABOUT).is_file()

    found = extract_from_dir(folder, [("**.py", "python")], keywords={"_": None}, directory_filter=own)
    for file, _line, message, *_rest in found:
        files.setdefault(str(message), set()).add(file)
    return {message: sorted(names) for message, names in files.items()}


def _messages(catalog: Catalog) -> dict[str, str]:
    """What every message is in the catalogue's language; nothing for one that a person should look at again."""
    return {str(m.id): "" if m.fuzzy else str(m.string) for m in catalog if m.id}


def _names(text: str) -> set[tuple[str, str]]:
    """The `{names}` to be filled in, with the way in which each is written."""
    return {(name, spec or "") for _literal, name, spec, _conversion in Formatter().parse(text) if name is not None}
