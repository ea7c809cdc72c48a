"""What the notebooks' texts say, against what the references do: every number that the text calls its own."""

import math
import re
import warnings
from functools import cache
from typing import Any

import numpy as np
import pytest
from numpy.testing import assert_allclose

from degrau.judging.registry import assignments
from degrau.pack.pack import Pack

PACK = Pack.find()
BOX = re.compile(r"^> \*\*(?:NumPy|Python)\b.*(?:\n>.*)*", re.M)
PARAGRAPHS = re.compile(r"\n\n|\n(?=#|- |\| )")


@cache
def cells(assignment: str):
    return PACK.source(assignment).cells


def texts(assignment: str, language: str) -> list[str]:
    return [cell.source for cell in cells(assignment) if cell.role == "text" and cell.language == language]


def says(assignment: str, *phrases: str) -> None:
    """Both texts say these, one language each or the same in both, however their lines break."""
    whole = [" ".join("\n".join(texts(assignment, language)).split()) for language in ("pt", "en")]
    for phrase in phrases:
        assert any(" ".join(phrase.split()) in text for text in whole), phrase


@cache
def kernel(number: str) -> dict[str, Any]:
    """The names of the notebook after its set-up, its references and its first demonstration, which only defines."""
    assignment = next(name for name in assignments() if name.startswith(number))
    names: dict[str, Any] = {"__name__": "__main__"}
    for cell in cells(assignment):
        if cell.role in ("setup", "exercise") or cell.name == "demo-1":
            exec(cell.source, names)
    return names


def numbers(text: str) -> list[str]:
    return sorted(re.findall(r"(?<![\w.])\d+(?:\.\d+)?(?!\w)", text))


@pytest.mark.parametrize("assignment", assignments())
def test_both_languages_say_the_same_numbers(assignment: str) -> None:
    for pt, en in zip(texts(assignment, "pt"), texts(assignment, "en"), strict=True):
        portuguese = pt.replace("{,}", ".").replace(r"\,0", "0")
        english = en.replace("{,}", "")
        assert numbers(re.sub(r"(?<=\d),(?=\d)", ".", portuguese)) == numbers(english), pt[:200]


@pytest.mark.parametrize("assignment", assignments())
def test_what_needs_telling_is_told_in_both_languages(assignment: str) -> None:
    boxes = {language: [BOX.findall(text) for text in texts(assignment, language)] for language in ("pt", "en")}
    assert any(boxes["pt"])
    assert [len(found) for found in boxes["pt"]] == [len(found) for found in boxes["en"]]


def told_before(assignment: str, word: str, exercise: str) -> bool:
    order = [cell.name for cell in cells(assignment) if cell.language in (None, "pt")]
    place = order.index(exercise)
    told = [cell for cell in cells(assignment) if cell.role == "text" and word in cell.source]
    return {cell.language for cell in told if order.index(cell.name) < place} == {"pt", "en"}


@pytest.mark.parametrize(
    ("assignment", "exercise", "words"),
    [
        ("00_perceptron", "step", ["np.where"]),
        ("02_sigmoid_neuron", "sigmoid", ["np.where"]),
        ("02_sigmoid_neuron", "binary_cross_entropy", ["np.errstate"]),
        ("03_activations", "softmax", ["axis", "keepdims"]),
        ("04_backpropagation", "random_search", ["rng.uniform", "-np.inf"]),
        ("05_gradients", "max_backward", ["np.where"]),
        ("05_gradients", "affine_backward", ["axis=0"]),
        ("05_gradients", "Value", ["__pow__", "__truediv__", "while"]),
        ("06_mlp", "standardize", ["axis=0", "np.where"]),
        ("06_mlp", "init_layer", ["rng.normal"]),
        ("06_mlp", "softmax_cross_entropy", ["keepdims", "axis=1"]),
        ("06_mlp", "minibatches", ["rng.permutation", "yield"]),
        ("07_optimizers", "l1_penalty", ["np.sign"]),
        ("07_optimizers", "dropout_forward", ["rng.random"]),
        ("08_rnn", "rnn_backward", ["np.outer", "reversed"]),
        ("08_rnn", "clip_gradient", ["np.sum(A**2)"]),
        ("08_rnn", "lstm_step", ["np.split", "np.errstate"]),
        ("09_cnn", "output_size", ["//"]),
        ("09_cnn", "conv2d", ["np.pad", "axis=(1, 2)"]),
        ("09_cnn", "conv2d_backward", ["[:, None, None, None]", "np.zeros(A.shape)"]),
        ("09_cnn", "max_pool2d_backward", ["np.unravel_index"]),
        ("10_embeddings", "embed_backward", ["np.add.at"]),
        ("10_embeddings", "nearest", ["np.argsort", "-np.inf"]),
        ("10_embeddings", "negative_sampling", ["np.logaddexp", "np.outer"]),
        ("11_attention", "attention", ["np.where", "keepdims"]),
        ("11_attention", "multi_head_attention", ["np.split", "np.hstack"]),
        ("12_normalization", "layer_norm_forward", ["keepdims"]),
        ("13_transformer", "gelu", ["np.vectorize", "math.erf"]),
        ("13_transformer", "sample_next", ["np.argsort", "rng.choice"]),
    ],
)
def test_what_a_function_needs_is_told_before_it_is_asked_for(assignment, exercise, words) -> None:
    assert [word for word in words if not told_before(assignment, word, exercise)] == []


@pytest.mark.parametrize("assignment", assignments())
def test_where_a_text_speaks_of_a_slide_it_gives_what_the_slide_says(assignment: str) -> None:
    for text in texts(assignment, "pt") + texts(assignment, "en"):
        for paragraph in PARAGRAPHS.split(text):
            # The way to work says what the decks are.
            if re.search(r"\bslides?\b", paragraph) and "A (" not in paragraph:
                assert re.search(r"[$`“]", paragraph), paragraph


def test_00_the_boxs_example() -> None:
    t = np.array([25, 31, 28])
    assert (t > 30).tolist() == [False, True, False]
    assert np.where(t > 30, 30, t).tolist() == [25, 30, 28]
    with pytest.raises(ValueError, match="The truth value of an array"):
        bool(t > 30)


