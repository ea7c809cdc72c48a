"""The course pack: the folder with solutions/ and assignments/, and what lies in it."""

import ast
import json
import os
import platform
from collections.abc import Callable, Iterable, Mapping
from functools import cache, cached_property, lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import numpy as np

from ..base import packs
from ..base.disk import digest, digest_of_file, digest_of_folder
from ..base.mendable import Mendable
from ..base.packs import ENGINE
from ..base.text import Language, Text
from ..judging.registry import assignments, of, rivals
from .bank import Variant, load_bank
from .source import Source, read_source

if TYPE_CHECKING:
    from nbformat import NotebookNode

Functions = Mapping[str, Callable[..., Any]]


class Pack:
    """A course pack by its root folder; what is read from it is read once."""

    def __init__(self, root: Path) -> None:
        self.root = root.resolve()
        packs.opened_at(self.root)

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.root,)

    @classmethod
    def find(cls) -> "Pack":
        """The pack that DEGRAU_PACK names, that one stands in, or that is installed; raises PackNotFound."""
        return _pack(pack_root())

    @classmethod
    def at(cls, folder: str) -> "Pack":
        """The pack in this folder, or the one that is found where none is named; what it holds is read once."""
        return _pack(pack_root(folder))

    @classmethod
    def named(cls, name: str) -> "Pack":
        """The pack that `degrau packs` lists by this name, or that lies in this folder; raises PackNotFound."""
        places = packs.found()
        root = next((place.root for place in places if place.module == name), Path(name))
        if root is None:
            raise PackNotFound(f"the teacher's part of {name} is not installed.\n{HOW_TO_GET_ONE}")
        if not (root / "solutions").is_dir():
            there = ", ".join(place.module for place in places if place.root)
            raise PackNotFound(f"no course {name}, and no folder of one; there are: {there}")
        return _pack(root.resolve())

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

    def shown(self, path: Path) -> Path:
        """The path as it is seen from the pack's folder; as it is where it lies elsewhere, as installed graders do."""
        return path.relative_to(self.root) if path.is_relative_to(self.root) else path

    @cached_property
    def languages(self) -> tuple[Language, ...]:
        """The codes of its languages; a folder without graders has those of the pack that is at hand."""
        return self.place.languages

    @property
    def place(self) -> packs.Place:
        """Where its graders are; those of the pack that is at hand, for a folder without any."""
        places = packs.found()
        return next((place for place in places if place.root == self.root), places[0])

    @property
    def title(self) -> Text:
        """What the course is called."""
        return Text(**self.place.title)

    def language(self, wish: Language | None) -> Language:
        """This language, or the first where none is wished; raises PackNotFound for one that it has not."""
        if wish is not None and wish not in self.languages:
            raise PackNotFound(f"the course is not in {wish}; its languages: {', '.join(self.languages)}")
        return wish or self.languages[0]

    @cache  # noqa: B019
    def source(self, name: str) -> Source:
        """The source of an assignment; raises AuthoringError."""
        return read_source(self.root / "solutions" / f"{name}.py", self.languages)

    @cache  # noqa: B019
    def reference(self, name: str) -> Functions:
        """The reference functions of an assignment, by name."""
        return {function: self.names(name)[function] for function in self.source(name).exercises}

    @cache  # noqa: B019
    def names(self, name: str) -> Mapping[str, Any]:
        """Everything that an assignment's notebook defines: its setup and its reference functions."""
        namespace: dict[str, Any] = {"__name__": f"solutions.{name}"}
        for cell in self.source(name).cells:
            if cell.role in ("setup", "exercise"):
                cell.run(namespace)
        return namespace

    @cache  # noqa: B019
    def written(self, name: str) -> Mapping[str, str]:
        """What each function of an assignment's notebook is written as, in the reference."""
        return {cell.name: cell.source for cell in self.source(name).cells if cell.role == "exercise" and cell.name}

    @cache  # noqa: B019
    def given(self, name: str) -> Mapping[str, str]:
        """What each function that an assignment's notebook gives is written as."""
        bodies = [ast.parse(cell.source).body for cell in self.source(name).cells if cell.role == "setup"]
        return {node.name: ast.unparse(node) for body in bodies for node in body if isinstance(node, ast.FunctionDef)}

    def where(self, name: str, error: BaseException) -> str:
        """The file and line of an assignment's source at which this was raised; nothing where it was elsewhere."""
        code = (cell for cell in self.source(name).cells if cell.role in ("setup", "exercise"))
        return next((where for cell in code if (where := cell.raised_at(error))), "")

    def bank_file(self, assignment: str, function: str) -> Path:
        """Where the variants of this function are."""
        return self.root / "solutions" / "banks" / assignment / f"{function}.py"

    @cache  # noqa: B019
    def bank(self, name: str) -> tuple[Variant, ...]:
        """The right and wrong variants of an assignment's functions."""
        folder = self.root / "solutions" / "banks" / name
        names = {"np": np, **self.reference(name)}
        return tuple(variant for path in sorted(folder.glob("*.py")) for variant in load_bank(path, names))

    @cache  # noqa: B019
    def release(self, name: str, language: Language) -> "NotebookNode":
        """The released notebook."""
        path = self.released(name, language)
        if not path.exists():
            raise PackNotFound(f"{path} is missing.\nMake it with: degrau release {name}")
        # A grading with nothing to do reads none.
        import nbformat

        try:
            return cast("NotebookNode", nbformat.read(path, as_version=4))
        except ValueError as error:
            raise PackNotFound(f"{path} is no notebook.\nMake it again with: degrau release {name}") from error

    def released(self, name: str, language: Language) -> Path:
        """Where the released notebook is, or will be."""
        return self.root / "assignments" / language / f"{name}.ipynb"

    def version(self, name: str, language: Language) -> str:
        """The version of the pack in which a released notebook last changed; the pack's own where none says.

        So a new version makes no notebook out of date that is the same in it, and its students are told nothing.
        """
        return _version_in(self.released(name, language)) or self.place.version


