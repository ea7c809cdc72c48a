"""What is said of wrong answers that no known mistake and no formula explains: where they err, and how."""

from dataclasses import replace

import numpy as np
import pytest

from degrau.judging.causes.training import AGAINST, LESS, MORE, STILL, Change, of_all
from degrau.judging.judge import judge
from degrau.judging.kernel import Here
from degrau.judging.registry import assignments
from degrau.pack.pack import Pack
from degrau.pack.prepare import kept_probes
from degrau.selfcheck.check import load

PACK = Pack.find()
ONWARDS = "; what is wrong begins with the second"


def told(name, function, at_home=True) -> str:
    """What is said of an answer where no mistake is known; nothing where nothing is."""
    assignment = next(a.name for a in assignments().values() if name in a.points)
    probes = load(assignment, name) if at_home else kept_probes(PACK, assignment, name, 0)
    unknown = replace(probes, mistakes=tuple, propagated=tuple, edits=tuple)
    mistakes = judge(unknown, Here(function, name=name), "en").mistakes
    return mistakes[0].title if mistakes else ""


def right(name):
    return next(f for a in PACK.assignments if (f := PACK.reference(a).get(name)))


def rising(X, w, b):
    return (np.cumsum(X @ w) + b >= 0).astype(int)


def to_a_length(w, b, x, y, lr):
    error = y - (np.dot(w, x) + b)
    return w + lr * error * np.asarray(x, float) / (1 + np.dot(x, x)), b + lr * error


def from_the_first_row(X, gamma, beta, eps=1e-5):
    return gamma * (X - X[0]) / np.sqrt(X.var(axis=0) + eps) + beta, ()


def scaled_after(Q, K, V, mask):
    Y, A = right("attention")(Q, K, V, mask)
    return Y, A + 0.1 * mask


def by_the_range(X, gamma, beta, eps=1e-5):
    return gamma * (X - X.mean(axis=1, keepdims=True)) / (np.ptp(X, axis=1, keepdims=True) + eps) + beta, ()


def doubled(Q, K, V, mask):
    return right("attention")(2 * np.asarray(Q), K, V, mask)


def last_row_left(Z, ids):
    loss, dZ = right("next_token_loss")(Z, ids)
    return loss, np.concatenate([dZ[:-1], np.exp(dZ[-2:-1]) * Z[-1:]])


def from_the_first(X, h0, Wx, Wh, bh, Wy, by):
    return right("rnn_forward")(np.broadcast_to(X[:1], X.shape), h0, Wx, Wh, bh, Wy, by)


def always_moves(w, b, x, y, lr):
    return w + lr * (2 * y - 1) * np.asarray(x), b + lr * (2 * y - 1)


def times_the_kernel(x, K, b, stride=1, padding=0):
    return right("conv2d")(x, K, 6 * b, stride, padding)


def one_filter(x, K, b, stride=1, padding=0):
    return right("conv2d")(x, np.repeat(K[:1], len(K), axis=0), b, stride, padding)


def steep(x):
    return np.arctan2(x, np.abs(np.asarray(x, float)) + 1)


SAID = [
    ("predict", rising, "in every call, the first entry of the answer is right" + ONWARDS),
    ("rnn_forward", from_the_first, "in every call, the first row of `H` is right" + ONWARDS),
    (
        "conv2d",
        one_filter,
        "in every call, the answer is right where the index of its first axis is 0; what is wrong begins with the "
        "next one",
    ),
    (
        "adaline_update",
        to_a_length,
        "in each call, the change of `w` has the right direction, but another length: all its numbers have the same "
        "factor",
    ),
    (
        "batch_norm_forward",
        from_the_first_row,
        "in each column of the answer, all numbers are off by the same amount",
    ),
    (
        "conv2d",
        times_the_kernel,
        "along the first axis of the answer, all numbers with the same index are off by the same amount",
    ),
    (
        "layer_norm_forward",
        by_the_range,
        "apart from `beta`, in each row of the answer all numbers are off by the same factor",
    ),
    ("attention", doubled, "`A` is what it would be if 2 times the right numbers had gone into the softmax"),
    ("next_token_loss", last_row_left, "wherever `dZ` is wrong, it is in its last row alone"),
    ("attention", scaled_after, "the numbers of each row of `A` should add up to 1, and do not"),
    ("perceptron_update", always_moves, "wherever `w` is wrong, it should come back as it was given: there is nothing"),
    ("arctan", steep, "the answer has the right signs, and wherever it is wrong it is nearer to 0 than it should be"),
    (
        "sigmoid",
        lambda z: right("sigmoid")(np.asarray(z) / 10),
        "the answer is what it would be if 0.1 times the right numbers had gone into the sigmoid",
    ),
    (
        "neuron_circuit",
        lambda w, x: right("neuron_circuit")(np.array([w[0], w[1], 0.0]), x),
        "the answer is what it would be if the right numbers without `w[2]` had gone into the sigmoid",
    ),
    (
        "step",
        lambda z: np.where(np.asarray(z) >= 1, 1, 0),
        "in the calls that were tried, the answer is wrong exactly where `z` is from",
    ),
    ("step", lambda z: np.full(np.shape(z), int(np.any(np.asarray(z) >= 0))), "every entry of the answer is the large"),
    ("embed", lambda ids, E: E[ids] * np.sqrt(E.shape[1]), "the answer is what is right times `np.sqrt(E.shape[1])`"),
    # A function's slope, measured otherwise.
    ("central_difference", lambda f, x, h=1e-5: (f(x + h) - f(x)) / h, "the answer is `(f(x + h) - f(x)) / h`"),
    (
        "central_difference",
        lambda f, x, h=1e-5: (f(x + 1e-5) - f(x - 1e-5)) / 2e-5,
        "the answer is a slope that is measured with one and the same step, whatever `h` is",
    ),
    (
        "numerical_gradient",
        lambda f, x, h=1e-5: np.full(len(x), (f(x + h) - f(x)) / h),
        "every entry of the answer is `(f(x + h) - f(x)) / h`, where all entries of `x` are moved at once",
    ),
    ("collapse_linear", lambda W, b: (right("collapse_linear")(W, b)[0], b[-1]), "`b` is `biases[-1]`"),
]


