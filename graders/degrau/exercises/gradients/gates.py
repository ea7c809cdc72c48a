"""05_gradients, the gates: each passes the gradient dx that arrives at its output x on to its inputs."""

import numpy as np

from ...base.text import Text, _
from ...judging.draw import Inputs
from ...judging.laws import Answers, Facts, agrees, prop, pure
from ...judging.types import Exercise, Property
from ...plain.numbers import Array
from .inputs import (
    FOUR,
    NEARLY_TIED,
    ONE,
    THREE,
    TWO,
    apart,
    at_the_kink,
    divisor,
    mild_divisor,
    mild_ratio,
    open_or_shut,
    ratio,
    tied,
    whole_apart,
    whole_divisor,
    whole_open_or_shut,
    whole_ratio,
)


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


@prop(
    _("at a tie the shares add up to dx"),
    points=1,
    inputs=tied,
    after="to_b",
    named=NEARLY_TIED,
)
def ties(answer: Answers, right: Facts, a: float | Array, b: float | Array, dx: float | Array) -> None:
    got, expected, tie = answer(a, b, dx), right(a, b, dx), np.asarray(a) == np.asarray(b)
    anything = 1e6
    got.assert_is("da", expected["da"].between(tie, -anything, anything))
    got.assert_is("db", expected["db"].between(tie, -anything, anything))
    total = got.array("da") + got.array("db")
    got.require(
        bool(np.all(np.abs(total - dx) <= 1e-6 * np.maximum(10.0, np.abs(dx)))),
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
