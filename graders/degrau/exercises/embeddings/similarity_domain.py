"""The domains of 10_embeddings, similarity: pairs of vectors, words and their neighbours, analogies.

Similarities that decide lie apart, as in the designed inputs.
"""

import numpy as np

from ...judging.arguments import Array
from ...judging.domain import MANY, Choice, Domain, Illegal, Making, Traits, bands
from ...judging.parameters import Open
from ...plain.numbers import Array as Numbers
from ..lengthy import entries
from .inputs import GAP, cosines, is_clear

SEVERAL = ("2", "3-7", "8-40")
# Integers whose squares are multiplied stay below this, so that any way to do it is exact.
WHOLE = 1e4
LEAST_NORM = 0.1
ALIKE = {"parallel": 2.0, "opposite": -0.5}
PLACES = ("first", "last", "inside")
QUESTIONS = ("all different", "a = b", "b = c", "a = c", "one word")


def _pair(name: str) -> Array:
    return Array(name, ("d",), bands(0.1, 1e6), forms=("decimal", "exact"), whole=WHOLE)


def _rows(*shape: str) -> Array:
    return Array("E", shape, bands(0.1, 1e4, zero=False), kinds=("float",), special=("some 0",))


def _place(making: Making, name: str) -> int:
    """A row of the table: the first, the last, or another."""
    V, chosen = making.sizes["V"], making.chosen[name]
    rows = {"first": range(1), "last": range(V - 1, V), "inside": range(1, V - 1)}[chosen]
    if not rows:
        raise Illegal(chosen)
    return int(making.rng.choice(rows))


def _placed(row: int, V: int) -> str:
    return "first" if row == 0 else "last" if row == V - 1 else "inside"


def _neighbours(making: Making) -> None:
    """A word, how many neighbours are asked for, and a row that is parallel to the word's."""
    E, V, chosen = making.made["E"], making.sizes["V"], making.chosen
    word = _place(making, "place")
    several = range(2, V - 1)
    counts = {"1": [1], "all": [V - 1] if V > 2 else [], "several": list(several)}[chosen["count"]]
    if not counts:
        raise Illegal(chosen["count"])
    if chosen["row"] != "none":
        E[(word + 1) % V] = E[word] * ALIKE[chosen["row"]]
    making.made |= {"word": word, "k": int(making.rng.choice(counts))}


def _of_neighbours(word: int, E: Numbers, k: int) -> Traits:
    others = np.delete(cosines(E, E[word]), word)
    counts = {"1": k == 1, "all": 1 < k == len(E) - 1, "several": 1 < k < len(E) - 1}
    rows = {"parallel": others.max() > 1 - 1e-12, "opposite": others.min() < 1e-12 - 1}
    found = {f"place={_placed(word, len(E))}"} | {f"count={name}" for name, holds in counts.items() if holds}
    return dict.fromkeys(found | {f"row={name}" for name, holds in rows.items() if holds}, True)


def _has_rows(E: Numbers) -> bool:
    return bool(np.linalg.norm(E, axis=1).min() >= LEAST_NORM)


def _analogy(making: Making) -> None:
    """A question whose best answer is in this place, and on this side of a right angle."""
    E, V, chosen, rng = making.made["E"], making.sizes["V"], making.chosen, making.rng
    i, j, k = (int(row) for row in np.resize(rng.permutation(V), 3))
    a, b, c = {
        "all different": (i, j, k),
        "a = b": (i, i, j),
        "b = c": (i, j, j),
        "a = c": (i, j, i),
        "one word": (i, i, i),
    }[chosen["question"]]
    asked = {a, b, c}
    if len(asked) >= V:
        raise Illegal("no row is left")
    target = E[b] - E[a] + E[c]
    if chosen["best"] == "beyond a right angle":
        others = [row for row in range(V) if row not in asked and E[row] @ target > 0]
        E[others] *= -1
    best = max((row for row in range(V) if row not in asked), key=lambda row: float(_likeness(E[row], target)))
    place = _place(making, "place")
    order = np.arange(V)
    order[[best, place]] = order[[place, best]]
    # The row that was at `place` is now where the best was.
    moved = {best: place, place: best}
    making.made |= {"E": E[order], **{name: moved.get(row, row) for name, row in zip("abc", (a, b, c), strict=True)}}


