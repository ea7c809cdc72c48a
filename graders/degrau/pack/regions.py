"""The regions of a domain: the sets of calls that an error may be confined to, and that some input must visit."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, product

import numpy as np

from ..judging.domain import Domain, Traits, Where

# Sizes of two letters that are tried together: matrices of one row, one column, a single number, and large ones.
TOGETHER = (("1", "1"), ("1", "3-7"), ("3-7", "1"), ("1", "8-40"), ("8-40", "1"), ("2", "2"), ("8-40", "8-40"))


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
