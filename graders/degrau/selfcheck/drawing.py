"""The strokes of small SVG pictures, in the colour of the text around them: for light and for dark ground."""

from collections.abc import Sequence
from html import escape

BLUE, ORANGE = "#2f7ed8", "#d9660f"
WIDTH, HEIGHT, EDGE = 360.0, 170.0, 34.0
Point = tuple[float, float]


class Scale:
    """Takes numbers from one range to another."""

    def __init__(self, low: float, high: float, start: float, end: float) -> None:
        self.low, self.start, self.slope = low, start, (end - start) / ((high - low) or 1.0)

    def __call__(self, value: float) -> float:
        return self.start + (value - self.low) * self.slope


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
