"""Feedback pages as nbgrader makes them, with what costs the same for every page paid once for a class."""

import re
from types import CodeType
from typing import Any

from jinja2 import BytecodeCache, Environment, pass_context
from jinja2.bccache import Bucket
from nbconvert.exporters import HTMLExporter, TemplateExporter
from nbconvert.filters.highlight import Highlight2HTML
from nbconvert.filters.widgetsdatatypefilter import WidgetsDataTypeFilter
from nbformat import NotebookNode

MOST = 2000
NO_ALT = re.compile(r"<img(?![^>]*\salt=)")
FOCUSABLE = re.compile(r'<div class="([^"]*\b(?:jp-Cell-inputWrapper|jp-OutputArea-output)\b[^"]*)"(?![^>]*tabindex)')


class _Compiled(BytecodeCache):
    """Templates that this process has compiled."""

    def __init__(self) -> None:
        self._codes: dict[str, CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._codes.get(bucket.key)

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.code is not None:
            self._codes[bucket.key] = bucket.code


_compiled = _Compiled()
_highlighted: dict[Any, str] = {}
_rendered: dict[Any, str] = {}


def _remember(known: dict[Any, str], key: Any, text: str) -> None:
    """Keeps the text; the oldest makes room."""
    if len(known) >= MOST:
        del known[next(iter(known))]
    known[key] = text


class _Highlighted(Highlight2HTML):
    """Code in colours; the code of locked cells, which all notebooks share, is coloured once."""

    def __call__(self, source: str, language: str | None = None, metadata: Any = None) -> str:
        key = source, language, self.pygments_lexer, (metadata or {}).get("magics_language")
        if key not in _highlighted:
            _remember(_highlighted, key, super().__call__(source, language, metadata))  # type: ignore[no-untyped-call]
        return _highlighted[key]


class FeedbackExporter(HTMLExporter):
    """nbconvert's HTML, whose templates are compiled once, and whose text is not parsed again to be touched up."""

    def _create_environment(self) -> Environment:
        environment: Environment = super()._create_environment()  # type: ignore[no-untyped-call]
        environment.bytecode_cache = _compiled
        return environment

    @pass_context
    def markdown2html(self, context: Any, source: str) -> str:
        """The text as HTML; that of the release, which all notebooks share, is rendered once."""
        if context.get("cell", {}).get("attachments"):
            return str(super().markdown2html(context, source))
        if source not in _rendered:
            _remember(_rendered, source, str(super().markdown2html(context, source)))
        return _rendered[source]

    def from_notebook_node(  # type: ignore[override]
        self, nb: NotebookNode, resources: dict[str, Any] | None = None, **options: Any
    ) -> tuple[str, dict[str, Any]]:
        """The page: as nbconvert's, where every image has words and every input and output can be reached by keys."""
        language = nb.metadata.get("language_info", {})
        lexer = language.get("pygments_lexer", language.get("name"))
        resources = self._init_resources(resources)  # type: ignore[no-untyped-call]
        own = _Highlighted(pygments_lexer=lexer, parent=self)  # type: ignore[no-untyped-call]
        highlight = self.filters.get("highlight_code", own)
        about = {"notebook_metadata": self._nb_metadata, "parent": self, "resources": resources}
        widgets = WidgetsDataTypeFilter(**about)  # type: ignore[no-untyped-call]
        self.register_filter("highlight_code", highlight)  # type: ignore[no-untyped-call]
        self.register_filter("filter_data_type", widgets)  # type: ignore[no-untyped-call]
        html, resources = TemplateExporter.from_notebook_node(self, nb, resources, **options)
        html = NO_ALT.sub('<img alt="No description has been provided for this image"', html)
        return FOCUSABLE.sub(r'<div class="\1" tabindex="0"', html), resources
