"""Answers that lack a term, have one too many, or one in place of another.

Of a list of arrays a term is one of them, their sum, or their product.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import reduce
from itertools import permutations

import numpy as np

from ...base.text import _
from ...plain.numbers import Array
from .case import Case
from .scale import named, ratio, words
from .statement import Foretold, Statement

Terms = dict[str, Array]
LACKS = _("{what} lacks the term `{term}`")
ONCE_MORE = _("{what} has the term `{term}` once more than is right")
PLUS = _("{what} is what is right plus {c} times `{term}`")
TIMES = _("{what} is what is right times `{term}`")
OVER = _("{what} is what is right divided by `{term}`")
ROWS_TIMES = _("each row of {what} is what is right times its entry of `{term}`")
ROWS_OVER = _("each row of {what} is what is right divided by its entry of `{term}`")
UNCHANGED = _("{what} comes back as it was given")
ITSELF, MINUS_ITSELF, C_ITSELF = (
    _("{what} is `{term}`"),
    _("{what} is minus `{term}`"),
    _("{what} is {c} times `{term}`"),
)
PLUS_CONSTANT = _("{what} is always {c} more than is right")
LESS_CONSTANT = _("{what} is always {c} less than is right")
LARGEST_EXPONENT, MOST = 30.0, 400
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


def itself(case: Case) -> Iterator[Statement]:
    """One of the arguments as it came."""
    for name, _array in case.numbers(case.wrong[0]):
        # That nothing is done to an argument is so whatever the others are.
        about = frozenset(case.exercise.parameters if name == case.name else {name})
        template = UNCHANGED if name == case.name else ITSELF
        yield Statement(template, _argument(case, name), {"term": name}, about=about)


def _argument(case: Case, name: str) -> Foretold:
    return lambda at: dict(case.numbers(at)).get(name)


def terms(case: Case) -> Iterator[Statement]:
    """What is right, and a term of the arguments: added, left out, a factor; and the term alone."""
    first = _terms(case, case.wrong[0])
    if not first or any(case.got(at) is None for at in case.order):
        return
    if case.same_shape:
        yield from _constant(case)
    for term in list(first)[:MOST]:
        told, about = _term(case, term), named(case, term)
        yield Statement(ITSELF, told, {"term": term}, about=about)
        if not case.same_shape:
            continue
        yield from _added(case, term, told, about)
        if first[term].ndim:
            yield Statement(TIMES, _times(case, told, 1), {"term": term}, about=about)
            yield Statement(OVER, _times(case, told, -1), {"term": term}, about=about)
        if first[term].ndim == 1 and case.right(case.wrong[0]).ndim > 1:
            yield Statement(ROWS_TIMES, _times(case, _column(told), 1), {"term": term}, about=about)
            yield Statement(ROWS_OVER, _times(case, _column(told), -1), {"term": term}, about=about)


def _column(told: Foretold) -> Foretold:
    return lambda at: None if (value := told(at)) is None else value[:, None]


def _constant(case: Case) -> Iterator[Statement]:
    c = ratio(case, lambda at: _error(case, at), lambda at: np.ones(()))
    if c is not None:
        values = {"c": words(abs(c))}
        # One more or less is a place, or a count: it need not be read off.
        fitted = 2 * (abs(c) != 1)
        yield Statement(PLUS_CONSTANT if c > 0 else LESS_CONSTANT, lambda at: case.right(at) + c, values, fitted=fitted)


def _added(case: Case, term: str, told: Foretold, about: frozenset[str]) -> Iterator[Statement]:
    c = ratio(case, lambda at: _error(case, at), told)
    if c is not None:
        said = LACKS if c == -1 else ONCE_MORE if c == 1 else PLUS
        values = {"term": term, "c": words(c)}
        yield Statement(said, _plus(case, told, c), values, fitted=2 * (abs(c) != 1), about=about)
    c = ratio(case, case.got, told)
    if c is not None and c != 1:
        values = {"term": term, "c": words(c)}
        said = MINUS_ITSELF if c == -1 else C_ITSELF
        yield Statement(said, _alone(case, told, c), values, fitted=2 * (c != -1), about=about)


def _error(case: Case, at: int) -> Array | None:
    got = case.got(at)
    return None if got is None else got - case.right(at)


def _term(case: Case, term: str) -> Foretold:
    return lambda at: _terms(case, at).get(term)


def _plus(case: Case, told: Foretold, c: float) -> Foretold:
    return lambda at: None if (value := told(at)) is None else case.right(at) + c * value


def _times(case: Case, told: Foretold, power: int) -> Foretold:
    return lambda at: None if (value := told(at)) is None else case.right(at) * value ** float(power)


def _alone(case: Case, told: Foretold, c: float) -> Foretold:
    return lambda at: None if (value := told(at)) is None else np.broadcast_to(c * value, case.right(at).shape)


def _terms(case: Case, at: int) -> Terms:
    """Terms of one call by the code that gives them, plain ones first."""
    return case.known(f"terms {case.name}", at, lambda: _made(case, at))


def plain_terms(case: Case, at: int) -> Terms:
    """The arguments of a call that are numbers, and the weighted sum of those of a neuron."""
    arguments = dict(case.numbers(at))
    plain: Terms = dict(arguments)
    if {"X", "w", "b"} <= arguments.keys():
        plain["(X @ w + b)"] = arguments["X"] @ arguments["w"] + arguments["b"]
    if {"x", "w", "b"} <= arguments.keys():
        plain["(w @ x + b)"] = np.asarray(arguments["w"] @ arguments["x"] + arguments["b"])
    return plain


def _made(case: Case, at: int) -> Terms:
    plain = plain_terms(case, at)
    plain |= {f"({a} - y)": plain[a] - plain["y"] for a in list(plain)[-1:] if "y" in plain and "@" in a}
    if case.several:
        plain |= {f"the right {name}": case.right_part(at, q) for q, name in enumerate(case.exercise.parts)}
        del plain[f"the right {case.name}"]
    found = dict(plain)
    for name, array in plain.items():
        found |= _of(name, array)
    for a, b in permutations(plain, 2):
        if f"{b} * {a}" not in found:
            _put(found, f"{a} * {b}", lambda a=a, b=b: plain[a] * plain[b])  # type: ignore[misc]
        if plain[a].ndim and plain[b].ndim:
            _put(found, f"{a} @ {b}", lambda a=a, b=b: plain[a] @ plain[b])  # type: ignore[misc]
        if plain[a].ndim == 2 and plain[b].ndim:
            _put(found, f"{a}.T @ {b}", lambda a=a, b=b: plain[a].T @ plain[b])  # type: ignore[misc]
    for name, array in plain.items():
        for other, value in list(_of(name, array).items()):
            for factor in plain:
                if factor != name:
                    _put(found, f"{factor} * {other}", lambda f=factor, v=value: plain[f] * v)  # type: ignore[misc]
    return found


def _put(found: Terms, code: str, make: Callable[[], Array]) -> None:
    try:
        found[code] = np.asarray(make())
    except ValueError:
        return


def _of(name: str, a: Array) -> Terms:
    """Terms of one argument."""
    found = {f"np.abs({name})": np.abs(a), f"{name} ** 2": a * a, f"np.sign({name})": np.sign(a)}
    if a.ndim and a.size:
        found |= {
            f"np.sum({name})": np.asarray(np.sum(a)),
            f"np.mean({name})": np.asarray(np.mean(a)),
            f"np.sum({name} ** 2)": np.asarray(np.sum(a * a)),
            f"np.sum({name}) ** 2": np.asarray(np.sum(a) ** 2),
            f"{name}[0] ** 2": a[0] ** 2,
            f"{name} / np.sum({name}, axis=-1, keepdims=True)": a / np.sum(a, axis=-1, keepdims=True),
            f"{name} / np.max(np.abs({name}))": a / np.max(np.abs(a)),
            f"np.linalg.norm({name})": np.asarray(np.linalg.norm(a)),
            f"{name}[::-1]": a[::-1],
            f"np.max(np.abs({name}))": np.asarray(np.max(np.abs(a))),
            f"np.sum(np.abs({name}))": np.asarray(np.sum(np.abs(a))),
        }
    if a.ndim == 2:
        found |= {f"{name}.sum(axis=0)": a.sum(0), f"{name}.sum(axis=1)": a.sum(1), f"{name}.T": a.T}
    found |= {f"np.tanh({name})": np.tanh(a), f"np.maximum({name}, 0)": np.maximum(a, 0), f"({name} > 0)": a > 0}
    found |= {f"1 / (1 + np.exp(-{name}))": 1 / (1 + np.exp(-a)), f"({name} >= 0)": a >= 0}
    if not a.ndim:
        found |= {f"(1 - {name})": 1 - a, f"1 / {name}": 1 / a}
    found[f"(1 - {name} ** 2)"] = 1 - a * a
    if a.size and np.max(np.abs(a)) < LARGEST_EXPONENT:
        found[f"np.exp({name})"] = np.exp(a)
    return {code: np.asarray(value, dtype=np.float64) for code, value in found.items()}


def lists(case: Case) -> Iterator[Statement]:
    """One of the arrays, some of them added up, or multiplied; and such a one missing, or once more."""
    for name in case.exercise.parameters:
        if not isinstance(case.argument(case.wrong[0], name), (list, tuple)):
            continue
        yield Statement(PRODUCT, _of_list(case, name, lambda arrays: reduce(np.matmul, arrays)), {"argument": name})
        yield Statement(
            BACKWARDS, _of_list(case, name, lambda arrays: reduce(np.matmul, arrays[::-1])), {"argument": name}
        )
        for code, make in MADE.items():
            values, told = {"term": code.format(name)}, _of_list(case, name, make)
            yield Statement(ITSELF, told, values)
            if case.same_shape:
                yield Statement(LACKS, _more(case, told, -1.0), values)
                yield Statement(ONCE_MORE, _more(case, told, 1.0), values)


def _of_list(case: Case, name: str, make: Callable[[Arrays], Array]) -> Foretold:
    def told(at: int) -> Array | None:
        values = case.argument(at, name)
        arrays = [np.asarray(value, dtype=np.float64) for value in values]
        return make(arrays) if arrays else None

    return told


def _more(case: Case, told: Foretold, times: float) -> Foretold:
    return lambda at: None if (value := told(at)) is None else case.right(at) + times * value
