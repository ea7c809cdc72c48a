"""What has changed since a function was checked the last time, in this kernel."""

from collections.abc import Iterable

from ..report import ExerciseReport
from ..text import Language, _

FIRST_PASS = _("Now it passes.")
GAINED = _("Since the last time, this holds: {titles}.")
LOST = _("Since the last time, this no longer holds: {titles}.")
BOTH = _("Since the last time, this holds: {gained}; and this no longer does: {lost}.")
OTHER = _("Since the last time, the same properties hold, but the answer here is another.")
SAME = _("Nothing has changed since the last time. Was the cell with the function run?")


def news(before: ExerciseReport | None, now: ExerciseReport, language: Language) -> str:
    """What is new, in one sentence; nothing at the first time, or while the function passes."""
    if before is None or before.status == "blank" or before.status == now.status == "passed":
        return ""
    if now.status == "passed":
        return FIRST_PASS.to(language)
    held, holds = ({p.name for p in report.properties if p.passed} for report in (before, now))
    gained = _listed(p.title for p in now.properties if p.name in holds - held)
    lost = _listed(p.title for p in now.properties if p.name in held - holds)
    if gained and lost:
        return BOTH.to(language, gained=gained, lost=lost)
    if gained or lost:
        return (GAINED if gained else LOST).to(language, titles=gained or lost)
    same = [p.message for p in before.properties] == [p.message for p in now.properties]
    return (SAME if same else OTHER).to(language)


def _listed(titles: Iterable[str]) -> str:
    return ", ".join(f"“{title}”" for title in titles)
