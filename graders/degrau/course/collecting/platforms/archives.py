"""The files of an archive or a folder that somebody gives. Nothing is unpacked here, and no link is followed.

A platform makes no archive with `..` in its names, with links, or of terabytes: such a one is refused whole.
"""

import os
import stat
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path, PurePosixPath
from struct import unpack_from
from typing import BinaryIO

from ....base.mendable import Mendable
from ....grading.submission import NOTEBOOK
from ....notebooks.read import is_hidden, open_itself
from .entries import Entry, Left

MOST_FILES = 500_000
# Of all that an archive holds, and of one file in it: notebooks are read to 2 GB, and pictures make them large.
MOST_BYTES = 2**35
MOST_OF_A_FILE = 2**31
# What is packed smaller than this, and is large, is no work of anybody's: notebooks pack to a tenth.
MOST_GROWTH, HARMLESS = 500, 2**24
SYMLINK = "it is a link, and could lead to somebody else's work"
GROWS = "it would take {size:.0f} MB, and is packed as nobody's work is"
LARGE = "it is larger than 2 GB"
# The extra field of a zip's entry with its time in UTC, which the entry itself has in local time.
UNIX_TIME = 0x5455
# No earlier time can be written there, so this one means that there is none.
NO_TIME = (1980, 1, 1, 0, 0, 0)


class Refused(Mendable):
    """An archive that is not taken, and why."""


@dataclass(frozen=True)
class Opened:
    """What is in an archive or folder that can be read, and what of it cannot be taken."""

    entries: tuple[Entry, ...]
    left: tuple[Left, ...]


@contextmanager
def opened_source(path: Path) -> Iterator[Opened]:
    """The files of an archive or a folder, while this is entered; raises Refused."""
    if path.is_dir() or path.suffix.lower() == NOTEBOOK:
        yield _folder(path)
        return
    try:
        archive = zipfile.ZipFile(path)
    except OSError as error:
        raise Refused(f"{path}: {error.strerror}.\nName the file that the platform gave, or its folder.") from error
    except (zipfile.BadZipFile, NotImplementedError) as error:
        raise Refused(f"{path} cannot be read as a zip: {error}.\nDownload it again.") from error
    with archive:
        yield _archive(path, archive)


def _archive(path: Path, archive: zipfile.ZipFile) -> Opened:
    infos = [info for info in archive.infolist() if not info.is_dir()]
    if len(infos) > MOST_FILES or sum(info.file_size for info in infos) > MOST_BYTES:
        raise Refused(
            f"{path} would take more than {MOST_BYTES >> 30} GB, or has too many files.\nIt was not unpacked."
        )
    entries, left = [], []
    for info in infos:
        name = _name(info)
        _refuse_outside(path, name)
        if stat.S_ISLNK(info.external_attr >> 16):
            raise Refused(f"{path} has a link in it ({name}), as no platform makes them.\nIt was not unpacked.")
        if info.file_size > HARMLESS and info.file_size > MOST_GROWTH * max(info.compress_size, 1):
            left.append(Left(name, GROWS.format(size=info.file_size / 1e6), lost=True))
        elif info.file_size > MOST_OF_A_FILE:
            left.append(Left(name, LARGE, lost=True))
        elif not any(map(is_hidden, PurePosixPath(name).parts)):
            entries.append(Entry(name, info.file_size, _time(info), lambda info=info: _open(archive, info)))  # type: ignore[misc]
    return Opened(tuple(entries), tuple(left))


def _open(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> BinaryIO:
    """A file of the archive, of which no more is read than it says to have."""
    file: BinaryIO = archive.open(info)  # type: ignore[assignment]
    return file


def _name(info: zipfile.ZipInfo) -> str:
    """The name, with `/` between folders; one that does not say that it is in UTF-8 mostly is."""
    name = info.filename
    if not info.flag_bits & 0x800:
        try:
            name = name.encode("cp437").decode("utf-8")
        except UnicodeError:
            name = info.filename
    return name.replace("\\", "/")


def _refuse_outside(path: Path, name: str) -> None:
    pure = PurePosixPath(name)
    if pure.is_absolute() or ".." in pure.parts or (len(name) > 1 and name[1] == ":"):
        raise Refused(f"{path} has {name!r} in it, which leads out of its folder.\nIt was not unpacked.")


def _time(info: zipfile.ZipInfo) -> datetime | None:
    """When a file was last changed: in UTC if the archive says so, else by this machine's clock."""
    extra = info.extra
    while len(extra) >= 4:
        kind, size = unpack_from("<HH", extra)
        if kind == UNIX_TIME and size >= 5 and len(extra) >= 9 and extra[4] & 1:
            return datetime.fromtimestamp(unpack_from("<i", extra, 5)[0], UTC)
        extra = extra[4 + size :]
    try:
        return None if info.date_time == NO_TIME else datetime(*info.date_time).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _folder(path: Path) -> Opened:
    entries: list[Entry] = []
    left: list[Left] = []
    if not path.is_dir():
        _take(path.parent, path, entries, left)
    for place, folders, names in os.walk(path):
        linked = [name for name in folders if (Path(place) / name).is_symlink()]
        folders[:] = sorted(name for name in folders if not is_hidden(name) and name not in linked)
        for name in sorted([*linked, *(name for name in names if not is_hidden(name))]):
            _take(path, Path(place) / name, entries, left)
        if len(entries) > MOST_FILES:
            raise Refused(f"{path} has more than {MOST_FILES} files.\nName the folder with the submissions alone.")
    return Opened(tuple(entries), tuple(left))


def _take(root: Path, path: Path, entries: list[Entry], left: list[Left]) -> None:
    name, found = path.relative_to(root).as_posix(), path.lstat()
    if stat.S_ISLNK(found.st_mode) or not stat.S_ISREG(found.st_mode):
        left.append(Left(name, SYMLINK if path.is_symlink() else "it is no ordinary file", lost=True))
    elif found.st_size > MOST_OF_A_FILE:
        left.append(Left(name, LARGE, lost=True))
    else:
        time = datetime.fromtimestamp(found.st_mtime, UTC)
        entries.append(Entry(name, found.st_size, time, lambda: _read_itself(path)))


def _read_itself(path: Path) -> BinaryIO:
    """What a file holds, which is no link even if another was put there a moment ago."""
    with open_itself(path, sole=False) as file:
        return BytesIO(file.read())
