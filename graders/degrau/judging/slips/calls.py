"""Slips that calls show: by what stops them, such as a name that is not there; by what comes back, such as nothing."""

import re

from ...base.text import _
from ...plain.about import MOST_NAMES, is_builtin
from ...plain.outcomes import Endless, NotPlain, Raised, Returned
from ..hints import OF_EXCEPTIONS
from ..registry import by_function
from ..violations import NotNumbers, Warned
from .seen import Seen, Slip, listed, python_kind


def left(seen: Seen) -> Slip | None:
    if not isinstance(seen.outcome, Raised) or seen.outcome.type != "SystemExit":
        return None
    return seen.say(
        _("`{name}` ends Python itself."),
        _("`exit()`, `quit()` and `sys.exit()` end the whole program, a notebook's kernel too. Which line calls one?"),
        _("A function ends with `return`; a loop ends with `break`."),
    )


def asks(seen: Seen) -> Slip | None:
    outcome = seen.outcome
    if not isinstance(outcome, Raised) or not outcome.message.startswith("input() has nobody"):
        return None
    return seen.say(
        _("`{name}` asks the keyboard for something, with `input()`."),
        _("What the function needs is given to it: which of its arguments holds it?"),
        _("Call the function with numbers of your own in another cell, as in `{name}(…)`, in place of typing them in."),
    )


def not_installed(seen: Seen) -> Slip | None:
    outcome = seen.outcome
    found = re.fullmatch(r"No module named '([\w.]+)'", outcome.message) if isinstance(outcome, Raised) else None
    if found is None:
        return None
    return seen.say(
        _("The module `{module}` is not installed where this runs."),
        _("Is its name spelt right? The exercises need NumPy alone, which the first cell imports."),
        _("What another library does here can be written with NumPy, or in plain Python."),
        module=found[1],
    )


UNKNOWN = re.compile(r"name '(\w+)' is not defined")
TOO_EARLY = re.compile(r"cannot access local variable '(\w+)'")


def too_early(seen: Seen) -> Slip | None:
    """A name that the function gives a value, and uses before."""
    outcome = seen.outcome
    found = re.match(TOO_EARLY, outcome.message) if isinstance(outcome, Raised) and not outcome.cell else None
    if found is None:
        return None
    return seen.say(
        _("`{early}` is used in this function before the function has given it a value."),
        _("A name to which a function gives a value is its own, from its first line on. Which line gives it one?"),
        _("Does only one branch of an `if` give it a value? Or should another name stand to the left of the `=`?"),
        early=found[1],
    )


def without_end(seen: Seen) -> Slip | None:
    """Calls within calls, whatever the function is given."""
    if not all(isinstance(outcome, Raised) and outcome.type == "RecursionError" for outcome in seen.outcomes):
        return None
    return seen.say(
        _("`{name}` leads to calls within calls, so many that Python stops them, whatever it is given."),
        *OF_EXCEPTIONS["RecursionError"],
    )


def unknown(seen: Seen) -> Slip | None:
    outcome, about = seen.outcome, seen.about
    found = re.match(UNKNOWN, outcome.message) if isinstance(outcome, Raised) and not outcome.cell else None
    name = found[1] if found else None
    if name is None or not isinstance(outcome, Raised):
        return None
    if name in seen.exercise.parameters and name not in about.parameters and about.parameters:
        return seen.say(
            _("`{unknown}` is no parameter of your `{name}`, which takes ({own})."),
            _("The names in the line with `def` are those by which the body knows its arguments."),
            _("Use one name in both places; best, leave the line with `def` as the exercise has it."),
            unknown=name,
            own=", ".join(about.parameters),
        )
    if name in by_function():
        return seen.say(
            _("`{name}` uses `{unknown}`, a function of the course that is not there yet."),
            _("Write that function first, run its cell, and check it."),
            _("Has its cell stopped with an error, or not been run since the kernel was started?"),
            unknown=name,
        )
    if name in about.stopped:
        return seen.say(
            _("`{unknown}` is not there, because the cell that should define it stopped: {why}."),
            _("Mend that cell first, and run it: what stands below its error was not reached."),
            _("The exercises need NumPy alone. Is what the cell imports spelt right, and installed?"),
            unknown=name,
            why=f"{about.stopped[name].type}: {about.stopped[name].message}",
        )
    if name in about.later:
        return seen.say(
            _("`{unknown}` is defined in another cell, which has not run before this check."),
            _("Cells run from the top down. Move what defines `{unknown}` above the check, or beside the function."),
            _("Restart the kernel and run all cells: that shows what a notebook does by itself."),
            unknown=name,
        )
    return None


LACKS = re.compile(r"'([\w.]+)' object has no attribute '(\w+)'")


def written_over(seen: Seen) -> Slip | None:
    """A name of Python's or NumPy's own that stands for something else on the line that failed."""
    outcome = seen.outcome
    if not isinstance(outcome, Raised) or not outcome.lines:
        return None
    line = outcome.lines[-1][2]
    for name, kind, _shape in outcome.involved:
        what = _("NumPy") if name == "np" else _("a function of Python's")
        if not _is_to_blame(name, python_kind(kind), outcome.message, line):
            continue
        return seen.say(
            _("`{lost}` is written over: it should be {what}, and here it is a value of type {kind}."),
            _("Which line gives `{lost}` a value, in this function or in another cell? Choose another name there."),
            _("Then restart the kernel and run the cells again: until then the name keeps what it was given."),
            lost=name,
            what=what,
            kind=python_kind(kind).removeprefix("numpy."),
        )
    return None


