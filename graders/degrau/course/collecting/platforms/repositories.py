"""A folder of git repositories, one for each student, called as they are; the last commit says when it was handed in.

What a repository's own settings say is not believed, for git runs programs that they name: a repository of this
program's reads their objects.
"""

import os
import re
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from ...roster import Sender
from .entries import Entry, Left, Piece, Reading

GIT = ".git"
COMMIT = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
MOST_STEPS = 5
NO_COMMIT = "there is no commit in it"


def repositories_in(folder: Path) -> list[Path]:
    """The repositories of a folder, by name."""
    return sorted(path for path in folder.iterdir() if (path / GIT).is_dir() and not path.is_symlink())


def read_repositories(folder: Path, entries: list[Entry]) -> Reading:
    """What is in the repositories of a folder; `entries` are all files below it."""
    pieces: list[Piece] = []
    left: list[Left] = []
    with _reader() as reader:
        for repository in repositories_in(folder):
            name = repository.name
            commit = _head(repository / GIT)
            if not commit:
                left.append(Left(name, NO_COMMIT, lost=True))
                continue
            time = _time(repository, commit, reader)
            sender = Sender(key=name, login=name)
            own = [entry for entry in entries if entry.name.startswith(f"{name}/")]
            pieces += [Piece(sender, entry.name.removeprefix(f"{name}/"), entry, time) for entry in own]
    taken = {piece.entry.name for piece in pieces}
    without = (entry for entry in entries if entry.name not in taken)
    left += [Left(entry.name, "it is in no repository") for entry in without if (folder / entry.name).parent == folder]
    return Reading(tuple(pieces), tuple(left))


@contextmanager
def _reader() -> Iterator[str]:
    """An empty repository, whose settings are this program's."""
    with tempfile.TemporaryDirectory() as path:
        _git(path, "init", "--bare", "--quiet")
        yield path


def _time(repository: Path, commit: str, reader: str) -> datetime | None:
    """When a commit was made; nothing where git is not installed, or cannot read it."""
    said = _git(reader, "cat-file", "commit", commit, objects=repository / GIT / "objects")
    found = re.search(r"^committer .* (\d{1,11}) [+-]\d{4}$", said, re.M)
    return datetime.fromtimestamp(int(found[1]), UTC) if found else None


def _head(git: Path) -> str:
    """The commit that is checked out, by its digest."""
    reference = "HEAD"
    for _ in range(MOST_STEPS):
        if ".." in Path(reference).parts or Path(reference).is_absolute():
            return ""
        text = _text(git / reference) or dict(_packed(git)).get(reference, "")
        if COMMIT.fullmatch(text):
            return text
        if not text.startswith("ref: "):
            return ""
        reference = text.removeprefix("ref: ")
    return ""


def _packed(git: Path) -> Iterator[tuple[str, str]]:
    for line in _text(git / "packed-refs").splitlines():
        commit, _, name = line.partition(" ")
        if COMMIT.fullmatch(commit):
            yield name, commit


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8").strip() if path.is_file() and not path.is_symlink() else ""
    except (OSError, ValueError):
        return ""


def _git(repository: str, *arguments: str, objects: Path | None = None) -> str:
    """What git says, in a repository whose settings are its own; nothing where it fails, or is not installed."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    own = {"GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.devnull, "GIT_DIR": repository, "LC_ALL": "C"}
    if objects:
        own["GIT_OBJECT_DIRECTORY"] = str(objects)
    try:
        run = subprocess.run(["git", *arguments], env=kept | own, capture_output=True, timeout=60, check=True)
    except (OSError, subprocess.SubprocessError):
        return ""
    return run.stdout.decode("utf-8", "replace")
