"""03_activations, the rectifiers: ReLU and its relatives, each with its derivative, and PReLU's by alpha.

All but softplus have a kink at x = 0, where any slope between those of the two sides is right.
"""

import numpy as np

from ...base.text import Text, _
from ...judging.draw import Array, Inputs
from ...judging.laws import Answers, Facts, agrees, prop, pure, quiet
from ...judging.types import Exercise, Property
from ..numbers import array, array_off_zero, integers, mild, number_off_zero, saturated, zeros
from .alphas import (
    BETWEEN,
    DEFAULT,
    DEPTHS,
    ELU_ARRAY,
    ELU_NUMBER,
    LEAKS,
    LEAKY_ARRAY,
    LEAKY_EDGES,
    LEAKY_NUMBER,
    LEARNED,
    LEARNED_ARRAY,
    LEARNED_EDGES,
    NO_DEPTH,
    STEEP,
    edges,
    followed,
    mild_number,
)

NUMBERS = _("the value at a number")
SLOPES = _("the slope at a number")
ARRAYS = _("arrays of any shape")
EDGES = _("zeros, integers and large numbers")
OMITTED = _("zeros, integers, large numbers and alpha left out")
QUIET = _("no warnings, and right, up to x = ±10000")
OMITTED_QUIET = _("integers, alpha left out, and up to x = ±10000 without warnings")


def inclines(
    name: str,
    title: Text,
    inputs: Inputs,
    left: float = 0.0,
    after: str | None = None,
    silent: bool = False,
    edge: bool = False,
) -> Property:
    """The property that the slopes are the reference's, and at x = 0 anything between those of the two sides.

    `left`: the slope on the left of 0 where the call gives no alpha. `silent`: no RuntimeWarning may be caused.
    """

    def law(answer: Answers, right: Facts, x: float | Array, *alpha: float) -> None:
        expected = right(x, *alpha)["slope"].between(np.asarray(x) == 0, alpha[0] if alpha else left, 1.0)
        got = answer(x, *alpha)
        got.assert_is("slope", expected)
        if silent:
            got.assert_quiet()

    return Property(name, title, 1, inputs, law, after, edge=edge)


def at_the_kink(low: str, inputs: Inputs) -> Property:
    """The property that the slope at x = 0 is one of those that are right there."""
    title = _("at x = 0, any slope between {low} and 1").filled(low=low)
    return inclines("zero", title, inputs, after="numbers", edge=True)


def numerical(function: str, inputs: Inputs, parameter: int = 0) -> Property:
    """The property that the answer is the numerical derivative of `function` by its argument number `parameter`."""

    @prop(
        _("numerical differences give the same slope"),
        points=1,
        inputs=inputs,
        after="numbers",
    )
    def differences(answer: Answers, right: Facts, *args: object) -> None:
        answer(*args).assert_is("slope", right.slope(function, parameter, *args))

    return differences


RELU = Exercise(
    "relu(x) -> y",
    (
        agrees("numbers", NUMBERS, 1, number_off_zero, ["y"]),
        agrees("arrays", ARRAYS, 1, array, ["y"]),
        agrees("edges", EDGES, 1, edges, ["y"], after="numbers", edge=True),
        pure(1, after="arrays"),
    ),
    curve=True,
)

D_RELU = Exercise(
    "d_relu(x) -> slope",
    (
        inclines("numbers", SLOPES, number_off_zero),
        inclines("arrays", ARRAYS, array_off_zero),
        numerical("relu", mild),
        at_the_kink("0", zeros),
        inclines("edges", EDGES, edges, after="zero", edge=True),
        pure(1, after="arrays"),
    ),
    curve=True,
)

LEAKY_RELU = Exercise(
    "leaky_relu(x, alpha) -> y",
    (
        agrees("numbers", NUMBERS, 1, LEAKY_NUMBER, ["y"]),
        agrees("arrays", ARRAYS, 1, LEAKY_ARRAY, ["y"]),
        agrees("edges", OMITTED, 1, LEAKY_EDGES, ["y"], after="numbers", edge=True),
        pure(1, after="arrays"),
    ),
    curve=True,
)

D_LEAKY_RELU = Exercise(
    "d_leaky_relu(x, alpha) -> slope",
    (
        inclines("numbers", SLOPES, LEAKY_NUMBER),
        inclines("arrays", ARRAYS, LEAKY_ARRAY),
        numerical("leaky_relu", followed(mild, LEAKS)),
        at_the_kink("alpha", followed(zeros, LEAKS)),
        inclines("edges", OMITTED, LEAKY_EDGES, left=0.01, after="zero", edge=True),
        pure(1, after="arrays"),
    ),
    curve=True,
)

