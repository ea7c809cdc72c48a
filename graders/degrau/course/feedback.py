"""Feedback pages as nbgrader makes them, with what costs the same for every page paid once for a class."""

import re
from collections.abc import Iterable
from html import escape
from pathlib import Path
from types import CodeType
from typing import Any

from jinja2 import BytecodeCache, Environment, pass_context
from jinja2.bccache import Bucket
from nbconvert.exporters import Exporter, HTMLExporter, TemplateExporter
from nbconvert.filters.highlight import Highlight2HTML
from nbconvert.filters.widgetsdatatypefilter import WidgetsDataTypeFilter
from nbformat import NotebookNode
from nbformat.v4 import new_markdown_cell
from nbgrader.converters import GenerateFeedback
from traitlets import Bool

from ..base.disk import together
from ..base.text import Language, _
from ..grading.child import Ended, Lasting
from ..pack.pack import Pack
from ..sandbox.limits import Limits
from .autograded import SUMMARY, as_typed
from .staging import take_names_literally

# nbgrader names this module in its settings, and looks for submissions as soon as it has read them.
take_names_literally()

AS_TYPED = _("This page is in plain type, because making it with colours and formulas was ended: {reason}.")
# Its settings are how submissions are read, and change with each.
OTHERS = {"CanonicalExporter"}
MOST = 2000
# Code that is longer than this is not coloured: nobody reads it, and it takes long.
LONGEST = 100_000
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
# What lies between these is no HTML.
RAW = {"script", "style"}
# Whatever is opened and not closed is found by the last alternative, and only once: nothing is searched again from
# each place where it could begin.
TAG = re.compile(
    r"""<!--.*?-->|<(script|style)(?=[\s/>]).*?</\1>
    |<(/?)([a-z][^\s/>]*+)[^>"']*+(?:(?:"[^"]*+"|'[^']*+')[^>"']*+)*+>|(<(?:!--|/?[a-z]))""",
    re.S | re.I | re.X,
)
# What nbconvert adds attributes to: images without words, and the inputs and outputs of JupyterLab's template.
ADDED_TO = re.compile(r'<img(?!(?:\s+[\w-]+="[^"<>]*")*\s+alt=")|jp-Notebook', re.I)


class _Compiled(BytecodeCache):
    """Templates that this process has compiled."""

    def __init__(self) -> None:
        self._codes: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._codes.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.code is not None:
            self._codes[bucket.key, bucket.checksum] = bucket.code


_compiled = _Compiled()
_highlighted: dict[Any, str] = {}
_rendered: dict[Any, str] = {}


def _remember(known: dict[Any, str], key: Any, text: str) -> None:
    """Keeps the text; the oldest makes room."""
    if len(known) >= MOST:
        del known[next(iter(known))]
    known[key] = text


def in_balance(html: str) -> bool:
    """Whether every element is closed where it should be: a parser that mends pages finds nothing to mend."""
    opened: list[str] = []
    drawings = 0
    for tag in TAG.finditer(html):
        end, name = tag[2], (tag[3] or "").lower()
        if tag[4] or (name in RAW and not end) or (end and (not opened or opened.pop() != name)):
            return False
        if end:
            drawings -= name == "svg"
        elif name and name not in VOID:
            if not tag[0].endswith("/>"):
                opened.append(name)
                drawings += name == "svg"
            elif not drawings:
                return False
    return not opened


class _Highlighted(Highlight2HTML):
    """Code in colours; the code of locked cells, which all notebooks share, is coloured once."""

    in_colours = True

    def __call__(self, source: str, language: str | None = None, metadata: Any = None) -> str:
        if len(source) > LONGEST or not self.in_colours:
            return f'<div class="highlight"><pre>{escape(source)}</pre></div>'
        magic = (metadata or {}).get("magics_language")
        key = source, language, self.pygments_lexer, magic, repr(self.extra_formatter_options)
        if key not in _highlighted:
            _remember(_highlighted, key, super().__call__(source, language, metadata))  # type: ignore[no-untyped-call]
        return _highlighted[key]


