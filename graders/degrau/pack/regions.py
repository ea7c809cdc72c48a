"""The regions of a domain: sets of calls that an error may be confined to; and few calls that visit them all.

Candidates are made by rotation: every choice goes through a cycle of its own, shuffled anew each time, so that no two
choices turn in step. Of the candidates those are taken that visit most of what is not visited yet.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

import numpy as np

from ..judging.domain import Domain, Traits, Where
from ..judging.draw import Args

# Sizes of two letters that are tried together: matrices of one row, one column, a single number, and large ones.
TOGETHER = (("1", "1"), ("1", "3-7"), ("3-7", "1"), ("1", "8-40"), ("8-40", "1"), ("2", "2"), ("8-40", "8-40"))
CANDIDATES = 64
# Every second candidate has usual options in place of so many of the chosen ones.
ORDINARY = 0.5
# A first visit of a region is worth so many second ones: one call may hide an error that another shows.
AT_FIRST = 8
# So many more calls are made for a region of which one may tell too little.
AGAIN = 2
# Where options do not go together, so many of them are given up, at random, until they do.
GIVEN_UP = 0.35


@dataclass(frozen=True)
class Region:
    """The calls, or the entries in them, with all of these traits."""

    traits: tuple[str, ...]

    @property
    def chosen(self) -> Mapping[str, str]:
        """The options by which a call in it is made."""
        return {key: option for key, _, option in (trait.partition("=") for trait in self.traits)}

    def within(self, found: Traits) -> Where:
        """Where in a call with these traits the region is: everywhere, at some entries, or nowhere."""
        here: Where = True
        for trait in self.traits:
            where = found.get(trait, False)
            here = where if here is True else here if where is True else np.logical_and(here, where)
        return here if here is True or np.any(here) else False

    def __str__(self) -> str:
        return " & ".join(self.traits)


def named(name: str) -> Region:
    """The region that prints like this."""
    return Region(tuple(name.split(" & ")))


def regions(domain: Domain) -> tuple[Region, ...]:
    """Every option of every choice, kinds and sizes of two arguments together, integers alone and throughout."""
    return tuple(Region(traits) for traits in dict.fromkeys((*_options(domain), *_pairs(domain))))


def _options(domain: Domain) -> Iterator[tuple[str, ...]]:
    for key, choice in domain.choices.items():
        if len(choice.options) > 1:
            yield from ((f"{key}={option}",) for option in choice.options if option not in choice.plain)


def _pairs(domain: Domain) -> Iterator[tuple[str, ...]]:
    kinds = [key for key, choice in domain.choices.items() if {"int", "float"} <= set(choice.options)]
    for one, other in combinations(kinds, 2):
        yield f"{one}=int", f"{other}=float"
        yield f"{one}=float", f"{other}=int"
    whole = tuple(f"{key}=int" for key in kinds)
    if len(kinds) > 1:
        # What is kept in whole numbers only where nothing has a fraction shows here alone.
        yield whole
    if domain.entrywise and kinds:
        # A lone Python integer has no array's type to be cast to, or to be kept.
        yield from (("shape=number", one) for one in whole)
    if whole:
        yield from ((f"{letter}=1", *whole) for letter, options in domain.sizes.items() if "1" in options)
    for one, other in combinations(domain.sizes, 2):
        legal = set(product(domain.sizes[one], domain.sizes[other]))
        yield from ((f"{one}={a}", f"{other}={b}") for a, b in TOGETHER if (a, b) in legal)
    for key in kinds:
        magnitude = key.replace(".kind", ".magnitude")
        large = domain.choices[magnitude].whole if magnitude in domain.choices else ()
        yield from ((f"{key}=int", f"{magnitude}={option}") for option in large)


def tries(domain: Domain, seed: int) -> tuple[Args, ...]:
    """The calls that a class is graded on, the named ones first."""
    rng = np.random.default_rng([seed, 1])
    wanted = regions(domain)
    made = [*_rotated(domain, rng)]
    seen = {place for _, visited in _visits(domain, made, wanted) for place in visited}
    unseen = [region for place, region in enumerate(wanted) if place not in seen]
    made += [args for region in unseen if (args := domain.make(rng, region.chosen)) is not None]
    again = [domain.make(rng, named(name).chosen) for name in domain.again for _time in range(AGAIN)]
    return domain.named + _cover(_visits(domain, made, wanted), domain.most) + tuple(filter(None, again))


def _rotated(domain: Domain, rng: np.random.Generator) -> Iterator[Args]:
    """Candidates in which every option has its turn."""
    cycles = {key: _cycle(rng, choice.options) for key, choice in domain.choices.items()}
    for number in range(CANDIDATES):
        chosen = {key: next(cycle) for key, cycle in cycles.items() if number % 2 or rng.random() > ORDINARY}
        while (args := domain.make(rng, chosen)) is None and chosen:
            chosen = {key: option for key, option in chosen.items() if rng.random() > GIVEN_UP}
        if args is not None:
            yield args


def _cycle(rng: np.random.Generator, options: Sequence[str]) -> Iterator[str]:
    while True:
        yield from (options[i] for i in rng.permutation(len(options)).tolist())


# Calls, each with the places of the regions that it visits.
Visits = list[tuple[Args, set[int]]]


def _visits(domain: Domain, made: Sequence[Args], wanted: Sequence[Region]) -> Visits:
    found = [(args, domain.traits(args)) for args in made]
    return [(args, {i for i, region in enumerate(wanted) if region.within(t) is not False}) for args, t in found]


def _cover(visits: Visits, most: int) -> tuple[Args, ...]:
    """Calls that visit everything, each the one that adds most; and further ones, up to so many, for second visits."""
    first = {place for _, visited in visits for place in visited}
    second, left = set(first), list(visits)
    chosen: list[Args] = []
    while left and (first or (second and len(chosen) < most)):
        best = max(left, key=lambda visit: AT_FIRST * len(visit[1] & first) + len(visit[1] & second))
        left = [visit for visit in left if visit is not best]
        chosen.append(best[0])
        second -= best[1] - first
        first -= best[1]
    return tuple(chosen)
