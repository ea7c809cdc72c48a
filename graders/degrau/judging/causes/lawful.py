"""Answers that only a law judges, such as those that are drawn: right by that law for other arguments."""

import copy
import inspect
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

import numpy as np

from ...base.text import _
from ...plain.call import Call, Source
from ...plain.outcomes import Outcome, Returned
from ..draw import Args
from ..laws import Answer
from ..types import Property
from ..violations import Violation, Warned
from .case import Case
from .statement import ENOUGH, Statement

INSTEAD = _("what comes back keeps this requirement with `{code}` in place of `{argument}`")
# No more questions are followed through than these.
MOST_EXAMPLES = 64
# An example of hundreds of draws says more than one answer.
ENOUGH_OF_DRAWS = 2
Change = Callable[[Any, Mapping[str, Any]], Any]


class _UnlikeError(Exception):
    """The law asks what it did not ask before."""


def lawful(case: Case) -> Iterator[Statement]:
    """One argument of the law replaced, so that all that came back keeps it, and what is right does not."""
    failed = case.failed
    if (
        failed is None
        or not case.can_ask
        or failed.law is None
        or len(case.violations) < (ENOUGH_OF_DRAWS if _draws_many(failed) else ENOUGH)
    ):
        return
    further = [p for p in case.exercise.properties if p.law and p is not failed and not p.edge and not p.parts]
    for name in _names(failed) if _is_plain(case, failed) and not failed.parts else ():
        for code, change in _changes(case, failed, name):
            if _fits(case, failed, further, name, change):
                yield Statement(INSTEAD, values={"code": code, "argument": name})


def _names(prop: Property) -> list[str]:
    """What the law calls its arguments, after the answers and the facts."""
    assert prop.law is not None
    return list(inspect.signature(prop.law).parameters)[2:]


def _is_plain(case: Case, prop: Property) -> bool:
    """Whether the law's arguments stand by their names."""
    assert prop.law is not None
    kinds = [p.kind for p in inspect.signature(prop.law).parameters.values()]
    return inspect.Parameter.VAR_POSITIONAL not in kinds and bool(case.probes.examples.get(prop.name))


def _fits(case: Case, failed: Property, further: list[Property], name: str, change: Change) -> bool:
    """Whether the law is kept with this change in all examples, and says enough there."""
    if not _kept(case, failed, name, change, _found):
        return False
    said = _telling(case, failed, name, change)
    for prop in further if said < ENOUGH else ():
        if name in _names(prop):
            if not _kept(case, prop, name, change, _found):
                return False
            said += _telling(case, prop, name, change)
    return said >= (ENOUGH_OF_DRAWS if any(map(_draws_many, (failed, *further))) else ENOUGH)


def _draws_many(prop: Property) -> bool:
    """Whether an example of it is many draws."""
    return prop.law is not None and "seed" in inspect.signature(prop.law).parameters


Asked = Callable[[Case, int], Outcome]


def _found(case: Case, at: int) -> Outcome:
    return case.evidence.outcomes[at]


def _examples(case: Case, prop: Property) -> list[tuple[int, Args]]:
    return list(enumerate(case.probes.examples.get(prop.name, ())))[:MOST_EXAMPLES]


def _kept(case: Case, prop: Property, name: str, change: Change, asked: Asked) -> bool:
    return all(_keeps(case, prop, i, args, name, change, asked) for i, args in _examples(case, prop))


def _telling(case: Case, prop: Property, name: str, change: Change) -> int:
    """In how many examples what is right does not keep the changed law."""
    return sum(not _keeps(case, prop, i, args, name, change, Case.right_outcome) for i, args in _examples(case, prop))


