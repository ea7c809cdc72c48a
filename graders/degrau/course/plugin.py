"""degrau inside nbgrader: how a submission is read, and how it is judged, in the place of running its cells.

nbgrader_config.py names both classes, so `degrau grade`, `nbgrader autograde` and Formgrader all use them.
"""

import atexit
import math
import re
from collections.abc import Callable, Collection
from functools import cache, partial
from html import escape
from pathlib import Path
from typing import Any, cast

from nbconvert.exporters import NotebookExporter
from nbformat import NotebookNode
from nbformat.v4 import new_markdown_cell, new_output
from nbgrader.converters import Autograde
from nbgrader.plugins import LateSubmissionPlugin
from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets import Any as AnyTrait
from traitlets import Bool, Enum, Float, Integer, List, Unicode

from ..base.terminal import clean
from ..base.text import LANGUAGES, Language, Text, _
from ..grading.judgement import Run, Sitting
from ..grading.submission import Submissions
from ..judging.registry import assignments
from ..notebooks.canonical import Canonical, blank
from ..notebooks.messages import Unreadable
from ..pack.pack import Pack
from ..report.card import card_text
from ..report.html import card_html
from ..report.types import ExerciseReport, Report
from ..sandbox.machine import best
from .directory import CourseError
from .names import take_names_literally
from .staging import aside
from .tiers import refuse_unconfined
from .timestamps import time_in

# nbgrader names this module in its settings, and looks for submissions as soon as it has read them.
take_names_literally()

DAY = 24 * 60 * 60
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


@cache
def _own_sitting(pack: Pack, seed: int) -> Sitting:
    """The sitting of a process that nobody has told of one, such as Formgrader's; it lasts as long as the process."""
    sitting = Sitting(Run(pack, seed, best()))
    atexit.register(sitting.__exit__, None, None, None)
    return sitting


def take_one_notebook(assignment: str, student: str, notebooks: list[str]) -> None:
    """nbgrader's `pre_convert_hook`: puts the expected path in the place of whatever notebooks a folder holds.

    `notebooks` is the converter's own list, changed in place; `assignment` and `student` may be patterns.
    """
    folder = Path(notebooks[0]).parent
    if folder.name in assignments():
        notebooks[:] = [str(folder / f"{folder.name}.ipynb")]


class CanonicalExporter(NotebookExporter):
    """Reads a submission and rebuilds it on a fresh copy of the release, before nbgrader sees it.

    `submission` is the last one: a blank release with a note where the file cannot be read.
    """

    language = Enum(["pt", "en"], "pt", help="The language of a notebook that cannot be read").tag(config=True)
    optimistic_validation = Bool(True, help="Whether a notebook is validated once, not at each step").tag(config=True)
    pack_root = Unicode("", help="Folder with solutions/ and assignments/; empty: found by itself").tag(config=True)
    sitting = AnyTrait(None, help="The grading that this is part of; nothing: a process of its own").tag(config=True)
    submission: Canonical

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)  # type: ignore[no-untyped-call]
        if isinstance(self.parent, Autograde) and not self.sitting:
            begin = partial(self._begun_aside, self.parent.coursedir, self.parent.init_assignment)
            self.parent.init_assignment = begin

    def _begun_aside(self, settings: Any, begin: Callable[[str, str], None], assignment: str, student: str) -> None:
        """nbgrader's beginning of a submission that nobody has staged: it sees nothing but what it may copy."""
        time = time_in(Path(settings.format_path(settings.submitted_directory, student, assignment)))
        for note in time.notes:
            self.log.warning("%s: %s", student, note.en)
        with aside(settings, student, assignment, time.text):
            begin(assignment, student)

    @property
    def pack(self) -> Pack:
        return Pack.at(self.pack_root)

    def from_filename(self, filename: str, resources: Any = None, **options: Any) -> Any:
        """nbgrader calls this twice: with what the student handed in, and with what the first call made."""
        converter: Any = self.parent
        if not converter._sanitizing:
            return super().from_filename(filename, resources, **options)
        name = resources["nbgrader"]["notebook"]
        if name not in self.pack.assignments:
            raise CourseError(f"{self.pack.root} has no assignment {name}.\nGrade it in a course of its own.")
        if self.sitting:
            student = resources["nbgrader"]["student"]
            self.submission = self._submission(self.sitting.submissions, self.sitting.submitted / student / name)
            self.sitting.notes[student, name] = self.submission.notes
        else:
            self.submission = self._submission(Submissions(self.pack), Path(filename).parent)
        ours = {cell.source for known in LANGUAGES for cell in self.pack.release(name, known).cells}
        make_inert(self.submission.notebook, ours)
        return self.from_notebook_node(self.submission.notebook, resources, **options)  # type: ignore[no-untyped-call]

    def _submission(self, submissions: Submissions, folder: Path) -> Canonical:
        try:
            return submissions.read(folder)
        except Unreadable as problem:
            self.log.warning("%s: %s", folder, problem.message.en)
            # Nobody knows which of the languages its author reads.
            both = "\n".join(problem.message)
            return blank(folder.name, cast(Language, self.language), self.pack, Text(both, both))


