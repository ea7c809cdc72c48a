"""What several test modules share: the course pack, and a judge for functions that live in this process."""

from collections.abc import Callable
from typing import Any

import pytest

from degrau.authoring.pack import Pack
from degrau.authoring.prepare import prepare
from degrau.exercises import ASSIGNMENTS
from degrau.judging.inprocess import ask_here
from degrau.judging.judge import judge
from degrau.report import ExerciseReport
from degrau.text import Language

JudgeFunction = Callable[..., ExerciseReport]


@pytest.fixture(scope="session")
def pack() -> Pack:
    return Pack.find()


@pytest.fixture(scope="session")
def judge_function(pack: Pack) -> JudgeFunction:
    """Judges a function as the exercise of that name."""

    def judged(name: str, function: Callable[..., Any], language: Language = "en", seed: int = 0) -> ExerciseReport:
        assignment = next(a.name for a in ASSIGNMENTS.values() if name in a.points)
        return judge(prepare(pack, assignment, name, seed), ask_here(function), language)

    return judged
