"""What a student's function answered: every call of the probes, asked in one batch, and further ones as needed."""

import hashlib
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any

import numpy as np

from ..plain.call import Call, value_words
from ..plain.numbers import as_numbers
from ..plain.outcomes import Crashed, Numbers, Outcome, Raised, Returned, TimedOut
from ..report.types import Curve
from .draw import Args
from .laws import Answer, Expected, Rows
from .probes import Probes, key
from .types import Ask, Exercise
from .violations import ChangedArgument, NoAnswer, NotRepeatable, Remembers, Violation

# Seconds for questions beyond the probes, so that a slow function does not hold up the class.
PATIENCE = 8.0
WIDE, FEWEST = 5.0, 12
# Nearer to each other than this, numbers are the same: where expm1(x) is x, exp(x) − 1 is 0.
NOTHING = 1e-14
SHORT, EVIDENCE = 16, 3
# An item of a list takes a hundred bytes, and one of an array may take one.
MOST_LISTED = 100_000


class Transcript:
    """The answers of one function.

    `ask` puts a batch of calls to it, wherever it runs.
    """

    def __init__(self, probes: Probes, ask: Ask) -> None:
        self.probes = probes
        self._ask = ask
        self.outcomes = self._asked(probes.calls)
        self.asked_more = False
        self._patience = PATIENCE

    def _asked(self, calls: Sequence[Args]) -> list[Outcome]:
        return answered(self.probes.exercise, self._ask, calls)

    @property
    def blank(self) -> bool:
        """Whether nothing is written yet: every call returns None, or raises what an unwritten stub raises."""
        return all(self._unwritten(outcome) for outcome in self.outcomes)

    @property
    def silent(self) -> bool:
        """Whether every call returns None, as a function does that is written and lacks a `return`."""
        return all(isinstance(outcome, Returned) for outcome in self.outcomes)

    def _unwritten(self, outcome: Outcome) -> bool:
        if isinstance(outcome, Raised):
            empty_class = f"{self.probes.exercise.name}() takes no arguments"
            return outcome.type == "NotImplementedError" or outcome.message == empty_class
        return isinstance(outcome, Returned) and _is_nothing(outcome.value)

    @cached_property
    def said(self) -> bytes:
        """The digest of all answers to the probes' calls; nothing where some are none, or did not come from a box."""
        words = [getattr(outcome, "said", b"") for outcome in self.outcomes]
        return hashlib.blake2b(b"".join(words), digest_size=32).digest() if all(words) else b""

    @property
    def ended(self) -> bool:
        """Whether some call ended the process or its time."""
        return any(isinstance(o, (TimedOut, Crashed)) for o in self.outcomes)

    @property
    def patient(self) -> bool:
        """Whether there is time left for further questions."""
        return self._patience > 0

    def __call__(self, *args: object) -> Answer:
        """The answer to one call; raises NoAnswer where it returned no plain data."""
        call = self._call(args)
        outcome = self._outcome(args)
        if isinstance(outcome, Returned) and outcome.value is not None:
            return Answer(call, outcome.value, self.probes.exercise.parts, outcome.warned, self.evidently_single)
        raise NoAnswer(call, outcome)

    def _call(self, args: Args) -> Call:
        return Call(self.probes.exercise.name, args, self.probes.exercise.iterable)

    def evidently_single(self, part: int) -> bool:
        """Whether all the numbers that the function gave for this part are float32, some of them not by chance."""
        return self._single[part]

    @cached_property
    def _single(self) -> list[bool]:
        several = len(self.probes.exercise.parts) > 1
        values = [o.value for o in self.outcomes if isinstance(o, Returned)]
        if not several:
            return [_float32(values)]
        whole = [v for v in values if isinstance(v, (tuple, list)) and len(v) == len(self.probes.exercise.parts)]
        return [_float32([v[i] for v in whole]) for i in range(len(self.probes.exercise.parts))]

    def _outcome(self, args: Args) -> Outcome:
        position = self.probes.position(args)
        if position is None:
            self.asked_more, began = True, time.monotonic()
            (outcome,) = self._asked([args])
            self._patience -= time.monotonic() - began
            return outcome
        return self.outcomes[position]

    def _asked_to_draw(self, calls: list[Args]) -> Iterator[tuple[Args, Outcome]]:
        """Those of these calls of which a curve is made, and what they came to."""
        return ((args, self._outcome(args)) for args in calls)

    def curve(self, args: Args) -> Curve | None:
        """The function around 0, with its further arguments as in this call; None where it is none to be drawn.

        Made of every call of the probes that differs in its first argument alone.
        """
        exercise, facts = self.probes.exercise, self.probes.facts
        if not exercise.curve:
            return None
        calls = [call for call in self.probes.calls if key(call[1:]) == key(args[1:]) and key(call) in facts.values]
        points: dict[float, tuple[float, float, bool]] = {}
        for call, outcome in self._asked_to_draw(calls):
            if isinstance(outcome, Returned):
                points.update(_points(call[0], outcome.value, facts(*call)[exercise.parts[0]]))
        slope = exercise.parts[0] == "slope"
        # At a kink there are several right slopes.
        near = sorted(x for x in points if abs(x) <= WIDE and not (slope and x == 0))
        got, right, wrong = zip(*(points[x] for x in near), strict=True) if near else ((), (), ())
        if len(near) < FEWEST or not any(wrong):
            return None
        return Curve(exercise.parameters[0], slope, tuple(near), got, right, wrong)

    def impurities(self) -> Iterator[Violation]:
        """The calls that altered an argument, and those that answer otherwise when they are repeated."""
        exercise = self.probes.exercise
        for args, outcome in zip(self.probes.calls, self.outcomes, strict=True):
            for position in getattr(outcome, "changed", ()):
                yield ChangedArgument(self._call(args), exercise.parameters[position])
        for args, first, second in self._repeats:
            if not same(first, second):
                yield NotRepeatable(self._call(args), outcome_words(first), outcome_words(second))

    @property
    def repeatable(self) -> bool:
        """Whether all calls that are repeated come to the same as the first time."""
        return all(same(first, second) for _args, first, second in self._repeats)

    def afresh(self, ask: Ask) -> "Afresh":
        """The same function where nothing was called before, as `ask` reaches it."""
        return Afresh(self, ask)

    @cached_property
    def _repeats(self) -> list[tuple[Args, Outcome, Outcome]]:
        if self.ended:
            return []
        chosen, calls = self.probes.repeated
        return [(a, self.outcomes[i], o) for a, i, o in zip(calls, chosen, self._asked(calls), strict=True)]


