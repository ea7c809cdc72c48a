"""What the books say already: submissions of which nothing has changed need not be entered again.

An entry holds for as long as the submission's files, the course's settings, degrau, the course pack and nbgrader are
the same, what was made for it is where it was put, and nobody but degrau has written to the gradebook. Only a gradebook
in a file can be looked at like that; with any other, everything is entered each time.
"""

import json
from contextlib import suppress
from dataclasses import asdict, replace
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from ..base import packs
from ..base.disk import digest, digest_of_file, digest_of_folder, write_whole
from ..base.text import Text
from .choices import FILE as CHOICES
from .directory import CONFIG, VERDICTS, settings_of
from .types import Grade, Submission

FILE = "books.json"
LIBRARIES = ("nbgrader", "nbconvert", "nbformat", "numpy", "hypothesis")
# Larger files are known by their size and time.
MOST_READ = 2**22
SQLITE = "sqlite:///"


class Books:
    """The entries of a course, by submission."""

    def __init__(self, root: Path) -> None:
        self._root, self._path = root, root / VERDICTS / FILE
        try:
            kept = json.loads(self._path.read_text("utf-8"))
        except (OSError, ValueError):
            kept = {}
        self._gradebook = str(kept.get("gradebook", ""))
        holds = kept.get("state") == self._state(self._gradebook, str(kept.get("pack", "")))
        self._entries: dict[str, Any] = kept.get("entries", {}) if holds else {}

    def known(self, submission: Submission) -> Grade | None:
        """The grade of a submission that has not changed; None where it has to be graded."""
        entry = self._entries.get("/".join(submission))
        if entry is None or entry["files"] != self._files(submission):
            return None
        plain = entry["grade"]
        feedback = plain["feedback"] and Path(plain["feedback"])
        notes = tuple(Text(**note) for note in plain["notes"])
        return Grade(**{**plain, "feedback": feedback, "notes": notes, "changes": ()})

    def enter(self, grade: Grade) -> None:
        """Notes a submission that was graded; one that could not be, took too much, or waits for consent is not."""
        submission = Submission(grade.student, grade.assignment)
        self._entries.pop("/".join(submission), None)
        if grade.error is None and not grade.withheld and not grade.over:
            plain = asdict(replace(grade, feedback=None, notes=(), changes=()))
            plain["notes"] = [note.plain() for note in grade.notes]
            plain["feedback"] = grade.feedback and str(grade.feedback)
            self._entries["/".join(submission)] = {"files": self._files(submission), "grade": plain}

    def close(self, gradebook: str, pack: Path) -> None:
        """Writes the entries down, with the state of everything that they hang on; `gradebook` is its address."""
        if not gradebook.startswith(SQLITE):
            return
        state = self._state(gradebook, str(pack))
        text = json.dumps({"gradebook": gradebook, "pack": str(pack), "state": state, "entries": self._entries})
        # Without it, all is entered the next time, and nothing is lost.
        with suppress(OSError):
            write_whole(self._path, text.encode(), 0o600)

    def _state(self, gradebook: str, pack: str) -> str:
        """What all entries hang on."""
        if not gradebook.startswith(SQLITE) or not pack:
            return ""
        book = _stat(self._root / gradebook.removeprefix(SQLITE))
        # What the file sets may come from the environment, or from another file.
        set_now = *map(_digest_of, (self._root / CONFIG, self._root / CHOICES)), repr(settings_of(self._root))
        notebooks = (digest_of_folder(self._root / step) for step in ("source", "release"))
        return digest(*set_now, book, *notebooks, _program(pack))

    def _files(self, submission: Submission) -> str:
        """The submission's files, and what was made of them."""
        made = [_stat(path) for step in ("autograded", "feedback") for path in _below(self._root / step, submission)]
        return digest(*map(_digest_of, _below(self._root / "submitted", submission)), *made)


@cache
def _program(pack: str) -> str:
    """degrau, the course pack, and the libraries that make pages and rows."""
    packed = (Path(pack) / "solutions", Path(pack) / "assignments")
    return digest(*map(digest_of_folder, (packs.ENGINE, *packed)), *(f"{name} {version(name)}" for name in LIBRARIES))


def _below(folder: Path, submission: Submission) -> list[Path]:
    own = folder / submission.student / submission.assignment
    return sorted(path for path in own.rglob("*") if path.is_symlink() or not path.is_dir())


def _digest_of(path: Path) -> str:
    """A file's name and content; of a large or special one, what the file system says of it."""
    if path.is_symlink() or not path.is_file() or path.stat().st_size > MOST_READ:
        return f"{path.name} {_stat(path)}"
    return f"{path.name} {digest_of_file(path)}"


def _stat(path: Path) -> str:
    try:
        found = path.lstat()
    except OSError:
        return "nothing"
    return f"{found.st_size} {found.st_mtime_ns} {found.st_ino}"
