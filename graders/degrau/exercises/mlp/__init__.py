"""06_mlp: a network of two layers: what goes into it, its losses, its training."""

from pathlib import Path

from ...judging.types import Assignment
from .domain import DOMAINS
from .hints import HINTS
from .layers import BACKWARD, FORWARD
from .losses import CROSS_ENTROPY, FACTORS, MSE, TWO
from .minibatches import MINIBATCHES
from .preparation import BUMP, INIT, ONE_HOT, STANDARDIZE, XOR
from .training import TRAIN

MLP = Assignment.of(
    "06_mlp",
    Path(__file__).parent,
    HINTS,
    ONE_HOT,
    STANDARDIZE,
    INIT,
    XOR,
    BUMP,
    CROSS_ENTROPY,
    MSE,
    FORWARD,
    BACKWARD,
    TWO,
    FACTORS,
    MINIBATCHES,
    TRAIN,
    domains=DOMAINS,
)
