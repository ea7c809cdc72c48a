"""Designed inputs for 05_gradients, the class Value: random expressions, as a student would write them in a cell.

A script makes a few leaves, combines them, calls backward() on the last and reads the gradients. Leaves are used more
than once, numbers stand on either side of an operator, and values stay of moderate size.
"""

from ...judging.draw import Args, Draw
from ...plain.call import Script

LEAVES = (2.0, 3, -1.0, 0.5, 3.0, -0.5, 1.5, -2.0, 0.25, 1.0, -3.0, 4.0)
POSITIVE = (2.0, 3, 0.5, 3.0, 1.5, 0.25, 1.0, 4.0)
NUMBERS = ("2", "3.0", "-1", "0.5", "-2.0", "10")
NAMES = "abcdefgh"


# Where powers are delicate: at 0, of integers, of negative numbers; a divisor below 0.
POWERS: tuple[Args, ...] = tuple(
    (Script(text),)
    for text in (
        "a = Value(0)\nb = a ** 1 * 3\nb.backward()\n[b.data, a.grad]",
        "a = Value(2)\nb = a ** -1\nc = a ** -3 + b\nc.backward()\n[c.data, b.grad, a.grad]",
        "a = Value(-2.0)\nb = a ** 3 + a ** 2\nc = b / a\nc.backward()\n[c.data, b.grad, a.grad]",
        "a = Value(-3)\nb = Value(4)\nc = b / a\nd = a / b - c\nd.backward()\n[d.data, c.grad, b.grad, a.grad]",
        "a = Value(4.0)\nb = a ** -0.5 + a ** 1.5 + a ** 2.0\nb.backward()\n[b.data, a.grad]",
        "a = Value(0.0)\nb = a ** 2 + 5 * a\nb.backward()\n[b.data, a.grad]",
    )
)
# Several graphs, one after the other, which do not disturb each other; a value alone; functions far out.
GRAPHS: tuple[Args, ...] = tuple(
    (Script(text),)
    for text in (
        "a = Value(2.0)\nb = a * 3\nb.backward()\nc = Value(-1.5)\nd = c * c + c\nd.backward()\n"
        "[b.data, b.grad, a.grad, d.data, d.grad, c.grad]",
        "a = Value(2.0)\nb = a * a\nc = Value(3.0)\nd = c * b.data\nd.backward()\nb.backward()\n"
        "[b.data, b.grad, a.grad, d.data, d.grad, c.grad]",
        "a = Value(0.5)\nb = a.exp() + a.log() + a.tanh() + a.sigmoid() + a.relu() + a ** 2 + 1 / a + a\nb.backward()\n"
        "[b.data, a.grad]",
        "a = Value(0.5)\nb = a + 1 / a + a ** 2 + a.relu() + a.sigmoid() + a.tanh() + a.log() + a.exp()\nb.backward()\n"
        "[b.data, a.grad]",
        "found = []\nfor x in [1.0, -2.0, 0.5]:\n    a = Value(x)\n    b = (a * a + 2 * a).tanh()\n    b.backward()\n"
        "    found += [b.data, a.grad]\nfound",
        "a = Value(3.0)\na.backward()\n[a.data, a.grad]",
        "a = Value(0.25)\nb = a.log()\nc = (b * 6).exp()\nd = c + b\nd.backward()\n[d.data, c.grad, b.grad, a.grad]",
        "a = Value(-8.0)\nb = a.sigmoid() * 1000\nc = b + (a * -1).sigmoid()\nc.backward()\n[c.data, b.grad, a.grad]",
    )
)


def sums_and_products(draw: Draw) -> tuple[Script]:
    """Sums, differences, products of a few values, each of them used once or more often."""
    return (_expression(draw, ("+", "*", "-", "*")),)


def divisions_and_powers(draw: Draw) -> tuple[Script]:
    """Quotients and powers, with divisors away from zero."""
    names, lines = _leaves(draw, POSITIVE)
    for _i in range(draw.integer(1, 4)):
        a, b = draw.pick(names), draw.pick(names)
        power = draw.pick(("2", "-1", "3", "0.5", "-2"))
        right = draw.turn((f"{a} / {b}", f"{a} ** {power}", f"({a} + {b}) / 2", f"{a} / ({b} + 1)"))
        lines.append(f"{NAMES[len(lines)]} = {right}")
        names = (*names, NAMES[len(lines) - 1])
    return (_script(lines),)


