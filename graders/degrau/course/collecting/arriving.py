"""Submissions on their way into submitted/: written aside, compared with what is there, and then put in their place."""

import os
import shutil
import zipfile
import zlib
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from types import TracebackType
from typing import Literal, Self

from ...base.disk import digest, digest_of_file, digest_of_folder, replace_folder
from ...grading.submission import TIMESTAMP
from ...notebooks.messages import Unreadable
from ...notebooks.read import is_hidden
from ..types import Submission
from .collected import Origin, Origins
from .platforms.entries import Left, Piece

Outcome = Literal["new", "newer", "unchanged", "kept"]
PREFIX = ".collecting-"
TIME = "%Y-%m-%d %H:%M:%S UTC"
CHUNK = 2**20
LONGEST = 255
OLDER = "a newer one is in the course"
NOT_COLLECTED = "something lies there that was not collected: move {folder} away to have this one"
BY_HAND = "{folder} was changed since it was collected: move it away to have this one"
TWICE = "there is another file of this name"
NO_NAME = "its name cannot be a file's here"
OWN_TIME = "nbgrader would take it for the time of handing in"
DAMAGED = "it cannot be read: {reason}"
NOTHING = "nothing of it could be read"


@dataclass(frozen=True)
class Arrival:
    """What one student handed in for one assignment, from which platform, and when."""

    submission: Submission
    platform: str
    pieces: Sequence[Piece]
    time: datetime | None

    @property
    def timestamp(self) -> str:
        """As timestamp.txt has it; nothing where that is not known."""
        return f"{self.time.astimezone(UTC):{TIME}}" if self.time else ""


@dataclass(frozen=True)
class _Staged:
    arrival: Arrival
    folder: Path
    content: str


@dataclass
class Arriving:
    """A folder in the course into which submissions are written first, while this is entered."""

    root: Path
    origins: Origins
    left: list[Left] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    _staged: dict[Submission, _Staged] = field(default_factory=dict)
    _count: int = 0

    def __enter__(self) -> Self:
        self._folder = self.root / "submitted" / f"{PREFIX}{os.getpid()}"
        shutil.rmtree(self._folder, ignore_errors=True)
        self._folder.mkdir(parents=True)
        return self

    def __exit__(self, *error: type[BaseException] | BaseException | TracebackType | None) -> None:
        shutil.rmtree(self._folder, ignore_errors=True)

    def stage(self, arrival: Arrival) -> None:
        """Writes a submission aside; of several of one student, the newest is kept, and of those of a time the last."""
        earlier = self._staged.get(arrival.submission)
        if earlier and arrival.time and earlier.arrival.time and arrival.time < earlier.arrival.time:
            self.left += [Left(piece.entry.name, OLDER) for piece in arrival.pieces]
            return
        self._count += 1
        folder = self._folder / str(self._count)
        written = [name for piece in arrival.pieces if (name := self._write(piece, folder))]
        if not written:
            self.left.append(Left(arrival.pieces[0].entry.name, NOTHING, lost=True))
            return
        content = _content(folder)
        if arrival.timestamp:
            (folder / TIMESTAMP).write_text(f"{arrival.timestamp}\n", "utf-8")
        if earlier and earlier.content != content:
            self.left += [Left(piece.entry.name, OLDER) for piece in earlier.arrival.pieces]
        self._staged[arrival.submission] = _Staged(arrival, folder, content)

    def settle(self) -> dict[Submission, Outcome]:
        """Puts everything in its place, and says what came of each; what must not be replaced is left out."""
        return {submission: self._settle(submission, staged) for submission, staged in self._staged.items()}

    def _settle(self, submission: Submission, staged: _Staged) -> Outcome:
        final = self.root / "submitted" / submission.student / submission.assignment
        origin = self.origins.found.get(submission)
        there = final.is_dir() and any(final.iterdir())
        if there:
            if staged.content == (origin.content if origin else _content(final)):
                late = any(piece.late for piece in staged.arrival.pieces)
                if origin and not (late and staged.arrival.timestamp != origin.time):
                    return "unchanged"
            elif why := self._why_kept(staged, final, origin):
                name = staged.arrival.pieces[0].entry.name
                self.left.append(Left(name, why.format(folder=final), lost=why != OLDER))
                return "kept"
        replace_folder(staged.folder, final, self._folder / "earlier")
        self.origins.found[submission] = self._origin(staged, final)
        return "newer" if there else "new"

    def _why_kept(self, staged: _Staged, final: Path, origin: Origin | None) -> str:
        """Why what lies there is not replaced; nothing if it is."""
        if origin is None:
            return NOT_COLLECTED
        if digest_of_folder(final) != origin.folder:
            return BY_HAND
        time = staged.arrival.timestamp
        return OLDER if time and origin.time and time < origin.time else ""

    def _origin(self, staged: _Staged, final: Path) -> Origin:
        arrival = staged.arrival
        return Origin(
            arrival.platform,
            arrival.pieces[0].sender.key,
            tuple(piece.entry.name for piece in arrival.pieces),
            arrival.timestamp,
            any(piece.late for piece in arrival.pieces),
            staged.content,
            digest_of_folder(final),
        )

    def _write(self, piece: Piece, folder: Path) -> Path | None:
        """Writes one file into the student's own folder; nothing where it cannot, or is of no use there."""
        parts = [part for part in PurePosixPath(piece.name).parts if part not in (".", "/")]
        if not parts or any(map(is_hidden, parts)):
            return None
        path = folder.joinpath(*parts)
        if why := _why_not(parts, path):
            self.left.append(Left(piece.entry.name, why, lost=why != OWN_TIME))
            return None
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with piece.entry.open() as source, path.open("xb") as target:
                shutil.copyfileobj(source, target, CHUNK)
        except (FileExistsError, NotADirectoryError):
            self.left.append(Left(piece.entry.name, TWICE, lost=True))
        except (OSError, RuntimeError, ValueError, EOFError, zipfile.BadZipFile, zlib.error, Unreadable) as error:
            with suppress(OSError):
                path.unlink()
            reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
            self.left.append(Left(piece.entry.name, DAMAGED.format(reason=reason), lost=True))
        else:
            return path
        return None


def _why_not(parts: Sequence[str], path: Path) -> str:
    if parts == [TIMESTAMP]:
        return OWN_TIME
    unfit = ".." in parts or any(len(part.encode("utf-8", "surrogatepass")) > LONGEST for part in parts)
    return NO_NAME if unfit or not all(part.isprintable() for part in parts) else ""


def _content(folder: Path) -> str:
    """The digest of what a student handed in, in this folder."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path != folder / TIMESTAMP)
    return digest(*(f"{path.relative_to(folder).as_posix()} {digest_of_file(path)}" for path in files))
