"""Gradings that are killed at random moments and started again, compared with one that nobody disturbed."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from degrau.base.text import Text
from degrau.demo.desk import Desk
from degrau.pack.pack import Pack

from .books import books, differences

PATIENCE = 600
ASSIGNMENT = "00_perceptron"


def hand_in(course: Path, pack: Pack, students: int) -> None:
    """Puts submissions of all kinds into the course: right, wrong, half written, blank, broken."""
    desk = Desk(pack, ASSIGNMENT, "pt")
    for number in range(students):
        right = desk.right(number)
        answers = (
            right,
            right | desk.wrong(desk.functions[number % 4]),
            dict(list(right.items())[: number % 4]),
            {},
            right,
        )[number % 5]
        sample = desk.sample(f"student-{number:03}", Text(pt="x", en="x"), answers)
        path = sample.hand_in(course / "submitted")
        if number % 5 == 4:
            path.write_text(sample.content[: len(sample.content) // 2], encoding="utf-8")


def undisturbed(template: Path, place: Path) -> tuple[Path, float]:
    """A copy of the course, graded to the end, and the seconds that it took."""
    course = Path(shutil.copytree(template, place))
    began = time.monotonic()
    _grade(course).wait(PATIENCE)
    return course, time.monotonic() - began


def killed(template: Path, place: Path, moments: int, seed: int) -> Iterator[tuple[float, list[str]]]:
    """For each random moment: when grading was killed, and what was not the same after grading again."""
    course, seconds = undisturbed(template, place / "undisturbed")
    expected = books(course)
    chance = random.Random(seed)
    for number in range(moments):
        course = Path(shutil.copytree(template, place / f"killed-{number}"))
        moment = chance.uniform(0, seconds)
        process = _grade(course)
        try:
            process.wait(moment)
        except subprocess.TimeoutExpired:
            os.kill(process.pid, signal.SIGKILL)
            process.wait(PATIENCE)
        _grade(course).wait(PATIENCE)
        yield moment, [*differences(expected, books(course)), *map(str, course.glob(".grading-*"))]
        shutil.rmtree(course)


def _grade(course: Path) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "degrau", "grade", "--course", str(course)]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
