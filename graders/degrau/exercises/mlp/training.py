"""06_mlp, second half: the network forwards and backwards, mini-batches, and training judged by what is learned.

How a student draws the first weights and shuffles the rows is free, so the weights that training gives are not those of
the reference. They are judged by what must hold whatever was drawn: an epoch with a learning rate of 0 shows the start;
with one batch, or with rows that are all equal, every step from there is down the measured slope of the loss. And the
trained network must answer well.
"""

from collections.abc import Callable
from typing import Any

import numpy as np

from ...base.text import _
from ...judging.distribution import frequency
from ...judging.draw import Array, Draw
from ...judging.laws import Answer, Answers, Expected, Facts, agrees, prop, pure
from ...judging.numerical import gradient
from ...judging.types import Exercise
from ...plain.call import Source, generator
from ..inputs import DECIMAL, INTEGER, QUARTERS, WHOLE, Regime

EIGHTHS = Regime("eighths", 0.125, 10, 0.125)
SHARES = (1.0, -1.0, 0.5, 2.0, -1.5, 0.75)
# n examples, d inputs, h hidden units, k outputs: all different, or a transpose would hide.
SHAPES = ((2, 3, 4, 1), (4, 2, 3, 1), (3, 1, 2, 4), (5, 2, 3, 4), (2, 5, 3, 1), (7, 3, 5, 2))
EDGES = ((1, 2, 3, 4), (1, 1, 1, 1), (2, 1, 1, 1), (3, 3, 3, 3), (1, 3, 1, 2), (4, 1, 5, 1))
Network = tuple[Array, Array, Array, Array]


def layers(draw: Draw) -> tuple[Array, ...]:
    """X, W1, b1, W2, b2."""
    return _layers(draw, draw.turn((QUARTERS, EIGHTHS, WHOLE, DECIMAL)), *draw.pick(SHAPES))


def layers_at_the_edge(draw: Draw) -> tuple[Array, ...]:
    """One example, single units, square matrices, integers, or a hidden layer that is saturated."""
    regime = draw.turn((INTEGER, EIGHTHS, QUARTERS))
    inputs, *rest = _layers(draw, regime, *draw.pick(EDGES))
    return (inputs * draw.pick((1, 1, 64)), *rest)


def _layers(draw: Draw, regime: Regime, n: int, d: int, h: int, k: int) -> tuple[Array, ...]:
    W1, b1 = EIGHTHS.array(draw, h, d), EIGHTHS.array(draw, h)
    return regime.array(draw, n, d), W1, b1, EIGHTHS.array(draw, k, h), EIGHTHS.array(draw, k)


def arriving(draw: Draw) -> tuple[Array, ...]:
    """X, H, W2, dZ."""
    return _arriving(draw, draw.turn((QUARTERS, EIGHTHS, WHOLE, DECIMAL)), *draw.pick(SHAPES))


def arriving_at_the_edge(draw: Draw) -> tuple[Array, ...]:
    """One example, single units, square matrices, or integers."""
    return _arriving(draw, draw.turn((INTEGER, EIGHTHS)), *draw.pick(EDGES))


def _arriving(draw: Draw, regime: Regime, n: int, d: int, h: int, k: int) -> tuple[Array, ...]:
    H = np.array([draw.integer(-64, 64) / 64 for _i in range(n * h)]).reshape(n, h)
    dZ = np.array([draw.pick(SHARES) for _i in range(n * k)]).reshape(n, k)
    return regime.array(draw, n, d), H, EIGHTHS.array(draw, k, h), dZ


def measured(draw: Draw) -> tuple[Array, ...]:
    """X, W1, b1, W2, b2, dZ for numerical derivatives."""
    n, d, h, k = draw.pick(SHAPES[:4])
    dZ = np.array([draw.pick(SHARES) for _i in range(n * k)]).reshape(n, k)
    return (*_layers(draw, EIGHTHS, n, d, h, k), dZ)


@prop(
    _("numerical differences give the same gradients"),
    points=1,
    inputs=measured,
    after="second",
    count=12,
)
def slope(answer: Answers, right: Facts, X: Array, W1: Array, b1: Array, W2: Array, b2: Array, dZ: Array) -> None:
    gradients = answer(X, np.tanh(X @ W1.T + b1), W2, dZ)
    for place, part in ((1, "dW1"), (2, "db1"), (3, "dW2"), (4, "db2")):
        gradients.assert_is(part, right.slope("mlp_forward", place, X, W1, b1, W2, b2, cotangent=dZ))


