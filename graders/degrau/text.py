"""Text in the course's two languages, and the choice between them."""

from typing import Literal, NamedTuple

Language = Literal["pt", "en"]
LANGUAGES: tuple[Language, ...] = ("pt", "en")


class Text(NamedTuple):
    """The same text in Portuguese and in English."""

    pt: str
    en: str

    @classmethod
    def split(cls, both: str) -> "Text":
        """Read `português | English`, the form used in docstrings; line breaks fold into spaces.

        >>> Text.split("um passo | one step").en
        'one step'
        """
        pt, bar, en = " ".join(both.split()).partition(" | ")
        if not bar:
            raise ValueError(f"expected 'português | English', but got {both!r}")
        return cls(pt, en)

    def to(self, language: Language, /, **values: object) -> str:
        """The text in `language`, with `{names}` filled in from `values`."""
        text = self.pt if language == "pt" else self.en
        return text.format(**values) if values else text
