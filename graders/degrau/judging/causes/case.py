"""What is to be explained: one part of an answer, in all the calls that a failing property asked for."""

import ast
import inspect
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from itertools import takewhile
from typing import Any, TypeVar

import numpy as np

from ...plain.call import Script, Source, call
from ...plain.numbers import Array, as_numbers
from ...plain.outcomes import Outcome, Returned, TimedOut
from ..bounded import SECONDS, given
from ..draw import Args
from ..kernel import Here
from ..tolerance import as_parts
from ..transcript import Transcript
from ..types import Property
from .evidence import Evidence, Parts, Tried

# Fewer distinct values than this are a decision: wrong is then whatever right is not.
DECISION = 3
FIRST, OTHERS = 6, 4
# Right by the tolerance, but farther from what is right than this: no evidence of being right.
CLEAR = 1e-3
# So many wrong answers are not foretold by accident, though they are but indices.
MANY_WRONG = 8
MOST_REMEMBERED = 40_000
# Of the processor's time, for one answer: a search takes a tenth of a second, unless calls are long.
MOST_SECONDS = 5.0
T = TypeVar("T")


class Case:
    """A part of the answers of one function, beside what is right, with the calls in which it is wrong."""

    def __init__(self, transcript: Transcript, trials: Sequence[Tried], failed: Property | None = None) -> None:
        self._end = time.process_time() + MOST_SECONDS
        self.failed = failed
        self.probes = transcript.probes
        self.exercise = transcript.probes.exercise
        self.evidence = Evidence(transcript)
        self.trials = trials
        self._got: dict[int, Parts | None] = {}
        self._bad: dict[int, Array | None] = {}
        self.violations = [found.violation for found in trials if found.violation is not None]
        self.tried = tuple(dict.fromkeys(at for found in trials for at in found.asked))
        """The calls that the property asked for."""
        self.scope = tuple(at for at in self.tried if self.evidence.expected(at) is not None)
        self.part = self._part()
        rejected = {self.probes.position(violation.call.args) for violation in self.violations}
        wrong = [at for at in self.scope if self.is_wrong(at)]
        self.wrong = tuple(sorted([at for at in wrong if at in rejected] or wrong, key=self._plainness))
        """The calls in which this part is wrong, those first whose numbers say most."""

    def in_time(self, found: Iterable[T]) -> Iterator[T]:
        """Those whose turn comes before the time for this answer is over."""
        return takewhile(lambda _one: time.process_time() < self._end, found)

    def _part(self) -> int:
        """The number of the part that most violations are about."""
        parts = self.exercise.parts
        named = [part for v in self.violations if (part := getattr(v, "part", "")) in parts]
        if named:
            return parts.index(max(parts, key=named.count))
        return next((q for q in range(len(parts)) if any(self._differs(at, q) for at in self.scope)), 0)

    @property
    def name(self) -> str:
        """The name of this part."""
        return self.exercise.parts[self.part]

    @property
    def several(self) -> bool:
        """Whether the answer has other parts, too."""
        return len(self.exercise.parts) > 1

    def question(self, at: int) -> Args:
        """A call as it is asked: the arguments, or a script."""
        return self.probes.calls[at]

    def call(self, at: int) -> Args:
        """The arguments of a call; of a script that only makes one, with whatever it reads of it, those of that one."""
        question = self.question(at)
        if not question or not isinstance(question[0], Script):
            return question
        script, name = question[0], self.exercise.name
        return self.known("arguments", at, lambda: _arguments(script, name)) or question

    def right(self, at: int) -> Array:
        """What is right; of a range, its lower end."""
        return self.right_part(at, self.part)

    def right_part(self, at: int, part: int) -> Array:
        """What is right of any of the parts."""
        expected = self.evidence.expected(at)
        assert expected is not None
        return expected[part].low

    def got(self, at: int) -> Array | None:
        """What came back, as numbers."""
        return self.got_part(at, self.part)

    def got_part(self, at: int, part: int) -> Array | None:
        """What came back of any of the parts."""
        if at not in self._got:
            self._got[at] = self.evidence.parts(self.evidence.outcomes[at])
        parts = self._got[at]
        return None if parts is None else parts[part]

    def returned(self, at: int) -> bool:
        """Whether the call returned anything."""
        return isinstance(self.evidence.outcomes[at], Returned)

    def bad(self, at: int) -> Array | None:
        """Which numbers are wrong; None where there are none, or of another shape."""
        if at not in self._bad:
            self._bad[at] = self._mask(at, self.part)
        return self._bad[at]

    def is_wrong(self, at: int) -> bool:
        """Whether this part of the call is wrong."""
        bad = self.bad(at)
        return bad is None or bool(bad.any())

    def is_wrong_anywhere(self, at: int) -> bool:
        """Whether any part of the call is wrong."""
        return any(self._differs(at, part) for part in range(len(self.exercise.parts)))

    def is_doubtful(self, at: int) -> bool:
        """Whether this part of the call is right only because so much is let pass there."""
        got = self.got(at)
        if got is None or self.is_wrong(at):
            return False
        right = self.right(at)
        far = np.abs(got - right) > CLEAR * np.max(np.abs(right), where=np.isfinite(right), initial=1.0)
        return bool((far & ~self.free(at)).any())

    def free(self, at: int) -> Array:
        """Where any number of a range is right: that is no evidence."""
        expected = self.evidence.expected(at)
        assert expected is not None
        low, high = expected[self.part].low, expected[self.part].high
        return np.asarray((low != high) & np.isfinite(low))

    def _differs(self, at: int, part: int) -> bool:
        bad = self._mask(at, part)
        return bad is None or bool(bad.any())

    def _mask(self, at: int, part: int) -> Array | None:
        got, expected = self.got_part(at, part), self.evidence.expected(at)
        if got is None or expected is None or got.shape != expected[part].low.shape:
            return None
        with np.errstate(invalid="ignore"):
            fits = (got >= expected[part].lowest) & (got <= expected[part].highest)
        return np.asarray(~fits)

    def wrong_parts(self) -> list[int]:
        """The numbers of the parts that are wrong in any call of the probes where what is right is known."""
        return [q for q in range(len(self.exercise.parts)) if any(self._differs(at, q) for at in self.everywhere)]

    def _plainness(self, at: int) -> int:
        """Whole numbers, infinities and NaN agree with much by chance."""
        got = self.got(at)
        if got is None or not np.isfinite(got).all():
            return 1
        return -int(np.sum(got != np.round(got)))

    @cached_property
    def everywhere(self) -> tuple[int, ...]:
        """The calls of all properties where what is right is known."""
        return tuple(at for at in range(len(self.probes.calls)) if self.evidence.expected(at) is not None)

    @cached_property
    def elsewhere(self) -> tuple[int, ...]:
        """Those of them that are not of this property."""
        scope = set(self.scope)
        return tuple(at for at in self.everywhere if at not in scope)

    @cached_property
    def ordinary(self) -> tuple[int, ...]:
        """The calls of all properties of ordinary inputs, where what is right is known."""
        names = [prop.name for prop in self.exercise.properties if not prop.edge]
        calls = (args for name in names for args in self.probes.examples.get(name, ()))
        found = dict.fromkeys(at for args in calls if (at := self.probes.position(args)) is not None)
        return tuple(at for at in found if self.evidence.expected(at) is not None)

    @cached_property
    def order(self) -> tuple[int, ...]:
        """The calls of the property, in an order that rejects most of what does not hold at once."""
        wrong = set(self.wrong)
        rest = [at for at in self.scope if at not in wrong]
        return (*self.wrong[:FIRST], *rest[:OTHERS], *self.wrong[FIRST:], *rest[OTHERS:])

    @cached_property
    def decides(self) -> bool:
        """Whether there are so few different numbers that a wrong one is what right ones are elsewhere."""
        values: set[float] = set()
        for at in self.scope:
            for array in (self.right(at), self.got(at)):
                values.update(() if array is None else array.ravel()[:100].tolist())
            if len(values) > DECISION:
                return False
        return True

    @cached_property
    def steps(self) -> bool:
        """Whether arithmetic with the arguments says little: the function is a step, or a decision."""
        return self.decides or not self.exercise.smooth

    @cached_property
    def by_chance(self) -> bool:
        """Whether the function draws random numbers, so that right answers differ from each other."""
        return self.probes.draws(self.wrong[0])

    @cached_property
    def chooses(self) -> bool:
        """Whether so many calls are wrong, and so many numbers right, that to foretell all of them is no chance."""
        return not self.decides and len(self.wrong) >= MANY_WRONG

    @cached_property
    def same_shape(self) -> bool:
        """Whether every answer has the shape that it should have."""
        return bool(self.order) and all(self.bad(at) is not None for at in self.order)

    def argument(self, at: int, parameter: str) -> Any:
        """The argument of this name; None where the call leaves it out."""
        i = self.exercise.parameters.index(parameter)
        args = self.call(at)
        return args[i] if i < len(args) else None

    def numbers(self, at: int) -> Iterator[tuple[str, Array]]:
        """The arguments of a call that are a number or one array of numbers, by name."""
        for name, value in zip(self.exercise.parameters, self.call(at), strict=False):
            if not isinstance(value, (Source, list, tuple, dict, str)):
                array = as_numbers(value)
                if array is not None and array.dtype.kind in "iuf":
                    yield name, array.astype(np.float64)

    @property
    def can_ask(self) -> bool:
        """Whether the references are here, and may be asked about other arguments."""
        return inspect.isfunction(self.probes.facts.references.get(self.exercise.name))

    @property
    def reference(self) -> Callable[..., Any]:
        """The right function, where it is known."""
        function: Callable[..., Any] = self.probes.facts.references[self.exercise.name]
        return function

    @property
    def others(self) -> Mapping[str, Callable[..., Any]]:
        """The other functions that the notebook defines; what it only imports is not among them."""
        beside = self.reference.__globals__
        found = {n: f for n, f in self.probes.facts.references.items() if inspect.isfunction(f)}
        return {n: f for n, f in found.items() if f.__globals__ is beside and f is not self.reference}

    def asked(self, key: str, arguments: Callable[[int], Args | None]) -> Callable[[int], Array | None]:
        """What is right, in this part, for other arguments than those of a call; None where nothing is."""

        def value(at: int) -> tuple[Array, ...] | None:
            try:
                args = arguments(at)
                if args is None:
                    return None
                return tuple(as_parts(given(lambda: self._right(at, args)), self.exercise.parts).values())
            except (ArithmeticError, AttributeError, LookupError, MemoryError, TimeoutError, TypeError, ValueError):
                return None

        def told(at: int) -> Array | None:
            parts = self.known(key, at, lambda: value(at))
            return None if parts is None else parts[self.part]

        return told

    def right_outcome(self, at: int) -> Outcome:
        """What a right solution comes to in a call."""

        return self.known("right outcome", at, lambda: self.of_reference(self.question(at)))

    def of_reference(self, question: Args) -> Outcome:
        """What a right solution comes to when this is asked; it ends, so that no clock decides what is said."""
        (outcome,) = Here(self.reference)([question], self.exercise.iterable)
        return outcome

    def _right(self, at: int, args: Args) -> Any:
        """What is right for these arguments, read as the call asks for it."""
        question = self.question(at)
        if not (question and isinstance(question[0], Script)) or args is question:
            return self.probes.facts.reference(*args)
        names = {**self.probes.facts.references, self.exercise.name: lambda *_asked, **_named: self.reference(*args)}
        return call(self.reference, question, names, self.exercise.iterable).value

    def known(self, key: str, at: int, make: Callable[[], T]) -> T:
        """What was worked out for a call under this key, for whichever student; else it is worked out now."""
        remembered = self.probes.remembered
        if (key, at) in remembered:
            found: T = remembered[key, at]
            return found
        began = time.process_time()
        value = make()
        # What the clock may have ended comes to something else another time.
        ended = (value is None or isinstance(value, TimedOut)) and time.process_time() - began > SECONDS / 2
        if len(remembered) < MOST_REMEMBERED and not ended:
            remembered[key, at] = value
        return value

    @cached_property
    def unvaried(self) -> frozenset[str]:
        """The lone numbers among the arguments that vary in the property, and hardly where this part is wrong.

        What looks like a constant may be one of them.
        """
        return frozenset(
            name
            for name in self.exercise.parameters
            if len(many := self._sizes(self.order, name)) > 1 and len(self._sizes(self.wrong, name)) < min(3, len(many))
        )

    def _sizes(self, where: Iterable[int], name: str) -> set[float]:
        found = (self.argument(at, name) for at in where)
        return {abs(float(value)) for value in found if isinstance(value, (int, float)) and value is not None}


class _AskedError(Exception):
    """Ends a script at the call that is looked for."""


@cache
def _arguments(script: Script, name: str) -> Args:
    """The arguments with which a script calls the function `name`; none where it does so in several ways, or a loop."""
    asked: list[Args] = []

    def ask(*args: Any) -> None:
        asked.append(args)
        raise _AskedError

    tree = ast.parse(script.text)
    calls = [
        n for n in ast.walk(tree) if isinstance(n, ast.Call) and isinstance(n.func, ast.Name) and n.func.id == name
    ]
    loops = any(isinstance(n, (ast.For, ast.While, ast.comprehension, ast.Lambda)) for n in ast.walk(tree))
    if loops or len({ast.dump(n) for n in calls}) != 1 or calls[0].keywords:
        return ()
    try:
        script.value({name: ask})
    except _AskedError:
        return asked[0]
    except Exception:
        return ()
    return ()
