"""04_backpropagation: searching, measuring slopes, and the first gradients of circuits."""

from pathlib import Path

from ...judging.types import Assignment
from .check_gradient import CHECK_GRADIENT
from .circuits import CIRCUIT, MULTIPLY, NEURON, NEURON_GRADIENT, STEP
from .differences import CENTRAL_DIFFERENCE, NUMERICAL_DERIVATIVE, NUMERICAL_GRADIENT
from .domain import DOMAINS
from .hints import HINTS
from .searches import LOCAL_SEARCH, RANDOM_SEARCH

BACKPROPAGATION = Assignment.of(
    "04_backpropagation",
    Path(__file__).parent,
    HINTS,
    RANDOM_SEARCH,
    LOCAL_SEARCH,
    NUMERICAL_DERIVATIVE,
    NUMERICAL_GRADIENT,
    CENTRAL_DIFFERENCE,
    CHECK_GRADIENT,
    MULTIPLY,
    STEP,
    CIRCUIT,
    NEURON,
    NEURON_GRADIENT,
    domains=DOMAINS,
)
