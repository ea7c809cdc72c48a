"""Hints for 12_normalization: for each function, where to look when a value is wrong, then what to think about."""

from ...base.text import Text, _

HINTS: dict[str, tuple[Text, Text]] = {
    "batch_norm_forward": (
        _(
            "Take the first column of the `X` shown, alone. What are its mean and its variance, and what becomes of its"
            " first number before `gamma` and `beta` come?"
        ),
        _(
            "The variance is a mean, over all the rows. `eps` keeps what stands under the root away from 0, and each "
            "column has its own scale and shift."
        ),
    ),
    "batch_norm_backward": (
        _(
            "First see that `batch_norm_forward` passes. Then add up each column of your `dX`: as the mean is taken off"
            " again, moving a whole column changes nothing, so the sum must be 0."
        ),
        _(
            "A number changes the output by itself, through the mean and through the variance: three roads, as in the "
            "text. `gamma` stands before all of them, and so does what was divided by."
        ),
    ),
    "running_statistics": (
        _(
            "Work out the mean and the variance of one column of the `X` shown. Which of the two numbers, old or new, "
            "gets the share `momentum`?"
        ),
        _("With a `momentum` of 0 nothing changes. The batch's variance is the same here as in `batch_norm_forward`."),
    ),
    "batch_norm_inference": (
        _(
            "Take the first number of the `X` shown and the first entries of the other arguments, and work out the "
            "output by hand. Does another row of `X` take part?"
        ),
        _("The given variance takes the place of the batch's in the formula; where does `eps` stand there?"),
    ),
    "layer_norm_forward": (
        _(
            "Take the first row of the `X` shown, alone. What are its mean and its variance, and what becomes of its "
            "first number before `gamma` and `beta` come?"
        ),
        _(
            "Each row has a mean and a variance of its own, but `gamma` and `beta` belong to the columns. How does a "
            "number for each row meet a table?"
        ),
    ),
    "layer_norm_backward": (
        _(
            "First see that `layer_norm_forward` passes. Then add up each row of your `dX`: moving a whole row changes "
            "nothing, so the sum must be 0."
        ),
        _(
            "`gamma` differs from column to column, and the means now go along a row: does `gamma` take part in them, "
            "or not? The gradients of `gamma` and `beta` still gather over the rows."
        ),
    ),
}
