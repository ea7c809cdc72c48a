"""03_activations: what must hold of an activation function and of its derivative, and the exercises made of that.

All are asked for at a number, on arrays of any shape, and for what else belongs to each; all can be drawn. Where a
function has a kink, any slope between those of its two sides is right; where it jumps, any number will do.
"""

from collections.abc import Callable

import numpy as np

from ...base.text import Text, _
from ...judging.draw import Inputs
from ...judging.laws import Answers, Facts, agrees, prop, pure, quiet
from ...judging.types import Exercise, Faint, Property
from ...plain.numbers import Array
from ..faint import billionth
from ..numbers import LEVELLING, array, integers, mild, number, saturated, zeros

NUMBERS = _("the value at a number")
SLOPES = _("the slope at a number")
ARRAYS = _("arrays of any shape")
INTEGERS = _("integers, without truncating the answer")
FAR = _("up to x = ±10000")
SATURATED = _("no warnings, and right, up to x = ±10000")


def numerical(function: str, inputs: Inputs, after: str = "numbers", parameter: int = 0) -> Property:
    """The property that the answer is the numerical derivative of `function` by its argument number `parameter`."""

    @prop(_("numerical differences give the same slope"), points=1, inputs=inputs, after=after)
    def differences(answer: Answers, right: Facts, *args: object) -> None:
        answer(*args).assert_is("slope", right.slope(function, parameter, *args))

    return differences


def levels_off(_part: str) -> Property:
    """The property that saturated inputs are no trouble."""
    return quiet("ends", SATURATED, 1, saturated, "arrays", named=LEVELLING)


def far(part: str) -> Property:
    """The property that the answer is right for large numbers too."""
    return agrees("saturated", FAR, 1, saturated, [part], "arrays", edge=True)


@prop(_("any number will do at x = 0"), points=1, inputs=zeros, after="arrays", edge=True)
def zero(answer: Answers, right: Facts, x: float | Array) -> None:
    got, expected = answer(x), right(x)["slope"]
    got.require(bool(np.isfinite(got.array("slope")).all()), _("it has to be a finite number"))
    got.assert_is("slope", expected.between(np.asarray(x) == 0, -1e300, 1e300))


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


def activation(
    signature: str,
    numbers: Inputs,
    arrays: Inputs,
    *further: Property,
    title: Text = NUMBERS,
    steep: Inputs | None = None,
    smooth: bool = True,
    faint: Faint = billionth,
) -> Exercise:
    """The exercise of an activation function; `steep` are numbers with an alpha above 1 or below 0."""
    any_alpha = _("alpha above 1 or negative")
    return Exercise(
        signature,
        (
            agrees("numbers", title, 1, numbers, ["y"]),
            *([agrees("any_alpha", any_alpha, 1, steep, ["y"], "numbers")] if steep else ()),
            agrees("arrays", ARRAYS, 1, arrays, ["y"]),
            *further,
            pure(1, after="arrays"),
        ),
        smooth,
        faint=faint,
        sharp=True,
        curve=True,
    )


def derivative(
    signature: str,
    numbers: Inputs,
    arrays: Inputs,
    *further: Property,
    title: Text = SLOPES,
    smooth: bool = True,
    floor: float = 1.0,
    faint: Faint = billionth,
) -> Exercise:
    """The exercise of a derivative that is a single number everywhere."""
    return Exercise(
        signature,
        (
            agrees("numbers", title, 1, numbers, ["slope"]),
            agrees("arrays", ARRAYS, 1, arrays, ["slope"]),
            *further,
            pure(1, after="arrays"),
        ),
        smooth,
        floor,
        faint=faint,
        sharp=True,
        curve=True,
    )


def derivative_with_kink(
    signature: str, numbers: Inputs, arrays: Inputs, *further: Property, faint: Faint = billionth
) -> Exercise:
    """The exercise of a derivative that may be anything between two slopes at x = 0."""
    return Exercise(
        signature,
        (
            inclines("numbers", SLOPES, numbers),
            inclines("arrays", ARRAYS, arrays),
            *further,
            pure(1, after="arrays"),
        ),
        faint=faint,
        sharp=True,
        curve=True,
    )


def sigmoid(name: str, ends: Callable[[str], Property], floor: float = 1.0) -> tuple[Exercise, Exercise]:
    """A function that `ends` level on both sides, and its derivative, of size `floor`."""

    def whole(part: str) -> Property:
        return agrees("integers", INTEGERS, 1, integers, [part], "arrays", edge=True)

    slopes = numerical(name, mild, "arrays"), whole("slope"), ends("slope")
    return (
        activation(f"{name}(x) -> y", number, array, whole("y"), ends("y")),
        derivative(f"d_{name}(x) -> slope", number, array, *slopes, floor=floor),
    )