def test_00_the_examples_by_hand() -> None:
    names = kernel("00")
    assert names["step"](np.array([-0.5, 0, 2])).tolist() == [0, 1, 1]
    assert names["predict"](np.array([[1, 0], [1, 2]]), np.array([2, -1]), -0.5).tolist() == [1, 0]
    w, b = names["perceptron_update"](np.array([0.5, -1]), 0.25, np.array([2, 1]), 0, 0.1)
    assert_allclose([*w, b], [0.3, -1.1, 0.15])
    assert w @ [2, 1] + b == pytest.approx(-0.35)


def test_00_the_gates() -> None:
    names = kernel("00")
    train, X = names["train_perceptron"], names["X_logic"]
    w, b, mistakes = train(X, names["y_or"], np.zeros(2), 0.0, 1, 10)
    assert (w.tolist(), b, mistakes) == ([1, 1], -1, [2, 2, 1, 0])
    assert train(X, names["y_and"], np.zeros(2), 0.0, 1, 20)[2][-1] == 0
    assert min(train(X, names["y_xor"], np.zeros(2), 0.0, 1, 500)[2]) >= 1
    grid = np.random.default_rng(0).uniform(-3, 3, (2000, 3))
    assert max(np.sum(names["predict"](X, w[:2], w[2]) == names["y_xor"]) for w in grid) == 3


def test_00_the_five_starting_points_all_end_without_a_mistake() -> None:
    names = kernel("00")
    for start in np.random.default_rng(7).normal(scale=6.0, size=(5, 3)):
        _, _, mistakes = names["train_perceptron"](names["X_cloud"], names["y_cloud"], start[:2], start[2], 1.0, 500)
        assert mistakes[-1] == 0


def test_00_from_zero_the_rate_changes_the_scale_alone_until_the_computer_rounds() -> None:
    names = kernel("00")
    train, clouds = names["train_perceptron"], (names["X_cloud"], names["y_cloud"], np.zeros(2), 0.0)
    runs = [train(*clouds, lr, 100) for lr in (0.01, 0.5, 10.0)]
    assert runs[0][2] == runs[1][2] == runs[2][2]
    assert_allclose(runs[0][0] / 0.01, runs[2][0] / 10)
    gate = (names["X_logic"], names["y_and"], np.zeros(2), 0.0)
    assert train(*gate, 1, 10)[2] == train(*gate, 0.5, 10)[2] != train(*gate, 0.1, 10)[2]
    w, b, near = np.zeros(2), 0.0, []
    for _ in range(10):
        for x, y in zip(gate[0], gate[1], strict=True):
            near.append(w @ x + b)
            w, b = names["perceptron_update"](w, b, x, y, 0.1)
    assert_allclose(min(abs(z) for z in near if z), 3e-17, rtol=0.2)


def test_00_corrections_stay_under_the_bound() -> None:
    names = dict(kernel("00"))
    source = next(cell.source for cell in cells("00_perceptron") if "def data_with_margin" in cell.source)
    exec(source.partition("if not can_train")[0], names)
    for gap in np.geomspace(0.01, 0.6, 9):
        X, y, R, gamma = names["data_with_margin"](gap)
        mistakes = names["train_perceptron"](X, y, np.zeros(2), 0.0, 1.0, 500)[2]
        assert mistakes[-1] == 0
        assert sum(mistakes) <= (R / gamma) ** 2


def test_01_the_examples_by_hand() -> None:
    names = kernel("01")
    X, y, w, b = np.array([[1, 2], [0, -1]]), np.array([2, -1]), np.array([0.5, 1]), -0.25
    assert names["linear"](-1.5) == -1.5
    assert_allclose(names["adaline_output"](X, w, b), [2.25, -1.25])
    assert names["adaline_cost"](X, y, w, b) == 0.0625
    dw, db = names["adaline_gradient"](X, y, w, b)
    assert_allclose([*dw, db], [0.25, 0.75, 0])
    w, b = names["adaline_update"](w, b, X[0], 2, 0.1)
    assert_allclose([*w, b, w @ X[0] + b], [0.475, 0.95, -0.275, 2.1])
    w, b, costs = names["train_adaline"](np.array([[1.0], [2.0]]), np.array([1, 3]), np.zeros(1), 0.0, 0.1, 1)
    assert_allclose([*w, b], [0.64, 0.37])
    assert costs == [pytest.approx(0.9113, abs=5e-5)]
    A, v = np.array([[1, 2], [3, 4], [5, 6]]), np.array([1, 0, 10])
    assert ((A.T @ v).tolist(), np.sum(v)) == ([51, 62], 11)


def test_01_the_three_rates() -> None:
    names = kernel("01")
    X, y = names["X_hours"], names["y_grade"]
    best = np.linalg.lstsq(np.column_stack([X, np.ones(8)]), y, rcond=None)[0]
    lowest = names["adaline_cost"](X, y, best[:1], best[1])
    slow, good, wild = (names["train_adaline"](X, y, np.zeros(1), 0.0, lr, 30)[2] for lr in (0.001, 0.03, 0.35))
    start = names["adaline_cost"](X, y, np.zeros(1), 0.0)
    assert np.all(np.diff([start, *slow]) < 0)
    assert round(slow[-1] / lowest) == 15
    assert (start - good[0]) / (start - lowest) > 0.95
    assert np.all(np.diff(wild) > 0)
    assert_allclose(1 - 0.35 * (X.max() ** 2 + 1), -4.95)


def test_01_the_lines_of_the_perceptron_are_those_that_the_last_notebook_learns() -> None:
    names = kernel("01")
    for epochs, line in zip(range(33, 41), names["perceptron_lines"], strict=True):
        args = (names["X_cloud"], names["y_cloud"], np.zeros(2), 0.0, 1.0, epochs)
        w, b, mistakes = kernel("00")["train_perceptron"](*args)
        assert_allclose([*w, b], line, atol=0.005)
        assert len(mistakes) == epochs


def test_01_no_line_gets_all_of_the_two_clouds_right() -> None:
    from scipy.optimize import linprog

    names = kernel("01")
    signs = np.where(names["y_cloud"] == 1, 1.0, -1.0)[:, None]
    sides = -signs * np.column_stack([names["X_cloud"], np.ones(60)])
    assert linprog(np.zeros(3), A_ub=sides, b_ub=-np.ones(60), bounds=(None, None)).status == 2


