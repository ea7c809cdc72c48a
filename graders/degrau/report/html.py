"""How a student sees the report on one function in a notebook or a page: a compact card in HTML."""

import re
from html import escape

from ..base.text import Language
from .card import (
    CALLED,
    EXPECTED,
    HINT,
    MARKS,
    MORE,
    RETURNED,
    causes,
    clean,
    first_failed,
    mark,
    status_words,
    summary,
)
from .picture import picture_html
from .types import Comparison, ExerciseReport, PropertyReport

_STYLE = (
    "border-left:4px solid {edge};padding:.4em .9em;margin:.3em 0;font-family:system-ui,sans-serif;"
    "font-size:.95em;line-height:1.4;max-width:60em"
)
_EDGE = {"passed": "#2e8b57", "blank": "#8a8a8a"}
_CODE = (
    "white-space:pre-wrap;overflow-wrap:anywhere;font-family:monospace;font-size:.92em;margin:.1em 0 .4em;"
    "padding:0;background:none"
)


def card_html(report: ExerciseReport, language: Language, public: bool = False, news: str = "") -> str:
    """The card as HTML, readable on light and dark ground and without colour. Everything in it is escaped.

    `public`: only the public checks were made; `news`: what is new since the last card.
    """
    rows = "".join(f"<li>{_mark_html(p, language)} {_inline(p.title)}</li>" for p in report.properties)
    new = f"<div><strong>{escape(news)}</strong></div>" if news else ""
    return clean(
        f'<section lang="{language}" style="{_STYLE.format(edge=_EDGE.get(report.status, "#c8661b"))}">'
        f"<div><strong><code>{escape(report.name)}</code> — {escape(status_words(report, language))}</strong></div>"
        f'<ul style="list-style:none;padding:0;margin:.3em 0">{rows}</ul>{_details_html(report, language)}'
        f'{new}<div style="opacity:.8">{escape(summary(report, language, public))}</div></section>'
    )


def _mark_html(prop: PropertyReport, language: Language) -> str:
    sign = mark(prop)
    return f'<span role="img" aria-label="{escape(MARKS[sign].to(language))}">{sign}</span>'


def _details_html(report: ExerciseReport, language: Language) -> str:
    failed = first_failed(report)
    if failed is None or report.status == "blank":
        return ""
    if failed.comparison and failed.comparison.shape:
        parts = [_compared_html(failed, failed.comparison, language)]
    else:
        parts = [_pre(failed.message)] if failed.message else []
    if failed.comparison:
        parts.append(picture_html(failed.comparison, language))
    parts += (f"<p><strong>{_inline(cause)}</strong> {_inline(why)}</p>" for cause, why in causes(report, language))
    if report.hint:
        parts.append(f"<p>{_inline(report.hint)}</p>")
    return "".join(parts) + _hints_html(report, language)


def _compared_html(failed: PropertyReport, comparison: Comparison, language: Language) -> str:
    labelled = (
        (CALLED, failed.counterexample or ""),
        (RETURNED, comparison.returned),
        (EXPECTED, comparison.expected),
    )
    faint = 'style="opacity:.8"'
    rows = "".join(f"<div {faint}>{escape(label.to(language))}</div>{_pre(code)}" for label, code in labelled)
    grid = "display:grid;grid-template-columns:max-content 1fr;column-gap:.8em;align-items:baseline"
    remark = f"<div>{escape(comparison.remark)}</div>" if comparison.remark else ""
    return f'<div style="{grid}">{rows}</div>{remark}'


def _pre(code: str) -> str:
    return f'<pre style="{_CODE}">{escape(code)}</pre>'


def _hints_html(report: ExerciseReport, language: Language) -> str:
    """The first hint where no cause is named, and the second behind a click."""
    if not report.hints:
        return ""
    first, second = report.hints
    shown = "" if report.mistakes else f"<p>{_inline(HINT.to(language, hint=first))}</p>"
    opened = f"<summary>{escape(MORE.to(language))}</summary>{_inline(second)}"
    return f'{shown}<details style="margin:.3em 0">{opened}</details>'


def _inline(text: str) -> str:
    """Escaped text, with `code` between backticks set as code."""
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", escape(text))


def paragraph_html(text: str) -> str:
    """A paragraph of its own."""
    return clean(f"<p>{_inline(text)}</p>")
