"""The domain of the class Value: every operation, on leaves that are small and large, negative, zero, and integers.

A script has one step of each family; its answers are the value of each step and the gradients of its leaves, so that an
error in one step is one in three of the answers.
"""

from collections.abc import Mapping
from functools import cached_property

import numpy as np

from ...judging.domain import Choice, Making, Options, Traits
from ...judging.draw import Args
from ...plain.call import Script

ORDINARY, POSITIVE = ("2.0", "0.5", "3"), ("2.0", "3", "0.05", "0.5", "4", "1", "7.5")
SIGNED = (*POSITIVE, "-1.5", "-2", "-0.5", "-7.0")


def _at(operation: str, *leaves: str) -> Options:
    return tuple(f"{operation} at {leaf}" for leaf in leaves)


# An operation on the leaf a, and on b = 3.0 or what `b` stands for; then the leaf.
FAMILIES: Mapping[str, Options] = {
    "sum": (
        *(step for op in ("a + a", "a + b", "a + 3", "3 + a", "a + 0.5") for step in _at(op, "2.0", "-1.5", "3")),
        *_at("a + b", "0.0", "120.0", "0.0001", "0"),
    ),
    "difference": (
        *(step for op in ("a - b", "a - a", "a - 2", "2 - a", "0.5 - a") for step in _at(op, "2.0", "-1.5", "4")),
        *_at("a - 0", "2.0"),
        *_at("0 - a", "2.0", "-2"),
        *_at("-a", "2.0", "-1.5", "0.0", "3"),
    ),
    "product": (
        *(step for op in ("a * b", "a * a", "a * -2", "0.5 * a") for step in _at(op, "2.0", "-1.5", "3", "0.0001")),
        *_at("a * -b", "-1.5", "2"),
        *_at("a * b", "0.0", "120.0"),
        *_at("a * 0", "2.0"),
        *_at("a * 1", "2.0"),
    ),
    "quotient": (
        *(step for op in ("a / b", "b / a", "2 / a") for step in _at(op, "2.0", "-1.5", "4", "0.05")),
        *(step for op in ("a / -b", "a / -2.0", "-0.5 / a") for step in _at(op, "2.0", "-2")),
        *_at("a / 2", "-2"),
        *_at("a / a", "2.0"),
        *_at("0 / a", "-1.5"),
        *_at("a / b", "0.0"),
    ),
    "power": tuple(
        step
        for op, leaves in {
            "a ** 1": ("2.0", "-1.5"),
            "a ** 2": ("2.0", "-1.5", "0.0", "3", "12.0"),
            "a ** 2.0": ("3.0", "-2"),
            "a ** 3": ("2.0", "-1.5", "0.0"),
            "a ** 4": ("0.5", "-1.5", "2"),
            "a ** 5": ("1.5", "-0.5"),
        }.items()
        for step in _at(op, *leaves)
    ),
    "root": tuple(
        step
        for op, leaves in {
            "a ** -1": ("2.0", "-1.5", "3", "0.5"),
            "a ** -2": ("2.0", "-0.5", "4"),
            "a ** -3": ("2.0", "-1.5"),
            "a ** 0": ("2.0", "-1.5", "3"),
            "a ** 0.5": ("2.0", "0.25", "4", "120.0"),
            "a ** -0.5": ("2.0", "0.25", "4"),
            "a ** 1.5": ("2.0", "0.25"),
            "a ** 2.5": ("2.0", "0.25"),
        }.items()
        for step in _at(op, *leaves)
    ),
    "exp": _at("a.exp()", *SIGNED[:-3], "-0.5", "-2", "-7.0", "-25.0", "0.0", "0"),
    "log": _at("a.log()", *POSITIVE, "0.0001", "120.0", "1000"),
    "tanh": _at("a.tanh()", *SIGNED, "0.0", "0", "0.0001", "25.0", "-25.0", "120.0"),
    "sigmoid": _at("a.sigmoid()", *SIGNED, "0.0", "0", "25.0", "-25.0", "120.0"),
    "relu": _at("a.relu()", *SIGNED, "0.0001", "-0.0001", "25.0", "120.0"),
    "use": (
        *_at("a + a + a", "2.0", "-1.5"),
        *_at("a * a * a", "2.0", "-1.5"),
        *(step for many in (4, 10, 20) for step in _at(f"sum([a * b for i in range({many})])", "0.5", "-2")),
        *_at("(a + b) * (a + b) + a * b", "0.5", "-2"),
    ),
}
LENGTHS = (20, 100)


class Expressions:
    """Scripts with one step of each family."""

    name = "script"
    shape: tuple[str | int, ...] = ()

    @cached_property
    def choices(self) -> Mapping[str, Choice]:
        return {family: Choice(steps) for family, steps in FAMILIES.items()}

    def make(self, making: Making) -> Script:
        return _script([making.chosen[family] for family in FAMILIES])

    def traits(self, value: Script) -> Traits:
        found = _read(str(value))
        places = np.arange(len(found)) if len(found) == len(FAMILIES) else ()
        return {
            f"{family}={found[i]}": np.repeat(np.arange(len(FAMILIES)) == i, 3)
            for i, family in zip(places, FAMILIES, strict=False)
        }

    @property
    def alone(self) -> tuple[Args, ...]:
        """A leaf by itself, a large exponential, and chains of some length."""
        steps = "for _ in range({length}):\n    y = y * 0.9 + x"
        chain = f"x = Value(0.5)\ny = x * 2.0\n{steps}\ny.backward()\n[y.data, x.grad]"
        texts = [
            "a = Value(2.0)\na.backward()\n[a.data, a.grad]",
            "a = Value(25.0)\nb = a.exp()\nb.backward()\n[b.data, a.grad]",
            # `+=` makes a new value; a little below 0 ReLU is as flat as far below.
            "a, b = Value(2.0), Value(3.0)\nc = a\nc += b\nd = c * a\nd.backward()\n[c.data, a.data, a.grad, b.grad]",
            "a = Value(-1e-10)\nb = a.relu() * 3\nb.backward()\n[b.data, a.grad]",
            *(chain.format(length=length) for length in LENGTHS),
        ]
        return tuple((Script(text),) for text in texts)


def _script(steps: list[str]) -> Script:
    lines, reads = [], []
    for i, step in enumerate(steps):
        operation, _, leaf = step.partition(" at ")
        lines += [f"a, b = Value({leaf}), Value(3.0)", f"c{i}, a{i}, b{i} = {operation}, a, b"]
        reads += [f"c{i}.data", f"a{i}.grad", f"b{i}.grad"]
    total = " + ".join(f"c{i} * {0.5 + i / 4}" for i in range(len(steps)))
    return Script("\n".join([*lines, f"total = {total}", "total.backward()", f"[{', '.join(reads)}]"]))


def _read(text: str) -> list[str]:
    """The steps of a script that was made so."""
    lines = text.split("\n")
    pairs = [(leaf, op) for leaf, op in zip(lines[::2], lines[1::2], strict=False) if leaf.startswith("a, b = Value(")]
    return [
        f"{op.partition(' = ')[2].removesuffix(', a, b')} at {leaf[len('a, b = Value(') : leaf.index(')')]}"
        for leaf, op in pairs
    ]


EXPRESSIONS = Expressions()
