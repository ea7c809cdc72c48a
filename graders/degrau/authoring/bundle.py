"""What a teacher hands out: a zip with notebooks that install degrau themselves, its wheel, and a page to begin with.

It needs neither a network nor an index: the wheel is beside the notebooks.
"""

import json
import tempfile
import zipfile
from collections.abc import Sequence
from copy import deepcopy
from html import escape
from pathlib import Path
from string import Template

import nbformat
from markdown_it import MarkdownIt
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell

from ..base.disk import write_whole
from ..base.mendable import Mendable
from ..base.progress import OnProgress
from ..base.text import ENGLISH, Language, _
from ..judging.probes import path as path_of_probes
from ..judging.registry import assignments
from ..notebooks.release import Releases
from ..pack.pack import Pack
from .wheels import build, is_degraus, without_a_course

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
    for name in names:
        if not (public := path_of_probes(assignments()[name])).is_file():
            raise Mendable(f"{public} is missing: nobody could check an answer.\nMake it with: degrau release {name}")
    on_progress(0, parts, "degrau")
    with tempfile.TemporaryDirectory(prefix="degrau-bundle-") as folder:
        own, *others = build(Path(folder), pack)
        wheels = [own if is_degraus(pack) else without_a_course(own, pack), *others]
        whole = Path(folder) / path.name
        with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(f"{HOW_TO.to(language)}.html", how_to(pack, language))
            for done, name in enumerate(names, 1):
                on_progress(done, parts, name)
                notebook = installing(released.release(name, language), pack, name)
                archive.writestr(f"{name}.ipynb", nbformat.writes(notebook))
            on_progress(parts - 1, parts, path.name)
            for wheel in wheels:
                archive.write(wheel, f"wheels/{wheel.name}")
        write_whole(path, whole.read_bytes())
    return path


def installing(notebook: NotebookNode, pack: Pack, name: str) -> NotebookNode:
    """The notebook with a cell that installs degrau and the course, before its first code cell.

    It asks for the graders of its own assignment: an install from before these were there is not enough.
    """
    made = deepcopy(notebook)
    said = {"about": ABOUT, "choose": CHOOSE, "browser": BROWSER}
    words = {name: " · ".join(map(text.to, pack.languages)) for name, text in said.items()}
    packages = json.dumps(["degrau", f"{pack.place.module}.{assignments()[name].folder.name}"])
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
