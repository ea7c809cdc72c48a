"""10_embeddings, the table: a row for each word, and the gradient that comes back to the rows."""

from ...base.text import _
from ...judging.laws import Answers, Facts, agrees, prop, pure
from ...judging.types import Exercise
from ...plain.numbers import Array
from .inputs import arriving, arriving_at_the_edge, lookups, lookups_at_the_edge, measured

EDGES = _("a single word, the same word all along, the last row")


@prop(_("numerical differences give the same gradient"), points=1, inputs=measured, after="rows", count=8)
def slope(answer: Answers, right: Facts, ids: Array, E: Array, dY: Array) -> None:
    answer(ids, len(E), dY).assert_is("dE", right.slope("embed", 1, ids, E, cotangent=dY))


EMBED = Exercise(
    "embed(ids, E) -> Y",
    (
        agrees("rows", _("the row of each word, in the text's order"), 2, lookups, ["Y"]),
        agrees("edges", EDGES, 1, lookups_at_the_edge, ["Y"], "rows", edge=True),
        pure(1, after="rows"),
    ),
    indices=("ids",),
)

EMBED_BACKWARD = Exercise(
    "embed_backward(ids, V, dY) -> dE",
    (
        agrees("rows", _("each row gets what all its words send"), 3, arriving, ["dE"]),
        slope,
        agrees("edges", EDGES, 1, arriving_at_the_edge, ["dE"], "rows", edge=True),
        pure(1, after="rows"),
    ),
    indices=("ids", "V"),
)
