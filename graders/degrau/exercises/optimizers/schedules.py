"""07_optimizers, the schedules: learning rates that shrink."""

from ...base.text import _
from ...judging.laws import agrees, pure
from ...judging.types import Exercise
from ..faint import once
from .inputs import at_the_boundary, in_steps, smoothly, smoothly_at_the_edge

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
    faint=once,
)

EXPONENTIAL_DECAY = Exercise(
    "exponential_decay(lr, k, epoch) -> rate",
    (
        agrees("rate", _("the rate falls by the same proportion"), 2, smoothly, ["rate"]),
        agrees("edges", _("epoch 0, k = 0, integers"), 1, smoothly_at_the_edge, ["rate"], "rate", edge=True),
        pure(1, after="rate"),
    ),
    floor=1e-9,
    faint=once,
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
