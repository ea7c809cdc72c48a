"""A mistake that is not known, though the bank has it."""

import pytest

from degrau.authoring.leave_one_out import REQUIREMENT, SAYS_ALL, UNTOLD, left_out, without
from degrau.judging.registry import assignments
from degrau.pack.pack import Pack
from degrau.selfcheck.check import load

PACK = Pack.find()
WRONG = {v.id: v for v in PACK.bank("01_adaline") if not v.right and v.exercise in ("linear", "adaline_gradient")}


def kinds(name: str) -> dict[str, str]:
    probes = load("01_adaline", name)
    return {v.id: left_out(probes, v, "en").kind for v in WRONG.values() if v.exercise == name}


def test_what_is_left_out_is_not_named_and_most_is_told_something_else() -> None:
    for name in ("linear", "adaline_gradient"):
        found = kinds(name)
        told = [kind for kind in found.values() if kind != UNTOLD]
        assert len(told) >= 0.6 * len(found), found
        for variant in found:
            report = left_out(load("01_adaline", name), WRONG[variant], "en").report
            assert not report.recognises(variant)


def test_the_others_stay_known() -> None:
    probes = load("01_adaline", "adaline_gradient")
    known = {mistake.id for mistake in probes.mistakes()}
    first = next(iter(sorted(known)))
    assert {mistake.id for mistake in without(probes, first).mistakes()} < known
    assert {mistake.id for mistake in probes.mistakes()} == known


def test_a_changed_argument_says_all_by_itself() -> None:
    exercise = assignments()["01_adaline"].by_name["adaline_output"]
    variant = next(v for v in PACK.bank("01_adaline") if v.id == "in_place" or "Multiplied inside" in str(v.title))
    assert left_out(load("01_adaline", exercise.name), variant, "en").kind == SAYS_ALL


@pytest.mark.parametrize(
    ("assignment", "function", "known", "kind"),
    [
        ("06_mlp", "minibatches", "two_orders", REQUIREMENT),
        ("06_mlp", "xor_network", "or_gate", REQUIREMENT),
        ("06_mlp", "minibatches", "inputs_only", UNTOLD),
    ],
)
def test_a_law_that_says_which_requirement_is_broken_counts_and_one_that_says_what_was_expected_does_not(
    assignment, function, known, kind
) -> None:
    variant = next(v for v in PACK.bank(assignment) if v.id == known and v.exercise == function)
    assert left_out(load(assignment, function), variant, "en").kind == kind


def test_where_only_the_law_knows_what_is_right_it_is_told_what_never_changes() -> None:
    variant = next(v for v in PACK.bank("06_mlp") if v.id == "biases_stay" and v.exercise == "train_mlp")
    told = left_out(load("06_mlp", "train_mlp"), variant, "en").told
    assert told is not None
    assert told.title == "what comes back as `b1`, `b2` is the same as with `lr` = 0: it never changes"
