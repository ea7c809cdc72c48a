"""The self-check where a platform has no alarm, no thread and no process, as in a browser."""

import os
import signal
import subprocess
import sys
import threading

import pytest

import degrau
from degrau.judging.registry import assignments
from degrau.plain import apart
from degrau.sandbox.limits import Limits
from degrau.selfcheck import check as selfcheck


def lacking(*_args, **_named):
    raise OSError("this platform has none")


def no_thread(thread):
    raise RuntimeError("can't start new thread")


@pytest.fixture(autouse=True)
def browser(monkeypatch):
    """What Pyodide lacks is taken away."""
    for name in ("setitimer", "alarm"):
        monkeypatch.delattr(signal, name)
    for name in ("fork", "posix_spawn", "system"):
        monkeypatch.setattr(os, name, lacking)
    monkeypatch.setattr(subprocess.Popen, "__init__", lacking)
    monkeypatch.setattr(threading.Thread, "start", no_thread)
    monkeypatch.setattr(apart, "SHALLOW", True)


@pytest.mark.parametrize("assignment", assignments().values(), ids=lambda a: a.name)
def test_right_answers_get_all_points_of_the_public_checks(assignment, pack, capsys) -> None:
    right = pack.reference(assignment.name)
    lost = {name: float(degrau.check(right[name])) for name in assignment.points}
    assert lost == assignment.points
    assert sys.gettrace() is None


@pytest.mark.skipif(not hasattr(sys, "monitoring"), reason="Python has sys.monitoring from 3.12 on")
def test_an_endless_loop_is_said_to_be_one_and_the_kernel_goes_on(monkeypatch, capsys) -> None:
    def linear(z):
        while True:
            pass

    monkeypatch.setattr(selfcheck, "Limits", Limits(call_seconds=0.1))
    degrau.language("en")
    assert degrau.check(linear) == 0.0
    assert "did not end within 0.1 s" in capsys.readouterr().out
    assert degrau.check(lambda z: z) == 0.0
