"""04_backpropagation, the gradient checker: what it says of planted gradients, right and wrong."""

from typing import Any

from ...base.text import _
from ...judging.laws import Answers, Facts, prop, pure
from ...judging.types import Exercise
from ...plain.call import Source
from ...plain.numbers import Array
from .check_gradient_inputs import BROKEN, CURVING, not_finite, planted, tolerated


def _assert_verdict(answer: Answers, right: Facts, *args: Any) -> None:
    got, claim = answer(*args), bool(right(*args)["ok"].low)
    value = got.array("ok")
    got.require(
        value.shape == () and value.item() in (0, 1),
        _("expected True or False"),
    )
    got.require(
        bool(value) == claim,
        _("this gradient is right within the tolerance: expected True")
        if claim
        else _("this gradient is not right within the tolerance: expected False"),
    )


@prop(
    _("accepts right gradients and refuses wrong ones"),
    points=2,
    inputs=planted,
)
def verdict(answer: Answers, right: Facts, f: Source, df: Source, x: Array, *rest: float) -> None:
    _assert_verdict(answer, right, f, df, x, *rest)


@prop(
    _("every component within tol·max(1, |measured|), with the given h"),
    points=2,
    inputs=tolerated,
    after="verdict",
    named=CURVING,
)
def tolerance(answer: Answers, right: Facts, f: Source, df: Source, x: Array, *rest: float) -> None:
    _assert_verdict(answer, right, f, df, x, *rest)


@prop(_("NaN and infinity are never right"), 1, not_finite, after="verdict", named=BROKEN)
def finite(answer: Answers, right: Facts, f: Source, df: Source, x: Array) -> None:
    _assert_verdict(answer, right, f, df, x)


CHECK_GRADIENT = Exercise(
    "check_gradient(f, df, x, h, tol) -> ok",
    (verdict, tolerance, finite, pure(1, after="verdict")),
    smooth=False,
)
