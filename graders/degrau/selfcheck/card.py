"""How a student sees the report on one function: a compact card in HTML, the same as aligned text."""

import re
from collections.abc import Iterator
from html import escape
from textwrap import fill

from ..report import Comparison, ExerciseReport, MisconceptionReport, PropertyReport, Report, Status
from ..text import Language, Text, _
from .picture import picture_html, picture_text

_STATUS: dict[Status, Text] = {
    "passed": _("passed"),
    "failed": _("not yet"),
    "error": _("stopped with an error"),
    "blank": _("not written yet"),
    "timeout": _("did not end in time"),
    "crashed": _("took the process down"),
}
_MARKS: dict[str, Text] = {"✓": _("passed"), "✗": _("failed"), "·": _("not judged yet")}
_PUBLIC = _("public checks: {passed} of {all}; the rest run when it is graded")
_POINTS = _("{points:g} of {most:g} points")
_CALLED, _RETURNED, _EXPECTED = _("You called"), _("It returned"), _("Expected")
_CAUSE, _OR, _HINT = _("Likely cause: {title}."), _("Or: {title}."), _("Hint: {hint}")
_MORE = _("One more hint")
COLUMNS = 80

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
        f'{new}<div style="opacity:.8">{escape(_summary(report, language, public))}</div></section>'
    )


def _mark_html(prop: PropertyReport, language: Language) -> str:
    mark = _mark(prop)
    return f'<span role="img" aria-label="{escape(_MARKS[mark].to(language))}">{mark}</span>'


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
    if report.misconception is not None:
        parts += (
            f"<p><strong>{_inline(cause)}</strong> {_inline(why)}</p>"
            for cause, why in _causes(report.misconception, language)
        )
    if report.hint:
        parts.append(f"<p>{_inline(report.hint)}</p>")
    return "".join(parts) + _hints_html(report, language)


def _causes(found: MisconceptionReport, language: Language) -> Iterator[tuple[str, str]]:
    """Each mistake that the answer may be, and its explanation; the source goes with the last."""
    titles, explanations = found.title.split(" · "), found.explanation.split("\n")
    for i, (title, why) in enumerate(zip(titles, explanations, strict=True)):
        source = f" {found.source}" if found.source and i == len(titles) - 1 else ""
        yield (_OR if i else _CAUSE).to(language, title=title), why + source


def _compared_html(failed: PropertyReport, comparison: Comparison, language: Language) -> str:
    labelled = (
        (_CALLED, failed.counterexample or ""),
        (_RETURNED, comparison.returned),
        (_EXPECTED, comparison.expected),
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
    shown = "" if report.misconception else f"<p>{_inline(_HINT.to(language, hint=first))}</p>"
    opened = f"<summary>{escape(_MORE.to(language))}</summary>{_inline(second)}"
    return f'{shown}<details style="margin:.3em 0">{opened}</details>'


def _inline(text: str) -> str:
    """Escaped text, with `code` between backticks set as code."""
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", escape(text))


def card_text(
    report: ExerciseReport, language: Language, public: bool = False, news: str = "", more: Text | None = None
) -> str:
    """The card as plain text, for terminals and for nbgrader's logs; `more` is how to come by the second hint."""
    lines = [f"{report.name} — {status_words(report, language)}"]
    lines += [_wrapped(f"{_mark(p)} {p.title}", 2, 4) for p in report.properties]
    lines += _details_text(report, language, more)
    lines += [_wrapped(line, 2, 2) for line in (news, _summary(report, language, public)) if line]
    return clean("\n".join(lines))


def _details_text(report: ExerciseReport, language: Language, more: Text | None) -> Iterator[str]:
    failed = first_failed(report)
    if failed is None or report.status == "blank":
        return
    if failed.comparison and failed.comparison.shape:
        yield from _compared_text(failed, failed.comparison, language)
    else:
        yield from (_wrapped(line, 4, 6) for line in failed.message.splitlines())
    if failed.comparison:
        yield from (f"      {line}" for line in picture_text(failed.comparison, language))
    if report.misconception is not None:
        yield from (_wrapped(f"{cause} {why}", 4, 6) for cause, why in _causes(report.misconception, language))
    if report.hint:
        yield _wrapped(report.hint, 4, 6)
    if report.hints:
        if report.misconception is None:
            yield _wrapped(_HINT.to(language, hint=report.hints[0]), 4, 6)
        if more is not None:
            yield _wrapped(more.to(language, name=report.name, hint=report.hints[1]), 4, 6)


def _compared_text(failed: PropertyReport, comparison: Comparison, language: Language) -> Iterator[str]:
    labels = [label.to(language) for label in (_CALLED, _RETURNED, _EXPECTED)]
    codes = (failed.counterexample or "", comparison.returned, comparison.expected)
    width = max(map(len, labels)) + 2
    for label, code in zip(labels, codes, strict=True):
        first, *rest = code.splitlines() or [""]
        yield _wrapped(f"{label.ljust(width)}{first}", 4, 4 + width)
        yield from (_wrapped(line, 4 + width, 4 + width) for line in rest)
    if comparison.remark:
        yield _wrapped(comparison.remark, 4, 6)


def _wrapped(text: str, first: int, rest: int) -> str:
    """The text in lines for a narrow terminal, indented; code is broken at its spaces too."""
    return fill(text, COLUMNS, initial_indent=" " * first, subsequent_indent=" " * rest, break_long_words=False)


def paragraph_html(text: str) -> str:
    """A paragraph of its own."""
    return clean(f"<p>{_inline(text)}</p>")


def paragraph_text(text: str) -> str:
    """A paragraph of its own, for a narrow terminal."""
    return clean(_wrapped(text, 0, 0))


def report_text(report: Report) -> str:
    """The report on a whole notebook as plain text: every function's card, the notes, and the total."""
    if report.error is not None:
        return clean(f"{report.notebook}: {report.error}")
    cards = [card_text(exercise, report.language) for exercise in report.exercises]
    notes = [f"! {note}" for note in report.notes]
    total = points_words(report.points, report.max_points, report.language)
    return clean("\n".join([f"{report.notebook} ({report.assignment}) — {total}", *notes, *cards, ""]))


def status_words(report: ExerciseReport, language: Language) -> str:
    """How the function stands, in words."""
    return _STATUS[report.status].to(language)


def _summary(report: ExerciseReport, language: Language, public: bool) -> str:
    if public:
        passed = sum(p.passed for p in report.properties)
        return _PUBLIC.to(language, passed=passed, all=len(report.properties))
    return points_words(report.points, report.max_points, language)


def points_words(points: float, most: float, language: Language) -> str:
    """So many points of so many, in words."""
    return _POINTS.to(language, points=points, most=most)


def first_failed(report: ExerciseReport) -> PropertyReport | None:
    """The first property that does not hold, if there is one."""
    return next((p for p in report.properties if not p.passed), None)


def _mark(prop: PropertyReport) -> str:
    return "✓" if prop.passed else "·" if prop.counterexample is None else "✗"


def clean(text: str) -> str:
    """Text without control characters, such as the escapes that colour a terminal; line breaks stay."""
    return "".join(c for c in text if c == "\n" or c.isprintable())