PRELU = Exercise(
    "prelu(x, alpha) -> y",
    (
        agrees("numbers", NUMBERS, 1, followed(number_off_zero, BETWEEN), ["y"]),
        agrees(
            "any_alpha",
            _("alpha above 1 or negative"),
            1,
            followed(number_off_zero, STEEP),
            ["y"],
            after="numbers",
        ),
        agrees("arrays", ARRAYS, 1, LEARNED_ARRAY, ["y"]),
        agrees("edges", EDGES, 1, LEARNED_EDGES, ["y"], after="numbers", edge=True),
        pure(1, after="arrays"),
    ),
    curve=True,
)

D_PRELU = Exercise(
    "d_prelu(x, alpha) -> slope",
    (
        inclines("numbers", SLOPES, followed(number_off_zero, LEARNED)),
        inclines("arrays", ARRAYS, LEARNED_ARRAY),
        numerical("prelu", followed(mild, LEARNED)),
        at_the_kink("alpha", followed(zeros, LEARNED)),
        inclines("edges", EDGES, LEARNED_EDGES, after="zero", edge=True),
        pure(1, after="arrays"),
    ),
    curve=True,
)

D_PRELU_ALPHA = Exercise(
    "d_prelu_alpha(x, alpha) -> slope",
    (
        agrees("numbers", SLOPES, 1, followed(number_off_zero, LEARNED), ["slope"]),
        agrees("arrays", ARRAYS, 1, LEARNED_ARRAY, ["slope"]),
        numerical("prelu", followed(mild_number, LEARNED), parameter=1),
        agrees("edges", EDGES, 1, LEARNED_EDGES, ["slope"], after="numbers", edge=True),
        pure(1, after="arrays"),
    ),
    curve=True,
)

ELU = Exercise(
    "elu(x, alpha) -> y",
    (
        agrees("numbers", NUMBERS, 1, ELU_NUMBER, ["y"]),
        agrees("arrays", ARRAYS, 1, ELU_ARRAY, ["y"]),
        agrees(
            "integers",
            _("zeros, integers and alpha left out"),
            1,
            followed(integers, DEFAULT + DEPTHS),
            ["y"],
            after="numbers",
            edge=True,
        ),
        quiet("saturated", QUIET, 1, followed(saturated, DEPTHS), after="numbers"),
        pure(1, after="arrays"),
    ),
    curve=True,
)

D_ELU = Exercise(
    "d_elu(x, alpha) -> slope",
    (
        inclines("numbers", SLOPES, ELU_NUMBER),
        inclines("arrays", ARRAYS, ELU_ARRAY),
        numerical("elu", followed(mild, DEPTHS)),
        at_the_kink("alpha", followed(zeros, DEPTHS + NO_DEPTH)),
        inclines(
            "saturated",
            OMITTED_QUIET,
            followed(edges, DEFAULT + DEPTHS),
            left=1.0,
            after="zero",
            silent=True,
            edge=True,
        ),
        pure(1, after="arrays"),
    ),
    curve=True,
)

SOFTPLUS = Exercise(
    "softplus(x) -> y",
    (
        agrees("numbers", NUMBERS, 1, number_off_zero, ["y"]),
        agrees("arrays", ARRAYS, 1, array, ["y"]),
        agrees("integers", _("zeros and integers"), 1, integers, ["y"], after="numbers", edge=True),
        quiet("saturated", QUIET, 1, saturated, after="numbers"),
        pure(1, after="arrays"),
    ),
    curve=True,
)

D_SOFTPLUS = Exercise(
    "d_softplus(x) -> slope",
    (
        agrees("numbers", SLOPES, 1, number_off_zero, ["slope"]),
        agrees("arrays", ARRAYS, 1, array, ["slope"]),
        numerical("softplus", mild),
        agrees("integers", _("zeros and integers"), 1, integers, ["slope"], after="numbers", edge=True),
        quiet("saturated", QUIET, 1, saturated, after="numbers"),
        pure(1, after="arrays"),
    ),
    curve=True,
)

RECTIFIERS = (
    RELU,
    D_RELU,
    LEAKY_RELU,
    D_LEAKY_RELU,
    PRELU,
    D_PRELU,
    ELU,
    D_ELU,
    SOFTPLUS,
    D_SOFTPLUS,
    D_PRELU_ALPHA,
)
