"""A function is judged where its check stands: what another cell does later changes nothing that held there."""

from collections.abc import Callable, Iterator

import pytest
from nbformat.v4 import new_code_cell

from degrau.demo.desk import Desk, cell_of
from degrau.notebooks.canonical import canonicalise
from degrau.pack.pack import Pack
from degrau.report.types import Report
from degrau.sandbox.limits import Limits
from degrau.sandbox.machine import Pool

from ..judged import judged

SHORT = Limits(cell_seconds=0.4, call_seconds=0.4, notebook_seconds=60)
RIGHT = "def step(z):\n    return np.where(np.asarray(z) >= 0, 1, 0)\n"
WRONG = "def step(z):\n    return np.where(np.asarray(z) > 0, 1, 0)\n"
HELPED = "def step(z):\n    return helper(np.asarray(z))\n"
HELPER = "def helper(z):\n    return np.where(z >= 0, 1, 0)\n"
FULL = 4.0

Judged = Callable[..., Report]


@pytest.fixture(scope="module")
def pool() -> Iterator[Pool]:
    with Pool(limits=SHORT) as made:
        yield made


@pytest.fixture
def judge(pack: Pack, pool: Pool) -> Judged:
    """The report on a notebook with this `step`, right answers to the rest, and cells of the student's own."""
    desk = Desk(pack, "00_perceptron", "en")

    def report(step: str | None, *last: str, before: str = "", behind_check: str = "") -> Report:
        answers = desk.right(1) | ({"step": step} if step is not None else {})
        if step is None:
            del answers["step"]
        notebook = desk.notebook(answers)
        if before:
            notebook.cells.insert(notebook.cells.index(cell_of(notebook, "step")), new_code_cell(before))
        if behind_check:
            notebook.cells.insert(
                notebook.cells.index(cell_of(notebook, "check_step")) + 1, new_code_cell(behind_check)
            )
        notebook.cells += [new_code_cell(source) for source in last]
        return judged(canonicalise(notebook, pack), pack, pool, 3)

    return report


def points(report: Report, name: str = "step") -> float:
    return next(e.points for e in report.exercises if e.name == name)


@pytest.mark.parametrize(
    "last",
    [
        "for step in range(3):\n    pass",
        "step = 0.3",
        "np = 5",
        "predict = 1\nperceptron_update = 2\nstep = None",
        "from numpy import *",
        "del step",
        "import os\nos._exit(0)",
        "while True: pass",
        "raise ValueError",
        "import sys\nsys.modules.clear()",
    ],
)
def test_what_the_last_cell_does_costs_nothing(judge, last: str) -> None:
    report = judge(RIGHT, last)
    assert report.points == report.max_points


def test_a_helper_that_is_redefined_for_something_else_costs_nothing(judge) -> None:
    assert points(judge(HELPED, "helper = 7", before=HELPER)) == FULL


def test_a_helper_that_is_only_written_later_counts(judge) -> None:
    assert points(judge(HELPED, HELPER)) == FULL


def test_a_helper_that_is_mended_later_counts(judge) -> None:
    assert points(judge(HELPED, HELPER, before="def helper(z):\n    return z\n")) == FULL


@pytest.mark.long
def test_a_star_import_does_not_make_a_wrong_answer_right(judge, pack, pool) -> None:
    desk = Desk(pack, "03_activations", "en")
    answers = desk.right(1) | {"tanh": "def tanh(x):\n    return x\n", "identity": "def identity(x):\n    return x\n"}
    notebook = desk.notebook(answers)
    notebook.cells.append(new_code_cell("from numpy import *"))
    report = judged(canonicalise(notebook, pack), pack, pool, 3)
    assert points(report, "tanh") == 0
    assert points(report, "identity") == next(e.max_points for e in report.exercises if e.name == "identity")


@pytest.mark.long
def test_a_star_import_is_no_answer(judge, pack, pool) -> None:
    desk = Desk(pack, "03_activations", "en")
    notebook = desk.notebook({name: source for name, source in desk.right(1).items() if name != "tanh"})
    notebook.cells.append(new_code_cell("from numpy import *  # and not: import tanh as t"))
    report = judged(canonicalise(notebook, pack), pack, pool, 3)
    assert next(e.status for e in report.exercises if e.name == "tanh") == "blank"


def test_a_right_second_definition_below_the_check_counts(judge) -> None:
    assert points(judge(WRONG, RIGHT)) == FULL


def test_a_wrong_second_definition_below_the_check_costs_nothing(judge) -> None:
    assert points(judge(RIGHT, WRONG)) == FULL


def test_an_answer_that_is_only_written_below_its_check_counts(judge) -> None:
    assert points(judge(None, RIGHT)) == FULL


def test_an_answer_that_was_split_around_its_check_is_joined(judge) -> None:
    first, second = RIGHT.split("\n", 1)
    assert points(judge(f"{first}\n    z = np.asarray(z)", behind_check=second)) == FULL


def test_four_slow_cells_of_the_students_own_are_left_out_and_named(judge) -> None:
    slow = "while True: pass"
    report = judge(RIGHT, slow, slow, before=slow, behind_check=slow)
    assert report.points == report.max_points
    assert any(note.startswith("Cells that took too long were left out") for note in report.notes)


def test_a_function_that_is_whole_before_a_long_call_at_the_end_of_its_cell_counts(judge) -> None:
    assert points(judge(f"{RIGHT}\nwhile True:\n    step(1)\n")) == FULL


def test_a_function_that_counts_its_calls_loses_nothing_by_an_assertion_of_the_count(judge) -> None:
    counted = f"calls = 0\n{RIGHT.replace('return', 'global calls; calls += 1; return')}"
    assert points(judge(counted, "assert calls == 0")) == FULL
