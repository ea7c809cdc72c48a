"""12_normalization, after training: statistics that follow the batches, and what is made of them."""

import numpy as np

from ...base.text import _
from ...judging.laws import agrees, pure
from ...judging.types import Exercise
from .inputs import (
    inference,
    inference_at_the_edge,
    narrow_inference,
    statistics,
    statistics_at_the_edge,
)

# What a network starts from.
START = ((np.zeros(2), np.ones(2), np.array([[2.0, 4.0], [6.0, -2.0], [1.0, 1.0]])),)

RUNNING = Exercise(
    "running_statistics(mean, var, X, momentum) -> mean, var",
    (
        agrees("mean", _("the mean takes a step towards the batch's"), 1, statistics, ["mean"]),
        agrees("variance", _("the variance takes a step towards the batch's"), 2, statistics, ["var"]),
        agrees(
            "edges",
            _("two rows, many rows, a single column, integers, a momentum of 0, of 1, or left out"),
            1,
            statistics_at_the_edge,
            ["mean", "var"],
            "variance",
            edge=True,
            named=START,
        ),
        pure(1, after="variance"),
    ),
)

INFERENCE = Exercise(
    "batch_norm_inference(X, gamma, beta, mean, var, eps) -> Y",
    (
        agrees("given", _("normalised by the given statistics, not by the batch's"), 3, inference, ["Y"]),
        agrees(
            "eps",
            _("a small variance, where the default of eps shows"),
            1,
            narrow_inference,
            ["Y"],
            "given",
            edge=True,
        ),
        agrees(
            "edges",
            _("a single row or column, many rows, a variance of 0, integers"),
            1,
            inference_at_the_edge,
            ["Y"],
            "given",
            edge=True,
        ),
        pure(1, after="given"),
    ),
)
