"""Answers that are a short formula of the arguments: of all there are, one that gives a few of the wrong numbers."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ...plain.numbers import Array
from .case import Case
from .scale import named
from .statement import Foretold, Statement
from .terms import ITSELF, plain_terms

# So many numbers are looked at; all must be given, and as many be different.
LOOKED_AT, OF_A_CALL, DIFFERENT, NEAR = 8, 2, 4, 1e-8
# Of more arguments there are too many formulas.
MOST_LEAVES, MANY, FEW, DIGITS, SHOWN = 6, 5, 3, 11, 3
Make = Callable[..., Array]
Matrix = Array

# How a formula is made of others, as it is written; those that end a function's name take what is inside as it is.
UNARY: tuple[tuple[str, Make], ...] = (
    ("-{}", np.negative),
    ("{} ** 2", np.square),
    ("1 / {}", np.reciprocal),
    ("np.sqrt({})", np.sqrt),
    ("np.exp({})", np.exp),
    ("np.log({})", np.log),
    ("np.abs({})", np.abs),
    ("np.sin({})", np.sin),
    ("np.cos({})", np.cos),
    ("np.tan({})", np.tan),
    ("np.arcsin({})", np.arcsin),
    ("np.arccos({})", np.arccos),
    ("np.arctan({})", np.arctan),
    ("np.sinh({})", np.sinh),
    ("np.cosh({})", np.cosh),
    ("np.tanh({})", np.tanh),
    ("np.arcsinh({})", np.arcsinh),
    ("np.arctanh({})", np.arctanh),
    ("np.log2({})", np.log2),
    ("np.maximum({}, 0)", lambda a: np.maximum(a, 0)),
    ("np.clip({}, -1, 1)", lambda a: np.clip(a, -1, 1)),
    ("np.clip({}, 0, 1)", lambda a: np.clip(a, 0, 1)),
    ("np.radians({})", np.radians),
    ("2 ** {}", np.exp2),
    ("1 - {} ** 2", lambda a: 1 - a * a),
    ("1 / np.sqrt(1 - {} ** 2)", lambda a: 1 / np.sqrt(1 - a * a)),
    ("{0} * (1 - {0})", lambda a: a * (1 - a)),
    ("1 / (1 + np.exp(-{}))", lambda a: 1 / (1 + np.exp(-a))),
    ("1 / (1 - np.exp(-{}))", lambda a: 1 / (1 - np.exp(-a))),
    ("1 / (1 + 2.718 ** -{})", lambda a: 1 / (1 + 2.718**-a)),
    ("np.clip(0.2 * {} + 0.5, 0, 1)", lambda a: np.clip(0.2 * a + 0.5, 0, 1)),
)
LAST_UNARY = UNARY[:6]
BINARY: tuple[tuple[str, Make], ...] = (
    ("{} * {}", np.multiply),
    ("{} / {}", np.divide),
    ("{} + {}", np.add),
    ("{} - {}", np.subtract),
    ("{} ** {}", np.power),
    ("{} // {}", np.floor_divide),
    ("{} % {}", np.mod),
)


@dataclass(frozen=True)
class Formula:
    """How a number is made of others, down to the arguments; without a way to make it, it is one of those."""

    form: str
    make: Make | None = None
    of: tuple["Formula", ...] = ()

    @property
    def code(self) -> str:
        """As it is written."""
        call = self.form.startswith("np.") and self.form.endswith("({})")
        return self.form.format(*(part.code if call else part.inner for part in self.of)) if self.of else self.form

    @property
    def inner(self) -> str:
        """As it is written beside others."""
        return self.code if not self.of or self.form.startswith("np.") else f"({self.code})"

    def value(self, leaves: Mapping[str, Array]) -> Array:
        """What it comes to."""
        if self.make is None:
            return leaves[self.form]
        return np.asarray(self.make(*(part.value(leaves) for part in self.of)))


@dataclass(frozen=True)
class Pool:
    """Formulas, and a row of what each gives for the numbers looked at."""

    formulas: Sequence[Formula]
    rows: Matrix

    def __add__(self, other: "Pool") -> "Pool":
        return Pool([*self.formulas, *other.formulas], np.concatenate([self.rows, other.rows]))

    @property
    def distinct(self) -> "Pool":
        """Those that are finite, the first of each that are the same."""
        keep = [i for i in range(len(self.rows)) if np.isfinite(self.rows[i]).all()]
        with np.errstate(all="ignore"):
            size = 10.0 ** (np.floor(np.log10(np.abs(self.rows[keep]) + 1e-300)) - DIGITS)
        firsts = sorted(np.unique(np.round(self.rows[keep] / size) * size, axis=0, return_index=True)[1].tolist())
        return Pool([self.formulas[keep[i]] for i in firsts], self.rows[keep][firsts])


def formulas(case: Case) -> Iterator[Statement]:
    """The shortest formulas that give the wrong numbers."""
    if case.steps or case.exercise.iterable or not case.same_shape:
        return
    sample = _sample(case)
    if sample is None:
        return
    target, leaves = sample
    for found in _levels(leaves, target):
        for formula in sorted(found, key=lambda f: len(f.code))[:SHOWN]:
            about = named(case, formula.code)
            yield Statement(ITSELF, _told(case, formula), {"term": formula.code}, fitted=1, about=about)


def _told(case: Case, formula: Formula) -> Foretold:
    def told(at: int) -> Array:
        return np.broadcast_to(formula.value(_leaves(case, at)), case.right(at).shape)

    return told


def _leaves(case: Case, at: int) -> dict[str, Array]:
    """What a formula is made of: the arguments that are numbers, or of the answer's shape, and a few constants."""
    shape = case.right(at).shape
    found = {name: array for name, array in plain_terms(case, at).items() if array.shape in ((), shape)}
    return found | {"1": np.ones(()), "2": np.full((), 2.0)}


