"""13_transformer, the block: its feed-forward layer, its two halves each with the other silent, and the whole."""

from ...base.text import _
from ...judging.laws import agrees, pure
from ...judging.types import Exercise
from .inputs import (
    block,
    block_at_the_edge,
    faint_block,
    far_block,
    far_layer,
    first_half,
    layer,
    layer_at_the_edge,
    second_half,
)

FEED_FORWARD = Exercise(
    "feed_forward(X, W1, b1, W2, b2) -> Y",
    (
        agrees("output", _("two layers, and gelu between them"), 3, layer, ["Y"]),
        agrees(
            "edges",
            _("a single row, column or hidden unit, integers"),
            1,
            layer_at_the_edge,
            ["Y"],
            "output",
            edge=True,
        ),
        agrees(
            "saturated",
            _("finite and right for hidden units of up to ±10000"),
            1,
            far_layer,
            ["Y"],
            "output",
            edge=True,
        ),
        pure(1, after="output"),
    ),
)

BLOCK = Exercise(
    "transformer_block(X, weights, heads, mask) -> Y",
    (
        agrees(
            "attention",
            _("where the feed-forward layer adds nothing: X plus the attention of norm(X)"),
            2,
            first_half,
            ["Y"],
        ),
        agrees(
            "feeding",
            _("where attention adds nothing: X plus the feed-forward layer of norm(X)"),
            2,
            second_half,
            ["Y"],
        ),
        agrees("block", _("both halves, the second on what comes out of the first"), 2, block, ["Y"], "feeding"),
        agrees("faint", _("rows that hardly vary: eps = 1e-5 takes part in the root"), 1, faint_block, ["Y"], "block"),
        agrees(
            "edges",
            _("a single row or head, heads of one column, constant rows, integers"),
            1,
            block_at_the_edge,
            ["Y"],
            "block",
            edge=True,
        ),
        agrees("stable", _("finite and right for scores of up to ±10000"), 1, far_block, ["Y"], "block", edge=True),
        pure(1, after="feeding"),
    ),
    indices=("heads", "mask"),
)
