"""Every grader is tested by its bank: right variants get full points, wrong ones lose some and are recognised."""

import inspect

import numpy as np
import pytest

from degrau.authoring.gate import SEED, objections_to
from degrau.judging.judge import judge
from degrau.judging.kernel import Here
from degrau.judging.registry import assignments
from degrau.pack.pack import Pack
from degrau.pack.prepare import prepare
from degrau.plain.call import names_in
from degrau.selfcheck.check import load

PACK = Pack.find()
FUNCTIONS = [(a.name, e.name) for a in assignments().values() for e in a.exercises]
OF_EACH_KIND = [
    ("00_perceptron", "step"),
    ("01_adaline", "train_adaline"),
    ("04_backpropagation", "numerical_gradient"),
    ("06_mlp", "init_layer"),
    ("12_normalization", "layer_norm_backward"),
]
TRIVIAL = {
    "zero": lambda *a: 0,
    "one": lambda *a: 1,
    "its first argument": lambda *a: a[0] if a else 0,
    "its first two arguments": lambda *a: a[:2] if len(a) > 1 else 0,
    "nothing": lambda *a: [],
    "NaN": lambda *a: np.nan,
}
# What a student would be right to answer so, if only for a single number.
EARNED = {("linear", "its first argument"), ("identity", "its first argument")}
EARNED |= {("d_identity", "one"), ("d_binary_step", "zero"), ("d_binary_step", "its first two arguments")}


@pytest.mark.parametrize(("assignment", "name"), FUNCTIONS)
def test_what_students_have_tells_right_from_wrong_and_gives_nothing_to_an_answer_without_thought(
    assignment, name
) -> None:
    """With the reference, one right and one wrong variant: `degrau release --check` judges the whole banks."""
    probes = load(assignment, name)
    bank = [v for v in PACK.bank(assignment) if v.exercise == name]
    right = next(v for v in bank if v.right)
    wrong = next(v for v in bank if not v.right and v.title)
    assert judge(probes, Here(PACK.reference(assignment)[name]), "en").full
    assert judge(probes, Here(right.function), "en").full
    refused = judge(probes, Here(wrong.function), "en")
    assert not refused.full
    assert refused.recognises(wrong.id)
    for answer, function in TRIVIAL.items():
        report = judge(probes, Here(function), "en")
        assert (report.points > 0) == ((name, answer) in EARNED), (answer, report)


@pytest.mark.long
@pytest.mark.parametrize(("assignment", "name"), OF_EACH_KIND)
def test_all_checks_judge_the_whole_bank_rightly_and_name_every_mistake(assignment, name) -> None:
    assert objections_to(PACK, assignment, prepare(PACK, assignment, name, SEED)) == []


@pytest.mark.parametrize(("assignment", "name"), FUNCTIONS)
def test_every_function_has_three_right_and_six_wrong_variants_at_least(assignment, name) -> None:
    own = [v for v in PACK.bank(assignment) if v.exercise == name]
    assert sum(v.right for v in own) >= 3
    assert sum(not v.right for v in own) >= 6


@pytest.mark.parametrize("assignment", assignments())
def test_no_wrong_function_calls_itself(assignment) -> None:
    """Under the exercise's name it would not call the reference but itself, and all such mistakes were one."""
    wrong = [v for v in PACK.bank(assignment) if not v.right and v.source.startswith("def")]
    assert [v.id for v in wrong if v.exercise in names_in(v.function.__code__)] == []


@pytest.mark.parametrize(("assignment", "name"), FUNCTIONS)
def test_every_grader_has_the_parameters_of_its_function(assignment, name) -> None:
    reference = PACK.reference(assignment)[name]
    parameters = assignments()[assignment].by_name[name].parameters
    if isinstance(reference, type):
        assert parameters == ("script",)
    else:
        assert tuple(inspect.signature(reference).parameters) == parameters


@pytest.mark.parametrize("assignment", assignments())
def test_every_function_of_the_assignment_has_a_grader_in_the_notebooks_order(assignment) -> None:
    assert list(PACK.reference(assignment)) == [e.name for e in assignments()[assignment].exercises]
