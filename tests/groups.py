"""Which tests run in one worker, after one another, so that what is made once serves all of them; longest first."""

import re

from xdist.scheduler import LoadScopeScheduling

from degrau.judging.registry import assignments

# So that no worker is alone with one of them in the end.
LONGEST = (
    "05_gradients",
    "tests/course/test_same_as_nbgrader.py",
    "tests/course/test_sample_class.py",
    "06_mlp",
    "tests/workers/test_cluster.py",
    "03_activations",
    "tests/course/test_postgresql.py",
    "04_backpropagation",
    "07_optimizers",
    "tests/classroom/test_attacks.py",
    "tests/authoring/test_quality.py",
    "tests/commands/test_commands.py",
    "00_perceptron",
    "01_adaline",
    "02_sigmoid_neuron",
    "tests/classroom/test_faults.py",
    "tests/workers/test_verdicts.py",
    "tests/course/test_grade.py",
)


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
