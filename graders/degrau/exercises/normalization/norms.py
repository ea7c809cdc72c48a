"""12_normalization, with statistics of the batch's columns or of each row: forwards, and backwards from what was kept.

What forward keeps for backward is the student's own, of any kind. So it stays where it was made: forward is asked by a
script that reads Y alone, and backward gets its cache as the text of the call that makes it.
"""

from ...base.text import Text, _
from ...judging.draw import Inputs
from ...judging.laws import Answers, Facts, prop, pure
from ...judging.types import Exercise, Property
from ...plain.call import Script, Source, value_words
from ...plain.numbers import Array
from .inputs import (
    arriving,
    arriving_at_the_batch_edge,
    arriving_at_the_row_edge,
    batch,
    batch_at_the_edge,
    measured,
    narrow_arriving,
    narrow_batch,
    pairs,
    rows_at_the_edge,
)

LONGEST = 100_000
BATCH_EDGES = _("two rows, many rows, a single column, a constant column, integers")
ROW_EDGES = _("a single row or column, many columns, a constant row, integers")
GRADIENTS = ("dX", "dgamma", "dbeta")


def _written(function: str, *args: object) -> str:
    """The call as text."""
    return f"{function}({', '.join(value_words(arg, LONGEST) for arg in args)})"


def output(function: str, *args: object) -> Script:
    """Reads Y of what forward returns."""
    return Script(f"Y, cache = {_written(function, *args)}\nY")


def kept(forward: str, *args: object) -> Source:
    """What forward keeps."""
    return Source(f"{_written(forward, *args)}[1]")


def _gives(name: str, title: Text, points: float, inputs: Inputs, function: str, after: str | None = None) -> Property:
    """The property that Y is the reference's."""

    def law(answer: Answers, right: Facts, *args: object) -> None:
        script = output(function, *args)
        answer(script).assert_is("Y", right(script)["Y"])

    return Property(name, title, points, inputs, law, after, edge=name == "edges")


def _forward(function: str, title: Text, edges: Text, inputs: Inputs) -> Exercise:
    @prop(_("the same arrays give the same once more: they are not changed"), points=1, inputs=batch, after="normal")
    def again(answer: Answers, right: Facts, X: Array, gamma: Array, beta: Array, eps: float) -> None:
        arrays = {"X": X, "gamma": gamma, "beta": beta}
        made = "\n".join(f"{name} = {value_words(array, LONGEST)}" for name, array in arrays.items())
        asked = f"{function}(X, gamma, beta, {eps})"
        script = Script(f"{made}\n{asked}\nY, cache = {asked}\nY")
        answer(script).assert_is("Y", right(script)["Y"])

    return Exercise(
        f"{function}(X, gamma, beta, eps) -> Y",
        (
            _gives("normal", title, 3, batch, function),
            _gives("eps", _("a small spread, where the default of eps shows"), 1, narrow_batch, function, "normal"),
            _gives("edges", edges, 1, inputs, function, "normal"),
            again,
        ),
    )


def _goes_back(name: str, title: Text, points: float, inputs: Inputs, forward: str, *parts: str) -> Property:
    """The property that these gradients are the reference's."""

    def law(answer: Answers, right: Facts, dY: Array, *args: object) -> None:
        cache = kept(forward, *args)
        got, expected = answer(dY, cache), right(dY, cache)
        for part in parts:
            got.assert_is(part, expected[part])

    edge = len(parts) == len(GRADIENTS)
    return Property(name, title, points, inputs, law, "input" if edge else None, edge=edge, parts=parts)


def _backward(forward: str, backward: str, edges: Text, inputs: Inputs) -> Exercise:
    @prop(_("numerical differences give the same gradients"), points=1, inputs=measured, after="input", count=8)
    def slope(answer: Answers, right: Facts, dY: Array, *args: object) -> None:
        got = answer(dY, kept(forward, *args))
        for place, part in enumerate(GRADIENTS):
            got.assert_is(part, right.slope(forward, place, *args, cotangent=dY))

    @prop(_("each gets what its own forward kept, where another came between"), points=1, inputs=pairs, after="input")
    def own(answer: Answers, right: Facts, last: int, *args: object) -> None:
        both = (args[:5], args[5:])
        lines = [f"_, cache{i} = {_written(forward, *rest)}" for i, (_dY, *rest) in enumerate(both)]
        # In the order of the forwards, or in the other one.
        for i in (1 - last, last):
            lines.append(f"{backward}({value_words(both[i][0], LONGEST)}, cache{i})")
        script = Script("\n".join(lines))
        got, expected = answer(script), right(script)
        for part in GRADIENTS:
            got.assert_is(part, expected[part])

    return Exercise(
        f"{backward}(dY, cache) -> dX, dgamma, dbeta",
        (
            _goes_back("shift", _("dbeta, what goes back to the shift"), 1, arriving, forward, "dbeta"),
            _goes_back("scale", _("dgamma, what goes back to the scale"), 1, arriving, forward, "dgamma"),
            _goes_back("input", _("dX, through the mean and the variance too"), 3, arriving, forward, "dX"),
            slope,
            _goes_back(
                "eps", _("a small spread, where the default of eps shows"), 1, narrow_arriving, forward, *GRADIENTS
            ),
            _goes_back("edges", edges, 1, inputs, forward, *GRADIENTS),
            own,
            pure(1, after="input"),
        ),
    )


BATCH = _forward(
    "batch_norm_forward",
    _("each column to mean 0 and variance 1, then scaled and shifted"),
    BATCH_EDGES,
    batch_at_the_edge,
)
BATCH_BACKWARD = _backward("batch_norm_forward", "batch_norm_backward", BATCH_EDGES, arriving_at_the_batch_edge)
LAYER = _forward(
    "layer_norm_forward",
    _("each row to mean 0 and variance 1, then scaled and shifted"),
    ROW_EDGES,
    rows_at_the_edge,
)
LAYER_BACKWARD = _backward("layer_norm_forward", "layer_norm_backward", ROW_EDGES, arriving_at_the_row_edge)
