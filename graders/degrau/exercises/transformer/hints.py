"""Hints for 13_transformer: for each function, where to look when a value is wrong, then what to think about."""

from ...base.text import Text, _

HINTS: dict[str, tuple[Text, Text]] = {
    "gelu": (
        _("Find Φ of the number shown in a table of the normal distribution, or by hand from erf. Is yours the same?"),
        _("For large x the answer is x itself, for very negative x it is 0, and at 0 it is 0. Φ lies between 0 and 1."),
    ),
    "d_gelu": (
        _("x·Φ(x) is a product: which two terms has its derivative? Work out both at the number shown."),
        _("The slope of Φ is the density of the normal distribution. At 0 the slope of GELU is one half."),
    ),
    "feed_forward": (
        _("Take the first row of `X` shown and its first hidden unit: what goes into gelu, and what comes out?"),
        _("Each row goes through both layers on its own. gelu stands between them, and none comes after the second."),
    ),
    "transformer_block": (
        _("Follow the first row in three places: after the first norm, after attention, after the first sum."),
        _(
            "What is normalised goes into attention and into the layer, and what is added to is not normalised. "
            "The second half starts from the sum of the first."
        ),
    ),
    "next_token_loss": (
        _("Which word does row 0 of `Z` predict, and which row has nothing to predict? Over how many is the mean?"),
        _("A row's gradient is its probabilities less the one-hot of the word that follows, shared over T − 1 rows."),
    ),
    "sample_next": (
        _("Write down which words are left with the `k` shown, and their probabilities, which add up to 1."),
        _("First the k largest, then the temperature and the softmax among those, then one draw with `rng`."),
    ),
}
