"""12_normalization: each column of a batch, or each row, brought to mean 0 and variance 1, and the way back."""

from pathlib import Path

from ...judging.types import Assignment
from .domain import DOMAINS
from .hints import HINTS
from .norms import BATCH, BATCH_BACKWARD, LAYER, LAYER_BACKWARD
from .running import INFERENCE, RUNNING

NORMALIZATION = Assignment.of(
    "12_normalization",
    Path(__file__).parent,
    HINTS,
    BATCH,
    BATCH_BACKWARD,
    RUNNING,
    INFERENCE,
    LAYER,
    LAYER_BACKWARD,
    domains=DOMAINS,
)