def test_02_the_examples_by_hand() -> None:
    names = kernel("02")
    assert_allclose(names["sigmoid"](np.array([0, np.log(3), -np.log(3)])), [0.5, 0.75, 0.25])
    assert_allclose(names["neuron_output"](np.array([[2, 2], [np.log(3), 0]]), np.array([1, -1]), 0), [0.5, 0.75])
    cost = names["binary_cross_entropy"]
    table = [(0, 0, 0), (0, 1, np.inf), (1, 0, np.inf), (1, 1, 0), (0, 0.5, np.log(2)), (1, 0.5, np.log(2))]
    assert_allclose([cost(np.array([y]), np.array([p])) for y, p, _ in table], [c for _, _, c in table])
    assert round(np.log(2), 3) == 0.693
    dw, db = names["bce_gradient"](np.array([[1, 2], [3, -1]]), np.array([1, 0]), np.zeros(2), 0.0)
    assert_allclose([*dw, db], [0.5, -0.75, 0])
    w, b, losses = names["train_neuron"](np.ones((1, 1)), np.ones(1), np.zeros(1), 0.0, 2, 1)
    assert_allclose([*w, b], [1, 1])
    assert (round(float(names["sigmoid"](2.0)), 3), round(losses[0], 3)) == (0.881, 0.127)


def test_02_the_boxes_examples() -> None:
    t = np.array([0.0, 4.0])
    with pytest.warns(RuntimeWarning, match="divide by zero"):
        assert np.where(t > 0, 1 / t, 0).tolist() == [0, 0.25]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert (1 / np.where(t > 0, t, 1)).tolist() == [1, 0.25]
        with np.errstate(divide="ignore"):
            assert (1 / t).tolist() == [np.inf, 0.25]
    with np.errstate(invalid="ignore"):
        assert np.isnan(0 * np.float64(np.inf))


def test_02_mistaken_flowers_are_doubtful_ones() -> None:
    from sklearn.datasets import load_iris

    names, iris = kernel("02"), load_iris()
    X, y = iris.data[50:, 2:], iris.target[50:] - 1
    Z = (X - X.mean(axis=0)) / X.std(axis=0)
    p = names["neuron_output"](Z, *names["train_neuron"](Z, y, np.zeros(2), 0.0, 1.0, 300)[:2])
    wrong = (p >= 0.5) != y
    assert 0 < wrong.sum() < 10
    assert np.all(np.abs(p[wrong] - 0.5) < 0.4)


def test_03_the_examples_by_hand() -> None:
    names = kernel("03")
    assert names["binary_step"](np.array([-2, 0, 1])).tolist() == [0, 1, 1]
    at_one = {"logistic": 0.7311, "d_logistic": 0.1966, "tanh": 0.7616, "d_tanh": 0.42, "arctan": 0.7854}
    assert {name: round(float(names[name](1.0)), 4) for name in at_one} == at_one
    assert names["d_arctan"](1.0) == 0.5
    at = {"relu": 0, "leaky_relu": -0.02, "elu": -0.8647, "d_elu": 0.1353, "softplus": 0.1269, "d_softplus": 0.1192}
    assert {name: round(float(names[name](-2.0)), 4) for name in at} == at
    assert (names["prelu"](-2.0, 1.5), names["d_prelu_alpha"](-2.0, 1.5)) == (-3, -2)
    z = np.array([0.1, 1.3, 2.5])
    assert np.round([*np.exp(z), np.exp(z).sum()], 3).tolist() == [1.105, 3.669, 12.182, 16.957]
    assert np.round(names["softmax"](z), 3).tolist() == [0.065, 0.216, 0.718]
    jacobian = names["softmax_jacobian"](z)
    assert np.round(jacobian[0], 3).tolist() == [0.061, -0.014, -0.047]
    assert_allclose(jacobian.sum(axis=1), 0, atol=1e-12)
    W, b = names["collapse_linear"]([np.array([[1, 2], [0, -1]]), np.array([[2, 1]])], [np.array([1, -1]), [0.5]])
    assert (W.tolist(), b.tolist()) == ([[2, 3]], [1.5])


def test_03_the_slopes_of_the_rectifiers_on_the_right() -> None:
    names, x = kernel("03"), np.array([0.1, 1.0, 4.0])
    says("03_activations", "$0{,}525$ em $x = 0{,}1$, $0{,}731$ em $x = 1$ e $0{,}982$ em $x = 4$")
    says("03_activations", "$0.525$ at $x = 0.1$, $0.731$ at $x = 1$ and $0.982$ at $x = 4$")
    for name, more in [("d_relu", ()), ("d_leaky_relu", ()), ("d_prelu", (0.3,)), ("d_elu", ())]:
        assert names[name](x, *more).tolist() == [1, 1, 1]
    assert np.round(names["d_softplus"](x), 3).tolist() == [0.525, 0.731, 0.982]
    assert names["d_logistic"](np.linspace(-20, 20, 4001)).max() == 0.25


def test_03_the_boxes_examples() -> None:
    t = np.array([-1.0, 4.0])
    with pytest.warns(RuntimeWarning):
        np.where(t > 0, np.sqrt(t), 0)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        np.sqrt(np.maximum(t, 0))
    A = np.array([[1, 2], [3, 5]])
    assert A.sum(axis=-1).tolist() == [3, 8]
    assert A.sum(axis=-1, keepdims=True).shape == (2, 1)
    assert (A - A.mean(axis=-1, keepdims=True)).tolist() == [[-0.5, 0.5], [-1, 1]]
    assert np.outer([1, 2], [3, 5]).tolist() == [[3, 5], [6, 10]]


def test_04_the_searches() -> None:
    names = kernel("04")
    searches = (names["random_search"](names["multiply"], 30, np.random.default_rng(seed)) for seed in range(10))
    found = np.array([(x, y) for x, y, _ in searches])
    assert np.all(found[:, 0] * found[:, 1] > 0)
    away = np.min([np.hypot(*(np.abs(found) - 1).T)], axis=0)
    assert min(away) < 0.05
    assert 0.45 < max(away) < 0.7
    assert_allclose((0.1 / 2) ** 2, 1 / 400)
    draws = np.random.default_rng(7).uniform(20, 30, size=3)
    assert np.round(draws, 2).tolist() == [26.25, 28.97, 27.76]


