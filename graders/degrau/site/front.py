"""What a student reads first: the page with the assignments in their order, and the lines on top of each notebook."""

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from html import escape
from pathlib import Path
from string import Template

from markdown_it import MarkdownIt
from nbformat import NotebookNode
from nbformat.v4 import new_markdown_cell

from ..base.text import Language, _
from ..pack.pack import Pack

# Pages may load from their own server alone; the kernel compiles WebAssembly, and JupyterLite's pages have inline code.
POLICY = (
    "default-src 'self' data: blob:; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; "
    "style-src 'self' 'unsafe-inline'; worker-src 'self' blob:; frame-src 'self'; form-action 'none'"
)
META = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
PAGE = Template((Path(__file__).parent / "front.html").read_text("utf-8"))
NOTICE = _(
    "> **Where your work is.** This notebook is kept in this browser, on this device, and nowhere else: clearing the "
    "browser's data, or a private window that is closed, takes it away. Now and then, and to hand it in, choose "
    "*File → Download*, or run `degrau.hand_in()` in a cell, and keep the file `{name}.ipynb`."
)
INTRODUCTION = _(
    "Open an assignment, write the functions, and run the cells with the checks: it all happens in your browser, with "
    "nothing to install and no account. The first time, opening one takes up to half a minute."
)
KEPT = _(
    "Your work is kept in this browser, on this device, and nowhere else. Download each notebook when you stop, and "
    "hand that file in as your course says."
)
HEADING = _("The assignments, in their order")
OPEN = _("Open")
BLANK = _("Download it blank")
BUILDS = _("What you write: {names}")


def with_notice(notebook: NotebookNode, language: Language) -> NotebookNode:
    """A copy of the notebook that says first where the work is kept."""
    made = deepcopy(notebook)
    name = made.metadata.get("degrau", {}).get("assignment", "")
    cell = new_markdown_cell(NOTICE.to(language, name=name), id="where", metadata={"deletable": True})
    made.cells.insert(0, cell)
    return made


def write_front(pack: Pack, names: Sequence[str], languages: Sequence[Language], out: Path) -> None:
    """Writes a page in each language, of which the first is the site's `index.html`."""
    for language in languages:
        others = [code for code in languages if code != language]
        page = PAGE.substitute(
            policy=META,
            language=language,
            title=escape(pack.title.to(language)),
            languages=" ".join(f'<a href="{_page(code, languages)}" lang="{code}">{code}</a>' for code in others),
            introduction=escape(INTRODUCTION.to(language)),
            kept=escape(KEPT.to(language)),
            heading=escape(HEADING.to(language)),
            items="\n".join(_items(pack, names, language)),
        )
        (out / _page(language, languages)).write_text(page, "utf-8")


def _page(language: Language, languages: Sequence[Language]) -> str:
    return "index.html" if language == languages[0] else f"{language}.html"


def _items(pack: Pack, names: Sequence[str], language: Language) -> Iterator[str]:
    for name in names:
        title, about = _opening(pack.release(name, language))
        functions = " ".join(f"<code>{escape(function)}</code>" for function in pack.source(name).exercises)
        builds = BUILDS.to(language, names=functions)
        yield (
            f'<li id="{name}"><h3>{escape(title)}</h3>{MarkdownIt().render(about)}<p class="builds">{builds}</p>'
            f'<p class="do"><a class="open" href="notebooks/index.html?path={language}/{name}.ipynb" '
            f'aria-label="{escape(OPEN.to(language))}: {escape(title)}">{escape(OPEN.to(language))}</a> '
            f'<a href="files/{language}/{name}.ipynb" download aria-label="{escape(BLANK.to(language))}: '
            f'{escape(title)}">{escape(BLANK.to(language))}</a></p></li>'
        )


def _opening(notebook: NotebookNode) -> tuple[str, str]:
    """The title of a notebook, and its first paragraph without what only a notebook shows: formulas and references."""
    first = next(cell.source for cell in notebook.cells if cell.cell_type == "markdown")
    title, _blank, rest = first.partition("\n\n")
    paragraph = re.sub(r"\s*\[\d+\]", "", rest.partition("\n\n")[0])
    return title.lstrip("# ").strip(), "" if "$" in paragraph else paragraph
