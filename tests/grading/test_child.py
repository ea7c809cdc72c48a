"""Judging in a child: whatever ends it is that submission's outcome, in words, and the next one is judged."""

import os
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from degrau.demo.desk import Desk
from degrau.grading import judgement
from degrau.grading.child import Ended, can_fork, in_a_child
from degrau.notebooks.canonical import canonicalise
from degrau.report.types import Report
from degrau.sandbox.limits import Limits
from degrau.sandbox.machine import Pool

from ..judged import judged

pytestmark = pytest.mark.skipif(not can_fork(), reason="this system has no fork")
BYTES = 2**28


def test_what_a_job_gives_comes_back_whatever_its_size() -> None:
    assert in_a_child(lambda: [b"x" * 10**7, {"a": 1.5}], 20, BYTES) == [b"x" * 10**7, {"a": 1.5}]


def test_what_a_job_raises_is_raised_here() -> None:
    with pytest.raises(ZeroDivisionError):
        in_a_child(lambda: 1 / 0, 20, BYTES)


@pytest.mark.parametrize(
    ("job", "words"),
    [
        (lambda: time.sleep(60), "it took more than 0.2 s"),
        (lambda: bytearray(2**30), "it took too much memory"),
        (lambda: os._exit(1), "it took too much memory, or somebody else ended it"),
        (lambda: os.abort(), "it took too much memory, or somebody else ended it"),
    ],
    ids=["time", "memory", "exit", "abort"],
)
def test_what_takes_too_much_is_ended_and_told(job: Callable[[], Any], words: str) -> None:
    with pytest.raises(Ended) as told:
        in_a_child(job, 0.2 if "0.2" in words else 20, BYTES)
    assert told.value.reason.en == words


@pytest.fixture
def pool() -> Iterator[Pool]:
    with Pool(limits=Limits(judge_seconds=20)) as made:
        yield made


@pytest.fixture
def report(pack, pool) -> Callable[[], Report]:
    desk = Desk(pack, "00_perceptron", "pt")
    right = canonicalise(desk.notebook(desk.right(1)), pack)
    return lambda: judged(right, pack, pool, 3)


def test_a_judge_that_ends_costs_its_submission_alone(report, monkeypatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(judgement, "judge", lambda *_: os._exit(1))
        ended = report()
    assert (ended.points, {e.status for e in ended.exercises}) == (0, {"crashed"})
    assert ended.notes[-1].startswith("O julgamento deste notebook foi encerrado, duas vezes: ")
    after = report()
    assert after.points == after.max_points


def test_a_judge_that_ends_once_is_tried_again(report, monkeypatch, tmp_path) -> None:
    judge, mark = judgement.judge, tmp_path / "ended"

    def once(*args: Any) -> Any:
        if not mark.exists():
            mark.touch()
            os._exit(1)
        return judge(*args)

    monkeypatch.setattr(judgement, "judge", once)
    found = report()
    assert (found.points, found.notes) == (found.max_points, ())