def test_04_the_examples_by_hand() -> None:
    names = kernel("04")
    assert [round(x * y, 2) for x, y in [(0.5, -0.8), (-0.9, -0.7), (0.2, 0.6)]] == [-0.4, 0.63, 0.12]
    assert [round(x * y, 2) for x, y in [(1.3, -2.2), (0.8, -1.9), (0.6, -1.5)]] == [-2.86, -1.52, -0.9]
    assert names["numerical_derivative"](np.square, 3.0, 0.5) == 6.5
    at = np.array([2, 1])
    assert names["numerical_gradient"](lambda x: x[0] ** 2 + 3 * x[1], at, 0.5).tolist() == [4.5, 3]
    assert 0.5 + 1e-5 - 1e-5 != 0.5
    cube = lambda x: x**3  # noqa: E731
    assert names["numerical_derivative"](cube, 1.0, 0.5) == 4.75
    assert names["central_difference"](cube, 1.0, 0.5) == 3.25
    product, at = (lambda x: x[0] * x[1]), np.array([2.0, 3.0])
    assert names["check_gradient"](product, lambda x: np.array([3, 2]), at)
    assert not names["check_gradient"](product, lambda x: np.array([3, 2.01]), at)
    assert names["multiply_gradient"](4, -3) == (-3, 4)
    x, y = names["gradient_step"](4, -3, 0.01)
    assert_allclose([x, y, x * y], [3.97, -2.96, -11.7512])
    assert names["circuit_gradient"](5, 7, 3) == (3, 3, 12)
    w, x = np.array([1, -2, 0.5]), np.array([2.5, 1])
    assert round(float(names["neuron_circuit"](w, x)), 4) == 0.7311
    dw, dx = names["neuron_circuit_gradient"](w, x)
    assert_allclose([*dw, *dx], [0.4915, 0.1966, 0.1966, 0.1966, -0.3932], atol=6e-5)


def test_04_where_the_measurements_are_best() -> None:
    names, steps = kernel("04"), 10.0 ** np.arange(-15, 0.1, 0.25)
    best = [
        steps[np.argmin([abs(names[measure](np.exp, 1.0, h) - np.e) for h in steps])]
        for measure in ("numerical_derivative", "central_difference")
    ]
    assert 1e-9 < best[0] < 1e-7
    assert 1e-6 < best[1] < 1e-5


def test_04_gradient_steps_always_go_up_and_the_steeper_the_longer() -> None:
    path = kernel("04")["gradient_path"](-0.4, 0.9, 0.1, 25)
    assert np.all(np.diff(path[:, 0] * path[:, 1]) > 0)
    strides = np.linalg.norm(np.diff(path, axis=0), axis=1)
    assert np.array_equal(np.argsort(strides), np.argsort(np.linalg.norm(path[:-1], axis=1)))


def test_04_the_boxes_examples() -> None:
    a = np.array([1, 2])
    b = a.astype(float)
    b[0] += 0.5
    assert (a.tolist(), b.tolist()) == ([1, 2], [1.5, 2])
    t = np.array([1.0, np.nan])
    assert not np.all(t < 5)
    assert not np.any(t >= 5)


def test_05_the_examples_by_hand() -> None:
    names = kernel("05")
    assert names["add_backward"](2, 5, 3) == (3, 3)
    assert names["mul_backward"](2, 5, 3) == (15, 6)
    assert names["mul_add_backward"](2, 5, -1, 3) == (15, 6, 3)
    assert names["square_backward"](-3, 2) == -12
    assert names["sum_of_squares_backward"](1, -2, 3, 0.5) == (1, -2, 3)
    assert names["composite_backward"](2, 3, -4, 0.5, 1) == (3, 2, 1, 4)
    assert round(1 / 2.01 - 1 / 2, 4) == -0.0025
    assert names["ratio_backward"](1, 2, 3, -1, 1) == (0.5, 0.5, -0.75, -0.75)
    a, b, dx = np.array([1, -2]), np.array([0, 3]), np.array([0.5, -1])
    assert [d.tolist() for d in names["max_backward"](a, b, dx)] == [[0.5, 0], [0, -1]]
    assert names["relu_backward"](a, dx).tolist() == [0.5, 0]
    X, W, dY = np.array([[1, 2]]), np.array([[3, 4], [5, 6]]), np.array([[1, -1]])
    assert [d.tolist() for d in names["affine_backward"](X, W, dY)] == [[[-2, -2]], [[1, 2], [-1, -2]], [1, -1]]
    Value = names["Value"]
    a, b = Value(2.0), Value(-3.0)
    (a * b + a).backward()
    assert (a.grad, b.grad) == (-2, 2)
    A = np.array([[1, 2], [3, 5], [10, 10]])
    assert (A.sum(axis=0).tolist(), A.sum(axis=1).tolist(), A.sum()) == ([14, 17], [3, 8, 20], 31)
    hour, price = np.array([9, 14]), np.array([10.0, 20.0])
    assert np.where(hour < 12, price / 2, price).tolist() == [5, 20]


@pytest.mark.parametrize(("language", "order"), [("pt", "ordem"), ("en", "order")])
def test_05_the_box_on_orders_runs_and_gives_what_it_says(language: str, order: str) -> None:
    box = next(box for text in texts("05_gradients", language) for box in BOX.findall(text) if "```" in box)
    code = re.sub(r"^> ?", "", box, flags=re.M).partition("```python\n")[2].partition("```")[0]
    names: dict[str, Any] = {}
    exec(code, names)
    assert f"# {order}: {names[order]}" in code
    needs = names["antes" if language == "pt" else "before"]
    backwards = names[order][::-1]
    assert all(backwards.index(piece) < backwards.index(other) for piece in needs for other in needs[piece])


