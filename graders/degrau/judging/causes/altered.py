"""Answers that are right for other arguments: one of them altered."""

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from ...base.text import Text, _
from ...plain.call import Source
from ...plain.numbers import Array
from ..draw import Args
from . import scale
from .case import Case
from .scale import NEARLY, ratio, words
from .statement import NOTHING, Foretold, Statement

INSTEAD = _("{what} is what is right with `{code}` in place of `{argument}`")
TIMES = _("{what} is {c} times what is right with `{code}` in place of `{argument}`")
LEFT_OUT = _("Does `{argument}` take part at all?")


@dataclass(frozen=True)
class Altered:
    """A change of one argument; `plain`: it says something of a step function, too."""

    argument: str
    code: str
    change: Callable[[Any, Args], Any]
    plain: bool = False


def altered(case: Case) -> Iterator[Statement]:
    """One argument replaced by something made of it, of another one, or by a constant."""
    if not case.can_ask:
        return
    found = [change for change in alterations(case) if change.plain or not case.steps or case.chooses]
    changes = sorted(found, key=lambda change: _beside(case, change))
    for change in changes:
        yield Statement(INSTEAD, _told(case, change), *words_of(change), about=frozenset({change.argument}))
    for change in changes if case.same_shape else ():
        told = _told(case, change)
        c = ratio(case, case.got, told)
        if c is not None and c != 1 and not _is_right(case, told, c):
            values, advice = words_of(change)
            about = frozenset({change.argument})
            yield Statement(TIMES, _times(told, c), {**values, "c": words(c)}, advice, fitted=1, about=about)


def _beside(case: Case, change: Altered) -> bool:
    """Whether what stands in the argument's place is made of another one: what is made of it alone is plainer."""
    return not scale.named(case, change.code) <= {change.argument}


def _is_right(case: Case, told: Foretold, c: float) -> bool:
    """Whether the altered is right itself, or that many times it nearly is: then it is no cause of anything."""
    at = case.wrong[0]
    value, right = told(at), case.right(at)
    if value is None or value.shape != right.shape:
        return False
    return bool(np.allclose(value, right) or np.allclose(c * value, right, rtol=NEARLY))


def words_of(change: Altered) -> tuple[dict[str, object], Text]:
    """What a sentence says of the change, and an advice."""
    advice = LEFT_OUT.filled(argument=change.argument) if change.code in ("0", "1") else NOTHING
    return {"code": change.code, "argument": change.argument}, advice


def _times(told: Foretold, c: float) -> Foretold:
    return lambda at: None if (value := told(at)) is None else c * value


def _told(case: Case, change: Altered) -> Foretold:
    return case.asked(f"{change.code} for {change.argument}", changed(case, change))


def changed(case: Case, change: Altered) -> Callable[[int], Args | None]:
    """The arguments of a call with this change."""
    place = case.exercise.parameters.index(change.argument)

    def arguments(at: int) -> Args | None:
        args = completed(case, at, place + 1)
        value = None if args is None else change.change(args[place], args)
        return None if args is None or value is None else (*args[:place], value, *args[place + 1 :])

    return arguments


def completed(case: Case, at: int, size: int) -> Args | None:
    """The arguments of a call, so many at least: with the defaults of those that it leaves out, if they have any."""
    args, own = case.call(at), inspect.signature(case.reference).parameters
    left_out = [own[name].default for name in case.exercise.parameters[len(args) : size] if name in own]
    fits = len(args) + len(left_out) >= size and inspect.Parameter.empty not in left_out
    return (*args, *left_out) if fits else None


def defaults_of(case: Case) -> dict[str, float]:
    """The defaults of the arguments that are numbers."""
    parameters = inspect.signature(case.reference).parameters
    found = {name: parameters[name].default for name in case.exercise.parameters if name in parameters}
    return {name: value for name, value in found.items() if isinstance(value, (int, float))}


def alterations(case: Case) -> Iterator[Altered]:
    """The changes of one argument that are tried."""
    kinds = {name: kind for name in case.exercise.parameters if (kind := kind_of(case, name))}
    given = defaults_of(case)
    for name, kind in kinds.items():
        if kind == "list":
            yield from _of_lists(name)
            continue
        if kind == "dict":
            yield from _of_dicts(case, name)
            continue
        index = case.exercise.parameters.index(name) in case.exercise.reading.fixed
        if kind == "array" and all(np.asarray(case.argument(at, name)).dtype == bool for at in case.order):
            yield from _of_masks(name)
            continue
        yield from _of_numbers(name)
        if index:
            yield Altered(name, f"{name} - 1", _simple(lambda v: v - 1), plain=True)
            yield Altered(name, f"{name} + 1", _simple(lambda v: v + 1), plain=True)
        if name in given:
            yield Altered(name, f"{given[name]:g}", _always(given[name]), plain=True)
        yield from _of_arrays(name) if kind == "array" else _of_scalars(name)
        yield from _by_others(case, name, kinds)
        if kind == "array" and _are_chances(case, name):
            yield from _of_chances(name)
        yield from _by_functions(case, name)


