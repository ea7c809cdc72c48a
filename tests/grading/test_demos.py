"""What the demonstrations of the release define may be used by an answer, as in the student's kernel."""

from collections.abc import Iterator

import pytest

from degrau.demo.desk import Desk
from degrau.notebooks.canonical import canonicalise
from degrau.sandbox.machine import Pool

from ..judged import judged

PERCEPTRON = "00_perceptron"
COLOURED = "def step(z):\n    assert BLUE == '#0072B2' and callable(draw_points)\n    return (np.asarray(z) >= 0) * 1\n"
PLOTTED = "def step(z):\n    assert plt.subplots\n    return (np.asarray(z) >= 0) * 1\n"


@pytest.fixture(scope="module")
def pool() -> Iterator[Pool]:
    with Pool() as made:
        yield made


@pytest.fixture
def desk(pack) -> Desk:
    return Desk(pack, PERCEPTRON, "pt")


def changed(desk: Desk, source: str):
    """A notebook whose `step` uses names of the demonstrations, each of which begins with this."""
    notebook = desk.notebook(desk.right(0) | {"step": COLOURED})
    for cell in notebook.cells:
        if "demo" in cell.metadata.get("tags", ()):
            cell.source = source + cell.source
    return notebook


@pytest.mark.parametrize("answer", [COLOURED, pytest.param(PLOTTED, marks=pytest.mark.slow)])
def test_an_answer_may_use_the_colours_functions_and_imports_of_the_demonstrations(desk, pack, pool, answer) -> None:
    canonical = canonicalise(desk.notebook(desk.right(0) | {"step": answer}), pack)
    report = judged(canonical, pack, pool, 0)
    assert report.points == report.max_points


def test_what_a_student_changed_in_a_demonstration_is_not_run(desk, pack, pool) -> None:
    canonical = canonicalise(changed(desk, "BLUE = 'crimson'\nnp.where = None\n"), pack)
    assert not [cell for cell in canonical.work.cells if "crimson" in cell.source]
    report = judged(canonical, pack, pool, 0)
    assert report.points == report.max_points


def test_where_nothing_uses_them_no_demonstration_is_run(desk, pack) -> None:
    cells = canonicalise(desk.notebook(desk.right(0)), pack).work.cells
    assert not [cell.id for cell in cells if cell.id.startswith("demo")]


def test_a_name_that_the_student_defines_is_not_taken_from_a_demonstration(desk, pack) -> None:
    answer = f"BLUE = '#0072B2'\n\n\ndef draw_points(ax): ...\n\n\n{COLOURED}"
    cells = canonicalise(desk.notebook(desk.right(0) | {"step": answer}), pack).work.cells
    assert not [cell.id for cell in cells if cell.id.startswith("demo")]
