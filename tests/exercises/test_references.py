"""The references are right: over what they are asked for, to all digits that floats have, by oracles of their own.

Not those of what is drawn at random, which are judged by their distribution, nor what measures slopes, which is asked
for with its error.
"""

import inspect
from collections.abc import Iterator

import mpmath as mp
import numpy as np
import pytest
from tests.exercises.oracles import ORACLES, exactly

from degrau.judging.registry import assignments
from degrau.pack.pack import Pack
from degrau.pack.prepare import designed

PACK = Pack.find()
SEED, MOST = 5, 200
FUNCTIONS = [(a.name, e) for a in assignments().values() for e in a.exercises if e.name in ORACLES]
# Of what is summed up, the terms may be larger than the sum: rounding is of their size.
RELATIVE, OF_THE_LARGEST, ABSOLUTE = 1e-9, 1e-12, 1e-15
# x or a at 0, and a = b: mathematics leaves a choice.
KINKED = ("d_relu", "d_leaky_relu", "d_prelu", "d_elu", "d_prelu_alpha", "d_binary_step", "relu_backward")
LADDER = np.array(
    [s * m for m in (1e-12, 1e-6, 1e-3, 0.1, 1.5, 5.0, 12.5, 15.0, 20.0, 37.0, 99.0, 700.0, 1e4) for s in (1, -1)]
)


def _asked(exercise) -> Iterator[tuple]:
    """The arguments of some examples of each property, and of all of those that have a name."""
    for prop in exercise.properties:
        if prop.inputs is not None:
            yield from (*prop.named, *designed(prop.inputs, SEED)[::2])
    if exercise.curve:
        further = {"prelu": (-0.5,), "d_prelu": (3,), "d_prelu_alpha": (2.0,)}.get(exercise.name, ())
        yield (LADDER, *further)
        yield (np.array([1, -2, 15, -40, 1000, -10_000, 10**6, -(10**6)]), *further)
        yield from ((int(number), *further) for number in (3, -17, 0, 10**6))


@pytest.mark.parametrize(("assignment", "exercise"), FUNCTIONS, ids=[e.name for _, e in FUNCTIONS])
def test_the_reference_is_right_to_all_digits(assignment, exercise) -> None:
    reference, oracle, compared = PACK.reference(assignment)[exercise.name], ORACLES[exercise.name], 0
    for args in _asked(exercise):
        if sum(np.size(part) for arg in args for part in (arg if isinstance(arg, list) else [arg])) > MOST:
            continue
        if not _fits(reference, args):
            continue
        if exercise.name in KINKED and np.any(np.asarray(args[0]) == 0):
            continue
        if exercise.name == "max_backward" and np.any(np.asarray(args[0]) == np.asarray(args[1])):
            continue
        got, right = reference(*args), oracle(*map(exactly, args))
        several = len(exercise.parts) > 1
        for found, expected in zip(got if several else (got,), right if several else (right,), strict=True):
            compared += 1
            assert _near(found, expected), (args, found, expected)
    assert compared >= 12


def _fits(reference, args: tuple) -> bool:
    """Whether these are the reference's arguments; some laws are given more, or make calls of their own."""
    try:
        inspect.signature(reference).bind(*args)
    except TypeError:
        return False
    return True


def _near(found, expected) -> bool:
    found, expected = np.asarray(found, dtype=float), np.asarray(expected, dtype=object)
    if found.shape != expected.shape:
        return False
    largest = max((abs(number) for number in expected.ravel() if mp.isfinite(number)), default=mp.mpf(0))
    return all(
        number == mp.mpf(value)
        or abs(mp.mpf(value) - number) <= RELATIVE * abs(number) + OF_THE_LARGEST * max(largest, 1) + ABSOLUTE
        for value, number in zip(found.ravel().tolist(), expected.ravel(), strict=True)
    )


@pytest.mark.parametrize("constant", [0.1, 0.3, 1 / 3, 0.7, -0.1, 4.9, 123456.789, 1e6 / 3, 1e-300, 1e300])
@pytest.mark.parametrize("n", [1, 2, 3, 7, 12, 41])
def test_a_constant_column_becomes_zero_whatever_the_constant(constant, n) -> None:
    # What is thrown away of a constant column may overflow.
    with np.errstate(over="ignore"):
        Z, mean, std = PACK.reference("06_mlp")["standardize"](np.full((n, 2), constant))
    assert not Z.any()
    assert not std.any()
    assert (mean == constant).all()


@pytest.mark.parametrize("df", [lambda x: np.array([3.0]), lambda x: np.array([np.inf])])
def test_no_gradient_is_right_where_the_measured_slope_is_infinite(df) -> None:
    check = PACK.reference("04_backpropagation")["check_gradient"]
    with np.errstate(invalid="ignore"):
        assert check(lambda x: np.inf if x[0] > 1 else 0.0, df, np.array([1.0])) is False


def test_a_search_of_nothing_but_minus_infinity_returns_a_point() -> None:
    x, y, out = PACK.reference("04_backpropagation")["random_search"](lambda x, y: -np.inf, 3, np.random.default_rng(0))
    assert max(abs(x), abs(y)) <= 1
    assert out == -np.inf


@pytest.mark.parametrize(("data", "n", "value", "slope"), [(0.0, 0, 1, 0), (0, 1, 0, 1), (np.int64(2), -1, 0.5, -0.25)])
def test_a_power_has_its_slope_at_zero_and_of_integers(data, n, value, slope) -> None:
    a = PACK.reference("05_gradients")["Value"](data)
    b = a**n
    b.backward()
    assert (b.data, a.grad) == (value, slope)
