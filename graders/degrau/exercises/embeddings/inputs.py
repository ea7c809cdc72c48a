"""Designed inputs for 10_embeddings: words as indices, tables of vectors, pairs of vectors, texts.

Where an answer is an index, the similarities that decide it lie well apart, or rounding would decide.
"""

from collections.abc import Iterator

import numpy as np

from ...judging.draw import Args, Draw
from ...plain.numbers import Array
from ..inputs import DECIMAL, INTEGER, QUARTERS, WHOLE, Regime

ORDINARY = (QUARTERS, WHOLE, DECIMAL)
EIGHTHS = Regime("eighths", 0.125, 16)
FAR = Regime("far", 4.0, 12)
# T words, V rows, d columns: all different, or a transpose would hide.
TABLES = ((4, 6, 3), (3, 5, 2), (6, 4, 5), (2, 7, 3), (5, 3, 2))
TABLES_AT_THE_EDGE = ((1, 4, 3), (1, 1, 1), (3, 1, 2), (4, 3, 1), (3, 3, 3))
SPREADS = ((6, 3), (5, 2), (7, 4), (4, 3), (9, 2))
# How far apart similarities are, at least: float32 orders them rightly.
GAP = 1e-4
# So many neighbours that what is only partly in order shows; the word is the last row, and the others lie around it.
ANGLES = np.pi * (np.arange(299) * 100 % 299 + 1) / 300
AROUND = np.append(np.stack([np.cos(ANGLES), np.sin(ANGLES)], axis=1), [[2.0, 0.0]], axis=0).round(3)
MANY_NEIGHBOURS = (299, AROUND, 290)


def _ids(draw: Draw, T: int, V: int) -> Array:
    return np.array([draw.integer(0, V - 1) for _i in range(T)])


def lookups(draw: Draw) -> tuple[Array, Array]:
    """ids, and E."""
    T, V, d = draw.pick(TABLES)
    return _ids(draw, T, V), draw.turn(ORDINARY).array(draw, V, d)


def lookups_at_the_edge(draw: Draw) -> tuple[Array, Array]:
    """A single word, a single row or column, the same word all along, the last row."""
    T, V, d = draw.pick(TABLES_AT_THE_EDGE)
    ids = draw.pick((_ids(draw, T, V), np.full(T, V - 1)))
    return ids, draw.turn(ORDINARY).array(draw, V, d)


def arriving(draw: Draw) -> tuple[Array, int, Array]:
    """ids with a word that comes three times, V, dY."""
    T, V, d = draw.pick(TABLES)
    ids = np.concatenate([_ids(draw, T, V), np.full(3, draw.integer(0, V - 1))])
    order = np.random.default_rng(draw.integer(0, 999)).permutation(len(ids))
    return ids[order], V, draw.turn(ORDINARY).array(draw, len(ids), d)


def arriving_at_the_edge(draw: Draw) -> tuple[Array, int, Array]:
    """A single word, a single row or column, the same word all along."""
    T, V, d = draw.pick(TABLES_AT_THE_EDGE)
    ids = draw.pick((_ids(draw, T, V), np.full(T, V - 1)))
    return ids, V, draw.turn(ORDINARY).array(draw, T, d)


def measured(draw: Draw) -> tuple[Array, Array, Array]:
    """ids, E and dY for numerical derivatives."""
    T, V, d = draw.pick(TABLES)
    ids = np.concatenate([_ids(draw, T, V), [V - 1, V - 1]])
    return ids, QUARTERS.array(draw, V, d), QUARTERS.array(draw, len(ids), d)


def vectors(draw: Draw) -> tuple[Array, Array]:
    """Two vectors, neither of them all 0, of different norms."""
    regime, d = draw.turn((*ORDINARY, FAR)), draw.pick((3, 2, 4, 7))
    return _not_zero(regime, regime.array(draw, d)), _not_zero(EIGHTHS, EIGHTHS.array(draw, d))


def _not_zero(regime: Regime, u: Array) -> Array:
    # The largest entry that there is, so that no norm lies between 0 and 0.1.
    return u if np.linalg.norm(u) >= 0.1 else np.append(u[:-1], regime.unit * regime.most)


def vectors_at_the_edge(draw: Draw) -> tuple[Array, Array]:
    """One entry, parallel or opposite vectors, vectors at a right angle, one-hot ones, integers."""
    d = draw.pick((2, 3, 1))
    u = _not_zero(INTEGER, INTEGER.array(draw, d))
    first, last = np.eye(3)[draw.integer(0, 1)], np.eye(3)[2]
    right = (np.array([3.0, 4.0]), np.array([-4.0, 3.0]))
    return draw.turn(((u, 2 * u), (u, -3 * u), (first, last), right, (last, last), (u.astype(float), u[::-1].copy())))


def zeros(draw: Draw) -> tuple[Array, Array]:
    """One vector that is all 0, or both."""
    d = draw.pick((3, 2, 1))
    u, nothing = _not_zero(QUARTERS, QUARTERS.array(draw, d)), np.zeros(d)
    return draw.turn(((u, nothing), (nothing, u), (nothing, nothing)))


