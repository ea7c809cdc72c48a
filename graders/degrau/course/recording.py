"""Enters submissions into nbgrader's books: `autograde --force` and `generate_feedback --force`, each in its turn."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import Any

from ..base.progress import OnProgress
from ..grading.judgement import Run, Sitting
from ..grading.submission import found_in, refuse_links
from ..notebooks.messages import Unreadable
from ..pack.pack import Pack
from ..sandbox.machine import best
from ..sandbox.tiers import Tier
from ..workers.local import Ahead, Judges, cores, local_judges
from ..workers.verdicts import KeptVerdicts
from .books import Books
from .choices import Choices
from .deadlines import enter_dues, enter_extension, time_in
from .directory import VERDICTS, Course, StepError, opened
from .given_marks import changes
from .gradebook import one_connection, raise_fault_of_a_step, schemas_checked_once, told_in_words
from .points import refuse_other_points
from .roster import Roster, enter_students
from .settings import JudgeSettings, refuse_unconfined
from .sources import Taught, taken
from .staging import Stage, refusal
from .types import Grade, Submission, Where

NOT_TAKEN = "not graded: {file} takes other assignments."


def record(
    directory: Path,
    found: Sequence[Submission],
    books: Books,
    on_progress: OnProgress | None,
    own: JudgeSettings,
    where: Where,
    fresh: bool,
    regrade: bool,
) -> Iterator[Grade]:
    """Judges these submissions and enters them into the gradebook; gives each grade as soon as it is there.

    Marks that another version gave stay as they are, unless `regrade`.
    """
    root = directory.resolve()
    folders = [root / "submitted" / student / assignment for student, assignment in found]
    with ExitStack() as until_the_end:
        enter = until_the_end.enter_context
        known = enter(closing(KeptVerdicts(root / VERDICTS, fresh)))
        sitting = enter(Sitting(_run(root, found, own, where), known, root / "submitted", root / "autograded"))
        # The judges begin before nbgrader is there, which takes seconds to import.
        ahead = Ahead(folders, enter(_judges(root, sitting, where, len(found), fresh)))
        pack, choices = sitting.run.pack, own.choices
        others = set(pack.assignments).difference(taken(choices, pack))
        course = enter(opened(directory))
        _make_ready(course, sitting, choices, until_the_end)
        _enter_what_is_decided(course, found, choices)
        stage = enter(Stage(course))
        for submission in _in_turn(found, ahead, sitting, on_progress):
            if submission.assignment in others:
                yield Grade(*submission, None, 0.0, error=NOT_TAKEN.format(file=choices.file))
                continue
            enter_extension(course, submission, choices)
            books.enter(grade := record_one(course, submission, stage, sitting, choices, regrade))
            yield grade
        books.close(course.api.coursedir.db_url, pack.root)


def _in_turn(
    found: Sequence[Submission], ahead: Ahead, sitting: Sitting, on_progress: OnProgress | None
) -> Iterator[Submission]:
    """The submissions, each when it is its turn, and the sitting knows what was learnt of it ahead."""
    for done, (submission, learnt) in enumerate(zip(found, ahead.judged(), strict=True)):
        if on_progress:
            on_progress(done, len(found), " ".join(reversed(submission)))
        sitting.take(learnt)
        yield submission


def _run(root: Path, found: Sequence[Submission], own: JudgeSettings, where: Where) -> Run:
    """What judging these submissions needs.

    Were a judge told otherwise than by the course's own file, its verdicts would go by other keys.
    """
    tier = _common_tier(where) or best()
    refuse_unconfined(tier, own.accepted)
    pack = Pack.at(own.pack)
    taught = Taught.of(root, pack)
    taught.require(submission.assignment for submission in found)
    return Run(pack, own.seed, tier, own.limits, own.follow_through, own.forbidden, taught)


def _make_ready(course: Course, sitting: Sitting, choices: Choices, until_the_end: ExitStack) -> None:
    """Has nbgrader's steps know of the grading, speak in words, and share what they would make anew each time."""
    # Slow to import.
    from .feedback import close

    until_the_end.callback(close)
    course.tell(sitting, choices)
    for context in (told_in_words(), one_connection(), schemas_checked_once()):
        until_the_end.enter_context(context)


def _enter_what_is_decided(course: Course, found: Sequence[Submission], choices: Choices) -> None:
    """The students and the due dates; raises CourseError where points are others than the gradebook's."""
    with course.api.gradebook as gradebook:
        refuse_other_points(gradebook, choices, [submission.assignment for submission in found])
        enter_students(gradebook, Roster.read(course.root), choices.dropped)
        enter_dues(gradebook, choices)


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


def record_one(
    course: Course, submission: Submission, stage: Stage, sitting: Sitting, choices: Choices, regrade: bool
) -> Grade:
    """Has nbgrader autograde one submission and make its feedback; what is there before stays where that fails.

    It stays as well where another version gave marks that would change, unless `regrade`.
    """
    student, assignment = submission
    folder = course.root / "submitted" / student / assignment
    sitting.over = False
    if reason := next(filter(None, map(refusal, submission)), ""):
        # The gradebook could not even be asked for such a name.
        return Grade(student, assignment, None, 0.0, error=f"not graded: {reason}. Rename the folder {str(folder)!r}.")
    try:
        refuse_links(folder)
        if not found_in(folder):
            return _entry(course, submission, error=f"no notebook in {folder}")
        differing = changes(course, submission, sitting, choices, stage.place("autograded", submission))
        if differing and not regrade:
            return _entry(course, submission, changes=differing, withheld=True, feedback=_page(course, submission))
        time = time_in(folder)
        with stage.handing_in(submission, time.text):
            course.run("autograde", assignment, student)
            course.run("generate_feedback", assignment, student)
    except StepError as failure:
        raise_fault_of_a_step(str(failure))
        return _entry(course, submission, error=str(failure), log=failure.log)
    except Unreadable as problem:
        return _entry(course, submission, error=f"{folder}: {problem}")
    stage.publish(student, assignment)
    said = (*sitting.notes.pop((student, assignment), ()), *time.notes)
    page = _page(course, submission)
    return _entry(course, submission, feedback=page, notes=said, changes=differing, over=sitting.over)


def _page(course: Course, submission: Submission) -> Path | None:
    """The feedback page, if there is one."""
    page = course.root / "feedback" / submission.student / submission.assignment / f"{submission.assignment}.html"
    return page if page.exists() else None


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
