"""A folder is graded under its name, whatever that is, or refused with a sentence; no name is a pattern."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from degrau.base.text import code
from degrau.course.grade import grade_course
from degrau.course.staging import refusal
from degrau.demo.desk import Desk
from degrau.judging.registry import assignments

from ..at_hand import ASSIGNMENT, LANGUAGE

ALL = sum(assignments()[ASSIGNMENT].points.values())
TAKEN = ("Bia [Erasmus] Reis", "C1", "C[1]", "Davi?", "d'Ávila *", "{x}", "100%", "👩‍💻")
REFUSED = (" ana", "ana ", "ana\nbia", "*", os.fsdecode(b"jos\xe9"), "\x1b[31m")
BUTTON = f"""
from nbgrader.apps.api import NbGraderAPI
from nbgrader.server_extensions.formgrader.formgrader import FormgradeExtension

app = FormgradeExtension()
app.initialize([])
api = NbGraderAPI(app.coursedir, parent=app)
refused = api.autograde({ASSIGNMENT!r}, " ana")
assert "/ ana' is not graded: its name begins or ends with a space. Rename the folder." in refused["error"], refused
result = api.autograde({ASSIGNMENT!r}, "C[1]")
assert result["success"], result
result = api.generate_feedback({ASSIGNMENT!r}, "C[1]")
assert result["success"], result
"""


@pytest.mark.parametrize("name", TAKEN)
def test_a_name_that_nbgrader_can_take_is_taken(name) -> None:
    assert refusal(name) == ""


@pytest.mark.parametrize("name", REFUSED)
def test_a_name_that_nbgrader_cannot_take_is_refused(name) -> None:
    assert refusal(name)


def hand_in(course: Path, pack, names: tuple[str, ...]) -> None:
    desk = Desk(pack, ASSIGNMENT, LANGUAGE)
    content = desk.sample("ana", code(""), desk.right(0)).content
    for name in names:
        folder = course / "submitted" / name / ASSIGNMENT
        folder.mkdir(parents=True)
        (folder / f"{ASSIGNMENT}.ipynb").write_text(content, encoding="utf-8")


@pytest.mark.slow
def test_every_name_is_graded_or_refused_by_itself(course, pack) -> None:
    hand_in(course, pack, TAKEN + REFUSED)
    graded = {grade.student: grade for grade in grade_course(course).grades}
    assert set(graded) == set(TAKEN + REFUSED)
    assert {name: (graded[name].error, graded[name].score) for name in TAKEN} == dict.fromkeys(TAKEN, (None, ALL))
    for name in REFUSED:
        assert graded[name].score is None
        assert str(graded[name].error).startswith("not graded: ")
        assert "Rename the folder" in str(graded[name].error)


@pytest.mark.long
def test_nbgraders_own_command_passes_over_what_it_cannot_take_and_says_so(course, pack, scores) -> None:
    hand_in(course, pack, (*TAKEN, "ana\nbia", "*", os.fsdecode(b"jos\xe9")))
    command = [sys.executable, "-m", "nbgrader", "autograde", ASSIGNMENT]
    done = subprocess.run(command, cwd=course, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert {student for student, _, _ in scores(course)} == set(TAKEN)
    assert done.stderr.count("Rename the folder") == 3


@pytest.mark.long
def test_formgraders_button_grades_whom_it_names_or_says_why_not(course, pack, scores) -> None:
    hand_in(course, pack, ("C1", "C[1]", " ana"))
    done = subprocess.run([sys.executable, "-c", BUTTON], cwd=course, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert {student for student, _, _ in scores(course)} == {"C[1]"}
    assert [path.parts[-3] for path in course.glob("feedback/*/*/*.html")] == ["C[1]"]
