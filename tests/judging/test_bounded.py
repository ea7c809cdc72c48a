"""Functions with a slip in them are asked within limits."""

import math
import signal
import time
from itertools import count

import numpy as np
import pytest

from degrau.judging.bounded import SECONDS, DoesNotEnd, Within, given, in_time, outcomes
from degrau.judging.kernel import TookTooLong, watch
from degrau.plain.outcomes import Raised, Returned, TimedOut


def endless(x):
    while True:
        x += 1


def test_one_that_never_ends_is_ended() -> None:
    assert outcomes(endless, [(1,), (2,)], False, seconds=0.05) == [TimedOut(0.05)] * 2


def test_one_that_wants_all_memory_gets_little() -> None:
    (outcome,) = outcomes(lambda n: float(np.ones(n)[0]), [(10**10,)], False)
    assert isinstance(outcome, Raised)
    assert "MemoryError" in outcome.type


def test_the_seconds_are_of_cpu_time(monkeypatch) -> None:
    now = count()
    monkeypatch.setattr(time, "monotonic", lambda: 1000 * next(now))
    assert outcomes(lambda n: n + 1, [(1,)], False) == [Returned(2)]
    assert given(lambda: 3) == 3


def test_others_are_asked_as_ever() -> None:
    (outcome,) = outcomes(lambda n: n + 1, [(1,)], False)
    assert isinstance(outcome, Returned)
    assert outcome.value == 2


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="the system has no alarm")
@pytest.mark.parametrize("busy", [False, True])
def test_a_watch_around_another_still_ends_its_own_call(busy) -> None:
    def both() -> None:
        outcomes(endless, [(1,)], False, seconds=0.05)
        while time.monotonic() < end:
            pass

    end = time.monotonic() + 30
    with watch(0.3, math.inf, busy) as clock:
        assert clock is not None
        with pytest.raises(TookTooLong):
            clock.call(both)
    assert time.monotonic() < end


def test_a_job_that_goes_on_is_ended_and_one_that_raises_raises() -> None:
    with pytest.raises(TimeoutError):
        given(lambda: sum(1 for _ in count()), 0.05)
    with pytest.raises(ZeroDivisionError):
        given(lambda: 1 // 0)
    assert given(lambda: 3) == 3


def test_what_only_waits_is_ended_by_the_clock(monkeypatch) -> None:
    monkeypatch.setattr("degrau.judging.watch.WAITING", 0.05)
    monkeypatch.setattr("degrau.judging.watch.WAITING_FOR_CPU", 0.0)
    assert outcomes(lambda n: time.sleep(3600), [(1,)], False) == [TimedOut(SECONDS)]
    with pytest.raises(TimeoutError):
        given(lambda: time.sleep(3600))


def test_what_an_author_wrote_is_never_read_or_answered(capfd) -> None:
    with pytest.raises(EOFError):
        in_time(lambda: input("how many?"))
    with pytest.raises(SystemExit):
        in_time(exit)
    in_time(lambda: print("x" * 10**6))
    assert capfd.readouterr() == ("", "")


def test_a_function_that_does_not_end_is_told_with_its_call() -> None:
    with pytest.raises(DoesNotEnd) as told:
        Within(lambda n: endless(n) if n else n, 0.05, strict=True)([(0,), (3,), (4,)])
    assert told.value.asked == (3,)
