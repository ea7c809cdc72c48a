"""00_perceptron: the perceptron and its learning rule."""

from pathlib import Path

from ...judging.types import Assignment
from .exercises import PREDICT, STEP, TRAIN, UPDATE
from .hints import HINTS

PERCEPTRON = Assignment.of("00_perceptron", Path(__file__).parent, HINTS, STEP, PREDICT, UPDATE, TRAIN)
