"""A class that degrau has graded is, row by row and page by page, what nbgrader's own commands make of it."""

import os
import re
import shutil
import sqlite3
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from degrau.course.directory import opened
from degrau.course.grade import grade_course
from degrau.demo.desk import Desk
from degrau.pack.pack import Pack

from .outcome import GRADEBOOK, differences, outcome, parsed
from .twins import ABOUT, PERCEPTRON, STUDENTS, WRITTEN, Twins, edit, twins, with_nbgraders_api, with_nbgraders_commands

pytestmark = pytest.mark.long
OWN_PERMISSIONS = re.compile(r"(?m)^c\.(?:Autograde|GenerateFeedback)\.permissions.*\n")
PAGE = f"feedback/bia/{PERCEPTRON}/{PERCEPTRON}.html"
TIME = f"feedback/bia/{PERCEPTRON}/timestamp.txt"
NOTEBOOK = f"autograded/bia/{PERCEPTRON}/{PERCEPTRON}.ipynb"


@pytest.fixture(scope="module")
def ungraded(tmp_path_factory: pytest.TempPathFactory, empty_course: Path, pack: Pack) -> Twins:
    return twins(tmp_path_factory.mktemp("ungraded"), empty_course, pack)


@pytest.fixture(scope="module")
def graded(ungraded: Twins, tmp_path_factory: pytest.TempPathFactory) -> Twins:
    courses = ungraded.copy(tmp_path_factory.mktemp("graded"))
    assert [grade.student for grade in grade_course(courses.ours, jobs=2).failed] == ["gil"]
    with_nbgraders_commands(courses.theirs)
    return courses


@pytest.mark.parametrize("kind", ["table ", "autograded", "feedback", ""])
def test_a_class_is_left_as_nbgraders_commands_leave_it(graded, kind: str) -> None:
    """The rows of the gradebook, the autograded notebooks, the pages, and whatever else there is."""
    differing = graded.differences()
    assert {name: differing[name] for name in differing if name.startswith(kind)} == {}


@pytest.mark.parametrize("student", STUDENTS)
def test_a_page_is_nbgraders_to_the_letter_once_it_is_parsed_and_written_again(graded, student: str) -> None:
    ours, theirs = (course / "feedback" / student / PERCEPTRON for course in (graded.ours, graded.theirs))
    page = f"{PERCEPTRON}.html"
    assert parsed((ours / page).read_text("utf-8")) == (theirs / page).read_text("utf-8")


def test_the_class_has_scores_penalties_and_marks_to_come(graded, scores) -> None:
    found = scores(graded.theirs)
    assert [found[student, PERCEPTRON, "check_step"][0] for student in STUDENTS] == [4, 4, 0, 4, 4, 0]
    assert 0 < found["bia", PERCEPTRON, "check_predict"][0] < 5
    assert found["elisa", PERCEPTRON, "late"] == pytest.approx(0.8)
    assert found["davi", PERCEPTRON, WRITTEN] == (None, None, None, 0, True)


def write(statement: str, course: Path) -> None:
    """One row is written by hand."""
    with sqlite3.connect(course / GRADEBOOK) as gradebook:
        assert gradebook.execute(statement).rowcount == 1


def replace(name: str, before: str, after: str, course: Path) -> None:
    text = (course / name).read_text("utf-8")
    assert before in text
    (course / name).chmod((course / name).stat().st_mode | 0o200)
    (course / name).write_text(text.replace(before, after, 1), "utf-8")


