"""The domains of 04_backpropagation: surfaces and curves, points and steps, the numbers of circuits."""

import numpy as np

from ...judging.arguments import Array
from ...judging.domain import FEW, Choice, Domain, Illegal, Making, Traits, band, bands
from ...judging.parameters import Count, Number, Open, Seed, Text
from ...plain.call import Source
from ...plain.numbers import Array as Numbers
from ..lengthy import many

SURFACES = (
    "lambda x, y: x * y",
    "lambda x, y: -1 - x ** 2 - y ** 2",
    "lambda x, y: x - 2 * y + 5",
    "lambda x, y: 1e6 * x - 1e6 * y",
    "lambda x, y: 1e-6 * x * y",
    "lambda x, y: 0 * x - 1e9",
)
CURVES = (
    "lambda x: x ** 2",
    "lambda x: x ** 3 - 2 * x",
    "lambda x: np.exp(x / 8)",
    "lambda x: np.sin(3 * x)",
    "lambda x: 1e6 * x",
    "lambda x: 0 * x",
)
FIELDS = (
    "lambda x: np.sum(x ** 2)",
    "lambda x: np.sum(x) ** 2",
    "lambda x: np.sum(np.sin(x)) + x[0] ** 3",
    "lambda x: np.sum(x) + x[-1] ** 2",
    "lambda x: 1e6 * np.sum(x)",
    "lambda x: 0 * np.sum(x)",
)
SLOPES = "np.arange(1.0, len(x) + 1)"
# f and what is claimed to be its gradient: linear, so that every difference is exact, and right, or wrong by far.
CLAIMS = {
    "slopes": (f"lambda x: x @ {SLOPES}", f"lambda x: {SLOPES}"),
    "half of it": (f"lambda x: x @ {SLOPES}", f"lambda x: {SLOPES} / 2"),
    "wrong at the end": (f"lambda x: x @ {SLOPES}", f"lambda x: {SLOPES} + 0.5 * (np.arange(len(x)) == len(x) - 1)"),
    "wrong at the start": (f"lambda x: x @ {SLOPES}", f"lambda x: {SLOPES} - 0.5 * (np.arange(len(x)) == 0)"),
    "sum": ("lambda x: np.sum(x)", "lambda x: np.ones(len(x))"),
    "nothing": ("lambda x: np.sum(x)", "lambda x: np.zeros(len(x))"),
    "flat": ("lambda x: 0 * np.sum(x)", "lambda x: 0 * x"),
    "steep": ("lambda x: 1000 * np.sum(x)", "lambda x: np.full(len(x), 1000.0)"),
    "the other sign": ("lambda x: -np.sum(x)", "lambda x: np.ones(len(x))"),
}
CALM = 700.0


def _number(name: str) -> Number:
    return Number(name, bands(1e-6, 1e4))


def _step(name: str, low: float, high: float) -> Number:
    return Number(name, bands(low, high, zero=False), signs=("positive",))


def _width() -> Number:
    return Number("h", bands(1e-3, 5, zero=False), ("float",), ("positive",), usual=("(0.001, 0.1]", "(0.1, 1]"))


def _quotient() -> Domain:
    arguments = Text("f", CURVES), Number("x", bands(1e-3, 40)), _width()
    # A step is not made larger where x is large, nor where it is asked to be small.
    far = tuple((Source(CURVES[1]), x, h) for x, h in ((200.5, 0.5), (-1000.0, 0.25), (0.5, 2.0**-22)))
    return Domain(arguments, ("quotient",), again=("f=lambda x: 1e6 * x",), named=far)


def _claimed(making: Making) -> None:
    f, df = CLAIMS[making.chosen["claim"]]
    making.made |= {"f": Source(f), "df": Source(df)}


def _of_claim(f: Source, df: Source, x: Numbers, *rest: float) -> Traits:
    found = [f"claim={name}" for name, (a, b) in CLAIMS.items() if (str(f), str(df)) == (a, b)]
    return dict.fromkeys(found, True)


def _is_far(x: float, y: float, z: float) -> bool:
    """Whether x + y keeps digits of both."""
    return x + y == 0 or abs(x + y) > 1e-3 * max(abs(x), abs(y))