FORWARD = Exercise(
    "mlp_forward(X, W1, b1, W2, b2) -> Z, H",
    (
        agrees("hidden", _("H is the output of the hidden layer"), 2, layers, ["H"]),
        agrees("output", _("Z is the output of the network"), 2, layers, ["Z"]),
        agrees(
            "edges",
            _("a single example or unit, integers, saturation"),
            1,
            layers_at_the_edge,
            ["Z", "H"],
            "output",
            edge=True,
        ),
        pure(1, after="output"),
    ),
)

BACKWARD = Exercise(
    "mlp_backward(X, H, W2, dZ) -> dW1, db1, dW2, db2",
    (
        agrees("second", _("dW2 and db2 of the output layer"), 2, arriving, ["dW2", "db2"]),
        agrees("first", _("dW1 and db1 of the hidden layer"), 3, arriving, ["dW1", "db1"]),
        slope,
        agrees(
            "edges",
            _("a single example, a single unit, integers"),
            1,
            arriving_at_the_edge,
            ["dW1", "db1", "dW2", "db2"],
            "first",
            edge=True,
        ),
        pure(1, after="first"),
    ),
)


def rows(draw: Draw) -> tuple[Array, Array, int, Source]:
    """X with rows that are all different, y with a value for each, or a row; a batch size, a generator."""
    n, batch_size = draw.pick(((5, 2), (4, 2), (3, 1), (6, 4), (2, 5), (7, 3), (1, 1), (3, 3), (8, 5)))
    X: Array = np.arange(n * 2, dtype=draw.pick((float, int))).reshape(n, 2) + draw.integer(-3, 3)
    y = draw.pick((X[:, 0] * 10, X[:, :1] * 10.0, X @ np.array([[1.0, 2.0], [0.0, 3.0]])))
    return X, y, batch_size, generator(draw.integer(0, 999))


def many_seeds(draw: Draw) -> tuple[Array, Array, int, int]:
    """Five rows, a batch size, and where the seeds start."""
    X = np.arange(10.0).reshape(5, 2)
    return X, X[:, 0] * 10, draw.turn((2, 5)), draw.integer(0, 999) * 1000


@prop(
    _("each row appears once an epoch, with its y"),
    points=2,
    inputs=rows,
)
def partition(answer: Answers, right: Facts, X: Array, y: Array, batch_size: int, rng: Source) -> None:
    got = answer(X, y, batch_size, rng)
    xs, ys = _stacked(got, X, y)
    order = np.argsort(xs[:, 0], kind="stable")
    got.require(len(xs) == len(X), _("expected {rows} rows in all").filled(rows=len(X)))
    got.require(np.array_equal(xs[order], X), _("each row of X must appear once"))
    got.require(np.array_equal(ys[order], y), _("each row's y must go with it"))


@prop(
    _("all batches have the size asked for; only the last may be shorter"),
    points=1,
    inputs=rows,
    after="partition",
)
def sizes(answer: Answers, right: Facts, X: Array, y: Array, batch_size: int, rng: Source) -> None:
    got = answer(X, y, batch_size, rng)
    found = [len(x) for x, _ in _batches(got)]
    expected = [min(batch_size, len(X) - start) for start in range(0, len(X), batch_size)]
    got.require(found == expected, _("expected batches of {expected} rows").filled(expected=expected))


