"""Making a course directory, and bringing one up to date with the assignments."""

import secrets
from collections.abc import Callable
from itertools import count
from pathlib import Path

import nbformat

from ..base.disk import write_whole
from ..base.progress import OnProgress
from ..base.text import Language
from ..pack.pack import Pack
from ..pack.source import carrying, source_notebook
from .choices import FILE as CHOICES
from .choices import template
from .config import write_config
from .directory import CONFIG, Course, CourseError, StepError, is_course, opened, settings_of
from .gradebook import notebook_entry, raise_fault_of_a_step, told_in_words
from .points import points_of, rescale, worth_there
from .staging import releasing_aside

REPLACED = "replaced"


def init_course(
    directory: Path,
    language: Language,
    pack: Pack,
    on_progress: OnProgress | None = None,
    on_kept: Callable[[Path], None] | None = None,
    update: bool = False,
) -> Path:
    """Make `directory` a course with the pack's assignments, released; gives the directory's full path.

    A course that is already there gets the sources that it has not, and keeps its settings, submissions and grades. It
    keeps each source that is not as degrau would write it now, and its release; `on_kept` is called with its path.
    With `update`, such a source is replaced, a copy of it is kept in replaced/, and marks stay in proportion to what
    functions are worth now. Raises CourseError for a directory with other things in it.
    """
    directory = directory.resolve()
    if directory.is_file() or (directory.is_dir() and any(directory.iterdir()) and not is_course(directory)):
        raise CourseError(
            f"{directory} is not empty, and not a course of degrau's; nothing was changed.\n"
            "Name a new directory: degrau init NEW_DIRECTORY"
        )
    directory.mkdir(parents=True, exist_ok=True)
    if not is_course(directory):
        write_config(directory / CONFIG, language, pack)
    if not (directory / CHOICES).exists():
        write_whole(directory / CHOICES, template(_new_seed(directory)).encode(), 0o600)
    with opened(directory) as course, told_in_words():
        _same_language(course, language)
        for done, assignment in enumerate(pack.assignments):
            if on_progress:
                on_progress(done, len(pack.assignments), assignment)
            source, content = _source(course, assignment), _content(directory, assignment, language, pack)
            new = not source.exists()
            other = not new and source.read_text("utf-8", "replace") != content
            if other and on_kept:
                on_kept(source)
            if other and update:
                _replace(course, assignment, source, content)
            elif new or not _is_released(course, assignment):
                _release(course, assignment, source, content if new else None)
    return directory


def _new_seed(directory: Path) -> int | None:
    """One at random; none where the course's settings have one already."""
    return None if "seed" in settings_of(directory).Judge else secrets.randbelow(2**31)


def settled_language(directory: Path) -> Language | None:
    """The language of the course that is there already; None where there is none, or its settings do not say."""
    settled = settings_of(directory.resolve()).CanonicalExporter.get("language") if is_course(directory) else None
    return settled if isinstance(settled, str) else None


def _same_language(course: Course, language: Language) -> None:
    settled = course.config.CanonicalExporter.get("language", language)
    if settled != language:
        raise CourseError(
            f"{course.root} is a course in {settled!r}, not in {language!r}; nothing was changed.\n"
            f"Run it again with {settled!r}, or make a second course in another directory."
        )


def _source(course: Course, assignment: str) -> Path:
    return course.root / "source" / assignment / f"{assignment}.ipynb"


def _content(root: Path, assignment: str, language: Language, pack: Pack) -> str:
    points = points_of(root, assignment)
    notebook = source_notebook(pack.source(assignment), language, points)
    return str(nbformat.writes(carrying(notebook, pack.version(assignment, language))))


def _is_released(course: Course, assignment: str) -> bool:
    """Whether there is a release, and the gradebook knows it: that may be a new one."""
    with course.api.gradebook as gradebook:
        if notebook_entry(gradebook, assignment) is None:
            return False
    return (course.root / "release" / assignment / f"{assignment}.ipynb").exists()


def _replace(course: Course, assignment: str, source: Path, content: str) -> None:
    """Releases another source in the place of this one, of which a copy is kept; marks stay in proportion."""
    copies = (course.root / REPLACED / f"{assignment}-{number}.ipynb" for number in count(1))
    write_whole(next(copy for copy in copies if not copy.exists()), source.read_bytes())
    with course.api.gradebook as gradebook:
        before = worth_there(gradebook, assignment)
    _release(course, assignment, source, content)
    with course.api.gradebook as gradebook:
        rescale(gradebook, assignment, before)


def _release(course: Course, assignment: str, source: Path, content: str | None) -> None:
    """Has nbgrader release the source, with this content if it is new; where it cannot, all is as it was before."""
    earlier = source.read_bytes() if source.exists() else None
    if content is not None:
        source.parent.mkdir(parents=True, exist_ok=True)
        source.write_text(content, encoding="utf-8")
    try:
        with releasing_aside(course, assignment):
            course.run("generate_assignment", assignment)
    except StepError as failure:
        if earlier is None:
            source.unlink()
        else:
            source.write_bytes(earlier)
        raise_fault_of_a_step(str(failure))
        raise CourseError(
            f"{assignment} cannot be released again: {str(failure).removeprefix('RuntimeError: ')}.\n"
            "Its release, submissions and grades are as they were. For other functions, make a course of their own."
        ) from failure
