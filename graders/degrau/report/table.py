"""How far a notebook is, at a glance: a line for each function, not written, failing or passing."""

from html import escape

from ..base.terminal import clean
from ..base.text import Language, _
from .card import COLUMNS, card_text, first_failed, status_words, stood_in_words
from .types import ExerciseReport, Report

MARKS = {"passed": "✓", "blank": "·"}
# Longer than any in what is quoted.
FENCE = "`" * 8
ALL = _("{passed} of {all} functions pass the public checks")
ASK, HINT = _("One more hint: degrau check --hints"), _("One more hint: {hint}")


def table_html(report: Report) -> str:
    """The table as HTML."""
    cell = 'style="text-align:left;padding:.1em .8em"'
    rows = "".join(
        f'<tr><th scope="row" {cell}><code>{escape(e.name)}</code></th><td {cell}>{_mark(e)} {escape(words)}</td>'
        f"<td {cell}>{_count(e)}</td><td {cell}>{escape(_first(e, report.language))}</td></tr>"
        for e in report.exercises
        if (words := status_words(e, report.language))
    )
    return clean(
        f'<section lang="{report.language}"><table style="background:none;color:inherit">'
        f'<caption style="text-align:left;color:inherit">{escape(_summary(report, report.language))}</caption>'
        f"<tbody>{rows}</tbody></table></section>"
    )


def table_text(report: Report) -> str:
    """The table as aligned text."""
    names = max(len(e.name) for e in report.exercises)
    language = report.language
    words = [status_words(e, language) for e in report.exercises]
    wide = max(map(len, words))
    lines = [
        _shorten(f"  {_mark(e)} {e.name.ljust(names)}  {word.ljust(wide)}  {_count(e)}  {_first(e, language)}".rstrip())
        for e, word in zip(report.exercises, words, strict=True)
    ]
    return clean("\n".join([_summary(report, report.language), *lines]))


def _shorten(line: str) -> str:
    """The line, cut where a narrow terminal ends."""
    return line if len(line) <= COLUMNS else f"{line[: COLUMNS - 1]}…"


def report_table(report: Report, most: int | None, hints: bool) -> str:
    """The table of a notebook file, then the cards of the first functions that are written and do not pass.

    `most`: so many cards, or all; `hints`: with the second hint.
    """
    if report.error is not None:
        return clean(f"{report.notebook}: {report.error}\n")
    failing = [e for e in report.exercises if e.status not in ("passed", "blank")]
    cards = [card_text(e, report.language, public=True, more=HINT if hints else ASK) for e in failing[:most]]
    return "\n".join([clean(f"{report.notebook} ({report.assignment})"), table_text(report), "", *cards])


def report_markdown(report: Report) -> str:
    """The table of a notebook file as Markdown, then the cards of all functions that are written and do not pass."""
    title = f"### {report.notebook}"
    if report.error is not None:
        return clean(f"{title}\n\n{report.error}\n")
    language = report.language
    rows = (
        f"| {_mark(e)} | `{e.name}` | {status_words(e, language)} | {_count(e)} | {_first(e, language)} |"
        for e in report.exercises
    )
    failing = [e for e in report.exercises if e.status not in ("passed", "blank")]
    cards = (f"{FENCE}text\n{card_text(e, language, public=True)}\n{FENCE}" for e in failing)
    head = "| | | | | |\n|---|---|---|---|---|"
    return clean("\n".join([title, "", _summary(report, language), "", head, *rows, "", *cards, ""]))


def _summary(report: Report, language: Language) -> str:
    passed = sum(e.status == "passed" for e in report.exercises)
    return ALL.to(language, passed=passed, all=len(report.exercises))


def _mark(report: ExerciseReport) -> str:
    return MARKS.get(report.status, "✗")


def _count(report: ExerciseReport) -> str:
    return f"{sum(p.passed for p in report.properties)}/{len(report.properties)}"


def _first(report: ExerciseReport, language: Language) -> str:
    """The first property that does not hold, if the function is written, and what stood in for others."""
    failed = first_failed(report)
    title = failed.title if failed and report.status != "blank" else ""
    return "; ".join(filter(None, (title, stood_in_words(report, language))))
