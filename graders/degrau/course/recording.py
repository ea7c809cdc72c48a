"""Enters submissions into nbgrader's books: `autograde --force` and `generate_feedback --force`, each in its turn."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import Any

from ..base.progress import OnProgress
from ..grading.finding import found_in, refuse_links
from ..grading.judgement import Run, Sitting
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
from .names import refusal
from .points import refuse_other_points
from .staging import Stage
from .tiers import refuse_unconfined
from .timestamps import time_in


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
        refuse_unconfined(tier, own.accepted)
        sitting = enter(Sitting(Run(Pack.at(own.pack), own.seed, tier), known, root / "submitted"))
        # The judges begin before nbgrader is there, which takes seconds to import.
        ahead = Ahead(folders, enter(_judges(root, sitting, where, len(found), fresh)))
        course = enter(opened(directory))
        course.tell(sitting)
        for context in (told_in_words(), one_connection(), schemas_checked_once()):
            enter(context)
        refuse_other_points(course, [submission.assignment for submission in found])
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


def record_one(course: Course, submission: Submission, stage: Stage, sitting: Sitting) -> Grade:
    """Has nbgrader autograde one submission and make its feedback; what is there before stays where that fails."""
    student, assignment = submission
    folder = course.root / "submitted" / student / assignment
    if reason := next(filter(None, map(refusal, submission)), ""):
        # The gradebook could not even be asked for such a name.
        return Grade(student, assignment, None, 0.0, error=f"not graded: {reason}. Rename the folder {str(folder)!r}.")
    try:
        refuse_links(folder)
        if not found_in(folder):
            return _entry(course, submission, error=f"no notebook in {folder}")
        time = time_in(folder)
        with stage.handing_in(submission, time.text):
            course.run("autograde", assignment, student)
            course.run("generate_feedback", assignment, student)
    except StepError as failure:
        raise_fault_of_a_step(str(failure))
        return _entry(course, submission, error=str(failure), log=failure.log)
    except Unreadable as problem:
        return _entry(course, submission, error=f"{folder}: {problem.message.en}")
    stage.publish(student, assignment)
    feedback = course.root / "feedback" / student / assignment / f"{assignment}.html"
    said = (*sitting.notes.pop((student, assignment), ()), *time.notes)
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
