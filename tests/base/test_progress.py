"""The stopwatch: each stage has its own time, without that of the stages within it."""

import pytest

from degrau.base import progress as stages
from degrau.base.progress import stage, watched


def test_a_stage_is_charged_for_its_own_time_alone(monkeypatch) -> None:
    clock = iter([0.0, 1.0, 3.0, 7.0, 15.0])
    monkeypatch.setattr(stages.time, "perf_counter", lambda: next(clock))
    with watched() as watch, stage("outer"), stage("inner"):
        pass
    assert watch.seconds == {"outer": 2.0 + 8.0, "inner": 4.0}


def test_a_stage_ends_where_it_raises() -> None:
    with watched() as watch, pytest.raises(ValueError, match="no"), stage("outer"):
        raise ValueError("no")
    with stage("unwatched"):
        pass
    assert list(watch.seconds) == ["outer"]
