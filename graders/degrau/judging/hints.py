"""Two hints for what is wrong, by the kind of failure; where it is a value, those that the exercise has."""

import numpy as np

from ..base.text import Text, _
from ..plain.outcomes import Raised, TimedOut
from .types import Exercise, Property
from .violations import (
    Broken,
    ChangedArgument,
    NoAnswer,
    NotNumbers,
    NotRepeatable,
    Remembers,
    Violation,
    Warned,
    WrongParts,
    WrongShape,
    WrongValue,
)

Hints = tuple[Text, Text]

SPECIAL = _(
    "The function is right for ordinary inputs. What is special about this one: its size, its sign, whole numbers?"
)
EDGE: Hints = (
    SPECIAL,
    _("Follow this input line by line with `print`. Which line gives something else than you worked out by hand?"),
)
FAR: Hints = (
    SPECIAL,
    _("Follow this input line by line with `print`. `exp` overflows above about 709, and `0 / 0` is NaN."),
)
# Numbers beyond this are large for an exponential.
LARGE = 20.0
WHOLE: Hints = (
    _("There are integers in this input. Where do they stay integers, and should they?"),
    _("An array made of integers, by `copy` or `zeros_like` too, holds integers: whatever it is given is truncated."),
)
SHAPE = _("Write the shape of every step in a comment, from the arguments on. Where does it become another one?")
OF_VIOLATIONS: dict[type[Violation], Hints] = {
    WrongParts: (
        _("Compare your `return` with the exercise: what is to be returned, and in which order?"),
        _("`return a, b` returns two things: what stands between the commas is what is counted."),
    ),
    NotNumbers: (
        _("Look at `type(...)` of what you return for this call."),
        _(
            "Text, None and lists of different lengths are no arrays. Does every way through the function end with "
            "`return`?"
        ),
    ),
    Warned: (
        _("Which operation of yours meets a number here that is too large, too small, or zero?"),
        _(
            "Look for another way to write it, in which that number stays small. `np.where` alone does not help: it "
            "computes both of its branches."
        ),
    ),
    ChangedArgument: (
        _("Look for `+=`, `-=` and assignments such as `a[0] = …`: they write into the array that the caller owns."),
        _("`new = old + step` makes a new array; `old += step` changes the old one."),
    ),
    NotRepeatable: (
        _("What survives from one call to the next? A global name, a default such as `cache=[]`, a random number?"),
        _("Whatever the function uses should come from its arguments, random numbers too."),
    ),
}
EXCHANGED: Hints = (
    _("The results have each other's shapes. In which order does the exercise ask for them, and yours return them?"),
    _("Results are told apart by their order alone: `return a, b` gives `a` as the first one, and `b` as the second."),
)
OF_VIOLATIONS[Remembers] = OF_VIOLATIONS[NotRepeatable]

