"""The wheels that go to students and to other machines: degrau's, a pack's, and what they need."""

import base64
import hashlib
import re
import zipfile
from collections.abc import Collection, Iterable
from importlib.metadata import Distribution, distribution, entry_points
from pathlib import Path

from hatchling.builders.wheel import WheelBuilder

from ..base.mendable import Mendable, raised
from ..base.packs import ABOUT, ENGINE, GRADERS, TEACHERS
from ..pack.pack import Pack
from ..sandbox.view import clone

PROJECT = "pyproject.toml"
# What the checks in a notebook import besides NumPy, and no Jupyter brings along; its speed-ups in C can be left out.
NEEDED = "msgpack"
COMPILED = (".so", ".pyd", ".pyc", ".pyx", ".c", ".h")
OF_AN_INSTALL = ("RECORD", "WHEEL", "INSTALLER", "REQUESTED", "direct_url.json", "uv_cache.json")
# What the wheel of degrau without its course adds to its version, and where modules lie that all courses share.
WITHOUT = "engine"
SHARED = ("degrau", "exercises", "MODULE.py")
DEGRAUS = re.compile(r"degrau\.exercises(?:\.| import )(\w+)")
PURE = "Wheel-Version: 1.0\nGenerator: degrau\nRoot-Is-Purelib: true\nTag: py3-none-any\n"


def build(folder: Path, *packs: Pack) -> list[Path]:
    """Makes the wheels in this folder: degrau's, the packs' student's parts that are not in it, and what they need.

    Raises Mendable where one of a pack's has a solution in it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    root = clone()
    own = _built(root, folder) if root else _pure(distribution("degrau"), folder)
    others = [_of_students(pack, folder) for pack in packs if not is_degraus(pack)]
    return [own, *others, _pure(distribution(NEEDED), folder)]


def is_degraus(pack: Pack) -> bool:
    """Whether it is the course that comes with degrau, whose graders are in its wheel."""
    return pack.place.graders.is_relative_to(ENGINE)


def _of_students(pack: Pack, folder: Path) -> Path:
    """The wheel of a pack's student's part."""
    here = (pack.root / "graders").is_dir()
    made = _built(pack.root, folder) if here else _pure(_graders(pack.place.module), folder)
    _refuse_solutions(made)
    _refuse_what_is_not_found(made, pack)
    return made


def teachers_part(folder: Path, pack: Pack) -> Path | None:
    """Makes the wheel of the pack's solutions in this folder; None where they are no distribution of their own."""
    if (pack.root / "solutions" / "pyproject.toml").is_file():
        return _built(pack.root / "solutions", folder)
    return _pure(found, folder) if (found := _distribution(pack.root.name, TEACHERS)) else None


def _built(root: Path, folder: Path) -> Path:
    """The wheel that the pyproject.toml in a folder describes; raises Mendable."""
    try:
        (path,) = WheelBuilder(str(root)).build(directory=str(folder), versions=["standard"])
    except Exception as error:
        raise Mendable(f"{root / PROJECT}: {' '.join(raised(error).split())}") from error
    return Path(path)


def _graders(module: str) -> Distribution:
    found = _distribution(module, GRADERS)
    assert found is not None
    return found


def _distribution(module: str, group: str) -> Distribution | None:
    """The distribution whose entry point in this group names the module."""
    named = (point.dist for point in entry_points(group=group) if point.module == module)
    return next((distribution(found.name) for found in named if found), None)


