"""Hints for 07_optimizers: for each function, where to look when a value is wrong, then what to think about."""

from ...base.text import Text, _

HINTS: dict[str, tuple[Text, Text]] = {
    "sgd_step": (
        _(
            "Make the step by hand for one entry of the `w` and `g` shown: which way should a weight go when its "
            "gradient is positive, and how far? And a weight whose gradient is 0?"
        ),
        _(
            "Each weight takes its own step: its entry of `g`, sign and size included, scaled by `lr` and by "
            "nothing else. `g` points uphill; return new weights in a new float array, and leave `w` as it came."
        ),
    ),
    "momentum_step": (
        _(
            "Do one entry shown in two stages, first the new average and then the step: which one differs? Two "
            "tests: should the average change if `g` equals `v`, and what remains of the past with `beta` = 0?"
        ),
        _(
            "In an average the two weights add up to 1: which one belongs to the past? The step goes against the "
            "new `v`, the only place for `lr`; return `w` and `v`, in this order, as new arrays."
        ),
    ),
    "rmsprop_step": (
        _(
            "Work out one entry shown in three stages: the new `s`, its root, the step. Then start with `s` = 0: "
            "are the steps for the gradients 2 and −0.02 equally long, and does a gradient of 0 give `nan`?"
        ),
        _(
            "Square `g` alone, before averaging; each weight has an `s` of its own, with no `eps` in it. The "
            "present gradient is divided by a typical size, taken from the new `s`: does `eps` enter before or "
            "after the root?"
        ),
    ),
    "adam_step": (
        _(
            "For one entry shown, fill in a row of the table in the text: which column differs first, m, v, a "
            "corrected one or w? With zero averages, `t` = 1 and `g` = 2, how long is the step compared with "
            "`lr`?"
        ),
        _(
            "Update `m` and `v`, each with its own beta, and correct copies of them: after `t` steps, what share "
            "of the weight in each average still lies on the initial zero? `eps` joins the corrected root; "
            "return the averages themselves."
        ),
    ),
    "adam_minimize": (
        _(
            "With `steps` = 0, how many rows should there be, and what do they hold? Then find the first row "
            "that differs: what were `t`, the averages and the point where you measured the gradient at that "
            "step?"
        ),
        _(
            "The averages are zero once, before the loop; after that, what `adam_step` returns feeds the next "
            "call, in the right order. Pass the step's number and `lr` on, and store each point as a new array "
            "of floats."
        ),
    ),
    "step_decay": (
        _(
            "In a row, write the epochs from 0 to the one shown, and mark where each step of `every` epochs "
            "ends: how many drops have gone by? What is the rate just before and just after a mark?"
        ),
        _(
            "The number of drops is a whole quotient: is it rounded to the nearest, up or down? Each drop "
            "multiplies again by `drop`, the part that remains, so the drops pile up as a power; `lr` comes in "
            "only once."
        ),
    ),
    "exponential_decay": (
        _(
            "What must come out at epoch 0? Then divide the rate at epoch 1 by that at epoch 0, and the one at "
            "epoch 2 by that at epoch 1: should the two ratios differ, and can they be above 1?"
        ),
        _(
            "Work out the exponent on its own first: what must it be at epoch 0, and does each further epoch "
            "move it up or down, and by how much? The base is e (2.718…), and `lr` stays outside the exponent."
        ),
    ),
    "inverse_time_decay": (
        _(
            "Try `lr` = 1 and `k` = 1 at epochs 0, 1 and 4: do you get the whole rate, a half and a fifth? Then "
            "work out the case shown by hand, denominator first."
        ),
        _(
            "Work out the denominator on its own, in parentheses: what must it be at epoch 0, and what same "
            "amount does each further epoch add to it? What you divide by it, with an ordinary division, is "
            "always the initial rate."
        ),
    ),
    "l2_penalty": (
        _(
            "With the `W` shown, square each weight and add them all up by hand: does your penalty start from "
            "that number? Then raise one weight by 0.001: does the penalty change by about 0.001 times its entry "
            "of `dW`?"
        ),
        _(
            "`penalty` is a single number, never negative, with the square kept (no root) and `n` as given, "
            "once: mind the parentheses. `dW` has the shape of `W`: what becomes of the ½ when you differentiate "
            "the square?"
        ),
    ),
    "l1_penalty": (
        _(
            "Cover the signs of the `W` shown and add up the sizes by hand. Then raise by 0.001 a positive "
            "weight, and afterwards a negative one: which way does the penalty go, and does the weight's size "
            "matter?"
        ),
        _(
            "The absolute value comes before the sum over all the weights; there is no square, so no ½. `dW` "
            "uses the same factor and only the side of zero each weight is on; at 0 it must be finite, and 0 "
            "will do."
        ),
    ),
    "dropout_forward": (
        _(
            "Try `np.ones((100, 100))` with `p` = 0.25: which values does the mask hold, is about a quarter of "
            "it 0, scattered over rows and columns, and is the mean of `Y` close to 1? Does another seed change "
            "the mask?"
        ),
        _(
            "Each entry of `X` needs its own draw from `rng`; with a uniform one, on which side of `p` is it "
            "dropped? The factor comes from the chance of staying and is in `mask`, once; `Y` is new, and "
            "returned first."
        ),
    ),
    "dropout_backward": (
        _(
            "Put the `dY` and `mask` shown side by side: where the mask is 0, could that entry of X change the "
            "output? Elsewhere, if an entry of X grows by 1, by how much does Y grow?"
        ),
        _(
            "The chain rule joins what arrives with the local derivative, which `mask` holds entry by entry, "
            "zeros and factor alike. Use it once, exactly as it is, without undoing or rounding it, and return a "
            "new array."
        ),
    ),
}
