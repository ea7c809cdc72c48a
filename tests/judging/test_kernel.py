"""An endless loop in a student's own kernel ends after a while, and the kernel goes on."""

import _thread
import re
import signal
import sys
import threading
import time
import warnings
from collections.abc import Iterator
from contextlib import nullcontext, suppress

import numpy as np
import pytest

from degrau.judging.kernel import MOST_KEPT, Capture, Here
from degrau.judging.watch import BusyWatch, LoopWatch, ThreadWatch, TookTooLong, Watch, watch
from degrau.plain.call import call
from degrau.plain.outcomes import Raised, Returned, TimedOut
from degrau.report.types import Printed

LONG = 30
# Elsewhere the step of CI that runs Python as a browser does has the same functions.
monitored = pytest.mark.skipif(not hasattr(sys, "monitoring"), reason="Python has sys.monitoring from 3.12 on")
WATCHES = [Watch, BusyWatch, ThreadWatch, pytest.param(LoopWatch, marks=monitored)]


def loops(x):
    while x:
        pass
    return x


def catches_exceptions(x):
    while x:
        try:
            while True:
                pass
        except Exception:
            pass
    return x


def catches_everything(x):
    while x:
        try:
            while True:
                pass
        except BaseException:
            pass
    return x


def catches_again(x):
    while x:
        try:
            while True:
                try:
                    while True:
                        pass
                except BaseException:
                    pass
        except BaseException:
            pass
    return x


def calls_again(x):
    for _ in iter(lambda: x, 0):
        pass
    return x


def gives_up(x):
    try:
        while x:
            pass
    except BaseException:
        return 2.0


def no_thread(thread):
    raise RuntimeError("can't start new thread")


def sleeps(x):
    time.sleep(LONG * x)
    return x


def large_integers(x):
    return len(str((x + 3) ** (x * 10**9))) if x else x


def regular_expression(x):
    re.match(r"(a+)+$", "a" * 40 * x + "b")
    return x


ENDLESS = [loops, catches_exceptions, catches_everything, sleeps, large_integers]


@pytest.mark.parametrize("function", [*ENDLESS, regular_expression])
def test_an_endless_call_is_interrupted_and_no_other_is_made(function) -> None:
    ask = Here(function, seconds=0.1)
    assert ask([(0,), (1,), (0,)], False) == [Returned(0), TimedOut(0.1), TimedOut(0.1)]
    assert ask([(0,)], False) == [Returned(0)]


@pytest.mark.parametrize("function", [loops, catches_everything])
def test_the_same_where_the_system_has_no_alarm(function) -> None:
    with ThreadWatch(0.1) as clock, pytest.raises(TookTooLong):
        clock.call(lambda: function(1))


@monitored
@pytest.mark.parametrize("function", [loops, catches_exceptions, catches_everything, catches_again, calls_again])
def test_the_same_where_there_are_no_threads_either(function) -> None:
    with LoopWatch(0.1) as clock, pytest.raises(TookTooLong):
        clock.call(lambda: function(1))


@monitored
def test_what_catches_the_interruption_and_returns_is_not_interrupted_in_what_is_not_its_own() -> None:
    before = (warnings.filters[:], warnings.showwarning, np.geterr())
    with LoopWatch(0.1) as clock, suppress(TookTooLong):
        clock.call(lambda: call(gives_up, (1,), {}, False))
    assert (warnings.filters, warnings.showwarning, np.geterr()) == before


def test_the_watch_is_what_the_platform_has(monkeypatch) -> None:
    assert type(watch(1.0, 1.0)) is Watch
    assert type(watch(1.0, 1.0, busy=True)) is BusyWatch
    monkeypatch.delattr(signal, "setitimer")
    assert type(watch(1.0, 1.0)) is ThreadWatch
    monkeypatch.setattr(threading.Thread, "start", no_thread)
    assert type(watch(1.0, 1.0)) is (LoopWatch if hasattr(sys, "monitoring") else nullcontext)


@pytest.mark.parametrize("kind", WATCHES)
def test_nothing_is_left_of_the_watch(kind) -> None:
    before, threads = signal.getsignal(kind.signal), threading.active_count()
    with kind(0.1) as clock, pytest.raises(TookTooLong):
        clock.call(lambda: loops(1))
    assert signal.getsignal(kind.signal) == before
    assert signal.getitimer(kind.timer) == (0.0, 0.0)
    assert threading.active_count() == threads
    assert sys.gettrace() is None


def test_what_cleans_up_after_a_call_is_not_interrupted() -> None:
    before = (warnings.filters[:], warnings.showwarning, np.geterr())
    assert Here(catches_everything, seconds=0.1)([(1,)], False) == [TimedOut(0.1)]
    assert (warnings.filters, warnings.showwarning, np.geterr()) == before
    assert sys.exc_info() == (None, None, None)


@pytest.fixture
def interruptible() -> Iterator[None]:
    """As a kernel is; whoever started the tests may have had interruptions ignored."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
@pytest.mark.parametrize("kind", WATCHES)
def test_the_student_s_own_interruption_is_theirs(kind) -> None:
    stop = threading.Timer(0.1, _thread.interrupt_main)
    with kind(LONG) as clock, pytest.raises(KeyboardInterrupt):
        clock.call(lambda: (stop.start(), loops(1)))


def test_an_exception_of_the_call_s_own_passes_through() -> None:
    with Watch(LONG) as clock, pytest.raises(ZeroDivisionError):
        clock.call(lambda: 1 // 0)


def test_another_thread_has_no_watch() -> None:
    found: list[object] = []
    thread = threading.Thread(target=lambda: found.extend(Here(lambda x: x, seconds=0.001)([(2,)], False)))
    thread.start()
    thread.join()
    assert found == [Returned(2)]


def prints(x):
    for i in range(x):
        print("line", i)
    print("end", end="", file=sys.stderr)
    return 1 / x


def test_what_a_function_prints_is_captured_and_the_streams_are_as_before(capsys) -> None:
    capture, out = Capture(), sys.stdout
    first, second = Here(prints, capture=capture)([(2,), (0,)])
    assert (first, type(second)) == (Returned(0.5), Raised)
    assert capture.printed == Printed("line 0\nline 1\nendend", 3)
    assert sys.stdout is out
    assert capsys.readouterr() == ("", "")


def test_of_what_is_printed_the_beginning_is_kept_and_all_lines_are_counted() -> None:
    capture = Capture()
    Here(prints, 30.0, 30.0, capture)([(10**5,)])
    assert capture.printed.lines == 10**5 + 1
    assert len(capture.printed.text) == MOST_KEPT
    assert capture.printed.text.startswith("line 0\nline 1\n")


def test_a_loop_that_prints_without_end_is_interrupted_and_the_stream_comes_back(capsys) -> None:
    def endless():
        while True:
            print("on")

    capture, out = Capture(), sys.stdout
    assert Here(endless, 0.1, capture=capture)([()]) == [TimedOut(0.1)]
    assert sys.stdout is out
    assert capture.printed.text.startswith("on\non\n")
