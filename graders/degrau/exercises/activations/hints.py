"""Hints for 03_activations: for each function, where to look when a value is wrong, then what to think about."""

from ...base.text import Text, _

HINTS: dict[str, tuple[Text, Text]] = {
    "identity": (
        _(
            "Put the input shown and your answer side by side, element by element. Has anything changed along "
            "the way: a sign, a decimal, the shape?"
        ),
        _(
            "The graph is a single straight line through the origin, with slope 1 on both sides and no ceiling "
            "or floor. A number, a vector or a matrix: each has to come out in the shape in which it went in."
        ),
    ),
    "d_identity": (
        _(
            "Pick one element of the input shown and raise it by 0.1: by how much does `identity` rise? Would "
            "the answer be different at another element, or at 0?"
        ),
        _(
            "A straight line has the same slope everywhere, to the left of zero and at zero too. Give that slope "
            "once for each element, in a new array with the whole shape of `x`, and do not divide by `x`."
        ),
    ),
    "binary_step": (
        _(
            "For each element shown, write down only which side of zero it is on, and then the 0 or 1 that goes "
            "with it. What should come out at exactly 0, and at a tiny negative number?"
        ),
        _(
            "A single comparison with zero decides, element by element; see in the definition which side gets "
            "the equality. Compare `x` as it comes, with no rounding, tolerance or change of type first."
        ),
    ),
    "d_binary_step": (
        _(
            "Mark the inputs shown on the graph of the step. Move one that is not 0 so little that it stays on "
            "its side of the jump: how much does the output change?"
        ),
        _(
            "What is the slope of a level stretch, whatever its height and however near the jump? At x = 0 "
            "choose a finite number, neither `inf` nor `nan`, and give one slope per element, in the shape of "
            "`x`."
        ),
    ),
    "logistic": (
        _(
            "Before computing, guess what should come out at 0, at 10 and at −10; then work out one element "
            "shown with a calculator. Also try −10000 and 10000: does a `nan` or a warning appear?"
        ),
        _(
            "The fraction bar covers the whole sum. To be safe, the exponential should never see a positive "
            "exponent: each side of zero has its own equivalent form, and `np.where` computes both of them "
            "everywhere."
        ),
    ),
    "d_logistic": (
        _(
            "For one element shown, work out the output of the logistic first, and the slope after that. Are "
            "your slopes never above 0.25, equal at x and −x, and almost 0 far from zero?"
        ),
        _(
            "Both factors of the formula in the text come from the output of the logistic, not from `x`. Get "
            "that output once, from a version that does not overflow, and check where the parentheses go."
        ),
    ),
    "tanh": (
        _(
            "What should come out at 0, at 1 (see the text) and very far to either side? Compare these with your "
            "function, and then its outputs at x and −x for one element shown."
        ),
        _(
            "It is the hyperbolic function: odd, between −1 and 1, not the tangent of an angle. If you build it "
            "from exponentials, no exponent may be positive, on either side of zero, and the sign must be right "
            "in the end."
        ),
    ),
    "d_tanh": (
        _(
            "Where is tanh steepest, and how steep is it there? Check your function at that point, then see "
            "whether it gives the same slope at x and −x for one element shown, and almost 0 far away."
        ),
        _(
            "The formula in the text uses the output of tanh, not `x`: work that out once, with a version that "
            "does not overflow. Mind what exactly is squared and in which order you subtract."
        ),
    ),
    "arctan": (
        _(
            "Take one output of yours, in radians, and put it into the tangent on a calculator: does the `x` "
            "shown come back? And is the output within ±π/2, with the sign of `x`?"
        ),
        _(
            "You want the inverse function: the angle, in radians, whose tangent is `x`. It is neither 1 over "
            "the tangent nor a hyperbolic function, and `x` is not an angle: any real number is allowed."
        ),
    ),
    "d_arctan": (
        _(
            "Work out the slope at one element shown on paper, and then at its opposite. Does your function give "
            "these values, equal to each other, positive and never above 1, also at −1 and at 0?"
        ),
        _(
            "Unlike those of the logistic and of tanh, this formula uses the input `x` itself, not the output. "
            "Mind what exactly is squared, which sign joins the two terms, and that the whole sum is the "
            "denominator."
        ),
    ),
    "relu": (
        _(
            "Take each element shown by itself and cover the others: is it positive, negative or 0, and what "
            "height does the graph of ReLU have there? Is `x` itself still the same after the call?"
        ),
        _(
            "Every element is compared with zero on its own and keeps its place, in a new array. Looking for the "
            "largest value within an array is one operation; comparing two values element by element is another."
        ),
    ),
    "d_relu": (
        _(
            "Draw ReLU and mark the elements shown on it. On which stretch does each one fall, how steep is that "
            "stretch, and does it matter how far from zero you are?"
        ),
        _(
            "Two straight stretches, two constant slopes: the side of zero decides, never the size of `x`. A "
            "constant stretch has a derivative too; only at x = 0 do you choose, any number from 0 to 1 but not "
            "`nan`."
        ),
    ),
    "leaky_relu": (
        _(
            "Work out the elements shown on paper, with the `alpha` of the call (or the default, if there is "
            "none). Which ones depend on `alpha`: the negative, the positive, or 0?"
        ),
        _(
            "The left side is a straight line through the origin, with slope `alpha` and no exponential; on the "
            "right `alpha` plays no part. The corner is at zero, and `alpha` = 0 is a legitimate value."
        ),
    ),
    "d_leaky_relu": (
        _(
            "Take one element shown that is not near 0 and move it by 0.001: what fraction of that does "
            "`leaky_relu` move? Try another point on the same side: does the fraction change?"
        ),
        _(
            "Once a straight line is differentiated, no `x` is left, only its slope, and neither side falls. Use "
            "the `alpha` of the call, decimals included, on its own side only; at x = 0, a single value from "
            "`alpha` to 1."
        ),
    ),
    "prelu": (
        _(
            "Work out one negative and one positive number on paper with the `alpha` of the call, then with "
            "`alpha` = 2 and `alpha` = −1. Does your function agree each time, and which of the two depends on "
            "`alpha`?"
        ),
        _(
            "The sign of `x` chooses the side; choosing the larger of two candidates fails when `alpha` is above "
            "1. On the left there is a line through the origin: use `alpha` as it is, with its sign and no "
            "limits."
        ),
    ),
    "d_prelu": (
        _(
            "Draw PReLU with the `alpha` of the call and read off the slope at each element shown. Then draw it "
            "with `alpha` = −1: on which side does the graph now fall as `x` grows?"
        ),
        _(
            "Here `x` varies and `alpha` is fixed: decide by the sign of `x`, not of the output. The slope on "
            "the left may be negative or above 1; at x = 0, give one value between `alpha` and 1."
        ),
    ),
    "elu": (
        _(
            "With the `alpha` of the call (1 if none is given), at what height does the curve settle far to the "
            "left, and do the two sides meet at 0? Then work out one negative number by hand and compare."
        ),
        _(
            "On the left, mind how far the factor `alpha` reaches: the curve must still pass through 0 at x = 0. "
            "On the right it plays no part; and `np.where` computes both sides everywhere, so a large `x` must "
            "not reach the exponential."
        ),
    ),
    "d_elu": (
        _(
            "Take one element shown that is not near 0, move it by 0.001 and see how much `elu` changes, in "
            "proportion. Far to the left, does the slope stay the same or fade away?"
        ),
        _(
            "Differentiate each side by `x`: what becomes of the constant, of the factor `alpha`, of the "
            "exponential? At x = 0 give one value between `alpha` and 1, and let no large positive `x` reach the "
            "exponential."
        ),
    ),
    "softplus": (
        _(
            "Sketch the curve: what should come out at 0, and what does it resemble far to the right and far to "
            "the left? Check your function at 0, −10000 and 10000, then work out one element shown."
        ),
        _(
            "The logarithm is natural, with the 1 inside it, and the curve grows without limit: clipping `x` "
            "will not do. Against overflow, take the larger of the two terms out of the logarithm, so that no "
            "exponent left is positive."
        ),
    ),
    "d_softplus": (
        _(
            "How steep is the graph of softplus far to the left, at 0 and far to the right? Then move one "
            "element shown by 0.001 and see how much `softplus` changes, in proportion."
        ),
        _(
            "Use the chain rule: the derivative of the logarithm times that of what is inside it. What comes out "
            "is a curve that you have already met, from 0 to 1; write it so that no exponent is large and "
            "positive."
        ),
    ),
    "d_prelu_alpha": (
        _(
            "Keep one element of `x` fixed and raise `alpha` by 0.1: by how much does `prelu` change, in "
            "proportion? Do this with a negative number, then with a positive one."
        ),
        _(
            "Now `alpha` is the variable and `x` a constant: on which side of zero does `alpha` occur, and what "
            "multiplies it there? Decide by the sign of `x`, mind the sign of the result, and do not add up the "
            "elements."
        ),
    ),
    "softmax": (
        _(
            "In your answer, do the probabilities of each example add up to 1, with the largest one at the "
            "largest score? Now add 10 to all the scores shown and call it again: should anything change?"
        ),
        _(
            "The classes are along the last axis: with (n, k) scores each row has its own sum, kept as (n, 1) so "
            "that it lines up with the rows (`keepdims`). First shift each example's scores so that no exponent "
            "is positive."
        ),
    ),
    "softmax_jacobian": (
        _(
            "Raise just one of the scores shown by 0.01 and call `softmax` again: which probabilities rise, "
            "which fall? Where in the answer should each of these changes appear?"
        ),
        _(
            "The matrix is (k, k) and is made of the probabilities, shape (k,), not of the scores; every row has "
            "to add up to zero. Treat the diagonal and the rest separately: which sign does each have?"
        ),
    ),
    "collapse_linear": (
        _(
            "Send x = 0 by hand through all the layers shown: what comes out is the bias you are after. Then "
            "send a vector with a single 1 and the rest 0: what does it tell you about a column of `W`?"
        ),
        _(
            "Merge one layer at a time, in new arrays: on which side must each new matrix stand, as the layer "
            "that acts later? And what does the bias so far have to go through before the new one joins it?"
        ),
    ),
}
