"""Where an answer is wrong: a condition on the call, or on the entry, that tells wrong from right."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np

from ...base.text import Text, _, code
from ...plain.numbers import Array
from .case import Case
from .statement import ENOUGH, Statement

EXACTLY = _("in the calls that were tried, {what} is wrong exactly where {condition}")
RAISES = _("of the calls that were tried, exactly those fail where {condition}")
ONLY = _("in the calls that were tried, {what} is wrong only where {condition}, though not always there")
ENTRIES = _("in the calls that were tried, the wrong entries of {what} are exactly those where {condition}")
SOME_ENTRIES = _(
    "in the calls that were tried, entries of {what} are wrong only where {condition}, though not always there"
)
INTEGERS, SQUARE = _("`{name}` holds integers"), _("`{name}` is square")
ZERO, ZEROS, TIES = _("`{name}` has a 0"), _("`{name}` is all 0"), _("`{name}` has equal entries")
NOT_ZERO = code("`{name} != 0`")
SCALAR, ARRAY = _("`{name}` is a single number"), _("`{name}` is an array")
DIAGONAL = _("row and column are the same")
FIRST, LAST = _("the index is 0"), _("the index is the last")
FIRST_ROW, LAST_ROW = _("the row is the first"), _("the row is the last")
FIRST_COLUMN, LAST_COLUMN = _("the column is the first"), _("the column is the last")
ABOVE = _("`{code}` is {high} or more (right up to {low})")
BELOW = _("`{code}` is {low} or less (right from {high} on)")
WITHIN = _("`{code}` is from {first} to {last} (right up to {below}, and from {above} on)")
WHOLE = (0.0, 1.0, -1.0, 2.0)
# A threshold for most of the calls says little, unless many are right, and those come close to the wrong ones.
MOST_WRONG, TIGHT = 0.6, 2.0
ENOUGH_CHANCE, HALF, OUTSIDE, FEW_OUTSIDE = 1e-6, 0.5, 0.1, 10
# Among integers, only those show that decimals are lost where some are.
SOME = 0.1
FEW_DISTINCT, MANY_CALLS, MOST_ENTRIES = 3, 8, 20_000


@dataclass(frozen=True)
class Feature:
    """Something that is true or a number in each call, or at each entry.

    `size`: of a size, it may be said that wrong answers are only there; `kind`: though few are, too.
    """

    words: Text
    values: Array
    truth: bool = False
    size: bool = False
    kind: bool = False


def regions(case: Case) -> Iterator[Statement]:
    """A condition on the call; else one on the entry."""
    scope = [at for at in case.scope if not case.is_doubtful(at)]
    bad = np.array([case.is_wrong(at) for at in scope], dtype=bool)
    if len(case.wrong) < ENOUGH or bad.sum() < ENOUGH:
        return
    if (~bad).sum() >= ENOUGH:
        features = list(_of_calls(case, scope))
        raised = not any(case.returned(at) for at, wrong in zip(scope, bad, strict=True) if wrong)
        if (found := _exact(features, bad)) is not None:
            yield Statement(RAISES if raised else EXACTLY, values={"condition": found})
        elif (found := _only(features, bad)) is not None:
            yield Statement(ONLY, values={"condition": found})
    yield from _entries(case)
    yield from _integers(case)
    yield from _sized(case)


def failing(case: Case) -> Iterator[Statement]:
    """A condition on the call, where all that is wrong is that calls end in an exception."""
    if not any(case.returned(at) for at in case.wrong):
        yield from regions(case)


def _integers(case: Case) -> Iterator[Statement]:
    """Whether whatever is wrong, in the calls of all properties, has integers in it."""
    bad = np.array([case.is_wrong(at) for at in case.everywhere], dtype=bool)
    kinds = [feature for feature in _of_calls(case, case.everywhere) if feature.kind]
    if bad.any() and (found := _only(kinds, bad)) is not None:
        yield Statement(ONLY, values={"condition": found})


def _sized(case: Case) -> Iterator[Statement]:
    """Whether sizes, or truths, tell wrong from right in the calls of all properties: of one, all may be wrong."""
    where = [at for at in case.everywhere if not case.is_doubtful(at)]
    bad = np.array([case.is_wrong(at) for at in where], dtype=bool)
    features = list(_of_calls(case, where))
    few = min(bad.sum(), (~bad).sum())
    telling = [f for f in features if f.size or (f.truth and not f.kind and few >= MANY_CALLS)]
    if few >= ENOUGH and (found := _exact(telling, bad)) is not None:
        yield Statement(EXACTLY, values={"condition": found})
    elif few >= ENOUGH and (found := _only([f for f in features if f.size], bad)) is not None:
        yield Statement(ONLY, values={"condition": found})


def _of_calls(case: Case, where: Sequence[int]) -> Iterator[Feature]:
    """What may matter of each argument."""
    known: dict[str, Sequence[Array]] = {}
    for name in case.exercise.parameters:
        arrays = [a for at in where if (a := _numeric(case.argument(at, name))) is not None]
        if len(arrays) == len(where):
            known[name] = arrays
        values = [case.argument(at, name) for at in where]
        if all(isinstance(value, (list, tuple)) for value in values):
            yield Feature(code(f"len({name})"), np.array([float(len(value)) for value in values]), size=True)
    yield from _of_pairs(list(known), known)
    for name, own in known.items():
        yield from _of_argument(name, own)


def _of_pairs(names: Sequence[str], known: Mapping[str, Sequence[Array]]) -> Iterator[Feature]:
    """Whether two lone numbers among the arguments are the same one."""
    lone = [name for name in names if all(not a.ndim for a in known[name])]
    for a, b in combinations(lone, 2):
        same = [float(x) == float(y) for x, y in zip(known[a], known[b], strict=True)]
        yield Feature(code(f"`{a} == {b}`"), np.array(same, dtype=float), truth=True)


def _numeric(value: object) -> Array | None:
    if isinstance(value, (bool, int, float)) or (isinstance(value, np.ndarray) and value.dtype.kind in "biuf"):
        return np.asarray(value)
    return None


def _of_argument(name: str, arrays: Sequence[Array]) -> Iterator[Feature]:
    def truth(words: Text, holds: Callable[[Array], object]) -> Feature:
        return Feature(words.filled(name=name), np.array([bool(holds(a)) for a in arrays], dtype=float), truth=True)

    def number(words: str, value: Callable[[Array], float], size: bool = False) -> Feature:
        return Feature(code(words), np.array([float(value(a)) for a in arrays]), size=size)

    yield replace(truth(INTEGERS, lambda a: a.dtype.kind in "iu"), kind=True)
    dimensions = {a.ndim for a in arrays}
    if dimensions == {0}:
        yield truth(NOT_ZERO, lambda a: a != 0)
        yield number(name, float, size=all(a.dtype.kind in "iu" for a in arrays))
        yield number(f"abs({name})", lambda a: abs(float(a)))
        return
    if 0 in dimensions:
        yield truth(SCALAR, lambda a: a.ndim == 0)
        yield truth(ARRAY, lambda a: a.ndim > 0)
    else:
        yield number(f"len({name})", len, size=True)
    if dimensions == {2}:
        yield number(f"{name}.shape[1]", lambda a: a.shape[1], size=True)
        yield truth(SQUARE, lambda a: a.shape[0] == a.shape[1])
    yield truth(ZEROS, lambda a: a.size and not a.any())
    yield truth(ZERO, lambda a: np.any(a == 0))
    yield truth(TIES, lambda a: len(np.unique(a)) < a.size)
    for what, value in (("np.max", np.max), ("np.min", np.min)):
        if all(a.size for a in arrays):
            yield number(f"{what}(np.abs({name}))", lambda a, value=value: value(np.abs(a.astype(float))))  # type: ignore[misc]
            yield number(f"{what}({name})", value)


def _exact(features: Sequence[Feature], bad: Array, entries: bool = False) -> Text | None:
    """The simplest condition that tells wrong from right: a truth, one of a few numbers, a threshold."""
    for feature in features:
        if feature.truth and np.array_equal(feature.values == 1, bad):
            return feature.words
    numbers = [f for f in features if not f.truth and np.isfinite(f.values).all()]
    for feature in numbers:
        value = _only_value(feature.values, bad)
        if value is not None:
            return _code(feature.words.to("en"), "==", value)
    for feature in numbers:
        value = _only_value(feature.values, ~bad)
        if feature.size and value is not None:
            return _code(feature.words.to("en"), "!=", value)
    cuts = [cut for f in numbers if (cut := _threshold(f, bad, entries)) is not None]
    if cuts:
        return min(cuts, key=lambda cut: cut[0])[1]
    return next((found for f in numbers if f.words.to("en").isidentifier() and (found := _within(f, bad))), None)


def _code(left: str, comparison: str, value: float) -> Text:
    return code(f"`{left} {comparison} {value:g}`")


def _only_value(values: Array, bad: Array) -> float | None:
    """The one plain number that all wrong ones have and no right one has."""
    found = np.unique(values[bad])
    alone = len(found) == 1 and not np.any(values[~bad] == found[0])
    return float(found[0]) if alone and found[0] in WHOLE else None


def _threshold(feature: Feature, bad: Array, entries: bool) -> tuple[float, Text] | None:
    """How wide the gap of a threshold is, as a factor, and the threshold in words."""
    wrong, right = feature.values[bad], feature.values[~bad]
    if len(np.unique(wrong)) < FEW_DISTINCT and len(wrong) < MANY_CALLS:
        return None
    for words, low, high in ((ABOVE, right.max(), wrong.min()), (BELOW, wrong.max(), right.min())):
        if low < high:
            gap = float(high / low) if low > 0 else float(low / high) if high < 0 else np.inf
            zero = low <= 0 <= high
            if bad.mean() > MOST_WRONG and (gap >= TIGHT or len(right) < MANY_CALLS) and not (entries and zero):
                return None
            if zero and (entries or feature.words.to("en").isidentifier()):
                sign = (">" if low == 0 else ">=") if words is ABOVE else ("<" if high == 0 else "<=")
                return 1.0, _code(feature.words.to("en"), sign, 0.0)
            return gap, words.filled(code=feature.words.to("en"), low=f"{low:.4g}", high=f"{high:.4g}")
    return None


def _within(feature: Feature, bad: Array) -> Text | None:
    """Two ends between which all are wrong, with right ones on both sides."""
    wrong, right = feature.values[bad], feature.values[~bad]
    first, last = wrong.min(), wrong.max()
    below, above = right[right < first], right[right > last]
    if np.any((right >= first) & (right <= last)) or min(len(below), len(above)) < ENOUGH:
        return None
    if len(np.unique(wrong)) < FEW_DISTINCT:
        return None
    ends = {"first": first, "last": last, "below": below.max(), "above": above.min()}
    return WITHIN.filled(code=feature.words.to("en"), **{name: f"{end:.4g}" for name, end in ends.items()})


def _only(features: Sequence[Feature], bad: Array) -> Text | None:
    """A truth, or a size, without which nothing is wrong; rare enough that this is no chance."""
    best: tuple[float, Text] | None = None
    for feature in features:
        for words, where in _conditions(feature, bad):
            share, outside = float(where.mean()), int((~where).sum())
            if (
                not np.any(bad & ~where)
                and outside >= max(FEW_OUTSIDE, OUTSIDE * len(bad))
                and share ** int(bad.sum()) < ENOUGH_CHANCE
                and bad[where].mean() >= (SOME if feature.kind else HALF)
                and (best is None or share < best[0])
            ):
                best = share, words
    return best[1] if best else None


def _conditions(feature: Feature, bad: Array) -> Iterator[tuple[Text, Array]]:
    if feature.truth:
        yield feature.words, feature.values == 1
    elif feature.size:
        wrong = feature.values[bad]
        left = feature.words.to("en")
        if len(np.unique(wrong)) == 1:
            yield _code(left, "==", float(wrong[0])), feature.values == wrong[0]
        yield _code(left, ">=", float(wrong.min())), feature.values >= wrong.min()
        yield _code(left, "<=", float(wrong.max())), feature.values <= wrong.max()


def _entries(case: Case) -> Iterator[Statement]:
    """A condition on the entries, of whatever call."""
    if not case.same_shape or any(map(case.is_doubtful, case.order)):
        return
    columns: dict[str, list[Array]] = {}
    masks: list[Array] = []
    words: dict[str, Feature] = {}
    total = 0
    for at in case.order:
        mask = case.bad(at)
        assert mask is not None
        total += mask.size
        if total > MOST_ENTRIES:
            break
        masks.append(mask.ravel())
        for key, feature in _of_entries(case, at, mask.shape).items():
            words[key] = feature
            columns.setdefault(key, []).append(feature.values)
    bad = np.concatenate(masks) if masks else np.zeros(0, dtype=bool)
    if bad.sum() < ENOUGH or (~bad).sum() < ENOUGH:
        return
    whole = [key for key, found in columns.items() if len(found) == len(masks)]
    meant = np.concatenate([_meant(case, at) for at in case.order[: len(masks)]])
    if not meant[~bad].any():
        # Times whatever, 0 is right: that it is right there says nothing.
        return
    features = [Feature(words[key].words, np.concatenate(columns[key]), words[key].truth) for key in whole]
    features = [feature for feature in features if not _is_idle(feature, meant)]
    if (found := _exact(features, bad, entries=True)) is not None:
        yield Statement(ENTRIES, values={"condition": found})
    elif (found := _only(features, bad)) is not None:
        yield Statement(SOME_ENTRIES, values={"condition": found})


def _meant(case: Case, at: int) -> Array:
    """What is right of each entry; where an argument is returned anew, how far it should change."""
    right = case.right(at)
    old = dict(case.numbers(at)).get(case.name)
    return (right if old is None or old.shape != right.shape else right - old).ravel()


def _is_idle(feature: Feature, meant: Array) -> bool:
    """Whether all that is meant is 0 where it does not hold."""
    elsewhere = feature.values == 0
    return feature.truth and bool(elsewhere.any()) and not meant[elsewhere].any()


def _of_entries(case: Case, at: int, shape: tuple[int, ...]) -> Mapping[str, Feature]:
    """Where an entry is, and the entries of the arguments in the same place."""
    found: dict[str, Feature] = {}
    places = np.indices(shape).reshape(len(shape), int(np.prod(shape)))
    ends: tuple[tuple[Text, Text], ...] = ()
    if len(shape) == 1:
        ends = ((FIRST, LAST),)
    elif len(shape) == 2:
        ends = ((FIRST_ROW, LAST_ROW), (FIRST_COLUMN, LAST_COLUMN))
        found["diagonal"] = Feature(DIAGONAL, (places[0] == places[1]) * 1.0, truth=True)
    for axis, (first, last) in enumerate(ends):
        found[first.to("en")] = Feature(first, (places[axis] == 0) * 1.0, truth=True)
        found[last.to("en")] = Feature(last, (places[axis] == shape[axis] - 1) * 1.0, truth=True)
    for (a, first_one), (b, second) in combinations(case.numbers(at), 2):
        if first_one.shape == second.shape == shape:
            words = f"`{a} == {b}`"
            found[words] = Feature(code(words), (first_one == second).ravel() * 1.0, truth=True)
    for name, array in case.numbers(at):
        if array.shape == shape or not array.ndim:
            values = np.broadcast_to(array, shape).ravel()
            words = f"`{name} != 0`"
            found[words] = Feature(code(words), (values != 0) * 1.0, truth=True)
            found[name] = Feature(code(name), values)
            found[f"abs({name})"] = Feature(code(f"abs({name})"), np.abs(values))
    return found
