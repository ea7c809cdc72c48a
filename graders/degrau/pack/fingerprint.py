"""What tells whether a verdict still holds: a digest of all that makes it, for each function of the course.

A change in the engine changes all of them; in an assignment's package or source, those of the assignment; in a bank,
the one of its function.
"""

import platform
from functools import cache
from importlib.metadata import version
from pathlib import Path

import degrau

from ..base.files import digest, digest_of_file, digest_of_folder
from ..judging.registry import assignments
from .pack import Pack

PACKAGE = Path(degrau.__file__).parent
# The folders that a verdict follows from; those of graders are looked at one by one.
ENGINE = ("base", "plain", "report", "judging", "sandbox", "notebooks", "pack", "grading")
LIBRARIES = ("numpy", "hypothesis")


@cache
def fingerprint(pack: Pack, assignment: str, name: str) -> str:
    """The digest of everything that the verdict on the function `name` depends on, but for the student's code."""
    solutions = pack.root / "solutions"
    own = solutions / f"{assignment}.py", solutions / "banks" / assignment / f"{name}.py"
    return digest(of_the_engine(), *of_the_graders(assignments()[assignment].folder), *map(digest_of_file, own))


@cache
def of_the_engine() -> str:
    """The digest of what all verdicts share: the engine's folders, and the libraries and interpreter that run it."""
    libraries = [f"{library} {version(library)}" for library in LIBRARIES]
    return digest(*(digest_of_folder(PACKAGE / folder) for folder in ENGINE), *libraries, platform.python_version())


@cache
def of_the_graders(folder: Path) -> tuple[str, ...]:
    """The digests of an assignment's package, and of the modules beside it, which several share."""
    return digest_of_folder(folder), *map(digest_of_file, sorted(folder.parent.glob("*.py")))
