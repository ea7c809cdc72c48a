"""How a student sees the report on one function in a notebook or a page: a compact card in HTML."""

import math
import re
from collections.abc import Iterator, Sequence
from html import escape

from ..base.terminal import clean
from ..base.text import Language, Text, _
from .card import (
    CALLED,
    EXPECTED,
    EXPECTED_HERE,
    HINT,
    IN_ALL,
    MARKS,
    MORE,
    MOST_BARS,
    PRINTED,
    RETURNED,
    SHOWN,
    YOURS,
    causes,
    curve_words,
    first_failed,
    is_small_matrix,
    is_vector,
    mark,
    names_a_cause,
    printed_lines,
    status_words,
    stood_in_words,
    summary,
)
from .types import Comparison, Curve, ExerciseReport, Printed, PropertyReport

_STYLE = (
    "border-left:4px solid {edge};padding:.4em .9em;margin:.3em 0;font-family:system-ui,sans-serif;"
    "font-size:.95em;line-height:1.4;max-width:60em"
)
_EDGE = {"passed": "#2e8b57", "blank": "#8a8a8a"}
_CODE = (
    "white-space:pre-wrap;overflow-wrap:anywhere;font-family:monospace;font-size:.92em;margin:.1em 0 .4em;"
    "padding:0;background:none"
)
_PRINTED = "margin:.1em 0 .4em;padding:0;background:none;white-space:pre-wrap;overflow-wrap:anywhere;font-size:.92em"


def card_html(report: ExerciseReport, language: Language, public: bool = False, news: str = "") -> str:
    """The card as HTML, readable on light and dark ground and without colour. Everything in it is escaped.

    `public`: only the public checks were made; `news`: what is new since the last card.
    """
    rows = "".join(f"<li>{_mark_html(p, language)} {_inline(p.title)}</li>" for p in report.properties)
    stood_in = f"<p>{_inline(stood_in_words(report, language))}</p>" if report.stood_in else ""
    new = f"<div><strong>{escape(news)}</strong></div>" if news else ""
    return clean(
        f'<section lang="{language}" style="{_STYLE.format(edge=_EDGE.get(report.status, "#c8661b"))}">'
        f"<div><strong><code>{escape(report.name)}</code> — {escape(status_words(report, language))}</strong></div>"
        f'<ul style="list-style:none;padding:0;margin:.3em 0">{rows}</ul>{stood_in}{_details_html(report, language)}'
        f'{new}<div style="opacity:.8">{escape(summary(report, language, public))}</div></section>'
    )


def _mark_html(prop: PropertyReport, language: Language) -> str:
    sign = mark(prop)
    return f'<span role="img" aria-label="{escape(MARKS[sign].to(language))}">{sign}</span>'


def _details_html(report: ExerciseReport, language: Language) -> str:
    failed = first_failed(report)
    said = f"<p>{_inline(report.hint)}</p>" if report.hint else ""
    if failed is None or report.status == "blank":
        return said
    if failed.comparison and failed.comparison.shape:
        parts = [_compared_html(failed, failed.comparison, language)]
    else:
        parts = [_pre(failed.message)] if failed.message else []
    if failed.comparison:
        parts.append(picture_html(failed.comparison, language))
    if report.message:
        parts.append(f"<p><strong>{_inline(report.message)}</strong></p>")
    parts += (f"<p><strong>{_inline(cause)}</strong> {_inline(why)}</p>" for cause, why in causes(report, language))
    return "".join([*parts, said]) + _hints_html(report, language)


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
    shown = "" if names_a_cause(report) else f"<p>{_inline(HINT.to(language, hint=first))}</p>"
    opened = f"<summary>{escape(MORE.to(language))}</summary>{_inline(second)}"
    return f'{shown}<details style="margin:.3em 0">{opened}</details>'


def _inline(text: str) -> str:
    """Escaped text, with `code` between backticks set as code."""
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", escape(text))


def paragraph_html(text: str) -> str:
    """A paragraph of its own."""
    return clean(f"<p>{_inline(text)}</p>")


BLUE, ORANGE = "#2f7ed8", "#d9660f"
WIDTH, HEIGHT, EDGE = 360.0, 170.0, 34.0
SLOPE = _("numerical derivative")
ENTRIES = _("The entries of the result; those marked with ✗ differ.")
Point = tuple[float, float]


