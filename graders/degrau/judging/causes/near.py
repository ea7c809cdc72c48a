"""Answers that are nearly right."""

from collections.abc import Iterator

import numpy as np

from ...base.text import _
from .case import Case
from .statement import ENOUGH, Statement

NEAR = _("{what} is right to about {k} digits: something is rounded on the way, or an approximation")
ROUGHLY = _(
    "{what} is never off by more than {most}, where what is right goes from {low} to {high}: an approximation, or a "
    "small term that is another one"
)
ROUGH, MOST_OF_THEM = 0.003, (0.1, 0.9)
NEAREST, FLOOR = 1e-3, 1e-3


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
