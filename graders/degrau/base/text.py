"""Text in the course's two languages, and the choice between them.

What the program says is written in English, marked with `_`; the Portuguese is in the gettext catalogue under `locale/`
(`degrau texts` keeps it). What authors write, notebooks and banks, has both languages side by side in solutions/.
"""

import gettext
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

Language = Literal["pt", "en"]
LANGUAGES: tuple[Language, ...] = ("pt", "en")
LOCALE = Path(__file__).parent / "locale"
DOMAIN = "degrau"


class Text(NamedTuple):
    """The same text in Portuguese and in English; either may have `{names}` to be filled in."""

    pt: str
    en: str

    def to(self, language: Language, /, **values: object) -> str:
        """The text in `language`, with `{names}` filled in from `values`."""
        text = self.pt if language == "pt" else self.en
        return text.format(**values) if values else text

    def filled(self, **values: object) -> "Text":
        """The text with `{names}` filled in, in both languages."""
        return Text(self.to("pt", **values), self.to("en", **values))


def _(message: str) -> Text:
    """What the program says: the English message, and its Portuguese from the catalogue."""
    return Text(_portuguese().gettext(message), message)


@cache
def _portuguese() -> gettext.NullTranslations:
    return gettext.translation(DOMAIN, LOCALE, ["pt"])


class Mendable(Exception):
    """Its text, of one or two lines, says what is wrong, where, and what to do next; commands exit with code 2."""