class Scale:
    """Takes numbers from one range to another."""

    def __init__(self, low: float, high: float, start: float, end: float) -> None:
        self.low, self.start, self.slope = low, start, (end - start) / ((high - low) or 1.0)

    def __call__(self, value: float) -> float:
        return self.start + (value - self.low) * self.slope


def picture_html(comparison: Comparison, language: Language) -> str:
    """The picture that fits these numbers; nothing where none would help."""
    if comparison.curve is not None:
        return _curve(comparison.curve, language)
    if is_vector(comparison):
        return _bars(comparison, language)
    return _matrix(comparison, language) if is_small_matrix(comparison) else ""


def _curve(curve: Curve, language: Language) -> str:
    low, high = _range(curve)
    across, up = Scale(curve.x[0], curve.x[-1], EDGE, WIDTH - 8), Scale(low, high, HEIGHT - 20, 8)
    expected = [(across(x), up(y)) for x, y in zip(curve.x, curve.right, strict=True)]
    yours = [(across(x), up(min(max(y, low), high))) for x, y in zip(curve.x, curve.got, strict=True)]
    marks = [p for p, bad in zip(yours, curve.wrong, strict=True) if bad]
    shades = "".join(
        f'<rect x="{across(a):.1f}" y="8" width="{max(across(b) - across(a), 3.0):.1f}" height="{HEIGHT - 28:.0f}" '
        f'fill="{ORANGE}" fill-opacity=".16"/>'
        for a, b in _wrong_stretches(curve)
    )
    ground = (
        line([(EDGE, up(0.0)), (WIDTH - 8, up(0.0))], "currentColor", 'stroke-opacity=".35"') if low < 0 < high else ""
    )
    drawn = (
        shades
        + ground
        + line(expected, BLUE, 'stroke-width="2.5"')
        + line(yours, ORANGE, 'stroke-width="2" stroke-dasharray="5 3"')
        + "".join(map(cross, marks))
        + label(EDGE - 3, up(high) + 8, f"{round(high, 2):g}", "end")
        + label(EDGE - 3, up(low), f"{round(low, 2):g}", "end")
        + label(EDGE, HEIGHT - 8, f"{curve.name} = {curve.x[0]:.3g}", "start")
        + label(WIDTH - 8, HEIGHT - 8, f"{curve.x[-1]:.3g}", "end")
    )
    return svg(drawn, curve_words(curve, language)) + _legend(SLOPE if curve.derivative else EXPECTED_HERE, language)


def _range(curve: Curve) -> Point:
    """From where to where the picture goes up: all that is right, and what is yours as far as that leaves room."""
    low, high = min(curve.right), max(curve.right)
    room = max(high - low, 1.0)
    return max(min(*curve.got, low), low - room), min(max(*curve.got, high), high + room)


def _wrong_stretches(curve: Curve) -> Iterator[Point]:
    """Each stretch of x that is wrong, from its first point to its last."""
    start = None
    for i, bad in enumerate((*curve.wrong, False)):
        if bad and start is None:
            start = i
        elif not bad and start is not None:
            yield curve.x[start], curve.x[i - 1]
            start = None


def _bars(comparison: Comparison, language: Language) -> str:
    shown = range(min(len(comparison.got), MOST_BARS))
    finite = [v for i in shown for v in (comparison.got[i], comparison.right[i]) if math.isfinite(v)]
    up = Scale(min([0.0, *finite]), max([0.0, *finite]), HEIGHT - 26, 14)
    wide = (WIDTH - EDGE - 8) / len(shown)
    drawn = line([(EDGE, up(0.0)), (WIDTH - 8, up(0.0))], "currentColor", 'stroke-opacity=".5"')
    for i in shown:
        left = EDGE + i * wide
        drawn += _bar(left + 0.12 * wide, 0.36 * wide, up, comparison.right[i], f'fill="{BLUE}" stroke="{BLUE}"')
        yours = f'fill="{ORANGE}" fill-opacity=".25" stroke="{ORANGE}" stroke-width="2" stroke-dasharray="4 2"'
        drawn += _bar(left + 0.52 * wide, 0.36 * wide, up, comparison.got[i], yours)
        mark = " ✗" if comparison.wrong[i] else ""
        drawn += label(left + wide / 2, HEIGHT - 8, f"{comparison.labels[i]}{mark}", "middle")
    return svg(drawn, comparison.remark) + _legend(EXPECTED_HERE, language)


