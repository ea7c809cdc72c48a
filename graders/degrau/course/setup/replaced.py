"""replaced/: copies of what a teacher had, before degrau put something else in its place."""

import sqlite3
from contextlib import closing
from itertools import count
from pathlib import Path

from ...base.disk import SHARED_FILE, is_shared, own_folder, write_whole

FOLDER = "replaced"


def keep_copy(root: Path, path: Path) -> Path:
    """Puts a copy of this file into the course's replaced/, beside earlier ones; gives where it is."""
    copy = free_place(root, path)
    write_whole(copy, path.read_bytes(), 0o600)
    return copy


def free_place(root: Path, path: Path) -> Path:
    """Where in replaced/ the next copy of this file goes."""
    copies = (root / FOLDER / f"{path.stem}-{number}{path.suffix}" for number in count(1))
    return next(copy for copy in copies if not copy.exists())


def copy_of_database(file: Path, copy: Path) -> Path:
    """Makes a copy of a database in a file, whole even while others write to it; gives the copy."""
    own_folder(copy.parent)
    copy.touch(SHARED_FILE if is_shared(copy.parent) else 0o600)
    with closing(sqlite3.connect(file)) as database, closing(sqlite3.connect(copy)) as other:
        database.backup(other)
    return copy
