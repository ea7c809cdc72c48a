"""Feedback pages as nbgrader makes them, with what costs the same for every page paid once for a class."""

import re
from html import escape
from types import CodeType
from typing import Any

from jinja2 import BytecodeCache, Environment, pass_context
from jinja2.bccache import Bucket
from nbconvert.exporters import HTMLExporter, TemplateExporter
from nbconvert.filters.highlight import Highlight2HTML
from nbconvert.filters.widgetsdatatypefilter import WidgetsDataTypeFilter
from nbformat import NotebookNode
from traitlets import Bool

from .names import take_names_literally

# nbgrader names this module in its settings, and looks for submissions as soon as it has read them.
take_names_literally()

MOST = 2000
# Code that is longer than this is not coloured: nobody reads it, and it takes long.
LONGEST = 100_000
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
TAG = re.compile(
    r"""<!--.*?-->|<(script|style)\b.*?</\1>|<(/?)([a-z][^\s/>]*)[^>"']*(?:(?:"[^"]*"|'[^']*')[^>"']*)*>""", re.S | re.I
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


def _in_balance(html: str) -> bool:
    """Whether every element is closed where it should be: a parser that mends pages finds nothing to mend."""
    opened: list[str] = []
    for tag in TAG.finditer(html):
        end, name = tag[2], (tag[3] or "").lower()
        if end and (not opened or opened.pop() != name):
            return False
        if end or not name or name in VOID:
            continue
        if not tag[0].endswith("/>"):
            opened.append(name)
        elif "svg" not in opened:
            return False
    return not opened


class _Highlighted(Highlight2HTML):
    """Code in colours; the code of locked cells, which all notebooks share, is coloured once."""

    def __call__(self, source: str, language: str | None = None, metadata: Any = None) -> str:
        if len(source) > LONGEST:
            return f'<div class="highlight"><pre>{escape(source)}</pre></div>'
        magic = (metadata or {}).get("magics_language")
        key = source, language, self.pygments_lexer, magic, repr(self.extra_formatter_options)
        if key not in _highlighted:
            _remember(_highlighted, key, super().__call__(source, language, metadata))  # type: ignore[no-untyped-call]
        return _highlighted[key]


class FeedbackExporter(HTMLExporter):
    """nbconvert's HTML, whose templates are compiled once, and which is parsed again only where that changes it."""

    optimistic_validation = Bool(True, help="Whether a notebook is validated once, not at each step").tag(config=True)

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
        """The page. nbconvert parses each and writes it out again: those that it would change go its way."""
        html, about = self._as_rendered(nb, resources, **options)
        if _in_balance(html) and not ADDED_TO.search(html):
            return html, about
        page: tuple[str, dict[str, Any]] = super().from_notebook_node(nb, resources, **options)
        return page

    def _as_rendered(
        self, nb: NotebookNode, resources: dict[str, Any] | None, **options: Any
    ) -> tuple[str, dict[str, Any]]:
        """The page as its template makes it."""
        language = nb.metadata.get("language_info", {})
        lexer = language.get("pygments_lexer", language.get("name"))
        resources = self._init_resources(resources)  # type: ignore[no-untyped-call]
        own = _Highlighted(pygments_lexer=lexer, parent=self)  # type: ignore[no-untyped-call]
        highlight = self.filters.get("highlight_code", own)
        about = {"notebook_metadata": self._nb_metadata, "parent": self, "resources": resources}
        widgets = WidgetsDataTypeFilter(**about)  # type: ignore[no-untyped-call]
        self.register_filter("highlight_code", highlight)  # type: ignore[no-untyped-call]
        self.register_filter("filter_data_type", widgets)  # type: ignore[no-untyped-call]
        return TemplateExporter.from_notebook_node(self, nb, resources, **options)
