"""Tests of random answers: they find a wrong distribution, and hardly ever blame a right one."""

import math

import numpy as np
import pytest

from degrau.judging.distribution import ALARM, follows, frequency, margin, normal, uniform


@pytest.mark.parametrize("seed", range(50))
def test_right_samples_are_accepted(seed: int) -> None:
    rng = np.random.default_rng(seed)
    assert follows(rng.uniform(-1, 1, 400), uniform(-1, 1))
    assert follows(rng.normal(0, 0.3, 400), normal(0.3))
    assert frequency(int(rng.binomial(1000, 0.3)), 1000, 0.3)


@pytest.mark.parametrize(
    "samples",
    [
        np.random.default_rng(0).uniform(0, 1, 400),
        np.random.default_rng(0).normal(0, 0.25, 400),
        np.zeros(400),
        np.full(400, np.nan),
        np.random.default_rng(0).choice([-1.0, 1.0], 400),
    ],
)
def test_another_distribution_is_found(samples: np.ndarray) -> None:
    assert not follows(samples, uniform(-1, 1))


@pytest.mark.parametrize(("successes", "p"), [(700, 0.3), (300, 0.7), (0, 0.1), (1000, 0.9), (1, 0.0), (999, 1.0)])
def test_a_wrong_frequency_is_found(successes: int, p: float) -> None:
    assert not frequency(successes, 1000, p)


def test_what_is_certain_is_not_blamed() -> None:
    assert frequency(0, 1000, 0.0)
    assert frequency(1000, 1000, 1.0)


def test_the_stated_false_alarm_rate_is_that_of_the_inequality() -> None:
    assert 2 * math.exp(-2 * 400 * margin(400) ** 2) == pytest.approx(ALARM)
    assert 10_000 * 100 * ALARM <= 1e-6
