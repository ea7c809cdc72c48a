"""07_optimizers, dropout: its answers are random, and judged by how they are distributed."""

import numpy as np

from ...base.text import _
from ...judging.distribution import ALARM, frequency, unrelated
from ...judging.laws import Answers, Expected, Facts, agrees, prop, pure
from ...judging.types import Exercise
from ...plain.call import Source, generator
from ...plain.numbers import Array
from .inputs import MANY, arriving, arriving_at_the_edge, layer, lottery, many, nothing_to_drop

SEEDS = 40
SHAPE = _("the mask is not of the shape of X")


def _dropped(mask: Array) -> Array:
    return np.asarray(mask == 0)


@prop(
    _("the mask holds only 0 and 1/(1 − p), and Y = X·mask"),
    points=2,
    inputs=layer,
)
def applied(answer: Answers, right: Facts, X: Array, p: float, rng: Source) -> None:
    got = answer(X, p, rng)
    mask = got.array("mask")
    got.require(mask.shape == X.shape, SHAPE)
    kept = np.where(mask > 0, 1 / (1 - p), 0.0)
    near = bool(np.all(np.abs(mask - kept) <= 1e-6 * kept))
    got.require(near, _("each number of the mask must be 0 or {kept:g}").filled(kept=1 / (1 - p)))
    got.assert_is("Y", Expected(X * kept, X * kept, 1e-6 * np.abs(X * kept)))


@prop(
    _("each number is missing with probability p, and each seed draws anew"),
    points=1,
    inputs=lottery,
    after="applied",
    count=8,
)
def chance(answer: Answers, right: Facts, X: Source, p: float, seed: int) -> None:
    answers = [answer(X, p, generator(seed + i)) for i in range(SEEDS)]
    masks = [_dropped(got.array("mask")) for got in answers]
    last = answers[-1]
    alike = all(np.array_equal(mask, masks[0]) for mask in masks)
    last.require(not alike, _("the same mask for any seed"))
    counts = [int(mask.sum()) for mask in masks]
    trials = SEEDS * masks[0].size
    share = sum(counts) / trials
    last.require(
        frequency(sum(counts), trials, p),
        _("with {seeds} seeds, a fraction {share:.2f} of the numbers was dropped, and p = {p}").filled(
            seeds=SEEDS, share=share, p=p
        ),
    )
    for place, times in np.ndenumerate(np.sum(masks, axis=0)):
        last.require(
            frequency(int(times), SEEDS, p),
            _("with {seeds} seeds, the number at {place} was dropped {times} times, and p = {p}").filled(
                seeds=SEEDS, place=list(place), times=times, p=p
            ),
        )
    last.require(
        len(set(counts)) > 1,
        _("with {seeds} seeds, always {count} dropped: the draws are not independent").filled(
            seeds=SEEDS, count=counts[0]
        ),
    )


@prop(
    _("each number has a draw of its own"),
    points=1,
    inputs=many,
    after="applied",
    count=5,
)
def independent(answer: Answers, right: Facts, X: Source, p: float, rng: Source) -> None:
    got = answer(X, p, rng)
    dropped = _dropped(got.array("mask"))
    got.require(dropped.shape == MANY, SHAPE)
    share = float(np.mean(dropped))
    got.require(
        frequency(int(dropped.sum()), dropped.size, p) and _is_limit(p, dropped, rng.value({})),
        _("of {size} numbers a fraction {share:.3f} was dropped, and p = {p}").filled(
            size=dropped.size, share=share, p=p
        ),
    )
    alike = p * p + (1 - p) * (1 - p)
    across, down = dropped[:, ::2] == dropped[:, 1::2], dropped[::2] == dropped[1::2]
    got.require(
        frequency(int(across.sum()), across.size, alike),
        _("neighbours in a row are not dropped independently"),
    )
    got.require(
        frequency(int(down.sum()), down.size, alike),
        _("neighbours in a column are not dropped independently"),
    )
    got.require(
        unrelated(dropped, p) and not _repeats(dropped, alike) and not _repeats(dropped.T, alike),
        _("which numbers are dropped tells which others are: the draws are not independent"),
    )


def _repeats(dropped: Array, alike: float) -> bool:
    """Whether two rows are the same, or opposite, where that is no chance: two numbers are with at most `alike`."""
    n, length = dropped.shape
    both = np.concatenate([dropped, ~dropped])
    return bool(n * n * alike**length < ALARM) and len(np.unique(both, axis=0)) < 2 * n


def _is_limit(p: float, dropped: Array, rng: np.random.Generator) -> bool:
    """Whether p is where the mask divides the generator's own uniform numbers, if it does.

    Most answers draw it so, whichever side they drop. The chance is known then to a digit more than the mask tells.
    """
    drawn = rng.random(dropped.shape)
    for u in (drawn, 1 - drawn):
        below, above = np.max(u[dropped], initial=0.0), np.min(u[~dropped], initial=1.0)
        if below < above:
            return bool(below <= p <= above)
    return True


FORWARD = Exercise(
    "dropout_forward(X, p, rng) -> Y, mask",
    (
        applied,
        chance,
        independent,
        agrees(
            "nothing",
            _("with p = 0 nothing is dropped"),
            1,
            nothing_to_drop,
            ["Y", "mask"],
            "applied",
        ),
        pure(1, after="applied"),
    ),
)

BACKWARD = Exercise(
    "dropout_backward(dY, mask) -> dX",
    (
        agrees("passes", _("dX passes where X passed"), 2, arriving, ["dX"]),
        agrees(
            "edges",
            _("a single number, nothing dropped, everything dropped"),
            1,
            arriving_at_the_edge,
            ["dX"],
            "passes",
            edge=True,
        ),
        pure(1, after="passes"),
    ),
    indices=("mask",),
)

DROPOUT = (FORWARD, BACKWARD)
