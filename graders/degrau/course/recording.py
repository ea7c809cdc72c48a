"""Enters submissions into nbgrader's books: `autograde --force` and `generate_feedback --force`, each in its turn."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from traitlets.config import Config
from traitlets.config.loader import PyFileConfigLoader

from ..authoring.pack import Pack
from ..judging.verdicts import KeptVerdicts
from ..notebooks.canonical import Unreadable
from .books import Books
from .choice import give_it_its_name, refuse_links
from .directory import CONFIG, VERDICTS, Course, StepError, opened
from .faults import raise_fault_of_a_step, told_in_words
from .grades import Grade, Submission
from .judges import Judges, Settings
from .session import one_connection, schemas_checked_once
from .stage import Stage


def record(
    directory: Path,
    found: Sequence[Submission],
    books: Books,
    on_progress: Callable[[int, int, str], None] | None,
    jobs: int | None,
    fresh: bool,
) -> Iterator[Grade]:
    """Judges these submissions and enters them into the gradebook; gives each grade as soon as it is there."""
    root = directory.resolve()
    settings = _settings(root, fresh)
    folders = [root / "submitted" / student / assignment for student, assignment in found]
    # The judges begin before nbgrader is there, which takes seconds to import.
    with (
        Judges(min(jobs or cores(), len(found)), settings, folders).started() as judges,
        opened(directory) as course,
        told_in_words(),
        one_connection(),
        schemas_checked_once(),
        Stage(course) as stage,
        _known(settings) as known,
    ):
        for done, (submission, _folder) in enumerate(zip(found, judges.ahead(known), strict=True)):
            if on_progress:
                on_progress(done, len(found), " ".join(reversed(submission)))
            grade = _grade(course, submission, stage)
            books.enter(grade)
            yield grade
        books.close(course.api.coursedir.db_url, settings.pack_root)


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _settings(root: Path, fresh: bool) -> Settings:
    """What the course's own file sets. Were a judge told otherwise by it, its verdicts would go by other keys."""
    try:
        config = PyFileConfigLoader(CONFIG, path=str(root)).load_config()
    except Exception:
        # Whoever opens the course says what is wrong with the file.
        config = Config()
    named = config.CanonicalExporter.get("pack_root", "")
    pack = Path(named) if named else Pack.find().root
    return Settings(pack, config.Judge.get("seed", 0), root / VERDICTS, fresh)


@contextmanager
def _known(settings: Settings) -> Iterator[KeptVerdicts]:
    """The verdicts that are known, for this module and for nbgrader's step."""
    from . import plugin

    known = KeptVerdicts(settings.verdicts, settings.fresh)
    plugin.known[str(settings.verdicts)] = known
    try:
        yield known
    finally:
        del plugin.known[str(settings.verdicts)]
        known.close()


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