def _sum(w: Numbers, x: Numbers) -> float:
    return float(w[0]) * float(x[0]) + float(w[1]) * float(x[1]) + float(w[2])


def _of_neuron(w: Numbers, x: Numbers) -> Traits:
    return {f"z={band(_sum(w, x))}": True, f"z is {'negative' if _sum(w, x) < 0 else 'positive'}": True}


def _neuron(judged_by: str) -> Domain:
    return Domain(
        (Array("w", (3,), bands(0, 100)), Array("x", (2,), bands(0, 100))),
        (judged_by,),
        mend=_calm,
        legal=lambda w, x: abs(_sum(w, x)) < CALM,
        where=_of_neuron,
    )


def _calm(making: Making) -> None:
    """Half of the neurons are not saturated, whatever their inputs: w2 makes up for the rest."""
    w, x = making.made["w"], making.made["x"]
    is_special = making.chosen["w.special"] != "none" or making.chosen["w.magnitude"] == "0"
    if is_special or making.rng.random() < 0.3:
        return
    w[2] = 0
    rest = _sum(w, x)
    w[2] = -round(rest) if w.dtype.kind == "i" else 0.5 - rest
    if abs(w[2]) > max(100.0, 12 * float(np.max(np.abs(w[:2])))):
        raise Illegal("the bias would be larger than all other weights")


DOMAINS = {
    "random_search": Domain(
        (Text("f", SURFACES), Count("tries", ("1", "2-12", "13-100", "101-1000")), Seed()),
        ("point",),
        most=12,
        untried={"f=lambda x, y: 1e-6 * x * y: a hundredth off": "a hundredth of a millionth is what rounding may do"},
    ),
    "random_local_search": Domain(
        (
            Text("f", SURFACES),
            Number("x", bands(1e-3, 1e4)),
            Number("y", bands(1e-3, 1e4)),
            _step("step", 1e-6, 100),
            Count("tries", ("0", "1", "2-12", "13-100", "101-1000")),
            Seed(),
        ),
        ("near",),
    ),
    "numerical_derivative": _quotient(),
    "central_difference": _quotient(),
    "numerical_gradient": Domain(
        (Text("f", FIELDS), Array("x", ("n",), bands(1e-3, 40), special=("all equal", "some 0")), _width()),
        ("partials",),
        {"n": FEW},
        again=("f=lambda x: np.sum(x) ** 2 & n=8-40",),
        named=((Source(FIELDS[0]), many(130), 0.25), (Source(FIELDS[0]), np.array([0.5, -1.5]), 2.0**-22)),
    ),
    "check_gradient": Domain(
        (
            Open("f"),
            Open("df"),
            Array("x", ("n",), bands(0.1, 12, zero=False), forms=("exact",), special=("all equal",)),
            Number("h", (), ("float",), ("positive",), ("1e-05", "0.0001"), ("1e-05",), optional=True),
            Number("tol", (), ("float",), ("positive",), ("1e-06", "0.0001", "0.001"), ("0.0001",), optional=True),
        ),
        ("verdict",),
        {"n": FEW},
        further={"claim": Choice(tuple(CLAIMS))},
        mend=_claimed,
        where=_of_claim,
        named=tuple((*map(Source, CLAIMS[claim]), many(130), 0.5, 1e-3) for claim in ("slopes", "wrong at the end")),
        labels=True,
    ),
    "multiply_gradient": Domain(
        (_number("x"), _number("y")),
        ("edges",),
        again=("x.kind=int & x.magnitude=(40, 100]",),
        named=((250000.5, -300000.25), (2.0**-17, -(2.0**-18))),
    ),
    "gradient_step": Domain((_number("x"), _number("y"), _step("step", 1e-6, 40)), ("edges",)),
    "circuit_gradient": Domain(
        (_number("x"), _number("y"), _number("z")),
        ("edges",),
        legal=_is_far,
        again=("z.magnitude=(700, 10000]", "z.kind=int & z.magnitude=(700, 10000]"),
    ),
    "neuron_circuit": _neuron("edges"),
    "neuron_circuit_gradient": _neuron("edges"),
}
