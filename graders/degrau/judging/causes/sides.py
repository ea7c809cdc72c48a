"""Answers that are a little off, or to one side: too large, too small, one in place of the other."""

from collections.abc import Iterator

import numpy as np

from ...base.text import _
from ...plain.numbers import Array
from ...plain.outcomes import Returned
from .case import Case
from .statement import ENOUGH, Statement

ALWAYS_MEANT = _("wherever {what} is wrong, it is {got}, and should be {right}; never the other way round")
UNCHANGED = _("wherever {what} is wrong, it should come back as it was given: there is nothing to change")
LESS = _("{what} has the right signs, and wherever it is wrong it is nearer to 0 than it should be")
MORE = _("{what} has the right signs, and wherever it is wrong it is farther from 0 than it should be")
TOO_SMALL = _("wherever {what} is wrong, it is too small")
TOO_LARGE = _("wherever {what} is wrong, it is too large")
# So many wrong numbers, and as many different ones, do not err to one side by chance.
MANY, DIFFERENT = 20, 8
NEAR = _("{what} is right to about {k} digits: something is rounded on the way, or an approximation")
ROUGHLY = _(
    "{what} is never off by more than {most}, where what is right goes from {low} to {high}: an approximation, or a "
    "small term that is another one"
)
ROUGH, MOST_OF_THEM = 0.003, (0.1, 0.9)
NEAREST, FLOOR = 1e-3, 1e-3


def unchanged(case: Case) -> Iterator[Statement]:
    """Whether all that is wrong should be the argument of the same name, though what is right is not always."""
    if case.name not in case.exercise.parameters or not case.same_shape or len(case.wrong) < ENOUGH:
        return
    if not all(np.isfinite(got).all() for at in case.wrong if (got := case.got(at)) is not None):
        return
    others = [at for at in case.everywhere if not case.is_wrong(at) and not _is_given(case, at)]
    if len(others) >= ENOUGH and all(_is_given(case, at) for at in case.everywhere if case.is_wrong(at)):
        yield Statement(UNCHANGED)


def _is_given(case: Case, at: int) -> bool:
    value = case.argument(at, case.name)
    return np.shape(value) == case.right(at).shape and bool(np.all(np.asarray(value) == case.right(at)))


def decided(case: Case) -> Iterator[Statement]:
    """Whether of two answers it is always the same one that is given in place of the other."""
    if not case.decides or not case.same_shape:
        return
    pairs = {pair for at in case.everywhere for pair in zip(*map(np.ndarray.tolist, _wrong(case, at)), strict=True)}
    count = sum(_wrong(case, at)[0].size for at in case.everywhere)
    if len(pairs) == 1 and count > ENOUGH and len(case.wrong) >= ENOUGH:
        ((got, right),) = pairs
        other = any(np.any(case.right(at) == got) for at in case.everywhere if not case.is_wrong(at))
        if other and {got, right} == {0.0, 1.0}:
            says = ("False", "True") if _is_truth(case) else ("0", "1")
            yield Statement(ALWAYS_MEANT, values={"got": f"`{says[int(got)]}`", "right": f"`{says[int(right)]}`"})


def _is_truth(case: Case) -> bool:
    """Whether what comes back is true or false, and no number."""
    outcome = case.evidence.outcomes[case.wrong[0]]
    return isinstance(outcome, Returned) and np.asarray(outcome.value).dtype.kind == "b"


def _wrong(case: Case, at: int) -> tuple[Array, Array]:
    """The wrong numbers of a call, and what they should be."""
    got, bad = case.got(at), case.bad(at)
    if got is None or bad is None:
        return np.zeros(0), np.zeros(0)
    return got[bad], case.right(at)[bad]


def sides(case: Case) -> Iterator[Statement]:
    """Whether all wrong numbers, of all calls, are too large, or too small: with their sign, or without."""
    if not case.same_shape or case.steps:
        return
    wrong = [at for at in case.everywhere if case.is_wrong(at)]
    if any(case.bad(at) is None for at in wrong):
        return
    found = [_wrong(case, at) for at in wrong]
    got, right = (np.concatenate([pair[i] for pair in found]) for i in (0, 1))
    finite = np.isfinite(got) & np.isfinite(right)
    if not finite.all() or got.size < MANY or len(np.unique(np.round(right, 6))) < DIFFERENT:
        return
    signed = bool(np.all((np.sign(got) == np.sign(right)) | (got == 0)))
    both = signed and bool((right > 0).any() and (right < 0).any())
    sizes = np.abs(got) - np.abs(right)
    if both and np.all(sizes < 0):
        yield Statement(LESS)
    if both and np.all(sizes > 0) and not (got == 0).any():
        yield Statement(MORE)
    if np.all(got < right):
        yield Statement(TOO_SMALL)
    if np.all(got > right):
        yield Statement(TOO_LARGE)


def roughly(case: Case) -> Iterator[Statement]:
    """Of a curve, wrong numbers that come near to what is right, beside how far what is right goes."""
    if not case.exercise.curve or len(case.wrong) < ENOUGH or not case.same_shape or case.steps:
        return
    errors = [_error(case, at) for at in case.wrong]
    rights = np.concatenate([case.right(at).ravel() for at in case.scope])
    rights = rights[np.isfinite(rights)]
    # A few far numbers make whatever is small beside them no approximation of the others.
    span, worst = float(np.ptp(np.quantile(rights, MOST_OF_THEM))) if rights.size else 0.0, max(errors)
    if 0 < worst < ROUGH * span:
        values = {"most": f"{worst:.2g}", "low": f"{np.min(rights):.4g}", "high": f"{np.max(rights):.4g}"}
        yield Statement(ROUGHLY, values=values)


def _error(case: Case, at: int) -> float:
    got, right = case.got(at), case.right(at)
    assert got is not None
    off = np.abs(got - right)
    return float(np.max(off, initial=0.0)) if np.isfinite(got).all() and np.isfinite(right).all() else np.inf


def near(case: Case) -> Iterator[Statement]:
    """Every wrong number is within a thousandth of what is right."""
    if len(case.wrong) < ENOUGH or not case.same_shape:
        return
    worst = max(_distance(case, at) for at in case.wrong)
    if 0 < worst < NEAREST:
        yield Statement(NEAR, values={"k": int(-np.log10(worst))})


def _distance(case: Case, at: int) -> float:
    """The largest error of a wrong number, beside its size; infinite where one is not finite."""
    got, right, bad = case.got(at), case.right(at), case.bad(at)
    assert got is not None
    assert bad is not None
    if not (np.isfinite(got[bad]).all() and np.isfinite(right[bad]).all()):
        return np.inf
    sizes = np.maximum(np.abs(right), FLOOR * np.max(np.abs(right), where=np.isfinite(right), initial=0.0))
    return float(np.max((np.abs(got - right) / sizes)[bad], initial=0.0))
