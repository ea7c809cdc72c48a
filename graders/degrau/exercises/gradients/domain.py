"""The domains of 05_gradients: operands of any shape and the gradient that arrives, and matrices."""

from dataclasses import replace

import numpy as np

from ...judging.arguments import Array, Entries, signed
from ...judging.domain import FEW, MANY, Choice, Domain, Making, Options, Traits, bands
from ...plain.numbers import Array as Numbers
from ..lengthy import entries, many
from .value_domain import EXPRESSIONS

ANY = signed(bands(0, 1e4))
# Whole operands are asked up to 1,000.
WHOLE = 700.0
SMALL, MANY_ENTRIES = 12.0, 8
# Nearly equal is no tie, however near.
APART = {"tie": 0.0, "3e-10 apart": 3e-10, "3e-7 apart": 3e-7, "3e-4 apart": 3e-4, "0.03 apart": 0.03}
# A divisor is not nearer to 0, nor less than this share of its terms.
LEAST, SHARE = 0.01, 0.1
LARGE = (30000.5, -20000.25, 40000.75, -25000.5)
# Many rows; and a single one, with a square W.
MATRICES = ((many(130, 5), many(4, 5), many(130, 4)), (many(1, 3), many(3, 3), many(4, 3)[1:2]))


def _entries(name: str, magnitudes: Options = ANY) -> Entries:
    return Entries(name, magnitudes, whole=WHOLE)


def _gate(operands: str, *again: str) -> Domain:
    far, long = (*LARGE[: len(operands)], 200000.5), entries(len(operands) + 1)
    return Domain(
        (*map(_entries, operands), _entries("dx")), ("integers",), mend=_moderated, again=again, named=(far, long)
    )


def _moderated(making: Making) -> None:
    """Few numbers are small ones; many may be large, since the largest answers give the others some room.

    The product of a large number and a small one, taken from squares, loses the small one's digits.
    """
    for name, value in making.made.items():
        if np.size(value) < MANY_ENTRIES:
            small = np.fmod(value, SMALL)
            making.made[name] = np.asarray(small) if isinstance(value, np.ndarray) else type(value)(small)


def _matrix(name: str, *shape: str) -> Array:
    special = ("all equal", "some 0", "a row of 0", "equal rows", "a constant column")
    return Array(name, shape, bands(0, 1e4), special=special, whole=WHOLE)


def _divisible(making: Making) -> None:
    """Where c + d is next to nothing, d becomes c, or 1."""
    _moderated(making)
    c, d = making.made["c"], making.made["d"]
    near = np.abs(np.add(c, d)) < np.maximum(LEAST, SHARE * np.maximum(np.abs(c), np.abs(d)))
    mended = np.where(near, np.where(np.abs(c) < LEAST, 1, c), d).astype(np.asarray(d).dtype)
    making.made["d"] = mended if isinstance(d, np.ndarray) else mended.item()


def _near(making: Making) -> None:
    """Most pairs become as near to each other as was chosen."""
    chosen, a, b = making.chosen["near"], making.made["a"], making.made["b"]
    if chosen == "both negative":
        a, b = -np.abs(a), -np.abs(b)
    elif chosen != "none":
        a = np.asarray(a, dtype=float)
        signs = making.rng.choice((1.0, -1.0), a.shape)
        b = np.where(making.rng.random(a.shape) < 0.7, a + APART[chosen] * signs, b)
    pair = {"a": np.asarray(a), "b": np.asarray(b)}
    making.made |= {name: v.item() if making.chosen["shape"] == "number" else v for name, v in pair.items()}


def _nearness(a: Numbers | float, b: Numbers | float, dx: Numbers | float) -> Traits:
    apart = np.abs(np.asarray(a, dtype=float) - b)
    found = {"near=both negative": (np.asarray(a) < 0) & (np.asarray(b) < 0), "near=tie": apart == 0}
    limits = (0.0, 1e-9, 1e-6, 1e-3, 0.1)
    for name, low, high in zip(tuple(APART)[1:], limits, limits[1:], strict=False):
        found[f"near={name}"] = (apart > low) & (apart <= high)
    return {trait: np.asarray(where) for trait, where in found.items() if np.any(where)}


DOMAINS = {
    "add_backward": _gate("ab", "b.kind=int & b.magnitude=-(12, 20]", "b.kind=int & b.magnitude=+(40, 100]"),
    "add3_backward": _gate("abc", "c.kind=int & c.magnitude=-(100, 700]"),
    "mul_backward": _gate("ab"),
    "mul_add_backward": _gate("abc"),
    "square_backward": _gate("a", "a.magnitude=-(0, 1e-12]", "dx.magnitude=+(0, 1e-12]", "dx.magnitude=-(0, 1e-12]"),
    "sum_of_squares_backward": _gate("abc"),
    # A tiny d shows where everything else is large.
    "composite_backward": replace(
        _gate("abcd", "a.magnitude=-(700, 10000]"),
        named=(entries(5), (*LARGE, 200000.5), (900.0, 700.0, 0.5, -1e-7, 1.5), (-800.0, 900.0, 3.0, 1e-7, -2.0)),
    ),
    "reciprocal_backward": Domain(
        (_entries("a", signed(bands(1e-3, 1e4, zero=False))), _entries("dx")),
        ("integers",),
        again=("dx.magnitude=-(1e-12, 1e-06]", "dx.magnitude=+(1e-12, 1e-06]", "dx.magnitude=+(1e-06, 0.001]"),
        # Next to 0, but not 0; two lone integers.
        named=((-(2.0**-14), 0.25), (2.0**-30, -1.5), (2, 3), entries(2)),
    ),
    "ratio_backward": Domain(
        (*map(_entries, "abc"), Entries("d", ANY, special=(), whole=WHOLE), _entries("dx")),
        ("integers",),
        mend=_divisible,
        again=("dx.magnitude=-(1e-12, 1e-06]",),
        named=((1, 2, 3, 4, 5), (*entries(3), entries()[0] + 8, entries(4)[3])),
    ),
    "max_backward": Domain(
        (*map(_entries, "ab"), _entries("dx")),
        ("ties",),
        further={"near": Choice(("none", *APART, "both negative"), ("none",), ("none",))},
        mend=_near,
        where=_nearness,
        named=(entries(3),),
    ),
    "relu_backward": Domain(
        (_entries("a"), _entries("dx")),
        ("kink",),
        named=((250000.0, 200000.5), entries(2)),
        again=(
            "shape=3-d",
            "shape=number & dx.kind=int",
            "dx.magnitude=-(1e-12, 1e-06]",
            "a.kind=int & a.magnitude=+(40, 100]",
        ),
    ),
    "matmul_backward": Domain(
        (_matrix("X", "n", "d"), _matrix("W", "k", "d"), _matrix("dY", "n", "k")),
        ("edges",),
        {"n": MANY, "d": FEW, "k": FEW},
        named=MATRICES,
    ),
    "affine_backward": Domain(
        (_matrix("X", "n", "d"), _matrix("W", "k", "d"), _matrix("dY", "n", "k")),
        ("edges",),
        {"n": MANY, "d": FEW, "k": FEW},
        named=MATRICES,
    ),
    "Value": Domain((EXPRESSIONS,), ("graphs",), named=EXPRESSIONS.alone),
}
