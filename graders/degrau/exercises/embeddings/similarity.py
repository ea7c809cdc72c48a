"""10_embeddings, similarity: the cosine of two vectors, the rows nearest to one, and analogies."""

import numpy as np

from ...base.text import _
from ...judging.laws import agrees, pure, quiet
from ...judging.types import Exercise
from .inputs import (
    MANY_NEIGHBOURS,
    analogies,
    analogies_at_the_edge,
    neighbours,
    neighbours_at_the_edge,
    vectors,
    vectors_at_the_edge,
    zeros,
)

COSINE = Exercise(
    "cosine_similarity(u, v) -> similarity",
    (
        agrees("cosine", _("the cosine of the angle between them"), 2, vectors, ["similarity"]),
        agrees(
            "edges",
            _("parallel, opposite, at a right angle, one-hot, integers"),
            1,
            vectors_at_the_edge,
            ["similarity"],
            "cosine",
            edge=True,
        ),
        quiet("zero", _("0 where either is zero, without a warning"), 1, zeros, after="cosine"),
        pure(1, after="cosine"),
    ),
    # What 1e-8 in the divisor comes to, which keeps some from dividing by 0: norms are 0 or at least 0.1.
    faint=lambda u, v: 1e4 / max(0.01, float(np.linalg.norm(u) * np.linalg.norm(v))),
)

NEAREST = Exercise(
    "nearest(word, E, k) -> words",
    (
        agrees("order", _("the k most similar rows, best first, without the word itself"), 3, neighbours, ["words"]),
        agrees(
            "edges",
            _("parallel and opposite rows, all the others, only two rows, or hundreds"),
            1,
            neighbours_at_the_edge,
            ["words"],
            "order",
            edge=True,
            named=(MANY_NEIGHBOURS,),
        ),
        pure(1, after="order"),
    ),
    smooth=False,
    indices=("word", "k"),
)

ANALOGY = Exercise(
    "analogy(a, b, c, E) -> word",
    (
        agrees("word", _("the row most similar to E[b] − E[a] + E[c], but for a, b and c"), 3, analogies, ["word"]),
        agrees(
            "edges",
            _("a word that is asked twice, a single row left"),
            1,
            analogies_at_the_edge,
            ["word"],
            "word",
            edge=True,
        ),
        pure(1, after="word"),
    ),
    smooth=False,
    indices=("a", "b", "c"),
)
