"""01_adaline: the Adaline: a linear unit, its cost and the delta rule."""

from pathlib import Path

from ...judging.types import Assignment
from .domain import DOMAINS
from .hints import HINTS
from .laws import COST, GRADIENT, LINEAR, OUTPUT, TRAIN, UPDATE

ADALINE = Assignment.of(
    "01_adaline",
    Path(__file__).parent,
    HINTS,
    LINEAR,
    OUTPUT,
    COST,
    GRADIENT,
    UPDATE,
    TRAIN,
    domains=DOMAINS,
)
