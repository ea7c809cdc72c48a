"""Calls that try a domain: few of them, which visit every region.

Candidates are made by rotation: every choice goes through a cycle of its own, shuffled anew each time, so that no two
choices turn in step. Of the candidates those are taken that visit most of what is not visited yet.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from ..judging.domain import Domain
from ..judging.draw import Args
from .regions import Region, named, regions

CANDIDATES = 64
# Every second candidate has usual options in place of so many of the chosen ones.
ORDINARY = 0.5
# A first visit of a region is worth so many second ones: one call may hide an error that another shows.
AT_FIRST = 8
# So many more calls are made for a region of which one may tell too little.
AGAIN = 2
# Where options do not go together, so many of them are given up, at random, until they do.
GIVEN_UP = 0.35


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
