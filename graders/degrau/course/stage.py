"""Where autograded notebooks and feedback are made, out of sight, before they take the place of earlier ones at once.

So neither a kill nor a full disk leaves half a file where a student or a teacher would find it.
"""

import os
import shutil
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from .directory import Course

STEPS = ("autograded", "feedback")
PREFIX = ".grading-"


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
