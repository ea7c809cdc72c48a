"""nbgrader sees nothing of a student's folder but the notebook's name and the time, by every road into it."""

import subprocess
import sys
from pathlib import Path

import pytest

from degrau.base.text import code
from degrau.course.grade import grade_course
from degrau.demo.desk import Desk
from degrau.judging.registry import assignments

from ..at_hand import ASSIGNMENT, LANGUAGE

pytestmark = pytest.mark.slow
FULL = sum(assignments()[ASSIGNMENT].points.values())
HUGE = 100 * 10**9


@pytest.fixture
def odd_class(course: Path, pack) -> Path:
    """Students whose notebooks are right, each beside something that cannot be copied."""
    desk = Desk(pack, ASSIGNMENT, LANGUAGE)
    for student in ("ana", "bia", "caio", "davi"):
        desk.sample(student, code(""), desk.right(0)).hand_in(course / "submitted")
    folders = {student: course / "submitted" / student / ASSIGNMENT for student in ("ana", "bia", "caio", "davi")}
    (folders["ana"] / "data.csv").symlink_to("/dev/zero")
    with (folders["bia"] / "data.bin").open("wb") as file:
        file.truncate(HUGE)
    (folders["caio"] / "data.csv").symlink_to("nothing")
    (folders["davi"] / "timestamp.txt").write_text("2026-03-01 10:30:00 UTC", "utf-16")
    return course


def test_what_cannot_be_copied_is_not_copied_and_all_are_graded(odd_class) -> None:
    grades = grade_course(odd_class).grades
    assert [(g.student, g.error, g.score) for g in grades] == [(s, None, FULL) for s in ("ana", "bia", "caio", "davi")]
    assert [len(g.notes) for g in grades] == [0, 0, 0, 1]
    assert "timestamp.txt was not written as usual" in grades[-1].notes[0].to("en")
    assert copied(odd_class) == {f"{ASSIGNMENT}.ipynb", "timestamp.txt"}
    assert not list(odd_class.glob(".grading-*"))


@pytest.mark.long
def test_nbgraders_own_command_copies_no_more(odd_class) -> None:
    command = [sys.executable, "-m", "nbgrader", "autograde", ASSIGNMENT]
    done = subprocess.run(command, cwd=odd_class, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert "davi: " in done.stderr
    assert "timestamp.txt was not written as usual" in done.stderr
    assert copied(odd_class) == {f"{ASSIGNMENT}.ipynb", "timestamp.txt"}


def copied(course: Path) -> set[str]:
    """The names of what is in the autograded folders of all students."""
    return {path.name for path in course.glob(f"autograded/*/{ASSIGNMENT}/*")}


def test_a_notebook_with_a_second_name_is_not_taken_for_ones_own(course, pack) -> None:
    desk = Desk(pack, ASSIGNMENT, LANGUAGE)
    bia = desk.sample("bia", code(""), desk.right(0)).hand_in(course / "submitted")
    own = course / "submitted" / "ana" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb"
    own.parent.mkdir(parents=True)
    own.symlink_to(bia)
    (grade,) = grade_course(course, students=["ana"]).grades
    assert grade.score == 0
    own.unlink()
    own.hardlink_to(bia)
    (grade,) = grade_course(course, students=["ana"]).grades
    assert grade.score == 0
    assert grade.feedback is not None
    assert "hard link" in grade.feedback.read_text("utf-8")


def test_a_folder_is_left_as_it_was_handed_in(course, pack) -> None:
    desk = Desk(pack, ASSIGNMENT, LANGUAGE)
    sample = desk.sample("ana", code(""), desk.right(0), filename="tarefa/a.ipynb")
    path = course / "submitted" / "ana" / ASSIGNMENT / "tarefa" / "a.ipynb"
    path.parent.mkdir(parents=True)
    path.write_text(sample.content, encoding="utf-8")
    (grade,) = grade_course(course).grades
    assert (grade.error, grade.score) == (None, FULL)
    assert [p.name for p in path.parents[1].rglob("*")] == ["tarefa", "a.ipynb"]
