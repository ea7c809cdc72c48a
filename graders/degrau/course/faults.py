"""What a machine does to a grading, in words for the teacher: a full disk, a locked gradebook, a server away."""

from collections.abc import Iterator
from contextlib import contextmanager

from .directory import CourseError

NOT_YOURS = "the gradebook's server does not let you: {said}.\nMake the database yours (createdb --owner)"
READ_ONLY = "the gradebook may only be read.\nGive yourself the right to write to it"
HELD = "another program holds the gradebook.\nClose Formgrader, or wait for the other grading"
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
    "Permission denied": "a folder of the course may not be written to.\nGive yourself the right to write there",
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


@contextmanager
def told_in_words() -> Iterator[None]:
    """Turns what the system and the database raise into CourseError."""
    from sqlalchemy.exc import SQLAlchemyError

    try:
        yield
    except (OSError, SQLAlchemyError) as error:
        _raise_fault(str(error))
        raise CourseError(
            f"grading stopped: {_first_line(str(error))}.\nMend it, then grade again: nothing is lost."
        ) from error
