"""03_activations: activation functions, each with its derivative."""

from pathlib import Path

from ...judging.types import Assignment
from .catalogue import CATALOGUE
from .domain import DOMAINS
from .hints import HINTS
from .softmax import SOFTMAX

ACTIVATIONS = Assignment.of(
    "03_activations",
    Path(__file__).parent,
    HINTS,
    *CATALOGUE,
    *SOFTMAX,
    domains=DOMAINS,
)
