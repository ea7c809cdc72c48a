"""What a forward function keeps for its backward: of any kind, and kept nowhere else. Judged by scripts."""

from typing import Any

import numpy as np
import pytest

from degrau.exercises.normalization.norms import kept, output
from degrau.judging.judge import judge
from degrau.judging.kernel import Here
from degrau.judging.registry import assignments
from degrau.pack.prepare import prepare
from degrau.report.card import first_failed

BATCH = np.array([[1, 2], [3, 5], [4, 1]]), np.array([0.0, 2.0]), np.ones(2)
FORWARD = """
def batch_norm_forward(X, gamma, beta, eps=1e-5):
    std = np.sqrt(X.var(axis=0) + eps)
    Z = (X - X.mean(axis=0)) / std
    {keep}


def batch_norm_backward(dY, cache):
    {fetch}
    G = gamma * dY
    dX = (G - G.mean(axis=0) - Z * (G * Z).mean(axis=0)) / std
    return dX, (dY * Z).sum(axis=0), dY.sum(axis=0)
"""
TAKEN = "Z, gamma, std = cache"
DIRECT = """
def batch_norm_forward(X, gamma, beta, eps=1e-5):
    std = np.sqrt(X.var(axis=0) + eps)
    return gamma * (X - X.mean(axis=0)) / std + beta, lambda dY: (gamma * dY / std, dY.sum(axis=0), dY.sum(axis=0))


def batch_norm_backward(dY, cache):
    return cache(dY)
"""


def report(pack, source: str, name: str):
    notebook: dict[str, Any] = {"np": np}
    exec(source, notebook)
    return judge(prepare(pack, "12_normalization", name, 0), Here(notebook[name]), "en")


@pytest.mark.long
@pytest.mark.parametrize(
    ("keep", "fetch"),
    [
        ("return gamma * Z + beta, (Z, gamma, std)", TAKEN),
        ("return gamma * Z + beta, {'Z': Z, 'gamma': gamma, 'std': std}", "Z, gamma, std = cache.values()"),
        ("return [gamma * Z + beta, lambda: (Z, gamma, std)]", "Z, gamma, std = cache()"),
        ("return gamma * Z + beta, iter([Z, gamma, std])", TAKEN),
        ("return gamma * Z + beta, type('Kept', (), {'all': (Z, gamma, std)})()", "Z, gamma, std = cache.all"),
    ],
)
def test_a_cache_may_be_anything(pack, keep, fetch) -> None:
    for name in ("batch_norm_forward", "batch_norm_backward"):
        found = report(pack, FORWARD.format(keep=keep, fetch=fetch), name)
        assert found.full, first_failed(found)


@pytest.mark.long
def test_what_remembers_the_last_forward_only_is_found_out(pack) -> None:
    keep = "global last\n    last = Z, gamma, std\n    return gamma * Z + beta, None"
    found = report(pack, FORWARD.format(keep=keep, fetch="Z, gamma, std = last"), "batch_norm_backward")
    assert [p.name for p in found.properties if not p.passed] == ["own"]


def test_a_backward_that_its_forward_makes_is_judged_too(pack) -> None:
    assert report(pack, DIRECT, "batch_norm_forward").full
    failing = {p.name for p in report(pack, DIRECT, "batch_norm_backward").properties if not p.passed}
    assert {"input", "scale", "slope", "own"} <= failing


def test_without_a_word_written_nothing_is_wrong_yet(pack) -> None:
    blank = "def batch_norm_forward(X, gamma, beta, eps=1e-5): ...\n\n\ndef batch_norm_backward(dY, cache): ...\n"
    assert {report(pack, blank, name).status for name in ("batch_norm_forward", "batch_norm_backward")} == {"blank"}


def test_other_parameters_are_told_where_a_script_makes_the_call(pack) -> None:
    short = "def batch_norm_forward(X, gamma, beta):\n    return X, None\n"
    told = report(pack, short, "batch_norm_forward").message
    assert "takes (X, gamma, beta); the exercise gives it (X, gamma, beta, eps)" in told


@pytest.mark.parametrize(
    ("name", "call"),
    [
        ("batch_norm_forward", (output("batch_norm_forward", *BATCH),)),
        ("batch_norm_backward", (BATCH[0] / 2, kept("batch_norm_forward", *BATCH))),
        ("layer_norm_forward", (output("layer_norm_forward", *BATCH),)),
        ("layer_norm_backward", (BATCH[0] / 2, kept("layer_norm_forward", *BATCH))),
    ],
)
def test_what_a_text_asks_of_a_function_is_known_of_its_domain(name, call) -> None:
    found = assignments()["12_normalization"].by_name[name].domain.traits(call)
    traits = ("n=3-7", "d=2", "X.kind=int", "gamma.special=some 0", "eps.given=left out")
    assert [trait for trait in traits if found.get(trait) is not True] == []
