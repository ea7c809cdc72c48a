"""The derivative of the Huber loss by the error: the error itself near 0, ±delta beyond."""

import numpy as np

from degrau.base.text import Text
from degrau.judging.draw import Args, Draw
from degrau.judging.laws import Answers, Facts, agrees, prop, pure
from degrau.judging.types import Exercise

from .huber_loss import WIDTHS, array, number


def smooth(draw: Draw) -> Args:
    """Errors away from where the parabola and the lines meet, so that a difference quotient tells the slope."""
    width = draw.pick(WIDTHS)
    inner, outer = draw.integer(-7, 7) / 8, draw.pick((-1, 1)) * (1.25 + draw.integer(0, 20) / 8)
    return np.array([inner, outer]) * width, width


@prop(Text(es="coincide con diferencias de `huber_loss`", en="agrees with differences of `huber_loss`"), 2, smooth)
def slope(answer: Answers, right: Facts, e: np.ndarray, delta: float) -> None:
    answer(e, delta).assert_is("slope", right.slope("huber_loss", 0, e, delta))


EXERCISE = Exercise(
    "huber_gradient(e, delta) -> slope",
    (
        slope,
        agrees("numbers", Text(es="el valor para un error", en="the value for one error"), 1, number, ["slope"]),
        agrees(
            "arrays", Text(es="arrays de cualquier forma", en="arrays of any shape"), 1, array, ["slope"], "numbers"
        ),
        pure(1, after="numbers"),
    ),
    curve=True,
    hints=(
        Text(
            es="Dibuja la pérdida. ¿Qué pendiente tiene la parábola en tu error, y cuál la recta?",
            en="Draw the loss. What slope has the parabola at your error, and what slope the line?",
        ),
        Text(
            es="La pendiente de las rectas no depende de cuán lejos está el error, pero sí de qué lado está.",
            en="The slope of the lines does not depend on how far away the error is, but on which side it is.",
        ),
    ),
)