def _refuse_solutions(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        secret = [name for name in archive.namelist() if {"solutions", "banks"} & set(name.split("/"))]
    if secret:
        raise Mendable(
            f"the course's wheel would bring students {secret[0]}.\n"
            'In its pyproject.toml, write: [tool.hatch.build.targets.wheel] packages = ["graders/NAME"]'
        )


def _refuse_what_is_not_found(wheel: Path, pack: Pack) -> None:
    """Raises Mendable where a student's install would have no graders, or not know of them."""
    module = pack.place.module
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        points = "".join(archive.read(name).decode() for name in names if name.endswith(".dist-info/entry_points.txt"))
    if f"{module.replace('.', '/')}/{ABOUT}" not in names:
        wanted = f'[tool.hatch.build.targets.wheel] packages = ["graders/{module.partition(".")[0]}"]'
    elif not re.search(rf"^\[{re.escape(GRADERS)}\]\n(?:[^\[].*\n)*?.*= ?{re.escape(module)}$", points, re.MULTILINE):
        wanted = f'[project.entry-points."{GRADERS}"] {module.rpartition(".")[2]} = "{module}"'
    else:
        return
    where = pack.root / PROJECT
    raise Mendable(f"{where}: with it, students' installs do not find the graders of {module}.\nIn it, write: {wanted}")


def _pure(found: Distribution, folder: Path) -> Path:
    """The wheel of an installed distribution, without what is compiled for one machine."""
    name = f"{found.metadata['Name'].replace('-', '_')}-{found.version}"
    files = sorted(file for file in found.files or () if file.parts[0] != ".." and file.suffix not in COMPILED)
    return _written(folder, name, ((str(file), file.read_binary()) for file in files))


def without_a_course(wheel: Path, pack: Pack) -> Path:
    """The wheel of degrau without its own course, of whose graders only what all share stays, and what the pack uses.

    It has a version of its own: pip, which leaves alone what is there in the same version, tells it from the whole.
    """
    used = set(_used_of_degraus_course(pack))
    name, version = wheel.name.split("-")[:2]
    about, said = f"{name}-{version}.dist-info/", f"\nVersion: {version}"
    with zipfile.ZipFile(wheel) as whole:
        files = {file: whole.read(file) for file in whole.namelist() if _goes_without_a_course(file, used)}
    wheel.unlink()
    files[f"{about}METADATA"] = files[f"{about}METADATA"].replace(said.encode(), f"{said}+{WITHOUT}".encode(), 1)
    own = f"{name}-{version}+{WITHOUT}"
    renamed = ((file.replace(about, f"{own}.dist-info/"), content) for file, content in files.items())
    return _written(wheel.parent, own, renamed)


def _used_of_degraus_course(pack: Pack) -> Iterable[str]:
    """What a pack's graders name of those of degrau's own course."""
    for path in pack.place.graders.rglob("*.py"):
        yield from DEGRAUS.findall(path.read_text("utf-8", "replace"))


def _goes_without_a_course(file: str, used: Collection[str]) -> bool:
    """Whether a file of degrau's wheel is there without its own course, too.

    >>> names = ("judging/judge.py", "exercises/inputs.py", "exercises/pack.toml", "exercises/cnn/laws.py")
    >>> [_goes_without_a_course(f"degrau/{name}", ()) for name in names]
    [True, True, False, False]
    """
    parts = file.split("/")
    if parts[:2] != ["degrau", "exercises"]:
        return True
    return file.endswith(".py") and (len(parts) == len(SHARED) or parts[2] in used)


def _written(folder: Path, name: str, files: Iterable[tuple[str, bytes]]) -> Path:
    """A wheel with these files, of which those that an install adds are left out."""
    path = folder / f"{name}-py3-none-any.whl"
    record = []
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as wheel:
        for file, content in files:
            about, _slash, rest = file.partition(".dist-info/")
            if not (rest in OF_AN_INSTALL and "/" not in about):
                record.append(_add(wheel, file, content))
        record.append(_add(wheel, f"{name}.dist-info/WHEEL", PURE.encode()))
        record.append(f"{name}.dist-info/RECORD,,")
        wheel.writestr(f"{name}.dist-info/RECORD", "\n".join(record) + "\n")
    return path


def _add(wheel: zipfile.ZipFile, name: str, content: bytes) -> str:
    """Adds a file, and gives its line of the RECORD."""
    wheel.writestr(name, content)
    digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
    return f"{name},sha256={digest},{len(content)}"
