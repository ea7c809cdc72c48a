"""When recorded probes are up to date."""

from dataclasses import replace

import pytest

from degrau.authoring.release import PUBLIC, PUBLIC_SEED
from degrau.judging.probes import matches, save
from degrau.pack.prepare import prepare
from degrau.plain.outcomes import Raised


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
