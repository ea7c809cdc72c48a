"""05_gradients: the gates of a computational graph, and a class that differentiates any graph by itself."""

from ..judging.exercise import Assignment
from .gates import GATES
from .layer_gates import LAYERS
from .value import VALUE

GRADIENTS = Assignment("05_gradients", (*GATES, *LAYERS, VALUE))
