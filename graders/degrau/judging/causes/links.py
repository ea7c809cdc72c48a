"""Answers that end in a sigmoid, a tanh or a softmax, and are wrong before it: times something, or more, or less."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from ...base.text import Text, _
from ...plain.numbers import Array
from .case import Case
from .scale import SIGN, named, ratio, sizes, words
from .statement import ENOUGH, NOTHING, Foretold, Statement, holds_everywhere

# What is so near to the ends of a curve does not tell any more what went into it.
INSIDE, FEW = 1e-6, 4


@dataclass(frozen=True)
class Link:
    """A last function, and what goes into it; `of`: what it is called."""

    of: Text
    back: Callable[[Array], Array]
    there: Callable[[Array], Array]
    low: float
    shift: bool = True


def _softmax(z: Array) -> Array:
    e = np.exp(z - np.max(z, axis=-1, keepdims=True))
    return np.asarray(e / np.sum(e, axis=-1, keepdims=True))


def _centred(p: Array) -> Array:
    """The scores of a softmax, up to what is the same for a row: beside the mean of those that are not −∞."""
    z = np.where(p > 0, np.log(np.where(p > 0, p, 1.0)), 0.0)
    return np.where(p > 0, z - np.sum(z, axis=-1, keepdims=True) / np.sum(p > 0, axis=-1, keepdims=True), -np.inf)


SIGMOID = Link(_("into the sigmoid"), lambda p: np.log(p) - np.log1p(-p), lambda z: 1 / (1 + np.exp(-z)), 0.0)
TANH = Link(_("into tanh"), np.arctanh, np.tanh, -1.0)
SOFTMAX = Link(_("into the softmax"), _centred, _softmax, 0.0, shift=False)
TIMES = _("{what} is what it would be if {c} times the right numbers had gone {link}")
SIZED = {
    1: _("{what} is what it would be if the right numbers times `{size}` had gone {link}"),
    -1: _("{what} is what it would be if the right numbers divided by `{size}` had gone {link}"),
}
MORE = _("{what} is what it would be if {c} more than the right numbers had gone {link}")
ADDED = _("{what} is what it would be if the right numbers plus {c} times `{term}` had gone {link}")
TAKEN = _("{what} is what it would be if the right numbers without `{term}` had gone {link}")
LESS = _("{what} is what it would be if {c} less than the right numbers had gone {link}")


def links(case: Case) -> Iterator[Statement]:
    """What went into the last function is the right thing times something; or with something added."""
    if not case.same_shape or case.steps:
        return
    for link in (SIGMOID, TANH, SOFTMAX):
        if _is_last(case, link) and _tells(case, link):
            found = (*_scaled(case, link), *(_shifted(case, link) if link.shift else ()), *_added(case, link))
            yield from (statement for statement in found if holds_everywhere(statement, case))


def _is_last(case: Case, link: Link) -> bool:
    """Whether right answers, and these, lie where that function's do; those of a softmax add up to 1."""
    arrays = [case.right(at) for at in case.everywhere]
    arrays += [got for at in case.wrong if (got := case.got(at)) is not None]
    if not all(bool(np.all((a >= link.low) & (a <= 1))) for a in arrays):
        return False
    if link is not SOFTMAX:
        return any(bool(np.any((a > link.low + 0.1) & (a < 0.9))) for a in arrays)
    return all(a.ndim and a.size and np.allclose(np.sum(a, axis=-1), 1, atol=1e-9) for a in arrays)


def _tells(case: Case, link: Link) -> bool:
    """Whether enough wrong numbers tell what went into the function."""
    inside: list[Array] = []
    for at in case.wrong:
        right, bad = case.right(at), case.bad(at)
        if bad is not None and (told := right[bad & _is_inside(link, right)]).size:
            inside.append(told)
    return len(inside) >= ENOUGH and len(np.unique(np.concatenate(inside))) >= ENOUGH


def _is_inside(link: Link, array: Array) -> Array:
    return np.asarray((array > link.low + INSIDE) & (array < 1 - INSIDE))


def _in(link: Link, array: Array) -> Array:
    """What went into the function, where that can be told; else 0."""
    told = np.asarray(link.back(array))
    return np.where(_is_inside(link, array) & np.isfinite(told), told, 0.0)


def _scaled(case: Case, link: Link) -> Iterator[Statement]:
    def right(at: int) -> Array | None:
        got = case.got(at)
        return None if got is None else np.where(_is_inside(link, got), _in(link, case.right(at)), 0.0)

    c = ratio(case, lambda at: _in(link, got) if (got := case.got(at)) is not None else None, right)
    if c is not None and c != 1:
        yield Statement(
            TIMES,
            _told(case, link, lambda at, z: c * z),
            {"c": words(c), "link": link.of},
            SIGN if c < 0 else NOTHING,
            fitted=1,
            whole=True,
        )
    for size in sizes(case, case.wrong[0]):
        for power, said in SIZED.items():
            foretold = _told(case, link, lambda at, z, s=size, p=power: z * sizes(case, at)[s] ** p)  # type: ignore[misc]
            yield Statement(said, foretold, {"size": size, "link": link.of}, about=named(case, size), whole=True)


def _moved(case: Case, link: Link, at: int) -> Array | None:
    """How much more went in than is right, where that can be told; else 0; None where it can nowhere."""
    got = case.got(at)
    if got is None or got.shape != case.right(at).shape:
        return None
    inside = _is_inside(link, got) & _is_inside(link, case.right(at))
    return np.where(inside, _in(link, got) - _in(link, case.right(at)), 0.0) if inside.any() else None


def _shifted(case: Case, link: Link) -> Iterator[Statement]:
    c = ratio(case, lambda at: _moved(case, link, at), lambda at: np.ones(()))
    if c is not None:
        values = {"c": words(abs(c)), "link": link.of}
        yield Statement(MORE if c > 0 else LESS, _told(case, link, lambda at, z: z + c), values, fitted=2, whole=True)


def _added(case: Case, link: Link) -> Iterator[Statement]:
    """An argument that is a number, or an entry of a short one, which is left out, or there too often."""

    for term in _terms(case, case.wrong[0]) if link.shift else ():
        c = ratio(case, lambda at: _moved(case, link, at), lambda at, t=term: np.asarray(_terms(case, at)[t]))  # type: ignore[misc]
        if c is not None:
            values = {"term": term, "c": words(c), "link": link.of}
            told = _told(case, link, lambda at, z, c=c, t=term: z + c * _terms(case, at)[t])  # type: ignore[misc]
            about = named(case, term)
            yield Statement(TAKEN if c == -1 else ADDED, told, values, fitted=2 * (c != -1), about=about, whole=True)


def _terms(case: Case, at: int) -> dict[str, float]:
    found: dict[str, float] = {}
    for name, array in case.numbers(at):
        if not array.ndim:
            found[name] = float(array)
        elif array.ndim == 1 and len(array) <= FEW:
            found |= {f"{name}[{i}]": float(value) for i, value in enumerate(array)}
    return found


def _told(case: Case, link: Link, change: Callable[[int, Array], Array]) -> Foretold:
    """What comes out with this change; where what went in cannot be told, what came."""

    def told(at: int) -> Array | None:
        got, right = case.got(at), case.right(at)
        if got is None or got.shape != right.shape:
            return None
        if link is SOFTMAX:
            return link.there(np.where(right > 0, change(at, np.where(right > 0, link.back(right), 0.0)), -np.inf))
        known = _is_inside(link, right)
        made = link.there(change(at, link.back(np.where(known, right, 0.5))))
        return np.asarray(np.where(known, made, got))

    return told
