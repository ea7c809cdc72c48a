"""10_embeddings: a vector for each word: looking them up, comparing them, learning them from their neighbours."""

from pathlib import Path

from ...judging.types import Assignment
from .domain import DOMAINS
from .hints import HINTS
from .similarity import ANALOGY, COSINE, NEAREST
from .skip_gram import NEGATIVE, PAIRS
from .table import EMBED, EMBED_BACKWARD

EMBEDDINGS = Assignment.of(
    "10_embeddings",
    Path(__file__).parent,
    HINTS,
    EMBED,
    EMBED_BACKWARD,
    COSINE,
    NEAREST,
    ANALOGY,
    PAIRS,
    NEGATIVE,
    domains=DOMAINS,
)