class Afresh(Transcript):
    """What a function answers where nothing is asked but what is shown; earlier answers tell its precision."""

    def __init__(self, earlier: Transcript, ask: Ask) -> None:
        self.probes = earlier.probes
        self._ask = ask
        self._earlier = earlier

    def evidently_single(self, part: int) -> bool:
        return self._earlier.evidently_single(part)

    def _outcome(self, args: Args) -> Outcome:
        return self._asked([args])[0]

    def _asked_to_draw(self, calls: list[Args]) -> Iterator[tuple[Args, Outcome]]:
        # What is beyond the picture would be asked without being shown.
        near = [args for args in calls if _near(args[0])]
        return zip(near, self._asked(near), strict=True)

    def twice(self, call: Call) -> Violation:
        """What the same call comes to the first time and the second."""
        first, second = self._asked([call.args, call.args])
        if same(first, second):
            return Remembers(call)
        return NotRepeatable(call, outcome_words(first), outcome_words(second))


def _near(x: object) -> bool:
    """Whether it is a number, or numbers, none of which is beyond what a curve shows."""
    xs = as_numbers(x)
    return xs is not None and bool(np.all(np.abs(xs) <= WIDE))


def _points(x: object, y: object, right: Expected) -> dict[float, tuple[float, float, bool]]:
    """What an array, or a number, was turned into, entry by entry; nothing where that is not of its shape."""
    xs, ys = as_numbers(x), as_numbers(y)
    if xs is None or ys is None or not xs.shape == ys.shape == right.low.shape:
        return {}
    wrong = ~((ys >= right.lowest) & (ys <= right.highest))
    flat = zip(*(a.ravel().tolist() for a in (xs, ys, right.low, wrong)), strict=True)
    return {at: (got, expected, bad) for at, got, expected, bad in flat if np.isfinite(got)}


def _float32(values: Sequence[object]) -> bool:
    """Whether these values hold float32 numbers only, and a few that are not short by nature, as ½ is."""
    long = 0
    for value in values:
        found = as_numbers(value)
        if found is None:
            continue
        array = found[np.isfinite(found)].astype(np.float64)
        with np.errstate(over="ignore"):
            if not np.array_equal(array.astype(np.float32), array):
                return False
        long += int(np.sum(_digits(array) > SHORT))
    return long >= EVIDENCE


