"""Which tests run in one worker, after one another, so that what is made once serves all of them; longest first."""

import re

import pytest
from _pytest.mark import ParameterSet
from xdist.scheduler import LoadScopeScheduling

from degrau.judging.registry import assignments

# So that no worker is alone with one of them in the end.
LONGEST = (
    "tests/classroom/test_attacks.py",
    "tests/course/test_same_as_nbgrader.py",
    "tests/course/test_sample_class.py",
    "tests/workers/test_cluster.py",
    "tests/course/test_postgresql.py",
    "tests/classroom/test_careless.py",
    "tests/selfcheck/test_first_errors.py",
    "tests/grading/test_follow.py",
    "05_gradients",
    "06_mlp",
    "04_backpropagation",
    "07_optimizers",
    "03_activations",
    "tests/authoring/test_quality.py",
    "tests/commands/test_commands.py",
    "00_perceptron",
    "01_adaline",
    "02_sigmoid_neuron",
    "tests/classroom/test_faults.py",
    "tests/workers/test_verdicts.py",
    "tests/course/test_grade.py",
)


def every_assignment(*few: str) -> list[ParameterSet]:
    """All assignments as parameters: what goes through more than these few takes minutes, and has a run of its own."""
    marks = {name: () if name in few else pytest.mark.long for name in assignments()}
    return [pytest.param(name, marks=own) for name, own in marks.items()]


class Groups(LoadScopeScheduling):
    """xdist's scheduler of whole groups, with these groups.

    Its own by marks, `--dist loadgroup`, knows none with pytest 9.2: https://github.com/pytest-dev/pytest-xdist/issues/1386
    """

    def _split_scope(self, nodeid: str) -> str:
        return group(nodeid)


def group(nodeid: str) -> str:
    """The assignment that a test has as a parameter, or else its file."""
    file, _, name = nodeid.partition("::")
    parameters = re.split(r"[][-]", name)
    return next((assignment for assignment in assignments() if assignment in parameters), file)


def place(nodeid: str) -> int:
    """Where in the order a test's group begins."""
    return LONGEST.index(group(nodeid)) if group(nodeid) in LONGEST else len(LONGEST)
