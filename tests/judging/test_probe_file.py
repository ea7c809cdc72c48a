"""When recorded probes are up to date."""

from dataclasses import replace

import numpy as np
import pytest

from degrau.authoring.release import PUBLIC, PUBLIC_SEED
from degrau.judging.probes import matches, save
from degrau.pack.prepare import prepare
from degrau.plain.outcomes import Raised, Returned


@pytest.mark.parametrize(("change", "up_to_date"), [({"message": "in other words"}, True), ({"type": "Other"}, False)])
def test_they_are_whatever_words_an_exception_has_but_not_with_another_exception(
    pack, tmp_path, change, up_to_date
) -> None:
    probes = prepare(pack, "01_adaline", "linear", PUBLIC_SEED, PUBLIC)

    def otherwise():
        return tuple(
            replace(m, outcomes=tuple(replace(o, **change) if isinstance(o, Raised) else o for o in m.outcomes))
            for m in probes.mistakes()
        )

    save(tmp_path / "probes.npz", [replace(probes, mistakes=otherwise)])
    assert matches(tmp_path / "probes.npz", [probes]) == up_to_date


@pytest.mark.parametrize(("calls", "up_to_date"), [(1, True), (30, False)])
def test_a_mistake_may_have_other_numbers_in_few_calls_as_on_a_machine_that_rounds_otherwise(
    pack, tmp_path, calls, up_to_date
) -> None:
    probes = prepare(pack, "01_adaline", "linear", PUBLIC_SEED, PUBLIC)

    def otherwise():
        first, *others = probes.mistakes()
        at = [i for i, o in enumerate(first.outcomes) if isinstance(o, Returned) and np.isfinite(o.value).all()][:calls]
        other = [replace(o, value=o.value + 1.0) if i in at else o for i, o in enumerate(first.outcomes)]
        assert len(at) == calls
        return replace(first, outcomes=tuple(other)), *others

    save(tmp_path / "probes.npz", [replace(probes, mistakes=otherwise)])
    assert matches(tmp_path / "probes.npz", [probes]) == up_to_date


@pytest.mark.parametrize(("change", "up_to_date"), [({"tolerance": 1e-3}, True), ({"low": 7.0, "high": 7.0}, False)])
def test_right_numbers_are_compared_and_not_how_far_off_they_may_be(pack, tmp_path, change, up_to_date) -> None:
    probes = prepare(pack, "01_adaline", "linear", PUBLIC_SEED, PUBLIC)
    values = {
        k: {part: replace(expected, **{name: np.full_like(expected.low, to) for name, to in change.items()})
            for part, expected in right.items()}
        for k, right in probes.facts.values.items()
    }  # fmt: skip
    save(tmp_path / "probes.npz", [replace(probes, facts=replace(probes.facts, values=values))])
    assert matches(tmp_path / "probes.npz", [probes]) == up_to_date
