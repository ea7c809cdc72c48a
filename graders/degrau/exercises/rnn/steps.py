"""08_rnn, forwards: a step of a recurrent network, a whole sequence, a step of an LSTM."""

import numpy as np

from ...base.text import _
from ...judging.laws import agrees, pure, quiet
from ...judging.types import Exercise
from ..faint import size
from .inputs import (
    far_gates,
    far_sequence,
    far_step,
    gates,
    gates_at_the_edge,
    sequence,
    sequence_at_the_edge,
    step,
    step_at_the_edge,
)

STEP = Exercise(
    "rnn_step(x, h, Wx, Wh, bh, Wy, by) -> h, y",
    (
        agrees("state", _("the new state follows from the old one and from x"), 2, step, ["h"]),
        agrees("output", _("the probabilities follow from the new state"), 2, step, ["y"]),
        agrees(
            "edges",
            _("a single input, unit or class, integers"),
            1,
            step_at_the_edge,
            ["h", "y"],
            "output",
            edge=True,
        ),
        agrees(
            "stable", _("finite and right for logits of up to ±10000"), 1, far_step, ["h", "y"], "output", edge=True
        ),
        pure(1, after="state"),
    ),
    # tanh(a) is 2σ(2a) − 1, and what is off in a state reaches every logit.
    faint=lambda x, h, Wx, Wh, bh, Wy, by: 2 * size(np.abs(Wy).sum(axis=1)),
)

FORWARD = Exercise(
    "rnn_forward(X, h0, Wx, Wh, bh, Wy, by) -> H, Y",
    (
        agrees("states", _("the states of all steps, without h0"), 2, sequence, ["H"]),
        agrees("outputs", _("the probabilities of all steps"), 1, sequence, ["Y"]),
        agrees(
            "edges",
            _("a single step, input, unit or class, many steps, integers"),
            1,
            sequence_at_the_edge,
            ["H", "Y"],
            "outputs",
            edge=True,
        ),
        agrees(
            "stable",
            _("finite and right for logits of up to ±10000"),
            1,
            far_sequence,
            ["H", "Y"],
            "outputs",
            edge=True,
        ),
        pure(1, after="states"),
    ),
    faint=lambda X, h0, Wx, Wh, bh, Wy, by: 2 * size(np.abs(Wh).sum(axis=1)) * size(np.abs(Wy).sum(axis=1)),
)

LSTM = Exercise(
    "lstm_step(x, h, c, Wx, Wh, b) -> h, c",
    (
        agrees("cell", _("the cell forgets and takes in what the gates let through"), 2, gates, ["c"]),
        agrees("hidden", _("the state is what the output gate shows of the cell"), 2, gates, ["h"]),
        agrees("edges", _("a single input or unit, integers"), 1, gates_at_the_edge, ["h", "c"], "hidden", edge=True),
        quiet("saturated", _("finite and without a warning where gates are shut for good"), 1, far_gates, "hidden"),
        pure(1, after="cell"),
    ),
    faint=lambda x, h, c, Wx, Wh, b: 2 + 2 * size(c),
)
