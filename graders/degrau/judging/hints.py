"""Two hints for a failure: the first says where to look, the second, shown on request, what to think about."""

import numpy as np

from ..outcomes import Raised, TimedOut
from ..text import Text, _
from .exercise import Exercise, Property
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

# Properties of these names are judged only if the ordinary inputs are right.
EDGES = {"edges", "integers", "saturated"}
EDGE: Hints = (
    _("The function is right for ordinary inputs. What is special about this one: its size, its sign, whole numbers?"),
    _("Follow this input line by line with `print`. `exp` overflows above about 709, and `0 / 0` is NaN."),
)
WHOLE: Hints = (
    _("The function is right for numbers with decimals. Where do the integers of this input stay integers?"),
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
        _("Look at the types on this line. Does a function that you call here return something yet?"),
        _(
            "A function without `return` gives None, and None has no arithmetic. A plain number has no `len`, no "
            "`shape` and no index: `np.asarray` makes an array of it."
        ),
    ),
    "RecursionError": (
        _("This function calls itself too often. Which call is the last one, and does it come to it for this input?"),
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
    "Integers to negative integer powers": WHOLE,
    "Cannot cast ufunc": OF_VIOLATIONS[ChangedArgument],
}
EXCEPTION: Hints = (
    _("Run the call above in a cell of its own, and read the last line of the error first."),
    _("Print what the line uses, just before it: the values, their types and shapes."),
)


def hints(exercise: Exercise, prop: Property, violation: Violation) -> tuple[Text, ...]:
    """The two hints for this failure; none where there is nothing to advise."""
    if isinstance(violation, NoAnswer):
        return _of_no_answer(violation)
    if isinstance(violation, WrongShape):
        return (SHAPE, *exercise.hints[1:])
    if isinstance(violation, (WrongValue, Broken)):
        if prop.name not in EDGES:
            return exercise.hints
        return WHOLE if any(_is_whole(arg) for arg in violation.call.args) else EDGE
    return OF_VIOLATIONS.get(type(violation), ())


def _is_whole(arg: object) -> bool:
    return isinstance(arg, np.ndarray) and arg.dtype.kind == "i"


def _of_no_answer(violation: NoAnswer) -> tuple[Text, ...]:
    outcome = violation.outcome
    if isinstance(outcome, Raised):
        told = (advice for words, advice in OF_MESSAGES.items() if words in outcome.message)
        return next(told, OF_EXCEPTIONS.get(outcome.type, EXCEPTION))
    return ENDLESS if isinstance(outcome, TimedOut) else ()
