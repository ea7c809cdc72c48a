"""The languages of the course that the tests go through."""

from degrau.base.text import Text

LANGUAGES = ("pt", "en")


def said(text: Text) -> tuple[str, ...]:
    """The text in each of them."""
    return tuple(map(text.to, LANGUAGES))
