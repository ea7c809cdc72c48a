"""The domains of 01_adaline: numbers, examples with real targets, rates that do not leave the ground."""

import numpy as np

from ...judging.arguments import Array, Entries, signed
from ...judging.domain import FEW, MANY, Domain, Illegal, Making, bands
from ...judging.parameters import Count, Number
from ..lengthy import entries, many, varied

SPECIAL = ("all equal", "some 0", "a row of 0", "equal rows", "a constant column")
SIZES = {"n": MANY, "d": FEW}
# A rate times 1 + the largest |x|² is at most this, so that no step makes its own example's error larger.
STEADY = 1.9


def _examples(high: float = 1e6, low: float = 0.0) -> Array:
    return Array("X", ("n", "d"), bands(low, high), special=SPECIAL)


def _bias() -> Number:
    return Number("b", bands(1e-6, 1e4), ("float",))


def _steadied(making: Making) -> None:
    """A rate that is too large for these examples becomes one that is not."""
    X, lr = making.made["X"].astype(float), making.made["lr"]
    steepest = 1.0 + float(np.max(np.sum(np.square(X), axis=1)))
    if lr * steepest <= STEADY:
        return
    if making.rng.random() < 0.5:
        raise Illegal("the rate is too large")
    making.made["lr"] = float(f"{making.rng.choice((1.0, 0.3)) / steepest:.3g}")


# Sums of such examples are so large that what is cut off lies below the seven digits that are asked.
TRUNCATED = "less than one of sums of more than ten million"

# Many examples of many features, their targets, w and b.
LONG = (many(130, 21), many(130), many(21) / 8, 0.25)

DOMAINS = {
    "linear": Domain((Entries("z", signed(bands(0, 1e12))),), ("arrays",), named=(entries(),)),
    "adaline_output": Domain(
        (_examples(), Array("w", ("d",), bands(0, 1e6)), _bias()),
        ("edges",),
        SIZES,
        again=("X.kind=float & X.magnitude=(10000, 1e+06]", "X.kind=int & X.magnitude=(10000, 1e+06]"),
        named=(
            (np.array([[1000000, -3], [-999999, 5]]), np.array([1000000, -999999]), 0.5),
            (LONG[0], *LONG[2:]),
        ),
    ),
    "adaline_cost": Domain(
        (_examples(), Array("y", ("n",), bands(0, 1e6)), Array("w", ("d",), bands(0, 1e6)), _bias()),
        ("edges",),
        SIZES,
        again=(
            "b.magnitude=(100, 700]",
            "y.kind=int & y.magnitude=(12, 20]",
            "y.kind=int & y.magnitude=(100, 700]",
            "w.kind=int & w.magnitude=(40, 100]",
            "w.kind=int & w.magnitude=(100, 700]",
        ),
        named=(LONG,),
        untried={
            "X.kind=int & X.magnitude=(700, 10000]: truncated": TRUNCATED,
            "w.magnitude=(700, 10000]: truncated": TRUNCATED,
            "w.kind=int & w.magnitude=(700, 10000]: truncated": TRUNCATED,
        },
    ),
    "adaline_gradient": Domain(
        (_examples(), Array("y", ("n",), bands(0, 1e6)), Array("w", ("d",), bands(0, 1e6)), _bias()),
        ("edges",),
        SIZES,
        named=(LONG,),
    ),
    "adaline_update": Domain(
        (
            Array("w", ("d",), bands(0, 1e6)),
            _bias(),
            Array("x", ("d",), bands(0, 1e6)),
            Number("y", bands(1e-6, 1e4)),
            Number("lr", bands(1e-6, 12, zero=False), signs=("positive",)),
        ),
        ("edges",),
        {"d": FEW},
        # Errors that are small, where everything else is; rates that are small, and large.
        named=(
            (np.zeros(2), 0.0, np.array([1.0, -2.0]), 2.0**-14, 0.5),
            (np.zeros(2), 0.0, np.array([1.0, -2.0]), 3.0, 2.0**-16),
            (np.array([0.5, -2.0]), 0.25, np.array([1.5, 3.0]), -1.5, 16),
            (varied(130), 0.25, many(130), -1.5, 0.5),
        ),
    ),
    "train_adaline": Domain(
        (
            _examples(40, 1e-3),
            Array("y", ("n",), bands(0, 700)),
            Array("w", ("d",), bands(0, 100)),
            _bias(),
            Number("lr", bands(1e-6, 1, zero=False), ("float",), ("positive",), usual=("(0.001, 0.1]",)),
            Count("epochs", ("0", "1", "2-12", "13-100")),
        ),
        ("edges",),
        {"n": FEW, "d": FEW},
        mend=_steadied,
        # More epochs and rows than one might think are enough, and with this rate each epoch counts; weights beyond a
        # thousand; rates that are too large, of exact numbers: the cost rises, or stays while weights do not.
        named=(
            (np.array([[1.0]]), np.array([2.0]), np.array([-0.5]), 0.25, 2.0**-11, 1010),
            (np.array([[0.5, 0.25]]), np.array([3.0]), np.array([3000.0, -2000.0]), 0.25, 0.5, 3),
            (many(130, 2) / 4, many(130), np.array([0.5, -0.25]), 0.25, 0.125, 2),
            (np.array([[2.0]]), np.array([1.0]), np.zeros(1), 0.0, 1, 11),
            (np.array([[1.0]]), np.array([3.0]), np.array([0.5]), 0.25, 1.0, 5),
        ),
        most=12,
    ),
}
