"""13_transformer, GELU: with the exact distribution function, and its slope."""

from ...base.text import _
from ...judging.laws import Answers, Facts, agrees, prop, pure
from ...judging.types import Exercise
from ...plain.numbers import Array
from ..numbers import array, integers, mild, number, saturated, zeros
from .inputs import bulge

FAR = _("finite and right up to x = ±10000")


@prop(_("numerical differences give the same slope"), points=1, inputs=mild, after="numbers")
def slope(answer: Answers, right: Facts, x: float | Array) -> None:
    answer(x).assert_is("slope", right.slope("gelu", 0, x))


GELU = Exercise(
    "gelu(x) -> y",
    (
        agrees("numbers", _("the value at a number"), 1, number, ["y"]),
        agrees("exact", _("the exact Φ, also where approximations are farthest off"), 1, bulge, ["y"], "numbers"),
        agrees("arrays", _("arrays of any shape"), 1, array, ["y"], "numbers"),
        agrees("integers", _("zeros and integers"), 1, integers, ["y"], "arrays", edge=True),
        agrees("saturated", FAR, 1, saturated, ["y"], "arrays", edge=True),
        pure(1, after="numbers"),
    ),
    curve=True,
)

D_GELU = Exercise(
    "d_gelu(x) -> slope",
    (
        agrees("numbers", _("the slope at a number"), 1, number, ["slope"]),
        agrees("exact", _("the exact Φ, also where approximations are farthest off"), 1, bulge, ["slope"], "numbers"),
        agrees("arrays", _("arrays of any shape"), 1, array, ["slope"], "numbers"),
        slope,
        agrees("zeros", _("zeros and integers"), 1, zeros, ["slope"], "arrays", edge=True),
        agrees("saturated", FAR, 1, saturated, ["slope"], "arrays", edge=True),
        pure(1, after="numbers"),
    ),
    curve=True,
)
