"""Slips in what comes back: nothing, text, a function, a generator without end; and in what it is made of."""

from ...base.text import _
from ...plain.about import is_builtin
from ...plain.outcomes import Endless, NotPlain, Returned
from ..registry import by_function
from ..violations import NotNumbers, Warned
from .seen import Seen, Slip, listed


def unwritten(seen: Seen) -> Slip | None:
    used = [name for name in seen.about.idle if name in by_function()]
    if not used:
        return None
    return seen.say(
        _("`{name}` uses {used}, which is not written yet."),
        _("Write that one first, and check it; then this one can be checked."),
        _("A function without a body returns None, and so does what passes its result on."),
        used=", ".join(f"`{other}`" for other in used),
    )


def nothing(seen: Seen) -> Slip | None:
    outcome = seen.outcome
    if not isinstance(outcome, Returned):
        return None
    returned = [o for o in seen.outcomes if isinstance(o, Returned)]
    if any(o.value is not None for o in returned):
        return seen.say(
            _("For this call `{name}` returns None."),
            _("Does every way through the function end with a `return`? Look at each `if`, and below each loop."),
            _("Where a function ends without `return`, Python returns None in its place."),
        )
    if any(o.printed.strip() for o in returned):
        return seen.say(
            _("`{name}` prints, and returns None."),
            _("`print` only shows a value; `return` gives it to whoever called. Which of your lines has the answer?"),
            _("`return value` in place of `print(value)`. You may print as well, on a line before the `return`."),
        )
    if not seen.about.returns:
        return seen.say(
            _("There is no `return` with a value in `{name}`: whatever it works out is lost at its end."),
            _("What is the last value that the function works out? That is what the `return` must name."),
            _("A function ends with `return value`. Without it, Python returns None."),
        )
    return seen.say(
        _("`{name}` returns None for every call."),
        _("What stands after your `return`? If it is a call, does that function return something itself?"),
        _("`print(…)`, `list.sort()` and `list.append(…)` return None: use what they changed, not what they return."),
    )


FUNCTIONS = ("function", "method", "builtin_function_or_method", "type", "numpy.ufunc", "functools.partial")
RECIPES = ("map", "zip", "filter", "range", "dict_keys", "dict_values", "dict_items", "reversed", "enumerate", "set")


def no_data(seen: Seen) -> Slip | None:
    outcome = seen.outcome
    if not isinstance(outcome, NotPlain):
        return None
    if outcome.type in FUNCTIONS:
        return seen.say(
            _("`{name}` returns a function, and not what that function gives."),
            _("Is there a name without parentheses after your `return`?"),
            _("`f` is the function; `f(x)` calls it, and is its result. Methods, too: `x.sum()`, not `x.sum`."),
        )
    if outcome.type == "generator":
        return seen.say(
            _("`{name}` returns a generator, and not what that gives."),
            _("Here one result is asked for. Which line says `yield`, or has a `for` in round brackets?"),
            _("`return` in place of `yield` ends the function with its result; `[… for …]` is a list."),
        )
    if outcome.type in RECIPES:
        return seen.say(
            _("`{name}` returns an object of type {kind}, and not the numbers themselves."),
            _("What is asked for is a number or an array. What makes an array of the numbers?"),
            _("`list(…)` goes through a `{kind}`, and `np.array(list(…))` is the array."),
            kind=outcome.type,
        )
    return None


def no_numbers(seen: Seen) -> Slip | None:
    violation = seen.violation
    if not isinstance(violation, NotNumbers):
        return None
    if violation.kind == "str":
        return seen.say(
            _("`{name}` returns text (str), not a number."),
            _("Which line makes text of the number? Quotation marks, `str(…)`, `format` and f-strings do."),
            _('Text is for reading: `print(f"{{z:.2f}}")` may show it, but what is returned stays a number.'),
        )
    if violation.kind == "complex":
        return seen.say(
            _("`{name}` returns complex numbers."),
            _("Which root or power meets a negative number here? Should it be negative?"),
            _("`(-8) ** (1/3)` is complex in Python. Whole powers, and roots of positive numbers, stay real."),
        )
    if violation.kind == "dict":
        return seen.say(
            _("`{name}` returns a dict."),
            _("What does the exercise ask for: one result, or several, and in which order?"),
            _("Several results are returned with commas between them: `return a, b`."),
        )
    return None


def endless(seen: Seen) -> Slip | None:
    if not isinstance(seen.outcome, Endless):
        return None
    return seen.say(
        _("What `{name}` gives never ends."),
        _("What is to end the loop around the `yield`? Does it come to that?"),
        _("`while True:` with a `yield` in it goes on for ever; a `for` over what there is ends by itself."),
    )


DATA = ("ndarray", "int", "float", "list", "tuple", "float64", "int64")


def elsewhere(seen: Seen) -> Slip | None:
    """An argument that is never read, where a variable of the notebook is."""
    about = seen.about
    used = [n for n, kind in about.names.items() if kind in DATA and not n.isupper() and not is_builtin(n)]
    if about.kind != "function" or not about.unread or not used or isinstance(seen.violation, Warned):
        return None
    return seen.say(
        _("`{name}` never reads its argument {unread}; it uses {used}, from elsewhere in the notebook."),
        _("Look at the names in the function, one by one: which of them are not in its `def` line?"),
        _("A function works with what it is given: for other arguments the answer must be another."),
        unread=listed(about.unread),
        used=listed(used),
    )
