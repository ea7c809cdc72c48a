"""Designed inputs for the rectifiers: x, followed by an alpha where the function takes one."""

from ...judging.draw import Args, Draw, Inputs
from ..numbers import array_off_zero, integers, number_off_zero, saturated, zeros

# What follows x in a call: alpha, or nothing where its default is asked for.
LEAKS: tuple[Args, ...] = ((0.5,), (0.25,), (0.0,), (0.1,), (0.75,), (0.01,), (0,), (0.99,))
BETWEEN: tuple[Args, ...] = ((0.5,), (0.25,), (0.0,), (0.1,), (0.75,), (0,), (1,))
STEEP: tuple[Args, ...] = ((2.0,), (-1.0,), (-0.5,), (1.5,), (3,), (-2,), (-0.1,), (10.0,))
LEARNED = BETWEEN + STEEP
DEPTHS: tuple[Args, ...] = ((2.0,), (0.5,), (1.0,), (0.1,), (1.5,), (3,), (0.75,))
# Not asked at ±1e4: an exponential that overflows there, its warning silenced, would give 0·∞.
NO_DEPTH: tuple[Args, ...] = ((0.0,),)
DEFAULT: tuple[Args, ...] = ((),)


def edges(draw: Draw) -> Args:
    """Zeros, integers, and numbers of up to ±1e4."""
    return draw.turn((integers, saturated, zeros))(draw)


def mild_number(draw: Draw) -> Args:
    """A float, ⅛ ≤ |x| ≤ 3."""
    return (draw.pick((1, -1)) * draw.integer(2, 48) / 16,)


def followed(inputs: Inputs, alphas: tuple[Args, ...]) -> Inputs:
    """The builder of x, as `inputs` makes it, followed by one of `alphas`."""

    def build(draw: Draw) -> Args:
        return (*inputs(draw), *draw.pick(alphas))

    return build


LEAKY_NUMBER = followed(number_off_zero, LEAKS)
LEAKY_ARRAY = followed(array_off_zero, LEAKS)
LEAKY_EDGES = followed(edges, DEFAULT + LEAKS)

LEARNED_ARRAY = followed(array_off_zero, STEEP + BETWEEN)
LEARNED_EDGES = followed(edges, LEARNED)

ELU_NUMBER = followed(number_off_zero, DEPTHS + NO_DEPTH)
ELU_ARRAY = followed(array_off_zero, DEPTHS + NO_DEPTH)
