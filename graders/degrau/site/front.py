"""What a student reads first: the page with the assignments in their order, and the lines on top of each notebook."""

import re
import shutil
from collections.abc import Iterator, Sequence
from copy import deepcopy
from functools import partial
from html import escape
from pathlib import Path

from markdown_it import MarkdownIt
from nbformat import NotebookNode
from nbformat.v4 import new_markdown_cell

from ..base.text import Language, _
from .courses import Course
from .page import page
from .pictures import FOLDER, pictures
from .students import KEPT, sections, students_file, students_page, title

NOTICE = _(
    "> **Where your work is.** This notebook is kept in this browser, on this device, and nowhere else: clearing the "
    "browser's data, or a private window that is closed, takes it away. Now and then, and to hand it in, choose "
    "*File → Download*, or run `degrau.hand_in()` in a cell, and keep the file `{name}.ipynb`."
)
INTRODUCTION = _(
    "Open an assignment, write the functions, and run the cells with the checks: it all happens in your browser, with "
    "nothing to install and no account. The first time, opening one takes up to half a minute."
)
HEADING = _("The assignments, in their order")
OPEN = _("Open")
BLANK = _("Download it blank")
BUILDS = _("What you write: {names}")


def with_notice(notebook: NotebookNode, language: Language) -> NotebookNode:
    """A copy of the notebook that says first where the work is kept."""
    made = deepcopy(notebook)
    name = made.metadata.get("degrau", {}).get("assignment", "")
    cell = new_markdown_cell(NOTICE.to(language, name=name), id="where", metadata={"deletable": True})
    made.cells.insert(0, cell)
    return made


def write_front(courses: Sequence[Course], languages: Sequence[Language], out: Path) -> None:
    """Writes the pages in each language, with their pictures; the first language's is the site's `index.html`."""

    for course in courses:
        _copy_pictures(course, out / FOLDER)
    file = partial(front_file, languages)
    for language in languages:
        heading = " · ".join(course.pack.title.to(language) for course in courses)
        main = "\n".join(_main(courses, language, heading))
        (out / file(language)).write_text(page(language, languages, file, heading, main), "utf-8")
        students = students_page(language, languages, file(language))
        (out / students_file(language)).write_text(students, "utf-8")


def front_file(languages: Sequence[Language], language: Language) -> str:
    """The name of the front page in this language, on a site in these; of the first where it is in none of them."""
    return f"{language}.html" if language in languages[1:] else "index.html"


def _copy_pictures(course: Course, folder: Path) -> None:
    for name, picture in pictures(course.pack).items():
        if name in course.names:
            folder.mkdir(exist_ok=True)
            shutil.copyfile(picture.path, folder / picture.path.name)


def _main(courses: Sequence[Course], language: Language, heading: str) -> Iterator[str]:
    yield f"<h1>{escape(heading)}</h1>"
    yield f"<p>{escape(INTRODUCTION.to(language))}</p>"
    yield f'<p class="kept">{escape(KEPT.to(language))}</p>'
    yield f'<nav class="students" aria-labelledby="students"><h2 id="students">{escape(title(language))}</h2>\n<ul>'
    for number, section in enumerate(sections(language), 1):
        yield f'<li><a href="{students_file(language)}#{number}">{escape(section.heading)}</a></li>'
    yield "</ul></nav>"
    for course in courses:
        spoken = course.spoken(language)
        own = course.pack.title.to(spoken) if len(courses) > 1 else HEADING.to(language)
        yield f'<section lang="{spoken}"><h2>{escape(own)}</h2>\n<ol class="assignments">'
        yield from _items(course, spoken)
        yield "</ol></section>"


def _items(course: Course, language: Language) -> Iterator[str]:
    shown = pictures(course.pack)
    for name in course.names:
        title, about = _opening(course.pack.release(name, language))
        functions = " ".join(f"<code>{escape(function)}</code>" for function in course.pack.source(name).exercises)
        builds = BUILDS.to(language, names=functions)
        picture = shown[name].html(f"{FOLDER}/{name}.png", language) if name in shown else ""
        yield (
            f'<li id="{name}"><div><h3>{escape(title)}</h3>{MarkdownIt().render(about)}<p class="builds">{builds}</p>'
            f'<p class="do"><a class="open" href="notebooks/index.html?path={language}/{name}.ipynb" '
            f'aria-label="{escape(OPEN.to(language))}: {escape(title)}">{escape(OPEN.to(language))}</a> '
            f'<a href="files/{language}/{name}.ipynb" download aria-label="{escape(BLANK.to(language))}: '
            f'{escape(title)}">{escape(BLANK.to(language))}</a></p></div>{picture}</li>'
        )


def _opening(notebook: NotebookNode) -> tuple[str, str]:
    """The title of a notebook, and its first paragraph without what only a notebook shows: formulas and references."""
    first = next(cell.source for cell in notebook.cells if cell.cell_type == "markdown")
    title, _blank, rest = first.partition("\n\n")
    paragraph = re.sub(r"\s*\[\d+\]", "", rest.partition("\n\n")[0])
    about = re.sub(":$", ".", paragraph)
    return title.lstrip("# ").strip(), "" if "$" in about else about