def _likeness(row: Numbers, target: Numbers) -> float:
    norms = float(np.linalg.norm(row) * np.linalg.norm(target))
    return float(row @ target) / norms if norms else 0.0


def _is_decided(a: int, b: int, c: int, E: Numbers) -> bool:
    """Whether no row is 0, nor the sum nearly, and the best answer is well ahead."""
    target = E[b] - E[a] + E[c]
    if not _has_rows(E) or np.linalg.norm(target) < 0.05 * np.max(np.abs(E[[a, b, c]])):
        return False
    others = np.sort(np.delete(cosines(E, target), list({a, b, c})))
    return len(others) == 1 or bool(others[-1] - others[-2] >= GAP)


def _of_analogy(a: int, b: int, c: int, E: Numbers) -> Traits:
    others = cosines(E, E[b] - E[a] + E[c])
    others[[a, b, c]] = -np.inf
    best, different = int(np.argmax(others)), len({a, b, c})
    questions = {
        "all different": different == 3,
        "a = b": different == 2 and a == b,
        "b = c": different == 2 and b == c,
        "a = c": different == 2 and a == c,
        "one word": different == 1,
    }
    side = "beyond a right angle" if others[best] < 0 else "within one"
    found = {f"place={_placed(best, len(E))}", f"best={side}"}
    return dict.fromkeys(found | {f"question={name}" for name, holds in questions.items() if holds}, True)


# Many words side by side on an arc, the longest last.
ANGLES = np.arange(300) / 64
ARC = np.round(np.column_stack([np.cos(ANGLES), np.sin(ANGLES)]) * (1 + ANGLES[:, None]), 3)

SIMILARITIES = {
    "cosine_similarity": Domain(
        (_pair("u"), _pair("v")),
        ("zero",),
        {"d": MANY},
        named=(
            (np.array([0.125, 0.0]), np.array([0.09375, 0.0625])),
            (np.array([1.0, 0.0]), np.array([1.0, 0.03125])),
            entries(2),
        ),
        again=("u.kind=int & u.magnitude=(12, 20]", "v.kind=int & v.magnitude=(100, 700]"),
    ),
    "nearest": Domain(
        (Open("word"), _rows("V", "d"), Open("k")),
        ("edges",),
        {"V": (*SEVERAL, "41-100"), "d": SEVERAL},
        further={
            "place": Choice(PLACES),
            "count": Choice(("1", "all", "several"), ("1", "all")),
            "row": Choice(("none", *ALIKE), ("none",), ("none",)),
        },
        mend=_neighbours,
        legal=lambda word, E, k: _has_rows(E) and is_clear(E, word),
        where=_of_neighbours,
        named=(
            (0, np.array([[1.0], [2.0], [-3.0]]), 2),
            (1, np.array([[-0.5], [2.0]]), 1),
            (0, np.array([[1.0, 0.0], [1.0, 0.5003], [1.0, 0.5], [-1.0, 0.25]]), 3),
        ),
    ),
    "analogy": Domain(
        (Open("a"), Open("b"), Open("c"), _rows("V", "d")),
        ("edges",),
        {"V": (*SEVERAL, "41-100"), "d": SEVERAL},
        further={
            "question": Choice(QUESTIONS),
            "place": Choice(PLACES, ("first", "last")),
            "best": Choice(("within one", "beyond a right angle"), ("within one",)),
        },
        mend=_analogy,
        legal=_is_decided,
        where=_of_analogy,
        named=((0, 1, 2, np.array([[1.0], [3.0], [2.0], [-1.0], [4.0]])), (0, 0, 299, ARC)),
    ),
}
