"""Making a course directory, and bringing one up to date with the assignments."""

from collections.abc import Callable
from pathlib import Path

import nbformat

from ..base.progress import OnProgress
from ..base.text import Language
from ..judging.registry import assignments
from ..pack.pack import Pack
from ..pack.source import read_source, source_notebook
from .config import write_config
from .directory import CONFIG, Course, CourseError, StepError, is_course, opened
from .gradebook import notebook_entry, raise_fault_of_a_step, told_in_words
from .staging import releasing_aside


def init_course(
    directory: Path,
    language: Language,
    pack: Pack,
    on_progress: OnProgress | None = None,
    on_kept: Callable[[Path], None] | None = None,
) -> Path:
    """Make `directory` a course with the pack's assignments, released; gives the directory's full path.

    A course that is already there gets the sources that it has not, and keeps its settings, submissions and grades. It
    keeps each source that is not as degrau would write it now, and its release; `on_kept` is called with its path.
    Raises CourseError for a directory with other things in it.
    """
    directory = directory.resolve()
    if directory.is_file() or (directory.is_dir() and any(directory.iterdir()) and not is_course(directory)):
        raise CourseError(
            f"{directory} is not empty, and not a course of degrau's; nothing was changed.\n"
            "Name a new directory: degrau init NEW_DIRECTORY"
        )
    directory.mkdir(parents=True, exist_ok=True)
    if not is_course(directory):
        write_config(directory / CONFIG, language, pack.root)
    with opened(directory) as course, told_in_words():
        _same_language(course, language)
        for done, assignment in enumerate(pack.assignments):
            if on_progress:
                on_progress(done, len(pack.assignments), assignment)
            source, content = _source(course, assignment), _content(assignment, language, pack)
            new = not source.exists()
            if not new and source.read_text("utf-8", "replace") != content and on_kept:
                on_kept(source)
            if new or not _is_released(course, assignment):
                _release(course, assignment, source, content if new else None)
    return directory


def _same_language(course: Course, language: Language) -> None:
    settled = course.config.CanonicalExporter.get("language", language)
    if settled != language:
        raise CourseError(
            f"{course.root} is a course in {settled!r}, not in {language!r}; nothing was changed.\n"
            f"Run it again with {settled!r}, or make a second course in another directory."
        )


def _source(course: Course, assignment: str) -> Path:
    return course.root / "source" / assignment / f"{assignment}.ipynb"


def _content(assignment: str, language: Language, pack: Pack) -> str:
    solution = read_source(pack.root / "solutions" / f"{assignment}.py")
    return str(nbformat.writes(source_notebook(solution, language, assignments()[assignment].points)))


def _is_released(course: Course, assignment: str) -> bool:
    """Whether there is a release, and the gradebook knows it: that may be a new one."""
    with course.api.gradebook as gradebook:
        if notebook_entry(gradebook, assignment) is None:
            return False
    return (course.root / "release" / assignment / f"{assignment}.ipynb").exists()


def _release(course: Course, assignment: str, source: Path, content: str | None) -> None:
    """Has nbgrader release the source, with this content if it is new; where it cannot, all is as it was before."""
    if content is not None:
        source.parent.mkdir(parents=True, exist_ok=True)
        source.write_text(content, encoding="utf-8")
    try:
        with releasing_aside(course, assignment):
            course.run("generate_assignment", assignment)
    except StepError as failure:
        if content is not None:
            source.unlink()
        raise_fault_of_a_step(str(failure))
        raise CourseError(
            f"{assignment} cannot be released again: {str(failure).removeprefix('RuntimeError: ')}.\n"
            "Its release, submissions and grades are as they were. For other functions, make a course of their own."
        ) from failure
