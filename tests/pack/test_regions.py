"""Tries: few calls that visit every region of a domain, the same ones for the same seed."""

import numpy as np

from degrau.judging.arguments import Array, Entries, signed
from degrau.judging.domain import FEW, Domain, bands
from degrau.judging.parameters import Number
from degrau.judging.probes import key
from degrau.pack.regions import Region, regions, tries

LAYER = Domain(
    (
        Array("X", ("n", "d"), bands(0, 1e4), special=("all equal",)),
        Array("w", ("d",), bands(0, 1e4)),
        Number("b", bands(1e-3, 12), ("float",)),
    ),
    ("output",),
    {"n": FEW, "d": FEW},
)
CURVE = Domain((Entries("x", (*signed(bands(0, 1e4)), "-0")),), ("numbers",), named=((0.1,),))


def _unvisited(domain, calls) -> list[str]:
    found = [domain.traits(args) for args in calls]
    return [str(r) for r in regions(domain) if not any(r.within(traits) is not False for traits in found)]


def test_a_few_calls_visit_every_region() -> None:
    for domain in (LAYER, CURVE):
        made = tries(domain, 0)
        assert len(made) <= domain.most + len(domain.named)
        assert _unvisited(domain, made) == []


def test_the_same_seed_gives_the_same_calls_and_another_one_others() -> None:
    first, again, other = (list(map(key, tries(LAYER, seed))) for seed in (0, 0, 1))
    assert first == again
    assert not set(first) & set(other)


def test_named_calls_are_tried_first() -> None:
    assert tries(CURVE, 0)[0] == (0.1,)


def test_kinds_sizes_and_large_integers_are_tried_together() -> None:
    names = set(map(str, regions(LAYER)))
    assert {"X.kind=int & w.kind=float", "n=1 & d=8-40", "X.kind=int & X.magnitude=(700, 10000]"} <= names
    assert "X.kind=int & w.kind=int" in names
    assert "b.kind=float" not in names


def test_integers_are_tried_alone_and_in_arrays_of_length_one() -> None:
    assert "shape=number & x.kind=int" in set(map(str, regions(CURVE)))
    assert {"n=1 & X.kind=int & w.kind=int", "d=1 & X.kind=int & w.kind=int"} <= set(map(str, regions(LAYER)))


def test_an_entry_is_in_a_region_where_all_traits_hold() -> None:
    traits = CURVE.traits((np.array([30, -3]),))
    assert Region(("x.kind=int", "x.magnitude=+(20, 40]")).within(traits).tolist() == [True, False]
    assert Region(("x.kind=float", "x.magnitude=+(20, 40]")).within(traits) is False
