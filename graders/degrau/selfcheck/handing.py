"""`degrau.hand_in()`: the notebook's file, under the name that a course expects, and what of it is still open."""

import base64
from html import escape
from pathlib import Path

from ..base.text import _
from ..report.html import paragraph_html
from ..report.types import Report
from .check import report_so_far, show
from .notebook import path_of_the_notebook

ALL = _("All functions of {assignment} pass the public checks.")
STILL = _("These functions do not pass the public checks yet, and can be handed in all the same: {names}.")
SAVED = _("The file is as it was saved last: save first (Ctrl+S), then run this cell again.")
GET = _("Download {file}")
HERE = _("Hand in this file: {path}")
UNKNOWN = _("Where the notebook's file is cannot be seen from here: choose File → Download, and hand in {file}.")


def hand_in() -> None:
    """Shows what is still open in this notebook, and its file, ready to be downloaded and handed in."""
    report = report_so_far()
    if report is None:
        return
    file = _file(report)
    words = [_open(report), _where(report, file), SAVED.to(report.language)]
    show(
        lambda: (
            paragraph_html(words[0]) + (_link(report, file) if file else paragraph_html(words[1])) + _small(words[2])
        ),
        lambda: "\n".join(words),
    )


def _open(report: Report) -> str:
    names = [f"`{found.name}`" for found in report.exercises if found.status != "passed"]
    said = STILL.filled(names=", ".join(names)) if names else ALL.filled(assignment=f"`{report.assignment}`")
    return said.to(report.language)


def _file(report: Report) -> Path | None:
    """The notebook's file: the one that is known, or else the one of this name in the kernel's folder, as on a site."""
    return next(filter(Path.is_file, (path_of_the_notebook() or Path(_name(report)), Path(_name(report)))), None)


def _name(report: Report) -> str:
    return f"{report.assignment}.ipynb"


def _where(report: Report, file: Path | None) -> str:
    said = HERE.filled(path=f"`{file.resolve()}`") if file else UNKNOWN.filled(file=f"`{_name(report)}`")
    return said.to(report.language)


def _link(report: Report, file: Path) -> str:
    """A link that has the file in it, so that no server is asked for it."""
    content = base64.b64encode(file.read_bytes()).decode()
    words = GET.to(report.language, file=_name(report))
    return (
        f'<p><a download="{escape(_name(report))}" href="data:application/octet-stream;base64,{content}">'
        f"{escape(words)}</a></p>"
    )


def _small(text: str) -> str:
    return f"<p><small>{escape(text)}</small></p>"