@pytest.mark.parametrize(
    ("alter", "noticed"),
    [
        (partial(write, "UPDATE grade SET auto_score = 0.5 WHERE rowid = 1"), "table grade"),
        (partial(write, "UPDATE grade SET needs_manual_grade = 1 - needs_manual_grade WHERE rowid = 1"), "table grade"),
        (partial(write, "UPDATE base_cell SET name = 'another' WHERE rowid = 1"), "table grade"),
        (partial(write, "UPDATE comment SET manual_comment = '' WHERE rowid = 1"), "table comment"),
        (partial(write, "DELETE FROM comment WHERE rowid = 1"), "table comment"),
        (partial(write, "INSERT INTO student (id) VALUES ('z')"), "table student"),
        (
            partial(write, "UPDATE submitted_assignment SET timestamp = NULL WHERE rowid = 1"),
            "table submitted_assignment",
        ),
        (partial(replace, PAGE, "predict", "Predict"), PAGE),
        (partial(replace, PAGE, 'class="', 'class="x '), PAGE),
        (partial(replace, PAGE, "</h4>", "</h4><br>"), PAGE),
        (partial(replace, NOTEBOOK, '"grade": true', '"grade": false'), NOTEBOOK),
        (lambda course: (course / PAGE).chmod(0o644), PAGE),
        (lambda course: (course / TIME).unlink(), TIME),
        (lambda course: (course / ".left").mkdir(), ".left"),
    ],
)
def test_whatever_is_not_the_same_is_noticed(graded, tmp_path, alter: Callable[[Path], None], noticed: str) -> None:
    altered = Path(shutil.copytree(graded.ours, tmp_path / "turma"))
    assert differences(outcome(altered), outcome(graded.theirs)) == {}
    alter(altered)
    assert noticed in differences(outcome(altered), outcome(graded.theirs))


def mark(course: Path) -> None:
    """A teacher marks an answer and a text, comments on both, and gives a late student two days more."""
    at = PERCEPTRON, PERCEPTRON, "davi"
    with opened(course) as opened_course, opened_course.api.gradebook as gradebook:
        grade = gradebook.find_grade("check_step", *at)
        grade.manual_score, grade.extra_credit = 2.5, 0.25
        gradebook.find_grade(WRITTEN, *at).manual_score = 1.5
        gradebook.find_comment("step", *at).manual_comment = "**Muito** bem, mas <i> não é usado. <img src=x>"
        gradebook.grant_extension(PERCEPTRON, "elisa", days=2)
        gradebook.db.commit()


def test_grading_again_leaves_what_a_teacher_wrote_as_nbgrader_leaves_it(graded, tmp_path, pack, scores) -> None:
    courses, again = graded.copy(tmp_path), ("bia", "davi", "elisa")
    desk = Desk(pack, PERCEPTRON, "pt")
    less = desk.sample("bia", ABOUT, {"step": desk.right(2)["step"]})
    courses.change(mark)
    courses.change(lambda course: less.hand_in(course / "submitted"))
    assert grade_course(courses.ours, students=again, jobs=1, fresh=True).failed == ()
    with_nbgraders_api(courses.theirs, again)
    assert courses.differences() == {}
    found = scores(courses.ours)
    assert found["bia", PERCEPTRON, "check_predict"][0] == 0
    assert found["davi", PERCEPTRON, "check_step"] == (4, 2.5, 0.25, 2.75, False)
    assert found["elisa", PERCEPTRON, "late"] is None
    assert "<strong>Muito</strong>" in (courses.ours / PAGE.replace("bia", "davi")).read_text("utf-8")


def share(course: Path) -> None:
    """By nbgrader's own setting, and no other."""
    edit(course, OWN_PERMISSIONS, "c.CourseDirectory.groupshared = True\n")


def share_by_hand(course: Path) -> None:
    """The folders belong to a group of their own."""
    for step in ("autograded", "feedback"):
        (course / step).mkdir()
        os.chown(course / step, -1, 4321 if os.geteuid() == 0 else os.getegid())
        (course / step).chmod(0o2750)


@pytest.mark.parametrize("shared", [(share,), (share_by_hand, share)])
def test_teachers_who_share_a_course_get_the_permissions_that_nbgrader_gives(ungraded, tmp_path, shared) -> None:
    courses, students = ungraded.copy(tmp_path), ("davi", "elisa")
    for change in shared:
        courses.change(change)
    assert grade_course(courses.ours, students=students, jobs=1).failed == ()
    with_nbgraders_api(courses.theirs, students)
    assert courses.differences() == {}
