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
