"""A known mistake is named where it is what the answers show, and not where they are only not exact enough."""

import numpy as np
import pytest

from degrau.authoring.leave_one_out import without
from degrau.judging.judge import judge
from degrau.judging.kernel import Here
from degrau.judging.registry import assignments
from degrau.pack.pack import Pack
from degrau.selfcheck.check import load

EVERYWHERE = [
    ("01_adaline", "adaline_cost"),
    ("02_sigmoid_neuron", "sigmoid"),
    ("02_sigmoid_neuron", "bce_gradient"),
    ("03_activations", "softplus"),
    ("03_activations", "d_tanh"),
    ("03_activations", "softmax"),
    ("04_backpropagation", "numerical_gradient"),
    ("05_gradients", "ratio_backward"),
    ("06_mlp", "softmax_cross_entropy"),
    ("07_optimizers", "adam_step"),
    ("07_optimizers", "adam_minimize"),
]


def scaled(function, factor):
    def nearly(*args):
        value = function(*args)
        return tuple(factor * np.asarray(v) for v in value) if isinstance(value, tuple) else factor * np.asarray(value)

    return nearly


@pytest.mark.parametrize(("assignment", "name"), EVERYWHERE)
@pytest.mark.parametrize("factor", [1 - 4e-7, 1 + 2e-6, 1 - 1e-5])
def test_an_answer_that_is_not_exact_enough_is_told_no_mistake(assignment, name, factor) -> None:
    right = Pack.find().reference(assignment)[name]
    report = judge(load(assignment, name), Here(scaled(right, factor)), "en")
    assert [m.title for m in report.mistakes if m.kind == "known"] == []


def test_a_mistake_that_is_right_where_the_answer_is_wrong_is_not_named(judge_function) -> None:
    """Naive softplus is right at ordinary numbers; so is an answer that is a little off there no naive softplus."""

    def naive_and_a_little_off(x):
        with np.errstate(over="ignore"):
            return np.log(1 + np.exp(np.asarray(x, dtype=float))) * (1 - 4e-7)

    report = judge_function("softplus", naive_and_a_little_off)
    assert report.points < report.max_points
    assert report.mistakes == ()


@pytest.mark.parametrize("assignment", assignments())
def test_the_first_known_mistake_of_every_function_is_named(assignment) -> None:
    pack = Pack.find()
    for exercise in assignments()[assignment].exercises:
        if exercise.name != "train_mlp":
            variant = next(v for v in pack.bank(assignment) if v.exercise == exercise.name and not v.right)
            report = judge(load(assignment, exercise.name), Here(variant.function), "en")
            assert report.recognises(variant.id), variant.id


def test_a_decision_that_is_right_where_the_mistake_is_wrong_is_not_named() -> None:
    """Both are wrong at tiny numbers; a probability that is rounded is right at 0.25, a threshold of 0.5 is not."""

    def rounded(z):
        return np.round(1 / (1 + np.exp(-np.asarray(z, dtype=float))))

    assert judge(load("00_perceptron", "step"), Here(rounded), "en").mistakes == ()


@pytest.mark.parametrize("known", ["smallest_value", "last_point", "largest_in_size"])
def test_few_of_many_draws_name_no_other_mistake(known) -> None:
    """Of two tries the smallest is often the last."""
    variant = next(v for v in Pack.find().bank("04_backpropagation") if (v.exercise, v.id) == ("random_search", known))
    report = judge(without(load("04_backpropagation", "random_search"), known), Here(variant.function), "en")
    assert report.mistakes == ()


def test_of_a_mistake_that_is_seen_in_one_part_nothing_is_said_of_the_others() -> None:
    """Its explanation says that the gradient is right, and here it is not."""

    def root(Z, T):
        loss = float(np.sqrt(np.sum((Z - T) ** 2) / len(Z)))
        return loss, (Z - T) / len(Z) / (loss or 1)

    (mistake,) = judge(load("06_mlp", "mse"), Here(root), "en").mistakes
    assert (mistake.title, mistake.explanation) == ("Root of the error (seen in `loss`)", "")


def test_a_mistake_of_another_function_that_gives_other_wrong_answers_elsewhere_is_not_named() -> None:
    """No sample that is predicted wrong moves the weights, as with a step that has its classes swapped; others do."""

    def label_turned_over(w, b, x, y, lr):
        error = (1 - y) - (1 if w @ x + b >= 0 else 0)
        return w + lr * error * x, b + lr * error

    found = judge(load("00_perceptron", "perceptron_update"), Here(label_turned_over), "en").mistakes
    assert [mistake.id for mistake in found if mistake.kind == "propagated"] == []
