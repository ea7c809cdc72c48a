"""Learning rates that shrink: part of 07_optimizers."""

from ...base.text import _
from ...judging.draw import Draw
from ...judging.laws import agrees, pure
from ...judging.types import Exercise

RATES = (0.5, 0.1, 1.0, 0.25, 0.003)


def in_steps(draw: Draw) -> tuple[float, float, int, int]:
    """An epoch anywhere within a step of the rate."""
    every = draw.pick((2, 3, 10, 1, 7))
    return draw.pick(RATES), draw.pick((0.5, 0.1, 0.9, 0.75)), every, draw.integer(0, 6) * every + draw.integer(1, 30)


def at_the_boundary(draw: Draw) -> tuple[float | int, float | int, int, int]:
    """The first or the last epoch of a step, epoch 0, a rate that never drops, integers."""
    every = draw.pick((3, 4, 5, 10))
    epoch = draw.pick((0, every, 2 * every, every - 1, 2 * every - 1, 3 * every))
    return draw.pick((0.5, 1, 0.1)), draw.pick((0.5, 0.25, 0.1, 1)), every, epoch


def smoothly(draw: Draw) -> tuple[float, float, int]:
    """A rate, how fast it falls, and an epoch."""
    return draw.pick(RATES), draw.pick((0.5, 0.25, 0.1, 0.01, 1.0, 2.0)), draw.integer(1, 9)


def smoothly_at_the_edge(draw: Draw) -> tuple[float | int, float | int, int]:
    """Epoch 0, a rate that does not fall, integers."""
    lr, k = draw.pick((0.5, 1, 0.1)), draw.pick((0.5, 1, 0, 0.01))
    return lr, k, draw.pick((0, 1, 3, 50))


STEP_DECAY = Exercise(
    "step_decay(lr, drop, every, epoch) -> rate",
    (
        agrees("rate", _("the rate drops at each step"), 2, in_steps, ["rate"]),
        agrees(
            "edges",
            _("the first and last epoch of a step, epoch 0"),
            1,
            at_the_boundary,
            ["rate"],
            "rate",
            edge=True,
        ),
        pure(1, after="rate"),
    ),
    floor=1e-9,
)

EXPONENTIAL_DECAY = Exercise(
    "exponential_decay(lr, k, epoch) -> rate",
    (
        agrees("rate", _("the rate falls by the same proportion"), 2, smoothly, ["rate"]),
        agrees("edges", _("epoch 0, k = 0, integers"), 1, smoothly_at_the_edge, ["rate"], "rate", edge=True),
        pure(1, after="rate"),
    ),
    floor=1e-9,
)

INVERSE_TIME_DECAY = Exercise(
    "inverse_time_decay(lr, k, epoch) -> rate",
    (
        agrees("rate", _("the rate falls with inverse time"), 2, smoothly, ["rate"]),
        agrees("edges", _("epoch 0, k = 0, integers"), 1, smoothly_at_the_edge, ["rate"], "rate", edge=True),
        pure(1, after="rate"),
    ),
    floor=1e-9,
)

SCHEDULES = (STEP_DECAY, EXPONENTIAL_DECAY, INVERSE_TIME_DECAY)
