"""Making a course directory, and bringing one up to date with the assignments."""

import secrets
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from nbformat import NotebookNode

from ...base.disk import write_whole
from ...base.progress import OnProgress
from ...base.text import Language
from ...pack.pack import Pack
from ..choices import FILE as CHOICES
from ..choices import Choices, template
from ..directory import CONFIG, Course, CourseError, StepError, is_course, opened, settings_of
from ..gradebook import notebook_entry, raise_fault_of_a_step, told_in_words
from ..points import CHECK, all_worth_there, rescale, worth_there
from ..sources import (
    base_of,
    edits,
    is_released,
    keep_base,
    language_of,
    merged,
    read_source,
    release_of,
    settled_language,
    source_of,
    taken,
    text_of,
    written_by_degrau,
)
from ..staging import releasing_aside
from .adopting import is_of_nbgrader
from .config import write_config
from .fitting import copy_of_the_gradebook, fit_cells, notebook_points
from .replaced import keep_copy


@dataclass(frozen=True)
class Differing:
    """A source that is not as degrau would write it now, or not as it was released."""

    source: Path
    edited: tuple[str, ...]
    """The cells that the teacher changed, added or took out: they stay as they are."""
    points: tuple[tuple[str, float | None, float | None], ...]
    """Functions, tests and questions, and what they are worth in the gradebook and from now on; None: not there."""
    submissions: int
    """How many have been graded by what is in the gradebook."""
    outdated: bool
    """Whether degrau would write it otherwise; else it is the release that is out of date."""


def init_course(
    directory: Path,
    language: Language,
    pack: Pack,
    on_progress: OnProgress | None = None,
    on_differing: Callable[[Differing], None] | None = None,
    update: bool = False,
) -> Path:
    """Make `directory` a course with the assignments that it takes, released; gives the directory's full path.

    A course that is already there gets the sources that it has not, and keeps its settings, submissions and grades.
    `on_differing` is called with each source that degrau would write otherwise now, or that was edited since it was
    released; it is kept, and so is its release. With `update`, it is brought into line and released again: what a
    teacher wrote stays, a copy of what was there is kept in replaced/, and marks stay in proportion to what functions
    are worth now. Raises CourseError for a directory with other things in it.
    """
    directory = directory.resolve()
    _refuse_others(directory)
    _set_up(directory, language, pack)
    _same_language(directory, language)
    with opened(directory) as course, told_in_words():
        choices = Choices.read(directory)
        names = taken(choices, pack)
        for done, assignment in enumerate(names):
            if on_progress:
                on_progress(done, len(names), assignment)
            ours = written_by_degrau(choices, assignment, language, pack)
            if not source_of(directory, assignment).exists():
                _release(course, assignment, ours)
                keep_base(directory, assignment, ours)
                continue
            base = base_of(directory, assignment, language, pack)
            _bring_into_line(course, assignment, base, ours, on_differing, update)
    return directory


def _refuse_others(directory: Path) -> None:
    """Raises CourseError where there is something that is not a course."""
    if is_of_nbgrader(directory):
        raise CourseError(
            f"{directory} is an nbgrader course that degrau has no part in; nothing was changed.\n"
            f"To make it degrau's as well, and keep all that is in it: degrau init {directory} --adopt"
        )
    if directory.is_file() or (directory.is_dir() and any(directory.iterdir()) and not is_course(directory)):
        raise CourseError(
            f"{directory} is not empty, and not a course of degrau's; nothing was changed.\n"
            "Name a new directory: degrau init NEW_DIRECTORY"
        )


def _set_up(directory: Path, language: Language, pack: Pack) -> None:
    """Writes the settings and the choices, where there are none."""
    directory.mkdir(parents=True, exist_ok=True)
    if not is_course(directory):
        write_config(directory / CONFIG, pack)
    if not (directory / CHOICES).exists():
        seed, own = _new_seed(directory), settled_language(directory) or language
        write_whole(directory / CHOICES, template(seed, own, pack.assignments).encode(), 0o600)


def _new_seed(directory: Path) -> int | None:
    """One at random; none where the course's settings have one already."""
    return None if "seed" in settings_of(directory).Judge else secrets.randbelow(2**31)


def _same_language(root: Path, language: Language) -> None:
    settled = language_of(root) or language
    if settled != language:
        raise CourseError(
            f"{root} is a course in {settled!r}, not in {language!r}; nothing was changed.\n"
            f"Run it again with {settled!r}, or make a second course in another directory."
        )


def _bring_into_line(
    course: Course,
    assignment: str,
    base: NotebookNode,
    ours: NotebookNode,
    on_differing: Callable[[Differing], None] | None,
    update: bool,
) -> None:
    """Looks whether a source, and its release, are as they would be made now; with `update`, makes them so."""
    source = source_of(course.root, assignment)
    theirs = read_source(source)
    wanted = merged(theirs, base, ours)
    outdated = text_of(wanted) != text_of(theirs)
    stale = not _is_released(course, assignment, theirs)
    if (outdated or stale) and on_differing:
        with course.api.gradebook as gradebook:
            before = all_worth_there(gradebook, assignment)
            points = tuple(_changed(before, notebook_points(wanted)))
            graded = len(gradebook.notebook_submissions(assignment, assignment)) if before else 0
        on_differing(Differing(source, tuple(edits(wanted, ours)), points, graded, outdated))
    if update and (outdated or stale):
        _replace(course, assignment, wanted, outdated)
        keep_base(course.root, assignment, ours)
    elif not _is_there(course, assignment):
        _release(course, assignment, None)


def _changed(before: Mapping[str, float], now: Mapping[str, float]) -> Iterator[tuple[str, float | None, float | None]]:
    """The functions, tests and questions whose points would change."""
    for cell in {**now, **before}:
        if before.get(cell) != now.get(cell):
            yield cell.removeprefix(CHECK), before.get(cell), now.get(cell)


def _is_there(course: Course, assignment: str) -> bool:
    """Whether there is a release, and the gradebook knows it: that may be a new one."""
    with course.api.gradebook as gradebook:
        if notebook_entry(gradebook, assignment) is None:
            return False
    return release_of(course.root, assignment).exists()


def _is_released(course: Course, assignment: str, source: NotebookNode) -> bool:
    """Whether the release that is there was made of this source; one that is missing is made without being asked."""
    release = release_of(course.root, assignment)
    return not release.exists() or is_released(source, read_source(release))


def _replace(course: Course, assignment: str, wanted: NotebookNode, outdated: bool) -> None:
    """Releases this source; a copy of another that was there is kept, and marks stay in proportion."""
    if outdated:
        keep_copy(course.root, source_of(course.root, assignment))
    with course.api.gradebook as gradebook:
        before = worth_there(gradebook, assignment)
        fit_cells(gradebook, assignment, wanted, lambda: copy_of_the_gradebook(gradebook, course.root))
    _release(course, assignment, wanted)
    with course.api.gradebook as gradebook:
        rescale(gradebook, assignment, before)


def _release(course: Course, assignment: str, wanted: NotebookNode | None) -> None:
    """Has nbgrader release the source, this one if it is new; where it cannot, all is as it was before."""
    source = source_of(course.root, assignment)
    earlier = source.read_bytes() if source.exists() else None
    if wanted is not None:
        source.parent.mkdir(parents=True, exist_ok=True)
        source.write_text(text_of(wanted), encoding="utf-8")
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
