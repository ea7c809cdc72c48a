"""The course pack: the folder with solutions/ and assignments/, and what lies in it."""

import os
import platform
from collections.abc import Callable, Iterable, Mapping
from functools import cache, cached_property, lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import numpy as np

import degrau

from ..base.disk import digest, digest_of_file, digest_of_folder
from ..base.text import Language, Mendable
from ..judging.registry import assignments
from .bank import Variant, load_bank
from .source import read_source

if TYPE_CHECKING:
    from nbformat import NotebookNode

Functions = Mapping[str, Callable[..., Any]]


class Pack:
    """A course pack by its root folder; what is read from it is read once."""

    def __init__(self, root: Path) -> None:
        self.root = root.resolve()

    @classmethod
    def find(cls) -> "Pack":
        """The pack that DEGRAU_PACK names, or else the clone that this package lies in; raises PackNotFound."""
        return _pack(pack_root())

    @classmethod
    def at(cls, folder: str) -> "Pack":
        """The pack in this folder, or the one that is found where none is named; what it holds is read once."""
        return _pack(pack_root(folder))

    @cached_property
    def assignments(self) -> tuple[str, ...]:
        """The assignments' names, in order."""
        return tuple(sorted(path.stem for path in (self.root / "solutions").glob("*.py")))

    def choose(self, names: Iterable[str]) -> tuple[str, ...]:
        """These assignments, or all where none is named; raises PackNotFound for an unknown one."""
        chosen = tuple(names) or self.assignments
        for name in chosen:
            if name not in self.assignments:
                raise PackNotFound(f"no assignment {name}; there are: {', '.join(self.assignments)}")
        return chosen

    @cache  # noqa: B019
    def reference(self, name: str) -> Functions:
        """The reference functions of an assignment, by name."""
        source = read_source(self.root / "solutions" / f"{name}.py")
        return {function: self.names(name)[function] for function in source.exercises}

    @cache  # noqa: B019
    def names(self, name: str) -> Mapping[str, Any]:
        """Everything that an assignment's notebook defines: its setup and its reference functions."""
        namespace: dict[str, Any] = {"__name__": f"solutions.{name}"}
        source = read_source(self.root / "solutions" / f"{name}.py")
        for cell in source.cells:
            if cell.role in ("setup", "exercise"):
                exec(compile(cell.source, f"<{name}: {cell.name}>", "exec"), namespace)
        return namespace

    @cache  # noqa: B019
    def bank(self, name: str) -> tuple[Variant, ...]:
        """The right and wrong variants of an assignment's functions."""
        folder = self.root / "solutions" / "banks" / name
        names = {"np": np, **self.reference(name)}
        return tuple(variant for path in sorted(folder.glob("*.py")) for variant in load_bank(path, names))

    @cache  # noqa: B019
    def release(self, name: str, language: Language) -> "NotebookNode":
        """The released notebook."""
        path = self.root / "assignments" / language / f"{name}.ipynb"
        if not path.exists():
            raise PackNotFound(f"{path} is missing.\nMake it with: degrau release {name}")
        # A grading with nothing to do reads none.
        import nbformat

        return cast("NotebookNode", nbformat.read(path, as_version=4))


@lru_cache
def _pack(root: Path) -> Pack:
    return Pack(root)


class PackNotFound(Mendable):
    """There is no course pack here."""


def pack_root(folder: str = "") -> Path:
    """This folder, or where none is named the one that DEGRAU_PACK names, or else the clone that this package lies in.

    Raises PackNotFound where there is none.
    """
    if folder:
        return Path(folder)
    named = os.environ.get("DEGRAU_PACK")
    root = Path(named) if named else Path(__file__).resolve().parents[3]
    if not (root / "solutions").is_dir():
        raise PackNotFound(
            f"no solutions in {root}: this install has no course pack.\n"
            "Set DEGRAU_PACK to a clone of the repository, or run degrau from one."
        )
    return root


PACKAGE = Path(degrau.__file__).parent
# The folders that a verdict follows from; those of graders are looked at one by one.
ENGINE = ("base", "plain", "report", "judging", "sandbox", "notebooks", "pack", "grading")
LIBRARIES = ("numpy", "hypothesis", "ipython")


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
