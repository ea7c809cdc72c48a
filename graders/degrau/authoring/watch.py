"""Files that an author saves: what is measured is measured again."""

import time
from collections.abc import Callable, Iterator

from ..base.disk import digest, digest_of_file
from ..judging.registry import assignments
from ..pack.pack import Pack

SECONDS = 0.5


def saves(pack: Pack, assignment: str, pause: Callable[[], None] = lambda: time.sleep(SECONDS)) -> Iterator[None]:
    """At once, and then whenever the assignment's source, its graders or its bank have been saved; it never ends."""
    last = ""
    while True:
        if (now := _state(pack, assignment)) != last:
            yield
            last = now
        pause()


def _state(pack: Pack, assignment: str) -> str:
    solutions = pack.root / "solutions"
    known = assignments().get(assignment)
    graders = sorted(known.folder.glob("*.py")) if known else []
    banks = sorted((solutions / "banks" / assignment).glob("*.py"))
    files = [solutions / f"{assignment}.py", *graders, *banks, solutions / "equivalents" / f"{assignment}.toml"]
    return digest(*(part for file in files for part in (file.name, digest_of_file(file))))
