"""What `degrau quality` finds out about a grader."""

import ast

import pytest

from degrau.authoring import quality as module
from degrau.authoring.quality import measure
from degrau.judging.registry import functions

pytestmark = pytest.mark.long


def test_a_good_grader_leaves_nothing_to_look_at(pack) -> None:
    found = measure(pack, "01_adaline", "adaline_gradient", seed=0)
    assert found.remarks == {}
    assert (found.right, found.wrong) == (7, 15)
    assert found.killed == found.mutants > 10


def test_a_living_mutant_without_a_reason_is_named(pack, monkeypatch) -> None:
    monkeypatch.setattr(module, "reasons", lambda root, assignment: {})
    monkeypatch.setattr(module, "LONG_RUN", (101,))
    found = measure(pack, "00_perceptron", "step", seed=0)
    assert "mutant that nothing explains" in found.remarks
    assert "np.asarray(z) → z in return np.where(np.asarray(z) >= 0, 1, 0)" in found.equal


def test_a_reason_for_a_mutant_that_is_none_is_named(pack, monkeypatch) -> None:
    monkeypatch.setattr(module, "reasons", lambda root, assignment: {"linear": {"z → 7 in return z": "never"}})
    found = measure(pack, "01_adaline", "linear", seed=0)
    assert found.remarks == {"reason for a mutant that is none, or dies": ("z → 7 in return z",)}


def test_a_mutant_that_does_not_end_is_killed(pack, monkeypatch) -> None:
    monkeypatch.setattr(module, "SECONDS", 0.2)
    nothing = ast.Pass(), ast.Pass()
    endless = module.Mutant("linear", "endless", "def linear(z):\n    while True:\n        pass", nothing)
    assert module.is_killed(pack, "01_adaline", endless, (0,))


def test_the_functions_of_an_assignment_are_measured_in_its_order() -> None:
    assert functions(["00_perceptron"])[:2] == [("00_perceptron", "step"), ("00_perceptron", "predict")]


def test_the_command_prints_a_line_a_function_and_exits_with_success() -> None:
    from typer.testing import CliRunner

    from degrau.commands import app

    result = CliRunner().invoke(app, ["quality", "step"])
    assert result.exit_code == 0, result.output
    lines = result.stdout.splitlines()
    assert [line.split()[0] for line in lines[1:4]] == ["00_perceptron", "step", "all"]
    right, wrong, named = lines[2].split()[1:4]
    assert right.split("/")[0] == right.split("/")[1]
    assert wrong == named
    assert int(wrong.split("/")[1]) >= 6
