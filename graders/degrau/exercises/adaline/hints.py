"""Hints for 01_adaline: for each function, where to look when a value is wrong, then what to think about."""

from ...base.text import Text, _

HINTS: dict[str, tuple[Text, Text]] = {
    "linear": (
        _(
            "Put the `z` shown and your answer side by side, value by value. Then try −2, 0.25 and 700: is a "
            "sign, a decimal, the size or the shape lost on the way?"
        ),
        _(
            "Adaline's activation decides nothing, squeezes nothing and cuts nothing: its slope is 1 at every "
            "point. But what is asked for is the function, not the slope, for a number or an array of any shape."
        ),
    ),
    "adaline_output": (
        _(
            "On paper, work out the answer for one row of the `X` shown, as in “By hand”. Is that number in your "
            "answer, in that row's place, and is there exactly one number per row, in a plain vector?"
        ),
        _(
            "Follow the shapes, from `X`, (n, d), to the answer, (n,): along which axis does the sum run? Check "
            "how often `b` enters each answer and with which sign; at the end nothing is averaged, rounded or "
            "decided."
        ),
    ),
    "adaline_cost": (
        _(
            "Give your function only one of the examples shown, as an `X` with a single row, and work out that "
            "cost by hand. Then give it the same row and target twice: what should happen to the cost?"
        ),
        _(
            "From n errors, of shape (n,), comes a single cost: what must happen to each error first, so that +3 "
            "and −3 do not cancel? Then check the constant in front, and whether you take a sum or a mean."
        ),
    ),
    "adaline_gradient": (
        _(
            "Add 0.001 to one entry of the `w` shown (as floats), see how much `adaline_cost` changes and divide "
            "by 0.001; repeat with `b`. Are your `dw` and `db` close to what you measured, in sign and in size?"
        ),
        _(
            "From n errors you need a `dw` of shape (d,) and one number `db`: what multiplies each error in each "
            "case, and over what do you sum? For the sign, recall that the answer is subtracted inside the error."
        ),
    ),
    "adaline_update": (
        _(
            "Was the answer for the example shown too low, too high or exact? Recompute it with your new `w` and "
            "`b`: did it move the right way, and does the new error agree with the factor given in section 5?"
        ),
        _(
            "A single error, taken at the linear output before anything changes, serves `w` and `b`. Two minus "
            "signs meet, the descent's and the gradient's: what is left, with `lr` entering once and an input of "
            "1 for the bias?"
        ),
    ),
    "train_adaline": (
        _(
            "Follow the first epoch on paper with the data shown, one line per example, as in section 6: what "
            "are `w` and `b` after each row? With those from the end of the epoch, find the cost and compare it "
            "with your `costs[0]`."
        ),
        _(
            "There are two rhythms: a step per row, in order, with the weights that the row before left; and a "
            "cost per epoch, of all the examples with the same weights. In which of the two loops, and when, do "
            "you record it?"
        ),
    ),
}
