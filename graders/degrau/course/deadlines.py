"""When something was handed in, as its timestamp.txt says it, whoever wrote that file; due dates and extensions.

Those of course.toml go into the gradebook, by which late penalties are reckoned.
"""

import codecs
import re
import warnings
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from typing import Any

from dateutil import parser, tz

from ..base.text import Text, _
from ..grading.submission import TIMESTAMP
from ..notebooks.messages import Unreadable
from ..notebooks.read import open_itself
from .choices import Choices
from .directory import Course, CourseError, opened
from .gradebook import told_in_words
from .types import Submission

NO_FILE = _("{file} could not be read, so this counts as handed in on time.")
NO_TIME = _("{file} says no time, so this counts as handed in on time: write one as 2026-03-31 23:59:00 UTC.")
UNUSUAL = _("{file} was not written as usual; it was taken to say {time}.")
NO_ZONE = _("{file} names the time zone {zone}, which is not known; the time was taken as UTC. Write it as -0300.")
MOST_BYTES = 4096
# What Excel, Notepad and PowerShell begin a text with.
MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
EPOCH = re.compile(r"(\d{9,10})(\d{3})?(?:\.\d+)?")
# Whatever a text leaves out of a date is taken from these, so that it shows.
DAYS = datetime(2001, 1, 1), datetime(2002, 2, 2)


@dataclass(frozen=True)
class Time:
    """When something was handed in, in words that nbgrader reads, if that is known, and what is to be said of it."""

    text: str | None = None
    notes: tuple[Text, ...] = ()


def time_in(folder: Path) -> Time:
    """What the file in this folder says; no time where it is not there, or says nothing that is one."""
    path = folder / TIMESTAMP
    try:
        with open_itself(path, sole=True) as file:
            data = file.read(MOST_BYTES)
    except FileNotFoundError:
        return Time() if not path.is_symlink() else Time(notes=(NO_FILE.filled(file=path),))
    except (OSError, Unreadable):
        return Time(notes=(NO_FILE.filled(file=path),))
    return _time(path, data)


def _time(path: Path, data: bytes) -> Time:
    encoding = next((name for mark, name in MARKS.items() if data.startswith(mark)), "utf-8")
    text = data.decode(encoding, "replace")
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    for line in lines:
        if found := _moment(line):
            moment, unknown = found
            said = f"{moment:%Y-%m-%d %H:%M:%S.%f} UTC"
            notes = [NO_ZONE.filled(file=path, zone=zone) for zone in unknown]
            if encoding != "utf-8" or len(lines) > 1 or EPOCH.fullmatch(line):
                notes.append(UNUSUAL.filled(file=path, time=f"{moment:%Y-%m-%d %H:%M:%S} UTC"))
            return Time(said, tuple(notes))
    # nbgrader itself leaves an empty one where it knows no time.
    return Time(notes=(NO_TIME.filled(file=path),) if lines else ())


def _moment(line: str) -> tuple[datetime, list[str]] | None:
    """The moment that a line says, and what of it is no time zone that is known; nothing if it says none."""
    if epoch := EPOCH.fullmatch(line):
        return datetime.fromtimestamp(int(epoch[1]), UTC), []
    unknown: list[str] = []
    *rest, last = line.split()
    # A zone's whole name, which dateutil does not look for in a text; nbgrader does.
    named = tz.gettz(last) if len(rest) == 2 and "/" in last else None

    def zone(name: str | None, offset: int | None) -> tzinfo | int | None:
        if offset is not None or name is None:
            return offset
        known: tzinfo | None = tz.gettz(name)
        if known is None:
            unknown.append(name)
        return known

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            first, second = (parser.parse(" ".join(rest) if named else line, default=day, tzinfos=zone) for day in DAYS)
            if first != second:
                return None
            moment = first if first.tzinfo else first.replace(tzinfo=named or UTC)
            return moment.astimezone(UTC), list(dict.fromkeys(unknown))
    except (ValueError, OverflowError):
        return None


def dues(directory: Path) -> dict[str, datetime]:
    """By assignment, as course.toml has it, or else the gradebook; raises CourseError where there is none."""
    with opened(directory) as course, told_in_words(), course.api.gradebook as gradebook:
        # nbgrader keeps them in UTC, and does not say so.
        found = {entry.name: entry.duedate for entry in gradebook.assignments}
    own = Choices.read(directory.resolve()).due
    return {name: due.replace(tzinfo=UTC) for name, due in found.items() if due} | dict(own)


def enter_dues(gradebook: Any, choices: Choices) -> None:
    """Brings the due dates up to date; those that course.toml does not have stay as they are."""
    known = {entry.name: entry for entry in gradebook.assignments}
    if strangers := sorted(choices.due.keys() - known.keys()):
        raise CourseError(f"course.toml has a due date of {strangers[0]}, which is no assignment.\nMend its name.")
    for name, due in choices.due.items():
        # nbgrader keeps them in UTC, without saying so.
        if known[name].duedate != due.replace(tzinfo=None):
            known[name].duedate = due.replace(tzinfo=None)
            gradebook.db.commit()


def enter_extension(course: Course, submission: Submission, choices: Choices) -> None:
    """Gives somebody the time that course.toml says, who may hand in for the first time."""
    span = choices.extensions.get(submission)
    if span is None:
        return
    student, assignment = submission
    with course.api.gradebook as gradebook:
        gradebook.update_or_create_student(student)
        entry = gradebook.update_or_create_submission(assignment, student)
        # nbgrader cannot add time to a date that there is not.
        if entry.assignment.duedate and entry.extension != span:
            entry.extension = span
            gradebook.db.commit()
