"""degrau inside nbgrader: how a submission is read, and how it is judged, in the place of running its cells.

nbgrader_config.py names both classes, so `degrau grade`, `nbgrader autograde` and Formgrader all use them.
"""

import atexit
import json
import math
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from datetime import datetime
from fnmatch import fnmatchcase
from functools import cache, partial
from pathlib import Path
from types import MappingProxyType
from typing import Any

from nbconvert.exporters import NotebookExporter
from nbformat import NotebookNode
from nbgrader.api import Gradebook
from nbgrader.converters import Autograde
from nbgrader.converters.base import NbGraderException
from nbgrader.plugins import LateSubmissionPlugin
from nbgrader.preprocessors import ClearSolutions, Execute, NbGraderPreprocessor
from nbgrader.utils import parse_utc
from traitlets import Any as AnyTrait
from traitlets import Bool, Float, Integer, List, Unicode

from ..base.disk import together
from ..base.text import code
from ..grading.judgement import Run, Sitting
from ..grading.submission import ReadingEnded, Submissions
from ..judging.registry import assignments
from ..notebooks.canonical import Canonical, blank
from ..notebooks.messages import Unreadable
from ..notebooks.release import Releases
from ..pack.pack import Pack
from ..pack.source import stub, text_stub
from ..sandbox.limits import Limits
from ..sandbox.machine import best
from .autograded import make_inert, note_attempt, noted_in, plain_notebook, tests_in, write_report
from .choices import Choices
from .deadlines import time_in
from .directory import CourseError, meet_pack
from .given_marks import Stamp, cells_of, finished_marks_kept
from .points import CHECK, points_of, refuse_other_points
from .settings import JudgeSettings, refuse_unconfined
from .sources import Taught, language_of
from .staging import aside, take_names_literally
from .types import Submission

# nbgrader names this module in its settings, and looks for submissions as soon as it has read them.
take_names_literally()

DAY = 24 * 60 * 60


@cache
def _own_sitting(pack: Pack, seed: int, limits: Limits, follow_through: bool, root: Path) -> Sitting:
    """The sitting of a process that nobody has told of one, such as Formgrader's; it lasts as long as the process."""
    sitting = Sitting(Run(pack, seed, best(), limits, follow_through, JudgeSettings.of(root).forbidden))
    atexit.register(sitting.__exit__, None, None, None)
    return sitting


def _refuse_other_points(converter: Any) -> None:
    """Ends an autograding of nbgrader's own, before it begins, where `degrau grade` would refuse."""
    settings = converter.coursedir
    wanted = settings.assignment_id
    names = [name for name in assignments() if fnmatchcase(name, wanted)]
    with Gradebook(settings.db_url, settings.course_id) as gradebook:
        try:
            refuse_other_points(gradebook, Choices.read(Path(settings.root)), names)
        except CourseError as error:
            converter.log.error("%s", error)
            raise NbGraderException(str(error)) from error


def take_one_notebook(assignment: str, student: str, notebooks: list[str]) -> None:
    """nbgrader's `pre_convert_hook`: puts the expected path in the place of whatever notebooks a folder holds.

    `notebooks` is the converter's own list, changed in place; `assignment` and `student` may be patterns.
    """
    folder = Path(notebooks[0]).parent
    if folder.name in assignments():
        notebooks[:] = [str(folder / f"{folder.name}.ipynb")]


