"""Enters submissions into nbgrader's books: `autograde --force` and `generate_feedback --force`, each in its turn."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import Any

from ..authoring.pack import Pack
from ..judging.forks import cores
from ..judging.verdicts import KeptVerdicts
from ..notebooks.canonical import Unreadable
from ..sandbox.tiers import best
from ..stages import OnProgress
from .ahead import Ahead, Judges, Settings
from .books import Books
from .choice import give_it_its_name, refuse_links
from .directory import VERDICTS, Course, JudgeSettings, StepError, opened
from .faults import raise_fault_of_a_step, told_in_words
from .grades import Grade, Submission, Where
from .judges import local_judges
from .session import one_connection, schemas_checked_once
from .stage import Stage


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
        # The judges begin before nbgrader is there, which takes seconds to import.
        judges, settings = enter(_judges(root, known, own, where, len(found), fresh))
        ahead = Ahead(folders, judges)
        course = enter(opened(directory))
        for context in (told_in_words(), one_connection(), schemas_checked_once(), _told(root, known, settings.tier)):
            enter(context)
        stage = enter(Stage(course))
        for done, (submission, _folder) in enumerate(zip(found, ahead.judged(known), strict=True)):
            if on_progress:
                on_progress(done, len(found), " ".join(reversed(submission)))
            grade = _grade(course, submission, stage)
            books.enter(grade)
            yield grade
        books.close(course.api.coursedir.db_url, settings.pack.root)


@contextmanager
def _judges(
    root: Path, known: KeptVerdicts, own: JudgeSettings, where: Where, submissions: int, fresh: bool
) -> Iterator[tuple[Judges | None, Settings]]:
    """Whoever judges ahead, if anybody does, and the settings that they judge by.

    Were a judge told otherwise than by the course's own file, its verdicts would go by other keys.
    """
    pack, seed = Pack.at(own.pack), own.seed
    if where.connection:
        # Slow to import, and not everywhere.
        from .cluster import cluster

        judges = cluster(where.connection, pack, seed, known)
        yield judges, judges.settings
        return
    settings = Settings(pack, seed, best())
    with local_judges(min(where.jobs or cores(), submissions), settings, root / VERDICTS, fresh) as local:
        yield local, settings


@contextmanager
def _told(root: Path, known: KeptVerdicts, tier: str) -> Iterator[None]:
    """Tells nbgrader's step what is known, and by which tier it goes."""
    from . import plugin

    folder = str(root / VERDICTS)
    plugin.known[folder] = known, tier
    try:
        yield
    finally:
        del plugin.known[folder]


def _grade(course: Course, submission: Submission, stage: Stage) -> Grade:
    # Slow to import, as nbgrader is.
    from .plugin import notes

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
    said = notes.pop((student, assignment), ())
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
