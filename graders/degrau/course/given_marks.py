"""Marks already given, which stay: those that another version gave change only with consent.

An autograded notebook carries the version that gave its marks and the digest of the files that were handed in. One
without was made by a version that did not say so: its answers tell whether it was made of what is handed in now.
Marking by hand that is finished stays finished when a class is graded again, as long as what was marked is the same:
nbgrader asks for every such mark once more, whatever it was given for.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..base.disk import digest, digest_of_file
from ..judging.registry import assignments
from ..notebooks.messages import Unreadable
from ..pack.pack import Pack, fingerprint
from ..report.card import first_failed
from ..report.types import ExerciseReport
from .autograded import plain_notebook
from .choices import Choices
from .directory import Course
from .gradebook import submitted_notebook
from .points import CHECK, points_of
from .types import Change, Submission

if TYPE_CHECKING:
    from ..grading.judgement import Sitting

ALL_HOLDS = "every property holds"
# Larger files are known by their size.
MOST_READ = 2**22


class Kept:
    """What there is to be kept of one submission: the cells that were marked, and what they are now."""

    def __init__(self) -> None:
        self.now: Mapping[str, str] = {}


@contextmanager
def finished_marks_kept(settings: Any, submission: Submission, before: Mapping[str, str]) -> Iterator[Kept]:
    """While this is entered, a submission is graded anew by nbgrader, whose `settings` say where the gradebook is.

    `before`: what its cells held when they were marked, by their names; what they hold now is to be told to the result.
    """
    # Slow to import.
    from nbgrader.api import Gradebook

    kept = Kept()
    with Gradebook(settings.db_url, settings.course_id) as gradebook:
        done = _finished(gradebook, submission)
    yield kept
    if not done:
        return
    with Gradebook(settings.db_url, settings.course_id) as gradebook:
        notebook = submitted_notebook(gradebook, submission.assignment, submission.student)
        for grade in notebook.grades if notebook else ():
            same = grade.name in done and done[grade.name] == grade.auto_score
            if same and before.get(grade.name, "") == kept.now.get(grade.name):
                grade.needs_manual_grade = False
        gradebook.db.commit()


def _finished(gradebook: Any, submission: Submission) -> dict[str, float | None]:
    """The cells that somebody has marked by hand and not left open, with the marks that were there without that."""
    notebook = submitted_notebook(gradebook, submission.assignment, submission.student)
    grades = notebook.grades if notebook else ()
    return {g.name: g.auto_score for g in grades if g.manual_score is not None and not g.needs_manual_grade}


def cells_of(notebook: Mapping[str, Any]) -> dict[str, str]:
    """What the cells of a notebook hold, by their names."""
    cells = notebook.get("cells", [])
    named = ((cell["metadata"].get("nbgrader", {}).get("grade_id"), cell["source"]) for cell in cells)
    return {name: "".join(source) for name, source in named if name}


@dataclass(frozen=True)
class Stamp:
    """Who gave the marks of an autograded notebook, and for which files."""

    version: str
    files: str

    @classmethod
    def of(cls, pack: Pack, assignment: str, folder: Path) -> "Stamp":
        """That of this version, for what is in this folder now."""
        return cls(version(pack, assignment), _files(folder))

    def put(self, notebook: Any) -> None:
        """Writes it into an autograded notebook."""
        notebook.metadata.setdefault("degrau", {})["graded"] = {"version": self.version, "files": self.files}


def version(pack: Pack, assignment: str) -> str:
    """What the verdicts on an assignment follow from, but for the students' code and the course's settings."""
    return digest(*(fingerprint(pack, assignment, name) for name in assignments()[assignment].points))


def _files(folder: Path) -> str:
    found = sorted(path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return digest(*(f"{path.relative_to(folder)} {_content(path)}" for path in found))


def _content(path: Path) -> str:
    size = path.lstat().st_size
    return str(size) if size > MOST_READ else digest_of_file(path)


def changes(
    course: Course, submission: Submission, sitting: "Sitting", choices: Choices, made: Path
) -> tuple[Change, ...]:
    """The marks that another version gave for this very submission, and that this one would not give.

    `made`: the folder with the autograded notebook.
    """
    student, assignment = submission
    given = _marks(course, submission)
    if not given or assignment not in sitting.run.pack.assignments:
        return ()
    folder = sitting.submitted / student / assignment
    graded = plain_notebook(made / f"{assignment}.ipynb")
    stamp = _stamp(graded)
    if stamp and (stamp.version == version(sitting.run.pack, assignment) or stamp.files != _files(folder)):
        return ()
    try:
        canonical = sitting.submissions.ahead(folder)
    except Unreadable as problem:
        now: Mapping[str, ExerciseReport] = {}
        nothing = problem.message.to("en")
    else:
        if not stamp and graded and _answers(graded) != _answers(canonical.notebook):
            return ()
        judged = sitting.judge(canonical, student, assignment).worth(points_of(choices, assignment))
        now = {report.name: report for report in judged.exercises}
        nothing = "not judged"
    return tuple(_changes(given, now, nothing))


def _changes(given: Mapping[str, float], now: Mapping[str, ExerciseReport], nothing: str) -> Iterator[Change]:
    for function, old in given.items():
        report = now.get(function)
        new = report.points if report else 0.0
        if new != old:
            yield Change(function, old, new, _why(report) if report else nothing)


def _why(report: ExerciseReport) -> str:
    """What does not hold now, or that everything does."""
    failed = first_failed(report)
    return f"fails: {failed.title}" if failed else ALL_HOLDS


def _marks(course: Course, submission: Submission) -> dict[str, float]:
    """The points by function that are in the gradebook, in the notebook's order; none where there are none yet."""
    student, assignment = submission
    with course.api.gradebook as gradebook:
        notebook = submitted_notebook(gradebook, assignment, student)
        scores = {grade.name: grade.auto_score for grade in notebook.grades} if notebook is not None else {}
    names = assignments()[assignment].points if assignment in assignments() else ()
    return {name: float(score) for name in names if (score := scores.get(CHECK + name)) is not None}


def _stamp(notebook: Mapping[str, Any]) -> Stamp | None:
    found = notebook.get("metadata", {}).get("degrau", {}).get("graded")
    return Stamp(found["version"], found["files"]) if found else None


def _answers(notebook: Mapping[str, Any]) -> dict[str, str]:
    """What a notebook's answer cells hold, by their names."""
    return {
        data["grade_id"]: "".join(cell["source"])
        for cell in notebook["cells"]
        if cell["cell_type"] == "code" and (data := cell["metadata"].get("nbgrader", {})).get("solution")
    }