@lru_cache
def _pack(root: Path) -> Pack:
    return Pack(root)


def _version_in(path: Path) -> str:
    """The version of its pack that a notebook says it is from."""
    try:
        found = json.loads(path.read_text("utf-8")).get("metadata", {}).get("degrau", {}).get("version")
    except (OSError, ValueError, AttributeError):
        return ""
    return found if isinstance(found, str) else ""


class PackNotFound(Mendable):
    """There is no course pack here."""


HOW_TO_GET_ONE = "Install one: pip install degrau-solutions; make one: degrau new DIR; or go to the folder of one."


def pack_root(folder: str = "") -> Path:
    """This folder, or where none is named: what DEGRAU_PACK names, what one stands in, or what is installed.

    Raises PackNotFound where there is none.
    """
    if folder:
        return Path(folder)
    if (named := os.environ.get("DEGRAU_PACK")) and not (Path(named) / "solutions").is_dir():
        raise PackNotFound(f"no solutions in {named}, which DEGRAU_PACK names.\n{HOW_TO_GET_ONE}")
    if not named and (missing := packs.lacking(Path.cwd())):
        raise PackNotFound(
            f"{missing} is missing; without it, there is no course here.\nMake one to look at: degrau new DIR"
        )
    if named:
        return Path(named)
    place = next((place for place in packs.found() if place.root is not None), None)
    if place is None or place.root is None:
        raise PackNotFound(f"there is no course here, with solutions and a teacher's part.\n{HOW_TO_GET_ONE}")
    _refuse_rivals(place)
    return place.root


def _refuse_rivals(place: packs.Place) -> None:
    """Raises PackNotFound where nothing tells which of several courses is meant that have an assignment's name."""
    for assignment in of(place):
        if having := rivals(assignment.name):
            courses = ", ".join(rival.module for rival in having)
            raise PackNotFound(
                f"{assignment.name} is an assignment of several installed courses: {courses}.\n"
                "Go to the folder of the one that you mean, name that in DEGRAU_PACK, or uninstall the others."
            )


# The folders that a verdict follows from; those of graders are looked at one by one.
FOLDERS = ("base", "plain", "report", "judging", "sandbox", "notebooks", "pack", "grading")
LIBRARIES = ("numpy", "hypothesis", "ipython")


@cache
def fingerprint(pack: Pack, assignment: str, name: str) -> str:
    """The digest of everything that the verdict on the function `name` depends on, but for the student's code."""
    own = pack.root / "solutions" / f"{assignment}.py", pack.bank_file(assignment, name)
    return digest(of_the_engine(), *of_the_graders(assignments()[assignment].folder), *map(digest_of_file, own))


@cache
def of_the_engine() -> str:
    """The digest of what all verdicts share: the engine's folders, and the libraries and interpreter that run it."""
    libraries = [f"{library} {version(library)}" for library in LIBRARIES]
    return digest(*(digest_of_folder(ENGINE / folder) for folder in FOLDERS), *libraries, platform.python_version())


@cache
def of_the_graders(folder: Path) -> tuple[str, ...]:
    """The digests of an assignment's package, and of what lies beside it, which several share: modules, catalogues."""
    shared = sorted(path for path in folder.parent.iterdir() if path.is_file())
    return digest_of_folder(folder), digest_of_folder(folder.parent / "locale"), *map(digest_of_file, shared)
