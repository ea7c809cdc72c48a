"""Enters submissions into nbgrader's books: `autograde --force` and `generate_feedback --force`, each in its turn."""

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from ..base.progress import OnProgress
from ..grading.judgement import Run, Sitting
from ..grading.submission import give_it_its_name, refuse_links
from ..notebooks.messages import Unreadable
from ..pack.pack import Pack
from ..sandbox.machine import best
from ..sandbox.tiers import Tier
from ..workers.local import Ahead, Judges, cores, local_judges
from ..workers.verdicts import KeptVerdicts
from .books import Books
from .directory import VERDICTS, Course, JudgeSettings, StepError, opened
from .gradebook import one_connection, raise_fault_of_a_step, schemas_checked_once, told_in_words
from .grades import Grade, Submission, Where

STEPS = ("autograded", "feedback")
PREFIX = ".grading-"


def record(
    directory: Path,
    found: Sequence[Submission],
    books: Books,
    on_progress: OnProgress | None,
    own: JudgeSettings,
    where: Where,
    fresh: bool,
) -> Iterator[Grade]:
    """Judges these submissions and enters them into the gradebook; gives each grade as soon as it is there."""
    root = directory.resolve()
    folders = [root / "submitted" / student / assignment for student, assignment in found]
    with ExitStack() as until_the_end:
        enter = until_the_end.enter_context
        known = enter(closing(KeptVerdicts(root / VERDICTS, fresh)))
        # Were a judge told otherwise than by the course's own file, its verdicts would go by other keys.
        tier = _common_tier(where) or best()
        sitting = enter(Sitting(Run(Pack.at(own.pack), own.seed, tier), known))
        # The judges begin before nbgrader is there, which takes seconds to import.
        ahead = Ahead(folders, enter(_judges(root, sitting, where, len(found), fresh)))
        course = enter(opened(directory))
        course.tell(sitting)
        for context in (told_in_words(), one_connection(), schemas_checked_once()):
            enter(context)
        stage = enter(Stage(course))
        for done, (submission, _folder) in enumerate(zip(found, ahead.judged(known), strict=True)):
            if on_progress:
                on_progress(done, len(found), " ".join(reversed(submission)))
            grade = record_one(course, submission, stage, sitting)
            books.enter(grade)
            yield grade
        books.close(course.api.coursedir.db_url, sitting.run.pack.root)


def _common_tier(where: Where) -> Tier | None:
    """The tier that the workers of a cluster have, if one judges."""
    if not where.connection:
        return None
    # Slow to import, and not everywhere.
    from ..workers.cluster import common_tier

    return common_tier(where.connection)


@contextmanager
def _judges(root: Path, sitting: Sitting, where: Where, submissions: int, fresh: bool) -> Iterator[Judges | None]:
    """Whoever judges ahead, if anybody does."""
    if where.connection:
        # Slow to import, and not everywhere.
        from ..workers.cluster import Cluster

        yield Cluster(where.connection, sitting.run, sitting.known, sitting.submissions)
        return
    with local_judges(min(where.jobs or cores(), submissions), sitting.run, root / VERDICTS, fresh) as local:
        yield local


def record_one(course: Course, submission: Submission, stage: "Stage", sitting: Sitting) -> Grade:
    """Has nbgrader autograde one submission and make its feedback; what is there before stays where that fails."""
    student, assignment = submission
    folder = course.root / "submitted" / student / assignment
    try:
        refuse_links(folder)
        give_it_its_name(folder)
        course.run("autograde", assignment, student)
        course.run("generate_feedback", assignment, student)
    except StepError as failure:
        raise_fault_of_a_step(str(failure))
        reason = str(failure) if any(folder.glob("*.ipynb")) else f"no notebook in {folder}"
        return _entry(course, submission, error=reason, log=failure.log)
    except Unreadable as problem:
        return _entry(course, submission, error=f"{folder}: {problem.message.en}")
    stage.publish(student, assignment)
    feedback = course.root / "feedback" / student / assignment / f"{assignment}.html"
    said = sitting.notes.pop((student, assignment), ())
    return _entry(course, submission, feedback=feedback if feedback.exists() else None, notes=said)


def _entry(course: Course, submission: Submission, **result: Any) -> Grade:
    from nbgrader.api import MissingEntry

    student, assignment = submission
    with course.api.gradebook as gradebook:
        try:
            entry = gradebook.find_submission(assignment, student)
        except MissingEntry:
            return Grade(student, assignment, None, 0.0, **result)
        penalty = sum(notebook.late_submission_penalty or 0.0 for notebook in entry.notebooks)
        return Grade(
            student,
            assignment,
            float(entry.score),
            float(entry.max_score),
            float(penalty),
            bool(entry.needs_manual_grade),
            **result,
        )


class Stage:
    """A folder in the course, of this process alone, into which nbgrader writes while this is entered."""

    def __init__(self, course: Course) -> None:
        self._root = course.root
        self._folder = course.root / f"{PREFIX}{os.getpid()}"
        self._settings = course.api.coursedir
        self._places = {step: str(getattr(self._settings, f"{step}_directory")) for step in STEPS}

    def __enter__(self) -> Self:
        self._clear_after_the_dead()
        for step, place in self._places.items():
            staged = f"{self._folder.name}/{step}"
            if self._top(place).is_dir():
                self._top(staged).mkdir(parents=True)
            _share_alike(self._top(place), self._top(staged))
            setattr(self._settings, f"{step}_directory", staged)
        return self

    def __exit__(self, *error: type[BaseException] | BaseException | TracebackType | None) -> None:
        for step, place in self._places.items():
            setattr(self._settings, f"{step}_directory", place)
        shutil.rmtree(self._folder, ignore_errors=True)

    def publish(self, student: str, assignment: str) -> None:
        """Puts what was made for one submission in the place of what is there, when it is safe on the disk."""
        for step, place in self._places.items():
            staged = f"{self._folder.name}/{step}"
            made = Path(self._settings.format_path(staged, student, assignment))
            if made.is_dir():
                _sync(made)
                self._replace(made, Path(self._settings.format_path(place, student, assignment)))
                # Where teachers share a course, nbgrader opens the folder of a step to their group.
                _share_alike(self._top(staged), self._top(place))

    def _top(self, step: str) -> Path:
        """The folder of a step, where nbgrader takes it to be."""
        return Path(self._settings.format_path(step, ".", "."))

    def _replace(self, made: Path, final: Path) -> None:
        final.parent.mkdir(parents=True, exist_ok=True)
        earlier = self._folder / "earlier"
        if final.exists():
            final.rename(earlier)
        made.rename(final)
        shutil.rmtree(earlier, ignore_errors=True)

    def _clear_after_the_dead(self) -> None:
        """Removes what gradings left that were killed."""
        for folder in self._root.glob(f"{PREFIX}*"):
            if not _alive(folder.name.removeprefix(PREFIX)):
                shutil.rmtree(folder, ignore_errors=True)


def _alive(pid: str) -> bool:
    try:
        os.kill(int(pid), 0)
    except PermissionError:
        return True
    except (ValueError, OSError):
        return False
    return int(pid) != os.getpid()


def _share_alike(model: Path, folder: Path) -> None:
    """Gives the folder the group and the permissions of the other, as far as there are both and that is allowed."""
    with suppress(FileNotFoundError, PermissionError):
        os.chown(folder, -1, model.stat().st_gid)
        shutil.copymode(model, folder)


def _sync(folder: Path) -> None:
    """Waits until the files are on the disk."""
    for path in folder.rglob("*"):
        if path.is_file():
            with path.open("rb") as file:
                os.fsync(file.fileno())
