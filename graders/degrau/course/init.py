"""Making a course directory, and bringing one up to date with the assignments."""

from pathlib import Path

import nbformat

from ..base.progress import OnProgress
from ..base.text import Language
from ..judging.registry import assignments
from ..pack.pack import Pack
from ..pack.source import read_source, source_notebook
from .config import write_config
from .directory import CONFIG, Course, CourseError, StepError, is_course, opened
from .gradebook import raise_fault_of_a_step


def init_course(directory: Path, language: Language, pack: Pack, on_progress: OnProgress | None = None) -> Path:
    """Make `directory` a course with the pack's assignments, released; gives the directory's full path.

    A course that is already there gets the new sources, and keeps its settings, submissions and grades.
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
    with opened(directory) as course:
        _same_language(course, language)
        for done, assignment in enumerate(pack.assignments):
            if on_progress:
                on_progress(done, len(pack.assignments), assignment)
            _release(course, assignment, language, pack)
    return directory


def _same_language(course: Course, language: Language) -> None:
    settled = course.config.CanonicalExporter.get("language", language)
    if settled != language:
        raise CourseError(
            f"{course.root} is a course in {settled!r}, not in {language!r}; nothing was changed.\n"
            f"Run it again with {settled!r}, or make a second course in another directory."
        )


def _release(course: Course, assignment: str, language: Language, pack: Pack) -> None:
    source = course.root / "source" / assignment / f"{assignment}.ipynb"
    source.parent.mkdir(parents=True, exist_ok=True)
    solution = read_source(pack.root / "solutions" / f"{assignment}.py")
    notebook = source_notebook(solution, language, assignments()[assignment].points)
    source.write_text(nbformat.writes(notebook), encoding="utf-8")
    try:
        course.run("generate_assignment", assignment)
    except StepError as failure:
        raise_fault_of_a_step(str(failure))
        raise CourseError(f"nbgrader could not release {assignment}: {failure}.\nIts log:\n{failure.log}") from failure
