"""The pictures of the report, as SVG in the page: still, without scripts, and in the colours of the text around.

They are matplotlib's, which teachers have for the notebooks; altair's would need half a megabyte of JavaScript in each
page to show the same bars.
"""

import io
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from html import escape
from textwrap import wrap
from typing import Any

import numpy as np
import pandas as pd

from ..base.text import Language
from ..report.html import BLUE, ORANGE
from .words import WORDS

# Whatever has this colour takes that of the text in the page.
INK = "#010203"
COLOURS = (BLUE, ORANGE, "#2e8b57", "#8e5bb5", "#b59a2d", "#5aa9a0")
WIDTH = 5.4
BINS = np.linspace(0.0, 100.0, 11)
WRAPPED = 62
# A few pairs would not be seen beside so many, but for a logarithm.
MANY = 10
# The commonest; a table has the rest.
MOST_BARS = 12
STYLE: dict[Any, Any] = {
    "svg.fonttype": "none",
    "svg.hashsalt": "degrau",
    "font.size": 10.0,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "text.parse_math": False,
    **dict.fromkeys(("text.color", "axes.labelcolor", "axes.edgecolor", "xtick.color", "ytick.color"), INK),
}


def progress_svg(names: Sequence[str], parts: Sequence[tuple[int, int, int]], language: Language) -> str:
    """For each assignment a bar: of the class, who has all points, who some, and who handed in nothing."""
    with _drawing(0.42 * len(names) + 1.0) as (axes, svg):
        left = np.zeros(len(names))
        kinds = (("full", BLUE), ("some", "#9cc2ee"), ("nothing", "#cfcfcf"))
        for (word, colour), counts in zip(kinds, np.array(parts).reshape(-1, 3).T, strict=True):
            bars = axes.barh(names, counts, left=left, color=colour, label=WORDS[word].to(language), height=0.7)
            # What stands on a bar is read on the bar's colour, light or dark as the page may be.
            ink = "#ffffff" if colour == BLUE else "#202020"
            axes.bar_label(bars, [str(c) if c else "" for c in counts], label_type="center", color=ink)
            left += counts
        axes.invert_yaxis()
        axes.xaxis.get_major_locator().set_params(integer=True)
        axes.set_xlabel(WORDS["students"].to(language))
        axes.figure.legend(loc="outside upper center", ncols=3, frameon=False, handlelength=1.0, columnspacing=1.2)
        return svg(WORDS["progress"].to(language))


def histogram_svg(marks: pd.DataFrame, language: Language) -> str:
    """How many students have which share of the points; the sections, and those in none, in colours if several."""
    with _drawing(2.3) as (axes, svg):
        sections = sorted(marks["section"].unique(), key=lambda name: (not name, name))
        several = len(sections) > 1
        groups = [marks[marks["section"] == name] for name in sections] if several else [marks]
        shares = [(100 * group["share"]).clip(0, 100) for group in groups]
        colours = [COLOURS[i % len(COLOURS)] for i in range(len(groups))]
        labels = [_section(name, language) for name in sections] if several else None
        axes.hist(shares, BINS, stacked=True, color=colours, label=labels, rwidth=0.92)
        axes.set_xticks(BINS[::2])
        axes.yaxis.get_major_locator().set_params(integer=True)
        axes.set_xlabel(WORDS["share"].to(language))
        axes.set_ylabel(WORDS["students"].to(language))
        if several:
            axes.figure.legend(loc="outside upper center", ncols=3, frameon=False, handlelength=1.0)
        return svg(WORDS["marks"].to(language))


def _section(name: str, language: Language) -> str:
    return f"{WORDS['section'].to(language)} {name}" if name else WORDS["no_section"].to(language)


def mistakes_svg(mistakes: pd.DataFrame, language: Language) -> str:
    """The named mistakes as bars, the commonest on top, each under its words."""
    shown = mistakes.head(MOST_BARS)
    words = ["\n".join(wrap(f"{row.function}: {row.title}", WRAPPED)) for row in shown.itertuples()]
    lines = [text.count("\n") + 1 for text in words]
    # Each takes a bar and the lines above it; the unit is a line.
    tops = np.cumsum([0.0, *(n + 1.1 for n in lines)])
    with _drawing(0.185 * tops[-1] + 0.5) as (axes, svg):
        at = [top + n + 0.4 for top, n in zip(tops, lines, strict=False)]
        bars = axes.barh(at, shown["count"], height=0.72, color=ORANGE)
        axes.bar_label(bars, padding=4)
        for text, top in zip(words, tops, strict=False):
            axes.annotate(text, (0, top), xytext=(2, 0), textcoords="offset points", va="top", linespacing=1.1)
        axes.set(ylim=(tops[-1], -0.2), xlim=(0, max(shown["count"]) * 1.1 + 0.3), yticks=())
        axes.xaxis.get_major_locator().set_params(integer=True)
        axes.set_xlabel(WORDS["students"].to(language))
        return svg(WORDS["mistakes"].to(language))


def bits_svg(bits: Sequence[float], lowest: float | None, language: Language) -> str:
    """How alike all pairs of a class are, and the lowest that is listed, if any."""
    with _drawing(2.0) as (axes, svg):
        many = np.histogram(bits, 40)[0].max() >= MANY
        axes.hist(bits, 40, color=BLUE, log=bool(many))
        if lowest is not None:
            axes.axvline(lowest, color=ORANGE, linestyle="--")
        axes.yaxis.set_major_formatter("{x:.0f}")
        if many:
            # matplotlib would write those between the powers of ten as formulas.
            axes.yaxis.set_minor_formatter("")
        else:
            axes.yaxis.get_major_locator().set_params(integer=True)
        axes.set_xlabel(WORDS["bits_axis"].to(language))
        axes.set_ylabel(WORDS["pairs"].to(language))
        axes.figure.suptitle(WORDS["all_pairs"].to(language), fontsize=10, x=0.02, ha="left")
        return svg(WORDS["all_pairs"].to(language))


@contextmanager
def _drawing(inches: float) -> Iterator[tuple[Any, Callable[[str], str]]]:
    """Axes of this height, and what makes SVG of them, with words for those who do not see it."""
    # Slow to import.
    from matplotlib import rc_context
    from matplotlib.figure import Figure

    figure = Figure((WIDTH, inches), layout="constrained")

    def svg(words: str) -> str:
        file = io.StringIO()
        figure.savefig(file, format="svg", transparent=True, metadata={"Date": None})
        _, _, drawn = file.getvalue().partition("<svg")
        return f'<svg role="img" aria-label="{escape(words)}"{drawn}'.replace(INK, "currentColor")

    with rc_context(STYLE):
        yield figure.subplots(), svg
