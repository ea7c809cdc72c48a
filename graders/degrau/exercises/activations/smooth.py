"""03_activations, the smooth and the plain ones: identity, step, logistic, tanh, arctan, each with its derivative."""

from dataclasses import replace

import numpy as np

from ...base.text import _
from ...judging.draw import Array
from ...judging.laws import Answers, Facts, agrees, prop, pure
from ...judging.types import Exercise, Property
from ..numbers import array, array_off_zero, integers, mild, number, number_off_zero, saturated, zeros

ARRAYS = _("arrays of any shape")
INTEGERS = _("integers, without truncating the answer")
SATURATED = _("no warnings, and right, up to x = ±10000")


def numerical(function: str) -> Property:
    """The property that the answer is the numerical derivative of `function`."""

    @prop(
        _("numerical differences give the same slope"),
        points=1,
        inputs=mild,
        after="arrays",
    )
    def differences(answer: Answers, right: Facts, x: float | Array) -> None:
        answer(x).assert_is("slope", right.slope(function, 0, x))

    return differences


def saturation(part: str) -> Property:
    """The property that saturated inputs are no trouble; a billionth off is near enough to where the function ends."""

    @prop(SATURATED, points=1, inputs=saturated, after="arrays", edge=True)
    def ends(answer: Answers, right: Facts, x: float | Array) -> None:
        got, expected = answer(x), right(x)[part]
        got.assert_is(part, replace(expected, tolerance=expected.tolerance + 1e-9))
        got.assert_quiet()

    return ends


@prop(
    _("any number will do at x = 0"),
    points=1,
    inputs=zeros,
    after="arrays",
    edge=True,
)
def zero(answer: Answers, right: Facts, x: float | Array) -> None:
    got, expected = answer(x), right(x)["slope"]
    got.require(bool(np.isfinite(got.array("slope")).all()), _("it has to be a finite number"))
    got.assert_is("slope", expected.between(np.asarray(x) == 0, -1e300, 1e300))


IDENTITY = Exercise(
    "identity(x) -> y",
    (
        agrees("numbers", _("returns the number itself"), 1, number, ["y"]),
        agrees("arrays", ARRAYS, 1, array, ["y"]),
        pure(1, after="arrays"),
    ),
    curve=True,
)

D_IDENTITY = Exercise(
    "d_identity(x) -> slope",
    (
        agrees("numbers", _("the slope of the line"), 1, number, ["slope"]),
        agrees("arrays", ARRAYS, 1, array, ["slope"]),
        numerical("identity"),
        pure(1, after="arrays"),
    ),
    curve=True,
)

BINARY_STEP = Exercise(
    "binary_step(x) -> y",
    (
        agrees("numbers", _("1 for x > 0 and 0 for x < 0"), 1, number_off_zero, ["y"]),
        agrees("arrays", ARRAYS, 1, array_off_zero, ["y"]),
        agrees("zero", _("1 at x = 0 as well"), 1, zeros, ["y"], after="numbers", edge=True),
        pure(1, after="arrays"),
    ),
    smooth=False,
    curve=True,
)

D_BINARY_STEP = Exercise(
    "d_binary_step(x) -> slope",
    (
        agrees(
            "numbers",
            _("the slope of each level stretch"),
            1,
            number_off_zero,
            ["slope"],
        ),
        agrees("arrays", ARRAYS, 1, array_off_zero, ["slope"]),
        zero,
        pure(1, after="arrays"),
    ),
    smooth=False,
    curve=True,
)

LOGISTIC = Exercise(
    "logistic(x) -> y",
    (
        agrees("numbers", _("the value at a number"), 1, number, ["y"]),
        agrees("arrays", ARRAYS, 1, array, ["y"]),
        agrees("integers", INTEGERS, 1, integers, ["y"], after="arrays", edge=True),
        saturation("y"),
        pure(1, after="arrays"),
    ),
    curve=True,
)

D_LOGISTIC = Exercise(
    "d_logistic(x) -> slope",
    (
        agrees("numbers", _("the slope at a number"), 1, number, ["slope"]),
        agrees("arrays", ARRAYS, 1, array, ["slope"]),
        numerical("logistic"),
        agrees("integers", INTEGERS, 1, integers, ["slope"], after="arrays", edge=True),
        saturation("slope"),
        pure(1, after="arrays"),
    ),
    floor=0.25,
    curve=True,
)

TANH = Exercise(
    "tanh(x) -> y",
    (
        agrees("numbers", _("the value at a number"), 1, number, ["y"]),
        agrees("arrays", ARRAYS, 1, array, ["y"]),
        agrees("integers", INTEGERS, 1, integers, ["y"], after="arrays", edge=True),
        saturation("y"),
        pure(1, after="arrays"),
    ),
    curve=True,
)

D_TANH = Exercise(
    "d_tanh(x) -> slope",
    (
        agrees("numbers", _("the slope at a number"), 1, number, ["slope"]),
        agrees("arrays", ARRAYS, 1, array, ["slope"]),
        numerical("tanh"),
        agrees("integers", INTEGERS, 1, integers, ["slope"], after="arrays", edge=True),
        saturation("slope"),
        pure(1, after="arrays"),
    ),
    curve=True,
)

ARCTAN = Exercise(
    "arctan(x) -> y",
    (
        agrees("numbers", _("the value at a number"), 1, number, ["y"]),
        agrees("arrays", ARRAYS, 1, array, ["y"]),
        agrees("integers", INTEGERS, 1, integers, ["y"], after="arrays", edge=True),
        agrees("saturated", _("up to x = ±10000"), 1, saturated, ["y"], after="arrays", edge=True),
        pure(1, after="arrays"),
    ),
    curve=True,
)

D_ARCTAN = Exercise(
    "d_arctan(x) -> slope",
    (
        agrees("numbers", _("the slope at a number"), 1, number, ["slope"]),
        agrees("arrays", ARRAYS, 1, array, ["slope"]),
        numerical("arctan"),
        agrees("integers", INTEGERS, 1, integers, ["slope"], after="arrays", edge=True),
        agrees("saturated", _("up to x = ±10000"), 1, saturated, ["slope"], after="arrays", edge=True),
        pure(1, after="arrays"),
    ),
    curve=True,
)

ACTIVATIONS = (
    IDENTITY,
    D_IDENTITY,
    BINARY_STEP,
    D_BINARY_STEP,
    LOGISTIC,
    D_LOGISTIC,
    TANH,
    D_TANH,
    ARCTAN,
    D_ARCTAN,
)
