"""How training is judged: the slope of the loss is measured rightly, and all ways through four rows are known."""

import numpy as np
import pytest

from degrau.exercises.mlp.training import PAIRINGS, WAYS, _stepped
from degrau.pack.pack import Pack

COURSE = Pack.find().reference("06_mlp")


@pytest.mark.parametrize("loss", ["mse", "softmax_cross_entropy"])
def test_a_measured_step_is_the_step_of_the_references_for_each_of_many_networks(loss) -> None:
    rng, lr = np.random.default_rng(0), 0.3
    networks = rng.normal(size=(3, 4, 2)), rng.normal(size=(3, 4)), rng.normal(size=(3, 2, 4)), rng.normal(size=(3, 2))
    X = rng.normal(size=(3, 5, 2))
    y = rng.normal(size=(3, 5, 2)) if loss == "mse" else rng.integers(0, 2, (3, 5))
    stepped = _stepped(networks, X, y, lr)
    for i in range(3):
        W1, b1, W2, b2 = (part[i] for part in networks)
        Z, H = COURSE["mlp_forward"](X[i], W1, b1, W2, b2)
        gradients = COURSE["mlp_backward"](X[i], H, W2, COURSE[loss](Z, y[i])[1])
        for part, weights, gradient in zip(stepped, (W1, b1, W2, b2), gradients, strict=True):
            assert part[i] == pytest.approx(weights - lr * gradient, abs=1e-8)


def test_four_rows_in_batches_of_two_have_six_ways_of_three_pairings() -> None:
    assert len(WAYS) == 6
    assert all(sorted((*first, *second)) == [0, 1, 2, 3] for first, second in WAYS)
    assert sorted(PAIRINGS) == [0, 0, 1, 1, 2, 2]
    for pairing in range(3):
        one, other = (way for way, number in zip(WAYS, PAIRINGS, strict=True) if number == pairing)
        assert one == other[::-1]
