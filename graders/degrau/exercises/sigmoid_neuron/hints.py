"""Hints for 02_sigmoid_neuron: for each function, where to look when a value is wrong, then what to think about."""

from ...base.text import Text, _

HINTS: dict[str, tuple[Text, Text]] = {
    "sigmoid": (
        _(
            "Try your function at 0, ln 3 and −ln 3 and compare with “By hand”: do the last two add up to 1? "
            "Then try −10000 and 10000, alone and in an array: is there any warning or `nan`?"
        ),
        _(
            "Check the sign in the exponent and what belongs to the denominator. On each side of zero, which of "
            "the notebook's two forms never takes the exponential of a large positive number (and remember that "
            "`np.where` computes both)?"
        ),
    ),
    "neuron_output": (
        _(
            "Find the weighted sum, bias included, for one row of the `X` shown: is it positive, negative or "
            "zero? Then should the probability for that row be above, below or exactly ½, and is yours?"
        ),
        _(
            "Look at `z`, just before the sigmoid: is its shape (n,), and is `b` already in it? What comes out "
            "is a probability, not a decision; if NumPy warns, try your `sigmoid` alone on that `z`."
        ),
    ),
    "binary_cross_entropy": (
        _(
            "For each example shown, write down the probability that the neuron gave to what really happened. "
            "With the table of certainties in section 3 at hand, which examples should cost little or nothing, "
            "and which a lot?"
        ),
        _(
            "Each example's cost is never negative and uses the natural log of a probability; then comes one "
            "mean. In a certainty, 0·log 0 would give `nan`: how can you leave it out without clipping `p`, so "
            "that a deserved `inf` stays?"
        ),
    ),
    "bce_gradient": (
        _(
            "Write `p` next to `y` for each example shown: if `b` grew a little, which costs would rise and "
            "which would fall? Then pass every row, with its label, twice: should the gradient change?"
        ),
        _(
            "Two derivatives meet, the cost's in `p` and the sigmoid's in `z`: what is left for each example "
            "after you simplify on paper? For all of them that is (n,); from it come `dw`, (d,), and a single "
            "number `db`, both as means over the examples."
        ),
    ),
    "train_neuron": (
        _(
            "Do one epoch by hand with the data shown: a single step from the starting `w` and `b`. Is the loss "
            "with the new values the first number in your `losses`, and is there one number for each epoch?"
        ),
        _(
            "Both slopes come from the same point, before `w` or `b` moves, and are means over all the examples. "
            "Which way does the gradient point, which way do you want to go, and does each step make a new `w`?"
        ),
    ),
}
