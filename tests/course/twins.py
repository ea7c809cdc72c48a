"""One small class in two courses: degrau grades one, and nbgrader the other with nothing of degrau's but its judge."""

import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from degrau.base.text import Text
from degrau.course.directory import CONFIG, opened
from degrau.demo.desk import Desk, Sample, cell_of
from degrau.demo.sample_class import DUE, LATE
from degrau.pack.pack import Pack

from .outcome import Difference, differences, outcome
from .prose import HOSTILE, RICH, cells_of_every_kind

PERCEPTRON = "00_perceptron"
STUDENTS = ("ana", "bia", "caio", "davi", "elisa", "fabio")
ABOUT = Text(pt="", en="")
WRITTEN = "resposta-01"
FAILS = 'def step(z):\n    raise ValueError("</pre><script>{{ 7*7 }} \\x1b[31mção {% raw %}")\n'
OWN_EXPORTER = re.compile(r"(?m)^c\.GenerateFeedback\.exporter_class.*\n")
PENALTY = re.compile(r"(?m)^# (c\.(?:AssignLate|PercentPerDay))")
COMMANDS = f"""
from nbgrader.apps import AutogradeApp, GenerateFeedbackApp

for command in (AutogradeApp, GenerateFeedbackApp):
    command.launch_instance(["{PERCEPTRON}", "--force"])
    command.clear_instance()
"""


@dataclass(frozen=True)
class Twins:
    ours: Path
    theirs: Path

    def copy(self, to: Path) -> "Twins":
        ours, theirs = to / "ours" / self.ours.name, to / "theirs" / self.theirs.name
        return Twins(shutil.copytree(self.ours, ours), shutil.copytree(self.theirs, theirs))

    def change(self, change: Callable[[Path], None]) -> None:
        for course in (self.ours, self.theirs):
            change(course)

    def differences(self) -> dict[str, Difference]:
        return differences(outcome(self.ours), outcome(self.theirs))


def twins(root: Path, empty_course: Path, pack: Pack) -> Twins:
    """The class, ungraded, with a due date, a late penalty, and a written question that only a teacher can mark."""
    ours, theirs = root / "ours" / "turma", root / "theirs" / "turma"
    shutil.copytree(empty_course, ours)
    edit(ours, PENALTY, r"\1")
    with opened(ours) as course, course.api.gradebook as gradebook:
        gradebook.update_or_create_assignment(PERCEPTRON, duedate=DUE)
        gradebook.update_or_create_grade_cell(WRITTEN, PERCEPTRON, PERCEPTRON, max_score=2, cell_type="markdown")
    for sample in samples(pack):
        sample.hand_in(ours / "submitted")
    lay_files_beside(ours / "submitted")
    shutil.copytree(ours, theirs)
    edit(theirs, OWN_EXPORTER, "")
    return Twins(ours, theirs)


def samples(pack: Pack) -> Iterable[Sample]:
    """Right, mistaken, unreadable, in words, late, and full of a student's own cells, hostile ones too."""
    desk = Desk(pack, PERCEPTRON, "pt")
    right, begun = desk.right(0), {"step": desk.right(0)["step"]}
    written, own = desk.notebook(begun), desk.notebook({"step": FAILS})
    for number, text in enumerate((*RICH[:2], HOSTILE[0]), 1):
        cell_of(written, f"resposta-0{number}").source = text
    own.cells[3:3] = cells_of_every_kind()
    yield desk.sample("ana", ABOUT, right)
    yield desk.sample("bia", ABOUT, {**desk.right(1), **desk.wrong("predict"), **desk.wrong("perceptron_update")})
    yield desk.sample("caio", ABOUT, {}, content='{"cells": [')
    yield desk.sample("davi", ABOUT, begun, notebook=written)
    yield desk.sample("elisa", ABOUT, begun, timestamp=LATE)
    yield desk.sample("fabio", ABOUT, {}, notebook=own, filename="tarefa (1).ipynb")


def lay_files_beside(submitted: Path) -> None:
    """What is found beside notebooks; one submission has no time, and one no notebook."""
    data = submitted / "ana" / PERCEPTRON / "dados" / "ação"
    data.mkdir(parents=True)
    (data / "x.csv").write_text("1,2\n", "utf-8")
    (data.parent / "figura.png").write_bytes(b"\x89PNG\xff")
    (submitted / "fabio" / PERCEPTRON / "timestamp.txt").unlink()
    (submitted / "gil" / PERCEPTRON).mkdir(parents=True)


def edit(course: Path, pattern: re.Pattern[str], replacement: str) -> None:
    """Changes what the settings say; they do say it."""
    text, found = pattern.subn(replacement, (course / CONFIG).read_text("utf-8"))
    assert found
    (course / CONFIG).write_text(text, "utf-8")


def with_nbgraders_commands(course: Path) -> None:
    """`nbgrader autograde --force` and `nbgrader generate_feedback --force`, without the start of a second process."""
    done = subprocess.run([sys.executable, "-c", COMMANDS], cwd=course, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr


def with_nbgraders_api(course: Path, students: Iterable[str]) -> None:
    """What Formgrader's buttons do, for these submissions one after the other."""
    with opened(course) as opened_course:
        for student in students:
            opened_course.run("autograde", PERCEPTRON, student)
            opened_course.run("generate_feedback", PERCEPTRON, student)
