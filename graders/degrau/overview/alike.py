"""Which answers are more alike than right answers to the same exercise are.

copydetect makes the fingerprints, of code without names, comments and the order of statements. Those of the release and
of the reference are taken away. How much it says that two answers to a function are alike follows from how often others
are as much so: the class's other pairs, and the class and the bank's right variants. What most write says nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import numpy.typing as npt

from .normal import normal

# Characters that are looked at together: a name and an operator or two.
GRAM = 12
Sources = Mapping[str, str]
Prints = frozenset[int]
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Alike:
    """Two answers to one function: the share of their fingerprints that both have, and what that says, in bits."""

    function: str
    share: float
    bits: float


@dataclass(frozen=True)
class Pair:
    """Two students, and how alike their answers are: the functions that say most come first."""

    one: str
    other: str
    bits: float
    functions: tuple[Alike, ...]


def alike_pairs(
    answers: Mapping[str, Sources], right: Mapping[str, Sequence[str]], given: Mapping[str, Sequence[str]]
) -> list[Pair]:
    """All pairs of students, those whose answers are most alike first.

    `answers`: by student, the source of each function that is written; by function, `right` are other right answers,
    and `given` is what everybody has seen.
    """
    students = sorted(answers)
    functions = list(dict.fromkeys(name for own in answers.values() for name in own))
    compared = {
        name: _compared(
            [answers[student].get(name, "") for student in students], right.get(name, ()), given.get(name, ())
        )
        for name in functions
    }
    pairs = []
    for i, j in combinations(range(len(students)), 2):
        found = [Alike(name, float(share[i, j]), float(bits[i, j])) for name, (share, bits) in compared.items()]
        found.sort(key=lambda alike: -alike.bits)
        pairs.append(Pair(students[i], students[j], sum(alike.bits for alike in found), tuple(found)))
    return sorted(pairs, key=lambda pair: (-round(pair.bits, 6), pair.one, pair.other))


def _compared(sources: Sequence[str], right: Sequence[str], given: Sequence[str]) -> tuple[Floats, Floats]:
    """For each two of these sources, the share of their fingerprints that both have, and its bits."""
    known = frozenset[int]().union(*map(_prints, given))
    own = [_prints(source) - known for source in sources]
    others = [_prints(source) - known for source in right]
    place = {print_: number for number, print_ in enumerate(sorted(frozenset().union(*own, *others)))}
    mine, theirs = _rows(own, place), _rows(others, place)
    share = _shared(mine, mine)
    usual = np.sort(np.concatenate([share[np.triu_indices(len(own), 1)], _shared(mine, theirs).ravel()]))
    as_alike = len(usual) - np.searchsorted(usual, share, side="left")
    bits = np.where(share > 0, -np.log2(np.maximum(as_alike, 1) / max(len(usual), 1)), 0.0)
    return share, bits


def _rows(prints: Sequence[Prints], place: Mapping[int, int]) -> Floats:
    """A row for each source, with ones where it has a fingerprint."""
    rows = np.zeros((len(prints), len(place)))
    for row, own in zip(rows, prints, strict=True):
        row[[place[print_] for print_ in own]] = 1.0
    return rows


def _shared(one: Floats, other: Floats) -> Floats:
    both = one @ other.T
    either = one.sum(1)[:, None] + other.sum(1)[None, :] - both
    found: Floats = np.divide(both, either, out=np.zeros_like(both), where=either > 0)
    return found


def _prints(source: str) -> Prints:
    """The fingerprints of a source: all of them, for answers are short."""
    # Slow to import.
    from copydetect.utils import get_document_fingerprints

    found, _ = get_document_fingerprints("\n".join(sorted(normal(source).values())), GRAM, 1)
    return frozenset(int(print_) for print_ in found)
