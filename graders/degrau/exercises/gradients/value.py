"""05_gradients, the class Value: judged by what random expressions of it give, forwards and backwards."""

import numpy as np

from ...base.text import _
from ...judging.laws import Answers, Facts, agrees, prop
from ...judging.types import Exercise
from ...plain.call import Script
from .value_inputs import (
    GRAPHS,
    POWERS,
    anything,
    chains,
    divisions_and_powers,
    fan_out,
    functions,
    kink,
    numbers_beside,
    sums_and_products,
)


@prop(
    _("at the kink of ReLU, any slope between 0 and 1"),
    points=1,
    inputs=kink,
    after="functions",
)
def at_zero(answer: Answers, right: Facts, scale: float) -> None:
    script = Script(f"a = Value(0.0)\nb = a.relu()\nc = {scale} * b\nc.backward()\n[c.data, b.grad, a.grad]")
    expected = right(script)["values"]
    answer(script).assert_is("values", expected.between(np.array([False, False, True]), 0.0, scale))


VALUE = Exercise(
    "Value(script) -> values",
    (
        agrees(
            "sums",
            _("sums, differences and products: value and gradients"),
            3,
            sums_and_products,
            ["values"],
        ),
        agrees(
            "fan_out",
            _("a value used more than once adds up its gradients"),
            2,
            fan_out,
            ["values"],
        ),
        agrees("powers", _("quotients and powers"), 2, divisions_and_powers, ["values"], named=POWERS),
        agrees(
            "numbers",
            _("numbers on either side of each operator"),
            2,
            numbers_beside,
            ["values"],
        ),
        agrees("functions", _("exp, log, tanh, sigmoid and relu"), 2, functions, ["values"]),
        at_zero,
        agrees("graphs", _("graphs with all of it"), 1, anything, ["values"], named=GRAPHS),
        agrees("chains", _("long chains"), 1, chains, ["values"], count=2),
    ),
)
