"""What arrives is graded once it has stopped changing, whoever else grades the same course."""

import subprocess
import sys
from itertools import islice
from pathlib import Path

import pytest

from degrau.base.text import code
from degrau.commands.grade_table import grade_line
from degrau.course.choices import FILE as CHOICES
from degrau.course.directory import CourseError
from degrau.course.grade import grade_course
from degrau.course.types import Grade
from degrau.course.watching import Trouble, arriving
from degrau.demo.desk import Desk

pytestmark = pytest.mark.long

PERCEPTRON = "00_perceptron"


def test_what_is_no_course_is_not_watched(tmp_path) -> None:
    with pytest.raises(CourseError, match="not a course directory"):
        next(arriving(tmp_path))


def test_a_grade_is_one_line_whatever_the_notes_say() -> None:
    grade = Grade("ana", PERCEPTRON, 9.5, 21.0, notes=(code("two\nlines\x1b[31m"),))
    assert grade_line(grade)[8:] == "  ana  00_perceptron  9.5/21  two lines[31m"


def test_what_comes_and_what_changes_is_graded_when_it_is_whole(course: Path, pack) -> None:
    desk = Desk(pack, PERCEPTRON, "pt")
    submitted = course / "submitted"

    def hand_in(student: str, answers) -> Path:
        return desk.sample(student, code(""), answers).hand_in(submitted)

    hand_in("ana", desk.right(0))
    grade_course(course)
    waits = 0

    def wait(_seconds: float) -> None:
        """What happens while the watcher sleeps."""
        nonlocal waits
        waits += 1
        if waits == 3:
            hand_in("bia", {})
        elif waits == 4:
            # Still being copied.
            hand_in("bia", desk.right(1))
        elif waits == 8:
            hand_in("ana", {})
        elif waits == 12:
            (course / CHOICES).write_text('seed = "x"\n', "utf-8")
            hand_in("bia", {})

    bia, ana, trouble = islice(arriving(course, wait=wait), 3)
    assert isinstance(bia, Grade)
    assert isinstance(ana, Grade)
    assert (bia.student, bia.score) == ("bia", 21)
    assert (ana.student, ana.score) == ("ana", 0)
    assert isinstance(trouble, Trouble)
    assert "seed is 'x', not a whole number" in trouble.words


def test_two_gradings_at_once_leave_what_one_leaves(course: Path, pack, scores) -> None:
    desk = Desk(pack, PERCEPTRON, "pt")
    for number, student in enumerate(("ana", "bia", "caio", "davi")):
        desk.sample(student, code(""), desk.right(number)).hand_in(course / "submitted")
    command = [sys.executable, "-m", "degrau", "grade", "--course", str(course), "--jobs", "1"]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    for process in both:
        output, errors = process.communicate(timeout=300)
        assert process.returncode == 0, output + errors
        assert output.count(" 21 ") >= 4
    found = scores(course)
    assert {found[student, PERCEPTRON, "check_step"][0] for student in ("ana", "bia", "caio", "davi")} == {4}
    assert not list(course.glob(".grading-*"))
