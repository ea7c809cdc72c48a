"""Hints for 06_mlp: for each function, where to look when a value is wrong, then what to think about."""

from ...base.text import Text, _

HINTS: dict[str, tuple[Text, Text]] = {
    "one_hot": (
        _(
            "Go through the `y` shown one example at a time: how many 1s should its row have, in which column, "
            "and what goes elsewhere? Remember that classes, like columns, are counted from 0."
        ),
        _(
            "The shape is (n, k): one row per example and `k` columns, even if a class does not occur in `y`. "
            "Each row number goes with its own class, in pairs; an index with `:` in place of the rows marks "
            "whole columns."
        ),
    ),
    "standardize": (
        _(
            "Pick one column of the `X` shown and work out its mean and its deviation by hand. Does your "
            "function use only that column's numbers, and what should a column that never varies become?"
        ),
        _(
            "`mean` and `std` have the shape (d,): along which axis do you summarise? The deviation is a root "
            "and divides by n; where it is 0, choose another divisor before dividing, without touching the other "
            "columns."
        ),
    ),
    "init_layer": (
        _(
            "Draw a large layer (200 inputs, 300 outputs) and look at `W`: does it have one row per unit, a mean "
            "near 0 and a deviation near 0.1? Do the weights change with another seed?"
        ),
        _(
            "The draw is normal, made with the `rng` you are given, and `rng.normal` asks for the deviation, not "
            "the variance. Only the number of inputs sets the scale; `b` has one bias per unit, all starting "
            "alike."
        ),
    ),
    "xor_network": (
        _(
            "Make a table of the four corners: the two hidden sums, which units turn on, then the output's sum. "
            "At which corner does it first go wrong, and is any sum exactly 0?"
        ),
        _(
            "With the units “at least one” and “both”, each bias must put the boundary strictly between two "
            "possible sums of the inputs. At the output (`W2` is a matrix with one row), which unit counts for "
            "and which against?"
        ),
    ),
    "bump": (
        _(
            "For one `x` shown, work out the sigmoid of the edge `left` and that of the edge `right` separately: "
            "is each between 0 and 1? Far outside the two edges, what should the answer be close to?"
        ),
        _(
            "Each sigmoid is ½ exactly at its own edge, so `steepness` acts on the distance from `x` to the "
            "edge, not on `x` alone. One sigmoid undoes the other, and `height` scales the result: which edge "
            "comes with a minus?"
        ),
    ),
    "softmax_cross_entropy": (
        _(
            "Take one row of the `Z` shown: do its probabilities add up to 1 and its row of `dZ` to 0, and which "
            "class alone may be negative there? With logits of ±10000, is the loss still finite?"
        ),
        _(
            "Take each row's largest logit off and keep the log-probabilities, (n, k), with nothing added inside "
            "the log. The loss reads one per row, `dZ` compares probabilities with the one-hot, and both divide "
            "by n, not k."
        ),
    ),
    "mse": (
        _(
            "Row by row, find each example's error by hand, one number per row: how do these become a single "
            "loss? Then raise one entry of `Z` by 0.001: does the loss change as `dZ` says, in sign and size?"
        ),
        _(
            "Square first, then sum within the row and average over the n rows: k divides nothing, and there is "
            "no ½. `dZ`, (n, k), is the derivative of exactly that: what comes down from the square, and what "
            "still divides?"
        ),
    ),
    "mlp_forward": (
        _(
            "Follow one row of the `X` shown by hand: the hidden sums, what leaves the activation, then the "
            "output's sums. At which of these three stages does your answer first differ?"
        ),
        _(
            "`H`, (n, h), is what leaves the tanh; `Z`, (n, k), returned first, stays linear, with no tanh and "
            "no softmax. Each row of `W1` and `W2` is a unit with its own bias: what does that ask of the "
            "product?"
        ),
    ),
    "mlp_backward": (
        _(
            "Follow one example back by hand: the output layer's weights, the way across `W2`, the tanh, the "
            "first layer. Which gradient is the first to differ, and does each have the shape of its weights?"
        ),
        _(
            "In the middle stands the (n, h) gradient at the hidden sums: `dZ` back through `W2`, then the slope "
            "of tanh, which `H` already gives you. Add up the examples: the mean is inside `dZ`, and no minus "
            "comes in."
        ),
    ),
    "two_neuron_gradient": (
        _(
            "With the numbers shown, work out h, o and J, then raise `w2` alone by 0.001 and divide the change "
            "in J by 0.001; do the same with `w1`. Which of your two derivatives fits?"
        ),
        _(
            "Both share what the square and the output's sigmoid bring; then `dw2` needs one more factor, and "
            "`dw1` three: the connection, a slope, an input. Slopes come from the sigmoids' outputs; return "
            "`dw1` first."
        ),
    ),
    "backprop_factors": (
        _(
            "Start at the last layer of the `z` shown and walk back one layer at a time: what does each one do "
            "to the gradient? Which entry should be the smallest, and can any be above ¼?"
        ),
        _(
            "First the logistic slopes, shape (M,), from each sigmoid's output and not from `z`. Then a running "
            "product that starts at the output and includes the layer itself; put the first layer's entry first."
        ),
    ),
    "minibatches": (
        _(
            "Try seven numbered rows, with each `y` ten times its row's number, and batches of 3: which sizes "
            "come out, does each row appear once and with its own `y`? Passed the same generator object again, "
            "does the order change?"
        ),
        _(
            "Shuffle before you cut: a single random order of the n row indices, drawn from `rng`, serves both "
            "`X` and `y`. Cut it into pieces of `batch_size` indices, the last maybe shorter, and leave the data "
            "in place."
        ),
    ),
    "train_mlp": (
        _(
            "Train for one epoch with a single batch, twice with the same seed: `lr` = 0 shows the starting "
            "weights, `lr` = 0.01 the first step. Which of the four arrays moved, and did the loss go down?"
        ),
        _(
            "Draw both layers once, before the epochs. In every batch, even a short one, get all four gradients "
            "from the same weights and only then move, against them; the mean over the batch is already in "
            "`loss`."
        ),
    ),
}
