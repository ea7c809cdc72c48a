"""05_gradients, the gates: each passes the gradient dx that arrives at its output x on to its inputs.

Operands are floats, or arrays of one shape; the arriving gradient is never all ones.
"""

from collections.abc import Sequence

import numpy as np

from ...base.text import Text, _
from ...judging.draw import Args, Array, Draw, Inputs
from ...judging.laws import Answers, Facts, agrees, prop, pure
from ...judging.types import Exercise, Property
from ..inputs import DECIMAL, FINE, INTEGER, QUARTERS, WHOLE, Regime

REGIMES = (WHOLE, QUARTERS, FINE, DECIMAL)
ARRIVING = (1.0, -1.0, 0.5, 2.0, -1.5, 0.75, 3.0)
SHAPES = ((), (2,), (3,), (2, 3), (1,), (4, 1))
MILD = Regime("mild", 0.125, 16)


def operands(count: int) -> tuple[Inputs, Inputs, Inputs]:
    """Builders of `count` operands and the arriving gradient: ordinary ones, integers, and mild ones."""

    def ordinary(draw: Draw) -> Args:
        return _alike(draw, [draw.turn(REGIMES)] * count, draw.pick(SHAPES))

    def whole(draw: Draw) -> Args:
        return _alike(draw, [INTEGER] * count, draw.pick(SHAPES))

    def mild(draw: Draw) -> Args:
        return _alike(draw, [MILD] * count, draw.pick(SHAPES[:4]))

    return ordinary, whole, mild


def _alike(draw: Draw, regimes: Sequence[Regime], shape: tuple[int, ...]) -> Args:
    """Operands and dx of one shape; numbers where the shape is that of a scalar, or now and then 0-d arrays."""
    return _numbers(draw, [*(regime.array(draw, *shape) for regime in regimes), arriving(draw, *shape)])


def _numbers(draw: Draw, arrays: list[Array]) -> Args:
    plain = draw.pick((True, True, True, False))
    return tuple(a.item() if a.ndim == 0 and plain else a for a in arrays)


def arriving(draw: Draw, *shape: int) -> Array:
    """A gradient that arrives: neither all ones nor all alike."""
    return np.array([draw.pick(ARRIVING) for _i in range(int(np.prod(shape)))]).reshape(shape)


def _off_zero(x: Array, unit: float) -> Array:
    return np.where(x == 0, unit, x)


def divisor(draw: Draw) -> Args:
    """A divisor a ≠ 0, and the arriving gradient."""
    regime, shape = draw.turn((QUARTERS, WHOLE, Regime("eighths", 0.125, 64), DECIMAL)), draw.pick(SHAPES)
    a = regime.array(draw, *shape)
    return _numbers(draw, [_off_zero(np.where(np.abs(a) < 0.25, np.copysign(0.25, a), a), 1.0), arriving(draw, *shape)])


def whole_divisor(draw: Draw) -> Args:
    shape = draw.pick(SHAPES)
    return _numbers(draw, [_off_zero(INTEGER.array(draw, *shape), 2).astype(np.int64), arriving(draw, *shape)])


def mild_divisor(draw: Draw) -> Args:
    shape = draw.pick(SHAPES[:4])
    a = MILD.array(draw, *shape)
    return _numbers(draw, [np.where(np.abs(a) < 0.5, np.copysign(0.75, a), a), arriving(draw, *shape)])


def ratio(draw: Draw) -> Args:
    """a, b, c and d with c + d at least ¼ from 0, and the arriving gradient."""
    return _ratio(draw, draw.turn((QUARTERS, WHOLE, FINE, DECIMAL)), 0.25, draw.pick(SHAPES))


def whole_ratio(draw: Draw) -> Args:
    return _ratio(draw, INTEGER, 1, draw.pick(SHAPES))


def mild_ratio(draw: Draw) -> Args:
    return _ratio(draw, MILD, 0.75, draw.pick(SHAPES[:4]))


def _ratio(draw: Draw, regime: Regime, least: float, shape: tuple[int, ...]) -> Args:
    a, b, c, s = (regime.array(draw, *shape) for _i in range(4))
    s = np.where(np.abs(s) < least, np.copysign(least, s), s).astype(regime.dtype)
    return _numbers(draw, [a, b, c, np.asarray(s - c), arriving(draw, *shape)])


def gate(signature: str, forward: str, ordinary: Inputs, whole: Inputs, mild: Inputs) -> Exercise:
    """The exercise of a smooth gate, whose `forward` is a lambda as text: a point for each input's gradient."""
    exercise = Exercise(signature, ())
    parts = exercise.parts

    def law(answer: Answers, right: Facts, *args: object) -> None:
        *values, dx = args
        got = answer(*args)
        for place, part in enumerate(parts):
            got.assert_is(part, right.slope(forward, place, *values, cotangent=dx))

    measured = _("numerical differences give the same gradients")
    return Exercise(
        signature,
        (
            *(agrees(f"to_{p[1:]}", _reaches(p), 2 if len(parts) == 1 else 1, ordinary, [p]) for p in parts),
            Property("slope", measured, 1, mild, law, f"to_{parts[0][1:]}", count=16),
            agrees("integers", _("integers, not truncated"), 1, whole, parts, f"to_{parts[-1][1:]}", edge=True),
            pure(1, after=f"to_{parts[0][1:]}"),
        ),
    )