def test_06_the_examples_by_hand() -> None:
    names = kernel("06")
    assert names["one_hot"](np.array([2, 0]), 3).tolist() == [[0, 0, 1], [1, 0, 0]]
    Z, mean, std = names["standardize"](np.array([[1], [3]]))
    assert (Z.tolist(), mean.tolist(), std.tolist()) == ([[-1], [1]], [2], [1])
    assert np.sqrt(2 / 8) == 0.5
    assert round(float(names["bump"](0, -1, 1, 2, 4)), 3) == 1.928
    loss, dZ = names["softmax_cross_entropy"](np.zeros((1, 2)), np.array([1]))
    assert_allclose([loss, *dZ[0]], [np.log(2), 0.5, -0.5])
    loss, dZ = names["mse"](np.array([[1, 2]]), np.zeros((1, 2)))
    assert (loss, dZ.tolist()) == (5, [[2, 4]])
    one = np.ones((1, 1))
    assert [d.item() for d in names["mlp_backward"](one, 0.5 * one, 2 * one, one)] == [1.5, 1.5, 0.5, 1]
    assert names["backprop_factors"](np.zeros(3)).tolist() == [1 / 64, 1 / 16, 1 / 4]
    assert names["backprop_factors"](np.zeros(10))[0] == 4.0**-10 < 1e-6


def test_06_the_boxes_examples() -> None:
    A = np.array([[1, 2], [3, 5], [3, 8]])
    assert A[[2, 0, 2]].tolist() == [[3, 8], [1, 2], [3, 8]]
    assert A.max(axis=0).tolist() == [3, 8]
    assert np.mean([0.1, 0.1, 0.1]) != 0.1
    assert 0 < np.std([0.1, 0.1, 0.1]) < 1e-16
    A = np.array([[1, 2], [3, 5]])
    assert A.max(axis=1, keepdims=True).tolist() == [[2], [5]]
    assert A[np.arange(2), [1, 0]].tolist() == [2, 3]
    order = [2, 0, 3, 1]
    assert np.array(["Ana", "Bia", "Caio", "Davi"])[order].tolist() == ["Caio", "Ana", "Davi", "Bia"]
    assert np.array([9, 7, 8, 5])[order].tolist() == [8, 9, 5, 7]
    assert order[3:6] == [1]
    assert np.cumprod([2, 3, 5]).tolist() == [2, 6, 30]


@pytest.mark.slow
def test_06_what_the_network_learns() -> None:
    names = kernel("06")
    hits = []
    for hidden in (1, 2, 4):
        args = (names["X_rings"], names["y_rings"], names["softmax_cross_entropy"], hidden, 500, 16, 0.3)
        network = names["train_mlp"](*args, np.random.default_rng(3))
        answers = np.argmax(names["mlp_forward"](names["X_rings"], *network)[0], axis=1)
        hits.append(np.mean(answers == names["y_rings"]))
    assert hits[0] < hits[1] < hits[2] == 1
    for f, low, high in [(np.square, -1.5, 1.5), (np.reciprocal, 0.5, 2.0), (np.sin, -3.1, 3.1)]:
        x = np.linspace(low, high, 24)[:, None]
        Z = names["standardize"](x)[0]
        network = names["train_mlp"](Z, f(x), names["mse"], 12, 3000, 4, 0.05, np.random.default_rng(0))
        assert_allclose(names["mlp_forward"](Z, *network)[0], f(x), atol=0.1)


def test_06_the_digits_are_as_many_as_it_says() -> None:
    from sklearn.datasets import load_digits

    assert load_digits().images.shape == (1797, 8, 8)
    says("06_mlp", "nos outros 597", "on the other 597")


def test_07_the_examples_by_hand() -> None:
    names = kernel("07")
    w, g, zero = np.array([1.0, -2.0]), np.array([2.0, -4.0]), np.zeros(2)
    assert_allclose(names["sgd_step"](w, np.array([0.5, -4]), 0.1), [0.95, -1.6])
    w, v = names["momentum_step"](w, g, zero, 0.1)
    assert_allclose([*v, *w], [0.2, -0.4, 0.98, -1.96])
    w, v = names["momentum_step"](w, g, v, 0.1)
    assert_allclose([*v, *w], [0.38, -0.76, 0.942, -1.884])
    w, s = names["rmsprop_step"](np.ones(2), np.array([2, -0.02]), zero, 0.1)
    assert_allclose([*s, *np.sqrt(s), *w], [0.4, 0.00004, 0.6325, 0.006325, 0.6838, 1.3162], rtol=1e-4)
    w, m, v, g = np.ones(2), zero, zero, np.array([2, -0.02])
    w, m, v = names["adam_step"](w, g, m, v, 1, 0.1)
    assert_allclose([*m, *(1000 * v), *w], [0.2, -0.002, 4, 0.0004, 0.9, 1.1], rtol=1e-6)
    w, m, v = names["adam_step"](w, g, m, v, 2, 0.1)
    assert_allclose([*m, *(1000 * v), *w], [0.38, -0.0038, 7.996, 0.0007996, 0.8, 1.2], rtol=1e-6)
    path = names["adam_minimize"](lambda w: 2 * w, np.array([1.0, -2.0]), 1, 0.5)
    assert_allclose(path, [[1, -2], [0.5, -1.5]], rtol=1e-6)
    assert [names["step_decay"](0.1, 0.5, 10, epoch) for epoch in (9, 10, 19, 25)] == [0.1, 0.05, 0.05, 0.025]
    assert round(float(names["exponential_decay"](0.1, 0.1, 10)), 4) == 0.0368
    assert names["inverse_time_decay"](0.1, 0.1, 10) == 0.05
    W = np.array([[1, -2], [0, 3]])
    assert_allclose(names["l2_penalty"](W, 0.2, 4)[0], 0.35)
    assert_allclose(names["l2_penalty"](W, 0.2, 4)[1], [[0.05, -0.1], [0, 0.15]])
    assert_allclose(names["l1_penalty"](W, 0.2, 4)[0], 0.3)
    assert_allclose(names["l1_penalty"](W, 0.2, 4)[1], [[0.05, -0.05], [0, 0.05]])
    mask = np.array([[2, 0, 0, 2]])
    assert names["dropout_backward"](np.array([[1, 1, -1, 0.5]]), mask).tolist() == [[2, 0, 0, 1]]
    assert np.sign([5, 0, -0.2]).tolist() == [1, 0, -1]
    assert ((np.array([12, 30]) > 20) * 5).tolist() == [0, 5]


def test_07_with_the_slides_adam_the_descent_stops_by_itself() -> None:
    m = v = 0.0
    steps = []
    for t in range(1, 6):
        m, v = (0.9 * m + 0.1 * 2) / (1 - 0.9**t), (0.999 * v + 0.001 * 4) / (1 - 0.999**t)
        steps.append(0.1 * m / np.sqrt(v))
    assert [round(steps[1], 4), round(steps[4], 4)] == [0.0235, 0.0001]


