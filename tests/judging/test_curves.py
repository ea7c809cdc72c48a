"""The curve on a card is what the function says where nothing was called before but what is drawn."""

import numpy as np

from degrau.judging.judge import judge
from degrau.judging.kernel import Here
from degrau.pack.prepare import prepare

ACTIVATIONS = "03_activations"


def drawn(report):
    return next(p.comparison.curve for p in report.properties if p.comparison is not None)


def test_a_curve_is_drawn_from_fresh_answers_and_asks_for_what_it_shows_only(pack) -> None:
    probes = prepare(pack, ACTIVATIONS, "identity", seed=1)
    asked: list[float] = []

    def painting(z):
        asked.extend(np.ravel(z))
        return z + 2.0

    curve = drawn(judge(probes, Here(lambda z: z + 1.0), "en", Here(painting)))
    assert np.allclose(np.array(curve.got) - curve.x, 2.0)
    hidden = [x for args in probes.calls for x in np.ravel(args[0]) if abs(x) > 5]
    assert hidden
    # One number beyond the picture may be the counterexample, which is shown.
    assert len({x for x in asked if abs(x) > 5}) <= 1


def test_without_a_fresh_place_the_curve_is_made_of_what_was_asked(pack) -> None:
    probes = prepare(pack, ACTIVATIONS, "identity", seed=1)
    curve = drawn(judge(probes, Here(lambda z: z + 1.0), "en"))
    assert np.allclose(np.array(curve.got) - curve.x, 1.0)
