"""What a teacher hands out: a zip with notebooks that install degrau themselves, its wheel, and a page to begin with.

It needs neither a network nor an index: the wheel is beside the notebooks.
"""

import tempfile
import zipfile
from collections.abc import Sequence
from copy import deepcopy
from pathlib import Path

import nbformat
from markdown_it import MarkdownIt
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell

from ..authoring.pack import Pack
from ..stages import OnProgress
from ..text import Language
from .wheels import build

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