def test_07_in_the_valley() -> None:
    names = kernel("07")
    with np.errstate(all="ignore"):
        assert not np.isfinite(names["walk"](names["sgd_alone"], (), 0.05, 60)).all()
    for lr in (0.005, 0.03):
        path = names["walk"](names["sgd_alone"], (), lr, 60)
        assert np.all((path > [-1.8, -0.7]) & (path < [1.8, 2.6]))
        assert names["valley"](path[-1]) > 0.5
    zero, steps = np.zeros(2), 150
    paths = {
        "sgd": names["walk"](names["sgd_alone"], (), 0.03, steps),
        "momentum": names["walk"](names["momentum_step"], (zero,), 0.1, steps),
        "rmsprop": names["walk"](names["rmsprop_step"], (zero,), 0.03, steps),
    }
    costs = {name: names["valley"](path.T) for name, path in paths.items()}
    assert costs["sgd"][-1] > costs["momentum"][-1]
    assert costs["rmsprop"][100:].max() > 10 * costs["rmsprop"][100:].min()


def test_07_l2_shrinks_by_proportion_and_l1_by_amount() -> None:
    names = kernel("07")
    two = one = np.array([[1.5, 0.8, 0.3, -0.5, -1.2]])
    for _ in range(80):
        before = two, one
        two, one = two - 0.02 * names["l2_penalty"](two, 1.0, 1)[1], one - 0.02 * names["l1_penalty"](one, 1.0, 1)[1]
        assert_allclose(two / before[0], 0.98)
        assert np.all((np.abs(one - before[1]) < 0.0201) | (before[1] == 0))
    assert np.all(two != 0)
    assert np.all(np.abs(one) <= 0.02 + 1e-12)


def test_07_the_noisy_descent() -> None:
    names = kernel("07")
    ends = {}
    rates = {
        "constant": lambda epoch: 0.3,
        "step": lambda epoch: names["step_decay"](0.3, 0.5, 15, epoch),
        "exponential": lambda epoch: names["exponential_decay"](0.3, 0.04, epoch),
        "inverse": lambda epoch: names["inverse_time_decay"](0.3, 0.1, epoch),
    }
    for name, rate in rates.items():
        rng, w, distances = np.random.default_rng(7), np.full(200, 3.0), []
        for epoch in range(61):
            distances.append(np.mean(np.abs(w)))
            w = names["sgd_step"](w, w + rng.normal(size=200), rate(epoch))
        ends[name] = distances
    constant = ends.pop("constant")
    assert_allclose(constant[15:], np.mean(constant[15:]), rtol=0.25)
    assert all(distances[60] < 0.7 * distances[20] < constant[60] for distances in ends.values())


def test_08_the_examples_by_hand() -> None:
    names, one = kernel("08"), np.ones((1, 1))
    weights = one, -one, np.zeros(1), np.array([[1.0], [-1.0]]), np.zeros(2)
    h, y = names["rnn_step"](np.ones(1), np.array([0.5]), *weights)
    assert np.round([*h, *weights[3] @ h, *y], 3).tolist() == [0.462, 0.462, -0.462, 0.716, 0.284]
    H, _ = names["rnn_forward"](np.array([[1.0], [0.0]]), np.array([0.5]), *weights)
    assert H.round(3).tolist() == [[0.462], [-0.432]]
    assert names["state_jacobian"](np.array([[0.5], [0.0]]), 2 * one) == 3
    X, H, dO = np.ones((2, 1)), np.array([[0.6], [0.8]]), np.array([[0.0], [1.0]])
    dWx, dWh, _, dWy, _, dh0 = names["rnn_backward"](X, H, np.zeros(1), one, 0.5 * one, 2 * one, dO)
    assert_allclose([dWx.item(), dWh.item(), dWy.item(), dh0.item()], [0.9504, 0.432, 0.8, 0.1152])
    assert_allclose(names["clip_gradient"](np.array([3, -4]), 1), [0.6, -0.8])
    assert names["clip_gradient"](np.array([3, -4]), 10).tolist() == [3, -4]
    h, c = names["lstm_step"](np.zeros(1), np.zeros(1), np.ones(1), np.zeros((4, 1)), np.zeros((4, 1)), np.zeros(4))
    assert (c.item(), round(h.item(), 3)) == (0.5, 0.231)


def test_08_the_boxes_examples() -> None:
    v = np.array([1.0, 3.0])
    assert (v / v.sum()).tolist() == [0.25, 0.75]
    assert (np.array([2, 10])[:, None] * np.ones((2, 2))).tolist() == [[2, 2], [10, 10]]
    assert np.outer([1, 2], [10, 20, 30]).tolist() == [[10, 20, 30], [20, 40, 60]]
    A = np.array([[1, 2], [2, 4]])
    assert (np.sum(A**2), np.sqrt(np.sum(A**2))) == (25, 5.0)
    assert [part.tolist() for part in np.split(np.arange(6), 3)] == [[0, 1], [2, 3], [4, 5]]


def test_08_the_size_of_the_derivative_follows_the_spectral_radius_before_and_after_clipping() -> None:
    names, Wh = kernel("08"), np.random.default_rng(0).normal(size=(16, 16))
    Wh = Wh / np.max(np.abs(np.linalg.eigvals(Wh)))
    ends = [names["state_jacobian"](np.zeros((60, 16)), radius * Wh) for radius in (1.2, 1.0, 0.8)]
    sizes = [np.linalg.norm(J) for J in ends]
    assert (sizes[0] > 1e4, 1 < sizes[1] < 2, sizes[2] < 1e-5) == (True, True, True)
    clipped = [np.linalg.norm(names["clip_gradient"](J, 1.0)) for J in ends]
    assert_allclose(clipped, [1, 1, sizes[2]])


