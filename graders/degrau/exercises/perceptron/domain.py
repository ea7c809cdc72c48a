"""The domains of 00_perceptron. Decisions are never close: every sum is far from 0, or every term of it is 0."""

import numpy as np

from ...judging.arguments import Array, Entries, signed
from ...judging.domain import FEW, MANY, Choice, Domain, Illegal, Making, Traits, band, bands
from ...judging.parameters import Count, Labels, Number
from ...plain.numbers import Array as Numbers
from ..lengthy import MANY as LONG
from ..lengthy import entries, many, varied

# Of the sizes of the terms, so that arithmetic in float32 decides alike in any order.
CLEAR = 1e-4
SPECIAL = ("all equal", "some 0", "a row of 0", "equal rows")
RATES = bands(1e-6, 12, zero=False)


def _exact(name: str, shape: tuple[str, ...], magnitudes: tuple[str, ...], special: tuple[str, ...]) -> Array:
    return Array(name, shape, magnitudes, forms=("exact",), special=special)


def _is_clear(X: Numbers, w: Numbers, b: float) -> bool:
    """Whether no example is so near the line that rounding could decide."""
    X = np.atleast_2d(X).astype(float)
    return bool(np.all(np.abs(X @ w + b) >= CLEAR * (np.abs(X) @ np.abs(w) + abs(b))))


def _is_off_the_line(X: Numbers, w: Numbers, b: float) -> bool:
    """Whether no example is on the line either: which class that is, is a property of its own."""
    return _is_clear(X, w, b) and bool(np.all(np.atleast_2d(X).astype(float) @ w + b != 0))


def _is_clear_all_along(X: Numbers, y: Numbers, w: Numbers, b: float, lr: float, epochs: int) -> bool:
    """The same for every example that is met in training, whose weights are exact in float32 too."""
    w = w.astype(float)
    for _epoch in range(epochs):
        for x, label in zip(X, y, strict=True):
            state = np.array([*w, b])
            if not _is_clear(x, w, b) or np.any(state.astype(np.float32) != state):
                return False
            error = label - float(w @ x + b >= 0)
            w, b = w + lr * error * x, b + lr * error
    return True


def _on_both_sides(making: Making) -> None:
    """Every second example is the opposite of the one before it, where nothing else is asked of the examples."""
    X = making.made["X"]
    if making.chosen["X.sign"] == "mixed" and making.chosen["X.special"] == "none":
        X[1::2] = -X[: len(X) - 1 : 2]


def _predicted(making: Making) -> None:
    """A sample that the neuron gets wrong, or right, as chosen."""
    w, b, x, y = (making.made[name] for name in ("w", "b", "x", "y"))
    if _of_sample(w, b, x, y).get(f"prediction={making.chosen['prediction']}") is not True:
        raise Illegal("the neuron says the opposite")


def _of_sample(w: Numbers, b: float, x: Numbers, y: float, lr: float = 1.0) -> Traits:
    return {f"prediction={'right' if (x.astype(float) @ w + b >= 0) == y else 'wrong'}": True}


def _answers(X: Numbers, w: Numbers, b: float) -> Traits:
    z = np.asarray(X).astype(float) @ w + b
    kind = "all 1" if np.all(z >= 0) else "all 0" if np.all(z < 0) else "both"
    return {f"answers={kind}": True, f"largest z={band(min(float(np.max(np.abs(z))), 1e12))}": True}


DOMAINS = {
    "step": Domain((Entries("z", (*signed(bands(0, 1e12)), "-0")),), ("zero",), labels=True, named=(entries(),)),
    "predict": Domain(
        (
            _exact("X", ("n", "d"), bands(0, 1e6), SPECIAL),
            _exact("w", ("d",), bands(0, 1e6), ("all equal", "some 0")),
            Number("b", bands(1e-6, 1e4), ("float",), exact=True),
        ),
        ("edges",),
        {"n": MANY, "d": FEW},
        mend=_on_both_sides,
        legal=_is_off_the_line,
        where=_answers,
        labels=True,
        again=(
            "w.magnitude=(0, 1e-12]",
            "w.magnitude=(1e-06, 0.001]",
            "w.kind=int & w.magnitude=(100, 700]",
        ),
        named=(
            (np.array([[1000000, -3], [-999999, 5]]), np.array([1000000, -999999]), 0.5),
            (many(130, 21), many(21), 0.5),
            (-many(1, 21), many(21), 0.5),
        ),
    ),
    "perceptron_update": Domain(
        (
            _exact("w", ("d",), bands(0, 1e6), ("all equal", "some 0")),
            Number("b", bands(1e-6, 1e4), ("float",), exact=True),
            _exact("x", ("d",), bands(0, 1e6), ("all equal", "some 0")),
            Labels("y"),
            Number("lr", RATES, signs=("positive",)),
        ),
        ("integers",),
        {"d": FEW},
        # A right prediction hides everything else.
        further={"prediction": Choice(("wrong", "right"), ("wrong",))},
        mend=_predicted,
        where=_of_sample,
        again=("lr.magnitude=(1e-06, 0.001]",),
        named=(
            (np.array([0.5, -2.0]), 0.25, np.array([1.5, 3.0]), 1, 16),
            (varied(LONG), -2000.0, many(LONG), 1, 0.5),
        ),
        legal=lambda w, b, x, y, lr: _is_off_the_line(x, w, b),
    ),
    "train_perceptron": Domain(
        (
            _exact("X", ("n", "d"), bands(1e-3, 700, zero=False), SPECIAL),
            Labels("y", ("n",)),
            _exact("w", ("d",), bands(1e-3, 100), ("all equal", "some 0")),
            Number("b", bands(1e-3, 100), ("float",), exact=True),
            Number("lr", RATES, signs=("positive",), exact=True),
            Count("epochs", ("0", "1", "2-12", "13-100")),
        ),
        ("edges",),
        {"n": FEW, "d": FEW},
        # More epochs, and more rows, than one might think are enough; steps that are small beside the weights.
        named=(
            (np.array([[2.5, -3.5], [2.5, -3.5]]), np.array([0, 1]), np.array([64.5, -32.25]), 0.5, 0.125, 510),
            (np.array([[0.5, 0.25]]), np.array([1]), np.array([-4096.0, 1024.0]), 1024.0, 2.0**-9, 3),
            (many(130, 3), (many(130) > 0) * 1.0, many(3), 0.5, 1.0, 3),
        ),
        legal=_is_clear_all_along,
        most=12,
    ),
}
