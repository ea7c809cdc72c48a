"""What is right for each function of the course, to fifty digits: by its definition, with nothing of the references.

A derivative is the quotient of differences with a step of 10⁻²⁰, which is exact to forty digits. Arguments are arrays
of mpmath's numbers, whatever they were; results are those, or numbers of them.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import mpmath as mp
import numpy as np

mp.mp.dps = 50
STEP = mp.mpf(10) ** -20
Oracle = Callable[..., Any]


def exactly(value: Any) -> Any:
    """The same numbers as mpmath's, which hold every float and every integer exactly."""
    if isinstance(value, (list, tuple)):
        return [exactly(item) for item in value]
    numbers = np.asarray(value)
    # Python's numbers: mpmath takes none of NumPy's.
    found = np.array([mp.mpf(number) for number in numbers.ravel().tolist()], dtype=object)
    return found.reshape(numbers.shape)[()]


def each(function: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """The function, entry by entry."""
    return np.frompyfunc(function, 1, 1)


def slopes(function: Oracle, args: Sequence[Any], place: int) -> Any:
    """The derivative of a function with one number for a result by each entry of the argument at `place`."""
    x = np.array(args[place], dtype=object)
    found = np.empty(x.shape, dtype=object)
    for index in np.ndindex(x.shape):

        def at(step: Any, index: tuple[int, ...] = index) -> Any:
            moved = x.copy()
            moved[index] += step
            return function(*args[:place], moved[()], *args[place + 1 :])

        found[index] = (at(STEP) - at(-STEP)) / (2 * STEP)
    return found[()]


def slope(function: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """The derivative of a function of one number, entry by entry."""
    return each(lambda t: (function(t + STEP) - function(t - STEP)) / (2 * STEP))


def gate(forward: Oracle) -> Oracle:
    """The gradients of a gate, by its operands, where dx arrives at its output."""

    def backward(*args: Any) -> tuple[Any, ...]:
        *operands, dx = args

        def weighed(*values: Any) -> Any:
            return np.sum(forward(*values) * dx)

        return tuple(slopes(weighed, operands, place) for place in range(len(operands)))

    return backward


def logistic(t: Any) -> Any:
    return 1 / (1 + mp.exp(-t))


def step(t: Any) -> Any:
    return mp.mpf(t >= 0)


def softplus(t: Any) -> Any:
    return mp.log(1 + mp.exp(t)) if t < 200 else t + mp.exp(-t)


def leaky(t: Any, alpha: Any) -> Any:
    return t if t > 0 else alpha * t


def elu(t: Any, alpha: Any) -> Any:
    return t if t > 0 else alpha * mp.expm1(t)


def with_alpha(function: Oracle, default: float | None = None) -> Oracle:
    """A function of x and alpha, entry by entry, whose alpha may be left out."""

    def of(x: Any, alpha: Any = default) -> Any:
        return each(lambda t: function(t, mp.mpf(alpha)))(x)

    return of


def slope_in_x(function: Oracle, default: float | None = None) -> Oracle:
    return with_alpha(lambda t, alpha: slope(lambda s: function(s, alpha))(t), default)


def output(X: Any, w: Any, b: Any) -> Any:
    return X.dot(w) + b


def half_squares(X: Any, y: Any, w: Any, b: Any) -> Any:
    return np.sum((y - output(X, w, b)) ** 2) / 2


def entropy(X: Any, y: Any, w: Any, b: Any) -> Any:
    return sum(softplus(-z if label == 1 else z) for z, label in zip(output(X, w, b), y, strict=True)) / len(y)


def binary_entropy(y: Any, p: Any) -> Any:
    happened = [q if label == 1 else 1 - q for label, q in zip(y, p, strict=True)]
    return sum((-mp.log(q) if q > 0 else mp.inf for q in happened), mp.mpf(0)) / len(y)


def updated(decide: Callable[[Any], Any], w: Any, b: Any, x: Any, y: Any, lr: Any) -> tuple[Any, Any]:
    error = y - decide(w.dot(x) + b)
    return w + lr * error * x, b + lr * error


def trained_perceptron(X: Any, y: Any, w: Any, b: Any, lr: Any, epochs: Any) -> tuple[Any, Any, list[int]]:
    mistakes: list[int] = []
    while len(mistakes) < epochs and (not mistakes or mistakes[-1]):
        wrong = 0
        for x, label in zip(X, y, strict=True):
            wrong += int(step(w.dot(x) + b) != label)
            w, b = updated(step, w, b, x, label, lr)
        mistakes.append(wrong)
    return w, b, mistakes


def trained_adaline(X: Any, y: Any, w: Any, b: Any, lr: Any, epochs: Any) -> tuple[Any, Any, list[Any]]:
    costs = []
    for _epoch in range(int(epochs)):
        for x, target in zip(X, y, strict=True):
            w, b = updated(lambda z: z, w, b, x, target, lr)
        costs.append(half_squares(X, y, w, b))
    return w, b, costs


def trained_neuron(X: Any, y: Any, w: Any, b: Any, lr: Any, epochs: Any) -> tuple[Any, Any, list[Any]]:
    losses = []
    for _epoch in range(int(epochs)):
        error = each(logistic)(output(X, w, b)) - y
        w, b = w - lr * error.dot(X) / len(y), b - lr * np.sum(error) / len(y)
        losses.append(entropy(X, y, w, b))
    return w, b, losses


def softmax(z: Any) -> Any:
    rows = z.reshape(-1, z.shape[-1])
    found = np.array([[1 / sum(mp.exp(other - own) for other in row) for own in row] for row in rows], dtype=object)
    return found.reshape(z.shape)


def softmax_jacobian(z: Any) -> Any:
    p = softmax(z)
    # 1 − p_i as the sum of the others: nothing cancels.
    return np.array(
        [[p[i] * sum(np.delete(p, i)) if i == j else -p[i] * p[j] for j in range(len(z))] for i in range(len(z))],
        dtype=object,
    ).reshape(len(z), len(z))


def collapsed(weights: Any, biases: Any) -> tuple[Any, Any]:
    W, b = weights[0], biases[0]
    for V, c in zip(weights[1:], biases[1:], strict=True):
        W, b = V.dot(W), V.dot(b) + c
    return W, b


def standardized(X: Any) -> tuple[Any, Any, Any]:
    mean = X.sum(axis=0) / len(X)
    std = each(mp.sqrt)(((X - mean) ** 2).sum(axis=0) / len(X))
    constant = np.all(X[0] == X, axis=0)
    divisor = np.where(constant, mp.mpf(1), std)
    return np.where(constant, mp.mpf(0), (X - mean) / divisor), mean, np.where(constant, mp.mpf(0), std)


def bump(x: Any, left: Any, right: Any, height: Any, steepness: Any) -> Any:
    return each(lambda t: height * (logistic(steepness * (t - left)) - logistic(steepness * (t - right))))(x)


def cross_entropy(Z: Any, y: Any) -> tuple[Any, Any]:
    classes = [int(label) for label in y]
    losses = [
        mp.log(sum(mp.exp(z - max(row)) for z in row)) + max(row) - row[c] for row, c in zip(Z, classes, strict=True)
    ]
    dZ = softmax(Z)
    for i, c in enumerate(classes):
        # p − 1 as minus the sum of the others: nothing cancels.
        dZ[i, c] = -sum(np.delete(dZ[i], c))
    return sum(losses) / len(y), dZ / len(y)


def forward(X: Any, W1: Any, b1: Any, W2: Any, b2: Any) -> tuple[Any, Any]:
    H = each(mp.tanh)(X.dot(W1.T) + b1)
    return H.dot(W2.T) + b2, H


def backward(X: Any, H: Any, W2: Any, dZ: Any) -> tuple[Any, ...]:
    dA = dZ.dot(W2) * (1 - H) * (1 + H)
    return dA.T.dot(X), dA.sum(axis=0), dZ.T.dot(H), dZ.sum(axis=0)


def two_neurons(x: Any, y: Any, w1: Any, w2: Any) -> tuple[Any, Any]:
    def cost(w1: Any, w2: Any) -> Any:
        return (logistic(logistic(x * w1) * w2) - y) ** 2

    return slopes(cost, (w1, w2), 0), slopes(cost, (w1, w2), 1)


def factors(z: Any) -> Any:
    found = [1 / (4 * mp.cosh(t / 2) ** 2) for t in z]
    return np.array([mp.fprod(found[i:]) for i in range(len(found))], dtype=object)


def momentum(w: Any, g: Any, v: Any, lr: Any, beta: Any = 0.9) -> tuple[Any, Any]:
    v = mp.mpf(beta) * v + (1 - mp.mpf(beta)) * g
    return w - lr * v, v


def rmsprop(w: Any, g: Any, s: Any, lr: Any, beta: Any = 0.9, eps: Any = 1e-8) -> tuple[Any, Any]:
    s = mp.mpf(beta) * s + (1 - mp.mpf(beta)) * g * g
    return w - lr * g / (each(mp.sqrt)(s) + mp.mpf(eps)), s


def adam(
    w: Any, g: Any, m: Any, v: Any, t: Any, lr: Any = 1e-3, beta1: Any = 0.9, beta2: Any = 0.999, eps: Any = 1e-8
) -> tuple[Any, Any, Any]:
    lr, beta1, beta2, eps = map(mp.mpf, (lr, beta1, beta2, eps))
    m, v = beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * g * g
    corrected, root = m / (1 - beta1**t), each(mp.sqrt)(v / (1 - beta2**t))
    return w - lr * corrected / (root + eps), m, v


def maximum(a: Any, b: Any, dx: Any) -> tuple[Any, Any]:
    first = np.greater(a, b)
    return np.where(first, dx, mp.mpf(0))[()], np.where(first, mp.mpf(0), dx)[()]


def neuron(w: Any, x: Any) -> Any:
    return logistic(w[0] * x[0] + w[1] * x[1] + w[2])


def both_slopes(function: Oracle, *places: int) -> Oracle:
    return lambda *args: tuple(slopes(function, args, place) for place in places)


def in_class(y: Any, k: Any) -> Any:
    return np.array([[mp.mpf(label == c) for c in range(int(k))] for label in y], dtype=object)


ORACLES: dict[str, Oracle] = {
    "step": each(step),
    "predict": lambda X, w, b: each(step)(output(X, w, b)),
    "perceptron_update": partial(updated, step),
    "train_perceptron": trained_perceptron,
    "linear": lambda z: z,
    "adaline_output": output,
    "adaline_cost": half_squares,
    "adaline_gradient": both_slopes(half_squares, 2, 3),
    "adaline_update": partial(updated, lambda z: z),
    "train_adaline": trained_adaline,
    "sigmoid": each(logistic),
    "neuron_output": lambda X, w, b: each(logistic)(output(X, w, b)),
    "binary_cross_entropy": binary_entropy,
    "bce_gradient": both_slopes(entropy, 2, 3),
    "train_neuron": trained_neuron,
    "identity": lambda x: x,
    "d_identity": lambda x: x * 0 + 1,
    "binary_step": each(step),
    "d_binary_step": lambda x: x * 0,
    "logistic": each(logistic),
    "d_logistic": each(lambda t: 1 / (4 * mp.cosh(t / 2) ** 2)),
    "tanh": each(mp.tanh),
    "d_tanh": each(lambda t: 1 / mp.cosh(t) ** 2),
    "arctan": each(mp.atan),
    "d_arctan": slope(mp.atan),
    "relu": each(lambda t: max(t, mp.mpf(0))),
    "d_relu": slope(lambda t: max(t, mp.mpf(0))),
    "leaky_relu": with_alpha(leaky, 0.01),
    "d_leaky_relu": slope_in_x(leaky, 0.01),
    "prelu": with_alpha(leaky),
    "d_prelu": slope_in_x(leaky),
    "d_prelu_alpha": with_alpha(lambda t, alpha: slope(lambda a: leaky(t, a))(alpha)),
    "elu": with_alpha(elu, 1.0),
    "d_elu": slope_in_x(elu, 1.0),
    "softplus": each(softplus),
    "d_softplus": each(logistic),
    "softmax": softmax,
    "softmax_jacobian": softmax_jacobian,
    "collapse_linear": collapsed,
    "multiply_gradient": lambda x, y: (y, x),
    "gradient_step": lambda x, y, step: (x + step * y, y + step * x),
    "circuit_gradient": both_slopes(lambda x, y, z: (x + y) * z, 0, 1, 2),
    "neuron_circuit": neuron,
    "neuron_circuit_gradient": both_slopes(neuron, 0, 1),
    "add_backward": gate(lambda a, b: a + b),
    "add3_backward": gate(lambda a, b, c: a + b + c),
    "mul_backward": gate(lambda a, b: a * b),
    "mul_add_backward": gate(lambda a, b, c: a * b + c),
    "square_backward": lambda a, dx: gate(lambda a: a * a)(a, dx)[0],
    "sum_of_squares_backward": gate(lambda a, b, c: a * a + b * b + c * c),
    "composite_backward": gate(lambda a, b, c, d: ((a * b + c) * d) ** 2),
    "reciprocal_backward": lambda a, dx: gate(lambda a: 1 / a)(a, dx)[0],
    "ratio_backward": gate(lambda a, b, c, d: (a + b) / (c + d)),
    "max_backward": maximum,
    "relu_backward": lambda a, dx: np.where(np.greater(a, 0), dx, mp.mpf(0))[()],
    "matmul_backward": gate(lambda X, W: X.dot(W.T)),
    "affine_backward": lambda X, W, dY: (*gate(lambda X, W: X.dot(W.T))(X, W, dY), dY.sum(axis=0)),
    "one_hot": in_class,
    "standardize": standardized,
    "bump": bump,
    "softmax_cross_entropy": cross_entropy,
    "mse": lambda Z, T: (np.sum((Z - T) ** 2) / len(Z), 2 * (Z - T) / len(Z)),
    "mlp_forward": forward,
    "mlp_backward": backward,
    "two_neuron_gradient": two_neurons,
    "backprop_factors": factors,
    "sgd_step": lambda w, g, lr: w - lr * g,
    "momentum_step": momentum,
    "rmsprop_step": rmsprop,
    "adam_step": adam,
    "step_decay": lambda lr, drop, every, epoch: lr * drop ** int(mp.floor(epoch / every)),
    "exponential_decay": lambda lr, k, epoch: lr * mp.exp(-k * epoch),
    "inverse_time_decay": lambda lr, k, epoch: lr / (1 + k * epoch),
    "l2_penalty": lambda W, lam, n: (lam / (2 * n) * np.sum(W * W), lam / n * W),
    "l1_penalty": lambda W, lam, n: (lam / n * np.sum(abs(W)), lam / n * each(mp.sign)(W)),
    "dropout_backward": lambda dY, mask: dY * mask,
}