def numbers_beside(draw: Draw) -> tuple[Script]:
    """A number on the left or on the right of an operator, and minus signs."""
    names, lines = _leaves(draw, POSITIVE)
    for _i in range(draw.integer(1, 4)):
        a, n = draw.pick(names), draw.pick(NUMBERS)
        right = draw.turn(
            (f"{n} - {a}", f"{n} / {a}", f"{n} * {a}", f"{n} + {a}", f"{a} - {n}", f"{a} / {n}", f"-{a}", f"{a} * {n}")
        )
        lines.append(f"{NAMES[len(lines)]} = {right}")
    made = [name for name in NAMES[: len(lines)] if name not in names]
    lines.append(f"{NAMES[len(lines)]} = sum([{', '.join([*made, names[0]])}])")
    return (_script(lines),)


def functions(draw: Draw) -> tuple[Script]:
    """The functions exp, log, tanh, sigmoid and relu, one inside the other; the logarithm of positive values only."""
    leaves = [draw.pick(LEAVES), draw.pick(LEAVES)]
    a, b = leaves
    inner = draw.turn(("tanh", "sigmoid", "relu", "exp"))
    outer = draw.turn(("log", "exp", "tanh", "sigmoid", "relu"))
    safe = f"({inner_call('a', inner)} * 0.25 + 1.5)" if outer == "log" else inner_call("a", inner)
    twice = draw.pick((f"a * {b}", "b * a", "a + b"))
    lines = [f"a = Value({a})", f"b = Value({b})", f"c = {safe}.{outer}()", f"d = c * b + {twice}"]
    return (_script(lines),)


def inner_call(name: str, function: str) -> str:
    """The call of a function of moderate results."""
    return f"({name} * 0.5).exp()" if function == "exp" else f"{name}.{function}()"


def anything(draw: Draw) -> tuple[Script]:
    """Longer graphs of everything."""
    names, lines = _leaves(draw, POSITIVE)
    for _i in range(draw.integer(3, 5)):
        a, b, n = draw.pick(names), draw.pick(names), draw.pick(NUMBERS)
        right = draw.pick(
            (
                f"{a} + {b}",
                f"{a} * {b} * 0.25",
                f"{a} - {b}",
                f"({a} - {b}).tanh()",
                f"({a} * {b}).sigmoid() + {n}",
                f"{n} / ({a} * {a} + 1)",
                f"({a} ** 2 + 1).log()",
                f"({a} - 0.3).relu() + {a}",
            )
        )
        lines.append(f"{NAMES[len(lines)]} = {right}")
        names = (*names[-3:], NAMES[len(lines) - 1])
    lines[-1] += f" + {names[0]} * {names[-2]}"
    return (_script(lines),)


def fan_out(draw: Draw) -> tuple[Script]:
    """The same value on both sides, in several places, and at several depths."""
    x = draw.pick(LEAVES)
    made = draw.turn(("a + a", "a * a", "a - a * 3", "a * a * a + a", "a / (a * a + 1)", "(a + a) * (a + 2)"))
    later = draw.pick(("b + a", "b * a", "b * b + a", "b * b", "a - b"))
    return (_script([f"a = Value({x})", f"b = {made}", f"c = {later}", "d = c * b + a * c"]),)


def chains(draw: Draw) -> tuple[Script]:
    """Ten thousand nodes in a row, and a hundred diamonds, each of which doubles the number of paths."""
    x = draw.pick((0.5, 1.0, -0.5))
    body, length = draw.turn((("    y = y + x", 10_000), ("    y = y + y * 0.01", 100)))
    text = f"x = Value({x})\ny = x * 2.0\nfor _ in range({length}):\n{body}\ny.backward()\n[y.data, x.grad]"
    return (Script(text),)


def kink(draw: Draw) -> tuple[float]:
    """What relu's input is multiplied with at 0."""
    return (draw.pick((2.0, -1.0, 0.5, 3.0)),)


def _leaves(draw: Draw, values: tuple[float, ...]) -> tuple[tuple[str, ...], list[str]]:
    count = draw.pick((2, 1, 3))
    names = tuple(NAMES[:count])
    return names, [f"{name} = Value({draw.pick(values)})" for name in names]


def _expression(draw: Draw, operators: tuple[str, ...]) -> Script:
    names, lines = _leaves(draw, LEAVES)
    for _i in range(draw.integer(1, 4)):
        a, b = draw.pick(names), draw.pick(names)
        lines.append(f"{NAMES[len(lines)]} = {a} {draw.pick(operators)} {b}")
        names = (*names, NAMES[len(lines) - 1])
    return _script(lines)


def _script(lines: list[str]) -> Script:
    """The lines, backward() of the last name, and what there is to read: its value and everybody's gradient."""
    names = NAMES[: len(lines)]
    reads = ", ".join([f"{names[-1]}.data", *(f"{name}.grad" for name in names)])
    return Script("\n".join([*lines, f"{names[-1]}.backward()", f"[{reads}]"]))
