"""Wrong numbers as a small picture: a curve, bars, or a matrix with the wrong entries marked.

It can be read by its shapes alone: what is expected is solid, the student's is dashed, and what is wrong has a cross or
a shade. As text, bars and matrices become aligned rows.
"""

import math
from collections.abc import Iterator
from html import escape

from ..report import Comparison, Curve
from ..text import Language, Text, _
from .drawing import BLUE, EDGE, HEIGHT, ORANGE, WIDTH, Point, Scale, cross, label, line, svg

MOST_BARS, MOST_ROWS, MOST_COLUMNS = 12, 10, 8
YOURS, EXPECTED, SLOPE = _("yours"), _("expected"), _("numerical derivative")
CURVE_WRONG = _("Of {size} points tried, {count} are wrong, between {name} = {low:g} and {name} = {high:g}.")
ONE_WRONG = _("Of {size} points tried, one is wrong: {name} = {low:g}.")
ALL_WRONG = _("All of the {size} points tried are wrong, from {name} = {low:g} to {name} = {high:g}.")
ENTRIES = _("The entries of the result; those marked with ✗ differ.")


def picture_html(comparison: Comparison, language: Language) -> str:
    """The picture that fits these numbers; nothing where none would help."""
    if comparison.curve is not None:
        return _curve(comparison.curve, language)
    if len(comparison.shape) == 1 and len(comparison.got) > 1:
        return _bars(comparison, language)
    return _matrix(comparison, language) if _is_small_matrix(comparison) else ""


def picture_text(comparison: Comparison, language: Language) -> list[str]:
    """The same in aligned lines of text."""
    if comparison.curve is not None:
        return [curve_words(comparison.curve, language)]
    if len(comparison.shape) == 1 and len(comparison.got) > 1:
        return list(_rows(comparison, language))
    return list(_matrix_rows(comparison)) if _is_small_matrix(comparison) else []


def curve_words(curve: Curve, language: Language) -> str:
    """Where the curve is wrong, in words."""
    # Adding 0 makes 0 of −0.
    wrong = [round(x, 2) + 0.0 for x, bad in zip(curve.x, curve.wrong, strict=True) if bad] or [curve.x[0]]
    text = ONE_WRONG if len(wrong) == 1 else ALL_WRONG if all(curve.wrong) else CURVE_WRONG
    return text.to(language, name=curve.name, count=len(wrong), size=len(curve.x), low=wrong[0], high=wrong[-1])


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
    return svg(drawn, curve_words(curve, language)) + _legend(SLOPE if curve.derivative else EXPECTED, language)


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
    return svg(drawn, comparison.remark) + _legend(EXPECTED, language)


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
    right = escape(f"{EXPECTED.to(language)} {comparison.right[i]:.6g}")
    return f'<td style="{style};border:2px solid {ORANGE}"><strong>✗ {got}</strong><br/><small>{right}</small></td>'


def _is_small_matrix(comparison: Comparison) -> bool:
    shape = comparison.shape
    return len(shape) == 2 and shape[0] <= MOST_ROWS and shape[1] <= MOST_COLUMNS and len(comparison.got) > 1


def _rows(comparison: Comparison, language: Language) -> Iterator[str]:
    """One entry a line, yours beside what is expected."""
    shown = range(min(len(comparison.got), MOST_BARS))
    columns = [
        ["", *(comparison.labels[i] for i in shown)],
        [YOURS.to(language), *(f"{comparison.got[i]:.6g}" for i in shown)],
        [EXPECTED.to(language), *(f"{comparison.right[i]:.6g}" for i in shown)],
    ]
    marks = ["", *("✗" if comparison.wrong[i] else "" for i in shown)]
    widths = [max(map(len, column)) for column in columns]
    for *entries, mark in zip(*columns, marks, strict=True):
        line = "  ".join(text.rjust(width) for text, width in zip(entries, widths, strict=True))
        yield f"{line}  {mark}".rstrip()


def _matrix_rows(comparison: Comparison) -> Iterator[str]:
    """The matrix that was returned, a row a line, wrong entries marked."""
    rows, columns = comparison.shape
    entries = [f"{'✗ ' if bad else ''}{v:.6g}" for v, bad in zip(comparison.got, comparison.wrong, strict=True)]
    width = max(map(len, entries))
    for r in range(rows):
        yield "  ".join(entry.rjust(width) for entry in entries[r * columns : (r + 1) * columns])


def _legend(expected: Text, language: Language) -> str:
    right, yours = escape(expected.to(language)), escape(YOURS.to(language))
    solid, dashed = f"border-bottom:3px solid {BLUE}", f"border-bottom:3px dashed {ORANGE}"
    return (
        f'<div style="font-size:.9em;margin-bottom:.6em"><span style="{solid}">{right}</span> &#160; '
        f'<span style="{dashed}">{yours}</span></div>'
    )
