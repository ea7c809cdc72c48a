"""Hostile notebooks, in every tier: each gets what it honestly earns, and leaves nothing behind."""

import pytest

from .careless import FULL
from .conftest import BEST, OTHERS
from .hostile import attacks

pytestmark = pytest.mark.slow

ATTACKS = {attack.name: attack for attack in attacks()}
# These stand for the others in the suite.
FEW = {"equals_everything", "frames_early", "numpy_comparisons", "writes_outside", "ends_process", "loopback"}
FEW |= {"stand_in_collected", "stand_in_forged_names"}
LONG = pytest.mark.long
# These end, stop or wear out their own process alone. A call that does the same is tried in every tier in
# sandbox/test_attacks.py.
ON_ITSELF = {"alarm", "ends_process", "kills_itself", "loop", "loop_in_c", "loop_in_regex", "memory_at_once"}
ON_ITSELF |= {"memory_in_steps", "null_pointer", "recursion", "sleep", "stops_itself", "sys_exit", "threads"}
# The others lie in what they return or write on the pipe, which is the same pipe in every tier. They are tried in the
# best one here, and by `python -m tests.classroom` in all.
REACHING = [attack.name for attack in ATTACKS.values() if attack.reaches and attack.name not in ON_ITSELF]


@pytest.mark.parametrize("name", [pytest.param(n, marks=() if n in FEW else LONG) for n in ATTACKS])
def test_an_attack_gets_what_it_earns_and_leaves_nothing_behind(rooms, name) -> None:
    """The next student is the next attack, whose other functions are right; some are between two honest students."""
    seen = rooms[BEST].attacked(ATTACKS[name], neighbours=name in FEW)
    assert (seen.points, seen.left) == (ATTACKS[name].honest, ())
    assert set(seen.neighbours) <= {FULL}


@pytest.mark.long
@pytest.mark.parametrize("tier", OTHERS)
@pytest.mark.parametrize("name", REACHING)
def test_what_reaches_for_the_machine_does_so_in_vain_in_every_tier(rooms, tier, name) -> None:
    """One function of its notebook is judged: what it does to the others is looked at in the best tier."""
    seen = rooms[tier].attacked(ATTACKS[name], neighbours=False, others=False)
    assert (seen.points, seen.left) == (ATTACKS[name].alone, ())
