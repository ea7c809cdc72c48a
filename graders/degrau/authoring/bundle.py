"""What a teacher hands out: a zip with notebooks that install degrau themselves, its wheel, and a page to begin with.

It needs neither a network nor an index: the wheel is beside the notebooks.
"""

import base64
import hashlib
import json
import tempfile
import zipfile
from collections.abc import Sequence
from copy import deepcopy
from html import escape
from importlib.metadata import Distribution, distribution, entry_points
from pathlib import Path
from string import Template

import nbformat
from hatchling.builders.wheel import WheelBuilder
from markdown_it import MarkdownIt
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell

from ..base.disk import write_whole
from ..base.mendable import Mendable
from ..base.packs import GRADERS, TEACHERS
from ..base.progress import OnProgress
from ..base.text import ENGLISH, Language, _
from ..notebooks.release import Releases
from ..pack.pack import Pack
from ..sandbox.view import PACKAGE, clone

TEMPLATES = Path(__file__).parent / "bundled"
HOW_TO = _("how-to-start")
ABOUT, CHOOSE = (
    _("Installs degrau if it is missing, online or offline."),
    _("Choose the degrau….zip that you were given."),
)
BROWSER = _("The Python of a browser runs no programs.")
OTHER = _('`degrau.language("{code}")` changes the language.')
PAGE = """<!doctype html>
<html lang="{language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>
:root {{ color-scheme: light dark }}
body {{ max-width: 44em; margin: 2em auto; padding: 0 1em; line-height: 1.5; font-family: system-ui, sans-serif }}
</style>
{body}</html>
"""


def bundle(
    pack: Pack,
    names: Sequence[str],
    language: Language,
    path: Path,
    on_progress: OnProgress,
    releases: Releases | None = None,
) -> Path:
    """Writes the zip with the notebooks of these assignments; `on_progress(done, total, next)` before each part.

    They are those of a course, if its `releases` are given.
    """
    parts, released = len(names) + 2, releases or pack
    on_progress(0, parts, "degrau")
    with tempfile.TemporaryDirectory(prefix="degrau-bundle-") as folder:
        wheels = build(Path(folder), pack)
        whole = Path(folder) / path.name
        with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(f"{HOW_TO.to(language)}.html", how_to(pack, language))
            for done, name in enumerate(names, 1):
                on_progress(done, parts, name)
                archive.writestr(f"{name}.ipynb", nbformat.writes(installing(released.release(name, language), pack)))
            on_progress(parts - 1, parts, path.name)
            for wheel in wheels:
                archive.write(wheel, f"wheels/{wheel.name}")
        write_whole(path, whole.read_bytes())
    return path


def installing(notebook: NotebookNode, pack: Pack) -> NotebookNode:
    """The notebook with a cell that installs degrau and the course, before its first code cell."""
    made = deepcopy(notebook)
    said = {"about": ABOUT, "choose": CHOOSE, "browser": BROWSER}
    words = {name: " · ".join(map(text.to, pack.languages)) for name, text in said.items()}
    packages = json.dumps(["degrau", pack.place.module])
    template = Template((TEMPLATES / "install.py.in").read_text("utf-8").strip())
    source = template.substitute(words, packages=packages)
    cell = new_code_cell(source, id="install", metadata={"deletable": False, "editable": False, "tags": ["install"]})
    first = next(i for i, c in enumerate(made.cells) if c.cell_type == "code")
    made.cells.insert(first, cell)
    return made


def how_to(pack: Pack, language: Language) -> str:
    """The page on how to start, as HTML; in English where there is none in this language."""
    page = next(filter(Path.exists, (TEMPLATES / f"how_to.{code}.md" for code in (language, ENGLISH))))
    others = "".join(f" {OTHER.to(language, code=code)}" for code in pack.languages if code != language)
    text = Template(page.read_text("utf-8")).substitute(languages=others)
    return PAGE.format(language=language, title=escape(pack.title.to(language)), body=MarkdownIt().render(text))


# What the checks in a notebook import besides NumPy, and no Jupyter brings along; its speed-ups in C can be left out.
NEEDED = "msgpack"
COMPILED = (".so", ".pyd", ".pyc", ".pyx", ".c", ".h")
OF_AN_INSTALL = ("RECORD", "WHEEL", "INSTALLER", "REQUESTED", "direct_url.json", "uv_cache.json")
PURE = "Wheel-Version: 1.0\nGenerator: degrau\nRoot-Is-Purelib: true\nTag: py3-none-any\n"


def build(folder: Path, *packs: Pack) -> list[Path]:
    """Makes the wheels in this folder: degrau's, the packs' student's parts that are not in it, and what they need.

    Raises Mendable where one of a pack's has a solution in it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    root = clone()
    own = _built(root, folder) if root else _pure(distribution("degrau"), folder)
    others = [_of_students(pack, folder) for pack in packs if not pack.place.graders.is_relative_to(PACKAGE)]
    return [own, *others, _pure(distribution(NEEDED), folder)]


def _of_students(pack: Pack, folder: Path) -> Path:
    """The wheel of a pack's student's part."""
    here = (pack.root / "graders").is_dir()
    made = _built(pack.root, folder) if here else _pure(_graders(pack.place.module), folder)
    _refuse_solutions(made)
    return made


def teachers_part(folder: Path, pack: Pack) -> Path | None:
    """Makes the wheel of the pack's solutions in this folder; None where they are no distribution of their own."""
    if (pack.root / "solutions" / "pyproject.toml").is_file():
        return _built(pack.root / "solutions", folder)
    return _pure(found, folder) if (found := _distribution(pack.root.name, TEACHERS)) else None


def _built(root: Path, folder: Path) -> Path:
    """The wheel that the pyproject.toml in a folder describes."""
    (path,) = WheelBuilder(str(root)).build(directory=str(folder), versions=["standard"])
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


def _pure(found: Distribution, folder: Path) -> Path:
    """The wheel of an installed distribution, without what is compiled for one machine."""
    name = f"{found.metadata['Name'].replace('-', '_')}-{found.version}"
    path = folder / f"{name}-py3-none-any.whl"
    record = []
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as wheel:
        for file in sorted(found.files or ()):
            about = file.parts[0].endswith(".dist-info")
            own = file.parts[0] != ".." and file.suffix not in COMPILED
            if own and not (about and file.name in OF_AN_INSTALL):
                record.append(_add(wheel, str(file), file.read_binary()))
        record.append(_add(wheel, f"{name}.dist-info/WHEEL", PURE.encode()))
        record.append(f"{name}.dist-info/RECORD,,")
        wheel.writestr(f"{name}.dist-info/RECORD", "\n".join(record) + "\n")
    return path


def _add(wheel: zipfile.ZipFile, name: str, content: bytes) -> str:
    """Adds a file, and gives its line of the RECORD."""
    wheel.writestr(name, content)
    digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
    return f"{name},sha256={digest},{len(content)}"
