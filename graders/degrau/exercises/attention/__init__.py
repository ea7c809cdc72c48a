"""11_attention: a softmax that chooses where to look: with one layer, by products, masked, with several heads."""

from pathlib import Path

from ...judging.types import Assignment
from .domain import DOMAINS
from .hints import HINTS
from .laws import ADDITIVE, ATTENTION, BACKWARD, HEADS, MASK, POSITIONS

ATTENTION_LAYERS = Assignment.of(
    "11_attention", Path(__file__).parent, HINTS, ADDITIVE, ATTENTION, BACKWARD, MASK, POSITIONS, HEADS, domains=DOMAINS
)
