"""The graders, one module an assignment: which functions there are, and what must hold for each."""

from ..judging.exercise import Assignment
from .adaline import ADALINE
from .backpropagation import BACKPROPAGATION
from .optimizers import OPTIMIZERS
from .perceptron import PERCEPTRON
from .sigmoid_neuron import SIGMOID_NEURON

COURSE = (PERCEPTRON, ADALINE, SIGMOID_NEURON, BACKPROPAGATION, OPTIMIZERS)
ASSIGNMENTS: dict[str, Assignment] = {a.name: a for a in COURSE}
