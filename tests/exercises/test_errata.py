"""Every claim of docs/errata.md, checked numerically; and the slides' own figures that are right."""

import re
from pathlib import Path

import numpy as np
import pytest

from degrau.judging.numerical import derivative, gradient
from degrau.judging.registry import assignments
from degrau.pack.pack import Pack

PACK = Pack.find()
DOCS = Path(__file__).parents[2] / "docs"
ROW = re.compile(r"^\| (E\d+) \| ([A-D]) \|.*\| ([^|]*) \|$", re.M)
IN_TEXT = {"E12", "E15"}


def function(name: str):
    assignment = next(a.name for a in assignments().values() if name in a.points)
    return PACK.reference(assignment)[name]


def rows(page: str) -> dict[str, tuple[str, tuple[str, ...]]]:
    """By number: the deck, and the exercises that catch it."""
    text = (DOCS / page).read_text("utf-8")
    return {number: (deck, tuple(re.findall(r"`(\w+)`", last))) for number, deck, last in ROW.findall(text)}


def slope(f, x: float) -> float:
    return derivative(f, x)[0]


def test_both_pages_list_all_nineteen_with_the_same_decks_and_exercises() -> None:
    english, portuguese = rows("errata.md"), rows("erratas.md")
    assert list(english) == [f"E{i}" for i in range(1, 20)]
    assert english == portuguese


@pytest.mark.parametrize("number", [f"E{i}" for i in range(1, 20) if f"E{i}" not in IN_TEXT])
def test_every_exercise_that_the_page_names_has_the_erratum_in_its_bank(number: str) -> None:
    variants = [(v.exercise, v.erratum) for name in assignments() for v in PACK.bank(name) if not v.right]
    exercises = rows("errata.md")[number][1]
    assert exercises
    assert [e for e in exercises if (e, number) not in variants] == []


def test_e1_the_slides_sigmoid_is_no_probability() -> None:
    x = np.array([-3.0, -0.5, 0.5, 3.0])
    slides = 1 / (1 - np.exp(-x))
    assert np.all((slides < 0) | (slides > 1))
    right = function("sigmoid")(x)
    assert np.all((right > 0) & (right < 1))
    np.testing.assert_allclose(right, 1 / (1 + np.exp(-x)))


def test_e2_the_slides_step_makes_the_samples_error_grow() -> None:
    w, b, x, y, lr = np.array([0.5, -0.25]), 0.25, np.array([1.0, 2.0]), 3.0, 0.1
    error = y - (w @ x + b)
    slides = y - ((w - lr * error * x) @ x + (b - lr * error))
    new_w, new_b = function("adaline_update")(w, b, x, y, lr)
    assert abs(slides) > abs(error) > abs(y - (new_w @ x + new_b))


def test_e3_the_logarithm_is_of_the_prediction() -> None:
    cost = function("binary_cross_entropy")
    y, p = np.array([1.0, 0.0]), np.array([0.9, 0.2])
    assert np.isfinite(cost(y, p))
    with np.errstate(all="ignore"):
        swapped = -np.mean(p * np.log(y) + (1 - p) * np.log(1 - y))
    assert not np.isfinite(swapped)


def test_e4_leaky_relu_and_elu_are_two_functions() -> None:
    leaky, elu = function("leaky_relu"), function("elu")
    assert float(leaky(-1.0, 0.5)) == -0.5
    assert float(elu(-1.0, 0.5)) == pytest.approx(0.5 * (np.exp(-1) - 1))
    assert slope(lambda x: 0.5 * (np.exp(x) - 1), -1.0) == pytest.approx(0.5 * np.exp(-1))
    assert slope(lambda x: float(leaky(x, 0.5)), -1.0) == pytest.approx(0.5)


def test_e5_relu_is_flat_below_zero_and_has_a_choice_at_zero_only() -> None:
    relu = function("relu")
    assert slope(lambda x: float(relu(x)), -1.0) == 0
    h = 1e-3
    left, right = (float(relu(0.0)) - float(relu(-h))) / h, (float(relu(h)) - float(relu(0.0))) / h
    assert (left, right) == (0.0, 1.0)


def test_e6_every_output_of_softmax_depends_on_every_input() -> None:
    softmax, jacobian = function("softmax"), function("softmax_jacobian")
    z = np.array([0.1, 1.3, 2.5])
    numeric = np.array([gradient(lambda v, i=i: float(softmax(v)[i]), (z,), 0)[0] for i in range(3)])
    p = softmax(z)
    np.testing.assert_allclose(numeric, np.diag(p) - np.outer(p, p), atol=1e-9)
    np.testing.assert_allclose(numeric, jacobian(z), atol=1e-9)
    assert np.all(numeric[~np.eye(3, dtype=bool)] < -0.01)


def test_e7_the_slides_softmax_figures_are_right_and_its_denominator_is_not() -> None:
    z = np.array([0.1, 1.3, 2.5])
    np.testing.assert_array_equal(np.round(function("softmax")(z), 2), [0.07, 0.22, 0.72])
    slides = np.exp(0.1) / (np.exp(0.1) + np.exp(0.3) + np.exp(2.5))
    assert round(slides, 2) == 0.08


def test_e8_the_slides_circuit_has_gradients_3_3_and_12() -> None:
    """q = x + y = 12 and z = 3, as on deck B; the chain as deck A writes it gives z·z."""
    x, y, z = 5.0, 7.0, 3.0
    assert tuple(map(float, function("circuit_gradient")(x, y, z))) == (3.0, 3.0, 12.0)
    assert slope(lambda x: (x + y) * z, x) == pytest.approx(z)
    assert slope(lambda q: q * z, x + y) * slope(lambda x: (x + y) * z, x) == pytest.approx(z * z)


