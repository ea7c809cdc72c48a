"""What nbgrader's steps do again and again for every submission, done once for a whole class.

They open nine connections to the gradebook, look through the rows of the whole class for those of one submission, and
check the schema of cells' metadata before each of its uses.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from types import SimpleNamespace
from typing import Any

from .directory import CourseError

# As SQLite does, PostgreSQL waits so long for another program to let go, unless its own settings say otherwise.
PATIENCE = "5s"
# nbgrader's tables have no index that begins with these columns; without one, a submission takes longer the larger the
# class is: 20 ms more in a class of 2,000.
SOUGHT_BY = (("grade", "notebook_id"), ("comment", "notebook_id"), ("submitted_notebook", "assignment_id"))
WAIT_SO_LONG = "SELECT set_config('lock_timeout', %s, false) WHERE current_setting('lock_timeout') = '0'"


@contextmanager
def one_connection() -> Iterator[None]:
    """While this is entered, every Gradebook of the same database and course shares its engine.

    Each still has a session of its own, from its opening to its end, with the transactions that nbgrader makes.
    None waits for ever for what another program holds.
    """
    from nbgrader.api import Gradebook
    from sqlalchemy import event
    from sqlalchemy.engine import Engine

    begin, end = Gradebook.__init__, Gradebook.close
    engines: dict[tuple[str, str], Any] = {}

    def shared(self: Any, db_url: str, course_id: str = "default_course", authenticator: Any = None) -> None:
        if (db_url, course_id) not in engines:
            begin(self, db_url, course_id, authenticator)
            _add_indexes(self.engine)
            engines[db_url, course_id] = self
        self.__dict__.update(vars(engines[db_url, course_id]), authenticator=authenticator)

    Gradebook.__init__, Gradebook.close = shared, lambda self: self.db.remove()
    event.listen(Engine, "connect", _wait_so_long)
    try:
        yield
    finally:
        event.remove(Engine, "connect", _wait_so_long)
        Gradebook.__init__, Gradebook.close = begin, end
        for gradebook in engines.values():
            end(gradebook)


def _add_indexes(engine: Any) -> None:
    """Adds to a gradebook what finds the rows of one submission; not to one whose tables are somebody else's."""
    from sqlalchemy import inspect, text
    from sqlalchemy.exc import ProgrammingError

    tables = inspect(engine)
    for table, column in SOUGHT_BY:
        name = f"ix_{table}_{column}"
        if not tables.has_index(table, name):
            with suppress(ProgrammingError), engine.begin() as connection:
                connection.execute(text(f"CREATE INDEX IF NOT EXISTS {name} ON {table} ({column})"))


def _wait_so_long(connection: Any, _record: object) -> None:
    """Limits how long a new connection waits for a lock, where that is PostgreSQL's."""
    if type(connection).__module__ == "psycopg":
        connection.execute(WAIT_SO_LONG, (PATIENCE,))
        connection.commit()


@contextmanager
def schemas_checked_once() -> Iterator[None]:
    """While this is entered, the schema that nbgrader compares metadata with is itself checked and prepared once."""
    from nbgrader.nbgraderformat import common

    before = common.jsonschema
    common.jsonschema = SimpleNamespace(validate=_validate, ValidationError=before.ValidationError)
    try:
        yield
    finally:
        common.jsonschema = before


def _validate(instance: object, schema: dict[str, Any]) -> None:
    """As jsonschema.validate: of several errors, the one that says most is raised."""
    from jsonschema.exceptions import best_match

    error = best_match(_validator(json.dumps(schema)).iter_errors(instance))
    if error is not None:
        raise error


@cache
def _validator(schema: str) -> Any:
    from jsonschema.validators import validator_for

    known = json.loads(schema)
    kind = validator_for(known)
    kind.check_schema(known)
    return kind(known)


NOT_YOURS = "the gradebook's server does not let you: {said}.\nMake the database yours (createdb --owner)"
READ_ONLY = "the gradebook may only be read.\nGive yourself the right to write to it (degrau init DIR --shared GROUP)"
HELD = "another program holds the gradebook.\nClose Formgrader, or wait for the other grading"
OLD = "the gradebook was made by an older nbgrader.\nMake a copy of it, run nbgrader db upgrade in the course's folder"
AWAY = (
    "the gradebook cannot be reached: {said}.\nStart its server, or mend c.CourseDirectory.db_url in nbgrader_config.py"
)
NO_DRIVER = (
    "the gradebook's driver is missing.\n"
    "Install it with pip install 'degrau[postgresql]', and begin c.CourseDirectory.db_url with postgresql+psycopg://"
)
NO_ADDRESS = (
    "c.CourseDirectory.db_url in nbgrader_config.py is not the address of a database.\n"
    "Write it as postgresql+psycopg://USER@HOST/DATABASE, or take the line out"
)

