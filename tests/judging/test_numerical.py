"""The numerical derivative is good to far more digits than the checks ask for, and knows its own error."""

import numpy as np
import pytest

from degrau.judging.numerical import derivative, gradient

CASES = [
    (np.tanh, lambda x: 1 - np.tanh(x) ** 2),
    (np.exp, np.exp),
    (lambda x: x**4 - 3 * x, lambda x: 4 * x**3 - 3),
    (lambda x: 1 / (1 + np.exp(-x)), lambda x: np.exp(-x) / (1 + np.exp(-x)) ** 2),
    (
        lambda x: np.exp(-(x**2)) * np.sin(5 * x),
        lambda x: np.exp(-(x**2)) * (5 * np.cos(5 * x) - 2 * x * np.sin(5 * x)),
    ),
]


@pytest.mark.parametrize(("f", "df"), CASES)
def test_the_derivative_is_within_its_own_error_estimate(f: object, df: object) -> None:
    for x in np.linspace(-3, 3, 61):
        slope, error = derivative(f, float(x))
        assert abs(slope - df(x)) <= 10 * error + 1e-9 * max(abs(df(x)), 1e-3)
        assert abs(slope - df(x)) <= 1e-8


def test_the_gradient_has_the_shape_of_its_argument() -> None:
    W = np.array([[1.0, 2.0, 3.0], [-1.0, 0.5, 0.0]])
    slopes, errors = gradient(lambda W, b: float(np.sum(W**2) * b), (W, 3.0), 0)
    assert slopes.shape == errors.shape == W.shape
    np.testing.assert_allclose(slopes, 6 * W, atol=1e-9)
    slope, _ = gradient(lambda W, b: float(np.sum(W**2) * b), (W, 3.0), 1)
    assert slope.shape == ()
    assert slope == pytest.approx(np.sum(W**2))
