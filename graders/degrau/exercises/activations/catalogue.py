"""03_activations, the catalogue: each activation function with its derivative, and the slope of PReLU by its alpha.

A row names its exercise, the numbers and the arrays that it is asked for, and what else must hold.
"""

from ...base.text import _
from ...judging.laws import agrees, quiet
from ..faint import billionth, size
from ..numbers import LEVELLING, array, array_off_zero, integers, mild, number, number_off_zero, saturated, zeros
from .inputs import (
    BETWEEN,
    DEFAULT,
    DEPTHS,
    ELU_ARRAY,
    ELU_NUMBER,
    LEAKS,
    LEAKY_ARRAY,
    LEAKY_EDGES,
    LEAKY_NUMBER,
    LEARNED,
    LEARNED_ARRAY,
    LEARNED_EDGES,
    NO_DEPTH,
    STEEP,
    edges,
    followed,
    mild_number,
)
from .laws import (
    SATURATED,
    activation,
    at_the_kink,
    derivative,
    derivative_with_kink,
    far,
    inclines,
    levels_off,
    numerical,
    sigmoid,
    zero,
)

EDGES = _("zeros, integers and large numbers")
ZEROS = _("zeros and integers")
OMITTED = _("zeros, integers, large numbers and alpha left out")
OMITTED_QUIET = _("integers, alpha left out, and up to x = ±10000 without warnings")

CATALOGUE = (
    activation("identity(x) -> y", number, array, title=_("returns the number itself")),
    derivative(
        "d_identity(x) -> slope",
        number,
        array,
        numerical("identity", mild, after="arrays"),
        title=_("the slope of the line"),
    ),
    activation(
        "binary_step(x) -> y",
        number_off_zero,
        array_off_zero,
        agrees("zero", _("1 at x = 0 as well"), 1, zeros, ["y"], "numbers", edge=True),
        title=_("1 for x > 0 and 0 for x < 0"),
        smooth=False,
    ),
    derivative(
        "d_binary_step(x) -> slope",
        number_off_zero,
        array_off_zero,
        zero,
        title=_("the slope of each level stretch"),
        smooth=False,
    ),
    *sigmoid("logistic", levels_off, floor=0.25),
    *sigmoid("tanh", levels_off),
    *sigmoid("arctan", far),
    activation(
        "relu(x) -> y",
        number_off_zero,
        array,
        agrees("edges", EDGES, 1, edges, ["y"], "numbers", edge=True),
    ),
    derivative_with_kink(
        "d_relu(x) -> slope",
        number_off_zero,
        array_off_zero,
        numerical("relu", mild),
        at_the_kink("0", zeros),
        inclines("edges", EDGES, edges, after="zero", edge=True),
    ),
    activation(
        "leaky_relu(x, alpha) -> y",
        LEAKY_NUMBER,
        LEAKY_ARRAY,
        agrees("edges", OMITTED, 1, LEAKY_EDGES, ["y"], "numbers", edge=True),
    ),
    derivative_with_kink(
        "d_leaky_relu(x, alpha) -> slope",
        LEAKY_NUMBER,
        LEAKY_ARRAY,
        numerical("leaky_relu", followed(mild, LEAKS)),
        at_the_kink("alpha", followed(zeros, LEAKS)),
        inclines("edges", OMITTED, LEAKY_EDGES, left=0.01, after="zero", edge=True),
    ),
    activation(
        "prelu(x, alpha) -> y",
        followed(number_off_zero, BETWEEN),
        LEARNED_ARRAY,
        agrees("edges", EDGES, 1, LEARNED_EDGES, ["y"], "numbers", edge=True),
        steep=followed(number_off_zero, STEEP),
    ),
    derivative_with_kink(
        "d_prelu(x, alpha) -> slope",
        followed(number_off_zero, LEARNED),
        LEARNED_ARRAY,
        numerical("prelu", followed(mild, LEARNED)),
        at_the_kink("alpha", followed(zeros, LEARNED)),
        inclines("edges", EDGES, LEARNED_EDGES, after="zero", edge=True),
    ),
    activation(
        "elu(x, alpha) -> y",
        ELU_NUMBER,
        ELU_ARRAY,
        agrees(
            "integers",
            _("zeros, integers and alpha left out"),
            1,
            followed(integers, DEFAULT + DEPTHS),
            ["y"],
            "numbers",
            edge=True,
        ),
        quiet(
            "saturated",
            SATURATED,
            1,
            followed(saturated, DEPTHS),
            "numbers",
            named=tuple((*args, *alpha) for args in LEVELLING for alpha in ((), (2.5,), (3,))),
        ),
        faint=lambda x, alpha=1.0: billionth() * size(alpha),
    ),
    derivative_with_kink(
        "d_elu(x, alpha) -> slope",
        ELU_NUMBER,
        ELU_ARRAY,
        numerical("elu", followed(mild, DEPTHS)),
        at_the_kink("alpha", followed(zeros, DEPTHS + NO_DEPTH)),
        inclines(
            "saturated",
            OMITTED_QUIET,
            followed(edges, DEFAULT + DEPTHS),
            left=1.0,
            after="zero",
            silent=True,
            edge=True,
        ),
        faint=lambda x, alpha=1.0: billionth() * size(alpha),
    ),
    activation(
        "softplus(x) -> y",
        number_off_zero,
        array,
        agrees("integers", ZEROS, 1, integers, ["y"], "numbers", edge=True),
        quiet("saturated", SATURATED, 1, saturated, "numbers", named=LEVELLING),
    ),
    derivative(
        "d_softplus(x) -> slope",
        number_off_zero,
        array,
        numerical("softplus", mild),
        agrees("integers", ZEROS, 1, integers, ["slope"], "numbers", edge=True),
        quiet("saturated", SATURATED, 1, saturated, "numbers", named=LEVELLING),
    ),
    derivative(
        "d_prelu_alpha(x, alpha) -> slope",
        followed(number_off_zero, LEARNED),
        LEARNED_ARRAY,
        numerical("prelu", followed(mild_number, LEARNED), parameter=1),
        agrees("edges", EDGES, 1, LEARNED_EDGES, ["slope"], "numbers", edge=True),
    ),
)
