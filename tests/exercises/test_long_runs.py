"""Mistakes that only a class's grading tells, by calls that a self-check does without: long runs, many rows."""

import numpy as np
import pytest

from degrau.judging.judge import judge
from degrau.judging.kernel import Here
from degrau.pack.pack import Pack
from degrau.pack.prepare import prepare

TWO_HUNDRED_EPOCHS = """
def train_{which}(X, y, w, b, lr, epochs, right=train_{which}):
    w, b, history = right(X, y, w, b, lr, min(epochs, 200))
    return w, b, list(history) + list(history[-1:]) * (epochs - len(history))
"""
SMALL_CHANGES = """
def train_perceptron(X, y, w, b, lr, epochs):
    mistakes = []
    for _ in range(epochs):
        wrong = 0
        for x_i, y_i in zip(X, y):
            new_w, new_b = perceptron_update(w, b, x_i, y_i, lr)
            wrong += int(not (np.allclose(new_w, w) and np.isclose(new_b, b)))
            w, b = new_w, new_b
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes
"""
PRODUCT = """
def binary_cross_entropy(y, p):
    of_the_truth = np.where(np.asarray(y) == 1, p, 1 - np.asarray(p))
    with np.errstate(divide="ignore"):
        return -np.log(np.prod(of_the_truth)) / len(of_the_truth)
"""
TINY_STEP = """
def adam_minimize(grad, w, steps, lr):
    path, m, v = [np.asarray(w, dtype=float)], np.zeros(len(w)), np.zeros(len(w))
    for t in range(1, steps + 1):
        new, m, v = adam_step(path[-1], grad(path[-1]), m, v, t, lr)
        if np.max(np.abs(new - path[-1])) < 1e-9:
            break
        path.append(new)
    return np.array(path + [path[-1]] * (steps + 1 - len(path)))
"""
MISTAKES = (
    ("00_perceptron", "train_perceptron", TWO_HUNDRED_EPOCHS.format(which="perceptron")),
    ("00_perceptron", "train_perceptron", SMALL_CHANGES),
    ("01_adaline", "train_adaline", TWO_HUNDRED_EPOCHS.format(which="adaline")),
    ("02_sigmoid_neuron", "train_neuron", TWO_HUNDRED_EPOCHS.format(which="neuron")),
    ("02_sigmoid_neuron", "binary_cross_entropy", PRODUCT),
    ("07_optimizers", "adam_minimize", TINY_STEP),
)


@pytest.mark.long
@pytest.mark.parametrize(("assignment", "name", "source"), MISTAKES)
def test_what_shows_only_in_the_long_run_loses_points(assignment, name, source) -> None:
    pack = Pack.find()
    names = {**pack.names(assignment), "np": np}
    exec(source, names)
    assert not judge(prepare(pack, assignment, name, 0), Here(names[name]), "en").full
