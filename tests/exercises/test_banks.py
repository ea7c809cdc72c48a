"""Every grader is tested by its bank: right variants get full points, wrong ones lose some and are recognised."""

import pytest

from degrau.authoring.gate import objections
from degrau.authoring.pack import Pack
from degrau.exercises import ASSIGNMENTS
from degrau.judging.inprocess import ask_here

PACK = Pack.find()
VARIANTS = [(name, variant) for name in ASSIGNMENTS for variant in PACK.bank(name)]


def ident(pair) -> str:
    return f"{pair[1].exercise}-{pair[1].id}"


@pytest.mark.parametrize("pair", [p for p in VARIANTS if p[1].right], ids=ident)
def test_a_right_variant_gets_full_points(judge_function, pair) -> None:
    _, variant = pair
    report = judge_function(variant.exercise, variant.function)
    assert report.status == "passed", report.message


@pytest.mark.parametrize("pair", [p for p in VARIANTS if not p[1].right], ids=ident)
def test_a_wrong_variant_loses_points_and_is_recognised(judge_function, pair) -> None:
    _, variant = pair
    report = judge_function(variant.exercise, variant.function, "pt")
    assert report.points < report.max_points
    assert report.misconception is not None
    assert variant.id in report.misconception.id.split(" · ")
    assert variant.explanation.pt in report.message


@pytest.mark.parametrize("name", ASSIGNMENTS)
def test_every_function_has_three_right_and_six_wrong_variants_at_least(name) -> None:
    for exercise in ASSIGNMENTS[name].exercises:
        own = [v for v in PACK.bank(name) if v.exercise == exercise.name]
        assert sum(v.right for v in own) >= 3, exercise.name
        assert sum(not v.right for v in own) >= 6, exercise.name


@pytest.mark.slow
@pytest.mark.parametrize("name", ASSIGNMENTS)
@pytest.mark.parametrize("seed", range(1, 2))
def test_no_assignment_meets_an_objection_whatever_the_seed(name, seed) -> None:
    assert objections(PACK, name, seed) == []


@pytest.mark.parametrize("name", ASSIGNMENTS)
def test_every_function_of_the_assignment_has_a_grader(name) -> None:
    functions = PACK.reference(name)
    assert {e.name for e in ASSIGNMENTS[name].exercises} <= functions.keys()
    for exercise in ASSIGNMENTS[name].exercises:
        code = functions[exercise.name].__code__
        assert code.co_varnames[: code.co_argcount] == exercise.parameters
        assert ask_here(functions[exercise.name])([]) == []