def kind_of(case: Case, name: str) -> str:
    values = [value for at in case.order if (value := case.argument(at, name)) is not None]
    if not values or any(isinstance(value, (Source, str)) for value in values):
        return ""
    if any(isinstance(value, dict) for value in values):
        return "dict"
    if any(isinstance(value, (list, tuple)) for value in values):
        return "list"
    return "array" if any(isinstance(value, np.ndarray) and value.ndim for value in values) else "scalar"


def _always(c: float) -> Callable[[Any, Args], Any]:
    return lambda value, args: c


def _simple(change: Callable[[Any], Any]) -> Callable[[Any, Args], Any]:
    return lambda value, args: change(value)


def _of_numbers(n: str) -> Iterator[Altered]:
    """Changes of a number, or of every number of an array."""
    plain: dict[str, Callable[[Any], Any]] = {
        "0": lambda v: v * 0,
        "1": lambda v: v * 0 + 1,
        f"-{n}": lambda v: -v,
        f"np.abs({n})": np.abs,
        f"np.trunc({n})": np.trunc,
        f"np.round({n})": np.round,
    }
    other: dict[str, Callable[[Any], Any]] = {
        f"2 * {n}": lambda v: v * 2,
        f"{n} / 2": lambda v: v / 2,
        f"{n} ** 2": lambda v: v * v,
        f"np.sqrt(np.abs({n}))": lambda v: np.sqrt(np.abs(v)),
        f"1 - {n}": lambda v: 1 - v,
        f"1 / {n}": lambda v: 1 / v,
        f"{n} + 1": lambda v: v + 1,
        f"{n} - 1": lambda v: v - 1,
        f"2 * {n} - 1": lambda v: 2 * v - 1,
        f"np.sign({n})": np.sign,
        f"np.maximum({n}, 0)": lambda v: np.maximum(v, 0),
        f"10 * {n}": lambda v: v * 10,
        f"{n} / 10": lambda v: v / 10,
        f"{n} / 100": lambda v: v / 100,
    }
    yield from (Altered(n, code, _simple(change), plain=True) for code, change in plain.items())
    yield from (Altered(n, code, _simple(change)) for code, change in other.items())
    for c in (1, 5, 6, 8, 10, 15, 20, 30):
        yield Altered(n, f"np.clip({n}, -{c}, {c})", lambda value, args, c=c: np.clip(value, -c, c))  # type: ignore[misc]


def _of_scalars(n: str) -> Iterator[Altered]:
    yield Altered(n, f"np.clip({n}, 0, 1)", lambda value, args: np.clip(value, 0, 1))
    for c in (0.9, 0.999, 1e-3, 0.01, 0.1, 0.5, 1e-5, 2):
        yield Altered(n, f"{c:g}", _always(c))


def _of_arrays(n: str) -> Iterator[Altered]:
    """Changes of an array as a whole."""

    def rows(change: Callable[[Array], Array], ndim: int = 1) -> Callable[[Any, Args], Any]:
        return lambda value, args: change(value) if np.ndim(value) >= ndim and np.size(value) else None

    yield Altered(n, f"{n}[:1]", rows(lambda v: np.broadcast_to(v[:1], v.shape).copy()), plain=True)
    yield Altered(n, f"{n}[-1:]", rows(lambda v: np.broadcast_to(v[-1:], v.shape).copy()), plain=True)
    yield Altered(n, f"{n}[:-1]", rows(lambda v: v[:-1]), plain=True)
    yield Altered(n, f"{n}[1:]", rows(lambda v: v[1:]), plain=True)
    yield Altered(n, f"{n}[::-1]", rows(lambda v: v[::-1]), plain=True)
    yield Altered(n, f"{n}.T", rows(lambda v: v.T, 2), plain=True)
    yield Altered(n, f"{n}.T.reshape({n}.shape)", rows(lambda v: v.T.reshape(v.shape), 2), plain=True)
    yield Altered(n, f"np.mean({n})", rows(lambda v: np.full(v.shape, v.mean())))
    yield Altered(n, f"{n} - {n}.mean(axis=0)", rows(lambda v: v - v.mean(0)))
    yield Altered(n, f"({n} - {n}.mean(axis=0)) / {n}.std(axis=0)", rows(lambda v: (v - v.mean(0)) / v.std(0)))
    yield Altered(n, f"{n} / np.linalg.norm({n})", rows(lambda v: v / np.linalg.norm(v)))
    yield Altered(
        n,
        f"{n} / np.linalg.norm({n}, axis=1, keepdims=True)",
        rows(lambda v: v / np.linalg.norm(v, axis=1, keepdims=True), 2),
    )
    yield Altered(n, f"{n} / np.max({n}, axis=-1, keepdims=True)", rows(lambda v: v / np.max(v, -1, keepdims=True)))
    yield Altered(n, f"np.cumsum({n}, axis=0)", rows(lambda v: np.cumsum(v, 0)))
    yield Altered(n, f"np.sort({n}, axis=0)", rows(lambda v: np.sort(v, axis=0)))