def test_09_the_examples_by_hand() -> None:
    names = kernel("09")
    assert names["output_size"](6, 3, 2, 0) == 2
    x, K = np.array([[[1, 2, 0], [0, 1, 3]]]), np.array([[[[1, -1], [0, 2]]]])
    assert names["conv2d"](x, K, np.ones(1)).tolist() == [[[2, 9]]]
    assert names["unfold"](x, 2, 2).T.tolist() == [[1, 2, 0, 1], [2, 0, 1, 3]]
    dx, dK, db = names["conv2d_backward"](x, K, np.array([[[1, 2]]]))
    assert (dK.tolist(), db.tolist()) == ([[[[5, 2], [2, 7]]]], [3])
    assert dx.tolist() == [[[1, 1, -2], [0, 2, 4]]]
    x, dy = np.array([[[1, 4, 0, 2], [3, 2, 5, 1]]]), np.array([[[10, 8]]])
    assert (names["max_pool2d"](x, 2).tolist(), names["average_pool2d"](x, 2).tolist()) == ([[[4, 5]]], [[[2.5, 2]]])
    assert names["max_pool2d_backward"](x, 2, dy).tolist() == [[[0, 10, 0, 0], [0, 0, 8, 0]]]
    assert names["average_pool2d_backward"](dy, 2).tolist() == [[[2.5, 2.5, 2, 2]] * 2]


def test_09_the_boxes_examples() -> None:
    assert 7 // 2 == 3
    assert np.sum(np.ones((5, 2, 3)), axis=(1, 2)).tolist() == [6] * 5
    assert np.array([[1, 2], [3, 4]]).ravel().tolist() == [1, 2, 3, 4]
    assert np.arange(24).reshape(2, 3, 4)[1, 0].tolist() == [12, 13, 14, 15]
    A = np.array([1, 2])
    assert (np.zeros(A.shape).dtype.kind, np.zeros_like(A).dtype.kind) == ("f", "i")


def test_09_a_stroke_that_stays_in_its_windows_changes_nothing() -> None:
    strokes = np.zeros((3, 1, 8, 10))
    for i, place in enumerate((4, 5, 6)):
        strokes[i, 0, :, place] = 1.0
    assert np.sum(strokes[0] != strokes[1]) == 16
    for pool in (kernel("09")["max_pool2d"], kernel("09")["average_pool2d"]):
        first, second, third = (pool(image, 2) for image in strokes)
        assert np.array_equal(first, second)
        assert not np.array_equal(second, third)


def test_10_the_examples_by_hand() -> None:
    names = kernel("10")
    assert names["embed_backward"](np.array([2, 0, 2]), 3, np.array([[1, 0], [5, 5], [2, 1]])).tolist() == [
        [5, 5],
        [0, 0],
        [3, 1],
    ]
    cosine = names["cosine_similarity"]
    assert (cosine(np.array([1, 2]), np.array([2, -1])), cosine(np.array([1, 0]), np.array([3, 4]))) == (0, 0.6)
    E = np.array([[1, 0], [2, 0.2], [0, 1], [-1, 0]])
    assert [round(float(cosine(E[0], row)), 3) for row in E[1:]] == [0.995, 0, -1]
    assert list(names["nearest"](0, E, 2)) == [1, 2]
    pairs = [[(7, 4), (4, 7), (4, 7), (7, 4)], [(7, 7), (7, 7)]]
    ids = np.array([7, 4, 7])
    assert sorted(map(tuple, names["skip_gram_pairs"](ids, 1))) == sorted(pairs[0])
    assert sorted(map(tuple, names["skip_gram_pairs"](ids, 2))) == sorted(pairs[0] + pairs[1])
    loss, dv, du, dN = names["negative_sampling"](np.array([1, 0]), np.array([0, 1]), np.array([[0, 2]]))
    assert round(loss, 3) == 1.386
    assert [d.tolist() for d in (dv, du, dN)] == [[0, 0.5], [-0.5, 0], [[0.5, 0]]]


def test_10_the_boxes_examples() -> None:
    A = np.array([[1, 2], [3, 4]])
    assert A[np.array([1, 1, 0])].tolist() == [[3, 4], [3, 4], [1, 2]]
    once, both = A.copy(), A.copy()
    once[[1, 1]] += 10
    np.add.at(both, [1, 1], 10)
    assert (once[1].tolist(), both[1].tolist()) == ([13, 14], [23, 24])
    a = np.array([5, 1, 3])
    assert (np.argsort(a).tolist(), np.argsort(-a).tolist(), np.argmax(a)) == ([1, 2, 0], [0, 2, 1], 0)
    assert (np.linalg.norm([3, 4]), np.logaddexp(0, 1000)) == (5.0, 1000.0)


def test_11_the_examples_by_hand() -> None:
    names, one = kernel("11"), np.ones((1, 1))
    keys, values = np.array([[0.0], [1.0]]), np.array([[10.0], [20.0]])
    y, a = names["additive_attention"](np.zeros(1), keys, values, one, one, np.ones(1))
    assert ([*a.round(3)], round(y.item(), 1)) == ([0.318, 0.682], 16.8)
    K, V, both = np.array([[0.0], [np.log(3)]]), np.array([[4.0], [8.0]]), np.ones((1, 2), dtype=bool)
    Y, A = names["attention"](one, K, V, both)
    assert_allclose([*A[0], Y.item()], [0.25, 0.75, 7])
    assert names["attention"](one, K, V, np.array([[True, False]]))[0].item() == 4
    dQ, _, dV = names["attention_backward"](one, K, V, A, one)
    assert_allclose([dQ.item(), *dV.ravel()], [0.75 * np.log(3), 0.25, 0.75])
    assert names["causal_mask"](2).tolist() == [[True, False], [True, True]]
    assert names["positional_encoding"](2, 4)[1].round(3).tolist() == [0.841, 0.540, 0.010, 1.000]
    eye, X = np.eye(2), np.array([[0.0, 1.0], [1.0, 1.0]])
    Y = names["multi_head_attention"](X, eye, eye, eye, eye, 2, np.ones((2, 2), dtype=bool))
    assert Y.round(3).tolist() == [[0.5, 1], [0.731, 1]]


def test_11_the_boxes_examples() -> None:
    assert (np.zeros((2, 3)) + np.array([1, 2, 3])).tolist() == [[1, 2, 3], [1, 2, 3]]
    A = np.array([[1, 2], [3, 4]])
    assert np.sum(A * A, axis=1, keepdims=True).tolist() == [[5], [25]]
    assert (np.arange(3) < 2).tolist() == [True, True, False]
    assert np.arange(0, 6, 2).tolist() == [0, 2, 4]
    assert (np.array([[1], [2]]) / np.array([1, 2])).tolist() == [[1, 0.5], [2, 1]]
    assert [half.tolist() for half in np.split(np.array([[1, 2, 3, 4]]), 2, axis=1)] == [[[1, 2]], [[3, 4]]]