class CanonicalExporter(NotebookExporter):
    """Reads a submission and rebuilds it on a fresh copy of the release, before nbgrader sees it.

    `submission` is the last one: a blank release with a note where the file cannot be read. `folder` is where it was,
    `earlier` what the notebook that was made of it the last time says of all attempts, `marked` what its cells held.
    """

    optimistic_validation = Bool(True, help="Whether a notebook is validated once, not at each step").tag(config=True)
    pack_root = Unicode("", help="Folder with solutions/ and assignments/; empty: found by itself").tag(config=True)
    own_assignments = Bool(False, help="Whether nbgrader grades what is no assignment of the pack").tag(config=True)
    sitting = AnyTrait(None, help="The grading that this is part of; nothing: a process of its own").tag(config=True)
    choices = AnyTrait(None, help="What the course has decided; nothing: as its file says then").tag(config=True)
    submission: Canonical
    folder: Path
    earlier: Sequence[dict[str, Any]] = ()
    marked: Mapping[str, str] = MappingProxyType({})

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)  # type: ignore[no-untyped-call]
        if not isinstance(self.parent, Autograde):
            return
        settings = self.parent.coursedir
        self.parent.convert_notebooks = together(Path(settings.root))(self.parent.convert_notebooks)
        self.parent.init_destination = partial(self._remembering, settings, self.parent.init_destination)
        if not self.sitting:
            meet_pack(self.config)
            _refuse_other_points(self.parent)
            self.parent.init_assignment = partial(self._begun_aside, settings, self.parent.init_assignment)
            # nbgrader compares the times of what was handed in and of what was graded, each as it stands in its file.
            settings.get_existing_timestamp = partial(self._moment_in, settings.get_existing_timestamp)

    def is_own(self, assignment: str) -> bool:
        """Whether this is an assignment of the course's own, which nbgrader grades by its own means."""
        return self.own_assignments and assignment not in self.pack.assignments

    def _moment_in(self, nbgraders: Callable[[str], datetime | None], folder: str) -> datetime | None:
        """When what is in a folder was handed in, as nbgrader counts time; None where that is not known."""
        if self.is_own(Path(folder).name):
            return nbgraders(folder)
        time = time_in(Path(folder))
        moment: datetime | None = parse_utc(time.text) if time.text else None
        return moment

    def _remembering(self, settings: Any, begin: Callable[[str, str], bool], assignment: str, student: str) -> bool:
        """nbgrader's making room for what it makes, which takes away what it made the last time."""
        if self.is_own(assignment):
            return begin(assignment, student)
        places = self.sitting.graded if self.sitting else Path(settings.root) / settings.autograded_directory
        made = plain_notebook(places / student / assignment / f"{assignment}.ipynb")
        self.earlier, self.marked = noted_in(made), cells_of(made)
        return begin(assignment, student)

    def _begun_aside(self, settings: Any, begin: Callable[[str, str], None], assignment: str, student: str) -> None:
        """nbgrader's beginning of a submission that nobody has staged: it sees nothing but what it may copy."""
        if self.is_own(assignment):
            begin(assignment, student)
            return
        time = time_in(Path(settings.format_path(settings.submitted_directory, student, assignment)))
        for note in time.notes:
            self.log.warning("%s: %s", student, note.to("en"))
        with aside(settings, student, assignment, time.text):
            begin(assignment, student)

    @property
    def pack(self) -> Pack:
        return Pack.at(self.pack_root)

    def from_filename(self, filename: str, resources: Any = None, **options: Any) -> Any:
        """nbgrader calls this twice: with what the student handed in, and with what the first call made."""
        converter: Any = self.parent
        if self.is_own(resources["nbgrader"]["assignment"]):
            return super().from_filename(filename, resources, **options)
        if not converter._sanitizing:
            return self._graded(filename, resources, **options)
        name = resources["nbgrader"]["notebook"]
        if name not in self.pack.assignments:
            raise CourseError(f"{self.pack.root} has no assignment {name}.\nGrade it in a course of its own.")
        root = Path(converter.coursedir.root)
        releases = (self.sitting and self.sitting.run.releases) or Taught.of(root, self.pack)
        if self.sitting:
            student = resources["nbgrader"]["student"]
            self.folder = self.sitting.submitted / student / name
            self.submission = self._submission(self.sitting.submissions, releases, self.folder)
            self.sitting.notes[student, name] = self.submission.notes
        else:
            self.folder = Path(filename).parent
            with closing(Submissions(releases)) as submissions:
                self.submission = self._submission(submissions, releases, self.folder)
        ours = {cell.source for known in self.pack.languages for cell in releases.release(name, known).cells}
        make_inert(self.submission.notebook, ours)
        return self.from_notebook_node(self.submission.notebook, resources, **options)  # type: ignore[no-untyped-call]

    def _graded(self, filename: str, resources: Any, **options: Any) -> Any:
        """The second call, in which the notebook is judged, and its marks are entered."""
        known = resources["nbgrader"]
        converter: Any = self.parent
        submission = Submission(known["student"], known["assignment"])
        with finished_marks_kept(converter.coursedir, submission, self.marked) as kept:
            made: Any = super().from_filename(filename, resources, **options)
            kept.now = cells_of(json.loads(made[0]))
        return made

    def _submission(self, submissions: Submissions, releases: Releases, folder: Path) -> Canonical:
        try:
            return submissions.read(folder)
        except Unreadable as problem:
            self.log.warning("%s: %s", folder, problem.message.to("en"))
            if self.sitting:
                self.sitting.over |= isinstance(problem, ReadingEnded)
            # Nobody knows which of the languages its author reads.
            said = code("\n".join(map(problem.message.to, self.pack.languages)))
            converter: Any = self.parent
            language = language_of(Path(converter.coursedir.root)) or self.pack.languages[0]
            return blank(folder.name, language, releases, said)


