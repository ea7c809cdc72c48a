"""Domains: calls are made with the options chosen, and are recognised by them."""

import numpy as np
import pytest

from degrau.judging.arguments import Array, Entries, signed
from degrau.judging.domain import BANDS, Choice, Domain, Illegal, Making, band, bands, within
from degrau.judging.parameters import COUNTS, Count, Labels, Number, count_name
from degrau.judging.registry import assignments
from degrau.pack.regions import regions

DOMAINS = [(e.name, e.domain) for a in assignments().values() for e in a.exercises if e.domain]


@pytest.mark.parametrize("name", BANDS)
def test_a_number_made_for_a_band_lies_in_it(name) -> None:
    rng = np.random.default_rng(0)
    for exact in (True, False):
        assert {band(within(rng, name, exact=exact)) for _i in range(50)} == {name}
    if name not in ("0", *bands(0, 0.1)):
        whole = [within(rng, name, whole=True) for _i in range(50)]
        assert {band(number) for number in whole} == {name}
        assert all(number == int(number) for number in whole)


def test_no_whole_number_is_made_where_there_is_none() -> None:
    with pytest.raises(Illegal):
        within(np.random.default_rng(0), "(0.001, 0.1]", whole=True)


def test_exact_numbers_are_so_in_float32_too() -> None:
    rng = np.random.default_rng(0)
    made = [within(rng, name) for name in BANDS for _i in range(20)]
    assert all(float(np.float32(number)) == number for number in made)


@pytest.mark.parametrize("count", [0, 1, 2, 12, 13, 60, 101, 300, 5000])
def test_every_count_has_its_name(count) -> None:
    assert count_name(count) in COUNTS


def test_a_ladder_has_an_entry_in_every_band_of_its_tier() -> None:
    argument = Entries("x", signed(bands(0, 1e4)))
    chosen = {"x.kind": "float", "x.magnitude": "ladder", "x.tier": "up to 12", "x.special": "none", "shape": "(8-40,)"}
    x = argument.make(Making(np.random.default_rng(0), chosen, shape=(32,)))
    found = {trait.partition("=")[2] for trait in argument.traits(x) if ".magnitude" in trait}
    assert found == set(signed(bands(0, 12)))


def test_traits_of_entries_say_where_they_are() -> None:
    traits = Entries("x", signed(bands(0, 1e4))).traits(np.array([[0.0, -3.0], [30.0, 0.5]]))
    assert traits["x.magnitude=-(1, 5]"].tolist() == [[False, True], [False, False]]
    assert traits["x.magnitude=0"].tolist() == [[True, False], [False, False]]
    assert traits["x.kind=float"] is True
    assert "x.special=all positive" not in traits


def test_what_follows_an_argument_that_is_left_out_is_left_out_too() -> None:
    domain = Domain(
        (Number("lr", bands(1e-3, 1), optional=True), Number("beta", bands(1e-3, 1), optional=True)), ("steps",)
    )
    args = domain.make(np.random.default_rng(0), {"lr.given": "left out", "beta.given": "given"})
    assert args == ()
    assert domain.traits(()) == {"lr.given=left out": True, "beta.given=left out": True}


def test_a_call_that_is_not_legal_is_not_made() -> None:
    numbers = Domain((Number("k", bands(0.1, 5, zero=False)),), ("all",), legal=lambda k: k < 0)
    assert numbers.make(np.random.default_rng(0), {"k.sign": "positive"}) is None
    made = numbers.make(np.random.default_rng(0), {"k.sign": "negative"})
    assert made is not None
    assert made[0] < 0


def test_options_that_are_chosen_are_in_the_call() -> None:
    table = Domain(
        (Array("X", ("n", "d"), bands(0, 1e4)), Labels("y", ("n",)), Count("epochs", ("0", "13-100"))),
        ("weights",),
        {"n": ("1", "2", "3-7"), "d": ("2", "8-40")},
        further={"note": Choice(("none", "some"), ("none",), ("none",))},
    )
    chosen = {"n": "3-7", "d": "8-40", "X.kind": "int", "X.magnitude": "(12, 20]", "y.mix": "all 1", "epochs": "0"}
    args = table.make(np.random.default_rng(3), chosen)
    assert args is not None
    X, y, epochs = args
    assert X.dtype.kind == "i"
    assert 12 < np.max(np.abs(X)) <= 20
    assert (3 <= len(X) <= 7, 8 <= X.shape[1] <= 40, set(y.tolist()), epochs) == (True, True, {1}, 0)
    assert {f"{key}={option}" for key, option in chosen.items()} <= table.traits(args).keys()


@pytest.mark.parametrize(("name", "domain"), DOMAINS, ids=[name for name, _ in DOMAINS])
def test_calls_made_for_a_region_are_in_it(name, domain) -> None:
    """Where a legal call of the region can be made; a domain says why where none can."""
    rng = np.random.default_rng(0)
    for region in regions(domain):
        made = (domain.make(rng, region.chosen) for _i in range(40))
        inside = any(args is not None and region.within(domain.traits(args)) is not False for args in made)
        assert inside or str(region) in domain.untried, str(region)
