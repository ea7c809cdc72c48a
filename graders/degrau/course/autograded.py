"""The autograded notebook: the report in its cells, what came of each attempt, and a student's prose, which cannot act.

What came of attempts lies with the marks themselves, so that it is never of another grading, whichever command gave
them.
"""

import json
import math
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import Any

from nbformat import NotebookNode
from nbformat.v4 import new_markdown_cell, new_output

from ..base.terminal import clean
from ..base.text import Language, _
from ..grading.teachers_tests import Test, Tested
from ..report.card import card_text
from ..report.html import card_html
from ..report.types import ExerciseReport, Report

TITLE = _("Automatic grading")
TOTAL = _("{points} of {maximum} points")
SUMMARY = "degrau-report"
SANDBOX = _("Code run in: {tier}.")
NO_VERDICT = _("No verdict: 0 points.")
PLACE = "attempts"
# A folder that is collected every day need not fill the notebook.
MOST = 30
# Whoever reads a table reads no more of a call.
LONGEST = 400
REQUEST = re.compile(r"\W*(?:recurso|regrade)\b[\s*_]*:", re.I)
Plain = dict[str, Any]
# What renders Markdown takes a time that grows with the square of these.
LONGEST_PROSE, MOST_PROSE, MOST_FORMULAS = 20_000, 100_000, 200
FORMULA = re.compile(r"\\(?=[\[(]|begin)|\$")
# A space after the first character is enough to make each of them text; in formulas it changes nothing.
ACTS = re.compile(
    r"""
    < (?=[A-Za-z/!?])                                     # a tag
    | \] (?=[(:])                                         # the target of a link or an image
    | & (?=[#A-Za-z])                                     # an entity, which could spell any of these
    | \\ (?=href|style|class|cssId|require|csname)        # MathJax's own way to HTML
    """,
    re.VERBOSE,
)


def write_report(notebook: NotebookNode, report: Report, tested: Mapping[str, Tested]) -> None:
    """Put the report into the notebook: outputs into the grade cells, a summary on top.

    `tested`: what a teacher's own tests came to, by the names of their cells.
    """
    verdicts = {f"check_{exercise.name}": exercise for exercise in report.exercises}
    for cell in filter(is_check, notebook.cells):
        data = cell.metadata.nbgrader
        if data.grade_id in tested:
            cell.outputs = _test_outputs(tested[data.grade_id], report.language)
        else:
            cell.outputs = grade_outputs(verdicts.get(data.grade_id), float(data.points), report.language)
    notebook.cells.insert(0, summary_cell(report, tuple(tested.values())))


def tests_in(notebook: NotebookNode) -> list[Test]:
    """The cells of an autograded notebook from which nbgrader reads a score, as tests."""
    cells = filter(is_check, notebook.cells)
    return [Test(c.metadata.nbgrader.grade_id, c.source, float(c.metadata.nbgrader.points)) for c in cells]


def _test_outputs(result: Tested, language: Language) -> list[NotebookNode]:
    text = clean(result.said.to(language))
    return [
        _output("display_data", {"text/html": f"<div>{_as_html(text)}</div>", "text/plain": text}),
        _output("execute_result", {"text/plain": repr(_score(result.points, result.maximum))}),
    ]


def is_check(cell: NotebookNode) -> bool:
    """Whether nbgrader reads this cell's score off its outputs."""
    data = cell.metadata.get("nbgrader", {})
    return cell.cell_type == "code" and data.get("grade", False) and not data.get("solution", False)


def grade_outputs(verdict: ExerciseReport | None, maximum: float, language: Language) -> list[NotebookNode]:
    """The outputs of one grade cell: the card to read, then the score; zero where there is no verdict."""
    nothing = NO_VERDICT.to(language)
    html = card_html(verdict, language) if verdict else f"<div>{_as_html(nothing)}</div>"
    text = card_text(verdict, language) if verdict else nothing
    score = _score(verdict.points if verdict else 0.0, maximum)
    return [
        _output("display_data", {"text/html": html, "text/plain": clean(text)}),
        _output("execute_result", {"text/plain": repr(score)}),
    ]


def _output(kind: str, data: dict[str, str]) -> NotebookNode:
    output: NotebookNode = new_output(kind, data=data)
    return output


def _score(points: float, maximum: float) -> float:
    return float(min(max(points, 0.0), maximum)) if math.isfinite(points) else 0.0


def summary_cell(report: Report, tested: Sequence[Tested] = ()) -> NotebookNode:
    """A markdown cell with the total, where the code ran, and what was mended on the way in."""
    language = report.language
    points = report.points + sum(result.points for result in tested)
    maximum = report.max_points + sum(result.maximum for result in tested)
    total = TOTAL.to(language, points=f"{points:g}", maximum=f"{maximum:g}")
    tier = SANDBOX.to(language, tier=report.sandbox)
    rest = "".join(f"<br>{_as_html(line)}" for line in (*report.notes, tier))
    body = f"<strong>{TITLE.to(language)}: {total}</strong>{rest}"
    # One line of HTML: a blank line would end the block, and what follows would be read as Markdown.
    source = f'<div class="alert alert-info tex2jax_ignore">{body}</div>'
    cell: NotebookNode = new_markdown_cell(source, id=SUMMARY)
    return cell


