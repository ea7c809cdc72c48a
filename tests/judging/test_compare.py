"""The comparison: strict about shapes, fair about rounding, deaf to NaN."""

import numpy as np
import pytest

from degrau.judging.laws import Expected, assert_equal, numbers
from degrau.judging.tolerance import expect
from degrau.judging.types import Reading
from degrau.judging.violations import NotNumbers, WrongShape, WrongValue
from degrau.plain.call import Call

CALL = Call("f", (1.0,))


def expected(values: object, tolerance: float = 1e-9) -> Expected:
    array = np.asarray(values, dtype=float)
    return Expected(array, array, np.full(array.shape, tolerance))


@pytest.mark.parametrize("value", [np.array([1.0, 2.0]), [1, 2], (1.0, 2.0), np.array([1, 2]), [np.float32(1), 2.0]])
def test_arrays_may_come_as_lists_and_in_any_numeric_type(value: object) -> None:
    assert_equal(CALL, "", value, expected([1.0, 2.0]))


@pytest.mark.parametrize("value", [1, 1.0, True, np.float64(1), np.array(1.0), np.bool_(True)])
def test_scalars_may_come_as_any_number(value: object) -> None:
    assert_equal(CALL, "", value, expected(1.0))


@pytest.mark.parametrize("value", [np.ones((2, 1)), np.ones((1, 2)), np.ones(1), 1.0, np.ones((2, 2)), []])
def test_a_wrong_shape_is_never_broadcast(value: object) -> None:
    with pytest.raises(WrongShape):
        assert_equal(CALL, "", value, expected([1.0, 1.0]))


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf, 1.001, -1.0])
def test_nan_and_infinity_and_wrong_numbers_are_wrong(value: float) -> None:
    with pytest.raises(WrongValue) as caught:
        assert_equal(CALL, "", np.array([1.0, value]), expected([1.0, 1.0]))
    assert caught.value.index == (1,)
    assert caught.value.wrong.sum() == 1


@pytest.mark.parametrize("value", ["1.0", None, {"a": 1}, [[1.0], [1.0, 2.0]], 1j, np.array(["1"]), [None]])
def test_what_is_not_numbers_is_said_to_be_so(value: object) -> None:
    with pytest.raises(NotNumbers):
        numbers(CALL, "", value)


def test_dyadic_inputs_get_the_strict_tolerance_and_others_leave_room_for_float32() -> None:
    def double_sum(X: np.ndarray) -> float:
        return 2.0 * X.sum()

    strict = expect(double_sum, (np.array([0.5, 2.0]),), Reading(("s",)))["s"]
    loose = expect(double_sum, (np.array([0.1, 2.3]),), Reading(("s",)))["s"]
    assert loose.single is not None
    assert strict.tolerance < 1e-6 < loose.tolerance < 2e-5 < loose.single.tolerance < 1e-3


def test_an_infinite_answer_is_right_only_where_it_is_expected() -> None:
    infinite = expect(lambda p: -np.log(p), (0.0,), Reading(("cost",)))["cost"]
    assert_equal(CALL, "", np.inf, infinite)
    for value in (1e300, -np.inf, np.nan):
        with pytest.raises(WrongValue):
            assert_equal(CALL, "", value, infinite)


def test_where_mathematics_leaves_a_choice_every_value_between_passes() -> None:
    kink = expected([0.0, 1.0]).between(np.array([True, False]), 0.0, 1.0)
    assert_equal(CALL, "", np.array([0.5, 1.0]), kink)
    for value in ([1.5, 1.0], [-0.5, 1.0], [0.5, 0.5]):
        with pytest.raises(WrongValue):
            assert_equal(CALL, "", np.array(value), kink)


def test_class_indices_are_neither_perturbed_nor_rounded() -> None:
    def pick(table: np.ndarray, index: np.ndarray) -> np.ndarray:
        return table[index]

    args = (np.array([0.1, 0.2, 0.3]), np.array([2, 0]))
    found = expect(pick, args, Reading(("picked",), fixed=frozenset({1})))["picked"]
    assert found.low.tolist() == [0.3, 0.1]


def test_of_a_dict_each_array_is_perturbed_and_rounded() -> None:
    def layer(weights: dict[str, np.ndarray]) -> np.ndarray:
        return 1e6 * (weights["a"] - weights["b"])

    near = expect(layer, ({"a": np.array([1.0]), "b": np.array([1.0 - 2.0**-10])},), Reading(("y",)))["y"]
    decimal = expect(layer, ({"a": np.array([1.1]), "b": np.array([1.099])},), Reading(("y",)))["y"]
    assert near.tolerance < 1e-2
    assert decimal.tolerance > 0.5


def test_a_result_that_rounding_of_the_inputs_moves_gets_a_wider_tolerance() -> None:
    def difference(x: np.ndarray) -> float:
        return float(x[0] - x[1])

    near = expect(difference, (np.array([1e8, 1e8 - 8.0]),), Reading(("d",)))["d"]
    far = expect(difference, (np.array([16.0, 8.0]),), Reading(("d",)))["d"]
    assert near.low == far.low
    assert near.tolerance > 10 * far.tolerance
