"""What a terminal or a log is given: text in which nothing acts, in characters that it can write."""

import codecs
import io
import sys
import unicodedata
from typing import TextIO

# What is said where a stream, such as one in cp1252, has no sign for it.
PLAINER = {"✓": "ok", "✗": "x", "·": ".", "—": "-", "–": "-", "−": "-", "→": "->", "…": "...", "’": "'", "━": "-"}
ERRORS = "degrau-plainer"


def clean(text: str) -> str:
    """Text without control characters, such as the escapes that colour a terminal; line breaks stay."""
    return "".join(c for c in text if c == "\n" or c.isprintable())


def line(text: str) -> str:
    """The text as one line of a table or of a progress, whatever is in it.

    >>> line("ana\\n\\x1b[31mbia\\u202e")
    'ana [31mbia'
    """
    return clean(" ".join(text.splitlines()))


def print_plainly(text: str, stream: TextIO | None = None) -> None:
    """Prints the text, with plainer characters in the place of those that the stream cannot write."""
    stream = stream or sys.stdout
    encoding = getattr(stream, "encoding", None) or "utf-8"
    print(text.encode(encoding, ERRORS).decode(encoding), file=stream)


def write_what_can_be_written() -> None:
    """From now on, a character that standard output cannot write becomes a plainer one, and ends no command."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and stream.errors in ("strict", "surrogateescape"):
            stream.reconfigure(errors=ERRORS)


def _plainer(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(map(_plain, error.object[error.start : error.end])), error.end


def _plain(character: str) -> str:
    letters = unicodedata.normalize("NFKD", character).encode("ascii", "ignore").decode()
    return PLAINER.get(character) or letters or "?"


codecs.register_error(ERRORS, _plainer)
