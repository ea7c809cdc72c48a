"""How properties are written: the ways to make one of a law, and the laws that many functions share."""

from collections.abc import Callable, Sequence
from typing import Any

from ..base.text import Text, _
from .draw import Inputs
from .types import Answers, Facts, Law, Property


def prop(
    title: Text,
    points: float,
    inputs: Inputs,
    after: str | None = None,
    count: int | None = None,
    edge: bool = False,
) -> Callable[[Law], Property]:
    """Makes a property of a law; its name is the law's."""

    def decorate(law: Law) -> Property:
        return Property(law.__name__, title, points, inputs, law, after, count, edge)

    return decorate


def agrees(
    name: str,
    title: Text,
    points: float,
    inputs: Inputs,
    parts: Sequence[str],
    after: str | None = None,
    count: int | None = None,
    edge: bool = False,
) -> Property:
    """The property that these parts of the answer are the reference's, within the tolerance of honest rounding."""

    def law(answer: Answers, right: Facts, *args: Any) -> None:
        expected, got = right(*args), answer(*args)
        for part in parts:
            got.assert_is(part, expected[part])

    return Property(name, title, points, inputs, law, after, count, edge, tuple(parts))


def quiet(
    name: str, title: Text, points: float, inputs: Inputs, after: str | None = None, edge: bool = True
) -> Property:
    """The property that the answer is the reference's, and that no RuntimeWarning is caused on the way."""

    def law(answer: Answers, right: Facts, *args: Any) -> None:
        got = answer(*args)
        for part, expected in right(*args).items():
            got.assert_is(part, expected)
        got.assert_quiet()

    return Property(name, title, points, inputs, law, after, edge=edge)


def pure(points: float, after: str) -> Property:
    """The property that calls leave their arguments alone and give the same answer when they are repeated."""
    title = _("leaves its arguments alone and always answers the same")
    return Property("pure", title, points, after=after)
