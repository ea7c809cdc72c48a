"""Do random answers follow the distribution that they should? Tests with a stated false-alarm rate.

Each test rejects a right answer with a probability of at most ALARM, by inequalities that hold for every sample size
and not only in the limit. A run that grades 10,000 students with 100 such tests each is wrong with probability below
1e-6.
"""

import math
from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

from ..plain.numbers import Array

ALARM = 1e-12
Distribution = Callable[[Array], Array]


def follows(samples: Sequence[float] | npt.ArrayLike, cdf: Distribution) -> bool:
    """Whether independent samples may come from the continuous distribution `cdf`.

    The largest distance between the empirical distribution function and `cdf` exceeds ε with probability at most
    2·exp(−2nε²). A. Dvoretzky, J. Kiefer and J. Wolfowitz (1956); constant by P. Massart (1990), Annals of Probability
    18(3), 1269–1283.
    """
    x = np.sort(np.asarray(samples, dtype=np.float64).ravel())
    if not np.isfinite(x).all():
        return False
    steps = np.arange(len(x) + 1) / len(x)
    below = np.asarray(cdf(x), dtype=np.float64)
    distance = max(np.max(steps[1:] - below), np.max(below - steps[:-1]))
    return bool(distance <= margin(len(x)))


def frequency(successes: int, trials: int, p: float) -> bool:
    """Whether `successes` of independent `trials` may have probability `p` each.

    The relative frequency k/n is q or further from p with probability at most exp(−n·KL(q‖p)) on either side.
    W. Hoeffding (1963), Journal of the American Statistical Association 58, 13–30, theorem 1.
    """
    q = successes / trials
    return trials * _divergence(q, p) <= math.log(2 / ALARM)


def variance(squares: float, n: int, expected: float) -> bool:
    """Whether the sum of n squares may come from independent normal numbers of mean 0 and of this variance.

    Divided by the variance and n it is x or further from 1 with probability at most exp(−n·(x − 1 − ln x)/2) on either
    side, by Chernoff's inequality for the χ² distribution.
    """
    x = squares / (n * expected)
    return x > 0 and n / 2 * (x - 1 - math.log(x)) <= math.log(2 / ALARM)


def coins(successes: int, mean: float, spread: float, most: float = 1) -> bool:
    """Whether a sum of independent coins, whatever the chance of each, may have this mean and variance.

    Or of other independent numbers, none of which is further than `most` from its mean. It is t or further from its
    mean with probability at most 2·exp(−t²/(2·(variance + most·t/3))). S. N. Bernstein (1924).
    """
    t = abs(successes - mean)
    return t * t <= 2 * (spread + most * t / 3) * math.log(2 / ALARM)


def unrelated(draws: Array, p: float) -> bool:
    """Whether draws of chance p, in their order, tell nothing of each other: at any distance, or as far from both ends.

    Sums of products of what is left when p is taken off are martingales, whose steps are at most m² and have a variance
    of at most p(1 − p)m², with m the larger one of p and 1 − p. D. A. Freedman (1975), Annals of Probability 3(1),
    100–118, for all the sums together.
    """
    left = np.asarray(draws, dtype=np.float64).ravel() - p
    n, most = len(left), max(p, 1 - p) ** 2
    waves = np.fft.rfft(left, 2 * n)
    apart = np.fft.irfft(np.abs(waves) ** 2, 2 * n)[1:n]
    twice = np.fft.irfft(waves**2, 2 * n)[: 2 * n - 1]
    twice[::2] -= np.square(left)
    largest = max(float(np.max(np.abs(apart))), float(np.max(np.abs(twice))) / 2)
    return largest**2 <= 2 * most * (n * p * (1 - p) + largest / 3) * math.log(6 * n / ALARM)


def left_to_chance(samples: Sequence[Array]) -> bool:
    """Whether not each of these standard normal samples has a mean of just 0, or a deviation of just 1.

    Samples that do were made to. One that is drawn comes so near, in its standard errors, with a smaller probability
    than how near it is; several ones with the product.
    """
    sizes = np.array([x.size for x in samples])
    squares = np.array([float(np.mean(np.square(x))) for x in samples])
    means = np.array([float(np.mean(x)) for x in samples])
    around = squares - np.square(means)
    spreads = (squares, around, around * sizes / (sizes - 1))
    errors = np.sqrt(sizes) * np.abs([means, *(np.sqrt(2) * (np.sqrt(spread) - 1) for spread in spreads)])
    return bool(np.all(np.max(errors, axis=1) > ALARM ** (1 / len(samples))))


def margin(n: int) -> float:
    """The distance from the true distribution function that n samples may show."""
    return math.sqrt(math.log(2 / ALARM) / (2 * n))


def uniform(low: float, high: float) -> Distribution:
    """The uniform distribution between `low` and `high`."""
    return lambda x: np.clip((x - low) / (high - low), 0.0, 1.0)


def normal(std: float) -> Distribution:
    """The normal distribution with mean 0 and this standard deviation."""
    return lambda x: np.array([0.5 * math.erfc(-v / (std * math.sqrt(2.0))) for v in x])


def _divergence(q: float, p: float) -> float:
    """Kullback and Leibler's divergence of a coin with chance q from one with chance p."""
    return sum(a * math.log(a / b) if b > 0 else math.inf for a, b in ((q, p), (1 - q, 1 - p)) if a > 0)
