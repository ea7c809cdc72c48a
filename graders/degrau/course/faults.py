"""What a machine does to a grading, in words for the teacher: a full disk, a locked gradebook, a read-only folder."""

from collections.abc import Iterator
from contextlib import contextmanager

from .directory import CourseError

# What the system, SQLite and SQLAlchemy say, and what it means.
FAULTS = {
    "database is locked": "another program holds the gradebook.\nClose Formgrader, or wait for the other grading",
    "database or disk is full": "the disk is full.\nMake room",
    "No space left on device": "the disk is full.\nMake room",
    "Disk quota exceeded": "your share of the disk is full.\nMake room",
    "attempt to write a readonly database": "the gradebook may only be read.\nGive yourself the right to write to it",
    "Read-only file system": "the course is on a disk that may only be read.\nCopy it elsewhere, or mount it to write",
    "Permission denied": "a folder of the course may not be written to.\nGive yourself the right to write there",
    "unable to open database file": "the gradebook cannot be opened.\nLook at its folder, and at who may write there",
    "database disk image is malformed": "the gradebook is damaged.\nPut back a copy of gradebook.db, or remove it",
    "disk I/O error": "the disk does not read or write as it should.\nLook at the disk, and at the room on it",
}


# How the reason of a failed step begins if the machine is the cause. No submission can make one begin so: what a
# student's files and folders are called stands further on.
CAUSES = ("sqlalchemy.exc.", "sqlite3.", "OSError: [Errno 28]", "OSError: [Errno 30]", "OSError: [Errno 122]")


def raise_fault_of_a_step(reason: str) -> None:
    """Raises CourseError if a step failed for a fault of the machine's, and not of one submission."""
    if reason.startswith(CAUSES):
        _raise_fault(reason)


def _raise_fault(text: str) -> None:
    for sign, words in FAULTS.items():
        if sign in text:
            raise CourseError(f"{words}, then grade again: what was graded before is kept, and nothing is lost.")


@contextmanager
def told_in_words() -> Iterator[None]:
    """Turns what the system and the database raise into CourseError."""
    from sqlalchemy.exc import SQLAlchemyError

    try:
        yield
    except (OSError, SQLAlchemyError) as error:
        _raise_fault(str(error))
        raise CourseError(f"grading stopped: {error}.\nMend it, then grade again: nothing is lost.") from error
