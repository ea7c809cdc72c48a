"""Hints for 11_attention: for each function, where to look when a value is wrong, then what to think about."""

from ...base.text import Text, _

HINTS: dict[str, tuple[Text, Text]] = {
    "additive_attention": (
        _("Work out the score of the first key shown by hand. Do your weights add up to 1 over the keys?"),
        _("The query is the same for all keys. The softmax goes over the keys, and stays finite if all scores fall."),
    ),
    "attention": (
        _(
            "Take the first row of `Q` shown: its score with each key, what the mask leaves, then the softmax of "
            "that row."
        ),
        _("What may not be looked at has no share, and the others have all of it. The root is that of `Q`'s columns."),
    ),
    "attention_backward": (
        _("Start with dV: which shares of the values went into which rows of Y? Then ask what a share in A gets back."),
        _("Each row of A is a softmax with its own Jacobian. The scale of the scores comes back in dQ and in dK."),
    ),
    "causal_mask": (
        _("Row 0 may look at place 0 only. Where may row 1 look, and where may the last row?"),
        _("Everyone may look at itself. A mask is made of booleans: what type do your entries have?"),
    ),
    "positional_encoding": (
        _("Write down the row of position 1 for the `d` shown. Which wave do the first two columns share?"),
        _("A pair of columns has one frequency, and the next pair a lower one. Position 0 is sin 0 and cos 0."),
    ),
    "multi_head_attention": (
        _("With the first example shown, which columns of X @ Wq.T belong to head 0, and how many are they?"),
        _(
            "Each head is an attention of its own, with the root of its own columns; then their outputs stand "
            "side by side."
        ),
    ),
}
