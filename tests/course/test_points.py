"""A class is graded only where the gradebook, its tables and the settings are those that the judge means."""

import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import nbformat
import pytest

from degrau.base.text import code
from degrau.course.directory import CONFIG, CourseError, StepError, opened
from degrau.course.grade import grade_course
from degrau.demo.desk import Desk
from degrau.judging import registry
from degrau.judging.registry import assignments

from ..at_hand import ASSIGNMENT, FIRST, LANGUAGE

pytestmark = pytest.mark.slow
# What the first function is worth, and all are.
WORTH, ALL = assignments()[ASSIGNMENT].points[FIRST], sum(assignments()[ASSIGNMENT].points.values())


@pytest.fixture
def handed_in(course: Path, pack) -> Path:
    desk = Desk(pack, ASSIGNMENT, LANGUAGE)
    desk.sample("ana", code(""), desk.right(0)).hand_in(course / "submitted")
    return course


def refused(course: Path) -> str:
    with pytest.raises(CourseError) as refusal:
        grade_course(course)
    said = str(refusal.value)
    assert len(said.splitlines()) == 2
    return said


def released(course: Path, change) -> None:
    """A teacher changes the source in Formgrader and releases it."""
    path = course / "source" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb"
    notebook = nbformat.read(path, as_version=4)
    change(notebook)
    nbformat.write(notebook, path)
    with opened(course) as shown:
        shown.run("generate_assignment", ASSIGNMENT)


def grade_id(cell) -> str:
    return str(cell.metadata.get("nbgrader", {}).get("grade_id"))


def heavier(notebook) -> None:
    (cell,) = (cell for cell in notebook.cells if grade_id(cell) == f"check_{FIRST}")
    cell.metadata.nbgrader.points = 19


def test_nbgrader_s_own_autograding_refuses_as_well_and_what_is_there_stays(handed_in) -> None:
    """Formgrader's Autograde button asks nbgrader like this."""
    grade_course(handed_in)
    made = list((handed_in / "autograded").rglob("*.ipynb"))
    released(handed_in, heavier)
    with opened(handed_in) as shown, pytest.raises(StepError) as failure:
        shown.run("autograde", ASSIGNMENT, "ana")
    assert f"is not in the gradebook as it is judged: {FIRST} has 19 points there and {WORTH:g} here." in str(
        failure.value
    )
    assert list((handed_in / "autograded").rglob("*.ipynb")) == made != []


def test_a_weight_that_was_changed_in_formgrader_is_named(handed_in) -> None:
    released(handed_in, heavier)
    said = refused(handed_in)
    assert said.startswith(
        f"{ASSIGNMENT} is not in the gradebook as it is judged: {FIRST} has 19 points there and {WORTH:g} here.\n"
    )
    assert f"degrau init {handed_in}" in said


def test_a_function_that_was_deleted_from_the_source_is_named(handed_in) -> None:
    def shorter(notebook) -> None:
        notebook.cells = [cell for cell in notebook.cells if grade_id(cell) != f"check_{FIRST}"]

    released(handed_in, shorter)
    assert f"as it is judged: {FIRST} is not there.\n" in refused(handed_in)


def test_a_property_that_weighs_more_than_when_it_was_released_is_named(handed_in, monkeypatch) -> None:
    known = registry.assignments()
    first, *others = known[ASSIGNMENT].exercises
    heavier = replace(first.properties[0], points=first.properties[0].points + 8)
    changed = replace(first, properties=(heavier, *first.properties[1:]))
    assignment = replace(known[ASSIGNMENT], exercises=(changed, *others))
    monkeypatch.setattr("degrau.course.points.assignments", lambda: {**known, ASSIGNMENT: assignment})
    assert f"{FIRST} has {WORTH:g} points there and {WORTH + 8:g} here" in refused(handed_in)


def test_what_a_teacher_marks_by_hand_is_no_difference(handed_in) -> None:
    def written(notebook) -> None:
        cell = nbformat.v4.new_markdown_cell("Por quê?")
        cell.metadata["nbgrader"] = {
            "grade": True, "solution": True, "locked": False, "points": 3, "grade_id": "why", "schema_version": 3,
            "task": False,
        }  # fmt: skip
        notebook.cells.append(cell)

    released(handed_in, written)
    (grade,) = grade_course(handed_in).grades
    assert (grade.error, grade.max_score) == (None, ALL + 3)


@pytest.mark.long
def test_the_gradebook_of_an_older_nbgrader_says_what_to_run_and_shows_no_score(handed_in) -> None:
    grade_course(handed_in)
    with sqlite3.connect(handed_in / "gradebook.db") as gradebook:
        gradebook.execute("alter table grade rename column extra_credit to something_else")
    gradebook.close()
    command = [sys.executable, "-m", "degrau", "grade"]
    done = subprocess.run(command, cwd=handed_in, capture_output=True, text=True, timeout=120)
    assert (done.returncode, done.stdout) == (2, "")
    assert "nbgrader db upgrade" in done.stderr
    assert len(done.stderr.splitlines()) == 2


@pytest.mark.parametrize(
    "setting",
    [
        'c.Judge.seed = "sete"',
        'c.Judge.accept_tiers = "process"',
        "c.Judge.dask = 7",
        'c.Judge.follow_through = "maybe"',
        'c.Judge.notebook_seconds = "long"',
        "c.Judge.cells_seconds = 0",
        "c.Judge.cell_seconds = float('nan')",
        "c.CanonicalExporter.pack_root = 7",
        'c.Judge.show_counterexamples = "maybe"',
        'c.Autograde.permissions = "all"',
        'c.CourseDirectory.groupshared = "maybe"',
    ],
)
def test_a_setting_of_the_wrong_type_is_one_sentence(handed_in, setting) -> None:
    with (handed_in / CONFIG).open("a", encoding="utf-8") as config:
        config.write(f"{setting}\n")
    said = refused(handed_in)
    assert said.startswith(f"{handed_in / CONFIG}")
    name = setting.split(" ")[0].rpartition(".")[2]
    assert name in said