def test_11_the_product_of_two_positions_follows_their_distance() -> None:
    P = kernel("11")["positional_encoding"](60, 32)
    assert_allclose(P[:40] @ P[0], P[20:] @ P[20])
    assert np.all(np.diff(P[:5] @ P[0]) < 0)


def test_12_the_examples_by_hand() -> None:
    names = kernel("12")
    column, gamma, beta = np.array([[1.0], [3.0]]), np.array([4.0]), np.array([1.0])
    Y, cache = names["batch_norm_forward"](column, gamma, beta, 3)
    assert_allclose(Y, [[-1], [3]])
    dX, dgamma, dbeta = names["batch_norm_backward"](np.array([[1.0], [0.0]]), cache)
    assert_allclose([*dX.ravel(), *dgamma, *dbeta], [0.75, -0.75, -0.5, 1])
    mean, var = names["running_statistics"](np.array([6.0]), np.array([5.0]), column, 0.25)
    assert_allclose([*mean, *var], [5, 4])
    assert_allclose(names["batch_norm_inference"](np.array([[8.0]]), np.array([6.0]), beta, mean, var, 5), [[7]])
    row = np.array([[1.0, 3.0]])
    Y, cache = names["layer_norm_forward"](row, np.array([4.0, 2.0]), np.array([1.0, 0.0]), 3)
    assert_allclose(Y, [[-1, 1]])
    dX, dgamma, dbeta = names["layer_norm_backward"](np.array([[1.0, 0.0]]), cache)
    assert_allclose([*dX.ravel(), *dgamma, *dbeta], [0.75, -0.75, -0.5, 0, 1, 0])


def test_12_the_boxes_examples() -> None:
    A = np.array([[1, 10], [3, 30]])
    assert (A.mean(axis=0).tolist(), A.var(axis=0).tolist()) == ([2, 20], [1, 100])
    assert (0.75 * np.array([4, 8]) + 0.25 * np.array([0, 4])).tolist() == [3, 7]
    assert np.array([[1, 3], [10, 30]]).mean(axis=1, keepdims=True).tolist() == [[2], [20]]


def test_12_larger_weights_before_a_normalisation_change_nothing() -> None:
    X, one, zero = np.random.default_rng(0).normal(size=(6, 3)), np.ones(3), np.zeros(3)
    for forward in (kernel("12")["batch_norm_forward"], kernel("12")["layer_norm_forward"]):
        assert_allclose(forward(100 * X, one, zero)[0], forward(X, one, zero)[0], atol=1e-3)


def test_12_ten_layers_learn_with_normalisation_alone() -> None:
    names = dict(kernel("12"))
    source = next(cell.source for cell in cells("12_normalization") if "def learn(" in cell.source)
    exec(source.partition("one = np.ones")[0], names)
    losses = {}
    for norm in ("plain", "batch_norm", "layer_norm"):
        forward, backward = names[f"{norm}_forward"], names[f"{norm}_backward"]
        losses[norm], network = names["learn"](forward, backward, np.random.default_rng(0))
        if norm == "batch_norm":
            X, y = names["spirals"](400, np.random.default_rng(1))
            assert np.mean(names["answer"](X, network) == y) > 0.98
    assert_allclose(losses["plain"][-50:], np.log(2), atol=0.02)
    assert round(np.log(2), 3) == 0.693
    assert max(np.mean(losses[norm][-50:]) for norm in ("batch_norm", "layer_norm")) < 0.05


def test_13_the_examples_by_hand() -> None:
    names = kernel("13")
    assert round(names["gelu"](1.0), 3) == 0.841
    assert round(names["gelu"](-1.0), 3) == -0.159
    assert round(float(names["d_gelu"](1.0)), 3) == 1.083
    layer = np.array([[1.0, -1.0]]), np.array([[1.0, 0.0]]), np.zeros(1), np.array([[2.0], [-1.0]]), np.array([0, 1])
    assert names["feed_forward"](*layer).round(3).tolist() == [[1.683, 0.159]]
    square = {name: np.eye(2) for name in ("Wq", "Wk", "Wv", "Wo")}
    norms = {"gamma1": np.ones(2), "beta1": np.zeros(2), "gamma2": np.ones(2), "beta2": np.zeros(2)}
    mlp = {"W1": np.array([[0.0, 1.0]]), "b1": np.zeros(1), "W2": np.array([[1.0], [0.0]]), "b2": np.zeros(2)}
    Y = names["transformer_block"](np.array([[1.0, 3.0]]), square | norms | mlp, 1, np.ones((1, 1), dtype=bool))
    assert Y.round(3).tolist() == [[0.841, 4.0]]
    loss, dZ = names["next_token_loss"](np.array([[0.0, 0.0], [0.0, np.log(3)], [5.0, 1.0]]), np.array([0, 1, 1]))
    assert round(loss, 3) == round((0.693 + 0.288) / 2, 3) == 0.49
    assert dZ.round(9).tolist() == [[0.25, -0.25], [0.125, -0.125], [0.0, 0.0]]
    root = np.sqrt(3)
    assert [round(float(p), 3) for p in (1 / (1 + root), root / (1 + root))] == [0.366, 0.634]


def test_13_the_approximation_is_off_by_half_a_thousandth_near_2_7() -> None:
    x = np.linspace(-5, 5, 10001)
    nearly = x * (1 + np.tanh(np.sqrt(2 / np.pi) * (x + 0.044715 * x**3))) / 2
    off = np.abs(nearly - kernel("13")["gelu"](x))
    assert 0.0004 < off.max() < 0.0005
    assert 2.65 < abs(x[off.argmax()]) < 2.75


def test_13_the_boxes_examples() -> None:
    assert np.vectorize(math.sqrt, otypes=[float])(np.array([1, 4])).tolist() == [1.0, 2.0]
    assert (np.ones((2, 1)) + np.array([5, 6])).tolist() == [[6, 7], [6, 7]]
    assert np.array([[1, 2], [3, 4]])[np.arange(2), [1, 0]].tolist() == [2, 3]
    assert np.argsort(np.array([30, 10, 20])).tolist() == [1, 2, 0]
