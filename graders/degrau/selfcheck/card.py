"""How a student sees the report on one function: a compact card in HTML, the same as aligned text."""

import re
from html import escape

from ..report import ExerciseReport, PropertyReport, Report, Status
from ..text import Language, Text, _

_STATUS: dict[Status, Text] = {
    "passed": _("passed"),
    "failed": _("not yet"),
    "error": _("stopped with an error"),
    "blank": _("not written yet"),
    "timeout": _("did not end in time"),
    "crashed": _("took the process down"),
}
_PUBLIC = _("public checks: {passed} of {all}; the rest run when it is graded")
_POINTS = _("{points:g} of {most:g} points")
_CAUSE = _("Likely cause")

_STYLE = (
    "border-left:4px solid {edge};padding:.4em .9em;margin:.3em 0;font-family:system-ui,sans-serif;"
    "font-size:.95em;line-height:1.4;max-width:60em"
)
_EDGE = {"passed": "#2e8b57", "blank": "#8a8a8a"}
_CODE = (
    "white-space:pre-wrap;overflow-wrap:anywhere;font-family:monospace;font-size:.92em;margin:.3em 0;background:none"
)


def card_html(report: ExerciseReport, language: Language, public: bool = False) -> str:
    """The card as HTML, readable on light and dark ground and without colour. Everything in it is escaped."""
    rows = "".join(_row_html(p) for p in report.properties)
    return clean(
        f'<section lang="{language}" style="{_STYLE.format(edge=_EDGE.get(report.status, "#c8661b"))}">'
        f"<div><strong><code>{escape(report.name)}</code> — {escape(_heading(report, language))}</strong></div>"
        f'<ul style="list-style:none;padding:0;margin:.3em 0">{rows}</ul>{_details_html(report, language)}'
        f'<div style="opacity:.75">{escape(_summary(report, language, public))}</div></section>'
    )


def _row_html(prop: PropertyReport) -> str:
    return f"<li>{_mark(prop)} {_inline(prop.title)}</li>"


def _details_html(report: ExerciseReport, language: Language) -> str:
    failed = _first_failed(report)
    if failed is None or report.status == "blank":
        return ""
    parts = [f'<pre style="{_CODE}">{escape(failed.message)}</pre>'] if failed.message else []
    if report.misconception is not None:
        cause, m = _CAUSE.to(language), report.misconception
        parts.append(f"<p><strong>{cause}: {_inline(m.title)}.</strong> {_inline(m.explanation)}</p>")
    if report.hint:
        parts.append(f"<p>{_inline(report.hint)}</p>")
    return "".join(parts)


def _inline(text: str) -> str:
    """Escaped text, with `code` between backticks set as code."""
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", escape(text))


def card_text(report: ExerciseReport, language: Language, public: bool = False) -> str:
    """The card as plain text, for terminals and for nbgrader's logs."""
    lines = [f"{report.name} — {_heading(report, language)}"]
    lines += [f"  {_mark(p)} {p.title}" for p in report.properties]
    failed = _first_failed(report)
    if failed is not None and report.status != "blank":
        lines += [f"    {line}" for line in failed.message.splitlines()]
        if report.misconception is not None:
            m = report.misconception
            lines.append(f"    {_CAUSE.to(language)}: {m.title}. {m.explanation}")
        if report.hint:
            lines.append(f"    {report.hint}")
    return clean("\n".join([*lines, f"  {_summary(report, language, public)}"]))


def report_text(report: Report, public: bool = False) -> str:
    """The report on a whole notebook as plain text: every function's card, the notes, and the total."""
    if report.error is not None:
        return clean(f"{report.notebook}: {report.error}")
    cards = [card_text(exercise, report.language, public) for exercise in report.exercises]
    notes = [f"! {note}" for note in report.notes]
    total = "" if public else f" — {points_words(report.points, report.max_points, report.language)}"
    return clean("\n".join([f"{report.notebook} ({report.assignment}){total}", *notes, *cards, ""]))


def _heading(report: ExerciseReport, language: Language) -> str:
    return _STATUS[report.status].to(language)


def _summary(report: ExerciseReport, language: Language, public: bool) -> str:
    if public:
        passed = sum(p.passed for p in report.properties)
        return _PUBLIC.to(language, passed=passed, all=len(report.properties))
    return points_words(report.points, report.max_points, language)


def points_words(points: float, most: float, language: Language) -> str:
    """So many points of so many, in words."""
    return _POINTS.to(language, points=points, most=most)


def _first_failed(report: ExerciseReport) -> PropertyReport | None:
    return next((p for p in report.properties if not p.passed), None)


def _mark(prop: PropertyReport) -> str:
    return "✓" if prop.passed else "·" if prop.counterexample is None else "✗"


def clean(text: str) -> str:
    """Text without control characters, such as the escapes that colour a terminal; line breaks stay."""
    return "".join(c for c in text if c == "\n" or c.isprintable())
