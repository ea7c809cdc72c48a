"""A course that several teachers share: all that is in it is their group's to read and to write, and nobody else's."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from stat import S_IMODE, S_IXGRP, S_IXOTH, S_IXUSR

from ...base.disk import SHARED_FILE, SHARED_FOLDER, together
from ...pack.pack import pack_root
from ..directory import CourseError, settings_of
from ..settings import JudgeSettings
from .config import add_to_config

ABOUT = "# Teachers of the group {group} share this course: what nbgrader makes is the group's, and nobody else's."
SETTINGS = (
    ("CourseDirectory", "groupshared", True),
    ("Autograde", "permissions", 660),
    ("GenerateFeedback", "permissions", 660),
    ("GenerateAssignment", "permissions", 660),
)


@dataclass
class Shared:
    """What came of sharing a course: how many files and folders changed, and what others have to do."""

    changed: int = 0
    foreign: int = 0
    """How many are not the group's, and belong to somebody else, who alone can give them to it."""
    config: Path | None = None
    """The copy of nbgrader_config.py as it was, where that had to change."""
    closed: tuple[Path, ...] = ()
    """The folders above the course, or above the course pack, that the group may not enter."""


def group_called(name: str) -> int:
    """The number of a group that one is in; raises CourseError."""
    try:
        import grp
    except ImportError:
        raise CourseError("this system has no groups, so that a course cannot be shared.\nUse one that has.") from None
    try:
        number = int(name) if name.isdecimal() else grp.getgrnam(name).gr_gid
    except KeyError:
        raise CourseError(f"there is no group called {name}.\nHave it made (groupadd {name}), and try again.") from None
    if os.geteuid() != 0 and number not in {os.getegid(), *os.getgroups()}:
        raise CourseError(
            f"you are not in the group {name}.\nHave yourself added (usermod -aG {name} YOU), and log in again."
        )
    return number


def share(root: Path, name: str, group: int) -> Shared:
    """Gives a course, with all that is in it, to this group; what is so already stays as it is."""
    done = Shared()
    for place, folders, files in os.walk(root):
        _give(Path(place), group, SHARED_FOLDER, done)
        # A link leads to what is somewhere else, and maybe somebody else's.
        folders[:] = [folder for folder in folders if not Path(place, folder).is_symlink()]
        for path in (Path(place, file) for file in files):
            if not path.is_symlink():
                _give(path, group, SHARED_FILE, done)
    settled = settings_of(root)
    if any(settled[section].get(setting) != value for section, setting, value in SETTINGS):
        lines = (f"c.{section}.{setting} = {value}" for section, setting, value in SETTINGS)
        with together(root):
            done.config = add_to_config(root, "".join(f"{text}\n" for text in (ABOUT.format(group=name), *lines)))
    places = root, pack_root(JudgeSettings.of(root).pack)
    done.closed = tuple(dict.fromkeys(folder for place in places for folder in _closed(place, group)))
    return done


def _give(path: Path, group: int, mode: int, done: Shared) -> None:
    about = path.stat()
    if mode == SHARED_FILE and about.st_mode & S_IXUSR:
        mode |= S_IXUSR | S_IXGRP
    if about.st_gid == group and S_IMODE(about.st_mode) == mode:
        return
    try:
        # In this order: a new group takes away what a mode says of groups.
        os.chown(path, -1, group)
        path.chmod(mode)
        done.changed += 1
    except PermissionError:
        done.foreign += 1


def _closed(place: Path, group: int) -> Iterator[Path]:
    """The folders above this one that the group may not enter."""
    for folder in reversed(place.resolve().parents):
        about = folder.stat()
        if not about.st_mode & S_IXOTH and not (about.st_gid == group and about.st_mode & S_IXGRP):
            yield folder
