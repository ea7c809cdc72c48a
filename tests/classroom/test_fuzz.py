"""A few hundred damaged notebooks, and some thousand frames; `python -m tests.classroom` takes many more."""

import pytest

from .conftest import SHORT
from .fuzzing import frames, notebooks

FUZZED = pytest.mark.slow


@pytest.mark.long
@FUZZED
def test_every_damaged_notebook_ends_with_a_report_and_earns_nothing_by_it(tmp_path) -> None:
    tally = notebooks(300, seed=1, folder=tmp_path, limits=SHORT)
    assert (tally.cases, tally.crashes) == (300, ())


def test_every_damaged_frame_is_plain_or_refused_in_little_memory() -> None:
    tally = frames(2_000, seed=1)
    assert (tally.cases, tally.crashes) == (2_000, ())
