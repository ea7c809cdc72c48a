"""Two hints for every function of the course, one module an assignment."""

from ...text import Text
from .activations import HINTS as ACTIVATIONS
from .adaline import HINTS as ADALINE
from .backpropagation import HINTS as BACKPROPAGATION
from .gradients import HINTS as GRADIENTS
from .mlp import HINTS as MLP
from .optimizers import HINTS as OPTIMIZERS
from .perceptron import HINTS as PERCEPTRON
from .sigmoid_neuron import HINTS as SIGMOID_NEURON

HINTS: dict[str, tuple[Text, Text]] = {
    **PERCEPTRON,
    **ADALINE,
    **SIGMOID_NEURON,
    **ACTIVATIONS,
    **BACKPROPAGATION,
    **GRADIENTS,
    **MLP,
    **OPTIMIZERS,
}
