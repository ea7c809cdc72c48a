"""One grading of a course at a time: another one, whoever started it, waits until it is its turn."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from ..base.disk import SHARED_FILE, own_folder
from .directory import VERDICTS

FILE = "turn.lock"


@contextmanager
def one_at_a_time(root: Path) -> Iterator[None]:
    """While this is entered, no other grading of the course in this folder is; who ends, however, lets go of it.

    Where the disk knows no locks, or cannot be written to, nobody waits: the gradebook has its own.
    """
    # Slow to import.
    from filelock import FileLock

    with ExitStack() as until_the_end:
        with suppress(OSError, NotImplementedError):
            folder = root / VERDICTS
            own_folder(folder)
            # The folder says who may come in; of two teachers who share a course, either may be the first.
            until_the_end.enter_context(FileLock(folder / FILE, mode=SHARED_FILE))
        yield