class FeedbackExporter(HTMLExporter):
    """nbconvert's HTML, whose templates are compiled once, and which is parsed again only where that changes it."""

    _ready, _in_colours = False, True
    optimistic_validation = Bool(True, help="Whether a notebook is validated once, not at each step").tag(config=True)

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)  # type: ignore[no-untyped-call]
        if isinstance(self.parent, GenerateFeedback):
            root = Path(self.parent.coursedir.root)
            self.parent.convert_notebooks = together(root)(self.parent.convert_notebooks)

    def _create_environment(self) -> Environment:
        environment: Environment = super()._create_environment()  # type: ignore[no-untyped-call]
        environment.bytecode_cache = _compiled
        return environment

    @pass_context
    def markdown2html(self, context: Any, source: str) -> str:
        """The text as HTML; that of the release, which all notebooks share, is rendered once."""
        # Images in a notebook, or beside it, are of one student.
        if self.embed_images or context.get("cell", {}).get("attachments"):
            return str(super().markdown2html(context, source))
        key = source, self.anchor_link_text, self.exclude_anchor_links, repr(self.lexer_options)
        if key not in _rendered:
            _remember(_rendered, key, str(super().markdown2html(context, source)))
        return _rendered[key]

    def from_notebook_node(  # type: ignore[override]
        self, nb: NotebookNode, resources: dict[str, Any] | None = None, **options: Any
    ) -> tuple[str, dict[str, Any]]:
        """The page, made in a child process; what takes too much is made once more, with all as it was typed."""
        # What looks into the gradebook does so here.
        ready, about = self._preprocess(nb, Exporter._init_resources(self, resources))  # type: ignore[no-untyped-call]
        limits = Limits()
        make = _made_like(self, limits)
        try:
            return make(limits.spare_seconds, ready, about), about
        except Ended as ended:
            said = AS_TYPED.filled(reason=ended.reason)
            self.log.warning("%s", said.to("en"))
            if sitting := self.config.CanonicalExporter.get("sitting"):
                sitting.say(about["nbgrader"]["student"], about["nbgrader"]["notebook"], said)
            return make(limits.spare_seconds, _as_typed(ready, map(said.to, self._languages)), about, False), about

    @property
    def _languages(self) -> tuple[Language, ...]:
        return Pack.at(self.config.CanonicalExporter.get("pack_root", "")).languages

    def page(self, ready: NotebookNode, resources: dict[str, Any], in_colours: bool = True) -> str:
        """The page of a notebook that all preprocessors have seen.

        nbconvert parses each page and writes it out again: those that it would change go its way.
        """
        self._ready, self._in_colours = True, in_colours
        # It may have been edited since the last page.
        self._invalidate_template_cache()  # type: ignore[no-untyped-call]
        try:
            html = self._as_rendered(ready, resources)
            changed = not in_balance(html) or ADDED_TO.search(html)
            return str(super().from_notebook_node(ready, resources)[0]) if changed else html
        finally:
            self._ready = False

    def _preprocess(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        if self._ready:
            return nb, resources
        found: tuple[NotebookNode, Any] = super()._preprocess(nb, resources)  # type: ignore[no-untyped-call]
        return found

    def _as_rendered(self, nb: NotebookNode, resources: dict[str, Any]) -> str:
        """The page as its template makes it."""
        language = nb.metadata.get("language_info", {})
        lexer = language.get("pygments_lexer", language.get("name"))
        resources = self._init_resources(resources)  # type: ignore[no-untyped-call]
        own = _Highlighted(pygments_lexer=lexer, parent=self)  # type: ignore[no-untyped-call]
        own.in_colours = self._in_colours
        highlight = self.filters.get("highlight_code", own)
        about = {"notebook_metadata": self._nb_metadata, "parent": self, "resources": resources}
        widgets = WidgetsDataTypeFilter(**about)  # type: ignore[no-untyped-call]
        self.register_filter("highlight_code", highlight)  # type: ignore[no-untyped-call]
        self.register_filter("filter_data_type", widgets)  # type: ignore[no-untyped-call]
        return TemplateExporter.from_notebook_node(self, nb, resources)[0]


# Who makes pages, and what for: all that the pages of a class follow from but the notebooks.
_maker: tuple[object, Lasting[str]] | None = None


def _made_like(exporter: FeedbackExporter, limits: Limits) -> Lasting[str]:
    """A child process that makes pages with this exporter's settings: the last one, as long as they are the same."""
    global _maker
    settings = type(exporter), {name: repr(section) for name, section in exporter.config.items() if name not in OTHERS}
    if _maker is None or _maker[0] != settings:
        close()
        _maker = settings, Lasting(exporter.page, limits.judge_bytes)
    return _maker[1]


def close() -> None:
    """Ends the process that makes pages."""
    global _maker
    if _maker is not None:
        _maker[1].close()
        _maker = None


def _as_typed(notebook: NotebookNode, why: Iterable[str]) -> NotebookNode:
    """The notebook with the student's prose as it was typed, and above it why."""
    for cell in notebook.cells:
        if cell.cell_type == "markdown" and cell.metadata.get("editable", True) and cell.id != SUMMARY:
            cell.source = as_typed(cell.source)
    said = "<br>".join(map(escape, why))
    note: NotebookNode = new_markdown_cell(f'<div class="alert alert-warning">{said}</div>')
    notebook.cells.insert(0, note)
    return notebook