def _bar(left: float, wide: float, up: Scale, value: float, style: str) -> str:
    if not math.isfinite(value):
        return label(left + wide / 2, up(0.0) - 4, f"{value:g}", "middle")
    top, bottom = sorted((up(value), up(0.0)))
    return f'<rect x="{left:.1f}" y="{top:.1f}" width="{wide:.1f}" height="{max(bottom - top, 1.0):.1f}" {style}/>'


def _matrix(comparison: Comparison, language: Language) -> str:
    rows, columns = comparison.shape
    cells = [_cell(comparison, i, language) for i in range(rows * columns)]
    body = "".join(f"<tr>{''.join(cells[r * columns : (r + 1) * columns])}</tr>" for r in range(rows))
    words = escape(ENTRIES.to(language))
    caption = f'<caption style="text-align:left;padding:0;white-space:nowrap;color:inherit">{words}</caption>'
    style = "border-collapse:collapse;margin:.4em 0;background:none;color:inherit"
    return f'<table style="{style}">{caption}<tbody>{body}</tbody></table>'


def _cell(comparison: Comparison, i: int, language: Language) -> str:
    got, style = f"{comparison.got[i]:.6g}", "padding:.15em .6em;text-align:right;vertical-align:top"
    if not comparison.wrong[i]:
        return f'<td style="{style};opacity:.7;border:1px solid transparent">{got}</td>'
    right = escape(f"{EXPECTED_HERE.to(language)} {comparison.right[i]:.6g}")
    return f'<td style="{style};border:2px solid {ORANGE}"><strong>✗ {got}</strong><br/><small>{right}</small></td>'


def _legend(expected: Text, language: Language) -> str:
    right, yours = escape(expected.to(language)), escape(YOURS.to(language))
    solid, dashed = f"border-bottom:3px solid {BLUE}", f"border-bottom:3px dashed {ORANGE}"
    return (
        f'<div style="font-size:.9em;margin-bottom:.6em"><span style="{solid}">{right}</span> &#160; '
        f'<span style="{dashed}">{yours}</span></div>'
    )


def line(points: Sequence[Point], colour: str, style: str) -> str:
    """A line through these points."""
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    return f'<polyline points="{path}" fill="none" stroke="{colour}" {style}/>'


def cross(point: Point) -> str:
    """A small cross, centred there."""
    x, y = point
    path = f"M{x - 2.5:.1f} {y - 2.5:.1f}l5 5m0 -5l-5 5"
    return f'<path d="{path}" fill="none" stroke="{ORANGE}" stroke-width="1.2"/>'


def label(x: float, y: float, text: str, anchor: str) -> str:
    """A few characters, in the colour of the text around."""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="currentColor" font-size="10">{escape(text)}</text>'
    )


def svg(drawn: str, words: str) -> str:
    """The drawing, with words for those who do not see it."""
    return (
        f'<svg role="img" aria-label="{escape(words)}" viewBox="0 0 {WIDTH:g} {HEIGHT:g}" width="{WIDTH:g}" '
        f'height="{HEIGHT:g}" style="max-width:100%;display:block">{drawn}</svg>'
    )


def printed_html(printed: Printed, language: Language) -> str:
    """The first lines as HTML, with the others folded; nothing where nothing was printed."""
    lines = printed_lines(printed)
    if not lines:
        return ""
    rest = _block([*lines[SHOWN:], *(["…"] if len(lines) < printed.lines else [])])
    count = escape(IN_ALL.to(language, count=printed.lines))
    folded = f"<details><summary>… {count}</summary>{rest}</details>" if printed.lines > SHOWN else ""
    return (
        f'<section lang="{language}"><div>{escape(PRINTED.to(language))}</div>{_block(lines[:SHOWN])}{folded}</section>'
    )


def _block(lines: list[str]) -> str:
    text = escape("\n".join(lines))
    return f'<pre style="{_PRINTED}">{text}</pre>'
