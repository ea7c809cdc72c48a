"""A function is judged where its check stands: what another cell does later changes nothing that held there."""

from collections.abc import Callable, Iterator

import pytest
from nbformat.v4 import new_code_cell

from degrau.demo.desk import Desk, cell_of
from degrau.judging.registry import assignments
from degrau.notebooks.canonical import canonicalise
from degrau.pack.pack import Pack
from degrau.report.types import Report
from degrau.sandbox.limits import Limits
from degrau.sandbox.machine import Pool

from ..at_hand import ASSIGNMENT, FIRST, FUNCTIONS, PACK
from ..judged import judged

SHORT = Limits(cell_seconds=0.4, call_seconds=0.4, notebook_seconds=60)
FULL = assignments()[ASSIGNMENT].points[FIRST]
DESK = Desk(PACK, ASSIGNMENT, "en")
RIGHT, WRONG = f"{DESK.right(1)[FIRST]}\n", f"{DESK.wrong(FIRST)[FIRST]}\n"
PARAMETERS = assignments()[ASSIGNMENT].by_name[FIRST].parameters
GIVEN = ", ".join(PARAMETERS)
HELPED = f"def {FIRST}({GIVEN}):\n    return helper({GIVEN})\n"
HELPER = RIGHT.replace(f"def {FIRST}(", "def helper(")
UNHELPFUL = f"def helper({GIVEN}):\n    return {PARAMETERS[0]}\n"

Judged = Callable[..., Report]


@pytest.fixture(scope="module")
def pool() -> Iterator[Pool]:
    with Pool(limits=SHORT) as made:
        yield made


@pytest.fixture
def judge(pack: Pack, pool: Pool) -> Judged:
    """The report on a notebook with this first function, right answers to the rest, and cells of the student's own."""
    desk = DESK

    def report(first: str | None, *last: str, before: str = "", behind_check: str = "") -> Report:
        answers = desk.right(1) | ({FIRST: first} if first is not None else {})
        if first is None:
            del answers[FIRST]
        notebook = desk.notebook(answers)
        if before:
            notebook.cells.insert(notebook.cells.index(cell_of(notebook, FIRST)), new_code_cell(before))
        if behind_check:
            notebook.cells.insert(
                notebook.cells.index(cell_of(notebook, f"check_{FIRST}")) + 1, new_code_cell(behind_check)
            )
        notebook.cells += [new_code_cell(source) for source in last]
        return judged(canonicalise(notebook, pack), pack, pool, 3)

    return report


def points(report: Report, name: str = FIRST) -> float:
    return next(e.points for e in report.exercises if e.name == name)


@pytest.mark.parametrize(
    "last",
    [
        f"for {FIRST} in range(3):\n    pass",
        f"{FIRST} = 0.3",
        "np = 5",
        f"{' = '.join(FUNCTIONS)} = None",
        "from numpy import *",
        f"del {FIRST}",
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
    assert points(judge(HELPED, HELPER, before=UNHELPFUL)) == FULL


@pytest.mark.ours
@pytest.mark.long
def test_a_star_import_does_not_make_a_wrong_answer_right(judge, pack, pool) -> None:
    desk = Desk(pack, "03_activations", "en")
    answers = desk.right(1) | {"tanh": "def tanh(x):\n    return x\n", "identity": "def identity(x):\n    return x\n"}
    notebook = desk.notebook(answers)
    notebook.cells.append(new_code_cell("from numpy import *"))
    report = judged(canonicalise(notebook, pack), pack, pool, 3)
    assert points(report, "tanh") == 0
    assert points(report, "identity") == next(e.max_points for e in report.exercises if e.name == "identity")


@pytest.mark.ours
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
    assert points(judge(f"{first}\n    {PARAMETERS[0]} = np.asarray({PARAMETERS[0]})", behind_check=second)) == FULL


def test_four_slow_cells_of_the_students_own_are_left_out_and_named(judge) -> None:
    slow = "while True: pass"
    report = judge(RIGHT, slow, slow, before=slow, behind_check=slow)
    assert report.points == report.max_points
    assert any(note.startswith("Cells that took too long were left out") for note in report.notes)


def test_a_function_that_is_whole_before_a_long_call_at_the_end_of_its_cell_counts(judge) -> None:
    assert points(judge(f"{RIGHT}\nwhile True:\n    {FIRST}({', '.join('1' for _ in PARAMETERS)})\n")) == FULL


def test_a_function_that_counts_its_calls_loses_nothing_by_an_assertion_of_the_count(judge) -> None:
    counted = f"calls = 0\n{RIGHT.replace('return', 'global calls; calls += 1; return')}"
    assert points(judge(counted, "assert calls == 0")) == FULL
