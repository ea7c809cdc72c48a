"""The Huber loss of each error: a parabola near 0, straight lines beyond."""

import numpy as np

from degrau.base.text import Text
from degrau.judging.arguments import Entries, signed
from degrau.judging.domain import Domain, bands
from degrau.judging.draw import Args, Draw
from degrau.judging.laws import Answers, Facts, agrees, prop, pure
from degrau.judging.parameters import Number
from degrau.judging.types import Exercise

WIDTHS = (1.0, 0.5, 2.0, 0.25, 3.0)


def number(draw: Draw) -> Args:
    """A single error, on one side of the width or the other."""
    return draw.integer(-40, 40) / 8, draw.pick(WIDTHS)


def array(draw: Draw) -> Args:
    """Errors in an array of any shape, small and large ones."""
    shape = draw.pick(((3,), (2,), (2, 3), (1,), (4, 1), (2, 1, 3)))
    unit = draw.pick((0.125, 1.0, 8.0))
    errors = [draw.integer(-24, 24) * unit for _each in range(int(np.prod(shape)))]
    return np.array(errors).reshape(shape), draw.pick(WIDTHS)


def seam(draw: Draw) -> Args:
    """An error where the parabola and the line meet."""
    width = draw.pick(WIDTHS)
    return draw.pick((width, -width)), width


@prop(
    Text(es="nunca es negativa, y es 0 para un error de 0", en="never negative, and 0 for an error of 0"),
    1,
    array,
)
def sign(answer: Answers, right: Facts, e: np.ndarray, delta: float) -> None:
    got = answer(e, delta)
    got.require(bool(np.all(got.array("loss") >= 0)), Text(es="una pérdida es negativa", en="a loss is negative"))
    answer(0 * e, delta).assert_is("loss", right(0 * e, delta)["loss"])


EXERCISE = Exercise(
    "huber_loss(e, delta) -> loss",
    (
        agrees("numbers", Text(es="el valor para un error", en="the value for one error"), 2, number, ["loss"]),
        agrees("arrays", Text(es="arrays de cualquier forma", en="arrays of any shape"), 1, array, ["loss"], "numbers"),
        agrees("seam", Text(es="donde |e| = delta", en="where |e| = delta"), 1, seam, ["loss"], "numbers", edge=True),
        sign,
        pure(1, after="numbers"),
    ),
    curve=True,
    hints=(
        Text(
            es="Calcula a mano la pérdida de un error pequeño y de uno grande. ¿En cuál de los dos se aparta tu valor?",
            en="Work out by hand the loss of a small error and of a large one. For which of the two is your value off?",
        ),
        Text(
            es="Las dos ramas se encuentran en |e| = delta: ¿dan allí lo mismo? Decide elemento por elemento.",
            en="The two branches meet at |e| = delta: do they give the same there? Decide entry by entry.",
        ),
    ),
    domain=Domain(
        (Entries("e", signed(bands(0, 1e4))), Number("delta", bands(1e-2, 40, zero=False), signs=("positive",))),
        ("arrays",),
    ),
)
