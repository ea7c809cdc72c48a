"""The gradebook of somebody's nbgrader course: read, kept in a copy, and brought up to date."""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..books import SQLITE
from ..directory import Course, CourseError
from ..gradebook import OLD
from ..roster import Student, full_name
from .replaced import copy_of_database, free_place

UPGRADE = "import sys; from nbgrader.dbutil import upgrade; upgrade(sys.argv[1])"


@dataclass(frozen=True)
class Book:
    """What a gradebook says: its assignments, each with the names of its cells, and its students."""

    assignments: dict[str, frozenset[str]]
    students: tuple[Student, ...]


def newest() -> str:
    """The version of the tables that this nbgrader makes."""
    from nbgrader.api import get_alembic_version

    return str(get_alembic_version())


def tried(course: Course) -> tuple[str, Book]:
    """The version of a gradebook's tables, and what it says once it is of the newest, which is tried on a copy."""
    address = str(course.api.coursedir.db_url)
    if address.startswith(SQLITE) and not _file(course).exists():
        return "", Book({}, ())
    version = _version(address)
    if not address.startswith(SQLITE):
        if version not in ("", newest()):
            raise CourseError(f"{OLD}, then try again; nothing was changed.")
        return version, _read(course, address)
    if not version:
        return version, Book({}, ())
    with tempfile.TemporaryDirectory() as folder:
        trial = copy_of_database(_file(course), Path(folder) / _file(course).name)
        if version != newest():
            _upgrade(f"{SQLITE}{trial}")
        return version, _read(course, f"{SQLITE}{trial}")


def migrated(course: Course, version: str) -> Path | None:
    """Keeps a copy of the gradebook, and brings it up to date from this version; gives the copy."""
    address, file = str(course.api.coursedir.db_url), _file(course)
    if not version or not address.startswith(SQLITE):
        return None
    copy = copy_of_database(file, free_place(course.root, file))
    if version != newest():
        try:
            _upgrade(address)
        except CourseError:
            shutil.copyfile(copy, file)
            copy.unlink()
            raise
    return copy


def _file(course: Course) -> Path:
    return course.root / str(course.api.coursedir.db_url).removeprefix(SQLITE)


def _version(address: str) -> str:
    """The version of nbgrader's tables in a database; nothing where there are none, "the first" where none says."""
    from sqlalchemy import create_engine, inspect, text

    engine = create_engine(address)
    try:
        tables = inspect(engine).get_table_names()
        if "alembic_version" not in tables:
            return "the first" if "assignment" in tables else ""
        with engine.connect() as connection:
            return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar())
    finally:
        engine.dispose()


def _upgrade(address: str) -> None:
    """`nbgrader db upgrade`, without the copy that it makes."""
    done = subprocess.run([sys.executable, "-c", UPGRADE, address], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        said = done.stderr.strip().splitlines()
        raise CourseError(
            f"the gradebook cannot be brought up to date: {said[-1] if said else 'alembic failed'}\n"
            "It is as it was. Run nbgrader db upgrade on a copy of the course, which says more."
        )


def _read(course: Course, address: str) -> Book:
    from nbgrader.api import Gradebook

    with Gradebook(address, course.api.coursedir.course_id) as gradebook:
        return Book(
            {entry.name: frozenset(_cells(entry)) for entry in gradebook.assignments},
            tuple(Student(entry.id, full_name(entry), entry.email or "") for entry in gradebook.students),
        )


def _cells(assignment: Any) -> Iterator[str]:
    for notebook in assignment.notebooks:
        if notebook.name == assignment.name:
            yield from (cell.name for cell in notebook.grade_cells)
