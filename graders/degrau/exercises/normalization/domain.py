"""The domains of 12_normalization: batches with a constant column or an outlier, scales, statistics, eps.

What is normalised varies about as much as it is large, or is one exact number: rounding is then the same for every
right answer. Forward is asked by a script, and backward gets its cache as text: both are read to see what they ask.
"""

from collections.abc import Callable, Sequence
from functools import partial
from itertools import takewhile

import numpy as np

from ...judging.arguments import Array
from ...judging.domain import FEW, LEFT_OUT, MANY, Argument, Domain, Illegal, Making, Options, Traits, bands
from ...judging.draw import Args
from ...judging.parameters import Number, Open
from ...plain.call import Source
from ...plain.numbers import Array as Numbers
from ..lengthy import MANY as LONG
from ..lengthy import varied
from .norms import kept, output

FLAT = ("all equal", "some 0")
TABLE = (*FLAT, "a row of 0", "equal rows", "a constant column")
# The deviation is this part of the largest number, or more.
SPREAD = 0.03
# Larger numbers that are all the same are not asked: a mean that is off by rounding is far from 0 beside a small eps.
MOST_CONSTANT = 100.0
MOST_NUMBERS = 600
# To few numbers little goes back, of large terms that cancel: larger ones than these leave float32 no digits.
FEWEST, MOST_CANCELLED, DEFAULT = 4, 100.0, 1e-5

X = Array("X", ("n", "d"), bands(0, 1e6), special=TABLE)
SCALE, SHIFT = (Array(name, ("d",), bands(0, 100), ("float",), special=FLAT) for name in ("gamma", "beta"))
EPS = Number("eps", bands(1e-6, 100, zero=False), ("float",), ("positive",), optional=True)
ARRIVING = Array("dY", ("n", "d"), bands(0, 1e4), ("float",), special=(*FLAT, "a row of 0"))
MEAN = Array("mean", ("d",), bands(0, 1e4), ("float",), special=FLAT)
VARIANCE = Array("var", ("d",), bands(0, 1e4), ("float",), signs=("positive",), special=FLAT)
MOMENTUM = Number("momentum", bands(1e-3, 1, zero=False), ("float",), ("positive",), ("0", "1"), optional=True)

BATCH: dict[str, Options] = {"n": MANY[1:], "d": FEW}
ROWS: dict[str, Options] = {"n": FEW, "d": MANY}
# The batch's axis, and that of a row.
COLUMNS, ALONG_ROWS = 0, 1


def _varies(X: Numbers, axis: int) -> bool:
    """Whether each column, or row, varies enough, or is one exact number that is not too large."""
    X = X.astype(float)
    most, least = X.max(axis), X.min(axis)
    exact = (most.astype(np.float32) == most) & (np.abs(most) <= MOST_CONSTANT)
    enough = X.std(axis) >= SPREAD * np.maximum(np.abs(most), np.abs(least))
    return X.size <= MOST_NUMBERS and bool(np.all(np.where(most == least, exact, enough)))


def _cancels(making: Making, axis: int) -> bool:
    """Whether what goes back is little beside the terms that it is the difference of."""
    X, eps = making.made["X"], making.made["eps"]
    var = X.astype(float).var(axis) + (DEFAULT if eps is LEFT_OUT else eps)
    terms = np.max(np.abs(making.made["gamma"])) * np.max(np.abs(making.made["dY"])) / np.sqrt(np.min(var))
    return X.shape[axis] < FEWEST and bool(terms > MOST_CANCELLED)


def _outlying(axis: int) -> Args:
    """X, gamma, beta and eps where one of many numbers is far from the others."""
    X = np.array([[64.0, *(i % 5 for i in range(15))], [*(i % 3 for i in range(15)), -32.0], [*range(16)]])
    X = X.T if axis == COLUMNS else X
    gamma = np.arange(1.0, X.shape[1] + 1) / 4
    return X, gamma, 1 - gamma, 0.5


