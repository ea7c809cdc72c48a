"""Hints for 05_gradients: for each function, where to look when a value is wrong, then what to think about."""

from ...base.text import Text, _

HINTS: dict[str, tuple[Text, Text]] = {
    "add_backward": (
        _(
            "Raise only `a` by 1, then only `b`: by how much does a + b move each time? Now look at the `dx` "
            "shown, one element at a time: how much of it should reach each of the two inputs?"
        ),
        _(
            "Each input receives its local slope times what arrives, in the shape of `dx`. Does the slope of a + "
            "b depend on the size of `a` or `b`, on their sign, or on how many inputs there are?"
        ),
    ),
    "add3_backward": (
        _(
            "See the gate as two sums in a row, (a + b) + c, and take the `dx` shown back through one and then "
            "the other, on paper. Do all three of your results agree with the paper?"
        ),
        _(
            "A sum does not share its gradient out, neither in thirds nor in halves, and the values of the "
            "inputs play no part. What is the local slope by each input, and what does the chain rule multiply "
            "it by?"
        ),
    ),
    "mul_backward": (
        _(
            "With the numbers shown (in an array, one element at a time), raise only `a` by 1: by how much does "
            "a·b change? Bring in `dx` and compare with your `da`; then do the same with `b`."
        ),
        _(
            "Each gradient has two factors, the local slope and what arrives; nothing is divided or halved. To "
            "find the slope by one input, hold the other still: which of the two is left in it, with its sign?"
        ),
    ),
    "mul_add_backward": (
        _(
            "Draw the two gates with the numbers shown: a product, and then a sum with `c`. Write `dx` at the "
            "end and take it back one gate at a time: what arrives at `c`, and what at the output of the product?"
        ),
        _(
            "Going back, the sum comes first: it hands its gradient on without halving it, and `c` is an input "
            "like any other, whose value plays no part. Only `a` and `b` then go through the product: what does "
            "each factor receive there?"
        ),
    ),
    "square_backward": (
        _(
            "Take one `a` shown, raise it by 0.001 and see how much a·a changes, in proportion. Bring in the "
            "`dx` that arrives and compare with your answer; do the same with an `a` of the opposite sign."
        ),
        _(
            "The same `a` enters the product on both sides: what comes back along each of the two paths, and "
            "what does one do with gradients that reach the same value? `a` keeps its sign, and `dx` is not "
            "squared."
        ),
    ),
    "sum_of_squares_backward": (
        _(
            "Draw three squares and, after them, the sum; then follow `a`, `b` and `c` one by one. With the "
            "numbers shown, how much of `dx` arrives at the square of each, and what does that square make of it?"
        ),
        _(
            "Going back, the sum comes first and does not share its gradient out; then each input goes through "
            "its own square, where it is used twice, with no root and no other input. Which of your functions "
            "does each stage?"
        ),
    ),
    "composite_backward": (
        _(
            "Redo the example of the text with the numbers shown (in an array, one element): q, s and x on the "
            "way forward, then ds, dq, dd, da, db and dc on the way back. Which is the first to differ in your "
            "code?"
        ),
        _(
            "Three stages, the last one first: the square of s, the product of q and `d`, then a·b + c. Each "
            "uses what went into it on the way forward (q includes `c`) and the gradient that has just arrived, "
            "no longer `dx`, except for the first."
        ),
    ),
    "reciprocal_backward": (
        _(
            "With one `a` shown, compute 1/a, raise `a` by 0.001 and compute it again: has it gone up or down, "
            "and by how much in proportion? Then bring in the `dx` that arrives and compare with your answer."
        ),
        _(
            "Write 1/a as a power of `a`: in the power rule, what comes down as a factor, sign included, and "
            "what becomes of the exponent? `dx` enters once, as a factor, and the slope has the same sign on "
            "both sides of zero."
        ),
    ),
    "ratio_backward": (
        _(
            "With the numbers shown, raise one input at a time by 0.001: which of them move (a + b)/(c + d) "
            "alike, and which way? Bring in the `dx` that arrives and compare signs and sizes with your four "
            "results."
        ),
        _(
            "Use p, s and r of the text. Going back, the product p·r hands one gradient to p and one to r; that "
            "of r still goes through the reciprocal to reach s (mind its sign and square), and each sum then "
            "passes on all that it receives."
        ),
    ),
    "max_backward": (
        _(
            "In each pair of elements shown circle the larger one, signs included: only that one shows at the "
            "output. What should it receive, what is left for the other, and at a tie, what must the two parts "
            "add up to?"
        ),
        _(
            "What passes is the gradient that arrives, not the value of the input, and each element has a choice "
            "of its own: one `if` for a whole array will not do. At a tie, who takes the equality in your "
            "comparisons: both, neither or one?"
        ),
    ),
    "relu_backward": (
        _(
            "Beside each element of `a` shown, write whether the gate was open or closed on the way forward. "
            "Only then look at its `dx`: what should pass, and is the `dx` of the caller still the same after "
            "the call?"
        ),
        _(
            "The sign of `a` decides, never that of `dx`: negative gradients pass too. What is the slope of each "
            "of the two straight stretches of ReLU, and what becomes of the gradient that arrives there, element "
            "by element?"
        ),
    ),
    "matmul_backward": (
        _(
            "Write down the shapes of `X`, `W` and `dY` in the call shown, and beside them those that `dX` and "
            "`dW` must have. Which matrix products with `dY` are possible, and which of them come out in the "
            "right shape?"
        ),
        _(
            "Each gradient joins the `dY` that arrived to the other matrix, with no mean and no minus, and `dX` "
            "comes first. For `dX` the axis that is summed away is k, for `dW` it is n: what has to be "
            "transposed for these axes to meet?"
        ),
    ),
    "affine_backward": (
        _(
            "Look at one column of the `dY` shown: to how many rows was that one entry of `b` added, and what "
            "should come back to it from all of them? Do `dX` and `dW` agree with what `matmul_backward` gives?"
        ),
        _(
            "Adding `b` does not change the slopes by `X` and `W`. Each output has its own bias, so `db` is "
            "(k,): which axis of `dY` disappears, and does one add or average, if a mean in the loss is inside "
            "`dY` already?"
        ),
    ),
    "Value": (
        _(
            "Draw the graph of the lines shown (of a long loop, two turns), with `.data` in each node. Put 1 on "
            "the last node and work back by hand: which `.data` or `.grad` is the first to differ, and which "
            "operation is it from?"
        ),
        _(
            "Each use of a node adds a local slope times what arrives, and the node passes on once, after all "
            "that use it. In each slope, is it the input or the output that enters, and in `2 - a` and `2 / a`, "
            "who comes first?"
        ),
    ),
}
