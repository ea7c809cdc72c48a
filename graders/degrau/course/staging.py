"""What nbgrader is shown of a submission, and where it writes: folders of degrau's own, beside the course's.

nbgrader copies all that lies beside a notebook, wherever a link leads and however large it is. So it never sees what a
student's folder holds: it finds the notebook's name and the time, and the notebook itself is read by degrau alone. It
takes what a student's folder is called for a pattern, and some names it cannot take at all.
"""

import glob
import logging
import os
import shutil
import tempfile
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import SimpleNamespace, TracebackType
from typing import Any, Self

from ..base.disk import replace_folder
from ..grading.submission import TIMESTAMP
from .directory import Course
from .types import Submission

STEPS = ("autograded", "feedback")
SUBMITTED = "submitted"
PREFIX = ".grading-"
BREAKS = "it has a line break or another control character in its name"
BYTES = "its name is not in UTF-8"
SPACES = "its name begins or ends with a space"
ALL = "nbgrader takes its name for everybody's"


def hand_in(settings: Any, student: str, assignment: str, time: str | None) -> Path:
    """Makes the folder of a submission where nbgrader's settings say, with all that nbgrader is to see of it."""
    folder = Path(settings.format_path(settings.submitted_directory, student, assignment))
    folder.mkdir(parents=True)
    (folder / f"{assignment}.ipynb").touch()
    if time is not None:
        (folder / TIMESTAMP).write_text(time, encoding="utf-8")
    return folder


@contextmanager
def aside(settings: Any, student: str, assignment: str, time: str | None) -> Iterator[None]:
    """While this is entered, nbgrader finds this submission in a folder that nobody else knows."""
    before = settings.submitted_directory
    with tempfile.TemporaryDirectory() as folder:
        settings.submitted_directory = folder
        try:
            hand_in(settings, student, assignment, time)
            yield
        finally:
            settings.submitted_directory = before


@contextmanager
def releasing_aside(course: Course, assignment: str) -> Iterator[None]:
    """While this is entered, nbgrader releases into another folder, whose content then goes to its place.

    nbgrader begins by deleting the release that is there; on an error it stays.
    """
    settings = course.api.coursedir
    before = settings.release_directory
    final = Path(settings.format_path(before, ".", assignment))
    with tempfile.TemporaryDirectory(prefix=".releasing-", dir=course.root) as folder:
        settings.release_directory = Path(folder).name
        try:
            yield
            made = Path(settings.format_path(settings.release_directory, ".", assignment))
            final.parent.mkdir(parents=True, exist_ok=True)
            if final.exists():
                final.rename(Path(folder) / "earlier")
            made.rename(final)
        finally:
            settings.release_directory = before


class Stage:
    """A folder in the course, of this process alone, which nbgrader reads and into which it writes while entered."""

    def __init__(self, course: Course) -> None:
        self._root = course.root
        self._folder = course.root / f"{PREFIX}{os.getpid()}"
        self._settings = course.api.coursedir
        self._places = {step: str(getattr(self._settings, f"{step}_directory")) for step in STEPS}
        self._handed_in = str(self._settings.submitted_directory)

    def __enter__(self) -> Self:
        self._clear_after_the_dead()
        for step, place in self._places.items():
            staged = f"{self._folder.name}/{step}"
            if self._top(place).is_dir():
                self._top(staged).mkdir(parents=True)
            _share_alike(self._top(place), self._top(staged))
            setattr(self._settings, f"{step}_directory", staged)
        self._settings.submitted_directory = f"{self._folder.name}/{SUBMITTED}"
        return self

    def __exit__(self, *error: type[BaseException] | BaseException | TracebackType | None) -> None:
        for step, place in self._places.items():
            setattr(self._settings, f"{step}_directory", place)
        self._settings.submitted_directory = self._handed_in
        shutil.rmtree(self._folder, ignore_errors=True)

    @contextmanager
    def handing_in(self, submission: Submission, time: str | None) -> Iterator[None]:
        """While this is entered, nbgrader finds this submission, handed in at this time."""
        folder = hand_in(self._settings, *submission, time)
        try:
            yield
        finally:
            shutil.rmtree(folder)

    def place(self, step: str, submission: Submission) -> Path:
        """Where what a step makes of a submission is put in the end."""
        return Path(self._settings.format_path(self._places[step], *submission))

    def publish(self, student: str, assignment: str) -> None:
        """Puts what was made for one submission in the place of what is there, when it is safe on the disk."""
        for step, place in self._places.items():
            staged = f"{self._folder.name}/{step}"
            made = Path(self._settings.format_path(staged, student, assignment))
            if made.is_dir():
                _sync(made)
                final = Path(self._settings.format_path(place, student, assignment))
                replace_folder(made, final, self._folder / "earlier")
                # Where teachers share a course, nbgrader opens the folder of a step to their group.
                _share_alike(self._top(staged), self._top(place))

    def _top(self, step: str) -> Path:
        """The folder of a step, where nbgrader takes it to be."""
        return Path(self._settings.format_path(step, ".", "."))

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


def refusal(name: str) -> str:
    """Why nbgrader cannot take this name for a student's or an assignment's; nothing if it can.

    >>> refusal("Bia [Erasmus] Reis"), refusal(" ana")
    ('', 'its name begins or ends with a space')
    """
    kinds = {unicodedata.category(character) for character in name}
    return BYTES if "Cs" in kinds else BREAKS if "Cc" in kinds else SPACES if name != name.strip() else _pattern(name)


def _pattern(name: str) -> str:
    return ALL if name and not name.strip("*") else ""


def take_names_literally() -> None:
    """From now on, nbgrader's steps look for names as they are, and pass over those that would stop the class."""
    from nbgrader.converters import base

    base.glob = SimpleNamespace(glob=_found)


def _found(pattern: str) -> list[str]:
    """As `glob.glob`, where a name that is there is itself, whatever brackets and asterisks are in it."""
    folder, last = os.path.split(pattern)
    if os.path.lexists(pattern) and not any(map(_pattern, Path(pattern).parts)):
        return [pattern]
    literal = os.path.isdir(folder) and not any(map(_pattern, Path(folder).parts))
    found = list(_fit(glob.glob(os.path.join(glob.escape(folder) if literal else folder, last))))
    if not found:
        _refuse_stripped(Path(folder))
    return found


def _refuse_stripped(folder: Path) -> None:
    """Raises nbgrader's error with the reason where it took the spaces off a name, and so finds nobody's folder."""
    from nbgrader.converters.base import NbGraderException

    others = folder.parent.iterdir() if folder.parent.is_dir() else ()
    for other in others:
        if other.name != folder.name == other.name.strip():
            raise NbGraderException(f"{str(other)!r} is not graded: {SPACES}. Rename the folder.")


def _fit(paths: list[str]) -> Iterator[str]:
    for path in paths:
        reason = next(filter(None, map(refusal, Path(path).parts[-2:])), "") if os.path.isdir(path) else ""
        if reason:
            logging.getLogger(__name__).error("%r is not graded: %s. Rename the folder.", path, reason)
        else:
            yield path
