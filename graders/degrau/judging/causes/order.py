"""Answers that are the right numbers in another shape or order, or added up; and those of another part."""

from collections.abc import Callable, Iterator
from itertools import permutations

import numpy as np

from ...base.text import Text, _
from ...plain.numbers import Array
from .case import Case
from .scale import words as c_words
from .statement import ENOUGH, Foretold, Statement

Change = Callable[[Array], Array | None]


def _if(ndim: int, change: Callable[[Array], Array]) -> Change:
    """The change of what has so many axes at least."""
    return lambda a: change(a) if a.ndim >= ndim and a.size else None


def _vector(change: Callable[[Array], Array]) -> Change:
    return lambda a: change(a) if a.ndim == 1 and a.size else None


def _largest(a: Array) -> Array:
    return np.asarray(a == np.max(a, axis=-1, keepdims=True), dtype=np.float64)


CHANGED: tuple[tuple[Text, Change], ...] = (
    (_("{what} has the right numbers, transposed"), _if(2, lambda a: a.T)),
    (
        _("{what} has the right numbers, reshaped where they should be transposed"),
        lambda a: a.T.reshape(a.shape) if a.ndim == 2 else None,
    ),
    (_("{what} has the right numbers, from the last to the first"), _if(1, lambda a: a[::-1])),
    (_("{what} has the right columns, from the last to the first"), _if(2, lambda a: a[:, ::-1])),
    (_("{what} has the right numbers, one place further on"), _if(1, lambda a: np.roll(a, 1, 0))),
    (_("{what} has the right numbers, one place too early"), _if(1, lambda a: np.roll(a, -1, 0))),
    (_("{what} has the right numbers, sorted"), _if(1, lambda a: np.sort(a, axis=-1))),
    (_("{what} has the right numbers, sorted downwards"), _if(1, lambda a: np.sort(a, axis=-1)[..., ::-1])),
    (_("{what} lacks its last entry"), _if(1, lambda a: a[:-1])),
    (_("{what} lacks its first entry"), _if(1, lambda a: a[1:])),
    (_("{what} is only the first entry of what is right"), _if(1, lambda a: a[0])),
    (_("{what} is only the last entry of what is right"), _if(1, lambda a: a[-1])),
    (_("{what} is the sum of all the right numbers"), _if(1, np.sum)),
    (_("{what} is the mean of all the right numbers"), _if(1, np.mean)),
    (_("{what} is the largest of the right numbers"), _if(1, np.max)),
    (_("every entry of {what} is the mean of the right numbers"), _if(1, lambda a: np.full(a.shape, np.mean(a)))),
    (_("every entry of {what} is the sum of the right numbers"), _if(1, lambda a: np.full(a.shape, np.sum(a)))),
    (_("every entry of {what} is the first of the right numbers"), _vector(lambda a: np.full(a.shape, a[0]))),
    (_("every entry of {what} is the last of the right numbers"), _vector(lambda a: np.full(a.shape, a[-1]))),
    (_("every entry of {what} is the largest of the right numbers"), _if(0, lambda a: np.full(a.shape, np.max(a)))),
    (_("every entry of {what} is the smallest of the right numbers"), _if(0, lambda a: np.full(a.shape, np.min(a)))),
    (_("every row of {what} is the first of the right rows"), _if(2, lambda a: np.broadcast_to(a[:1], a.shape))),
    (_("every row of {what} is the last of the right rows"), _if(2, lambda a: np.broadcast_to(a[-1:], a.shape))),
    (_("every row of {what} is the mean of the right rows"), _if(2, lambda a: np.broadcast_to(a.mean(0), a.shape))),
    (_("{what} only tells which of the right numbers is the largest"), _if(1, lambda a: _largest(a))),
    (_("{what} is summed over axis 0"), _if(2, lambda a: a.sum(0))),
    (_("{what} is summed over axis 1"), _if(2, lambda a: a.sum(1))),
    (_("{what} is the mean over axis 0 of what is right"), _if(2, lambda a: a.mean(0))),
    (_("{what} is the mean over axis 1 of what is right"), _if(2, lambda a: a.mean(1))),
    (_("{what} has the right numbers, as a column"), _if(1, lambda a: a[..., None])),
    (_("{what} has the right numbers, with an axis too many in front"), lambda a: a[None]),
    (_("{what} has the right number, as a matrix of one entry"), lambda a: a.reshape(1, 1) if a.ndim == 0 else None),
    (_("{what} has the right numbers, without their shape"), _if(2, np.ravel)),
    (_("{what} has lost an axis of length 1"), np.squeeze),
    (_("{what} is a matrix with the right numbers on its diagonal"), _vector(np.diag)),
    (_("{what} is only the diagonal of what is right"), lambda a: np.diag(a) if a.ndim == 2 else None),
    (_("{what} has the running sums of the right numbers"), _if(1, lambda a: np.cumsum(a, 0))),
    (_("{what} has the running sums of the right numbers, along each row"), _if(2, lambda a: np.cumsum(a, -1))),
    (
        _("{what} has the running sums of the right numbers, from the end of each row"),
        _if(1, lambda a: np.cumsum(a[..., ::-1], -1)[..., ::-1]),
    ),
    (_("{what} has the running products of the right numbers"), _vector(np.cumprod)),
    (
        _("{what} has the running means of the right numbers"),
        _vector(lambda a: np.cumsum(a) / np.arange(1, len(a) + 1)),
    ),
    (_("{what} has the differences of the right numbers that follow each other"), _if(1, lambda a: np.diff(a, axis=0))),
    (_("{what} is what is right, divided by its sum"), _if(1, lambda a: a / np.sum(a))),
    (_("{what} is what is right, divided by its norm"), _if(1, lambda a: a / np.linalg.norm(a))),
    (_("{what} is what is right, divided by its largest entry"), _if(1, lambda a: a / np.max(np.abs(a)))),
    (
        _("{what} is what is right, each row divided by its largest entry"),
        _if(1, lambda a: a / np.max(np.abs(a), axis=-1, keepdims=True)),
    ),
    (_("{what} is what is right, each row divided by its sum"), _if(1, lambda a: a / np.sum(a, -1, keepdims=True))),
    (
        _("{what} is what is right, each row divided by its norm"),
        _if(1, lambda a: a / np.linalg.norm(a, axis=-1, keepdims=True)),
    ),
)
MENDED: tuple[tuple[Text, Change], ...] = (
    (_("only the diagonal of {what} should be there"), lambda a: np.diag(a) if a.ndim == 2 else None),
    (_("summed over axis 0, {what} would be right"), _if(1, lambda a: a.sum(0))),
    (_("summed over axis 1, {what} would be right"), _if(2, lambda a: a.sum(1))),
    (_("with the mean taken over axis 0, {what} would be right"), _if(1, lambda a: a.mean(0))),
    (_("with the mean taken over axis 1, {what} would be right"), _if(2, lambda a: a.mean(1))),
    (_("the first entry of {what} is what is right"), _if(1, lambda a: a[0])),
    (_("the last entry of {what} is what is right"), _if(1, lambda a: a[-1])),
    (_("the first column of {what} is what is right"), _if(2, lambda a: a[:, 0])),
    (_("{what} has one entry too many, at the beginning"), _if(1, lambda a: a[1:])),
    (_("{what} has one entry too many, at the end"), _if(1, lambda a: a[:-1])),
)
RESHAPED = _("the numbers of {what} are right, but not their shape")
ROWS_LACK, COLUMNS_LACK = (
    _("{what} is right as far as it goes, but lacks rows at the end"),
    _("{what} is right as far as it goes, but lacks columns at the end"),
)
LAST_STAYS = _("the last entry of {what} is always {c}; all others are right")
FIRST_STAYS = _("the first entry of {what} is always {c}; all others are right")
FIRST_ALONE = _("only the first entry of {what} is right; all others are always {c}")
NUMBER = _("{what} is a single number where there should be several")
SHAPE_OF = _("{what} has the shape of `{argument}`, and should have another")
LENGTHS = _("{what} always has the shape `{shape}`, and should have another")
EXCHANGED = _("{what} has what is right for `{other}`")
MINUS_OTHER = _("{what} has what is right for `{other}`, with the opposite sign")
EARLIER = _("each entry of {what} is what is right for the one before")
LATER = _("each entry of {what} is what is right for the next one")
LONG = 2