class Judge(NbGraderPreprocessor):  # type: ignore[misc]
    """Judges the notebook in a sandbox and writes the verdicts into its grade cells, in the place of Execute.

    An exception here is a failed submission for nbgrader, never a notebook without outputs.
    """

    seed = Integer(0, help="The hidden tests' inputs follow from it: the same for the class").tag(config=True)

    dask = Unicode("", help="The address of a Dask scheduler whose workers judge; empty: this machine").tag(config=True)

    accept_tiers = List(Unicode(), help="Tiers that do not confine code and are taken all the same").tag(config=True)

    show_counterexamples = Bool(True, help="Whether feedback says more than which properties hold").tag(config=True)

    def preprocess(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        exporter, name = self.parent, resources["nbgrader"]["notebook"]
        if not isinstance(exporter, CanonicalExporter):
            raise CourseError(
                "c.Autograde.exporter_class is not degrau.course.plugin.CanonicalExporter.\n"
                "Set it in nbgrader_config.py, as `degrau init` does."
            )
        try:
            sitting = exporter.sitting or _own_sitting(exporter.pack, self.seed)
            refuse_unconfined(sitting.run.tier, self.accept_tiers)
            report = sitting.judge(exporter.submission, name)
        except Exception:
            self.log.error("degrau could not judge %s of %s", name, resources["nbgrader"]["student"])
            raise
        write_report(nb, report if self.show_counterexamples else report.names_only())
        return nb, resources


class PercentPerDay(LateSubmissionPlugin):  # type: ignore[misc]
    """Takes `percent` of the score off for each day begun after the due date."""

    percent = Float(10.0, help="Percent of the score that each late day costs").tag(config=True)

    def late_submission_penalty(self, student_id: str, score: float, total_seconds_late: float) -> float:
        days = math.ceil(total_seconds_late / DAY)
        return min(score, score * days * float(self.percent) / 100)


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
                cell.source = "".join(f"    {line}\n" for line in cell.source.split("\n"))


TITLE = _("Automatic grading")
TOTAL = _("{points} of {maximum} points")
SANDBOX = _("Code run in: {tier}.")
NO_VERDICT = _("No verdict: 0 points.")


def write_report(notebook: NotebookNode, report: Report) -> None:
    """Put the report into the notebook: outputs into the grade cells, a summary on top."""
    verdicts = {f"check_{exercise.name}": exercise for exercise in report.exercises}
    for cell in filter(is_check, notebook.cells):
        data = cell.metadata.nbgrader
        cell.outputs = grade_outputs(verdicts.get(data.grade_id), float(data.points), report.language)
    notebook.cells.insert(0, summary_cell(report))


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


def summary_cell(report: Report) -> NotebookNode:
    """A markdown cell with the total, where the code ran, and what was mended on the way in."""
    language = report.language
    total = TOTAL.to(language, points=f"{report.points:g}", maximum=f"{report.max_points:g}")
    tier = SANDBOX.to(language, tier=report.sandbox)
    rest = "".join(f"<br>{_inert(line)}" for line in (*report.notes, tier))
    body = f"<strong>{TITLE.to(language)}: {total}</strong>{rest}"
    # One line of HTML: a blank line would end the block, and what follows would be read as Markdown.
    source = f'<div class="alert alert-info tex2jax_ignore">{body}</div>'
    cell: NotebookNode = new_markdown_cell(source, id="degrau-report")
    return cell


def _inert(text: str) -> str:
    """The text with nothing left in it that HTML, Markdown or a terminal would act upon."""
    return "<br>".join(escape(line) for line in clean(text).splitlines() if line.strip())
