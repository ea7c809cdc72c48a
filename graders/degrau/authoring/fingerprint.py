"""What tells whether a verdict still holds: a digest of all that makes it, for each function of the course.

A change in the engine changes all of them; in a grader's module, or one that it imports, those of its exercises; in an
assignment's source, those of the assignment; in a bank, the one of its function.
"""

import ast
import platform
from functools import cache
from importlib.metadata import version
from pathlib import Path

import degrau

from .. import exercises
from ..digests import digest
from .pack import Pack

PACKAGE = Path(degrau.__file__).parent
ENGINE = ("judging", "sandbox", "locale")
ENGINE_FILES = (
    "outcomes.py",
    "report.py",
    "text.py",
    "exercises/__init__.py",
    "authoring/prepare.py",
    "selfcheck/recorded.py",
)
LIBRARIES = ("numpy", "hypothesis")


@cache
def fingerprint(pack: Pack, assignment: str, name: str) -> str:
    """The digest of everything that the verdict on the function `name` depends on, but for the student's code."""
    solutions = pack.root / "solutions"
    own = solutions / f"{assignment}.py", solutions / "banks" / assignment / f"{name}.py"
    hints = repr(exercises.ASSIGNMENTS[assignment].exercise(name).hints)
    return digest(_engine(), hints, *map(_digest_of, (*_modules(assignment, name), *own)))


@cache
def _engine() -> str:
    """The digest of what all verdicts share: the engine's files, and the libraries and interpreter that run it."""
    files = [path for folder in ENGINE for path in (PACKAGE / folder).rglob("*") if path.suffix in (".py", ".mo")]
    files += [PACKAGE / name for name in ENGINE_FILES]
    libraries = [f"{library} {version(library)}" for library in LIBRARIES]
    return digest(*map(_digest_of, sorted(files)), *libraries, platform.python_version())


def _modules(assignment: str, name: str) -> list[Path]:
    """The modules that write the exercise's signature, and those beside them that they import, directly or not."""
    signature = exercises.ASSIGNMENTS[assignment].exercise(name).signature
    found: list[Path] = []
    for path in sorted((PACKAGE / "exercises").glob("*.py")):
        if f'"{signature}"' in path.read_text("utf-8"):
            _follow(path, found)
    return sorted(found)


def _follow(path: Path, found: list[Path]) -> None:
    if path not in found:
        found.append(path)
        for name in _imported_beside(path):
            _follow(path.with_name(f"{name}.py"), found)


@cache
def _imported_beside(path: Path) -> tuple[str, ...]:
    nodes = ast.walk(ast.parse(path.read_text("utf-8")))
    return tuple(n.module for n in nodes if isinstance(n, ast.ImportFrom) and n.level == 1 and n.module)


@cache
def _digest_of(path: Path) -> str:
    """The digest of a file; of one that is not there, as a bank may not be, that of its absence."""
    return digest(path.read_bytes().hex() if path.exists() else "")