def _tables(draw: Draw, V: int, d: int) -> Iterator[Array]:
    """Tables by one choice, whose rows point in different directions and are of very different lengths."""
    rng = np.random.default_rng(draw.integer(0, 9999))
    while True:
        E = rng.uniform(-1, 1, (V, d)).round(3) * rng.choice([0.5, 1.0, 4.0], (V, 1))
        if np.min(np.linalg.norm(E, axis=1)) >= 0.1:
            yield E


def cosines(E: Array, x: Array) -> Array:
    return np.asarray(E @ x / (np.linalg.norm(E, axis=1) * np.linalg.norm(x)))


def is_clear(E: Array, word: int) -> bool:
    """Whether the other rows' similarities to the word's are all well apart."""
    similarities = np.delete(cosines(E, E[word]), word)
    return len(similarities) < 2 or bool(np.min(np.diff(np.sort(similarities))) >= GAP)


def neighbours(draw: Draw) -> tuple[int, Array, int]:
    """A word, E and how many neighbours are asked for."""
    V, d = draw.pick(SPREADS)
    word, k = draw.integer(0, V - 1), draw.integer(1, V - 1)
    return word, next(E for E in _tables(draw, V, d) if is_clear(E, word)), k


def neighbours_at_the_edge(draw: Draw) -> tuple[int, Array, int]:
    """A row that is parallel to the word's, opposite rows, all the others, two rows alone, the first or last word."""
    V, d = draw.pick(SPREADS)
    word, factor = draw.pick((0, V - 1)), draw.pick((2.0, 0.5, -1.0))
    other = (word + 1) % V

    def with_parallel(E: Array) -> Array:
        E[other] = E[word] * factor
        return E

    E = next(E for E in map(with_parallel, _tables(draw, V, d)) if is_clear(E, word))
    return draw.turn(((word, E, V - 1), (word, E, 1), (0, E[[word, other]], 1), (word, E, 2)))


def analogies(draw: Draw) -> tuple[int, int, int, Array]:
    """a, b, c, all different, and E."""
    V, d = draw.pick(((6, 3), (7, 4), (5, 2), (9, 3)))
    a, b, c = np.random.default_rng(draw.integer(0, 999)).permutation(V)[:3].tolist()
    return _analogy(draw, V, d, a, b, c)


def analogies_at_the_edge(draw: Draw) -> tuple[int, int, int, Array]:
    """Some of a, b and c are the same word, or a single row is left."""
    V, d = draw.pick(((6, 3), (5, 2), (4, 3)))
    i, j = draw.turn(((0, 1), (2, 0), (1, V - 1)))
    return _analogy(draw, V, d, *draw.pick(((i, i, j), (i, j, j), (i, j, i), (i, i, i), (0, 1, 2))))


def _analogy(draw: Draw, V: int, d: int, a: int, b: int, c: int) -> tuple[int, int, int, Array]:
    """The question with a table in which the best answer is well ahead of the next."""
    for E in _tables(draw, V, d):
        x = E[b] - E[a] + E[c]
        if np.linalg.norm(x) >= 0.25:
            best = np.sort(np.delete(cosines(E, x), list({a, b, c})))[::-1]
            if len(best) < 2 or best[0] - best[1] >= GAP:
                break
    return a, b, c, E


def texts(draw: Draw) -> tuple[Array, int]:
    """ids in which words come again, and a window."""
    return _ids(draw, draw.pick((5, 4, 7, 8)), draw.pick((4, 3, 6))), draw.pick((1, 2, 3))


def texts_at_the_edge(draw: Draw) -> tuple[Array, int]:
    """A single word, two, the same word all along, a window that is longer than the text."""
    T = draw.pick((1, 2, 3, 4))
    return draw.pick((_ids(draw, T, 3), np.full(T, 2))), draw.turn((1, 5, 2, 10))


def samples(draw: Draw) -> Args:
    """v, u and N."""
    k, d = draw.pick(((2, 3), (3, 2), (4, 3), (5, 2), (2, 4)))
    regime = draw.turn(ORDINARY)
    return regime.array(draw, d), EIGHTHS.array(draw, d), EIGHTHS.array(draw, k, d)


def samples_at_the_edge(draw: Draw) -> Args:
    """One negative word, one entry, both alike, zeros, the same negative word twice."""
    k, d = draw.pick(((1, 3), (1, 1), (2, 1), (3, 3)))
    v, u, N = QUARTERS.array(draw, d), EIGHTHS.array(draw, d), EIGHTHS.array(draw, k, d)
    return draw.turn(((v, u, N), (np.zeros(d), u, N), (v, u, np.repeat(N[:1], k, axis=0))))


def far_samples(draw: Draw) -> Args:
    """Products of up to some ±1e4."""
    k, d = draw.pick(((2, 3), (3, 2)))
    return Regime("long", 100.0, 12).array(draw, d), FAR.array(draw, d), FAR.array(draw, k, d)
