"""13_transformer: GELU, the two halves of a transformer's block, what the next word costs, and how it is drawn."""

from pathlib import Path

from ...judging.types import Assignment
from .block import BLOCK, FEED_FORWARD
from .domain import DOMAINS
from .gelu import D_GELU, GELU
from .hints import HINTS
from .words import LOSS, SAMPLE

TRANSFORMER = Assignment.of(
    "13_transformer", Path(__file__).parent, HINTS, GELU, D_GELU, FEED_FORWARD, BLOCK, LOSS, SAMPLE, domains=DOMAINS
)
