"""The courses that are at hand: which assignments there are, with what each asks for.

What is in a pack's package of graders is registered by being there: a folder for each assignment, called like its
source. Either the folder's package names its `Assignment`, or each of its modules an `EXERCISE`.
"""

import re
import sys
from collections.abc import Collection, Iterable, Iterator, Mapping, Set
from functools import cache
from importlib import import_module
from pathlib import Path
from traceback import extract_tb
from types import ModuleType

import numpy as np

from ..base import packs
from ..base.mendable import Mendable, raised
from ..base.packs import Place
from .types import Assignment, Exercise

CHECK = re.compile(r"^check\((\w+)\)", re.MULTILINE)


def assignments() -> Mapping[str, Assignment]:
    """The assignments of all packs, by name, in their order; of two with the same name, the nearer pack's."""
    return _assignments(packs.found())


def by_function() -> Mapping[str, Assignment]:
    """The assignment that asks for each function, by the function's name."""
    return _by_function(packs.found())


def rivals(name: str) -> tuple[Place, ...]:
    """The packs that have an assignment of this name, or one that asks for this function, if nothing tells them apart.

    A pack that is near comes before those that are installed.
    """
    having = [place for place in packs.found() if any(name == a.name or name in a.points for a in of(place))]
    return tuple(having) if len(having) > 1 and having[0] not in packs.near() else ()


def asking(function: str, claimed: object, names: Set[str]) -> Assignment | tuple[str, tuple[Place, ...]]:
    """The assignment that asks for a function: of several, the `claimed` one, or else that with most of these names.

    Where nothing tells which, the assignment's or the function's name, and the packs that have it.
    """
    having = rivals(function)
    if not having:
        own = by_function()[function]
        return (own.name, others) if (others := rivals(own.name)) else own
    several = [known for place in having for known in of(place) if function in known.points]
    fits = [(known.name == claimed, len(known.points.keys() & names)) for known in several]
    best = max(fits)
    return several[fits.index(best)] if fits.count(best) == 1 else (function, having)


@cache
def _assignments(places: tuple[Place, ...]) -> Mapping[str, Assignment]:
    known: dict[str, Assignment] = {}
    for place in places:
        for assignment in of(place):
            known.setdefault(assignment.name, assignment)
    return known


@cache
def _by_function(places: tuple[Place, ...]) -> Mapping[str, Assignment]:
    asked: dict[str, Assignment] = {}
    for place in places:
        for assignment in of(place):
            for name in assignment.points:
                asked.setdefault(name, assignment)
    return asked


@cache
def of(place: Place) -> tuple[Assignment, ...]:
    """The assignments of one pack, in the order of their names; raises Mendable where its graders are not found."""
    _reach(place)
    folders = sorted(path.parent for path in place.graders.glob("[!.]*/__init__.py"))
    return tuple(sorted((a for folder in folders for a in _in(place, folder)), key=lambda a: a.name))


def _reach(place: Place) -> None:
    """Makes a pack's graders importable; those of one that is not installed lie in its graders/."""
    if place.module not in sys.modules and place.root is not None and not packs.is_installed(place):
        sys.path.insert(0, str(place.root / "graders"))
    found = Path(_imported(place.module, place).__path__[0]).resolve()
    if found != place.graders:
        raise Mendable(
            f"{found} and {place.graders} have the same name.\n"
            "Rename the folder of one of them; or uninstall it, where it is installed: degrau packs"
        )


def _imported(name: str, place: Place) -> ModuleType:
    """A module of a pack's graders; raises Mendable, with the file and line, where it cannot be imported."""
    try:
        return import_module(name)
    except (Exception, SystemExit) as error:
        frames = [
            frame for frame in extract_tb(error.__traceback__) if Path(frame.filename).is_relative_to(place.graders)
        ]
        where = f"{frames[-1].filename}:{frames[-1].lineno}" if frames else name
        if isinstance(error, SyntaxError) and error.filename:
            where = f"{error.filename}:{error.lineno}"
        raise Mendable(f"{where}: {raised(error)}") from error


def _in(place: Place, folder: Path) -> Iterator[Assignment]:
    """The assignment in a folder of graders; none where it holds only what others use."""
    name = f"{place.module}.{folder.name}"
    named = [found for found in vars(_imported(name, place)).values() if isinstance(found, Assignment)]
    modules = [] if named else [_imported(f"{name}.{path.stem}", place) for path in sorted(folder.glob("[!_]*.py"))]
    exercises = [found for module in modules if isinstance(found := getattr(module, "EXERCISE", None), Exercise)]
    yield from named[:1]
    if exercises:
        order = _order(place, folder)
        exercises.sort(key=lambda e: order.index(e.name) if e.name in order else len(order))
        yield Assignment(folder.name, tuple(exercises), folder)


def _order(place: Place, folder: Path) -> list[str]:
    """The functions in the notebook's order, by its source or else by the public probes, which are made in it."""
    source = place.root / "solutions" / f"{folder.name}.py" if place.root else None
    if source is not None and source.is_file():
        return CHECK.findall(source.read_text("utf-8", "replace"))
    if not (folder / "probes.npz").is_file():
        return []
    with np.load(folder / "probes.npz") as members:
        return list(members.files)


def functions(names: Iterable[str]) -> list[tuple[str, str]]:
    """The functions of these assignments, as (assignment, function), in order."""
    return [(name, function) for name in names for function in assignments()[name].points]


def which(
    claimed: object, known: Mapping[str, Collection[str]], names: Set[str], ids: Set[str] = frozenset()
) -> str | None:
    """Which of the `known` assignments, each with its functions, a notebook is of: the one that it claims to be.

    Else the one with most of the cells' `ids`, and then of the `names` that the notebook writes; None if it has none.
    """
    if claimed in known:
        return str(claimed)

    def shared(assignment: str) -> tuple[int, int]:
        functions = set(known[assignment])
        return len(ids & {own for name in functions for own in (name, f"check_{name}")}), len(names & functions)

    best = max(known, key=shared, default=None)
    return best if best is not None and any(shared(best)) else None
