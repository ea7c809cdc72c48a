"""Right functions in the place of a notebook's own, on the judge's side: a box asks in the middle of a call.

What a box asks is plain data, and is bounded before it reaches a function: so are the numbers that say how often.
"""

import inspect
import time
import warnings
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Any

import numpy as np

from ..plain import questions
from ..plain.call import MOST_ITEMS
from ..plain.codec import WireError
from ..plain.numbers import as_numbers

# For one function that is judged: the most that any of the course's needs for its probes is a tenth.
MOST_QUESTIONS, MOST_SECONDS = 250_000, 10.0
MOST_TIMES = 2000


class Exhausted(Exception):
    """A function has asked too often, or its questions took too long."""


@dataclass(frozen=True)
class StandIn:
    """A right function, whose answers are the judge's."""

    function: Callable[..., Any]
    counts: frozenset[str] = frozenset()
    """The parameters that say how many, or how often."""
    iterable: bool = False
    """Whether it gives an iterable."""

    @cached_property
    def signature(self) -> inspect.Signature:
        return inspect.signature(self.function)

    def __call__(self, question: questions.Question) -> Any:
        """What it gives; raises what it raises, and ValueError for a number of times that is too large."""
        bound = self.signature.bind(*question.args, **question.named)
        bound.arguments = {
            name: _count(value) if name in self.counts else _bounded(value) for name, value in bound.arguments.items()
        }
        with warnings.catch_warnings(), np.errstate(all="ignore"):
            warnings.simplefilter("ignore")
            value = self.function(*bound.args, **bound.kwargs)
            return list(islice(value, MOST_ITEMS)) if self.iterable else value


class StandIns:
    """Some of them by name, for one function that is judged; `asked` are those that it has called."""

    def __init__(self, functions: Mapping[str, StandIn]) -> None:
        self._functions = functions
        self.asked: set[str] = set()
        self._questions, self._seconds = 0, 0.0

    @property
    def names(self) -> Iterable[str]:
        return self._functions

    def answer(self, said: bytes) -> bytes:
        """The answer to what a box asks; raises WireError for what no box of ours asks, and Exhausted at the end."""
        self._questions += 1
        if self._questions > MOST_QUESTIONS or self._seconds > MOST_SECONDS:
            raise Exhausted("asked too much")
        began = time.process_time()
        try:
            return self._answer(questions.read(said))
        finally:
            self._seconds += time.process_time() - began

    def _answer(self, question: questions.Question) -> bytes:
        stand_in = self._functions.get(question.name)
        if stand_in is None:
            raise WireError("no such function")
        self.asked.add(question.name)
        try:
            return questions.answered(stand_in(question), question, stand_in.iterable)
        except Exception as error:
            return questions.refused(error)


def _count(value: Any) -> Any:
    """The value, whatever it is, if no number in it is so large that to count as far would take long."""
    numbers = as_numbers(value)
    if numbers is None or np.any(np.abs(numbers) > MOST_TIMES):
        raise ValueError
    return value


def _bounded(value: Any) -> Any:
    """The value with floats in the place of large integers, whose powers would fill the memory."""
    if type(value) in (list, tuple):
        return type(value)(map(_bounded, value))
    return float(value) if type(value) is int and abs(value) > MOST_TIMES else value
