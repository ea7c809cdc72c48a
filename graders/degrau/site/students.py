"""The page for students beside the assignments: how to work here and to hand in, first errors, what saves points.

Its most part is docs/students.md, which a wheel has beside this file.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from markdown_it import MarkdownIt

from ..base.text import ENGLISH, Language, _
from ..sandbox.view import clone
from .page import page

# By language, as in docs/; a wheel has them as pyproject.toml says.
FILES = {"en": "students.md", "pt": "estudantes.md", "es": "estudiantes.md"}
PAGES = Path(__file__).parent / "pages"
HERE = _("Working here, and handing in")
KEPT = _(
    "Your work is kept in this browser, on this device, and nowhere else. Download each notebook when you stop, and "
    "hand that file in as your course says."
)
HAND_IN = _(
    "To hand in, save (Ctrl+S) and run `degrau.hand_in()` in a cell: it says what is still open, and gives the file. "
    "*File → Download* gives it, too."
)
ENDLESS = _(
    "A function that never ends is stopped in `check` after a few seconds. A cell of your own is not, and the Stop "
    "button does nothing here: reload the page, and the notebook is there as it was saved last."
)
ONE_TAB = _("What you write is saved within some ten seconds. Keep a notebook open in one tab alone.")
BACK = _("All assignments")


@dataclass(frozen=True)
class Section:
    """A part of the page."""

    heading: str
    text: str
    """In Markdown."""


def title(language: Language) -> str:
    """What the page is called."""
    return _parts(language)[0].removeprefix("# ").partition("\n")[0]


def sections(language: Language) -> Iterator[Section]:
    """What is on the page: what is so on a site alone, and the sections of docs/ but for the one on installing."""
    here = "\n".join(f"- {text.to(language)}" for text in (KEPT, ONE_TAB, HAND_IN, ENDLESS))
    yield Section(HERE.to(language), here)
    for part in _parts(language)[2:]:
        heading, _line, text = part.removeprefix("## ").partition("\n")
        yield Section(heading, text)


def students_file(language: Language) -> str:
    """The name of the page in this language."""
    return f"students-{language}.html"


def students_page(language: Language, languages: Sequence[Language], front: str) -> str:
    """The page in this language; `front` is the site's first page in it."""
    markdown = MarkdownIt().enable("table")
    parts = (
        f'<section><h2 id="{number}">{escape(section.heading)}</h2>{markdown.render(section.text)}</section>'
        for number, section in enumerate(sections(language), 1)
    )
    main = f"<h1>{escape(title(language))}</h1>{''.join(parts)}"
    back = f'<a href="{front}">{escape(BACK.to(language))}</a>'
    return page(language, languages, students_file, title(language), main, back)


def _parts(language: Language) -> list[str]:
    """The file in this language, or in English, before each heading of the second level."""
    root = clone()
    code = language if language in FILES else ENGLISH
    path = root / "docs" / FILES[code] if root else PAGES / FILES[code]
    return re.split(r"^(?=## )", path.read_text("utf-8"), flags=re.MULTILINE)
