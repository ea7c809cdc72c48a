"""04_backpropagation, the circuits: how a change of each input moves the output, by the chain rule."""

from ...base.text import _
from ...judging.laws import Answers, Facts, agrees, prop, pure
from ...judging.types import Exercise
from ...plain.numbers import Array
from ..faint import once, size
from .inputs import (
    NEURONS,
    mild_neuron,
    mild_pair,
    mild_triple,
    neuron,
    neuron_at_the_edge,
    pair,
    pair_and_step,
    pair_and_step_at_the_edge,
    pair_at_the_edge,
    triple,
    triple_at_the_edge,
)


@prop(
    _("numerical differences of x·y give the same"),
    points=1,
    inputs=mild_pair,
    after="gradient",
)
def product_slope(answer: Answers, right: Facts, x: float, y: float) -> None:
    gradient = answer(x, y)
    gradient.assert_is("dx", right.slope("multiply", 0, x, y))
    gradient.assert_is("dy", right.slope("multiply", 1, x, y))


@prop(
    _("numerical differences of (x + y)·z give the same"),
    points=1,
    inputs=mild_triple,
    after="through_the_sum",
)
def circuit_slope(answer: Answers, right: Facts, x: float, y: float, z: float) -> None:
    gradient = answer(x, y, z)
    for position, part in enumerate(("dx", "dy", "dz")):
        gradient.assert_is(part, right.slope("circuit", position, x, y, z))


@prop(
    _("numerical differences of neuron_circuit give the same"),
    points=1,
    inputs=mild_neuron,
    after="weights",
)
def neuron_slope(answer: Answers, right: Facts, w: Array, x: Array) -> None:
    gradient = answer(w, x)
    gradient.assert_is("dw", right.slope("neuron_circuit", 0, w, x))
    gradient.assert_is("dx", right.slope("neuron_circuit", 1, w, x))


MULTIPLY = Exercise(
    "multiply_gradient(x, y) -> dx, dy",
    (
        agrees("gradient", _("the derivatives of x·y"), 2, pair, ["dx", "dy"]),
        agrees("edges", _("integers and zeros"), 1, pair_at_the_edge, ["dx", "dy"], "gradient", edge=True),
        product_slope,
        pure(1, after="gradient"),
    ),
)

STEP = Exercise(
    "gradient_step(x, y, step) -> x, y",
    (
        agrees("up", _("one step up the gradient"), 2, pair_and_step, ["x", "y"]),
        agrees("edges", _("integers and zeros"), 1, pair_and_step_at_the_edge, ["x", "y"], "up", edge=True),
        pure(1, after="up"),
    ),
)

CIRCUIT = Exercise(
    "circuit_gradient(x, y, z) -> dx, dy, dz",
    (
        agrees(
            "through_the_sum",
            _("dx and dy, by the chain rule"),
            2,
            triple,
            ["dx", "dy"],
        ),
        agrees("product", _("dz, the product's other input"), 1, triple, ["dz"]),
        agrees(
            "edges",
            _("integers and zeros"),
            1,
            triple_at_the_edge,
            ["dx", "dy", "dz"],
            "through_the_sum",
            edge=True,
        ),
        circuit_slope,
        pure(1, after="through_the_sum"),
    ),
)

NEURON = Exercise(
    "neuron_circuit(w, x) -> f",
    (
        agrees("output", _("the neuron's output"), 2, neuron, ["f"]),
        agrees(
            "edges",
            _("integers, zero weights, zero inputs"),
            1,
            neuron_at_the_edge,
            ["f"],
            "output",
            edge=True,
            named=NEURONS,
        ),
        pure(1, after="output"),
    ),
    faint=once,
    sharp=True,
)

NEURON_GRADIENT = Exercise(
    "neuron_circuit_gradient(w, x) -> dw, dx",
    (
        agrees("weights", _("dw, the bias's included"), 2, neuron, ["dw"]),
        agrees("inputs", _("dx, that of the inputs"), 1, neuron, ["dx"]),
        agrees(
            "edges",
            _("integers, zero weights, zero inputs"),
            1,
            neuron_at_the_edge,
            ["dw", "dx"],
            "weights",
            edge=True,
            named=NEURONS,
        ),
        neuron_slope,
        pure(1, after="weights"),
    ),
    faint=size,
)