def _are_chances(case: Case, name: str) -> bool:
    """Whether all numbers of this argument lie from 0 to 1, and not all of them at the ends."""
    arrays = [np.asarray(value) for at in case.order if (value := case.argument(at, name)) is not None]
    inside = all(bool(np.all((a >= 0) & (a <= 1))) for a in arrays)
    return inside and any(bool(np.any((a > 0) & (a < 1))) for a in arrays)


def _of_chances(n: str) -> Iterator[Altered]:
    """Probabilities kept away from 0 and 1, by one of the small numbers that are usual."""
    for k in range(5, 17):
        code = f"np.clip({n}, 1e-{k}, 1 - 1e-{k})"
        yield Altered(n, code, lambda value, args, k=k: np.clip(value, 10.0**-k, 1 - 10.0**-k))  # type: ignore[misc]
        yield Altered(n, f"({n} + 1e-{k})", lambda value, args, k=k: value + 10.0**-k)  # type: ignore[misc]


def _of_lists(n: str) -> Iterator[Altered]:
    yield Altered(n, f"{n}[::-1]", lambda value, args: value[::-1], plain=True)
    yield Altered(n, f"{n}[:-1]", lambda value, args: value[:-1], plain=True)
    yield Altered(n, f"{n}[1:]", lambda value, args: value[1:], plain=True)
    yield Altered(n, f"{n}[-1:]", lambda value, args: value[-1:], plain=True)
    yield Altered(n, f"[a.T for a in {n}]", lambda value, args: [a.T for a in value], plain=True)
    yield Altered(n, f"[0 * a for a in {n}]", lambda value, args: [0 * a for a in value], plain=True)


def _of_masks(n: str) -> Iterator[Altered]:
    """Changes of who may take part."""
    changes: dict[str, Callable[[Array], Array]] = {
        f"~{n}": np.logical_not,
        f"{n}.T": np.transpose,
        f"np.ones_like({n})": np.ones_like,
        f"np.tril({n})": np.tril,
        f"np.tril(np.ones_like({n}))": lambda v: np.tril(np.ones_like(v)),
        f"np.triu({n})": np.triu,
        f"{n} & {n}.T": lambda v: v & v.T,
        f"{n} | {n}.T": lambda v: v | v.T,
        f"{n} | np.eye(len({n}), dtype=bool)": lambda v: v | np.eye(len(v), dtype=bool),
        f"{n} & ~np.eye(len({n}), dtype=bool)": lambda v: v & ~np.eye(len(v), dtype=bool),
    }
    yield from (Altered(n, code, _simple(change), plain=True) for code, change in changes.items())


def _of_dicts(case: Case, n: str) -> Iterator[Altered]:
    """One of the arrays in a dict altered, or those of one number in the place of those of another: gamma1, gamma2."""
    first = case.argument(case.wrong[0], n)
    keys = [key for key, value in first.items() if isinstance(value, np.ndarray)]
    for key in keys:
        for code, change in _of_an_entry(f"{n}['{key}']").items():
            yield Altered(n, _entry(n, key, code), _in_dict(lambda v, key=key, change=change: {key: change(v[key])}))  # type: ignore[misc]
        for other in keys:
            if other != key and np.shape(first[key]) == np.shape(first[other]):
                code = f"{n}['{other}']"
                yield Altered(n, _entry(n, key, code), _in_dict(lambda v, k=key, o=other: {k: v[o]}))  # type: ignore[misc]
                both = f"{n} with '{key}' and '{other}' exchanged"
                if key < other:
                    yield Altered(n, both, _in_dict(lambda v, k=key, o=other: {k: v[o], o: v[k]}))  # type: ignore[misc]
    yield from _of_numbered(n, first)


