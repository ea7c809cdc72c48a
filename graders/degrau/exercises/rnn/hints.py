"""Hints for 08_rnn: for each function, where to look when a value is wrong, then what to think about."""

from ...base.text import Text, _

HINTS: dict[str, tuple[Text, Text]] = {
    "rnn_step": (
        _(
            "Work out the sum of one unit of the `h` shown by hand: which row of `Wx` and of `Wh` does it take, "
            "and is `bh` in it once? Then look at the output: from which of the two states does it come?"
        ),
        _(
            "`Wx` has a column for each input and `Wh` one for each unit of the old state; neither is transposed."
            " The probabilities of a step add up to 1, over the classes, however large the logits are."
        ),
    ),
    "rnn_forward": (
        _(
            "Compare your `H` with what `rnn_step` gives for the first row of `X` and `h0`, then for the second "
            "row and the state just found. From which step on do they differ?"
        ),
        _(
            "Each step starts where the last one ended, and only the first one starts at `h0`. How many rows have"
            " `H` and `Y`, and is `h0` among them?"
        ),
    ),
    "state_jacobian": (
        _(
            "Take `H` with a single row first: the matrix is then one slope for each row of `Wh`. Then add a "
            "second row, and ask on which side the new matrix stands."
        ),
        _(
            "The slope of tanh is written with its output, which is what `H` holds, and it scales rows, those of "
            "the state that the step arrives at. A product of matrices changes when they change places."
        ),
    ),
    "rnn_backward": (
        _(
            "Make the table of section 4 for the last two steps shown. At the last step nothing comes from later;"
            " at the one before, what comes is what the last one sends through `Wh`. Where do you leave the "
            "table?"
        ),
        _(
            "Each step adds to the weights' gradients, and none replaces what others gave. Which state stood at "
            "the entrance of a step, and what is it at the first? `dh0` is what is left after the first step."
        ),
    ),
    "clip_gradient": (
        _(
            "What is the norm of the `g` shown, over all its entries, and is it larger than `max_norm`? What is "
            "the norm of what you returned, and has it the same direction?"
        ),
        _(
            "One factor for all entries keeps the direction. It is never larger than 1, and is not needed where "
            "the norm is 0."
        ),
    ),
    "lstm_step": (
        _(
            "Write the four parts of the sum side by side, in the order of the text, and give each its own "
            "function. Which three are gates, between 0 and 1, and which one may be negative?"
        ),
        _(
            "The cell is made of the old cell and the candidate, each times its gate; the state is made of the "
            "new cell. A gate that is shut for good is 0, without an overflow on the way."
        ),
    ),
}