def _reaches(part: str) -> Text:
    return _("{part}, the gradient that reaches {reached}").filled(part=part, reached=part[1:])


ONE, TWO, THREE, FOUR = (operands(n) for n in (1, 2, 3, 4))


def apart(draw: Draw) -> Args:
    """a and b that differ everywhere, and the arriving gradient."""
    regime, shape = draw.turn(REGIMES), draw.pick(SHAPES)
    a, b = regime.array(draw, *shape), regime.array(draw, *shape)
    return _numbers(draw, [a, np.where(a == b, a + 3 * regime.unit, b), arriving(draw, *shape)])


def whole_apart(draw: Draw) -> Args:
    shape = draw.pick(SHAPES)
    a, b = INTEGER.array(draw, *shape), INTEGER.array(draw, *shape)
    return _numbers(draw, [a, np.where(a == b, a - 1, b), arriving(draw, *shape)])


def tied(draw: Draw) -> Args:
    """a and b of which some are equal, and the arriving gradient."""
    regime, shape = draw.turn((WHOLE, QUARTERS, DECIMAL)), draw.pick(SHAPES)
    a, b = regime.array(draw, *shape), regime.array(draw, *shape)
    same = np.array([draw.pick((True, True, False)) for _i in range(a.size)]).reshape(shape)
    return _numbers(draw, [a, np.where(same, a, b), arriving(draw, *shape)])


@prop(
    _("at a tie the shares add up to dx"),
    points=1,
    inputs=tied,
    after="to_b",
)
def ties(answer: Answers, right: Facts, a: float | Array, b: float | Array, dx: float | Array) -> None:
    got, expected, tie = answer(a, b, dx), right(a, b, dx), np.asarray(a) == np.asarray(b)
    anything = 1e6
    got.assert_is("da", expected["da"].between(tie, -anything, anything))
    got.assert_is("db", expected["db"].between(tie, -anything, anything))
    total = got.array("da") + got.array("db")
    got.require(
        bool(np.all(np.abs(total - dx) <= 1e-5)),
        _("at a tie, da + db must give dx"),
    )


MAX = Exercise(
    "max_backward(a, b, dx) -> da, db",
    (
        agrees("to_a", _reaches("da"), 1, apart, ["da"]),
        agrees("to_b", _reaches("db"), 1, apart, ["db"]),
        ties,
        agrees("integers", _("integers, not truncated"), 1, whole_apart, ["da", "db"], "to_b", edge=True),
        pure(1, after="to_b"),
    ),
)


def open_or_shut(draw: Draw) -> Args:
    """a ≠ 0 and the arriving gradient."""
    regime, shape = draw.turn(REGIMES), draw.pick(SHAPES)
    return _numbers(draw, [_off_zero(regime.array(draw, *shape), -regime.unit), arriving(draw, *shape)])


def whole_open_or_shut(draw: Draw) -> Args:
    shape = draw.pick(SHAPES)
    return _numbers(draw, [_off_zero(INTEGER.array(draw, *shape), 2).astype(np.int64), arriving(draw, *shape)])


def at_the_kink(draw: Draw) -> Args:
    """a that is 0 in places, and the arriving gradient."""
    shape = draw.pick(SHAPES)
    a = np.array([draw.pick((0.0, -0.0, 1.0, -2.0)) for _i in range(int(np.prod(shape)))]).reshape(shape)
    return _numbers(draw, [a, arriving(draw, *shape)])


@prop(_("at a = 0, from 0 to dx"), points=1, inputs=at_the_kink, after="to_a")
def kink(answer: Answers, right: Facts, a: float | Array, dx: float | Array) -> None:
    answer(a, dx).assert_is("da", right(a, dx)["da"].between(np.asarray(a) == 0, 0.0, np.asarray(dx)))


RELU_GATE = Exercise(
    "relu_backward(a, dx) -> da",
    (
        agrees("to_a", _reaches("da"), 2, open_or_shut, ["da"]),
        kink,
        agrees("integers", _("integers, not truncated"), 1, whole_open_or_shut, ["da"], "to_a", edge=True),
        pure(1, after="to_a"),
    ),
)

GATES = (
    gate("add_backward(a, b, dx) -> da, db", "lambda a, b: a + b", *TWO),
    gate("add3_backward(a, b, c, dx) -> da, db, dc", "lambda a, b, c: a + b + c", *THREE),
    gate("mul_backward(a, b, dx) -> da, db", "lambda a, b: a * b", *TWO),
    gate("mul_add_backward(a, b, c, dx) -> da, db, dc", "lambda a, b, c: a * b + c", *THREE),
    gate("square_backward(a, dx) -> da", "lambda a: a * a", *ONE),
    gate("sum_of_squares_backward(a, b, c, dx) -> da, db, dc", "lambda a, b, c: a**2 + b**2 + c**2", *THREE),
    gate("composite_backward(a, b, c, d, dx) -> da, db, dc, dd", "lambda a, b, c, d: ((a * b + c) * d) ** 2", *FOUR),
    gate("reciprocal_backward(a, dx) -> da", "lambda a: 1 / a", divisor, whole_divisor, mild_divisor),
    gate(
        "ratio_backward(a, b, c, d, dx) -> da, db, dc, dd",
        "lambda a, b, c, d: (a + b) / (c + d)",
        ratio,
        whole_ratio,
        mild_ratio,
    ),
    MAX,
    RELU_GATE,
)
