"""course.toml: what this course has decided, for a teacher to edit: dates, who has left, points, how it judges.

What it says of judging is told as the settings of nbgrader_config.py that it stands in the place of.
"""

import re
import tomllib
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from math import isfinite
from pathlib import Path
from typing import Any

from ..base.disk import write_whole
from ..base.text import Language
from ..judging.registry import assignments
from .directory import CourseError
from .types import Submission

FILE = "course.toml"
OWN = {"assignments", "due", "extensions", "language", "left_out", "points", "students"}
CODE = (lambda value: value is None or isinstance(value, str), 'the code of a language, such as "pt"')
UNITS = {"w": "weeks", "d": "days", "h": "hours", "m": "minutes"}
SPAN = re.compile(r"\+?((?:\d+[wdhm])+)")
TEMPLATE = """\
# What this course has decided. It is yours to edit; `degrau extend` and `degrau drop` write here, too.

# In which language this course speaks: that of its sources and releases. Students may hand in any that the pack has.
{language}

# The inputs of the hidden tests follow from this number. Keep it during a term, so that everyone meets the same ones;
# draw another for the next term; and do not show it to students.
{seed}

# Which assignments this course takes, where not all, and which functions of theirs it does not ask for.
# After a change: degrau init --update
# assignments = ["{first}", "{second}"]
# left_out = ["{last}"]

# For an exam: pages say which properties hold and what that earns, and no inputs, answers, causes or hints.
# exam = true

# A function that fails only because it uses an earlier one that fails is judged once more, with a right one in the
# place of that, and keeps the points that it gets so: one slip costs one function. To do without:
# follow_through = false

# Where the system has no sandbox (see: degrau doctor), students' code can read the solutions, and grading is refused.
# On macOS there is none. To grade all the same:
# accept_tiers = ["process"]

# What answers may not use ([forbid], below) is noted on top of their pages; with this, the function gets no points.
# forbidden_costs = true

# When assignments are due. Where a date stands here, it goes before the gradebook's.
[due]
# {first} = 2026-03-31 23:59:00-03:00

# More time for somebody, before or after they hand in: weeks, days, hours, minutes.
[extensions]
# ana = {{ {first} = "3d", {second} = "1d12h" }}

# What functions are worth in this course; parts of an answer count in proportion. After a change: degrau init --update
[points]
# {last} = 6

# What answers may not use, under whatever name they import it: in the whole course, an assignment, a function.
[forbid]
# course = ["torch"]
# {first} = ["scipy"]
# {last} = ["np.gradient"]

# What one notebook may take: all that is done to judge it; all its cells, in each box in which they run; one cell.
# Cells that take longer are left out, or only their functions taken, and the student reads which. What is not done in
# time costs that notebook's points and nobody else's; it is tried again the next time.
[seconds]
# notebook = 180
# cells = 30
# cell = 10

[students]
# Who has left the course: not graded, in no table, and what was handed in stays where it is.
dropped = []
"""


@dataclass(frozen=True)
class Choices:
    """What a course has decided; `due` in UTC."""

    due: Mapping[str, datetime] = field(default_factory=dict)
    extensions: Mapping[Submission, timedelta] = field(default_factory=dict)
    dropped: tuple[str, ...] = ()
    points: Mapping[str, float] = field(default_factory=dict)
    """What functions are worth, where that is not what the pack says."""
    language: Language | None = None
    """The course's; None where the file does not say."""
    assignments: tuple[str, ...] | None = None
    """Those that the course takes; None for all."""
    left_out: tuple[str, ...] = ()
    """The functions that it does not ask for."""
    judging: Mapping[str, Any] = field(default_factory=dict)
    """Settings of the judge, by the names that c.Judge has for them in nbgrader_config.py, before which they go."""
    file: Path = field(default=Path(FILE), compare=False)
    """Where they stand, or would."""

    @classmethod
    def read(cls, root: Path) -> "Choices":
        """Those of the course in this folder, none where it has no such file; raises CourseError."""
        path = root / FILE
        if not path.exists():
            return cls(file=path)
        try:
            said = tomllib.loads(path.read_text("utf-8-sig"))
        except (OSError, ValueError) as error:
            raise CourseError(f"{path} cannot be read: {error}.\nMend it and try again.") from error
        try:
            return replace(cls._of(said), file=path)
        except Wrong as wrong:
            raise CourseError(f"{path}: {wrong}.\nMend it and try again.") from None

    @classmethod
    def _of(cls, said: Mapping[str, Any]) -> "Choices":
        if strangers := sorted(said.keys() - OWN - {*SINGLE, *TABLES}):
            raise Wrong(f"nothing is known of {strangers[0]}")
        extensions = {
            Submission(student, assignment): _span(f"{student}.{assignment}", text)
            for student, own in _table(said, "extensions").items()
            for assignment, text in _table({student: own}, student).items()
        }
        dropped = _checked("dropped", _table(said, "students").get("dropped", []), *_names("ana"))
        taken = _checked("assignments", said["assignments"], *_names("01_adaline")) if "assignments" in said else None
        points = {name: _worth(name, value) for name, value in _table(said, "points").items()}
        due = {name: _moment(name, value) for name, value in _table(said, "due").items()}
        return cls(
            due,
            extensions,
            tuple(dropped),
            points,
            _checked("language", said.get("language"), *CODE),
            None if taken is None else tuple(taken),
            tuple(_checked("left_out", said.get("left_out", []), *_names("tanh"))),
            _judging(said),
        )


