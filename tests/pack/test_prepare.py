"""What is kept from one command to the next: the same verdicts, made once, and nothing lost without it."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.languages import LANGUAGES

from degrau.authoring.gate import SEED
from degrau.base import disk as once
from degrau.judging.judge import judge
from degrau.judging.kernel import Here
from degrau.judging.probes import from_bytes, to_bytes
from degrau.judging.registry import assignments
from degrau.pack import prepare as kept
from degrau.pack import source
from degrau.pack.prepare import kept_probes, prepare
from degrau.pack.source import read_source
from degrau.workers.verdicts import to_text

from ..at_hand import ASSIGNMENT, FIRST

SMALL = """\
# %%
def double(x):
    ### BEGIN SOLUTION
    return 2 * x
    ### END SOLUTION


# %%
check(double)
"""


@pytest.fixture
def empty_cache(tmp_path, monkeypatch) -> Iterator[Path]:
    kept.kept_probes.cache_clear()
    once.user_cache.cache_clear()
    monkeypatch.setattr(once, "cache_folder", lambda: tmp_path)
    yield tmp_path
    kept.kept_probes.cache_clear()
    once.user_cache.cache_clear()


@pytest.mark.ours
@pytest.mark.long
@pytest.mark.parametrize("assignment", ["00_perceptron", "05_gradients", "08_rnn"])
def test_verdicts_by_kept_probes_are_those_by_new_ones(pack, assignment) -> None:
    for exercise in assignments()[assignment].exercises:
        new = prepare(pack, assignment, exercise.name, SEED)
        again = from_bytes(exercise, to_bytes(new), pack.names(assignment))
        variants = [v for v in pack.bank(assignment) if v.exercise == exercise.name]
        for variant in (variants[0], *variants[1::10], variants[-1]):
            reports = [judge(probes, Here(variant.function), "pt") for probes in (new, again)]
            assert to_text(reports[0]) == to_text(reports[1]), variant.id


def test_what_one_command_made_the_next_one_does_not_make_again(pack, empty_cache, monkeypatch) -> None:
    kept_probes(pack, ASSIGNMENT, FIRST, SEED)
    kept.kept_probes.cache_clear()
    monkeypatch.setattr(kept, "prepare", None)
    assert kept_probes(pack, ASSIGNMENT, FIRST, SEED).exercise.name == FIRST
    with pytest.raises(TypeError):
        kept_probes(pack, ASSIGNMENT, FIRST, SEED + 1)


def test_a_source_is_taken_apart_once_and_again_when_it_changes(empty_cache, tmp_path, monkeypatch) -> None:
    path = tmp_path / "00_small.py"
    path.write_text(SMALL, "utf-8")
    first = read_source(path, LANGUAGES)
    monkeypatch.setattr(source, "_parsed", None)
    assert read_source(path, LANGUAGES) == first
    path.write_text(SMALL.replace("2 * x", "3 * x"), "utf-8")
    with pytest.raises(TypeError):
        read_source(path, LANGUAGES)


def test_what_was_kept_and_cannot_be_read_is_made_again(empty_cache) -> None:
    for _ in range(2):
        assert once.once("key", lambda: {"a": 1}, lambda _: b"not JSON", json.loads) == {"a": 1}


def test_where_nothing_can_be_kept_all_is_made_each_time(pack, empty_cache) -> None:
    (empty_cache / "once").write_text("not a folder")
    assert kept_probes(pack, ASSIGNMENT, FIRST, SEED).exercise.name == FIRST
