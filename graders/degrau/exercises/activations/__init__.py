"""03_activations: activation functions, each with its derivative."""

from pathlib import Path

from ...judging.types import Assignment
from .hints import HINTS
from .rectifiers import RECTIFIERS
from .smooth import ACTIVATIONS as SMOOTH
from .softmax import SOFTMAX

ACTIVATIONS = Assignment.of("03_activations", Path(__file__).parent, HINTS, *SMOOTH, *RECTIFIERS, *SOFTMAX)
