"""Tests of random answers: they find a wrong distribution, and hardly ever blame a right one."""

import math

import numpy as np
import pytest

from degrau.judging.distribution import (
    ALARM,
    coins,
    follows,
    frequency,
    left_to_chance,
    margin,
    normal,
    uniform,
    unrelated,
    variance,
)


@pytest.mark.parametrize("seed", range(50))
def test_right_samples_are_accepted(seed: int) -> None:
    rng = np.random.default_rng(seed)
    assert follows(rng.uniform(-1, 1, 400), uniform(-1, 1))
    assert follows(rng.normal(0, 0.3, 400), normal(0.3))
    assert frequency(int(rng.binomial(1000, 0.3)), 1000, 0.3)
    assert variance(float(np.sum(rng.normal(0, 0.3, 400) ** 2)), 400, 0.09)
    assert coins(int(rng.binomial(400, 0.2) + rng.binomial(100, 0.5)), 130, 89)
    assert all(unrelated(rng.random(2000) < p, p) for p in (0.005, 0.3, 0.5, 0.9))
    assert left_to_chance([rng.normal(size=400), rng.normal(size=4000)])


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


def test_a_variance_six_percent_off_is_found_in_thirty_thousand_numbers() -> None:
    squares = float(np.sum(np.random.default_rng(0).normal(0, 1, 30_000) ** 2))
    assert variance(squares, 30_000, 1.0)
    assert not variance(squares, 30_000, 1.08)
    assert not variance(squares, 30_000, 0.93)
    assert not variance(0.0, 30_000, 1.0)


def test_coins_that_fall_too_often_are_found() -> None:
    assert coins(5050, 5000, 2500)
    assert not coins(5400, 5000, 2500)
    assert not coins(4600, 5000, 2500)


def test_draws_that_tell_of_each_other_are_found_at_any_distance_and_from_both_ends() -> None:
    rng = np.random.default_rng(0)
    half = rng.random(2000)
    assert not unrelated(np.concatenate([half, 1 - half]) < 0.5, 0.5)
    assert not unrelated(np.concatenate([half, 1 - half[::-1]]) < 0.5, 0.5)
    assert not unrelated(np.repeat(half, 2) < 0.2, 0.2)


@pytest.mark.parametrize("adjusted", [lambda x: x - x.mean(), lambda x: x / x.std(), lambda x: x / x.std(ddof=1)])
def test_numbers_with_just_the_right_mean_or_deviation_were_not_drawn(adjusted) -> None:
    rng = np.random.default_rng(0)
    samples = [adjusted(rng.normal(size=size)).astype(np.float32) for size in (800, 9600, 10_000)]
    assert not left_to_chance(samples)
    # One of several may come out so by chance.
    assert left_to_chance([*samples[:2], rng.normal(size=10_000)])
