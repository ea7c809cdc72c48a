"""Without degrau's judge, a released notebook grades under nbgrader alone, with the public checks."""

import subprocess
import sys

import nbformat
import pytest
from nbformat import NotebookNode

from degrau.base.text import Text
from degrau.course.directory import CONFIG
from degrau.demo.desk import Desk
from degrau.judging.registry import assignments

pytestmark = pytest.mark.long

PERCEPTRON = "00_perceptron"
PLAIN = 'c = get_config()\nc.CourseDirectory.course_id = "turma"\n'


def test_stock_nbgrader_gives_the_points_of_the_public_checks(course, pack, scores) -> None:
    desk = Desk(pack, PERCEPTRON, "pt")
    answers = {"step": desk.right(0)["step"], **desk.wrong("predict")}
    desk.sample("ana", Text(pt="metade", en="half"), answers).hand_in(course / "submitted")
    settings = (course / CONFIG).read_text("utf-8")
    (course / CONFIG).write_text(PLAIN, encoding="utf-8")
    command = [sys.executable, "-m", "nbgrader", "autograde", PERCEPTRON]
    done = subprocess.run(command, cwd=course, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    (course / CONFIG).write_text(settings, encoding="utf-8")
    graded = {name: entry[0] for (_, _, name), entry in scores(course).items() if name != "late"}
    points = assignments()[PERCEPTRON].points
    assert graded["check_step"] == points["step"]
    assert graded["check_predict"] < points["predict"]
    assert graded["check_perceptron_update"] == graded["check_train_perceptron"] == 0


def test_nbgrader_validate_says_what_the_card_says(pack, tmp_path) -> None:
    desk = Desk(pack, PERCEPTRON, "pt")
    nbformat.write(desk.notebook({"step": desk.right(0)["step"], **desk.wrong("predict")}), tmp_path / "mine.ipynb")
    command = [sys.executable, "-m", "nbgrader", "validate", "mine.ipynb"]
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=120, check=True)
    assert run.stdout.startswith("VALIDATION FAILED ON 3 CELL(S)!")
    assert "    predict — ainda não\n" in run.stdout
    assert "Causa provável: " in run.stdout
    assert "    perceptron_update — ainda não escrita\n" in run.stdout


def test_stock_nbgrader_neither_grades_nor_guards_the_demonstrations(course, pack, scores, tmp_path) -> None:
    desk = Desk(pack, PERCEPTRON, "pt")
    notebook = desk.notebook(desk.right(0))
    for cell in notebook.cells[:]:
        if cell.id == "demo-2":
            cell.source = "raise RuntimeError"
            notebook.cells.insert(notebook.cells.index(cell), NotebookNode({**cell, "id": "a-copy"}))
        elif cell.id == "demo-3":
            notebook.cells.remove(cell)
    desk.sample("ana", Text(pt="brincou", en="played"), desk.right(0), notebook=notebook).hand_in(course / "submitted")
    settings = (course / CONFIG).read_text("utf-8")
    (course / CONFIG).write_text(PLAIN, encoding="utf-8")
    command = [sys.executable, "-m", "nbgrader", "autograde", PERCEPTRON]
    done = subprocess.run(command, cwd=course, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert "demo-" not in done.stderr
    (course / CONFIG).write_text(settings, encoding="utf-8")
    graded = {name: entry[0] for (_, _, name), entry in scores(course).items() if name != "late"}
    assert graded == {f"check_{name}": points for name, points in assignments()[PERCEPTRON].points.items()}
    nbformat.write(notebook, tmp_path / "mine.ipynb")
    command = [sys.executable, "-m", "nbgrader", "validate", "mine.ipynb"]
    assert subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=120).stdout == (
        "Success! Your notebook passes all the tests.\n"
    )
