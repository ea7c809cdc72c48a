"""How a student sees the report on one function in a terminal or a log: a compact card, as aligned text.

What is said is said here for all cards; those in HTML are laid out in `html`.
"""

from collections.abc import Iterable, Iterator
from itertools import islice
from textwrap import fill

from ..base.terminal import clean
from ..base.text import Language, Text, _
from .types import Comparison, Curve, ExerciseReport, Printed, PropertyReport, Report, Status

_STATUS: dict[Status, Text] = {
    "passed": _("passed"),
    "failed": _("not yet"),
    "error": _("stopped with an error"),
    "blank": _("not written yet"),
    "missing": _("not found"),
    "timeout": _("did not end in time"),
    "crashed": _("took the process down"),
}
MARKS: dict[str, Text] = {"✓": _("passed"), "✗": _("failed"), "·": _("not judged yet")}
_PUBLIC = _("public checks: {passed} of {all}; the rest run when it is graded")
_POINTS = _("{points:g} of {most:g} points")
CALLED, RETURNED, EXPECTED = _("You called"), _("It returned"), _("Expected")
_CAUSE, _OR, HINT = _("Likely cause: {title}."), _("Or: {title}."), _("Hint: {hint}")
_SEEN = _("In all the examples that failed: {title}.")
MORE = _("One more hint")
EARLIER = _("It uses {names}, which does not pass either: start there.")
_STOOD_IN = _("judged with a right {names} in place of yours")
PRINTED = _("During the check, the function printed:")
IN_ALL = _("{count} lines in all")
COLUMNS = 80
MOST_BARS, MOST_ROWS, MOST_COLUMNS = 12, 10, 8
# Of what was printed, so many lines are shown at first, and so many characters of each.
SHOWN, LONGEST = 10, 200
YOURS, EXPECTED_HERE = _("yours"), _("expected")
CURVE_WRONG = _("Of {size} points tried, {count} are wrong, between {name} = {low:g} and {name} = {high:g}.")
ONE_WRONG = _("Of {size} points tried, one is wrong: {name} = {low:g}.")
ALL_WRONG = _("All of the {size} points tried are wrong, from {name} = {low:g} to {name} = {high:g}.")


def card_text(
    report: ExerciseReport, language: Language, public: bool = False, news: str = "", more: Text | None = None
) -> str:
    """The card as plain text, for terminals and for nbgrader's logs; `more` is how to come by the second hint."""
    lines = [f"{report.name} — {status_words(report, language)}"]
    lines += [_wrapped(f"{mark(p)} {p.title}", 2, 4) for p in report.properties]
    if report.stood_in:
        lines.append(_wrapped(stood_in_words(report, language), 2, 4))
    lines += details_text(report, language, more)
    lines += [_wrapped(line, 2, 2) for line in (news, summary(report, language, public)) if line]
    return clean("\n".join(lines))


def details_text(report: ExerciseReport, language: Language, more: Text | None = None) -> Iterator[str]:
    """What is wrong with the first property that fails, and what may be the cause, in indented lines."""
    failed = first_failed(report)
    if failed is None or report.status == "blank":
        if report.hint:
            yield _wrapped(report.hint, 4, 6)
        return
    if failed.comparison and failed.comparison.shape:
        yield from _compared_text(failed, failed.comparison, language)
    else:
        yield from (_wrapped(line, 4, 6 + _indent(line)) for line in failed.message.splitlines())
    if failed.comparison:
        yield from (f"      {line}" for line in picture_text(failed.comparison, language))
    if report.message:
        yield _wrapped(report.message, 4, 6)
    yield from (_wrapped(f"{cause} {why}", 4, 6) for cause, why in causes(report, language))
    if report.hint:
        yield _wrapped(report.hint, 4, 6)
    if report.hints:
        if not names_a_cause(report):
            yield _wrapped(HINT.to(language, hint=report.hints[0]), 4, 6)
        if more is not None:
            yield _wrapped(more.to(language, name=report.name, hint=report.hints[1]), 4, 6)


def causes(report: ExerciseReport, language: Language) -> Iterator[tuple[str, str]]:
    """Each mistake that the answer may be, and its explanation; which slides teach them goes with the last.

    Or what is true of all wrong answers, where that is all that is known.
    """
    if any(mistake.kind == "relation" for mistake in report.mistakes):
        yield from ((_SEEN.to(language, title=mistake.title), mistake.explanation) for mistake in report.mistakes)
        return
    told = list(dict.fromkeys((mistake.title, mistake.explanation) for mistake in report.mistakes))
    sources = " ".join(dict.fromkeys(mistake.source for mistake in report.mistakes if mistake.source))
    for i, (title, why) in enumerate(told):
        last = f" {sources}" if sources and i == len(told) - 1 else ""
        yield (_OR if i else _CAUSE).to(language, title=title), why + last


def names_a_cause(report: ExerciseReport) -> bool:
    """Whether a mistake is named, so that the first hint is not needed; what the examples have in common is no such."""
    return any(mistake.kind != "relation" for mistake in report.mistakes)


