"""The course: a package for each assignment, with the laws, the inputs and the hints of its functions.

What several of them share is in the modules beside those packages; none of them imports another.
"""

from .activations import ACTIVATIONS
from .adaline import ADALINE
from .backpropagation import BACKPROPAGATION
from .gradients import GRADIENTS
from .mlp import MLP
from .optimizers import OPTIMIZERS
from .perceptron import PERCEPTRON
from .sigmoid_neuron import SIGMOID_NEURON

COURSE = (
    PERCEPTRON,
    ADALINE,
    SIGMOID_NEURON,
    ACTIVATIONS,
    BACKPROPAGATION,
    GRADIENTS,
    MLP,
    OPTIMIZERS,
)
