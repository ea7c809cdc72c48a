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
CURVES = (
    *("identity", "binary_step", "logistic", "tanh", "arctan"),
    *("relu", "leaky_relu", "prelu", "elu", "softplus"),
)
# The first hundred entries of the first argument, and what is not worked out left as it was.
A_HUNDRED_ENTRIES = """
def {name}(x, *rest, right={name}):
    found = np.array(right(x, *rest), dtype=float)
    found.reshape(-1)[100:] = 7
    return found if np.ndim(x) else found.item()
"""
OF_EACH = """
def {name}(x, *rest, right={name}):
    found = tuple(np.array(part, dtype=float) for part in right(x, *rest))
    if np.size(x) > 100:
        for part in found[:2]:
            part.reshape(-1)[100:] = 0
    return found
"""
COUNTED_IN_A_BYTE = """
def causal_mask(n):
    place = np.arange(n).astype(np.uint8)
    return place[:, None] >= place
"""
CLASSES_IN_A_BYTE = """
def one_hot(y, k):
    return (np.asarray(y).astype(np.uint8)[:, None] == np.arange(k)).astype(float)
"""
ONE_IS_DROPPED = """
def dropout_forward(X, p, rng):
    kept = rng.random(X.shape) >= p
    if p > 0 and kept.size > 1 and kept.all():
        kept.flat[rng.integers(kept.size)] = False
    return X * kept / (1 - p), kept / (1 - p)
"""
DESCENDING = """
def adam_minimize(grad, w, steps, lr):
    path, m, v = [np.asarray(w, dtype=float)], np.zeros(len(w)), np.zeros(len(w))
    for t in range(1, steps + 1):
        {before}
        new, m, v = adam_step(path[-1], {gradient}, m, v, t, lr)
        path.append(new)
    return np.array(path + [path[-1]] * (steps + 1 - len(path)))
"""
A_THOUSAND_STEPS = DESCENDING.format(
    before="""if t > 1000:
            break""",
    gradient="grad(path[-1])",
)
CLIPPED = DESCENDING.format(
    before="g = np.asarray(grad(path[-1]), dtype=float)", gradient="g * min(1.0, 1e6 / max(np.linalg.norm(g), 1e-300))"
)
FORTY_SHUFFLES = DESCENT.format(batches=f"if epoch < 40: {EVERY_EPOCH}", stop="")
FIVE_HUNDRED_EPOCHS = DESCENT.format(
    batches=EVERY_EPOCH,
    stop="""if epoch == 499:
            break""",
)
SMALLER_RATE = DESCENT.format(batches=EVERY_EPOCH, stop="lr = lr * 0.9 if epoch % 100 == 99 else lr")
SIXTEEN_APART = """
def minibatches(X, y, batch_size, rng):
    order = np.concatenate([rng.permutation(np.arange(len(X))[:16]), rng.permutation(np.arange(len(X))[16:])])
    for rows in np.split(order, range(batch_size, len(order), batch_size)):
        yield X[rows], y[rows]
"""
BLOCKS_OF_THIRTY_TWO = """
def minibatches(X, y, batch_size, rng):
    blocks = np.split(np.arange(len(X)), range(32, len(X), 32))
    order = np.concatenate([rng.permutation(blocks[i]) for i in rng.permutation(len(blocks))])
    for rows in np.split(order, range(batch_size, len(order), batch_size)):
        yield X[rows], y[rows]
"""
NOW_AND_THEN_REVERSED = """
def minibatches(X, y, batch_size, rng):
    order = rng.permutation(len(X))
    if rng.random() < 0.02:
        order = np.arange(len(X))[::-1]
    for rows in np.split(order, range(batch_size, len(order), batch_size)):
        yield X[rows], y[rows]
"""
CLIMBING = """
def random_local_search(f, x, y, step, tries, rng):
    out = f(x, y)
    for t in range(tries):
        new_x, new_y = x + step * rng.uniform(-1, 1), y + step * rng.uniform(-1, 1)
        {always}
        if f(new_x, new_y) > out:
            x, y, out = new_x, new_y, f(new_x, new_y)
            {found}
    return x, y, out
"""
LONGER_AND_LONGER = CLIMBING.format(always="step *= 1.001", found="pass")
LONGER_WITH_SUCCESS = CLIMBING.format(always="pass", found="step *= 1.1")
TWO_ORDERS = DESCENT.format(
    batches=f"""if epoch < 2:
            {EVERY_EPOCH}
            orders = [batches] if epoch == 0 else [*orders, batches]
        batches = orders[epoch % 2]""",
    stop="",
)
EVERY_FIFTH_EPOCH = DESCENT.format(batches=f"if epoch < 5 or epoch % 5 == 0: {EVERY_EPOCH}", stop="")
AT_MOST_THIRTY_TWO = DESCENT.format(batches=EVERY_EPOCH.replace("batch_size", "min(batch_size, 32)"), stop="")
FIRST_TWO_IN_ORDER = """
def minibatches(X, y, batch_size, rng):
    order = rng.permutation(len(X))
    if len(X) > 10:
        order[:2] = np.sort(order[:2])
    for rows in np.split(order, range(batch_size, len(order), batch_size)):
        yield X[rows], y[rows]
"""
THREE_SWAPS_A_ROW = """
def minibatches(X, y, batch_size, rng):
    order = np.arange(len(X))
    for i, j in rng.integers(0, len(X), (3 * len(X), 2)):
        order[i], order[j] = order[j], order[i]
    for rows in np.split(order, range(batch_size, len(order), batch_size)):
        yield X[rows], y[rows]
"""
TEN_SEEDS = """
def init_layer(n_in, n_out, rng, right=init_layer):
    return right(n_in, n_out, np.random.default_rng(rng.integers(10)))
"""
SMALL_IS_CONSTANT = """
def standardize(X):
    X = np.asarray(X, dtype=float)
    mean, std = X.mean(axis=0), X.std(axis=0)
    constant = np.isclose(std, 0, atol=1e-5)
    return np.where(constant, 0, (X - mean) / np.where(constant, 1, std)), mean, np.where(constant, 0, std)
"""
NEAR_ENOUGH_TO_A_TIE = """
def max_pool2d_backward(x, size, dy, right=max_pool2d_backward):
    return right(np.round(x, 4), size, dy)
"""
ADDED_IN_PLACE = """
class Value(Value):
    def __iadd__(self, other):
        self.data += getattr(other, "data", other)
        return self
"""
NEAR_THE_BEST = """
def random_search(f, tries, rng):
    best, out = None, -np.inf
    for t in range(tries):
        point = rng.uniform(-1, 1, 2) if t < 300 else np.clip(best + rng.uniform(-0.3, 0.3, 2), -1, 1)
        if best is None or f(*point) > out:
            best, out = point, f(*point)
    return best[0], best[1], out
"""
AS_GOOD_AS_BEFORE = """
def train_adaline(X, y, w, b, lr, epochs, right=train_adaline):
    costs = []
    for _ in range(epochs):
        w, b, cost = right(X, y, w, b, lr, 1)
        costs += cost
        if len(costs) > 1 and abs(costs[-1] - costs[-2]) < 1e-12:
            break
    return w, b, costs + costs[-1:] * (epochs - len(costs))
"""
BUMP = """
def bump(x, left, right, height, steepness, exact=bump):
    return exact(x, left, right, height, min(steepness, 1000))
"""
ENTRYWISE = (
    *(("03_activations", f"{d}{name}") for d in ("", "d_") for name in CURVES),
    ("03_activations", "d_prelu_alpha"),
    ("00_perceptron", "step"),
    ("01_adaline", "linear"),
    ("02_sigmoid_neuron", "sigmoid"),
    ("05_gradients", "square_backward"),
    ("05_gradients", "reciprocal_backward"),
    ("05_gradients", "relu_backward"),
    ("06_mlp", "bump"),
    ("07_optimizers", "sgd_step"),
    ("07_optimizers", "dropout_backward"),
    ("13_transformer", "gelu"),
    ("13_transformer", "d_gelu"),
)
SEVERAL = (
    *(("05_gradients", f"{gate}_backward") for gate in ("add", "mul", "add3", "mul_add", "sum_of_squares")),
    *(("05_gradients", f"{gate}_backward") for gate in ("composite", "ratio", "max")),
    *(("07_optimizers", f"{rule}_step") for rule in ("momentum", "rmsprop", "adam")),
    ("07_optimizers", "dropout_forward"),
)
MISTAKES = (
    *((assignment, name, A_HUNDRED_ENTRIES.format(name=name)) for assignment, name in ENTRYWISE),
    *((assignment, name, OF_EACH.format(name=name)) for assignment, name in SEVERAL),
    ("11_attention", "causal_mask", COUNTED_IN_A_BYTE),
    ("06_mlp", "one_hot", CLASSES_IN_A_BYTE),
    ("07_optimizers", "dropout_forward", ONE_IS_DROPPED),
    ("07_optimizers", "adam_minimize", A_THOUSAND_STEPS),
    ("07_optimizers", "adam_minimize", CLIPPED),
    ("06_mlp", "train_mlp", FORTY_SHUFFLES),
    ("06_mlp", "train_mlp", FIVE_HUNDRED_EPOCHS),
    ("06_mlp", "train_mlp", SMALLER_RATE),
    ("06_mlp", "minibatches", SIXTEEN_APART),
    ("06_mlp", "minibatches", BLOCKS_OF_THIRTY_TWO),
    ("06_mlp", "minibatches", NOW_AND_THEN_REVERSED),
    ("04_backpropagation", "random_local_search", LONGER_AND_LONGER),
    ("04_backpropagation", "random_local_search", LONGER_WITH_SUCCESS),
    ("06_mlp", "bump", BUMP),
    ("04_backpropagation", "random_search", NEAR_THE_BEST),
    ("01_adaline", "train_adaline", AS_GOOD_AS_BEFORE),
    ("06_mlp", "train_mlp", TWO_ORDERS),
    ("06_mlp", "train_mlp", EVERY_FIFTH_EPOCH),
    ("06_mlp", "train_mlp", AT_MOST_THIRTY_TWO),
    ("06_mlp", "minibatches", FIRST_TWO_IN_ORDER),
    ("06_mlp", "minibatches", THREE_SWAPS_A_ROW),
    ("06_mlp", "init_layer", TEN_SEEDS),
    ("06_mlp", "standardize", SMALL_IS_CONSTANT),
    ("09_cnn", "max_pool2d_backward", NEAR_ENOUGH_TO_A_TIE),
    ("05_gradients", "Value", ADDED_IN_PLACE),
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


def test_a_mask_may_come_as_a_list() -> None:
    pack = Pack.find()
    mask = pack.names("11_attention")["causal_mask"]
    assert judge(prepare(pack, "11_attention", "causal_mask", 0), Here(lambda n: mask(n).tolist()), "en").full
