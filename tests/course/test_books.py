"""Submissions of which nothing has changed are looked up; whatever changes, they are entered again."""

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from degrau.base.text import code
from degrau.course import recording
from degrau.course.choices import FILE as CHOICES
from degrau.course.directory import CONFIG
from degrau.course.grade import grade_course
from degrau.course.types import GradeSummary
from degrau.demo.desk import Desk
from degrau.judging.registry import assignments

from ..at_hand import ASSIGNMENT, LANGUAGE

FULL = sum(assignments()[ASSIGNMENT].points.values())
STUDENTS = ("ana", "bia")
Entered = list[str]


@pytest.fixture(scope="module")
def graded_once(tmp_path_factory, empty_course, pack) -> Path:
    """A course of two, graded."""
    course = Path(shutil.copytree(empty_course, tmp_path_factory.mktemp("books") / "turma"))
    desk = Desk(pack, ASSIGNMENT, LANGUAGE)
    for number, student in enumerate(STUDENTS):
        desk.sample(student, code(""), desk.right(number)).hand_in(course / "submitted")
    grade_course(course)
    return course


@pytest.fixture
def entered(monkeypatch) -> Entered:
    """The students whose submissions are entered, as they are."""
    names: Entered = []
    enter = recording.record_one

    def noting(course, submission, *rest):
        names.append(submission.student)
        return enter(course, submission, *rest)

    monkeypatch.setattr(recording, "record_one", noting)
    return names


def scores(summary: GradeSummary) -> list[tuple[str, float | None, bool]]:
    return [(grade.student, grade.total, bool(grade.feedback and grade.feedback.exists())) for grade in summary.grades]


def comment_on(course: Path) -> None:
    with sqlite3.connect(course / "gradebook.db") as gradebook:
        gradebook.execute("UPDATE comment SET manual_comment = 'muito bem'")


def another_seed(course: Path) -> None:
    (course / CHOICES).write_text("seed = 8\n", "utf-8")


def hand_in_again(course: Path) -> None:
    path = course / "submitted" / "ana" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb"
    path.write_text(path.read_text("utf-8").replace("Escreva aqui", "escreva  aqui"), "utf-8")


def lose_a_page(course: Path) -> None:
    next((course / "feedback" / "bia").rglob("*.html")).unlink()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("change", "again"),
    [
        (lambda course: None, []),
        (hand_in_again, ["ana"]),
        (lose_a_page, ["bia"]),
        (comment_on, ["ana", "bia"]),
        pytest.param(another_seed, ["ana", "bia"], marks=pytest.mark.long),
    ],
    ids=["nothing", "a submission", "a page", "the gradebook", "the settings"],
)
def test_what_has_changed_is_entered_again_and_nothing_else(
    graded_once, entered, change: Callable[[Path], None], again: list[str]
) -> None:
    before = grade_course(graded_once)
    entered.clear()
    change(graded_once)
    after = grade_course(graded_once)
    assert entered == again
    assert scores(after) == scores(before) == [(student, FULL, True) for student in STUDENTS]


@pytest.mark.long
def test_a_setting_that_comes_from_the_environment_counts_as_it_comes_out(graded_once, entered, monkeypatch) -> None:
    with (graded_once / CONFIG).open("a", encoding="utf-8") as config:
        config.write("\nimport os\n\nc.Judge.show_counterexamples = 'EXAM' not in os.environ\n")
    grade_course(graded_once)
    entered.clear()
    grade_course(graded_once)
    assert entered == []
    monkeypatch.setenv("EXAM", "1")
    grade_course(graded_once)
    assert entered == list(STUDENTS)


@pytest.mark.long
def test_everything_is_entered_again_where_that_is_asked_for(graded_once, entered) -> None:
    grade_course(graded_once, students=("bia",), fresh=True)
    assert entered == ["bia"]


@pytest.mark.slow
def test_a_submission_that_could_not_be_graded_is_tried_again(course, pack, entered) -> None:
    (course / "submitted" / "ana" / ASSIGNMENT).mkdir(parents=True)
    for _ in range(2):
        (grade,) = grade_course(course).grades
        assert grade.error is not None
    assert entered == ["ana", "ana"]
