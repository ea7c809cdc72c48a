"""Hints for 10_embeddings: for each function, where to look when a value is wrong, then what to think about."""

from ...base.text import Text, _

HINTS: dict[str, tuple[Text, Text]] = {
    "embed": (
        _("Take the first word of the `ids` shown. Which row of `E` is it, and is that your first row?"),
        _("The result has a row for each word of the text, as often as the word comes, and as many columns as `E`."),
    ),
    "embed_backward": (
        _("Find a word that comes twice in the `ids` shown. What do its two places send, and what is in its row?"),
        _("The table has V rows, whether their words come or not. What several places send to one row adds up."),
    ),
    "cosine_similarity": (
        _(
            "Work out the product and the two norms of the vectors shown by hand. What happens if one gets twice "
            "as long?"
        ),
        _("A cosine lies between −1 and 1 and does not depend on the lengths. Which case has no angle at all?"),
    ),
    "nearest": (
        _(
            "Work out the cosine of the word's row with each other row shown, and put them in order. Where do you"
            " differ?"
        ),
        _("Best means largest. The word itself is left out by its index: another row may be just as similar."),
    ),
    "analogy": (
        _(
            "Write down the vector that is looked for, E[b] − E[a] + E[c], and its cosines with all rows. Which "
            "may win?"
        ),
        _(
            "The rows are taken as they are. The words that were asked about often come nearest, and cannot be "
            "the answer."
        ),
    ),
    "skip_gram_pairs": (
        _("Write the pairs of the first and of the second word of the `ids` shown. Which of them do you lack?"),
        _("Context lies on both sides. What counts are places, so that a word may be its own neighbour elsewhere."),
    ),
    "negative_sampling": (
        _(
            "Work out u·v and the products of the negative words by hand. Which of them should be large, and "
            "which small?"
        ),
        _("Each product sends its error to both its factors. With large products, keep to logarithms."),
    ),
}
