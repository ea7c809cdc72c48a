"""The notebook in a zip archive that was handed in instead. Nothing is written to disk, whatever the names say."""

import zipfile
import zlib
from typing import BinaryIO

from . import words
from .words import Unreadable

ARCHIVE = b"PK\x03\x04"
MOST_ENTRIES = 10_000


def notebook_in(file: BinaryIO, limit: int) -> tuple[str, bytes]:
    """The name and the content of the only notebook in the archive, at most one byte over the limit.

    Raises Unreadable where there is none, more than one, or the archive is damaged or locked.
    """
    try:
        with zipfile.ZipFile(file) as archive:
            entries = archive.infolist()
            notebooks = [entry for entry in entries[:MOST_ENTRIES] if is_notebook(entry)]
            if len(notebooks) != 1 or len(entries) > MOST_ENTRIES:
                raise Unreadable(words.ARCHIVE, count=len(notebooks))
            with archive.open(notebooks[0]) as content:
                return notebooks[0].filename, content.read(limit + 1)
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError):
        raise Unreadable(words.BAD_ARCHIVE) from None


def is_notebook(entry: zipfile.ZipInfo) -> bool:
    """Whether this is a notebook of a student's own: no checkpoint of Jupyter's, no shadow of macOS's."""
    folders = entry.filename.replace("\\", "/").split("/")
    hidden = any((part.startswith(".") and part not in (".", "..")) or part == "__MACOSX" for part in folders)
    return entry.filename.endswith(".ipynb") and not entry.is_dir() and not hidden
