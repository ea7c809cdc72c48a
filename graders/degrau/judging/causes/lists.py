"""Answers that are made of the arrays of a list, otherwise than is right: one of them, their sum, their product."""

from collections.abc import Callable, Iterator, Mapping
from functools import reduce

import numpy as np

from ...base.text import _
from ...plain.numbers import Array
from .case import Case
from .statement import Foretold, Statement
from .terms import ITSELF, LACKS, ONCE_MORE

Arrays = list[Array]
PRODUCT = _("{what} is the product of all of `{argument}`, from the first to the last")
BACKWARDS = _("{what} is the product of all of `{argument}`, from the last to the first")
MADE: Mapping[str, Callable[[Arrays], Array]] = {
    "{}[0]": lambda arrays: arrays[0],
    "{}[-1]": lambda arrays: arrays[-1],
    "sum({})": lambda arrays: reduce(np.add, arrays),
    "sum({}[1:])": lambda arrays: reduce(np.add, arrays[1:]),
    "sum({}[:-1])": lambda arrays: reduce(np.add, arrays[:-1]),
    "{0}[1] @ {0}[0]": lambda arrays: arrays[1] @ arrays[0],
    "{0}[-1] @ {0}[0]": lambda arrays: arrays[-1] @ arrays[0],
}


def lists(case: Case) -> Iterator[Statement]:
    """One of the arrays, some of them added up, or multiplied; and such a one missing, or once more."""
    for name in case.exercise.parameters:
        if not isinstance(case.argument(case.wrong[0], name), (list, tuple)):
            continue
        yield Statement(PRODUCT, _of(case, name, lambda arrays: reduce(np.matmul, arrays)), {"argument": name})
        yield Statement(BACKWARDS, _of(case, name, lambda arrays: reduce(np.matmul, arrays[::-1])), {"argument": name})
        for code, make in MADE.items():
            values, told = {"term": code.format(name)}, _of(case, name, make)
            yield Statement(ITSELF, told, values)
            if case.same_shape:
                yield Statement(LACKS, _more(case, told, -1.0), values)
                yield Statement(ONCE_MORE, _more(case, told, 1.0), values)


def _of(case: Case, name: str, make: Callable[[Arrays], Array]) -> Foretold:
    def told(at: int) -> Array | None:
        values = case.argument(at, name)
        arrays = [np.asarray(value, dtype=np.float64) for value in values]
        return make(arrays) if arrays else None

    return told


def _more(case: Case, told: Foretold, times: float) -> Foretold:
    return lambda at: None if (value := told(at)) is None else case.right(at) + times * value
