"""The domains of 07_optimizers: weights, gradients and averages of one shape, rates, penalties, what is dropped."""

from collections.abc import Callable

import numpy as np

from ...judging.arguments import Array
from ...judging.domain import FEW, MANY, SHARED, Choice, Domain, Making, Options, Traits, bands
from ...judging.draw import Args
from ...judging.parameters import Count, Number, Open, Seed, Text
from ...plain.call import Source, generator
from ...plain.numbers import Array as Numbers
from ..lengthy import entries, many, varied

SHAPES = ("(1,)", "(2,)", "(3-7,)", "(8-40,)", "2-d", "2-d, large", "3-d")
RATES = bands(1e-6, 12, zero=False)
BETAS = ("0", "(0.001, 0.1]", "(0.1, 1]")
# In places that no band tells: next to 1, and next to nothing.
NEAR_ONE, EPSILONS = ("0.999", "0.9999"), ("1", "1e-08", "1e-10", "1e-15")
GRADIENTS = ("2 * w", "w - 1", "np.sin(w)", "0.01 * w", "1000 * (w + 0.5)", "0 * w", "1e-6 * w")
CHANCES = ("0", "0.0001", "0.05", "0.2", "0.25", "0.5", "0.6", "0.75", "0.9", "0.95", "0.995")
TABLE = ("all equal", "some 0", "a row of 0")
EPOCHS = ("0", "1", "2-12", "13-100", "101-1000")


def _of_weights(name: str, signs: Options = ("mixed", "positive", "negative")) -> Array:
    return Array(name, SHARED, bands(0, 1e4), signs=signs)


def _rate(optional: bool = False) -> Number:
    return Number("lr", RATES, signs=("positive",), usual=("(0.1, 1]",), optional=optional)


def _beta(name: str) -> Number:
    return Number(name, BETAS, ("float",), ("positive",), NEAR_ONE, ("(0.1, 1]", "0.999"), optional=True)


def _epsilon() -> Number:
    magnitudes = bands(1e-12, 0.1, zero=False)
    return Number("eps", magnitudes, ("float",), ("positive",), EPSILONS, ("1e-08", "1e-10"), optional=True)


def _factor(name: str) -> Number:
    return Number(name, bands(1e-6, 12), signs=("positive",))


def _all_below_one(*betas: float) -> bool:
    return all(beta < 1 for beta in betas)


def _masked(making: Making) -> None:
    """A mask as `dropout_forward` makes it."""
    shape = (making.sizes["n"], making.sizes["d"])
    drawn = (making.rng.random(shape) < 0.5).astype(float)
    kept = {"all dropped": np.zeros(shape), "all kept": np.ones(shape)}.get(making.chosen["mix"], drawn)
    making.made["mask"] = kept / (1 - float(making.chosen["p"]))


def _of_mask(dY: Numbers, mask: Numbers) -> Traits:
    mix = "all dropped" if np.all(mask == 0) else "all kept" if np.all(mask > 0) else "mixed"
    kept = mask[mask > 0][:1]
    near = [f"p={p}" for p in CHANCES if kept.size and np.isclose(kept[0], 1 / (1 - float(p)), rtol=1e-9)]
    return dict.fromkeys([f"mix={mix}", *near], True)


def _of_steps(lr: float, drop: float, every: int, epoch: int) -> Traits:
    rest = epoch % every
    place = "before the first" if epoch < every else "first" if not rest else "last" if rest == every - 1 else "inside"
    return {f"step={place}": True}


# Epochs late in a training, with which rates still fall; and a k that is no integer, beyond 1.
LATE = ((0.5, 0.01, 150), (0.5, 0.001, 2500), (0.5, 0.0008, 2900), (0.5, 2.5, 3), (0.5, 3.7, 1))
# Steps that are tiny, and come far together, or are followed by larger ones; and some after the gradient is 0, as the
# averages are not; gradients that are large, and differ.
STILL_MOVING = (
    (Source("lambda w: np.ones(len(w))"), np.zeros(1), 60, 6e-7),
    (Source("lambda w: np.ones(len(w))"), np.zeros(1), 300, 6e-9),
    # Each of a thousand steps is of 9e-10, as eps is more than the gradient.
    (Source("lambda w: np.where(w < -9.0045e-7, 1.0, 9e-14)"), np.zeros(1), 1010, 1e-4),
    (Source("lambda w: 1e7 * w"), np.array([1.0, -2.0]), 5, 0.3),
    (Source("lambda w: w - 1"), many(130), 3, 0.1),
    (Source("lambda w: np.where(np.abs(w) > 1, np.sign(w), 0.0)"), np.array([1.25, -1.25]), 12, 0.1),
)


def _extreme(*averages: Callable[[Numbers], Numbers]) -> tuple[Args, ...]:
    """A large rate, as an integer; a small one with large gradients; many weights."""
    w, (long, slopes) = many(2, 3, 4), entries(2)
    calls = (w, w / 2, 16), (w, w * 25000.0, 2e-6), (long, slopes, 0.5)
    return tuple((w, g, *(average(w) for average in averages), lr) for w, g, lr in calls)


