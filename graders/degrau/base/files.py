"""Files: what tells whether something has changed, and writing the whole of a file or nothing of it."""

import hashlib
import json
import os
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path


def digest(*parts: str) -> str:
    """A short digest of these texts, each told apart from its neighbours."""
    return hashlib.blake2b(json.dumps(parts).encode(), digest_size=16).hexdigest()


def digest_of_file(path: Path) -> str:
    """The digest of what a file holds; of one that is not there, that of its absence."""
    return digest(path.read_bytes().hex() if path.is_file() else "")


def digest_of_folder(folder: Path) -> str:
    """The digest of the names and contents of the files in a folder, but for what Python compiles beside them."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc")
    return digest(*_named(files, folder))


def _named(files: Iterable[Path], folder: Path) -> Iterator[str]:
    for path in files:
        yield path.relative_to(folder).as_posix()
        yield digest_of_file(path)


def write_whole(path: Path, content: bytes, mode: int = 0o644) -> None:
    """Puts this content in the place of the file, whole and safe on the disk; on an error nothing is changed.

    Raises OSError where it cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, part = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(part, mode)
        os.replace(part, path)
    except BaseException:
        os.unlink(part)
        raise
