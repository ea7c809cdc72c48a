"""The graders, one module an assignment: which functions there are, and what must hold for each."""

from ..judging.exercise import Assignment
from .adaline import ADALINE
from .perceptron import PERCEPTRON

ASSIGNMENTS: dict[str, Assignment] = {a.name: a for a in (PERCEPTRON, ADALINE)}
