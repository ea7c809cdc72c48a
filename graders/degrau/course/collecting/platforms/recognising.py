"""Which platform an archive or a folder comes from, by the shape of what is in it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from . import blackboard, brightspace, canvas, folders, gradescope, moodle, sakai
from .archives import Refused, opened_source
from .entries import Platform, Reading
from .repositories import read_repositories, repositories_in

# The likeliest to be right first: a folder is what has no other shape.
PLATFORMS = (
    gradescope.PLATFORM,
    moodle.PLATFORM,
    blackboard.PLATFORM,
    brightspace.PLATFORM,
    sakai.PLATFORM,
    canvas.PLATFORM,
    folders.PLATFORM,
)
GIT = Platform("git", lambda entries: None, free=True)
KNOWN = ", ".join(platform.name for platform in (*PLATFORMS, GIT))


ARCHIVE = ".zip"


@dataclass(frozen=True)
class Recognised:
    """An archive or folder, whose it is, and what it holds."""

    path: Path
    platform: Platform
    reading: Reading


@contextmanager
def recognised(path: Path) -> Iterator[Recognised]:
    """What an archive or folder is, to be read while this is entered; raises Refused where it is none that is known."""
    with opened_source(path) as opened:
        if path.is_dir() and repositories_in(path):
            reading = read_repositories(path, list(opened.entries))
            yield Recognised(path, GIT, Reading(reading.pieces, (*opened.left, *reading.left)))
            return
        for platform in PLATFORMS:
            if reading_of := platform.read(opened.entries):
                yield Recognised(path, platform, Reading(reading_of.pieces, (*opened.left, *reading_of.left)))
                return
    raise Refused(f"{path} has nothing in it that looks like a class's notebooks.\nKnown are: {KNOWN}.")


def archives_in(folder: Path) -> list[Path]:
    """The archives of platforms that lie in a folder: it may be that of somebody's downloads."""
    if repositories_in(folder):
        return []
    zips = sorted(path for path in folder.iterdir() if path.suffix.lower() == ARCHIVE and path.is_file())
    return [path for path in zips if _is_a_platforms(path)]


def _is_a_platforms(path: Path) -> bool:
    """Whether this is an archive of a platform's, and not of a student's."""
    try:
        with opened_source(path) as opened:
            return any(platform.read(opened.entries) for platform in PLATFORMS if platform is not folders.PLATFORM)
    except Refused:
        return False
