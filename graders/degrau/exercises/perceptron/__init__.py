"""00_perceptron: the perceptron and its learning rule."""

from pathlib import Path

from ...judging.types import Assignment
from .domain import DOMAINS
from .hints import HINTS
from .laws import PREDICT, STEP, TRAIN, UPDATE

PERCEPTRON = Assignment.of("00_perceptron", Path(__file__).parent, HINTS, STEP, PREDICT, UPDATE, TRAIN, domains=DOMAINS)
