"""07_optimizers: the steps of optimizers, schedules, penalties and dropout."""

from pathlib import Path

from ...judging.types import Assignment
from .domain import DOMAINS
from .dropout import DROPOUT
from .hints import HINTS
from .penalties import PENALTIES
from .schedules import SCHEDULES
from .steps import ADAM, MINIMIZE, MOMENTUM, RMSPROP, SGD

OPTIMIZERS = Assignment.of(
    "07_optimizers",
    Path(__file__).parent,
    HINTS,
    SGD,
    MOMENTUM,
    RMSPROP,
    ADAM,
    MINIMIZE,
    *SCHEDULES,
    *PENALTIES,
    *DROPOUT,
    domains=DOMAINS,
)