@pytest.mark.parametrize(("name", "function", "said"), SAID, ids=[f"{name} {i}" for i, (name, *_) in enumerate(SAID)])
def test_where_an_answer_errs_is_said_at_home(name, function, said):
    assert told(name, function).startswith(said)


@pytest.mark.parametrize(("name", "function", "said"), [SAID[i] for i in (3, 4, 5, 6, 8, 10, 15)], ids=range(7))
def test_where_an_answer_errs_is_said_in_grading(name, function, said):
    assert told(name, function, at_home=False).startswith(said)


def test_that_a_loss_should_be_infinite_is_said():
    def finite(y, p):
        return min(right("binary_cross_entropy")(y, p), 700.0)

    assert told("binary_cross_entropy", finite) in (
        "wherever the answer is wrong, it should be infinite, and is a finite number",
        "the answer is never above 700",
    )


def noisy(name, share):
    """A right solution, off by chance in this share of its numbers."""
    rng = np.random.default_rng(3)

    def function(*args):
        value = np.asarray(right(name)(*args), dtype=float)
        return value + rng.normal(size=value.shape) * (rng.random(value.shape) < share)

    return function


@pytest.mark.parametrize("share", [0.3, 1.0])
@pytest.mark.parametrize("name", ["adaline_output", "relu", "gelu", "conv2d", "embed", "sgd_step"])
def test_nothing_is_said_of_chance(name, share):
    found: dict[bytes, np.ndarray] = {}
    made = noisy(name, share)

    def once(*args):
        return found.setdefault(repr(args).encode(), made(*args))

    assert told(name, once) == ""


def test_an_alteration_that_changes_nothing_is_no_cause():
    def first_doubled(Z, y):
        loss, dZ = right("softmax_cross_entropy")(Z, y)
        return loss, np.concatenate([2 * dZ[:1], dZ[1:]])

    assert "`Z + 1`" not in told("softmax_cross_entropy", first_doubled, at_home=False)


def changes(times, count=6):
    rng = np.random.default_rng(1)
    rights = [rng.normal(size=3) for _ in range(count)]
    return [Change("W1", 2, 5, times * right, right) for right in rights]


@pytest.mark.parametrize(
    ("times", "said"),
    [(0.0, [STILL]), (0.5, [LESS]), (1.5, [MORE]), (-1.0, [AGAINST]), (1.01, []), (-0.5, [AGAINST, LESS])],
)
def test_how_far_a_training_moved_is_said_of_all_calls_that_fail(times, said):
    assert list(of_all(changes(times))) == said


def test_of_few_trainings_it_is_said_alone_that_nothing_moved():
    assert list(of_all(changes(0.5, count=3))) == []
    assert list(of_all(changes(0.0, count=3))) == [STILL]
    assert list(of_all([*changes(0.5, count=3), *changes(1.5, count=3)])) == []


def test_numbers_and_rows_that_are_taken_from_the_wrong_place_are_told_as_such():
    def scattered(x, size):
        channels, rows, columns = x.shape
        return np.asarray(x, dtype=float).reshape(channels, size, rows // size, size, columns // size).max((1, 3))

    numbers = "every number of the answer is one of `x`, as it should be, but not always the right one"
    assert told("max_pool2d", scattered) == numbers
    rows = "every row of the answer is one of `E`, as it should be, but not always the right one"
    assert told("embed", lambda ids, E: E[(np.asarray(ids) * 3 + 1) % len(E)]) == rows
