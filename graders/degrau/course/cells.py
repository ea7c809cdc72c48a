"""The report in an autograded notebook: a card and a score in each grade cell, a summary on top."""

import math
from collections.abc import Mapping, Sequence
from html import escape

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
        _output("display_data", {"text/html": f"<div>{_inert(text)}</div>", "text/plain": text}),
        _output("execute_result", {"text/plain": repr(_score(result.points, result.maximum))}),
    ]


def is_check(cell: NotebookNode) -> bool:
    """Whether nbgrader reads this cell's score off its outputs."""
    data = cell.metadata.get("nbgrader", {})
    return cell.cell_type == "code" and data.get("grade", False) and not data.get("solution", False)


def grade_outputs(verdict: ExerciseReport | None, maximum: float, language: Language) -> list[NotebookNode]:
    """The outputs of one grade cell: the card to read, then the score; zero where there is no verdict."""
    nothing = NO_VERDICT.to(language)
    html = card_html(verdict, language) if verdict else f"<div>{_inert(nothing)}</div>"
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
    rest = "".join(f"<br>{_inert(line)}" for line in (*report.notes, tier))
    body = f"<strong>{TITLE.to(language)}: {total}</strong>{rest}"
    # One line of HTML: a blank line would end the block, and what follows would be read as Markdown.
    source = f'<div class="alert alert-info tex2jax_ignore">{body}</div>'
    cell: NotebookNode = new_markdown_cell(source, id=SUMMARY)
    return cell


def _inert(text: str) -> str:
    """The text with nothing left in it that HTML, Markdown or a terminal would act upon."""
    return "<br>".join(escape(line) for line in clean(text).splitlines() if line.strip())