ENDLESS: Hints = (
    _("What is to change in the loop, so that it ends? Does it change for this input?"),
    _("Count the turns with a variable, and print it with what the loop waits for."),
)
OF_EXCEPTIONS: dict[str, Hints] = {
    "NameError": (
        _("Python does not know one of the names on this line. Is it misspelt, or a cell above not run yet?"),
        _("A name that is made inside another function, or only in one branch of an `if`, does not exist here."),
    ),
    "ValueError": (
        _("Compare the shapes on this line with those that the exercise gives. Which one is not what you expected?"),
        _(
            "`a @ b` needs the last axis of `a` to be as long as the first axis of `b` (the last but one of a matrix). "
            "Arrays that are added or multiplied need axes of the same length, or of length 1, counted from the last."
        ),
    ),
    "IndexError": (
        _("What is the length of what is indexed here, and what is the index?"),
        _("Indices start at 0 and end at the length minus 1. A single number has no indices at all."),
    ),
    "TypeError": (
        _("Look at the types on this line: of what type is each thing here, and what can be done with that?"),
        _("A plain number has no `len`, no `shape` and no index: `np.asarray` makes an array of it."),
    ),
    "RecursionError": (
        _("Which function calls itself here? Which call is to be the last one, and does it come to that?"),
        _("Python allows about a thousand calls within calls. A list of what is still to be done needs no such depth."),
    ),
    "ZeroDivisionError": (
        _("What is zero here, and should it be possible?"),
        _("Ask what the exercise wants for this input, before the division."),
    ),
}
OF_EXCEPTIONS["AttributeError"] = OF_EXCEPTIONS["TypeError"]
OF_EXCEPTIONS["UnboundLocalError"] = OF_EXCEPTIONS["NameError"]
# NumPy's words for what a beginner meets most often.
OF_MESSAGES: dict[str, Hints] = {
    "truth value of an array": (
        _("An `if`, `and`, `or` or `max` here is given a whole array. What should be decided for each entry?"),
        _("Python's `if` decides once. To decide entry by entry, compare whole arrays, or use `np.where`."),
    ),
    "arrays can be converted to Python scalars": (
        _("Something here works with one number only, and is given an array. Which function is it?"),
        _("`math.exp`, `float` and `int` want one number; the functions of NumPy work on arrays of any shape."),
    ),
    "arrays used as indices must be of integer": (
        _("An array of numbers with decimals is used as an index here. Where did it come to have decimals?"),
        _("An index is an integer, and 1.0 is none: `np.asarray(y, dtype=int)` makes integers of whole numbers."),
    ),
    "'NoneType'": (
        _("Something on this line is None. Which name is it, and where should it have been given something else?"),
        _("A function without `return` gives None, and so do `print(…)`, `list.sort()` and `list.append(…)`."),
    ),
    "Integers to negative integer powers": WHOLE,
    "Cannot cast ufunc": OF_VIOLATIONS[ChangedArgument],
}
EXCEPTION: Hints = (
    _("Run the call above in a cell of its own, and read the last line of the error first."),
    _("Print what the line uses, just before it: the values, their types and shapes."),
)


def hints(exercise: Exercise, prop: Property, violation: Violation, exchanged: bool = False) -> tuple[Text, ...]:
    """The two hints for this failure; none where there is nothing to advise.

    `exchanged`: of several results each has the shape of another one.
    """
    if exchanged:
        return EXCHANGED
    if isinstance(violation, NoAnswer):
        return _of_no_answer(violation)
    if isinstance(violation, WrongShape):
        return (SHAPE, *exercise.hints[1:])
    if isinstance(violation, (WrongValue, Broken)):
        if not prop.edge:
            return exercise.hints
        args = violation.call.args
        whole = any(map(_is_whole, args)) and _is_truncated(violation)
        return WHOLE if whole else FAR if any(map(_is_large, args)) else EDGE
    return OF_VIOLATIONS.get(type(violation), ())


def _is_whole(arg: object) -> bool:
    """Whether it is an array of integers, not all of which are 0."""
    return isinstance(arg, np.ndarray) and arg.dtype.kind == "i" and bool(arg.any())


def _is_truncated(violation: Violation) -> bool:
    """Whether whole numbers came back in all the places that are wrong, and not all of those should be whole."""
    if not isinstance(violation, WrongValue):
        return False
    got, right = violation.got[violation.wrong], violation.expected[violation.wrong]
    return bool(np.all(got == np.round(got)) and np.any(right != np.round(right)))


def _is_large(arg: object) -> bool:
    """Whether there is a number in it that is large for an exponential, or none at all."""
    if not isinstance(arg, (float, np.ndarray)):
        return False
    return not bool(np.all(np.abs(arg) <= LARGE))


def _of_no_answer(violation: NoAnswer) -> tuple[Text, ...]:
    outcome = violation.outcome
    if isinstance(outcome, Raised):
        told = (advice for words, advice in OF_MESSAGES.items() if words in outcome.message)
        return next(told, OF_EXCEPTIONS.get(outcome.type, EXCEPTION))
    return ENDLESS if isinstance(outcome, TimedOut) else ()
