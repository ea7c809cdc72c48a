"""Hints for 00_perceptron: for each function, where to look when a value is wrong, then what to think about."""

from ...base.text import Text, _

HINTS: dict[str, tuple[Text, Text]] = {
    "step": (
        _(
            "For each value of `z` shown, write down only which side of zero it is on, minding where the "
            "definition puts z = 0. Do your answers agree, one value at a time?"
        ),
        _(
            "Only two answers exist, 0 and 1, however large or small `z` is. Decide element by element, on the "
            "values as they came, keeping the shape (number, vector or matrix) and leaving `z` itself as it was."
        ),
    ),
    "predict": (
        _(
            "Choose one row of the `X` shown and work out its `z` on paper, as in “By hand”. On which side of "
            "the decision line is that example, which class is that, and how many answers should there be in all?"
        ),
        _(
            "Look at `z` before the decision: is its shape (n,), with one sum per row and not per column? Does "
            "`b` enter each sum exactly once, with the right sign, and which class is a `z` of exactly 0?"
        ),
    ),
    "perceptron_update": (
        _(
            "What does the neuron answer for the example shown, and what is its label? Decide whether `z` should "
            "rise, fall or stay the same; then recompute `z` with your new `w` and `b` and see what it did."
        ),
        _(
            "The error compares the label with the decision, 0 or 1, and can be −1, 0 or +1: which of them must "
            "raise `z`? `lr` enters once in each correction, and the bias acts as the weight of an input that is "
            "always 1."
        ),
    ),
    "train_perceptron": (
        _(
            "Make the table of section 4 for the data shown: one line per example, in the order of `X`, starting "
            "from the `w` and `b` that the line above left. Where do your `mistakes` or your final weights leave "
            "the table?"
        ),
        _(
            "Each correction counts as one, whatever its sign, and the count starts from zero in each epoch. "
            "What ends the training is an epoch without corrections: does its 0 get into the list, and do you "
            "return the last weights?"
        ),
    ),
}
