"""Without degrau's judge, a released notebook grades under nbgrader alone, with the public checks."""

import subprocess
import sys

import nbformat
import pytest

from degrau.base.text import Text
from degrau.course.directory import CONFIG
from degrau.demo.desk import Desk
from degrau.judging.registry import assignments

PERCEPTRON = "00_perceptron"
PLAIN = 'c = get_config()\nc.CourseDirectory.course_id = "turma"\n'


@pytest.mark.slow
def test_stock_nbgrader_gives_the_points_of_the_public_checks(course, pack, scores) -> None:
    desk = Desk(pack, PERCEPTRON, "pt")
    answers = {"step": desk.right(0)["step"], **desk.wrong("predict")}
    desk.sample("ana", Text("metade", "half"), answers).hand_in(course / "submitted")
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


@pytest.mark.slow
def test_nbgrader_validate_says_what_the_card_says(pack, tmp_path) -> None:
    desk = Desk(pack, PERCEPTRON, "pt")
    nbformat.write(desk.notebook({"step": desk.right(0)["step"], **desk.wrong("predict")}), tmp_path / "mine.ipynb")
    command = [sys.executable, "-m", "nbgrader", "validate", "mine.ipynb"]
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=120, check=True)
    assert run.stdout.startswith("VALIDATION FAILED ON 3 CELL(S)!")
    assert "    predict — ainda não\n" in run.stdout
    assert "Causa provável: " in run.stdout
    assert "    perceptron_update — ainda não escrita\n" in run.stdout