def _compared_text(failed: PropertyReport, comparison: Comparison, language: Language) -> Iterator[str]:
    labels = [label.to(language) for label in (CALLED, RETURNED, EXPECTED)]
    codes = (failed.counterexample or "", comparison.returned, comparison.expected)
    width = max(map(len, labels)) + 2
    for label, code in zip(labels, codes, strict=True):
        first, *rest = code.splitlines() or [""]
        yield _wrapped(f"{label.ljust(width)}{first}", 4, 4 + width)
        yield from (_wrapped(line, 4 + width, 4 + width) for line in rest)
    if comparison.remark:
        yield _wrapped(comparison.remark, 4, 6)


def _indent(line: str) -> int:
    """How far a line is indented already: what goes on in the next one stands to the right of that."""
    return len(line) - len(line.lstrip())


def _wrapped(text: str, first: int, rest: int) -> str:
    """The text in lines for a narrow terminal, indented; code is broken at its spaces too."""
    return fill(text, COLUMNS, initial_indent=" " * first, subsequent_indent=" " * rest, break_long_words=False)


def picture_text(comparison: Comparison, language: Language) -> list[str]:
    """Wrong numbers in aligned lines of text, or what is wrong with a curve in words."""
    if comparison.curve is not None:
        return [curve_words(comparison.curve, language)]
    if is_vector(comparison):
        return list(_rows(comparison, language))
    return list(_matrix_rows(comparison)) if is_small_matrix(comparison) else []


def curve_words(curve: Curve, language: Language) -> str:
    """Where the curve is wrong, in words."""
    # Adding 0 makes 0 of −0.
    wrong = [round(x, 2) + 0.0 for x, bad in zip(curve.x, curve.wrong, strict=True) if bad] or [curve.x[0]]
    text = ONE_WRONG if len(wrong) == 1 else ALL_WRONG if all(curve.wrong) else CURVE_WRONG
    return text.to(language, name=curve.name, count=len(wrong), size=len(curve.x), low=wrong[0], high=wrong[-1])


def is_vector(comparison: Comparison) -> bool:
    """Whether the numbers are several in a row."""
    return len(comparison.shape) == 1 and len(comparison.got) > 1


def is_small_matrix(comparison: Comparison) -> bool:
    """Whether the numbers are a matrix that is small enough to be looked at."""
    shape = comparison.shape
    return len(shape) == 2 and shape[0] <= MOST_ROWS and shape[1] <= MOST_COLUMNS and len(comparison.got) > 1


def _rows(comparison: Comparison, language: Language) -> Iterator[str]:
    """One entry a line, yours beside what is expected."""
    shown = range(min(len(comparison.got), MOST_BARS))
    columns = [
        ["", *(comparison.labels[i] for i in shown)],
        [YOURS.to(language), *(f"{comparison.got[i]:.6g}" for i in shown)],
        [EXPECTED_HERE.to(language), *(f"{comparison.right[i]:.6g}" for i in shown)],
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


def paragraph_text(text: str) -> str:
    """A paragraph of its own, for a narrow terminal."""
    return clean(_wrapped(text, 0, 0))


def printed_text(printed: Printed, language: Language) -> str:
    """The first lines as plain text below a card, and how many there were; nothing where nothing was printed."""
    lines = printed_lines(printed)
    if not lines:
        return ""
    more = [f"… {IN_ALL.to(language, count=printed.lines)}"] if printed.lines > SHOWN else []
    return "\n".join(["", f"  {PRINTED.to(language)}", *(f"    {line}" for line in [*lines[:SHOWN], *more])])


def printed_lines(printed: Printed) -> list[str]:
    """The lines that are known, none of them long; none where all are empty."""
    lines = [clean(line.expandtabs()) for line in islice(printed.text.split("\n"), printed.lines)]
    cut = [line if len(line) <= LONGEST else f"{line[:LONGEST]}…" for line in lines]
    return cut if any(map(str.strip, cut)) else []


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


def stood_in_words(report: ExerciseReport, language: Language) -> str:
    """That right functions answered in the place of the notebook's own, and which; nothing if none did."""
    return _STOOD_IN.to(language, names=listed(report.stood_in)) if report.stood_in else ""


def listed(names: Iterable[str]) -> str:
    """The names of functions, as code, one after the other."""
    return ", ".join(f"`{name}`" for name in names)


def unsaid(report: ExerciseReport, names: Iterable[str]) -> list[str]:
    """Those of these functions that the sentence about this one does not name already."""
    return [name for name in names if f"`{name}`" not in report.message]


def summary(report: ExerciseReport, language: Language, public: bool) -> str:
    """How much holds of the function: so many checks, or so many points."""
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


def mark(prop: PropertyReport) -> str:
    """✓ for a property that holds, ✗ for one that does not, · for one that was not judged."""
    return "✓" if prop.passed else "·" if prop.counterexample is None else "✗"
