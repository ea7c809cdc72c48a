"""The graders, one module an assignment: which functions there are, and what must hold for each."""

from ..judging.exercise import Assignment
from .activations import ACTIVATIONS
from .adaline import ADALINE
from .backpropagation import BACKPROPAGATION
from .gradients import GRADIENTS
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
ASSIGNMENTS: dict[str, Assignment] = {a.name: a for a in COURSE}
