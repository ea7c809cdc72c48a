"""Where course packs lie: the installed ones, the one that DEGRAU_PACK names, and the one that one stands in.

A pack is a folder with solutions/, assignments/ and graders/; in its package of graders, a `pack.toml` says its
languages and its title: it goes with the graders into a student's install, as a pyproject.toml does not.
"""

import os
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.metadata import EntryPoint, entry_points
from importlib.util import find_spec
from itertools import combinations
from pathlib import Path
from typing import Any

from .mendable import Mendable

# An entry point of the first group names a package of graders; of the second, the package with its teacher's part.
GRADERS, TEACHERS = "degrau.packs", "degrau.solutions"
ABOUT = "pack.toml"
COURSE = "nbgrader_config.py"
# The folder of the engine, which every install has.
ENGINE = Path(__file__).resolve().parents[1]
# What the code of a language may be: it is a folder's name, too.
CODE = re.compile(r"[a-z]{2,3}([-_][A-Za-z0-9]+)*")
# Folders of packs that a course, or a command, has named.
opened: list[Path] = []


@dataclass(frozen=True)
class Place:
    """Where one pack lies."""

    module: str
    """The package of its graders, as it is imported."""
    graders: Path
    """The folder of that package: the student's part."""
    root: Path | None
    """The folder with solutions/ and assignments/, the teacher's part, where it is at hand."""
    version: str
    """That of its distribution; empty where it has none."""

    @property
    def about(self) -> Mapping[str, Any]:
        """What its pack.toml says; raises Mendable where that does not serve."""
        return _about(self.graders / ABOUT)

    @property
    def languages(self) -> tuple[str, ...]:
        """The codes of its languages, the first of which stands in for what another lacks."""
        return tuple(self.about["languages"])

    @property
    def title(self) -> Mapping[str, str]:
        """Its title, by language code."""
        return dict(self.about["title"])


@lru_cache(maxsize=64)
def _about(path: Path) -> Mapping[str, Any]:
    try:
        about = tomllib.loads(path.read_text("utf-8-sig"))
    except (OSError, ValueError) as error:
        raise Mendable(f"{path}: cannot be read ({error}); correct it") from error
    languages, title = about.get("languages"), about.get("title")
    if not isinstance(languages, list) or not languages:
        raise Mendable(f'{path}: it says no languages; write, for example: languages = ["es", "en"]')
    for code in languages:
        if not isinstance(code, str) or not CODE.fullmatch(code) or languages.count(code) > 1:
            raise Mendable(f'{path}: {code!r} is no language, or there twice; write codes: languages = ["es", "pt-BR"]')
    if not isinstance(title, dict) or not isinstance(title.get(languages[0]), str):
        raise Mendable(f'{path}: it says no title in {languages[0]}; write: title = {{ {languages[0]} = "…" }}')
    for code, text in title.items():
        if not isinstance(text, str):
            raise Mendable(
                f'{path}: the title in {code} is {text!r}, and not a text; write: title = {{ {code} = "…" }}'
            )
    return about


def found() -> tuple[Place, ...]:
    """All packs, each once: those that are near, and those that are installed."""
    return _each_once((*near(), *installed()))


def near() -> tuple[Place, ...]:
    """The packs that come first: those that were opened, the one that is named, and the one that one stands in."""
    try:
        here = os.getcwd()
    except FileNotFoundError:
        here = ""
    return _near(os.environ.get("DEGRAU_PACK", ""), here, tuple(opened))


@lru_cache(maxsize=64)
def _near(named: str, here: str, others: tuple[Path, ...]) -> tuple[Place, ...]:
    roots = [*others, *([Path(named)] if named else []), *([root] if here and (root := standing(Path(here))) else [])]
    return _each_once(tuple(place for root in roots for place in within(root)))


@lru_cache(maxsize=64)
def _each_once(places: tuple[Place, ...]) -> tuple[Place, ...]:
    once: dict[Path, Place] = {}
    for place in places:
        once.setdefault(place.graders, place)
    return tuple(once.values())


@cache
def installed() -> tuple[Place, ...]:
    """The packs that are installed, in the order of their names; raises Mendable where two have the same."""
    points = sorted(entry_points(group=GRADERS))
    for point, other in combinations(points, 2):
        if point.name == other.name or point.module == other.module:
            both = [known.dist.name for known in (point, other) if known.dist]
            raise Mendable(
                f"two installed courses have the same name, {point.name}: {' and '.join(both)}.\n"
                f"Uninstall one: pip uninstall {both[-1]}"
            )
    return tuple(place for point in points if (place := _installed(point)))


def is_installed(place: Place) -> bool:
    """Whether its graders can be imported as they are."""
    return any(place.graders == known.graders for known in installed())


def opened_at(root: Path) -> None:
    """From now on, this pack is one of those that are found, wherever one stands."""
    if root not in opened and any(within(root)):
        opened.append(root)


def _installed(point: EntryPoint) -> Place | None:
    folder = _folder(point.module)
    if folder is None or not (folder / ABOUT).is_file():
        return None
    teachers = (_folder(other.module) for other in entry_points(group=TEACHERS) if other.name == point.name)
    root = next(filter(None, teachers), None) or _above(folder)
    return Place(point.module, folder, root, point.dist.version if point.dist else "")


def _folder(module: str) -> Path | None:
    """The folder of a package, which is not imported for it."""
    try:
        spec = find_spec(module)
    except ImportError:
        return None
    return Path(spec.submodule_search_locations[0]).resolve() if spec and spec.submodule_search_locations else None


def _above(graders: Path) -> Path | None:
    """The folder of the pack of which this is the package of graders, where that lies in it."""
    tops = [top for top in graders.parents if top.name == "graders"]
    return next((top.parent for top in tops if (top.parent / "solutions").is_dir()), None)


def within(root: Path) -> Iterator[Place]:
    """The pack whose folder this is; none where it has no package of graders."""
    top = root.resolve() / "graders"
    for path in sorted([*top.glob(f"*/{ABOUT}"), *top.glob(f"*/*/{ABOUT}")])[:1]:
        yield Place(".".join(path.parent.relative_to(top).parts), path.parent, root.resolve(), _version(root))


def _version(root: Path) -> str:
    try:
        return str(tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]["version"])
    except (OSError, ValueError, KeyError, TypeError):
        return ""


def standing(folder: Path) -> Path | None:
    """The pack that this folder is, or lies in.

    None inside a course's directory: what lies there was handed in, and nothing of it is ever imported. None in the
    clone of another degrau than this one, whose graders go with that.
    """
    above = (folder, *folder.parents)
    if any((path / COURSE).is_file() for path in above):
        return None
    root = next((path for path in above if (path / "solutions").is_dir() and any(within(path))), None)
    return None if root and any(map(_is_of_another_degrau, within(root))) else root


def _is_of_another_degrau(place: Place) -> bool:
    return place.module.startswith(f"{ENGINE.name}.") and not place.graders.is_relative_to(ENGINE)


def lacking(folder: Path) -> Path | None:
    """What is missing of the pack that this folder is, or lies in; None where it is whole, or nothing speaks of one."""
    for path in (folder, *folder.parents):
        has_solutions = (path / "solutions").is_dir()
        if any(within(path)):
            return None if has_solutions else path / "solutions"
        if has_solutions and ((path / "graders").is_dir() or (path / "solutions" / "banks").is_dir()):
            return path / "graders" / "NAME" / ABOUT
    return None
