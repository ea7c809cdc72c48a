"""13_transformer, words: what it costs to predict the next one, and how it is drawn, judged by how often each comes."""

import numpy as np

from ...base.text import _
from ...judging.distribution import frequency
from ...judging.laws import Answer, Answers, Facts, agrees, prop, pure
from ...judging.types import Exercise
from ...plain.call import Source
from ...plain.numbers import Array, as_numbers
from .inputs import (
    DRAWN,
    best,
    drawn,
    equal_logits,
    far_draw,
    far_text,
    many_draws,
    one_draw,
    text,
    text_at_the_edge,
)

# How many words are drawn: to see whether all come alike, and whether others come at all.
ALIKE, OTHERS = 600, 30
# The same words may come from another generator only with such a chance, or that they do is not blamed.
BY_CHANCE = 1e-8
INDEX = _("expected the index of a word, a whole number from 0 to {last}")


@prop(_("numerical differences give the same gradient"), points=1, inputs=text, after="gradient")
def slope(answer: Answers, right: Facts, Z: Array, ids: Array) -> None:
    answer(Z, ids).assert_is("dZ", right.slope("next_token_loss", 0, Z, ids))


@prop(_("the index of one of the k largest logits"), points=1, inputs=one_draw)
def among(answer: Answers, right: Facts, z: Array, temperature: float, k: int, rng: Source) -> None:
    got = answer(z, temperature, k, rng)
    chosen = got.number("index")
    got.require(chosen in range(len(z)), INDEX.filled(last=len(z) - 1))
    largest = sorted(np.argsort(z)[len(z) - k :].tolist())
    got.require(chosen in largest, _("expected one of the k largest, {largest}").filled(largest=largest))


@prop(
    _("each of them comes as often as softmax(z / temperature) says, and another rng draws otherwise"),
    points=3,
    inputs=many_draws,
    after="among",
    count=len(DRAWN),
)
def chances(answer: Answers, right: Facts, z: Array, temperature: float, k: int, seed: int, draws: int) -> None:
    got = answer(drawn(z, temperature, k, seed, draws))
    left = z >= np.sort(z)[len(z) - k]
    weights = np.where(left, np.exp((z - z.max()) / temperature), 0.0)
    often = weights / weights.sum()
    words = _assert_as_often(got, often, draws)
    others = _words(answer(drawn(z, temperature, k, seed + 1, OTHERS)), len(z), OTHERS)
    may_be_alike = float(np.sum(often**2)) ** OTHERS > BY_CHANCE
    different = may_be_alike or not np.array_equal(words[:OTHERS], others)
    got.require(different, _("another rng must give other words"))


@prop(_("equal logits come equally often"), points=1, inputs=equal_logits, after="among", count=2, edge=True)
def equal(answer: Answers, right: Facts, z: Array, temperature: float, k: int, seed: int) -> None:
    _assert_as_often(answer(drawn(z, temperature, k, seed, ALIKE)), np.full(len(z), 1 / len(z)), ALIKE)


def _words(got: Answer, V: int, draws: int) -> Array:
    """The words drawn; raises the violation that says why they are none."""
    array = as_numbers(got.value)
    whole = array is not None and array.shape == (draws,) and bool(np.isin(array, np.arange(V)).all())
    got.require(whole, INDEX.filled(last=V - 1))
    return np.asarray(array, dtype=int)


def _assert_as_often(got: Answer, chances: Array, draws: int) -> Array:
    """Each word came as often as it should; gives the words."""
    words = _words(got, len(chances), draws)
    counts = np.bincount(words, minlength=len(chances))
    for word, (count, chance) in enumerate(zip(counts.tolist(), chances.tolist(), strict=True)):
        often = frequency(count, draws, chance)
        said = _("in {draws} draws the word {word} came {count} times, expected about {expected:.0f}")
        got.require(often, said.filled(draws=draws, word=word, count=count, expected=draws * chance))
    return words


LOSS = Exercise(
    "next_token_loss(Z, ids) -> loss, dZ",
    (
        agrees("loss", _("the mean of −log of the chance of each next word"), 2, text, ["loss"]),
        agrees("gradient", _("dZ, of which the last row is 0"), 2, text, ["dZ"]),
        slope,
        agrees(
            "edges",
            _("two positions, a vocabulary of one word, the same word all along, integers"),
            1,
            text_at_the_edge,
            ["loss", "dZ"],
            "gradient",
            edge=True,
        ),
        agrees(
            "stable",
            _("finite and right for logits of up to ±10000"),
            1,
            far_text,
            ["loss", "dZ"],
            "gradient",
            edge=True,
        ),
        pure(1, after="loss"),
    ),
    indices=("ids",),
)

SAMPLE = Exercise(
    "sample_next(z, temperature, k, rng) -> index",
    (
        among,
        chances,
        equal,
        agrees("best", _("with k = 1, always the largest"), 1, best, ["index"], "among", edge=True),
        agrees("stable", _("finite and right for logits of up to ±10000"), 1, far_draw, ["index"], "among", edge=True),
        pure(1, after="among"),
    ),
    smooth=False,
    indices=("k",),
)