class Judge(NbGraderPreprocessor):  # type: ignore[misc]
    """Judges the notebook in a sandbox and writes the verdicts into its grade cells, in the place of Execute.

    An exception here is a failed submission for nbgrader, never a notebook without outputs.
    """

    seed = Integer(0, help="The hidden tests' inputs follow from it: the same for the class").tag(config=True)

    dask = Unicode("", help="The address of a Dask scheduler whose workers judge; empty: this machine").tag(config=True)

    accept_tiers = List(Unicode(), help="Tiers that do not confine code and are taken all the same").tag(config=True)

    notebook_seconds = Float(Limits.notebook_seconds, min=1, help="What judging one notebook may take").tag(config=True)

    cells_seconds = Float(Limits.cells_seconds, min=1, help="What all cells of a notebook may take").tag(config=True)

    cell_seconds = Float(Limits.cell_seconds, min=1, help="What one cell may take").tag(config=True)

    follow_through = Bool(True, help="Whether one slip costs one function alone").tag(config=True)

    forbid = AnyTrait([], help="What answers may not use: a list, or lists by assignment or function").tag(config=True)

    forbidden_costs = Bool(False, help="Whether that costs the function's points; else it is a note").tag(config=True)

    show_counterexamples = Bool(True, help="Whether feedback says more than which properties hold").tag(config=True)

    @property
    def limits(self) -> Limits:
        """Those of the settings."""
        return Limits(
            notebook_seconds=self.notebook_seconds, cells_seconds=self.cells_seconds, cell_seconds=self.cell_seconds
        )

    def _own_sitting(self, exporter: CanonicalExporter, root: Path) -> Sitting:
        return _own_sitting(exporter.pack, self.seed, self.limits, self.follow_through, root)

    def preprocess(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        exporter, name = self.parent, resources["nbgrader"]["notebook"]
        if not isinstance(exporter, CanonicalExporter):
            raise CourseError(
                "c.Autograde.exporter_class is not degrau.course.plugin.CanonicalExporter.\n"
                "Set it in nbgrader_config.py, as `degrau init` does."
            )
        if exporter.is_own(resources["nbgrader"]["assignment"]):
            executed: tuple[NotebookNode, Any] = Execute(parent=exporter).preprocess(nb, resources)
            return executed
        converter: Any = exporter.parent
        root = Path(converter.coursedir.root)
        try:
            choices = exporter.choices or Choices.read(root)
            for setting, decided in choices.judging.items():
                setattr(self, setting, decided)
            sitting = exporter.sitting or self._own_sitting(exporter, root)
            refuse_unconfined(sitting.run.tier, self.accept_tiers)
            report = sitting.judge(exporter.submission, resources["nbgrader"]["student"], name)
            points = points_of(choices, name)
            report = report.worth(points)
            own = [test for test in tests_in(nb) if test.name.removeprefix(CHECK) not in points]
            results = sitting.tested(exporter.submission.work, own)
        except Exception:
            self.log.error("degrau could not judge %s of %s", name, resources["nbgrader"]["student"])
            raise
        stamp = Stamp.of(sitting.run.pack, name, exporter.folder)
        stamp.put(nb)
        note_attempt(nb, report, stamp.files, time_in(exporter.folder).text, exporter.earlier)
        if self.show_counterexamples:
            write_report(nb, report, results)
        else:
            write_report(nb, report.names_only(), {test: result.brief() for test, result in results.items()})
        return nb, resources


class ClearSolutionsOf(ClearSolutions):  # type: ignore[misc]
    """Leaves in the pack's answer cells what degrau leaves there; in those of a course's own, what its settings say."""

    def preprocess(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        pack = Pack.at(self.config.CanonicalExporter.get("pack_root", ""))
        ours = resources["nbgrader"]["assignment"] in pack.assignments
        own = ClearSolutions(code_stub={"python": stub(pack.languages)}, text_stub=text_stub(pack.languages))
        clear = own.preprocess if ours else super().preprocess
        cleared: tuple[NotebookNode, Any] = clear(nb, resources)
        return cleared


class PercentPerDay(LateSubmissionPlugin):  # type: ignore[misc]
    """Takes `percent` of the score off for each day begun after the due date."""

    percent = Float(10.0, help="Percent of the score that each late day costs").tag(config=True)

    def late_submission_penalty(self, student_id: str, score: float, total_seconds_late: float) -> float:
        days = math.ceil(total_seconds_late / DAY)
        return min(score, score * days * float(self.percent) / 100)