def _keeps(case: Case, prop: Property, i: int, args: Args, name: str, change: Change, asked: Asked) -> bool:
    """Whether the answers to the questions that the law asks are what it wants with the change."""
    assert prop.law is not None
    places = _sequence(case, prop, i, args)
    named = dict(zip(_names(prop), args, strict=False))
    if name not in named or not places:
        return False
    pending = iter(places)

    def answer(*asked_for: Any) -> Answer:
        at = next(pending, None)
        if at is None:
            raise _UnlikeError
        outcome = asked(case, at)
        if not isinstance(outcome, Returned) or outcome.value is None:
            raise _UnlikeError
        return Answer(Call(case.exercise.name, asked_for, case.exercise.iterable), outcome.value, case.exercise.parts)

    facts = replace(case.probes.facts, values={}, slopes={})
    try:
        value = change(named[name], named)
        if value is None:
            return False
        prop.law(answer, facts, *(value if n == name else arg for n, arg in named.items()))
    except Warned:
        return True
    except (Violation, _UnlikeError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
        return False
    return True


def _sequence(case: Case, prop: Property, i: int, args: Args) -> tuple[int, ...]:
    """The calls that the law makes of right answers, by number; none where one is no call of the probes."""

    def made() -> tuple[int, ...]:
        found: list[int] = []

        def answer(*asked: Any) -> Answer:
            at = case.probes.position(asked)
            if at is None:
                raise _UnlikeError
            found.append(at)
            outcome = case.right_outcome(at)
            value = outcome.value if isinstance(outcome, Returned) else None
            return Answer(Call(case.exercise.name, asked, case.exercise.iterable), value, case.exercise.parts)

        facts = replace(case.probes.facts, values=dict(case.probes.facts.values), slopes={})
        try:
            assert prop.law is not None
            prop.law(answer, facts, *copy.deepcopy(args))
        except (Violation, _UnlikeError):
            return ()
        return tuple(found)

    return case.known(f"sequence of {prop.name}", i, made)


def _changes(case: Case, prop: Property, name: str) -> Iterator[tuple[str, Change]]:
    """What may stand in the place of an argument of the law."""
    examples, names = case.probes.examples[prop.name], _names(prop)
    kinds = dict(zip(names, examples[0], strict=False))
    value = kinds.get(name)
    if isinstance(value, (Source, str, tuple, list, dict)) or value is None:
        return
    if isinstance(value, np.ndarray):
        yield from () if "seed" in names else _of_arrays(name)
        return
    if "seed" in names:
        whole = all(isinstance(dict(zip(names, args, strict=False))[name], int) for args in examples)
        yield from _of_chances(name, whole)
        return
    yield from _of_numbers(name, whole=isinstance(value, int))
    for other, beside in kinds.items():
        if isinstance(beside, np.ndarray):
            yield f"len({other})", lambda v, named, o=other: len(named[o])  # type: ignore[misc]
        elif other != name and isinstance(beside, (int, float)):
            yield other, lambda v, named, o=other: named[o]  # type: ignore[misc]


def _of_chances(n: str, whole: bool) -> Iterator[tuple[str, Change]]:
    """The few that tell chances apart: many others come near to each other."""
    if not whole:
        yield "1", lambda v, named: 1
        yield f"1 / {n}", lambda v, named: 1 / v
        yield f"np.sqrt({n})", lambda v, named: v**0.5
        yield f"{n} ** 2", lambda v, named: v * v
        return
    yield from _among(n)
    for other in ("z", "p"):
        yield f"len({other})", lambda v, named, o=other: len(named[o]) if o in named else None  # type: ignore[misc]


def _among(n: str) -> Iterator[tuple[str, Change]]:
    """One less, or one more, of as many as there are."""
    yield f"{n} - 1", lambda v, named: max(v - 1, 1)
    yield f"{n} + 1", lambda v, named: min(v + 1, len(named["z"])) if "z" in named else None


def _of_numbers(n: str, whole: bool) -> Iterator[tuple[str, Change]]:
    yield "1", lambda v, named: 1
    yield f"{n} - 1", lambda v, named: v - 1
    yield f"{n} + 1", lambda v, named: v + 1
    yield f"2 * {n}", lambda v, named: 2 * v
    yield f"{n} ** 2", lambda v, named: v * v
    if whole:
        yield from _among(n)
        yield f"max({n} // 2, 1)", lambda v, named: max(v // 2, 1)
        return
    yield f"1 / {n}", lambda v, named: 1 / v
    yield f"np.sqrt({n})", lambda v, named: v**0.5
    yield f"{n} / 2", lambda v, named: v / 2


def _of_arrays(n: str) -> Iterator[tuple[str, Change]]:
    yield f"np.arange(len({n}))", lambda v, named: np.arange(len(v))
    yield f"-np.arange(len({n}))", lambda v, named: -np.arange(len(v))
    yield f"0 * {n}", lambda v, named: v * 0
    yield f"-{n}", lambda v, named: -v
    yield f"{n}[::-1]", lambda v, named: v[::-1]
    yield f"{n}[:-1]", lambda v, named: v[:-1]
    yield f"{n}[1:]", lambda v, named: v[1:]
    yield f"np.sort({n})", lambda v, named: np.sort(v)
    yield f"np.unique({n})", lambda v, named: np.unique(v)
    yield f"np.exp({n})", lambda v, named: np.exp(v)
    yield f"np.abs({n})", lambda v, named: np.abs(v)
    yield f"np.log({n} - np.min({n}))", lambda v, named: np.log(v - np.min(v))
    yield f"({n} + 1)", lambda v, named: v + 1
    yield f"({n} - 1)", lambda v, named: v - 1
