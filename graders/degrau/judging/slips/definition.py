"""Slips in what defines a function: a cell that Python cannot read, another name, other parameters.

`hint` says what Python's words for such a cell mean to a beginner.
"""

from collections.abc import Sequence
from difflib import get_close_matches

from ...base.text import Text, _
from ...plain.about import About
from ...plain.call import Script
from ...plain.outcomes import Missing, Raised
from ..registry import by_function
from .seen import Seen, Slip, python_kind

SYNTAX = ("SyntaxError", "IndentationError", "TabError")


def unreadable(seen: Seen) -> Slip | None:
    outcome = seen.outcome
    if not isinstance(outcome, Raised) or not outcome.cell:
        return None
    if not outcome.lines or outcome.type not in SYNTAX:
        return seen.say(
            _("The cell that defines `{name}` stopped before the function was there."),
            _("Run that cell alone, and read the last line of the error below it first."),
            _("As long as that cell stops, there is no new `{name}`: mend the cell, run it, then check."),
        )
    return seen.say(
        _("Python cannot read line {number} of the cell that defines `{name}`, so nothing of that cell was run."),
        hint(outcome.message),
        _("Run the function's own cell first: as long as an error is shown below it, there is nothing new to check."),
        number=outcome.lines[0][1],
    )


def missing(seen: Seen) -> Slip | None:
    if not isinstance(seen.outcome, Missing):
        return None
    name = seen.exercise.name
    if near := _near(name, seen.exercise.parameters, seen.about):
        return seen.say(
            _("There is no `{name}` here, but there is {near}."),
            _("The name in the line with `def` must be that of the exercise, letter for letter; capitals count."),
            _("Rename the function, run its cell, and then this check."),
            near=", ".join(f"`{other}({', '.join(seen.about.others[other])})`" for other in near),
        )
    return seen.say(
        _("There is no `{name}` here yet."),
        _("Has the cell with `def {name}` been run since the kernel was started? Run it, and then this check."),
        _("Python knows only what has been run. “Run all” runs all cells of the notebook, from the top."),
    )


def _near(name: str, parameters: Sequence[str], about: About) -> list[str]:
    """The notebook's own functions that may be meant: called nearly so, or with the same parameters."""
    others = [other for other in about.others if other not in by_function()]
    lower = {other.lower(): other for other in others}
    alike = [lower[found] for found in get_close_matches(name.lower(), list(lower), n=2)]
    same = [other for other in others if about.others[other] == tuple(parameters)]
    return list(dict.fromkeys([*alike, *same]))[:3]


def no_function(seen: Seen) -> Slip | None:
    outcome, kind = seen.outcome, seen.about.kind
    if (
        not isinstance(outcome, Raised)
        or outcome.lines
        or outcome.message != f"'{python_kind(kind)}' object is not callable"
    ):
        return None
    return seen.say(
        _("`{name}` is no function here: the name was given to something else, of type {kind}."),
        _("Which cell does that? A loop such as `for {name} in …`, or a line `{name} = …`, takes the name away."),
        _("Give the other thing another name, run the function's cell again, and then the check."),
        kind=kind,
    )


def parameters(seen: Seen) -> Slip | None:
    about, wanted = seen.about, seen.exercise.parameters
    # A script calls it with all of them.
    args = seen.violation.call.args
    own, given = about.parameters, len(wanted if args and isinstance(args[0], Script) else args)
    if about.kind != "function":
        return None
    words = {"own": ", ".join(own), "wanted": ", ".join(wanted)}
    keep = _("Leave the line with `def` as the exercise has it: the checks give the arguments in that order.")
    if given < about.fewest <= len(wanted) == len(own):
        return seen.say(
            _("In the exercise `{lost}` has a default value, so that a call may leave it out; here it has none."),
            _("Compare the line with `def` with the exercise: what stands after `{lost}`?"),
            _("`def f(x, h=1e-5)` lets one call `f(2.0)`; then `h` is 1e-5."),
            lost=own[given],
        )
    if given < about.fewest or (about.most is not None and given > about.most):
        return seen.say(
            _("Your `{name}` takes ({own}); the exercise gives it ({wanted})."),
            keep,
            _("Whatever else the function needs, it works out itself, from its arguments."),
            **words,
        )
    if own != wanted and sorted(own) == sorted(wanted):
        return seen.say(
            _("Your `{name}` takes ({own}); in the exercise they come in another order: ({wanted})."),
            keep,
            _("Python goes by the order of the arguments, not by their names: the first given is the first."),
            **words,
        )
    return None


MINUSES, QUOTES = "−–—‐‑", "“”‘’„«»´"
# By a part of the message, the first that fits; each is about the line that the message is about, or the one above.
HINTS: dict[str, Text] = {
    "invalid non-printable character": _(
        "There is a space on this line that is none, from a slide or a web page. Delete the spaces, and type them anew."
    ),
    "inconsistent use of tabs": _(
        "This line is indented with tabs, and others with spaces. Use spaces alone: four for each step."
    ),
    "expected ':'": _("Lines that begin with `def`, `if`, `else`, `for`, `while` or `class` end with a colon."),
    "expected an indented block": _(
        "After a line that ends with a colon, the next lines stand further to the right: four spaces."
    ),
    "unexpected indent": _(
        "This line stands further to the right than the one above it, which does not end with a colon."
    ),
    "unindent does not match": _(
        "Lines that belong together begin in the same column. In which column does this one begin?"
    ),
    "was never closed": _("A bracket is opened here, and not closed. Count those that open and those that close."),
    "unmatched": _("A bracket is closed here that was not opened. Count those that open and those that close."),
    "does not match opening": _("One kind of bracket opens here and another closes. Which is the one that you meant?"),
    "unterminated": _("A text begins with a quotation mark on this line, and does not end with one."),
    "instead of '='": _("`=` gives a name a value; `==` compares. Which of the two is meant here?"),
    "outside function": _("This line stands outside the function: is it indented like the lines above it?"),
    "Missing parentheses": _("`print` is a function: what it shows stands in parentheses, as in `print(z)`."),
    "forgot a comma": _(
        "Between two things on this line a comma is missing, or an operator: `2 x` is written `2 * x`."
    ),
    "invalid decimal literal": _(
        "A name does not begin with a digit, and a product is written with `*`: `2 * x`, not `2x`."
    ),
}
LOOK = _("Look at this line, and at the end of the one above it: a bracket, a comma or a colon is often missing there.")
MINUS_SIGN = _("The minus on this line comes from a slide or a PDF, and is another character. Delete it and type `-`.")
QUOTATION = _("The quotation marks on this line come from a slide or a text. Delete them and type `\"` or `'` anew.")
CHARACTER = _("The character `{character}` means nothing to Python. Which key of the keyboard is meant?")


def hint(message: str) -> Text:
    """What to look for where Python says this."""
    if message.startswith("invalid character '"):
        character = message.removeprefix("invalid character '")[:1]
        if character in QUOTES:
            return QUOTATION
        return MINUS_SIGN if character in MINUSES else CHARACTER.filled(character=character)
    return next((found for words, found in HINTS.items() if words in message), LOOK)
