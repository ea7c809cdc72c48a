"""05_gradients: the gates of a computational graph, and a class that differentiates any graph by itself."""

from pathlib import Path

from ...judging.types import Assignment
from .domain import DOMAINS
from .gates import GATES
from .hints import HINTS
from .layers import LAYERS
from .value import VALUE

GRADIENTS = Assignment.of("05_gradients", Path(__file__).parent, HINTS, *GATES, *LAYERS, VALUE, domains=DOMAINS)