# What the system, databases and SQLAlchemy say, and what it means; `said` is the rest of the line. PostgreSQL is known
# by the names of its errors, for its messages come in many languages. The first sign that is found counts.
FAULTS = {
    "no such column": OLD,
    "no such table": OLD,
    "has no column named": OLD,
    "(psycopg.errors.UndefinedColumn)": OLD,
    "(psycopg.errors.UndefinedTable)": OLD,
    "(psycopg.OperationalError)": AWAY,
    "(psycopg.errors.AdminShutdown)": AWAY,
    "(psycopg.errors.ConnectionTimeout)": AWAY,
    "(psycopg.errors.LockNotAvailable)": HELD,
    "(psycopg.errors.DeadlockDetected)": HELD,
    "(psycopg.errors.DiskFull)": "the disk of the gradebook's server is full.\nMake room there",
    "(psycopg.errors.ReadOnlySqlTransaction)": READ_ONLY,
    "(psycopg.errors.InsufficientPrivilege)": NOT_YOURS,
    "No module named 'psycopg": NO_DRIVER,
    "Can't load plugin: sqlalchemy.dialects:": NO_ADDRESS,
    "Could not parse SQLAlchemy URL": NO_ADDRESS,
    "database is locked": HELD,
    "database or disk is full": "the disk is full.\nMake room",
    "No space left on device": "the disk is full.\nMake room",
    "Disk quota exceeded": "your share of the disk is full.\nMake room",
    "attempt to write a readonly database": READ_ONLY,
    "Read-only file system": "the course is on a disk that may only be read.\nCopy it elsewhere, or mount it to write",
    "Permission denied": (
        "a folder of the course may not be written to.\n"
        "Give yourself the right to write there (whose it is: degrau init DIR --shared GROUP)"
    ),
    "unable to open database file": "the gradebook cannot be opened.\nLook at its folder, and at who may write there",
    "database disk image is malformed": "the gradebook is damaged.\nPut back a copy of gradebook.db, or remove it",
    "disk I/O error": "the disk does not read or write as it should.\nLook at the disk, and at the room on it",
}


# How the reason of a failed step begins if the machine is the cause. No submission can make one begin so: what a
# student's files and folders are called stands further on.
CAUSES = (
    "sqlalchemy.exc.",
    "sqlite3.",
    # The gradebook's own name for some errors of the database's, which stand in brackets.
    "nbgrader.api.InvalidEntry: (",
    "OSError: [Errno 28]",
    "OSError: [Errno 30]",
    "OSError: [Errno 122]",
    "ModuleNotFoundError: No module named 'psycopg",
)


def raise_fault_of_a_step(reason: str) -> None:
    """Raises CourseError if a step failed for a fault of the machine's, and not of one submission."""
    if reason.startswith(CAUSES):
        _raise_fault(reason)


def _raise_fault(text: str) -> None:
    for sign, words in FAULTS.items():
        _, found, rest = text.partition(sign)
        if found:
            mend = words.format(said=_first_line(rest))
            raise CourseError(f"{mend}, then try again: what was graded before is kept, and nothing is lost.")


def _first_line(text: str) -> str:
    """What it says before it goes into details, which SQLAlchemy does."""
    return text.partition("\n")[0].strip(" .")


def notebook_entry(gradebook: Any, assignment: str) -> Any | None:
    """The gradebook's entry of the assignment's notebook; None where it has none."""
    from nbgrader.api import MissingEntry

    try:
        return gradebook.find_notebook(assignment, assignment)
    except MissingEntry:
        return None


def submitted_notebook(gradebook: Any, assignment: str, student: str) -> Any | None:
    """The gradebook's entry of a student's notebook; None where it has none."""
    from nbgrader.api import MissingEntry

    try:
        return gradebook.find_submission_notebook(assignment, assignment, student)
    except MissingEntry:
        return None


@contextmanager
def told_in_words() -> Iterator[None]:
    """Turns what the system and the database raise, or that there is no driver for it, into CourseError."""
    from sqlalchemy.exc import SQLAlchemyError

    try:
        yield
    except (OSError, SQLAlchemyError) as error:
        _raise_fault(str(error))
        raise CourseError(f"stopped: {_first_line(str(error))}.\nMend it, then try again: nothing is lost.") from error
    except ModuleNotFoundError as error:
        _raise_fault(str(error))
        raise
