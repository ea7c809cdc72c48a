"""Answers that a student takes from SciPy or scikit-learn: their numbers are right, and pass."""

import numpy as np
import pytest
import scipy.special
from sklearn.metrics import log_loss
from sklearn.preprocessing import StandardScaler, label_binarize

from degrau.report.card import first_failed


def expit(z):
    return scipy.special.expit(z)


def d_expit(x):
    return scipy.special.expit(x) * scipy.special.expit(-np.asarray(x))


def softplus(x):
    return np.logaddexp(0, x)


def softmax(z):
    return scipy.special.softmax(z, axis=-1)


def output(X, w, b):
    return scipy.special.expit(X @ w + b)


def cross_entropy(y, p):
    return np.mean(-scipy.special.xlogy(y, p) - scipy.special.xlogy(1 - np.asarray(y), 1 - p))


def cross_entropy_of_logits(Z, y):
    n = len(Z)
    loss = -np.mean(scipy.special.log_softmax(Z, axis=1)[np.arange(n), y])
    return loss, (scipy.special.softmax(Z, axis=1) - np.eye(Z.shape[1])[y]) / n


def scaled(X):
    scaler = StandardScaler().fit(X)
    return scaler.transform(X), scaler.mean_, scaler.scale_


@pytest.mark.parametrize(
    ("name", "function"),
    [
        ("sigmoid", expit),
        ("logistic", expit),
        ("d_logistic", d_expit),
        ("softplus", softplus),
        ("d_softplus", expit),
        ("softmax", softmax),
        ("neuron_output", output),
        ("binary_cross_entropy", cross_entropy),
        ("softmax_cross_entropy", cross_entropy_of_logits),
        ("standardize", scaled),
    ],
)
def test_numbers_from_scipy_and_scikit_learn_pass(judge_function, name, function) -> None:
    report = judge_function(name, function, seed=3)
    assert report.full, first_failed(report)


def test_one_hot_from_scikit_learn_passes_but_for_its_own_view_of_two_classes(judge_function) -> None:
    report = judge_function("one_hot", lambda y, k: label_binarize(y, classes=range(k)))
    assert {p.name for p in report.properties if not p.passed} != set()
    assert "of shape" in first_failed(report).message


def test_scikit_learns_log_loss_has_no_infinity_and_says_so(judge_function) -> None:
    report = judge_function("binary_cross_entropy", lambda y, p: log_loss(y, p, labels=[0, 1]))
    assert not report.full
    assert report.points > 0
