"""08_rnn: a recurrent network, its gradients through time, and the cell that remembers."""

from pathlib import Path

from ...judging.types import Assignment
from .domain import DOMAINS
from .gradients import BACKWARD, CLIP, JACOBIAN
from .hints import HINTS
from .steps import FORWARD, LSTM, STEP

RNN = Assignment.of(
    "08_rnn", Path(__file__).parent, HINTS, STEP, FORWARD, JACOBIAN, BACKWARD, CLIP, LSTM, domains=DOMAINS
)