def _as_html(text: str) -> str:
    """The text as HTML, with nothing left in it that HTML, Markdown or a terminal would act upon."""
    return "<br>".join(escape(line) for line in clean(text).splitlines() if line.strip())


@dataclass(frozen=True)
class Named:
    """A mistake that a report names."""

    id: str
    title: str
    kind: str


@dataclass(frozen=True)
class Came:
    """What came of one function: how it stands, the points of each property, and what is known of its mistake."""

    name: str
    status: str
    points: float
    properties: Mapping[str, float] = field(default_factory=dict)
    example: str = ""
    mistakes: tuple[Named, ...] = ()


@dataclass(frozen=True)
class Attempt:
    """What was handed in at one time, and what came of it; `notes` are in the notebook's language."""

    files: str
    handed_in: str | None
    language: Language
    functions: tuple[Came, ...]
    notes: tuple[str, ...] = ()
    requests: tuple[str, ...] = ()
    """What is asked of the teacher, in text cells that begin with *Recurso:* or *Regrade:*."""


def note_attempt(notebook: Any, report: Report, files: str, handed_in: str | None, earlier: Sequence[Plain]) -> None:
    """Writes what came of this attempt into its autograded notebook, after what came of the `earlier` ones.

    `files`: the digest of what was handed in, by which a grading again is known; `handed_in`: when.
    """
    now = {
        "files": files,
        "handed_in": handed_in,
        "language": report.language,
        "functions": list(map(_plain, report.exercises)),
        "notes": list(report.notes),
        "requests": list(_requests(notebook)),
    }
    before = [_lighter(attempt) for attempt in earlier if attempt.get("files") != files]
    notebook.metadata.setdefault("degrau", {})[PLACE] = [*before[1 - MOST :], now]


def plain_notebook(path: Path) -> Plain:
    """An autograded notebook as plain data; empty where there is none, or none that can be read."""
    try:
        notebook = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return notebook if isinstance(notebook, dict) else {}


def noted_in(notebook: Plain) -> list[Plain]:
    """What is noted in an autograded notebook, oldest first."""
    try:
        noted = notebook["metadata"]["degrau"][PLACE]
    except (KeyError, TypeError):
        return []
    return [attempt for attempt in noted if isinstance(attempt, dict)] if isinstance(noted, list) else []


def attempts_in(path: Path) -> tuple[Attempt, ...]:
    """The attempts that an autograded notebook tells of, oldest first."""
    return tuple(
        Attempt(
            plain["files"],
            plain["handed_in"],
            plain["language"],
            tuple(_came(function) for function in plain["functions"]),
            tuple(plain.get("notes", ())),
            tuple(plain.get("requests", ())),
        )
        for plain in noted_in(plain_notebook(path))
    )


def _plain(report: ExerciseReport) -> Plain:
    examples = [p.counterexample for p in report.properties if p.counterexample]
    return {
        "name": report.name,
        "status": report.status,
        "points": report.points,
        "properties": {p.name: p.points for p in report.properties},
        "example": examples[0][:LONGEST] if examples else "",
        "mistakes": [{"id": m.id, "title": m.title, "kind": m.kind} for m in report.mistakes],
    }


def _lighter(attempt: Plain) -> Plain:
    """Of an earlier attempt, what shows whether a student got on."""
    functions = [{key: function[key] for key in ("name", "status", "points")} for function in attempt["functions"]]
    return {**attempt, "functions": functions, "notes": [], "requests": []}


def _requests(notebook: Any) -> Iterator[str]:
    for cell in notebook.cells:
        if cell.cell_type == "markdown" and REQUEST.match(cell.source):
            yield clean(cell.source)[:LONGEST]


def _came(plain: Plain) -> Came:
    mistakes = tuple(Named(**mistake) for mistake in plain.get("mistakes", ()))
    return Came(**{**plain, "mistakes": mistakes})


def inert(text: str) -> str:
    """The text with nothing in it that acts.

    >>> inert("se a<b, veja [isto](javascript:alert(1)) <img src=x>")
    'se a< b, veja [isto] (javascript:alert(1)) < img src=x>'
    """
    return ACTS.sub(r"\g<0> ", text)


def make_inert(notebook: NotebookNode, ours: Collection[str]) -> None:
    """Make the prose of the notebook inert, except for the texts in `ours`; what is very long is set as typed."""
    room = MOST_PROSE
    for cell in notebook.cells:
        if cell.cell_type != "code" and cell.source not in ours:
            room -= len(cell.source)
            few = len(FORMULA.findall(cell.source)) <= MOST_FORMULAS
            plain = len(cell.source) <= LONGEST_PROSE and room >= 0
            cell.source = inert(cell.source if few else FORMULA.sub(r"\g<0> ", cell.source))
            if not plain:
                cell.source = as_typed(cell.source)


def as_typed(text: str) -> str:
    """Markdown that shows the text as it was typed.

    >>> as_typed("a *b*")
    '    a *b*\\n'
    """
    return "".join(f"    {line}\n" for line in text.split("\n"))
