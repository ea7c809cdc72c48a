"""Judging in a child: whatever ends it is that submission's outcome, in words, and the next one is judged."""

import faulthandler
import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from typing import Any

import pytest

from degrau.demo.desk import Desk
from degrau.grading import judgement
from degrau.grading.child import Ended, Lasting, can_fork
from degrau.notebooks.canonical import canonicalise
from degrau.plain.outcomes import Outcome, Returned
from degrau.report.types import Report
from degrau.sandbox.limits import Limits
from degrau.sandbox.machine import Pool

from ..at_hand import ASSIGNMENT
from ..judged import judged

pytestmark = pytest.mark.skipif(not can_fork(), reason="this system has no fork")
BYTES = 2**28


def done(job: Callable[[], Any], seconds: float = 20) -> Any:
    """What a job gives that is done once."""
    with closing(Lasting(job, BYTES)) as once:
        return once(seconds)


def test_what_a_job_gives_comes_back_whatever_its_size() -> None:
    assert done(lambda: [b"x" * 10**7, {"a": 1.5}]) == [b"x" * 10**7, {"a": 1.5}]


def test_what_a_job_raises_is_raised_here() -> None:
    with pytest.raises(ZeroDivisionError):
        done(lambda: 1 / 0)


def abort() -> None:
    # What pytest would write of it is no news.
    faulthandler.disable()
    os.abort()


@pytest.mark.parametrize(
    ("job", "words"),
    [
        (lambda: time.sleep(60), "it took more than 0.2 s"),
        (lambda: bytearray(2**30), "it took too much memory"),
        (lambda: os._exit(1), "it took too much memory, or somebody else ended it"),
        (abort, "it took too much memory, or somebody else ended it"),
    ],
    ids=["time", "memory", "exit", "abort"],
)
def test_what_takes_too_much_is_ended_and_told(job: Callable[[], Any], words: str) -> None:
    with pytest.raises(Ended) as told:
        done(job, 0.2 if "0.2" in words else 20)
    assert told.value.reason.to("en") == words


@pytest.fixture
def counting() -> Iterator[Lasting[tuple[int, int]]]:
    """A job that lasts: how often it was done, and where; what it is given, it does first."""
    begun: list[object] = []

    def job(*first: Any) -> tuple[int, int]:
        begun.append(first)
        if first:
            first[0](*first[1:])
        return len(begun), os.getpid()

    made = Lasting(job, BYTES)
    yield made
    made.close()
    assert not begun


def test_what_lasts_is_done_in_one_child_which_learns(counting) -> None:
    (first, here), (second, there), (third, _) = (counting(20) for _ in range(3))
    assert (first, second, third) == (1, 2, 3)
    assert here == there != os.getpid()


@pytest.mark.parametrize(
    ("first", "words"),
    [
        ((time.sleep, 60), "it took more than 0.2 s"),
        ((bytearray, 2**30), "it took too much memory"),
        ((os._exit, 0), "it took too much memory, or somebody else ended it"),
    ],
    ids=["time", "memory", "exit"],
)
def test_one_of_many_that_takes_too_much_is_ended_and_the_next_has_a_new_child(counting, first, words) -> None:
    counting(20)
    with pytest.raises(Ended) as told:
        counting(0.2 if "0.2" in words else 20, *first)
    assert told.value.reason.to("en") == words
    assert counting(20)[0] == 1


def test_one_that_raises_goes_on_and_one_that_was_ended_meanwhile_is_replaced(counting) -> None:
    with pytest.raises(ValueError, match="invalid literal"):
        counting(20, int, "x")
    times, child = counting(20)
    assert times == 2
    os.kill(child, signal.SIGKILL)
    os.waitid(os.P_PID, child, os.WEXITED | os.WNOWAIT)
    assert counting(20)[0] == 1


@pytest.fixture
def pool() -> Iterator[Pool]:
    with Pool(limits=Limits(notebook_seconds=15, spare_seconds=5)) as made:
        yield made


@pytest.fixture
def report(pack, pool) -> Callable[[], Report]:
    desk = Desk(pack, ASSIGNMENT, "en")
    right = canonicalise(desk.notebook(desk.right(1)), pack)
    return lambda: judged(right, pack, pool, 3)


@pytest.mark.long
def test_a_judge_that_ends_costs_its_submission_alone(report, monkeypatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(judgement, "judge", lambda *_: os._exit(1))
        ended = report()
    assert (ended.points, {e.status for e in ended.exercises}) == (0, {"crashed"})
    assert ended.notes[-1].startswith("Judging this notebook was ended, twice: ")
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


def test_a_child_takes_the_box_that_is_ready_and_the_next_child_has_another(pool) -> None:
    def answered() -> tuple[int, list[Outcome]]:
        with pool.take() as box:
            list(box.run([("f", "def f(): return 3")]))
            return box.pid, list(box.call("f", [()]))

    ready: list[int] = []

    @contextmanager
    def lending() -> Iterator[None]:
        with pool.lending():
            if not pool.forks:
                pytest.skip("no box is forked on this machine")
            ready.extend(box.pid for box in pool.spares)
            yield

    for number in range(2):
        with closing(Lasting(answered, BYTES, lending)) as asked:
            (first, found), (second, again) = asked(20), asked(20)
        assert found == again == [Returned(3)]
        assert first == ready[number] != second
    assert len(set(ready)) == 2
