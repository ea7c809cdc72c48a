"""What a teacher hands out: a zip with notebooks that install degrau themselves, its wheel, and a page to begin with.

It needs neither a network nor an index: the wheel is beside the notebooks.
"""

import base64
import hashlib
import tempfile
import zipfile
from collections.abc import Sequence
from copy import deepcopy
from importlib.metadata import Distribution, distribution
from pathlib import Path

import nbformat
from hatchling.builders.wheel import WheelBuilder
from markdown_it import MarkdownIt
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell

from ..base.progress import OnProgress
from ..base.text import Language, Mendable
from ..pack.pack import Pack
from ..sandbox.view import clone

TEMPLATES = Path(__file__).parent / "bundled"
HOW_TO = {"pt": "como-comecar.html", "en": "how-to-start.html"}
PAGE = """<!doctype html>
<html lang="{language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>degrau</title>
<style>
:root {{ color-scheme: light dark }}
body {{ max-width: 44em; margin: 2em auto; padding: 0 1em; line-height: 1.5; font-family: system-ui, sans-serif }}
</style>
{body}</html>
"""


def bundle(pack: Pack, names: Sequence[str], language: Language, path: Path, on_progress: OnProgress) -> Path:
    """Writes the zip with the notebooks of these assignments; `on_progress(done, total, next)` before each part."""
    parts = len(names) + 2
    on_progress(0, parts, "degrau")
    with tempfile.TemporaryDirectory(prefix="degrau-bundle-") as folder:
        wheels = build(Path(folder))
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(HOW_TO[language], how_to(language))
            for done, name in enumerate(names, 1):
                on_progress(done, parts, name)
                archive.writestr(f"{name}.ipynb", nbformat.writes(installing(pack.release(name, language))))
            on_progress(parts - 1, parts, path.name)
            for wheel in wheels:
                archive.write(wheel, f"wheels/{wheel.name}")
    return path


def installing(notebook: NotebookNode) -> NotebookNode:
    """The notebook with a cell that installs degrau, before its first code cell."""
    made = deepcopy(notebook)
    source = (TEMPLATES / "install.py").read_text("utf-8").strip()
    cell = new_code_cell(source, id="install", metadata={"deletable": False, "editable": False, "tags": ["install"]})
    first = next(i for i, c in enumerate(made.cells) if c.cell_type == "code")
    made.cells.insert(first, cell)
    return made


def how_to(language: Language) -> str:
    """The page on how to start, as HTML."""
    text = (TEMPLATES / f"how_to.{language}.md").read_text("utf-8")
    return PAGE.format(language=language, body=MarkdownIt().render(text))


# What the checks in a notebook import besides NumPy, and no Jupyter brings along; its speed-ups in C can be left out.
NEEDED = "msgpack"
PURE = "Wheel-Version: 1.0\nGenerator: degrau\nRoot-Is-Purelib: true\nTag: py3-none-any\n"


def build(folder: Path) -> list[Path]:
    """Makes the wheels in this folder; raises Mendable where the sources of degrau are not at hand."""
    root = clone()
    if root is None:
        raise Mendable("a bundle is made from a clone of the repository, whose wheel it brings; run degrau from one")
    folder.mkdir(parents=True, exist_ok=True)
    own = [Path(path) for path in WheelBuilder(str(root)).build(directory=str(folder), versions=["standard"])]
    return [*own, _pure(distribution(NEEDED), folder)]


def _pure(found: Distribution, folder: Path) -> Path:
    """The wheel of an installed distribution, with its Python files and metadata alone."""
    name = f"{found.metadata['Name'].replace('-', '_')}-{found.version}"
    path = folder / f"{name}-py3-none-any.whl"
    record = []
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as wheel:
        for file in sorted(found.files or ()):
            about = file.parts[0].endswith(".dist-info")
            if file.suffix == ".py" or (about and file.name not in ("RECORD", "WHEEL", "INSTALLER", "REQUESTED")):
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
