"""The graders, one module an assignment: which functions there are, and what must hold for each."""

from dataclasses import replace

from ..judging.exercise import Assignment
from .activations import ACTIVATIONS
from .adaline import ADALINE
from .backpropagation import BACKPROPAGATION
from .gradients import GRADIENTS
from .hints import HINTS
from .mlp import MLP
from .optimizers import OPTIMIZERS
from .perceptron import PERCEPTRON
from .rectifiers import RECTIFIERS
from .sigmoid_neuron import SIGMOID_NEURON
from .softmax import SOFTMAX

COURSE = (
    PERCEPTRON,
    ADALINE,
    SIGMOID_NEURON,
    Assignment("03_activations", (*ACTIVATIONS, *RECTIFIERS, *SOFTMAX)),
    BACKPROPAGATION,
    GRADIENTS,
    MLP,
    OPTIMIZERS,
)
ASSIGNMENTS: dict[str, Assignment] = {
    a.name: Assignment(a.name, tuple(replace(e, hints=HINTS.get(e.name, ())) for e in a.exercises)) for a in COURSE
}
