"""02_sigmoid_neuron: a sigmoid neuron and its cross-entropy."""

from pathlib import Path

from ...judging.types import Assignment
from .domain import DOMAINS
from .hints import HINTS
from .laws import COST, GRADIENT, OUTPUT, SIGMOID, TRAIN

SIGMOID_NEURON = Assignment.of(
    "02_sigmoid_neuron",
    Path(__file__).parent,
    HINTS,
    SIGMOID,
    OUTPUT,
    COST,
    GRADIENT,
    TRAIN,
    domains=DOMAINS,
)
