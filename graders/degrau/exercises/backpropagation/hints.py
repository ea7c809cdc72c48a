"""Hints for 04_backpropagation: for each function, where to look when a value is wrong, then what to think about."""

from ...base.text import Text, _

HINTS: dict[str, tuple[Text, Text]] = {
    "random_search": (
        _(
            "Print each point drawn and its `f` for `tries` = 3, with a few generators. Are there exactly three, "
            "others with each generator, all over the square, and do you return the row with the largest `f`?"
        ),
        _(
            "`x` and `y` are two separate draws from `rng`, uniform over the whole side of the square. The best "
            "value and its point change together; compare values with their sign, and before the first draw "
            "there is no record, not even 0."
        ),
    ),
    "random_local_search": (
        _(
            "With `tries` = 3, print for each try where it sets out, where it lands, `f` at both places and "
            "whether it stays. Put this beside the table in the text: does each try start from where it should?"
        ),
        _(
            "The start is the first record, and the point and its value change together, only if `f` is strictly "
            "larger. Each coordinate has its own draw from `rng`, over the whole range of `step`, both signs; no "
            "square limits the search."
        ),
    ),
    "numerical_derivative": (
        _(
            "Do the call shown on paper: the value of `f` before the step, the value after it, and how far apart "
            "the two points are. Print the same three numbers in your function: which one differs?"
        ),
        _(
            "Only the input takes the step: forward, by the `h` of the call, or by the 1e-5 of the signature if "
            "there is none. Which value comes first in the subtraction, what does the fraction bar cover, and "
            "how long was the step?"
        ),
    ),
    "numerical_gradient": (
        _(
            "Print the array that `f` receives each time, and `x` when your function ends. Compared with the `x` "
            "shown, how many components have moved each time, by how much, and is `x` as before in the end?"
        ),
        _(
            "Each of the n measurements starts from the original `x`, in real numbers: what would an array of "
            "integers keep of `h`? Step forward only, mind the order of the subtraction and the divisor, and "
            "give (n,), not a sum or a mean."
        ),
    ),
    "central_difference": (
        _(
            "Mark on a line the points at which your function evaluates `f` in the call shown: is `x` in the "
            "middle, and how far off is each one? Then call it with a straight line, such as 5·x: which slope "
            "should come out?"
        ),
        _(
            "A function that rises has a positive slope: which value comes first? The divisor is the whole "
            "distance between the two points (in `a / b * c`, what does Python do first?), with `h` = 1e-5 only "
            "if the call gives none."
        ),
    ),
    "check_gradient": (
        _(
            "For the call shown, make a table with one row for each component: the measurement, the claim of "
            "`df`, the size of the difference and the room allowed. Which rows pass, and what does that mean for "
            "the whole gradient?"
        ),
        _(
            "Measure with the `h` of the call, in real numbers; each component has its own room, made from "
            "`tol`: when does it grow? Subtract before you take the size, and ask if all fit: with NaN, `<=` and "
            "`>` are both `False`."
        ),
    ),
    "multiply_gradient": (
        _(
            "With the numbers shown, raise `x` by 1 and keep `y` still: by how much does the product change, and "
            "up or down? Do the same with `y`, and compare both changes with your `dx` and `dy`."
        ),
        _(
            "With one input still, the product is a straight line in the other: which number is its slope, sign "
            "and decimals included? Check whether it depends on the input that moves, and return one slope per "
            "input, `dx` first."
        ),
    ),
    "gradient_step": (
        _(
            "On paper: first both derivatives at the point shown, then how far each coordinate moves, and only "
            "then the new point. At which of these three stages do your numbers part from the paper?"
        ),
        _(
            "The result is a place, and each move towards it needs both `step` and a derivative: which sign "
            "climbs? Both derivatives belong to the old point: if one coordinate is overwritten first, which "
            "value does the other one see?"
        ),
    ),
    "circuit_gradient": (
        _(
            "With the numbers shown, raise only `x` by 1 and compute (x + y)·z again: by how much does it "
            "change? Do the same with `y` and then with `z`, and compare with the three numbers you return."
        ),
        _(
            "With q for x + y, go from back to front: what does the product hand to q, and what to `z`? Then "
            "pass q's gradient on through the sum: the local slope there is neither a share nor an input's "
            "value, and along a path slopes multiply."
        ),
    ),
    "neuron_circuit": (
        _(
            "Do it on paper with the numbers shown: first the sum z, then the exponential, then the output; "
            "which is the first to differ in your code? Then try z = 0: what should come out, and should it rise "
            "or fall as z grows?"
        ),
        _(
            "z has three terms, and the bias, the last entry of `w`, is added without any input. The minus in "
            "the exponent is for the whole of z, and the fraction bar covers a whole sum: where do the "
            "parentheses go?"
        ),
    ),
    "neuron_circuit_gradient": (
        _(
            "Raise one entry of `w` or of `x` by 0.001, call `neuron_circuit` again and see how much the output "
            "changes, in proportion. Do it for all five, the bias included: which of your derivatives disagree?"
        ),
        _(
            "First get the gradient that reaches z: one positive number, made from the output, not from z; it "
            "goes into all of `dw` (3,) and `dx` (2,). In each product, what does each factor receive, and what "
            "multiplies the bias?"
        ),
    ),
}
