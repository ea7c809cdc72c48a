"""What a student who checks again is told of what has changed."""

import pytest

from degrau.report.types import ExerciseReport, PropertyReport
from degrau.selfcheck.check import news


def report(status: str, message: str = "", **properties: bool) -> ExerciseReport:
    parts = (PropertyReport(n, n.upper(), 1.0 * ok, 1.0, ok, "" if ok else message) for n, ok in properties.items())
    return ExerciseReport("f", status, tuple(parts))


WRONG = report("failed", "f(1) → 2", a=True, b=False, c=False)


@pytest.mark.parametrize(
    ("before", "now", "said"),
    [
        (None, WRONG, ""),
        (report("blank", a=False), WRONG, ""),
        (report("passed", a=True), report("passed", a=True), ""),
        (WRONG, report("passed", a=True, b=True, c=True), "Now it passes."),
        (WRONG, WRONG, "Nothing has changed since the last time. Was the cell with the function run?"),
        (
            WRONG,
            report("failed", "f(1) → 3", a=True, b=False, c=False),
            "Since the last time, the same properties hold, but the answer here is another.",
        ),
        (WRONG, report("failed", a=True, b=True, c=False), "Since the last time, this holds: “B”."),
        (WRONG, report("failed", a=False, b=False, c=False), "Since the last time, this no longer holds: “A”."),
        (
            WRONG,
            report("failed", a=False, b=True, c=True),
            "Since the last time, this holds: “B”, “C”; and this no longer does: “A”.",
        ),
    ],
)
def test_the_news_are_what_holds_now_and_no_longer(before, now, said: str) -> None:
    assert news(before, now, "en") == said


def test_the_news_are_said_in_portuguese_too() -> None:
    assert news(WRONG, report("passed", a=True), "pt") == "Agora passa."
