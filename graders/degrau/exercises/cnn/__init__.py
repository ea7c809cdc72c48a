"""09_cnn: convolutions, the way back through them, and pooling."""

from pathlib import Path

from ...judging.types import Assignment
from .convolution import CONV, CONV_BACKWARD, SIZE, UNFOLD
from .domain import DOMAINS
from .hints import HINTS
from .pooling import AVERAGE, AVERAGE_BACKWARD, MAX, MAX_BACKWARD

CNN = Assignment.of(
    "09_cnn",
    Path(__file__).parent,
    HINTS,
    SIZE,
    CONV,
    UNFOLD,
    CONV_BACKWARD,
    MAX,
    MAX_BACKWARD,
    AVERAGE,
    AVERAGE_BACKWARD,
    domains=DOMAINS,
)