def _is_to_blame(name: str, kind: str, message: str, line: str) -> bool:
    """Whether this line calls a name of Python's, or looks something up in `np`, that is of this kind and cannot."""
    if name == "np":
        lacks = re.match(LACKS, message)
        return lacks is not None and lacks[1] == kind and f"np.{lacks[2]}" in line
    called = re.search(rf"(?<![\w.]){name}\s*\(", line)
    return is_builtin(name) and message == f"'{kind}' object is not callable" and called is not None


BETWEEN = re.compile(r"unsupported operand type\(s\) for (\S+)(?: or pow\(\))?: '([\w.]+)' and '([\w.]+)'")
ALONE = re.compile(r"bad operand type for (?:unary (\S+)|abs\(\)): '(\w+)'")
ORDER = re.compile(r"'(\S+)' not supported between instances of '([\w.]+)' and '([\w.]+)'")
BINARY = {"+": "add", "-": "sub", "*": "mul", "/": "truediv", "**": "pow", "@": "matmul", "//": "floordiv", "%": "mod"}
UNARY = {"-": "__neg__", "+": "__pos__", "~": "__invert__", None: "__abs__"}
ORDERS = {"<": "__lt__", ">": "__gt__", "<=": "__le__", ">=": "__ge__"}


def operator(seen: Seen) -> Slip | None:
    """What the class lacks: the method of an operator, or another name."""
    outcome, name = seen.outcome, seen.exercise.name
    if seen.about.kind != "type" or not isinstance(outcome, Raised):
        return None
    if (lacks := re.match(LACKS, outcome.message)) and lacks[1] == name:
        return seen.say(
            _("An object of your `{name}` has no `{method}`."),
            _("Which names does the text of the exercise list? Compare them with the methods, and with `__init__`."),
            _("What every object has is given to it in `__init__`, as in `self.grad = 0.0`; a method is a `def`."),
            method=lacks[2],
        )
    method, where = _method(outcome.message, name)
    # What the class has may still refuse: then Python's words are the same, and the class does not lack it.
    if not method or method in seen.about.members or len(seen.about.members) >= MOST_NAMES:
        return None
    return seen.say(
        _("Your `{name}` has no `{method}`, which Python looks for in {where}."),
        _("Which methods with two underscores has your class, and which operator of the exercise has none?"),
        _("`a - b` calls `a.__sub__(b)`; with a number on the left, `2.0 - b` calls `b.__rsub__(2.0)`."),
        method=method,
        where=f"`{where}`",
    )


def _method(message: str, name: str) -> tuple[str, str]:
    """The method of this class that Python did not find, and where it looked for one; nothing if that is not it."""
    if found := re.match(BETWEEN, message):
        sign, left, right = found[1].removesuffix("="), found[2], found[3]
        if name in (left, right) and sign in BINARY:
            return f"__{'' if left == name else 'r'}{BINARY[sign]}__", f"{left} {sign} {right}"
    elif found := re.match(ORDER, message):
        if found[2] == name and found[1] in ORDERS:
            return ORDERS[found[1]], f"{found[2]} {found[1]} {found[3]}"
    elif (found := re.match(ALONE, message)) and found[2] == name and found[1] in UNARY:
        return UNARY[found[1]], f"{found[1]}{name}" if found[1] else f"abs({name})"
    return "", ""


ARGUMENTS = re.compile(r"([\w.<>]+)\(\) (?:takes|missing|got an unexpected keyword) ")


def arguments(seen: Seen) -> Slip | None:
    """A function that is called with too many arguments, or too few, within the one that is asked."""
    outcome = seen.outcome
    if not isinstance(outcome, Raised) or outcome.type != "TypeError" or not outcome.lines:
        return None
    found = re.match(ARGUMENTS, outcome.message)
    if found is None:
        return None
    if "." in found[1] and "takes 0 positional arguments but 1 was given" in outcome.message:
        return seen.say(
            _("The method `{called}` has no parameter for the object that it belongs to."),
            _("Which is the first parameter of the class's other methods?"),
            _("`a.f()` calls `f(a)`: the first parameter of every method is the object, and is called `self`."),
            called=found[1],
        )
    return seen.say(
        _("A call of `{called}` does not give it the arguments that it takes."),
        _("Compare the call on the line shown with the `def` of `{called}`: how many arguments, and in which order?"),
        _("Python counts the arguments between the commas; those with a default value may be left out."),
        called=found[1],
    )


INTO_INTEGERS = re.compile(r"Cannot cast ufunc '\w+' output from dtype\('float\d+'\) to dtype\('u?int\d+'\)")


def into_integers(seen: Seen) -> Slip | None:
    """`+=` on an array of integers, with a number that is none."""
    if not isinstance(seen.outcome, Raised) or not INTO_INTEGERS.match(seen.outcome.message):
        return None
    return seen.say(
        _("An array of integers is to take numbers with decimals here, and NumPy refuses."),
        _("Which array on this line holds integers: one that came in, a `copy` of it, or one made like it?"),
        _("`w = w + step` makes a new array, with decimals; `w += step` writes into the old one, of integers."),
    )


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
