"""04_backpropagation: how a change of each input moves the output, by chance, by measurement, and by the chain rule."""

from ...base.text import _
from ...judging.draw import Array, Draw
from ...judging.laws import Answers, Facts, agrees, prop, pure
from ...judging.types import Exercise
from ..inputs import DECIMAL, QUARTERS, REAL, WHOLE, Regime

STEPS = (0.5, 0.25, 0.1, 1.0, 0.01, 2.0)
MILD = (WHOLE, QUARTERS, DECIMAL)


def pair(draw: Draw) -> tuple[float, float]:
    """x and y."""
    x, y = _numbers(draw, draw.turn(REAL), 2)
    return x, y


def pair_at_the_edge(draw: Draw) -> tuple[float, float]:
    """x and y that are integers, or zero."""
    x, y = draw.integer(-9, 9), draw.integer(-9, 9)
    return draw.turn(((x, y), (0.0, y / 4), (x / 4, 0.0), (x, y / 4)))


def mild_pair(draw: Draw) -> tuple[float, float]:
    """x and y of ordinary size, for numerical derivatives."""
    x, y = _numbers(draw, draw.turn(MILD), 2)
    return x, y


def pair_and_step(draw: Draw) -> tuple[float, float, float]:
    """x, y and a step."""
    return *pair(draw), draw.pick(STEPS)


def pair_and_step_at_the_edge(draw: Draw) -> tuple[float, float, float]:
    """The same with integers, or zeros."""
    return *pair_at_the_edge(draw), draw.pick((0.5, 0.1, 1, 0.25))


def triple(draw: Draw) -> tuple[float, float, float]:
    """x, y and z."""
    x, y, z = _numbers(draw, draw.turn(REAL), 3)
    return x, y, z


def triple_at_the_edge(draw: Draw) -> tuple[float, float, float]:
    """x, y and z that are integers, or where x + y or z is 0."""
    x, y, z = (draw.integer(-9, 9) for _i in range(3))
    return draw.turn(((x, y, z), (x / 4, -x / 4, float(z)), (x / 2, float(y), 0.0), (x, y, z / 2)))


def mild_triple(draw: Draw) -> tuple[float, float, float]:
    """x, y and z of ordinary size, for numerical derivatives."""
    x, y, z = _numbers(draw, draw.turn(MILD), 3)
    return x, y, z


def neuron(draw: Draw) -> tuple[Array, Array]:
    """w and x of a neuron that is not saturated: |z| stays below 14."""
    return _neuron(draw, draw.turn((QUARTERS, DECIMAL, WHOLE, Regime("sixteenths", 2.0**-4, 40, 2.0**-4))))


def neuron_at_the_edge(draw: Draw) -> tuple[Array, Array]:
    """Integers, zero weights, or zero inputs."""
    w, x = _neuron(draw, draw.turn((Regime("few", 1.0, 2, dtype=int), WHOLE, QUARTERS)))
    return draw.pick(((w, x), (w * 0, x), (w, x * 0)))


def mild_neuron(draw: Draw) -> tuple[Array, Array]:
    """w and x of ordinary size, for numerical derivatives."""
    return _neuron(draw, draw.turn((QUARTERS, DECIMAL)))


def _numbers(draw: Draw, regime: Regime, n: int) -> list[float]:
    numbers: list[float] = regime.array(draw, n).tolist()
    return numbers


def _neuron(draw: Draw, regime: Regime) -> tuple[Array, Array]:
    w, x = regime.weights(draw, 3), regime.array(draw, 2)
    while abs(w[:2] @ x + w[2]) > 14:
        x = x / 2
    return w, x


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
        ),
        pure(1, after="output"),
    ),
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
        ),
        neuron_slope,
        pure(1, after="weights"),
    ),
)
