"""The domains of 02_sigmoid_neuron: examples, labels and probabilities; in training no sum goes beyond 15."""

import math

import numpy as np

from ...judging.arguments import ORDINARY, Array, Entries, signed
from ...judging.domain import FEW, MANY, Choice, Domain, Illegal, Making, Traits, band, bands
from ...judging.parameters import Count, Labels, Number, Open
from ...plain.numbers import Array as Numbers
from ..lengthy import entries, many

SPECIAL = ("all equal", "some 0", "a row of 0", "equal rows", "a constant column")
SIZES = {"n": MANY, "d": FEW}
# Probabilities that one example has: of the label 1, or of the other one.
NEARLY = {
    # Whoever takes 1 − |y − p| finds it, too.
    "2 ** -40": 2.0**-40,
    "1e-9": 1e-9,
    "1e-5": 1e-5,
    "0.01": 0.01,
    "0.99": 0.99,
    "0.9999": 0.9999,
    "1 - 1e-6": 1 - 1e-6,
    "1 - 1e-9": 1 - 2.0**-30,
}
GUESSES = (*NEARLY, "ordinary", "all 0.5", "all equal", "certain and right", "all certain and right")
CALM, FARTHEST = 14.0, 1e4
# Many examples of many features, their labels, w and b.
LONG = (many(130, 21), (many(130) > 0) * 1.0, many(21) / 64, 0.25)


def _examples(high: float = 1e4, low: float = 0.0) -> Array:
    return Array("X", ("n", "d"), bands(low, high), special=SPECIAL)


def _bias() -> Number:
    return Number("b", bands(1e-6, 1e4), ("float",))


def _of_sums(X: Numbers, *rest: Numbers | float) -> Traits:
    w, b = rest[-2:]
    z = X.astype(float) @ np.asarray(w) + b
    side = "positive" if np.all(z > 0) else "negative" if np.all(z < 0) else "both"
    return {f"z={band(min(float(np.max(np.abs(z))), 1e12))}": True, f"z is {side}": True}


def _unsaturated(making: Making) -> None:
    """Where the bias is to be an ordinary one, one example is not saturated: the bias makes up for its inputs."""
    z = float(making.made["X"][0].astype(float) @ making.made["w"])
    ordinary = making.chosen["b.magnitude"] in ORDINARY
    if ordinary and abs(z) <= FARTHEST and (z > 0.5) == (making.chosen["b.sign"] == "negative"):
        making.made["b"] = 0.5 - z


def _guessed(making: Making) -> None:
    """Probabilities, one of them as chosen."""
    rng, y, guess = making.rng, making.made["y"], making.chosen["guess"]
    p = rng.integers(7, 58, len(y)) / 64
    place = int(rng.integers(len(y)))
    if guess in NEARLY:
        p[place] = NEARLY[guess]
        # The label that this is far from, so that it costs something.
        y[place] = p[place] < 0.5
    elif guess.startswith("all equal") or guess == "all 0.5":
        p[:] = 0.5 if guess == "all 0.5" else p[0]
    elif guess == "certain and right":
        p[place] = y[place]
    elif guess == "all certain and right":
        p = y.astype(float)
    making.made["p"] = p


def _of_guesses(y: Numbers, p: Numbers) -> Traits:
    tests = {name: bool(np.any(p == number)) for name, number in NEARLY.items()}
    tests |= {
        "ordinary": bool(np.any((p > 0.1) & (p < 0.9))),
        "all 0.5": bool(np.all(p == 0.5)),
        "all equal": len(p) > 1 and bool(np.all(p == p[0])),
        "certain and right": bool(np.any(((p == 0) | (p == 1)) & (p == y))),
        "all certain and right": bool(np.all(p == y)),
    }
    return {f"guess={name}": True for name, holds in tests.items() if holds}


def _calmed(making: Making) -> None:
    """Weights and a rate with which no weighted sum goes beyond 14, whatever is learned."""
    X, w, b = making.made["X"].astype(float), making.made["w"], making.made["b"]
    times = float(np.max(np.abs(X @ w))) / (CALM / 2 - abs(b))
    if times > 1 and making.chosen["X.magnitude"] not in ORDINARY and making.chosen["w.kind"] == "float":
        w = making.made["w"] = w / 2 ** math.ceil(math.log2(times))
    lr, epochs = making.made["lr"], max(1, making.made["epochs"])
    start, steepest = float(np.max(np.abs(X @ w + b))), 1.0 + float(np.max(np.sum(np.square(X), axis=1)))
    if start + lr * epochs * steepest <= CALM:
        return
    if start > CALM / 2 or making.chosen["lr.kind"] == "int":
        raise Illegal("the sums become too large")
    making.made["lr"] = float(f"{CALM / 2 / epochs / steepest:.2g}")


DOMAINS = {
    "sigmoid": Domain((Entries("z", signed(bands(0, 1e4))),), ("far",), named=(entries(),)),
    "neuron_output": Domain(
        (_examples(), Array("w", ("d",), bands(0, 100)), _bias()),
        ("far",),
        SIZES,
        mend=_unsaturated,
        where=_of_sums,
        again=("X.kind=float & w.kind=int", "X.kind=int & X.magnitude=(12, 20]"),
        named=((LONG[0], *LONG[2:]),),
    ),
    "binary_cross_entropy": Domain(
        (Labels("y", ("n",)), Open("p")),
        ("certain",),
        {"n": MANY},
        # Many unlikely labels, whose probabilities multiply to nothing; many of all kinds; a single impossible one.
        named=(
            (np.arange(80) % 2, np.where(np.arange(80) % 2, 2.0**-20, 1 - 2.0**-20)),
            ((many(260) > 0) * 1.0, (np.arange(260) % 61 + 1.0) / 64),
            (np.ones(20), np.where(np.arange(20) == 13, 0.0, 0.5)),
        ),
        further={"guess": Choice(GUESSES, ("ordinary",))},
        mend=_guessed,
        where=_of_guesses,
    ),
    "bce_gradient": Domain(
        (_examples(), Labels("y", ("n",)), Array("w", ("d",), bands(0, 100)), _bias()),
        ("far",),
        SIZES,
        mend=_unsaturated,
        where=_of_sums,
        named=(LONG,),
    ),
    "train_neuron": Domain(
        (
            _examples(40, 1e-3),
            Labels("y", ("n",)),
            Array("w", ("d",), bands(0, 5)),
            Number("b", bands(1e-3, 5), ("float",)),
            Number("lr", bands(1e-6, 5, zero=False), signs=("positive",)),
            Count("epochs", ("0", "1", "2-12", "13-100")),
        ),
        ("edges",),
        {"n": FEW, "d": FEW},
        # More epochs and rows than one might think are enough, at a rate with which all epochs count; weights beyond
        # ten.
        named=(
            (np.array([[1.0]]), np.array([1]), np.array([-0.5]), 0.25, 2.0**-9, 510),
            (np.array([[0.5, -0.25]]), np.array([0]), np.array([12.0, -16.0]), -8.0, 0.5, 3),
            (many(130, 2) / 8, (many(130) > 0) * 1.0, np.array([0.5, -0.25]), 0.25, 0.5, 2),
        ),
        mend=_calmed,
        most=12,
    ),
}