def _digits(array: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """How many binary digits each number needs."""
    whole = (np.frexp(array)[0] * 2.0**53).astype(np.int64)
    return np.where(whole == 0, 0, 53 - np.log2(np.maximum(whole & -whole, 1)))


def _is_nothing(value: object) -> bool:
    """None, or what a script lists of many calls that give None."""
    return value is None or (isinstance(value, list) and bool(value) and all(item is None for item in value))


def outcome_words(outcome: Outcome) -> str:
    """An outcome in few words: the value, or the kind of failure."""
    return (
        value_words(outcome.value)
        if isinstance(outcome, Returned)
        else str(getattr(outcome, "type", type(outcome).__name__))
    )


def same(a: Outcome, b: Outcome) -> bool:
    """Whether two calls came to the same, numbers within a relative 1e-6, arguments changed or not aside."""
    if a is b:
        return True
    if isinstance(a, Returned) and isinstance(b, Returned):
        return _same_values(a.numbers, b.numbers, a.value, b.value)
    return type(a) is type(b) and getattr(a, "type", None) == getattr(b, "type", None)


def _same_values(a: Numbers, b: Numbers, a_value: object, b_value: object) -> bool:
    """Whether two values are the same; each is given as numbers, as far as it is made of them, and as it is."""
    if isinstance(a_value, tuple) or isinstance(b_value, tuple):
        if not isinstance(a_value, (tuple, list)) or not isinstance(b_value, (tuple, list)):
            return False
        inner = zip(_items(a, a_value), _items(b, b_value), a_value, b_value, strict=False)
        return len(a_value) == len(b_value) and all(_same_values(*pair) for pair in inner)
    if a is None or b is None or isinstance(a, tuple) or isinstance(b, tuple):
        return type(a_value) is type(b_value) and value_words(a_value) == value_words(b_value)
    return a.shape == b.shape and _same_numbers(a.astype(np.float64), b.astype(np.float64))


def _items(numbers: Numbers, value: Sequence[object]) -> Sequence[Numbers]:
    """The items of several values as numbers; those of a list one by one."""
    return numbers if isinstance(numbers, tuple) else tuple(map(as_numbers, value))


def _same_numbers(x: np.ndarray[Any, Any], y: np.ndarray[Any, Any]) -> bool:
    """Whether two arrays of one shape hold the same numbers, and the same infinities and NaNs."""
    if x.tobytes() == y.tobytes():
        return True
    finite = np.isfinite(y)
    scale = max(1e-9 * float(np.max(np.abs(y[finite]), initial=0.0)), NOTHING)
    if not finite.all() or not np.isfinite(x).all():
        return bool(np.allclose(x, y, rtol=1e-6, atol=scale, equal_nan=True))
    # NumPy's allclose, without all that it does for other cases: this is asked very often.
    return bool((np.abs(x - y) <= scale + 1e-6 * np.abs(y)).all())


def answered(exercise: Exercise, ask: Ask, calls: Sequence[Args]) -> list[Outcome]:
    """What the calls of an exercise's function come to: several results are a tuple, whatever held them."""
    several = len(exercise.parts) > 1
    outcomes = ask(calls, exercise.iterable or several)
    if exercise.iterable:
        return list(_listed(outcomes))
    return [_unpacked(exercise, outcome) for outcome in outcomes] if several else outcomes


def _listed(outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
    """The items of an array in a list; where they are too many, all in all, arrays stay what they are."""
    room = MOST_LISTED
    for outcome in outcomes:
        array = getattr(outcome, "value", None)
        if isinstance(outcome, Returned) and isinstance(array, np.ndarray) and array.ndim and len(array) <= room:
            room -= len(array)
            yield replace(outcome, value=list(array))
        else:
            yield outcome


def _unpacked(exercise: Exercise, outcome: Outcome) -> Outcome:
    if not isinstance(outcome, Returned):
        return outcome
    value: Any = outcome.value
    is_array = isinstance(value, np.ndarray) and value.ndim > 0
    if not (is_array or isinstance(value, list)) or len(value) != len(exercise.parts):
        return outcome
    return replace(outcome, value=Rows(value) if is_array else tuple(value))