DOMAINS = {
    "sgd_step": Domain((_of_weights("w"), _of_weights("g"), _rate()), ("edges",), shapes=SHAPES, named=_extreme()),
    "momentum_step": Domain(
        (_of_weights("w"), _of_weights("g"), _of_weights("v"), _rate(), _beta("beta")),
        ("edges",),
        shapes=SHAPES,
        named=_extreme(lambda w: w / 4),
        legal=lambda w, g, v, lr, *beta: _all_below_one(*beta),
    ),
    "rmsprop_step": Domain(
        (_of_weights("w"), _of_weights("g"), _of_weights("s", ("positive",)), _rate(), _beta("beta"), _epsilon()),
        ("edges",),
        shapes=SHAPES,
        named=_extreme(np.ones_like),
        legal=lambda w, g, s, lr, *rest: _all_below_one(*rest[:1]),
    ),
    "adam_step": Domain(
        (
            _of_weights("w"),
            _of_weights("g"),
            _of_weights("m"),
            _of_weights("v", ("positive",)),
            Count("t", ("1", "2-12", "13-100", "101-1000", "> 1000"), ("1", "2-12")),
            _rate(optional=True),
            _beta("beta1"),
            _beta("beta2"),
            _epsilon(),
        ),
        ("edges",),
        shapes=SHAPES,
        legal=lambda w, g, m, v, t, *rest: _all_below_one(*rest[1:3]),
        named=((*entries(3), np.square(entries(4)[3]), 3, 0.25),),
    ),
    "step_decay": Domain(
        (
            _rate(),
            Number("drop", ("(0.001, 0.1]", "(0.1, 1]"), signs=("positive",), values=("1",)),
            Count("every", ("1", "2-12", "13-100")),
            Count("epoch", EPOCHS, ("2-12", "13-100")),
        ),
        ("edges",),
        where=_of_steps,
        named=((0.8, 0.5, 30, 90), (0.8, 0.9, 10, 250), (0.8, 0.97, 10, 2000), (0.8, 0.5, 200, 399)),
    ),
    "exponential_decay": Domain(
        (_rate(), _factor("k"), Count("epoch", (*EPOCHS, "> 1000"))),
        ("edges",),
        # Beyond, e^(k·epoch) overflows for who divides by it.
        legal=lambda lr, k, epoch: k * epoch <= 700,
        named=LATE,
    ),
    "inverse_time_decay": Domain(
        (_rate(), _factor("k"), Count("epoch", (*EPOCHS, "> 1000"))),
        ("edges",),
        named=(*LATE, (0.01, 40.0, 3000), (0.5, 0.45, 225)),
    ),
    "l2_penalty": Domain(
        (
            Array("W", ("r", "c"), bands(0, 1e4), special=TABLE),
            Number("lam", bands(1e-6, 100), signs=("positive",)),
            Count("n", ("1", "2-12", "13-100", "101-1000", "> 1000")),
        ),
        ("edges",),
        {"r": FEW, "c": FEW},
        named=((many(130, 3), 0.5, 10),),
    ),
    "l1_penalty": Domain(
        (
            Array("W", ("r", "c"), bands(0, 1e4), special=TABLE),
            Number("lam", bands(1e-6, 100), signs=("positive",)),
            Count("n", ("1", "2-12", "13-100", "101-1000", "> 1000")),
        ),
        ("corners",),
        {"r": FEW, "c": FEW},
        named=((many(130, 3), 0.5, 10),),
    ),
    "dropout_forward": Domain(
        (
            Array("X", ("n", "d"), bands(0, 1e4), special=TABLE),
            Number("p", (), ("float",), ("positive",), CHANCES, CHANCES),
            Seed(),
        ),
        ("applied",),
        {"n": MANY, "d": FEW},
        again=("n=8-40 & d=1", "X.magnitude=(0.001, 0.1]"),
        named=((many(130, 3), 0.25, generator(3)),),
    ),
    "dropout_backward": Domain(
        (Array("dY", ("n", "d"), bands(0, 1e4), special=TABLE), Open("mask")),
        ("edges",),
        {"n": MANY, "d": FEW},
        further={"p": Choice(CHANCES), "mix": Choice(("mixed", "all dropped", "all kept"), ("mixed",))},
        mend=_masked,
        where=_of_mask,
        again=("n=41-100 & mix=mixed", "p=0.0001 & mix=mixed"),
        named=((many(130, 3), 2.0 * (varied(130, 3) > 0)),),
        untried={"dY.magnitude=(0, 1e-12]: a hundredth off": "less than rounding may do, but where the mask is large"},
    ),
    "adam_minimize": Domain(
        (
            Text("grad", tuple(f"lambda w: {gradient}" for gradient in GRADIENTS)),
            Array("w", ("d",), bands(0, 100)),
            Count("steps", ("0", "1", "2-12", "13-100")),
            Number("lr", bands(1e-6, 1, zero=False), ("float",), ("positive",)),
        ),
        ("edges",),
        {"d": FEW},
        named=STILL_MOVING,
    ),
}
