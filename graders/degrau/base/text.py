"""Text by language code, and the choice between languages.

What the program says is written in English, marked with `_`; other languages are in gettext catalogues (`degrau texts`
keeps them): the engine's under `locale/` here, a pack's under the `locale/` of its graders. What authors write,
notebooks and banks, has its languages side by side in solutions/.
"""

import gettext
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from . import packs

# A code such as pt, en, es or pt-BR.
Language = str
LOCALE = Path(__file__).parent / "locale"
DOMAIN = "degrau"
ENGLISH = "en"
# The code of what is in no language.
EVERY = "zxx"


class Text:
    """A text by language code, as in `Text(pt="certa", en="right")`; each may have `{names}` to be filled in.

    In a language that it lacks it is what comes first.
    """

    def __init__(self, /, **texts: str) -> None:
        self._texts = texts
        self._values: Mapping[str, object] = {}

    def to(self, language: Language, /, **values: object) -> str:
        """The text in `language`, with `{names}` filled in from `values`, of which each Text is in that language."""
        given = {**self._values, **values}
        told = {name: value.to(language) if isinstance(value, Text) else value for name, value in given.items()}
        return self._in(language).format(**told) if told else self._in(language)

    def filled(self, **values: object) -> "Text":
        """The text with `{names}` filled in, in every language."""
        made = type(self)(**self._texts)
        made._values = {**self._values, **values}
        return made

    def plain(self) -> dict[Language, str]:
        """The text in each of its languages: `Text(**plain)` says the same."""
        return {language: self.to(language) for language in self._languages()}

    def written(self) -> tuple[Language, ...]:
        """The languages that its author wrote; none of what reads the same in all, or what catalogues say."""
        return tuple(language for language in self._texts if language != EVERY)

    def _in(self, language: Language) -> str:
        return self._texts.get(language) or next(iter(self._texts.values()))

    def _languages(self) -> tuple[Language, ...]:
        return tuple(self._texts)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Text) and self.plain() == other.plain()

    def __hash__(self) -> int:
        return hash(frozenset(self.plain().items()))

    def __repr__(self) -> str:
        return f"Text({', '.join(f'{language}={text!r}' for language, text in self.plain().items())})"


class _Said(Text):
    """What the program says: in English, and in the languages of the catalogues."""

    def written(self) -> tuple[Language, ...]:
        return ()

    def _in(self, language: Language) -> str:
        return _catalogue(language, packs.found()).gettext(self._texts[ENGLISH])

    def _languages(self) -> tuple[Language, ...]:
        return (ENGLISH, *(known for known in catalogued() if known != ENGLISH))


def code(text: str) -> Text:
    """What reads the same in every language."""
    return Text(**{EVERY: text})


def joined(texts: Sequence[Text], between: str = ", ") -> Text:
    """These texts as one, in every language."""
    names = [f"text{number}" for number in range(len(texts))]
    return code(between.join(f"{{{name}}}" for name in names)).filled(**dict(zip(names, texts, strict=True)))


def _(message: str) -> Text:
    """What the program says, in English; in other languages it is what the catalogues have."""
    return _Said(en=message)


def catalogued() -> tuple[Language, ...]:
    """The languages in which the program speaks besides English, by the catalogues that there are."""
    return _catalogued(packs.found())


@cache
def _catalogued(places: tuple[packs.Place, ...]) -> tuple[Language, ...]:
    found = (path.parents[1].name for folder in folders(places) for path in sorted(folder.glob(f"*/*/{DOMAIN}.mo")))
    return tuple(dict.fromkeys(name.replace("_", "-") for name in found))


@cache
def _catalogue(language: Language, places: tuple[packs.Place, ...]) -> gettext.NullTranslations:
    """What is said in a language: by the engine's catalogue, then by those of the packs."""
    chain: gettext.NullTranslations = gettext.NullTranslations()
    for folder in reversed(folders(places)):
        found = gettext.translation(DOMAIN, folder, [language.replace("-", "_")], fallback=True)
        found.add_fallback(chain)
        chain = found
    return chain


def folders(places: tuple[packs.Place, ...]) -> tuple[Path, ...]:
    """Where catalogues lie: the engine's, and those of packs."""
    return (LOCALE, *(place.graders / "locale" for place in places))
