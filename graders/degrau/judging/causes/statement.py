"""A sentence about wrong answers, and the rules of evidence by which it counts as true."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np

from ...base.text import Language, Text, _, code
from ...plain.numbers import Array
from .case import Case

Foretold = Callable[[int], Array | None]
ANSWER, NOTHING = _("the answer"), code("")
# So many wrong examples at least, and as many different numbers where a constant was read off.
ENOUGH = 3
# Of what is wrong, so little may be left unexplained, at so many of the wrong numbers.
LEFT, EXPLAINED = 0.2, 0.9
DIGITS, MANY = "{:.9g}", 50


@dataclass(frozen=True)
class Statement:
    """What may be true of the answers, and the answers that it foretells, call by call.

    One that foretells none was found to be true by whoever made it. In its words, `{what}` is the part that is spoken
    of. `fitted`: how many of its constants were read off the answers. `whole`: it cannot be said of the wrong numbers
    alone. `about`: the parameters that it names. `in_one`: it does not hold in the calls of all other properties.
    """

    words: Text
    foretold: Foretold | None = None
    values: Mapping[str, object] = field(default_factory=dict)
    advice: Text = NOTHING
    fitted: int = 0
    whole: bool = False
    about: frozenset[str] = frozenset()
    in_one: bool = False

    def to(self, language: Language, case: Case) -> str:
        """The sentence."""
        values = {k: v.to(language) if isinstance(v, Text) else v for k, v in self.values.items()}
        return self.words.to(language, what=what(case, language), **values)


Family = Callable[[Case], Iterator[Statement]]


def what(case: Case, language: Language) -> str:
    """The part that is spoken of."""
    return f"`{case.name}`" if case.several else ANSWER.to(language)


def holds(statement: Statement, case: Case, where_wrong: bool = False) -> bool:
    """Whether the statement agrees with every call of the property, and explains what is wrong.

    `where_wrong`: it is said of the wrong numbers alone; right ones may be right.
    """
    if statement.foretold is None:
        return True
    if len(case.wrong) < ENOUGH:
        return False
    # Wrong is always the other one where there are two; and a constant may be an argument that does not vary.
    if where_wrong and (case.decides or statement.whole or statement.fitted > 1):
        return False
    if (statement.fitted or where_wrong) and not case.unvaried <= statement.about:
        return False
    foretold = _remembered(statement.foretold)
    return all(_agrees(case, at, foretold(at), where_wrong) for at in case.order) and _explains(
        statement, case, foretold
    )


def holds_everywhere(statement: Statement, case: Case, where_wrong: bool = False) -> bool:
    """Whether a statement that holds agrees with the calls of the other properties, too: with most of the wrong ones.

    Their edges are particular: what is always infinite there, or has no entries, is something else by itself. Of a
    decision it has to agree with all.
    """
    if statement.foretold is None:
        return True
    foretold = _remembered(statement.foretold)
    others = [at for at in case.elsewhere if (got := case.got(at)) is not None and got.size]
    if case.decides:
        return all(_agrees(case, at, foretold(at), where_wrong) for at in others)
    wrong = [_agrees(case, at, foretold(at), where_wrong) for at in others if case.is_wrong(at)]
    return sum(wrong) >= EXPLAINED * len(wrong) and (where_wrong or not is_contradicted(statement, case))


def is_contradicted(statement: Statement, case: Case) -> bool:
    """Whether it foretells another number for an ordinary call, of another property, that is answered right."""
    if statement.foretold is None:
        return False
    ordinary = set(case.ordinary)
    right = (at for at in case.elsewhere if at in ordinary and not case.is_wrong(at) and not case.is_doubtful(at))
    return any(
        (told := tried_foretold(statement.foretold, at)) is not None and not _agrees(case, at, told, where_wrong=False)
        for at in right
    )


def _remembered(foretold: Foretold) -> Foretold:
    """The same, worked out once for each call; None where it cannot be."""
    known: dict[int, Array | None] = {}

    def remembered(at: int) -> Array | None:
        if at not in known:
            known[at] = tried_foretold(foretold, at)
        return known[at]

    return remembered


def tried_foretold(foretold: Foretold, at: int) -> Array | None:
    """What is foretold for this call, if it can be worked out."""
    try:
        value = foretold(at)
        return None if value is None else np.asarray(value, dtype=np.float64)
    except (ArithmeticError, LookupError, TypeError, ValueError):
        return None


def _agrees(case: Case, at: int, foretold: Array | None, where_wrong: bool) -> bool:
    got, bad = case.got(at), case.bad(at)
    if got is None or foretold is None or (where_wrong and bad is None):
        return False
    if foretold.shape != got.shape:
        return where_wrong and bad is not None and not bad.any()
    near = case.evidence.near(at, case.part, got, foretold)
    if bad is not None:
        near |= case.free(at)
    return bool((near | ~bad if where_wrong and bad is not None else near).all())


def _explains(statement: Statement, case: Case, foretold: Foretold) -> bool:
    """Whether enough of the wrong examples say something, and what is foretold is nearer to them than what is right."""
    examples, values, came = 0, set[float](), set[float]()
    for at in case.wrong:
        told = foretold(at)
        if told is None:
            continue
        telling = _telling(case, at, told)
        if telling is None:
            return False
        if telling.size:
            examples += 1
            values.update(_distinct(telling))
            came.update(_distinct(_wrong_numbers(case, at)))
    if len(came) == 1 and len(values) > 1:
        # What is always 0 agrees with whatever is next to nothing.
        return False
    distinct = len(values - {0.0})
    return examples >= ENOUGH and (not statement.fitted or distinct >= ENOUGH + statement.fitted - 1)


def _distinct(numbers: Array) -> set[float]:
    return {float(DIGITS.format(v)) for v in numbers.ravel()[:MANY].tolist()}


def _wrong_numbers(case: Case, at: int) -> Array:
    got, bad = case.got(at), case.bad(at)
    assert got is not None
    return got if bad is None else got[bad]


def _telling(case: Case, at: int, told: Array) -> Array | None:
    """The numbers foretold for what is wrong in this call; None where they do not explain it."""
    got, right, bad = case.got(at), case.right(at), case.bad(at)
    if got is None or bad is None or told.shape != right.shape:
        return told[np.isfinite(told)]
    finite = bad & np.isfinite(got) & np.isfinite(right) & np.isfinite(told)
    left = np.abs(got - told)[finite] <= LEFT * np.abs(got - right)[finite]
    if left.size and left.mean() < EXPLAINED:
        return None
    return told[bad & np.isfinite(told)]
