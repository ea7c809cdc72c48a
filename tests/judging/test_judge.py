"""The verdict and its words, asserted literally, on functions written here as a student would."""

import subprocess
import sys

import hypothesis
import numpy as np
import pytest
from hypothesis import strategies as st

from degrau.exercises.adaline.inputs import examples
from degrau.judging.draw import Found
from degrau.judging.judge import judge
from degrau.judging.kernel import Here
from degrau.pack.pack import Pack
from degrau.pack.prepare import prepare
from degrau.report.card import first_failed


def step(z):
    return (np.asarray(z) >= 0).astype(int)


def test_a_right_answer_passes_every_property(judge_function) -> None:
    report = judge_function("step", step)
    assert (report.status, report.points, report.max_points) == ("passed", 4, 4)
    assert all(p.passed and p.message == "" and p.counterexample is None for p in report.properties)


@pytest.mark.parametrize("nothing", [lambda z: None, lambda z: (_ for _ in ()).throw(NotImplementedError)])
def test_a_function_that_returns_nothing_is_blank_and_not_an_error(judge_function, nothing) -> None:
    report = judge_function("step", nothing, "pt")
    assert (report.status, report.points) == ("blank", 0)
    assert report.message == "ainda não escrita: devolve None"


def test_a_function_that_raises_for_some_inputs_keeps_the_other_points(judge_function) -> None:
    report = judge_function("step", lambda z: 1 if z >= 0 else 0)
    passed = {p.name: p.passed for p in report.properties}
    assert passed == {"numbers": True, "arrays": False, "zero": False, "pure": False}
    assert report.points == 1


def test_the_call_the_answer_and_the_expectation_are_named_in_both_languages(judge_function) -> None:
    def strict(z):
        return (np.asarray(z) > 0).astype(int)

    english, portuguese = (judge_function("step", strict, language) for language in ("en", "pt"))
    assert [p.message for p in english.properties if not p.passed] == ["step(0) → 0, expected 1"]
    assert [p.message for p in portuguese.properties if not p.passed] == ["step(0) → 0, esperado 1"]
    assert [p.counterexample for p in english.properties if not p.passed] == ["step(0)"]


def test_a_wrong_shape_has_its_own_message(judge_function) -> None:
    report = judge_function("predict", lambda X, w, b: step(X @ w + b).reshape(-1, 1))
    assert report.points == 0
    assert "of shape (2, 1); expected the shape (2,)" in first_failed(report).message


def test_a_result_that_lacks_a_part_is_said_to_lack_it(judge_function) -> None:
    report = judge_function("adaline_update", lambda w, b, x, y, lr: w + lr * (y - (x @ w + b)) * x)
    assert report.points == 0
    assert "expected (w, b): 2 results, in this order" in first_failed(report).message


def test_a_changed_argument_costs_its_own_points_only(judge_function) -> None:
    def in_place(w, b, x, y, lr):
        error = y - (x @ w + b)
        if w.dtype.kind == "i":
            return w + lr * error * x, b + lr * error
        w += lr * error * x
        return w, b + lr * error

    report = judge_function("adaline_update", in_place)
    assert report.points == report.max_points - 1
    assert "changes its argument w" in first_failed(report).message


def test_state_kept_between_calls_is_found(judge_function) -> None:
    seen: set[str] = set()

    def forgets_what_it_said(z):
        again = repr(z) in seen
        seen.add(repr(z))
        return 0.0 * np.asarray(z) if again else z

    report = judge_function("linear", forgets_what_it_said)
    assert report.points == report.max_points - 1
    assert "the first time" in first_failed(report).message


def test_half_an_answer_gets_half_the_points(judge_function) -> None:
    report = judge_function("adaline_gradient", lambda X, y, w, b: ((X @ w + b - y) @ X, 0.0))
    assert {p.name for p in report.properties if p.passed} == {"in_w", "pure"}


def shrunk() -> str | None:
    """The call that a failure of a large input is shrunk to."""

    def forgets_the_third_feature_on(X, w, b):
        return X[:, :2] @ w[:2] + b if X.shape[1] > 3 else X @ w + b

    probes = prepare(Pack.find(), "01_adaline", "adaline_output", 0)
    return judge(probes, Here(forgets_the_third_feature_on), "en").properties[0].counterexample


@pytest.mark.long
def test_a_large_failing_input_is_shrunk_the_same_way_whatever_else_uses_hypothesis(pack) -> None:
    # Numbers of the modules that are loaded are now remembered for everything that these inputs draw.
    ordinary = hypothesis.settings(database=None, max_examples=200, derandomize=True, deadline=None)
    ordinary(hypothesis.given(st.data())(lambda data: examples(Found(data)) and None))()
    alone = [sys.executable, "-c", "from tests.judging.test_judge import shrunk; print(shrunk())"]
    said = subprocess.run(alone, cwd=pack.root, capture_output=True, text=True, check=True).stdout
    assert said == f"{shrunk()}\n"
    assert said.count("1.0") == 2, said


def test_results_in_each_others_place_are_hinted_at_by_their_order_and_not_by_shapes(judge_function) -> None:
    def exchanged(X, y, w, b):
        error = X @ w + b - y
        return float(np.sum(error)), error @ X

    report = judge_function("adaline_gradient", exchanged)
    assert report.hints[0].startswith("The results have each other's shapes. In which order")
    shapeless = judge_function("adaline_gradient", lambda X, y, w, b: ((X @ w + b - y)[:, None] * X, 0.0))
    assert shapeless.hints[0].startswith("Write the shape of every step")


def test_a_search_for_causes_that_fails_costs_no_report(monkeypatch, judge_function) -> None:
    def fails(*_args: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("degrau.judging.judge.causes", fails)
    report = judge_function("step", lambda z: np.where(np.asarray(z) > 0, 1, 0))
    assert (report.status, report.mistakes) == ("failed", ())
    assert 0 < report.points < report.max_points