def reordered(case: Case) -> Iterator[Statement]:
    """The right numbers, changed as a whole."""
    for words, change in CHANGED:
        yield Statement(words, _changed(case, change))
    for part, other in enumerate(case.exercise.parts):
        if part != case.part:
            yield Statement(EXCHANGED, _other(case, part, 1.0), {"other": other})
            yield Statement(MINUS_OTHER, _other(case, part, -1.0), {"other": other})


def shifted(case: Case) -> Iterator[Statement]:
    """Each entry is its neighbour's, but for the one at the end."""
    if not case.same_shape or any(case.right(at).ndim != 1 or not case.right(at).size for at in case.order):
        return
    if sum(len(case.right(at)) >= LONG for at in case.wrong) >= ENOUGH:
        yield Statement(EARLIER, lambda at: _joined(case.got(at), case.right(at)[:-1], first=True), whole=True)
        yield Statement(LATER, lambda at: _joined(case.got(at), case.right(at)[1:], first=False), whole=True)


def untouched(case: Case) -> Iterator[Statement]:
    """Entries, or rows, at an end, or all but the first, that are always the same number: a loop never gets there."""
    if not case.same_shape or any(not case.right(at).ndim or not len(case.right(at)) for at in case.order):
        return
    if sum(len(case.right(at)) >= LONG for at in case.wrong) < ENOUGH:
        return
    for words, where in ((LAST_STAYS, slice(-1, None)), (FIRST_STAYS, slice(0, 1)), (FIRST_ALONE, slice(1, None))):
        found = {c for at in case.wrong if (got := case.got(at)) is not None for c in got[where].ravel().tolist()}
        if len(found) == 1:
            c = found.pop()
            foretold = _set(case, where, c)
            yield Statement(words, foretold, {"c": c_words(c)}, whole=True)


