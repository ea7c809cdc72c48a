"""Which known mistake an answer is, judged by what it does and never by how it is written."""

from collections.abc import Iterable, Sequence

import numpy as np

from ..base.text import Language, Text, _
from ..plain.outcomes import Outcome, Raised, Returned, TimedOut
from ..report.types import Mistake
from .probes import KnownMistake
from .transcript import Transcript, same
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

SOURCE = _("It comes from slides {deck}: erratum {number} of the course.")
# Which deck of slides each erratum is in; docs/errata.md says what is wrong there.
DECKS = {f"E{n}": "A" if n <= 13 else "B" if n <= 15 else "D" for n in range(1, 20)}
Pairs = Sequence[tuple[Outcome, Outcome]]


def recognise(transcript: Transcript, failed: str, warned: bool, language: Language) -> tuple[Mistake, ...]:
    """The known mistake that answers every call exactly alike, or else every call of the property `failed`.

    `warned`: what was wrong there is a warning. Mistakes that cannot be told apart are all given; none where no
    mistake matches.
    """
    probes = transcript.probes
    everywhere = range(len(probes.calls))
    there = [at for args in probes.examples.get(failed, ()) if (at := probes.position(args)) is not None]
    for where in (everywhere, there):
        same_values = [m for m in probes.mistakes() if where and _alike(transcript.outcomes, m, where)]
        # A mistake that only warns is told by its warnings; any other is the same with its warnings silenced.
        same_warnings = [m for m in same_values if _warned(transcript.outcomes, where) == _warned(m.outcomes, where)]
        alike = same_warnings or ([] if warned else same_values)
        # Of several, those that fail with the same words are nearer than those that fail in the same way.
        same_words = [m for m in alike if _say_the_same(_pairs(transcript.outcomes, m, where))]
        if nearest := same_words or alike:
            return tuple(_named(mistake, language) for mistake in nearest)
    return ()


def _alike(outcomes: list[Outcome], mistake: KnownMistake, where: Iterable[int]) -> bool:
    pairs = _pairs(outcomes, mistake, where)
    alike = all(same(known, found) and _changed(known) == _changed(found) for known, found in pairs)
    # Where nothing but exceptions came back their kind says little: many mistakes end in a TypeError.
    return alike and (any(isinstance(known, Returned) for known, _found in pairs) or _say_the_same(pairs))


def _pairs(outcomes: list[Outcome], mistake: KnownMistake, where: Iterable[int]) -> Pairs:
    return [(mistake.outcomes[i], outcomes[i]) for i in where]


def _say_the_same(pairs: Pairs) -> bool:
    return all(getattr(known, "message", "") == getattr(found, "message", "") for known, found in pairs)


def _changed(outcome: Outcome) -> bool:
    return isinstance(outcome, Returned) and bool(outcome.changed)


def _warned(outcomes: Sequence[Outcome], where: Iterable[int]) -> list[bool]:
    return [bool(getattr(outcomes[i], "warned", "")) for i in where]


def _named(mistake: KnownMistake, language: Language) -> Mistake:
    number = mistake.erratum
    source = SOURCE.to(language, deck=DECKS[number], number=number) if number else ""
    return Mistake(mistake.id, mistake.title.to(language), mistake.explanation.to(language), source)


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
        if not prop.edge:
            return exercise.hints
        args = violation.call.args
        return WHOLE if any(map(_is_whole, args)) else FAR if any(map(_is_large, args)) else EDGE
    return OF_VIOLATIONS.get(type(violation), ())


def _is_whole(arg: object) -> bool:
    """Whether it is an array of integers, not all of which are 0."""
    return isinstance(arg, np.ndarray) and arg.dtype.kind == "i" and bool(arg.any())


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