def test_e9_a_reciprocal_falls() -> None:
    for a in (2.0, -0.5):
        numeric = slope(lambda a: 1 / a, a)
        assert numeric == pytest.approx(-1 / a**2)
        assert float(function("reciprocal_backward")(a, 1.5)) == pytest.approx(1.5 * numeric)
    args = (1.0, 2.0, 3.0, -1.0)
    numeric = [slope(lambda v, i=i: _ratio(*args[:i], v, *args[i + 1 :]), args[i]) for i in range(4)]
    np.testing.assert_allclose(function("ratio_backward")(*args, 1.0), numeric, rtol=1e-9)
    assert numeric[2] < 0


def _ratio(a: float, b: float, c: float, d: float) -> float:
    return (a + b) / (c + d)


def test_e10_at_a_tie_the_shares_of_a_maximum_add_up() -> None:
    both = slope(lambda t: max(2.0 + t, 2.0 + t), 0.0)
    da, db = function("max_backward")(2.0, 2.0, 1.0)
    assert float(da) + float(db) == pytest.approx(both) == 1.0
    assert tuple(map(float, function("max_backward")(1.0, 2.0, 3.0))) == (0.0, 3.0)


def test_e11_the_product_with_w_is_the_gradient_of_the_input() -> None:
    rng = np.random.default_rng(0)
    X, W, dY = rng.normal(size=(3, 2)), rng.normal(size=(4, 2)), rng.normal(size=(3, 4))
    numeric, _ = gradient(lambda X: float(np.sum(dY * (X @ W.T))), (X,), 0)
    np.testing.assert_allclose(dY @ W, numeric, atol=1e-9)
    np.testing.assert_allclose(function("matmul_backward")(X, W, dY)[0], numeric, atol=1e-9)


def test_e12_the_boundary_of_a_sigmoid_neuron_is_flat() -> None:
    w, b = np.array([2.0, -1.0]), 0.5
    on_it = np.array([[0.0, 0.5], [1.0, 2.5], [-2.0, -3.5]])
    output = function("neuron_output")
    np.testing.assert_allclose(output(on_it, w, b), 0.5)
    np.testing.assert_allclose(
        output(np.array([[1, 1, 0], [0, 0.5, 0.5], [-1, 3, -1]]) @ on_it / [[2], [1], [1]], w, b), 0.5
    )


def test_e13_from_zero_weights_the_rate_only_rescales() -> None:
    X, y = np.array([[0.0, 0], [0, 1], [1, 0], [1, 1]]), np.array([0, 0, 0, 1])
    train = function("train_perceptron")
    w, b, mistakes = train(X, y, np.zeros(2), 0.0, 1.0, 50)
    half_w, half_b, half_mistakes = train(X, y, np.zeros(2), 0.0, 0.5, 50)
    np.testing.assert_array_equal(half_w, w / 2)
    assert (half_b, list(half_mistakes)) == (b / 2, list(mistakes))
    assert mistakes[-1] == 0


def test_e14_a_sum_passes_its_whole_gradient_on() -> None:
    assert slope(lambda a: a + 5.0, 2.0) == pytest.approx(1.0)
    assert tuple(map(float, function("add_backward")(2.0, 5.0, 3.0))) == (3.0, 3.0)
    assert tuple(map(float, function("add3_backward")(2.0, 5.0, 1.0, 3.0))) == (3.0, 3.0, 3.0)


def test_e16_without_the_bracket_a_wrong_answer_is_rewarded() -> None:
    p = np.array([0.5, 0.9, 0.999])
    slides = -0 * np.log(p) + (1 - 0) * np.log(1 - p)
    assert np.all(np.diff(slides) < 0)
    assert slides[-1] < -6
    right = [function("binary_cross_entropy")(np.zeros(1), np.array([v])) for v in p]
    assert np.all(np.diff(right) > 0)


def test_e17_going_down_the_slides_cost_makes_the_loss_grow() -> None:
    X, y, w, b = np.array([[1.0, 2.0], [-1.0, 0.5], [0.0, -1.0]]), np.array([1.0, 0.0, 1.0]), np.zeros(2), 0.0
    dw, db = function("bce_gradient")(X, y, w, b)

    def loss(w: np.ndarray, b: float) -> float:
        return float(function("binary_cross_entropy")(y, function("neuron_output")(X, w, b)))

    assert loss(w + 0.1 * dw, b + 0.1 * db) > loss(w, b) > loss(w - 0.1 * dw, b - 0.1 * db)


def test_e18_an_average_that_is_overwritten_agrees_at_first_only() -> None:
    w = kept = written = np.zeros(1)
    m, v, m_written, v_written = (np.zeros(1) for _ in range(4))
    for t, g in enumerate([1.0, -0.5, 2.0], 1):
        kept, m, v = function("adam_step")(kept, np.array([g]), m, v, t, 0.1)
        m_written = (0.9 * m_written + 0.1 * g) / (1 - 0.9**t)
        v_written = (0.999 * v_written + 0.001 * g**2) / (1 - 0.999**t)
        written = written - 0.1 * m_written / (np.sqrt(v_written) + 1e-8)
        assert (abs(float(kept[0] - written[0])) < 1e-9) == (t == 1)
    assert w[0] == 0


def test_e19_without_epsilon_a_zero_gradient_gives_zero_by_zero() -> None:
    with np.errstate(invalid="ignore"):
        assert np.isnan(np.zeros(1) / np.sqrt(np.zeros(1)))
    w, _, _ = function("adam_step")(np.ones(1), np.zeros(1), np.zeros(1), np.zeros(1), 1, 0.1)
    assert w[0] == 1
