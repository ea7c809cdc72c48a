"""course.toml: what this course has decided, for a teacher to edit: dates, who has left, points, how it judges."""

import re
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from ..base.disk import write_whole
from ..base.text import Language
from ..judging.registry import assignments
from .decided import SINGLE, TABLES, Wrong, checked, judging, names, table
from .directory import CourseError
from .grades import Submission

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

    @classmethod
    def read(cls, root: Path) -> "Choices":
        """Those of the course in this folder, none where it has no such file; raises CourseError."""
        path = root / FILE
        if not path.exists():
            return cls()
        try:
            said = tomllib.loads(path.read_text("utf-8-sig"))
        except (OSError, ValueError) as error:
            raise CourseError(f"{path} cannot be read: {error}.\nMend it and try again.") from error
        try:
            return cls._of(said)
        except Wrong as wrong:
            raise CourseError(f"{path}: {wrong}.\nMend it and try again.") from None

    @classmethod
    def _of(cls, said: Mapping[str, Any]) -> "Choices":
        if strangers := sorted(said.keys() - OWN - {*SINGLE, *TABLES}):
            raise Wrong(f"nothing is known of {strangers[0]}")
        extensions = {
            Submission(student, assignment): _span(f"{student}.{assignment}", text)
            for student, own in table(said, "extensions").items()
            for assignment, text in table({student: own}, student).items()
        }
        dropped = checked("dropped", table(said, "students").get("dropped", []), *names("ana"))
        taken = checked("assignments", said["assignments"], *names("01_adaline")) if "assignments" in said else None
        points = {name: _worth(name, value) for name, value in table(said, "points").items()}
        due = {name: _moment(name, value) for name, value in table(said, "due").items()}
        return cls(
            due,
            extensions,
            tuple(dropped),
            points,
            checked("language", said.get("language"), *CODE),
            None if taken is None else tuple(taken),
            tuple(checked("left_out", said.get("left_out", []), *names("tanh"))),
            judging(said),
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
