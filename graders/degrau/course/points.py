"""Points: what functions are worth in a course, and those already given, which stay.

Those that another version gave change only with consent. An autograded notebook carries the version that gave its marks
and the digest of the files that were handed in. One without was made by a version that did not say so: its answers tell
whether it was made of what is handed in now. Marking by hand that is finished stays finished when a class is graded
again, as long as what was marked is the same: nbgrader asks for every such mark once more, whatever it was given for.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..base.disk import digest, digest_of_file
from ..judging.registry import assignments, by_function
from ..notebooks.messages import Unreadable
from ..notebooks.release import is_check
from ..pack.pack import Pack, fingerprint
from ..report.card import first_failed
from ..report.types import DECIMALS, ExerciseReport
from .choices import Choices
from .directory import Course, CourseError
from .gradebook import notebook_entry, submitted_notebook
from .types import Change, Submission

if TYPE_CHECKING:
    from ..grading.judgement import Sitting

CHECK = "check_"
ALL_HOLDS = "every property holds"
# Larger files are known by their size.
MOST_READ = 2**22


def points_of(choices: Choices, assignment: str) -> dict[str, float]:
    """What the functions of an assignment are worth that the course asks for; raises CourseError."""
    for what, names in (("points of", choices.points), ("left out", choices.left_out)):
        if strangers := sorted(set(names) - by_function().keys()):
            raise CourseError(f"{choices.file} has {what} {strangers[0]}, which is no function.\nMend its name.")
    every = assignments()[assignment].points.items()
    return {name: choices.points.get(name, float(most)) for name, most in every if name not in choices.left_out}


def refuse_other_points(gradebook: Any, choices: Choices, names: Iterable[str]) -> None:
    """Raises CourseError where the gradebook's cells of one of these assignments are not those that are judged."""
    for name in sorted(set(names) & set(assignments())):
        notebook = notebook_entry(gradebook, name)
        if notebook is None:
            continue
        if differing := list(_differing(_automatic(notebook), points_of(choices, name), _codes(notebook))):
            raise CourseError(
                f"{name} is not in the gradebook as it is judged: {'; '.join(differing)}.\n"
                f"Run degrau init {choices.file.parent} --update, or take the degrau and the course pack "
                "that released it."
            )


def worth_there(gradebook: Any, assignment: str) -> dict[str, float]:
    """What the judged cells of an assignment are worth in the gradebook; nothing where it does not have it."""
    notebook = notebook_entry(gradebook, assignment)
    return _automatic(notebook) if notebook is not None else {}


def all_worth_there(gradebook: Any, assignment: str) -> dict[str, float]:
    """What its cells are worth, those that are marked by hand, too."""
    notebook = notebook_entry(gradebook, assignment)
    cells = [*notebook.grade_cells, *notebook.task_cells] if notebook is not None else []
    return {cell.name: float(cell.max_score) for cell in cells}


def rescale(gradebook: Any, assignment: str, before: Mapping[str, float]) -> None:
    """Brings marks into line with what the cells are worth now, after they were worth so much `before`."""
    now = worth_there(gradebook, assignment)
    factors = {cell: now[cell] / most for cell, most in before.items() if cell in now and most and now[cell] != most}
    for submission in gradebook.notebook_submissions(assignment, assignment) if factors else ():
        for grade in submission.grades:
            factor = factors.get(grade.name, 1.0)
            for kind in ("auto_score", "manual_score"):
                if factor != 1.0 and (score := getattr(grade, kind)) is not None:
                    setattr(grade, kind, round(score * factor, DECIMALS))
    gradebook.db.commit()


def _automatic(notebook: Any) -> dict[str, float]:
    """The points of the cells that nobody marks by hand."""
    by_hand = {cell.name for cell in notebook.solution_cells}
    cells = [cell for cell in notebook.grade_cells if cell.cell_type == "code" and cell.name not in by_hand]
    return {cell.name: float(cell.max_score) for cell in cells}


def _codes(notebook: Any) -> dict[str, str]:
    """What is written in its cells."""
    return {cell.name: cell.source or "" for cell in notebook.source_cells}


def _differing(entered: Mapping[str, float], points: Mapping[str, float], codes: Mapping[str, str]) -> Iterator[str]:
    """What differs, in words; a cell that is no check of a function is a teacher's own test.

    >>> list(_differing({"check_step": 4.0, "check_x": 1.0}, {"step": 5, "predict": 2}, {"check_x": "check(x)"}))
    ['step has 4 points there and 5 here', 'predict is not there', 'check_x is not judged']
    """
    for function, most in points.items():
        there = entered.get(CHECK + function)
        if there is None:
            yield f"{function} is not there"
        elif there != most:
            yield f"{function} has {there:g} points there and {most:g} here"
    for cell in entered:
        only_check = is_check(codes.get(cell, ""))
        if cell.removeprefix(CHECK) in points and not only_check:
            yield f"{cell} has code of its own, which would not count: put it into a cell of its own"
        elif cell.removeprefix(CHECK) not in points and only_check:
            yield f"{cell} is not judged"


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


def cells_in(path: Path) -> dict[str, str]:
    """What the cells of a notebook hold, by their names; nothing where there is none."""
    try:
        return cells_of(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}


def cells_of(text: str) -> dict[str, str]:
    """What the cells of the notebook in this text hold, by their names."""
    cells = json.loads(text).get("cells", [])
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
    graded = _notebook(made / f"{assignment}.ipynb")
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


def _notebook(path: Path) -> dict[str, Any]:
    """The notebook that was made when the marks were given; empty where it is no more."""
    try:
        notebook: dict[str, Any] = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return notebook


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