def _of_numbered(n: str, first: dict[str, Array]) -> Iterator[Altered]:
    others = {k: f"{k[:-1]}2" for k in first if k.endswith("1")}
    pairs = [(a, b) for a, b in others.items() if b in first and np.shape(first[a]) == np.shape(first[b])]
    ones, twos = ", ".join(f"'{a}'" for a, _b in pairs), ", ".join(f"'{b}'" for _a, b in pairs)
    if len(pairs) > 1:
        yield Altered(n, f"{n} with {ones} also as {twos}", _in_dict(lambda v: {b: v[a] for a, b in pairs}))
        yield Altered(n, f"{n} with {twos} also as {ones}", _in_dict(lambda v: {a: v[b] for a, b in pairs}))
        exchanged = _in_dict(lambda v: {a: v[b] for a, b in pairs} | {b: v[a] for a, b in pairs})
        yield Altered(n, f"{n} with {ones} and {twos} exchanged", exchanged)


def _entry(n: str, key: str, code: str) -> str:
    return f"{n} | {{'{key}': {code}}}"


def _in_dict(change: Callable[[dict[str, Array]], dict[str, Array]]) -> Callable[[Any, Args], Any]:
    return lambda value, args: value | change(value)


def _of_an_entry(n: str) -> dict[str, Callable[[Array], Array]]:
    return {
        f"0 * {n}": lambda v: v * 0,
        f"np.ones_like({n})": np.ones_like,
        f"-{n}": lambda v: -v,
        f"{n}.T": lambda v: v.T,
        f"{n}[::-1]": lambda v: v[::-1],
        f"2 * {n}": lambda v: v * 2,
        f"{n} / 2": lambda v: v / 2,
    }


def _by_functions(case: Case, n: str) -> Iterator[Altered]:
    """What a function of the notebook makes of it."""
    for name, function in (*case.others.items(), (case.exercise.name, case.reference)):
        needed = [p for p in inspect.signature(function).parameters.values() if p.default is inspect.Parameter.empty]
        if len(needed) == 1:
            yield Altered(n, f"{name}({n})", _simple(function))


def _by_others(case: Case, n: str, kinds: dict[str, str]) -> Iterator[Altered]:
    """Another argument in its place, or one made of both."""
    place = {name: i for i, name in enumerate(case.exercise.parameters)}

    def beside(other: str, make: Callable[[Any, Any], Any]) -> Callable[[Any, Args], Any]:
        return lambda value, args: make(value, args[place[other]]) if place[other] < len(args) else None

    for other in kinds:
        if other == n:
            continue
        if kinds[other] == kinds[n]:
            yield Altered(n, other, beside(other, lambda v, o: o if np.shape(o) == np.shape(v) else None), plain=True)
        if kinds[n] == kinds[other] == "scalar":
            yield Altered(n, f"{n} * {other}", beside(other, lambda v, o: v * o))
            yield Altered(n, f"{n} / {other}", beside(other, lambda v, o: v / o))
            yield Altered(n, f"{n} + {other}", beside(other, lambda v, o: v + o))
            yield Altered(n, f"{n} - {other}", beside(other, lambda v, o: v - o))
        if kinds[n] == kinds[other] == "array":
            for code, make in _statistics(n, other).items():
                yield Altered(n, code, beside(other, make))
        if kinds[n] == "scalar" and kinds[other] == "array":
            yield Altered(n, f"{n} / len({other})", beside(other, lambda v, o: v / len(o) if np.size(o) else None))
            yield Altered(n, f"{n} * len({other})", beside(other, lambda v, o: v * len(o)))
            yield Altered(n, f"len({other})", beside(other, lambda v, o: len(o)))
            yield Altered(n, f"{other}.size", beside(other, lambda v, o: o.size if np.ndim(o) > 1 else None))
            yield Altered(n, f"{other}.shape[1]", beside(other, lambda v, o: o.shape[1] if np.ndim(o) > 1 else None))


def _statistics(n: str, other: str) -> dict[str, Callable[[Any, Any], Any]]:
    """What may stand for an array: means of another one with more axes; and itself, by how many rows that has."""

    def of_rows(make: Callable[[Array], Array]) -> Callable[[Any, Any], Any]:
        return lambda v, o: made if np.ndim(o) > np.ndim(v) and np.shape(made := make(o)) == np.shape(v) else None

    return {
        f"{other}.mean(axis=0)": of_rows(lambda o: o.mean(0)),
        f"{other}.var(axis=0)": of_rows(lambda o: o.var(0)),
        f"{other}.std(axis=0)": of_rows(lambda o: o.std(0)),
        f"{n} * len({other}) / (len({other}) - 1)": lambda v, o: v * len(o) / (len(o) - 1) if len(o) > 1 else None,
        f"{n} / len({other})": lambda v, o: v / len(o) if len(o) else None,
    }
