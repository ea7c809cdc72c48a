"""Mistakes that only a class's grading tells, by calls that a self-check does without: long, many, far, alone."""

import numpy as np
import pytest

from degrau.judging.judge import judge
from degrau.judging.kernel import Here
from degrau.pack.pack import Pack
from degrau.pack.prepare import prepare

TWO_HUNDRED_EPOCHS = """
def train_{which}(X, y, w, b, lr, epochs, right=train_{which}):
    w, b, history = right(X, y, w, b, lr, min(epochs, 200))
    return w, b, list(history) + list(history[-1:]) * (epochs - len(history))
"""
SMALL_CHANGES = """
def train_perceptron(X, y, w, b, lr, epochs):
    mistakes = []
    for _ in range(epochs):
        wrong = 0
        for x_i, y_i in zip(X, y):
            new_w, new_b = perceptron_update(w, b, x_i, y_i, lr)
            wrong += int(not (np.allclose(new_w, w) and np.isclose(new_b, b)))
            w, b = new_w, new_b
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes
"""
PRODUCT = """
def binary_cross_entropy(y, p):
    of_the_truth = np.where(np.asarray(y) == 1, p, 1 - np.asarray(p))
    with np.errstate(divide="ignore"):
        return -np.log(np.prod(of_the_truth)) / len(of_the_truth)
"""
TINY_STEP = """
def adam_minimize(grad, w, steps, lr):
    path, m, v = [np.asarray(w, dtype=float)], np.zeros(len(w)), np.zeros(len(w))
    for t in range(1, steps + 1):
        new, m, v = adam_step(path[-1], grad(path[-1]), m, v, t, lr)
        if np.max(np.abs(new - path[-1])) < 1e-9:
            break
        path.append(new)
    return np.array(path + [path[-1]] * (steps + 1 - len(path)))
"""
A_HUNDRED_ROWS = """
def adaline_gradient(X, y, w, b, right=adaline_gradient):
    dw, _ = right(X, y, w, b)
    return dw, right(X[:100], y[:100], w, b)[1]
"""
A_HUNDRED_A_SHUFFLE = """
def minibatches(X, y, batch_size, rng):
    order = rng.permutation(min(len(X), 100))
    for rows in np.split(order, range(batch_size, len(order), batch_size)):
        yield X[rows], y[rows]
"""
THE_FIRST_SCORES = """
def softmax(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(z - z[..., :64].max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)
"""
AS_IT_CAME = """
def elu(x, alpha=1.0, right=elu):
    return type(x)(right(x, alpha)) if isinstance(x, int) else right(x, alpha)
"""
NOTHING_TO_LOSE = """
def binary_cross_entropy(y, p, right=binary_cross_entropy):
    likely = p[np.where(y == 1, p, 1 - p) > 0]
    return right(y[np.where(y == 1, p, 1 - p) > 0], likely) if len(y) > 8 else right(y, p)
"""
DESCENT = """
def train_mlp(X, y, loss, hidden, epochs, batch_size, lr, rng):
    outputs = y.shape[1] if y.ndim == 2 else int(y.max()) + 1
    parts = *init_layer(X.shape[1], hidden, rng), *init_layer(hidden, outputs, rng)
    best, idle = np.inf, 0
    for epoch in range(epochs):
        {batches}
        for X_batch, y_batch in batches:
            Z, H = mlp_forward(X_batch, *parts)
            slopes = mlp_backward(X_batch, H, parts[2], loss(Z, y_batch)[1])
            parts = tuple(part - lr * slope for part, slope in zip(parts, slopes))
        {stop}
    return parts
"""
EVERY_EPOCH = "batches = list(minibatches(X, y, batch_size, rng))"
PATIENCE = DESCENT.format(
    batches=EVERY_EPOCH,
    stop="""cost = loss(mlp_forward(X, *parts)[0], y)[0]
        best, idle = (cost, 0) if cost < best else (best, idle + 1)
        if idle == 10:
            break""",
)
TEN_SHUFFLES = DESCENT.format(batches=f"if epoch < 10: {EVERY_EPOCH}", stop="")
ONE_IS_KEPT = """
def dropout_forward(X, p, rng):
    kept = rng.random(X.shape) >= p
    while not kept.any():
        kept = rng.random(X.shape) >= p
    return X * kept / (1 - p), kept / (1 - p)
"""
IN_BYTES = """
def dropout_forward(X, p, rng):
    mask = (rng.integers(0, 256, X.shape) >= round(256 * p)) / (1 - p)
    return X * mask, mask
"""
MISTAKES = (
    ("00_perceptron", "train_perceptron", TWO_HUNDRED_EPOCHS.format(which="perceptron")),
    ("00_perceptron", "train_perceptron", SMALL_CHANGES),
    ("01_adaline", "train_adaline", TWO_HUNDRED_EPOCHS.format(which="adaline")),
    ("02_sigmoid_neuron", "train_neuron", TWO_HUNDRED_EPOCHS.format(which="neuron")),
    ("02_sigmoid_neuron", "binary_cross_entropy", PRODUCT),
    ("07_optimizers", "adam_minimize", TINY_STEP),
    ("01_adaline", "adaline_gradient", A_HUNDRED_ROWS),
    ("06_mlp", "minibatches", A_HUNDRED_A_SHUFFLE),
    ("03_activations", "softmax", THE_FIRST_SCORES),
    ("03_activations", "elu", AS_IT_CAME),
    ("02_sigmoid_neuron", "binary_cross_entropy", NOTHING_TO_LOSE),
    ("06_mlp", "train_mlp", PATIENCE),
    ("06_mlp", "train_mlp", TEN_SHUFFLES),
    ("07_optimizers", "dropout_forward", ONE_IS_KEPT),
    ("07_optimizers", "dropout_forward", IN_BYTES),
)


@pytest.mark.long
@pytest.mark.parametrize(("assignment", "name", "source"), MISTAKES)
def test_what_shows_only_in_few_calls_loses_points(assignment, name, source) -> None:
    pack = Pack.find()
    names = {**pack.names(assignment), "np": np}
    exec(source, names)
    assert not judge(prepare(pack, assignment, name, 0), Here(names[name]), "en").full