def template(seed: int | None, language: Language | None, taught: Collection[str] = ()) -> str:
    """The file of a new course in this language with this seed; None for what its nbgrader_config.py has.

    Its examples are of the assignments that are taught, or of the first ones that are known.
    """
    asked = [assignment for assignment in assignments().values() if not taught or assignment.name in taught]
    first, second, *_others = [*(assignment.name for assignment in asked), "01_name", "02_name"]
    return TEMPLATE.format(
        first=first,
        second=second,
        last=[*asked[0].points][-1] if asked else "function",
        seed=f"seed = {seed}" if seed is not None else "# seed = 20260301",
        language=f'language = "{language}"' if language is not None else '# language = "pt"',
    )


class Wrong(Exception):
    """What is wrong in the file."""


def _table(said: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    """The table of this name, empty where there is none; raises Wrong."""
    found = said.get(name, {})
    if not isinstance(found, dict):
        raise Wrong(f"{name} is no table")
    return found


def is_names(value: object) -> bool:
    """Whether it is a list of texts."""
    return isinstance(value, list) and all(isinstance(name, str) for name in value)


def _whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _yes_or_no(value: object) -> bool:
    return isinstance(value, bool)


def _seconds(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value) and value >= 1


Kind = tuple[Callable[[object], bool], str]


def _names(example: str) -> Kind:
    """What a list of names such as this one has to be, and in words."""
    return is_names, f'a list of names, such as ["{example}"]'


# What each has to be, and in words.
SINGLE: Mapping[str, Kind] = {
    "seed": (_whole, "a whole number"),
    "exam": (_yes_or_no, "true or false"),
    "follow_through": (_yes_or_no, "true or false"),
    "forbidden_costs": (_yes_or_no, "true or false"),
    "accept_tiers": _names("process"),
}
SECONDS = {"notebook": "notebook_seconds", "cells": "cells_seconds", "cell": "cell_seconds"}
TABLES = ("seconds", "forbid")


def _judging(said: Mapping[str, Any]) -> dict[str, Any]:
    """What the file says of it, by the names that c.Judge has for it; raises Wrong."""
    found = {name: _checked(name, said[name], *SINGLE[name]) for name in SINGLE if name in said}
    if "exam" in found:
        found["show_counterexamples"] = not found.pop("exam")
    for name, value in _table(said, "seconds").items():
        if name not in SECONDS:
            raise Wrong(f"nothing is known of {name} in [seconds]: it has {', '.join(SECONDS)}")
        found[SECONDS[name]] = float(_checked(f"seconds.{name}", value, _seconds, "a number of seconds, 1 or more"))
    if lists := _table(said, "forbid"):
        found["forbid"] = {where: _checked(f"forbid.{where}", own, *_names("torch")) for where, own in lists.items()}
    return found


def _checked(name: str, value: Any, is_right: Callable[[object], bool], words: str) -> Any:
    """The value, if that is right; else raises Wrong, which says what it has to be in these words."""
    if not is_right(value):
        raise Wrong(f"{name} is {value!r}, not {words}")
    return value


def _worth(name: str, value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value < 10**6:
        raise Wrong(f"{name} is worth {value!r}, which is no number of points above 0")
    return float(value)


def _moment(name: str, value: object) -> datetime:
    """A date and time in UTC: without a zone it is this machine's, and a date alone means its end."""
    if isinstance(value, date) and not isinstance(value, datetime):
        value = datetime.combine(value, time(23, 59, 59))
    if not isinstance(value, datetime):
        raise Wrong(f"{name} is due at {value!r}, which is no date: write 2026-03-31 23:59:00-03:00")
    return value.astimezone(UTC)


def _span(name: str, text: object) -> timedelta:
    found = SPAN.fullmatch(str(text).replace(" ", ""))
    if not found:
        raise Wrong(f"{name} is {text!r}, which is no time: write 3d, 12h, or 1w2d")
    return timedelta(**_parts(found[1]))


def _parts(text: str) -> dict[str, int]:
    parts: dict[str, int] = {}
    for number, unit in re.findall(r"(\d+)([wdhm])", text):
        parts[UNITS[unit]] = parts.get(UNITS[unit], 0) + int(number)
    return parts


def extend(root: Path, student: str, assignment: str, span: str) -> timedelta:
    """Writes an extension into course.toml, in the place of an earlier one; raises CourseError."""
    try:
        found = _span(f"the extension of {student}", span)
    except Wrong as wrong:
        raise CourseError(f"{wrong}.\nFor example: degrau extend {student} {assignment} +3d") from None

    def change(document: Any) -> None:
        document.setdefault("extensions", {}).setdefault(student, {})[assignment] = span.lstrip("+")

    _edit(root, change)
    return found


def drop(root: Path, student: str, back: bool) -> None:
    """Writes into course.toml that a student has left, or is back; raises CourseError."""

    def change(document: Any) -> None:
        dropped = document.setdefault("students", {}).setdefault("dropped", [])
        if back and student in dropped:
            dropped.remove(student)
        elif not back and student not in dropped:
            dropped.append(student)

    _edit(root, change)


def _edit(root: Path, change: Any) -> None:
    """Changes the file, with the comments and all else in it as they were."""
    # Not in every install.
    import tomlkit

    Choices.read(root)
    path = root / FILE
    before = path.read_text("utf-8-sig") if path.exists() else template(None, None)
    document = tomlkit.parse(before)
    change(document)
    write_whole(path, tomlkit.dumps(document).encode(), 0o600)