def _lengthy(axis: int) -> Args:
    """X, gamma, beta and eps with a batch, or rows, of many numbers."""
    X = varied(LONG, 2) if axis == COLUMNS else varied(2, LONG)
    return X, varied(X.shape[1]), varied(X.shape[1]) / 2, 0.5


def _tabulated(making: Making, axis: int) -> None:
    """A table that may be normalised along this axis."""
    if not _varies(making.made["X"], axis):
        raise Illegal("rounding would decide")


def _args(making: Making, arguments: Sequence[Argument]) -> Args:
    """What was made for these arguments, up to the first that is left out."""
    return tuple(takewhile(lambda value: value is not LEFT_OUT, (making.made[a.name] for a in arguments)))


def _read(forward: str, *call: object) -> Args:
    """What is asked by a script, or by dY and the text of a cache: dY, where there is one, and forward's arguments."""
    names: dict[str, Callable[..., Args]] = {
        forward: lambda *args: (args, args),
        forward.replace("forward", "backward"): lambda dY, args: (dY, *args),
    }
    *before, text = call
    assert isinstance(text, Source)
    return *before, *text.value(names)


def _traits(plain: Domain, forward: str, *call: object) -> Traits:
    """The traits of what is asked, as those of a plain call."""
    return {"eps.given=left out": False, **plain.traits(_read(forward, *call))}


def _forward(forward: str, sizes: dict[str, Options], axis: int) -> Domain:
    arguments = (X, SCALE, SHIFT, EPS)

    def written(making: Making) -> None:
        _tabulated(making, axis)
        script = output(forward, *_args(making, arguments))
        making.made |= {"X": script, **{a.name: LEFT_OUT for a in arguments[1:]}}

    return Domain(
        arguments,
        ("edges",),
        sizes,
        mend=written,
        where=partial(_traits, Domain(arguments, (), sizes), forward),
        example=partial(_read, forward),
        most=32,
        again=("X.magnitude=(1e-12, 1e-06]",),
        named=((output(forward, *_outlying(axis)),), (output(forward, *_lengthy(axis)),)),
    )


def _backward(forward: str, sizes: dict[str, Options], axis: int) -> Domain:
    arguments = (X, SCALE, SHIFT, EPS)

    def written(making: Making) -> None:
        making.made |= {argument.name: argument.make(making) for argument in arguments}
        _tabulated(making, axis)
        if _cancels(making, axis):
            raise Illegal("float32 has no digits left")
        making.made["cache"] = kept(forward, *_args(making, arguments))

    return Domain(
        (ARRIVING, Open("cache")),
        ("edges",),
        sizes,
        further={key: choice for argument in arguments for key, choice in argument.choices.items()},
        mend=written,
        where=partial(_traits, Domain((ARRIVING, *arguments), (), sizes), forward),
        example=partial(_read, forward),
        most=32,
        again=("gamma.magnitude=(12, 20]", "gamma.magnitude=(40, 100]", "eps.magnitude=(40, 100]"),
        named=tuple((args[0] / 64, kept(forward, *args)) for args in (_outlying(axis), _lengthy(axis))),
    )


DOMAINS = {
    "batch_norm_forward": _forward("batch_norm_forward", BATCH, COLUMNS),
    "batch_norm_backward": _backward("batch_norm_forward", BATCH, COLUMNS),
    "layer_norm_forward": _forward("layer_norm_forward", ROWS, ALONG_ROWS),
    "layer_norm_backward": _backward("layer_norm_forward", ROWS, ALONG_ROWS),
    "running_statistics": Domain(
        (MEAN, VARIANCE, X, MOMENTUM),
        ("edges",),
        BATCH,
        mend=partial(_tabulated, axis=COLUMNS),
        named=((varied(2), varied(2) ** 2, varied(LONG, 2), 0.25),),
    ),
    "batch_norm_inference": Domain(
        (X, SCALE, SHIFT, MEAN, VARIANCE, EPS),
        ("edges",),
        {"n": MANY, "d": FEW},
        legal=lambda X, *rest: X.size <= MOST_NUMBERS,
        named=((varied(LONG, 2), varied(2), varied(2), varied(2), varied(2) ** 2, 0.5),),
    ),
}