def _set(case: Case, where: slice, c: float) -> Foretold:
    def foretold(at: int) -> Array:
        made = np.array(case.right(at))
        made[where] = c
        return made

    return foretold


def short(case: Case) -> Iterator[Statement]:
    """Where there are too few rows, or columns, the others are right."""
    yield Statement(ROWS_LACK, lambda at: _as_far(case, at, 0), whole=True)
    yield Statement(COLUMNS_LACK, lambda at: _as_far(case, at, 1), whole=True)


def _as_far(case: Case, at: int, axis: int) -> Array | None:
    got, right = case.got(at), case.right(at)
    if (
        got is None
        or not got.size
        or got.ndim != right.ndim
        or right.ndim <= axis
        or got.shape[axis] > right.shape[axis]
    ):
        return None
    return right[: len(got)] if axis == 0 else right[:, : got.shape[1]]


def mended(case: Case) -> Iterator[Statement]:
    """The answer, changed as a whole, is right."""
    if not case.same_shape:
        for words, change in MENDED:
            yield Statement(words, _mended(case, change), whole=True)
        yield Statement(RESHAPED, lambda at: _reshaped(case, at), whole=True)


def _reshaped(case: Case, at: int) -> Array | None:
    """The answer itself, where it has the right numbers in their order."""
    got, right = case.got(at), case.right(at)
    if got is None or got.size != right.size:
        return None
    return got if case.evidence.near(at, case.part, got.reshape(right.shape), right).all() else None


def _changed(case: Case, change: Change) -> Foretold:
    return lambda at: change(case.right(at))


def _other(case: Case, part: int, sign: float) -> Foretold:
    return lambda at: sign * case.right_part(at, part)


def _joined(got: Array | None, rest: Array, first: bool) -> Array | None:
    if got is None or not got.size:
        return None
    return np.concatenate([got[:1], rest] if first else [rest, got[-1:]])


def _mended(case: Case, change: Change) -> Foretold:
    """The answer itself, where it would be right when it was changed."""

    def foretold(at: int) -> Array | None:
        got, right = case.got(at), case.right(at)
        value = None if got is None else change(got)
        fits = value is not None and np.shape(value) == right.shape
        return got if fits and case.evidence.near(at, case.part, np.asarray(value), right).all() else None

    return foretold


def lengths(case: Case) -> Iterator[Statement]:
    """A shape that is always given by other arguments than it should be."""
    wrong = [(at, got.shape) for at in case.wrong if (got := case.got(at)) is not None]
    if len(wrong) < max(ENOUGH, len(case.wrong)) or any(shape == case.right(at).shape for at, shape in wrong):
        return
    whole = [n for n in case.exercise.parameters if all(isinstance(case.argument(at, n), int) for at, _s in wrong)]
    axes = {len(shape) for _at, shape in wrong}
    for names in permutations(whole, axes.pop()) if len(axes) == 1 else ():
        if names and all(tuple(case.argument(at, name) for name in names) == shape for at, shape in wrong):
            yield Statement(LENGTHS, values={"shape": f"({', '.join(names)}{',' * (len(names) == 1)})"})


def misshapen(case: Case) -> Iterator[Statement]:
    """A shape that is always that of an argument, or of a single number."""
    got = [case.got(at) for at in case.wrong]
    shapes = [None if array is None else array.shape for array in got]
    pairs = [(at, shape) for at, shape in zip(case.wrong, shapes, strict=True) if shape != case.right(at).shape]
    if len(pairs) < max(ENOUGH, len(case.wrong)):
        return
    if all(shape == () for _at, shape in pairs):
        yield Statement(NUMBER)
    for name in case.exercise.parameters:
        own = {at: dict(case.numbers(at)).get(name) for at, _shape in pairs}
        same = all((array := own[at]) is not None and array.shape == shape for at, shape in pairs)
        if same and len({shape for _at, shape in pairs}) > 1:
            yield Statement(SHAPE_OF, values={"argument": name})