def _sample(case: Case) -> tuple[Array, Pool] | None:
    """A few wrong numbers, and the pool of what stands beside each of them."""
    target: list[float] = []
    rows: dict[str, list[float]] = {}
    for at in case.wrong:
        got, bad, leaves = case.got(at), case.bad(at), _leaves(case, at)
        if got is None or bad is None:
            return None
        for place in np.argwhere(bad & np.isfinite(got))[:OF_A_CALL]:
            target.append(float(got[tuple(place)]))
            for name, array in leaves.items():
                rows.setdefault(name, []).append(float(np.broadcast_to(array, got.shape)[tuple(place)]))
        if len(target) >= LOOKED_AT:
            break
    whole = {name: row for name, row in rows.items() if len(row) == len(target)}
    if len(set(target)) < DIFFERENT or not FEW <= len(whole) <= MOST_LEAVES:
        return None
    return np.array(target), Pool(list(map(Formula, whole)), np.array(list(whole.values())))


def _levels(leaves: Pool, target: Array) -> Iterator[list[Formula]]:
    """The formulas that give the target, the simplest first."""
    arguments = Pool(leaves.formulas[:-2], leaves.rows[:-2])
    one = (_unary(arguments, UNARY) + _binary(leaves, leaves, BINARY)).distinct
    yield _hits(one, target)
    two = _unary(one, UNARY) + _binary(one, leaves, BINARY) + _binary(leaves, one, BINARY)
    yield _hits(two, target)
    few = len(leaves.rows) <= MANY
    yield [hit for op in BINARY for hit in _hits_of_two(one, one, op, target)] if few else []
    two = two.distinct
    last = UNARY if len(leaves.rows) <= FEW else LAST_UNARY if few else ()
    yield [
        *(hit for op in last for hit in _hits(_unary(two, (op,)), target)),
        *(hit for op in BINARY[:4] for hit in _hits_of_two(leaves, two, op, target)),
        *(hit for op in BINARY[:4] for hit in _hits_of_two(two, leaves, op, target)),
    ]


def _unary(pool: Pool, operations: Sequence[tuple[str, Make]]) -> Pool:
    rows = [make(pool.rows) for _form, make in operations]
    return Pool([Formula(form, make, (f,)) for form, make in operations for f in pool.formulas], np.concatenate(rows))


def _binary(a: Pool, b: Pool, operations: Sequence[tuple[str, Make]]) -> Pool:
    rows = [make(a.rows[:, None], b.rows[None]).reshape(-1, a.rows.shape[1]) for _form, make in operations]
    formulas = [Formula(form, make, (f, g)) for form, make in operations for f in a.formulas for g in b.formulas]
    return Pool(formulas, np.concatenate(rows))


def _hits(pool: Pool, target: Array) -> list[Formula]:
    return [pool.formulas[int(i)] for i in np.flatnonzero(_gives(pool.rows, target))]


def _hits_of_two(a: Pool, b: Pool, operation: tuple[str, Make], target: Array) -> list[Formula]:
    """The same of all pairs, of which there are too many to be kept."""
    form, make = operation
    found = np.argwhere(_gives(make(a.rows[:, None], b.rows[None]), target))
    return [Formula(form, make, (a.formulas[int(i)], b.formulas[int(j)])) for i, j in found]


def _gives(rows: Array, target: Array) -> Array:
    return np.asarray((np.abs(rows - target) <= NEAR * np.abs(target)).all(axis=-1))