@prop(
    _("the order is drawn anew with each rng, and all orders are equally likely"),
    points=2,
    inputs=many_seeds,
    after="partition",
    count=2,
)
def shuffled(answer: Answers, right: Facts, X: Array, y: Array, batch_size: int, first: int) -> None:
    answers = [answer(X, y, batch_size, generator(first + i)) for i in range(400)]
    orders = np.array([_stacked(a, X, y)[0][:, 0] // 2 for a in answers], dtype=int)
    uneven = _("in 400 epochs some orders come out more than others")
    for row in range(5):
        for place in range(5):
            answers[0].require(frequency(int(np.sum(orders[:, place] == row)), 400, 1 / 5), uneven)
        # In a fair order, any row follows any other at 4 of its 20 pairs of places.
        for other in range(5):
            follows = np.sum((orders[:, :-1] == row) & (orders[:, 1:] == other))
            answers[0].require(other == row or frequency(int(follows), 400, 4 / 20), uneven)


def _batches(got: Answer) -> list[tuple[Array, Array]]:
    """The batches as pairs of arrays; raises the violation that says why they are none."""
    pairs = _("expected pairs (X, y)")
    items = got.value if isinstance(got.value, (list, tuple)) else []
    got.require(isinstance(got.value, (list, tuple)), pairs)
    got.require(len(items) > 0, _("no batches came"))
    got.require(all(isinstance(i, (tuple, list)) and len(i) == 2 for i in items), pairs)
    found = []
    for item in items:
        try:
            x, y = (np.asarray(part, dtype=np.float64) for part in item)
        except (TypeError, ValueError):
            got.require(False, pairs)
        got.require(x.ndim > 0 and y.ndim > 0 and len(x) == len(y) > 0, pairs)
        found.append((x, y))
    return found


def _stacked(got: Answer, X: Array, y: Array) -> tuple[Array, Array]:
    """All rows of all batches, in their order."""
    found = _batches(got)
    shapes = _("each row of X has the shape {row} and each y {target}").filled(row=X.shape[1:], target=y.shape[1:])
    got.require(all(x.shape[1:] == X.shape[1:] and t.shape[1:] == y.shape[1:] for x, t in found), shapes)
    return np.concatenate([x for x, _ in found]), np.concatenate([t for _, t in found])


MINIBATCHES = Exercise(
    "minibatches(X, y, batch_size, rng) -> batches",
    (partition, sizes, shuffled, pure(1, after="partition")),
    iterable=True,
)


def steps(draw: Draw) -> tuple[Array, Array, Source, int, float, int]:
    """X, y, the loss, hidden units, a learning rate, a seed: rows that differ, for one batch of all of them."""
    X, y, loss = draw.turn((_to_targets, _to_classes))(draw, EIGHTHS.array(draw, draw.pick((3, 5)), 2))
    return X, y, loss, draw.pick((3, 2, 4)), draw.pick((0.5, 0.25)), draw.integer(0, 999)


def equal_rows(draw: Draw) -> tuple[Array, Array, Source, int, float, int]:
    """The same with rows that are all equal, so that it does not matter which of them a batch has."""
    n = draw.pick((5, 3, 7))
    X, y, loss = draw.turn((_to_targets, _to_classes))(draw, np.repeat(EIGHTHS.array(draw, 1, 2), n, axis=0))
    # The last row has the last class, so that all classes are there; training then sees it in one batch of all rows.
    return X, np.repeat(y[-1:], n, axis=0), loss, draw.pick((3, 2)), draw.pick((0.5, 0.25)), draw.integer(0, 999)


def _to_targets(draw: Draw, X: Array) -> tuple[Array, Array, Source]:
    return X, EIGHTHS.array(draw, len(X), draw.pick((1, 3))), Source("mse")


def _to_classes(draw: Draw, X: Array) -> tuple[Array, Array, Source]:
    classes = [draw.integer(0, 1) for _i in range(len(X) - 1)]
    return X, np.array([*classes, 2]), Source("softmax_cross_entropy")


@prop(
    _("with one batch, an epoch is one step down the slope of the loss, from the first weights"),
    points=3,
    inputs=steps,
    count=8,
)
def descent(answer: Answers, right: Facts, X: Array, y: Array, loss: Source, hidden: int, lr: float, seed: int) -> None:
    start = _network(answer(X, y, loss, hidden, 1, len(X), 0.0, generator(seed)), X, y, hidden)
    for epochs in (1, 2):
        start = _stepped(start, X, y, lr)
        _assert_near(answer(X, y, loss, hidden, epochs, len(X), lr, generator(seed)), start)


@prop(
    _("every batch makes a step, the last, shorter one too"),
    points=2,
    inputs=equal_rows,
    after="descent",
    count=6,
)
def batches(answer: Answers, right: Facts, X: Array, y: Array, loss: Source, hidden: int, lr: float, seed: int) -> None:
    batch_size = 2
    now = _network(answer(X, y, loss, hidden, 1, batch_size, 0.0, generator(seed)), X, y, hidden)
    for _i in range(-(-len(X) // batch_size)):
        now = _stepped(now, X, y, lr)
    _assert_near(answer(X, y, loss, hidden, 1, batch_size, lr, generator(seed)), now)


def _network(got: Answer, X: Array, y: Array, hidden: int) -> Network:
    """The weights, with the shapes that they must have."""
    outputs = y.shape[1] if y.ndim == 2 else int(y.max()) + 1
    expected = {"W1": (hidden, X.shape[1]), "b1": (hidden,), "W2": (outputs, hidden), "b2": (outputs,)}
    found = [np.asarray(got.array(part), dtype=np.float64) for part in expected]
    for (part, shape), array in zip(expected.items(), found, strict=True):
        got.require(array.shape == shape, _("{part} must have the shape {shape}").filled(part=part, shape=shape))
        got.require(bool(np.isfinite(array).all()), _("{part} is not finite").filled(part=part))
    W1, b1, W2, b2 = found
    return W1, b1, W2, b2


def _stepped(network: Network, X: Array, y: Array, lr: float) -> Network:
    """One step down the slope of the loss, measured."""

    def loss(*weights: Array) -> float:
        return _loss(_output(X, *weights), y)

    W1, b1, W2, b2 = (w - lr * gradient(loss, network, i)[0] for i, w in enumerate(network))
    return W1, b1, W2, b2


def _output(X: Array, W1: Array, b1: Array, W2: Array, b2: Array) -> Array:
    return np.asarray(np.tanh(X @ W1.T + b1) @ W2.T + b2)


def _loss(Z: Array, y: Array) -> float:
    if y.ndim == 2:
        return float(np.sum(np.square(Z - y)) / len(Z))
    return float(np.mean(np.logaddexp.reduce(Z, axis=1) - Z[np.arange(len(Z)), y]))


def _assert_near(got: Answer, network: Network) -> None:
    for part, expected in zip(("W1", "b1", "W2", "b2"), network, strict=True):
        got.assert_is(part, Expected(expected, expected, 1e-5 * np.maximum(1.0, np.abs(expected))))


def xor(draw: Draw) -> tuple[Any, ...]:
    X = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
    return X, np.array([0, 1, 1, 0]), Source("softmax_cross_entropy"), 8, 400, 4, 0.5, draw.integer(0, 999) * 10


def circles(draw: Draw) -> tuple[Any, ...]:
    """Two concentric circles, for four hidden units."""
    angle, inner = np.arange(40) * (2 * np.pi / 40), np.arange(40) % 2
    X = np.where(inner, 0.5, 1.5)[:, None] * np.column_stack([np.cos(angle), np.sin(angle)])
    return X, inner, Source("softmax_cross_entropy"), 4, 400, 10, 0.3, draw.integer(0, 999) * 10


def curves(draw: Draw) -> tuple[Any, ...]:
    """x², 1/x and sin x."""
    function, (low, high, n), settings = draw.turn(CURVES)
    x = np.linspace(low, high, n)[:, None]
    return x, function(x), Source("mse"), *settings, draw.integer(0, 999) * 10


# The function, the points where it is shown, and (hidden, epochs, batch_size, lr).
CURVES: tuple[tuple[Callable[[Array], Array], tuple[float, float, int], tuple[int, int, int, float]], ...] = (
    (np.square, (-1.5, 1.5, 16), (8, 400, 4, 0.1)),
    (np.reciprocal, (0.5, 2.0, 16), (8, 300, 4, 0.1)),
    (np.sin, (-np.pi, np.pi, 24), (12, 400, 8, 0.05)),
)
TRIALS = 4
RIGHT_SHARE, LEFT_SHARE = 0.85, 0.5


def _learns(answer: Answers, X: Array, y: Array, *rest: Any) -> None:
    """One of four trainings with different generators must have learned; the first one that has is enough.

    Learned: at least 85 % of the classes right; or the root mean square error at most half the spread of the targets.
    Plain SGD missed it in 0 of 400 trainings of each task with first weights as in init_layer, and in 2 of 150 of one
    task with uniform ones up to 1/√n_in; so four misses in a row have a chance below 1e-7.
    """
    *settings, first = rest
    results = []
    for i in range(TRIALS):
        got = answer(X, y, *settings, generator(first + i))
        learned, words = _result(_output(X, *_network(got, X, y, settings[1])), y)
        results.append(words)
        if learned:
            return
    found = ", ".join(results)
    got.require(
        False,
        _("none of {trials} trainings with other rngs learned ({found})").filled(trials=TRIALS, found=found),
    )


def _result(Z: Array, y: Array) -> tuple[bool, str]:
    if y.ndim == 2:
        left = float(np.sqrt(np.mean(np.square(Z - y))) / np.std(y))
        return left <= LEFT_SHARE, f"erro · error {left:.2f}"
    hits = float(np.mean(np.argmax(Z, axis=1) == y))
    return hits >= RIGHT_SHARE, f"{hits:.0%}"


@prop(_("learns XOR"), points=1, inputs=xor, after="descent", count=1)
def learns_xor(answer: Answers, right: Facts, *task: Any) -> None:
    _learns(answer, *task)


@prop(
    _("separates concentric circles with 4 hidden units"),
    points=1,
    inputs=circles,
    after="descent",
    count=1,
)
def learns_circles(answer: Answers, right: Facts, *task: Any) -> None:
    _learns(answer, *task)


@prop(_("learns x², 1/x and sin x"), points=1, inputs=curves, after="descent", count=3)
def learns_curves(answer: Answers, right: Facts, *task: Any) -> None:
    _learns(answer, *task)


TRAIN = Exercise(
    "train_mlp(X, y, loss, hidden, epochs, batch_size, lr, rng) -> W1, b1, W2, b2",
    (descent, batches, learns_xor, learns_circles, learns_curves, pure(1, after="descent")),
)

TRAINING = (FORWARD, BACKWARD, MINIBATCHES, TRAIN)
