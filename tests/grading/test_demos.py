"""Demonstrations are the student's to play with, and what they define may be used by an answer, as in the kernel."""

from collections.abc import Iterator
from copy import deepcopy

import pytest
from nbformat import NotebookNode

from degrau.demo.desk import Desk, cell_of
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


DEMOS = [f"demo-{number}" for number in range(1, 4)]
HELPED = "def step(z):\n    return above(z) * 1\n"
HELPER = "EDGE = 0\n\n\ndef above(z):\n    return np.asarray(z) >= EDGE\n\n\nabove = above\nraise SystemExit\n"


def edited(notebook: NotebookNode) -> None:
    for name in DEMOS:
        cell_of(notebook, name).source = "raise RuntimeError\nnp = None\nstep = predict = None\n"


def deleted(notebook: NotebookNode) -> None:
    notebook.cells = [cell for cell in notebook.cells if cell.id not in DEMOS]


def copied(notebook: NotebookNode) -> None:
    """As JupyterLab copies: the same metadata under a new id, above the original; and changed afterwards."""
    for name in DEMOS:
        ours = cell_of(notebook, name)
        copy = deepcopy(ours)
        copy.id = f"copy-of-{name}"
        notebook.cells.insert(notebook.cells.index(ours), copy)
    for name in DEMOS:
        cell_of(notebook, f"copy-of-{name}").source += "\nwhile True:\n    np.where = None\n"


@pytest.mark.parametrize("played", [edited, deleted, copied])
def test_nothing_that_a_student_does_with_a_demonstration_costs_points(desk, pack, pool, played) -> None:
    notebook = desk.notebook(desk.right(0))
    played(notebook)
    canonical = canonicalise(notebook, pack)
    assert canonical.notes == ()
    assert [cell.id for cell in canonical.work.cells] == ["setup", *desk.functions]
    report = judged(canonical, pack, pool, 0)
    assert report.points == report.max_points


def test_a_demonstration_may_be_edited_copied_and_deleted_and_other_cells_stay_locked(desk) -> None:
    kinds = {cell.id.partition("-")[0] for cell in desk.notebook({}).cells}
    assert {"demo", "texto", "resposta", "setup", "check_step", "step"} <= kinds
    for cell in desk.notebook({}).cells:
        demo, answer = cell.id.startswith("demo"), cell.id.startswith("resposta") or cell.id in desk.functions
        assert cell.metadata.get("editable", True) is (demo or answer)
        assert cell.metadata.get("deletable", True) is demo
        assert ("nbgrader" in cell.metadata) is (cell.cell_type == "code" and not demo)


@pytest.mark.parametrize("written", ["demo-2", "a copy"])
def test_an_answer_may_use_what_the_student_wrote_into_a_demonstration(desk, pack, pool, written) -> None:
    notebook = desk.notebook(desk.right(0) | {"step": HELPED})
    if written == "a copy":
        copied(notebook)
    cell_of(notebook, "demo-2" if written == "demo-2" else "copy-of-demo-2").source = HELPER
    canonical = canonicalise(notebook, pack)
    assert [cell.source.split() for cell in canonical.work.cells if "EDGE" in cell.source] == [
        HELPER.removesuffix("raise SystemExit\n").split()
    ]
    report = judged(canonical, pack, pool, 0)
    assert report.points == report.max_points


def test_demonstrations_of_an_earlier_release_are_known_by_the_name_that_nbgrader_had_for_them(desk, pack) -> None:
    notebook = desk.notebook(desk.right(0))
    demo = cell_of(notebook, "demo-2")
    demo.update(id="other", source="raise RuntimeError", metadata={"nbgrader": {"grade_id": "demo-2", "locked": True}})
    assert "other" not in [cell.id for cell in canonicalise(notebook, pack).notebook.cells]
