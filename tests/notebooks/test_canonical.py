"""Careless and hostile notebooks: each is rebuilt on the release, with what the student meant and nothing else."""

import json
from collections.abc import Callable
from copy import deepcopy
from typing import Any

import nbformat
import pytest
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_raw_cell
from tests.languages import said

from degrau.base.text import Language, Text
from degrau.notebooks.canonical import Canonical, blank, canonicalise
from degrau.notebooks.messages import Unreadable
from degrau.notebooks.release import Releases, bare_cells
from degrau.notebooks.wellformed import wellformed
from degrau.pack.source import carrying

DOUBLE = "def double(x):\n    return 2 * x"
HALF = "def half(x):\n    return x / 2"

Edit = Callable[[NotebookNode], Any]


@pytest.fixture
def handed_in(shelf: Releases) -> Callable[..., Canonical]:
    """The canonical form of the release after some edits."""

    def hand_in(*edits: Edit) -> Canonical:
        notebook = deepcopy(shelf.release("00_small", "pt"))
        for edit in edits:
            edit(notebook)
        canonical = canonicalise(notebook, shelf)
        nbformat.validate(canonical.notebook)
        again = canonicalise(canonical.notebook, shelf)
        assert (again.notebook, again.work.cells) == (canonical.notebook, canonical.work.cells)
        return canonical

    return hand_in


HandedIn = Callable[..., Canonical]


def cell(notebook: NotebookNode, name: str) -> NotebookNode:
    return next(c for c in notebook.cells if c.id == name)


def write(name: str, source: str) -> Edit:
    return lambda notebook: cell(notebook, name).update(source=source)


def insert(place: int, *cells: NotebookNode) -> Edit:
    return lambda notebook: notebook.cells.__setitem__(slice(place, place), cells)


def delete(*names: str) -> Edit:
    return lambda notebook: notebook.update(cells=[c for c in notebook.cells if c.id not in names])


def copy_of(notebook: NotebookNode, name: str, **changes: Any) -> NotebookNode:
    return NotebookNode({**deepcopy(cell(notebook, name)), **changes})


def without_metadata(notebook: NotebookNode) -> None:
    notebook.metadata = NotebookNode()
    for number, each in enumerate(notebook.cells):
        each.metadata, each.id = NotebookNode(), f"colab-{number}"


def run(canonical: Canonical) -> list[tuple[str, str]]:
    """What runs after the setup."""
    assert canonical.work.cells[0].id == "setup"
    return [(c.id, c.source) for c in canonical.work.cells[1:]]


def notes(canonical: Canonical) -> list[str]:
    return [note.to("en") for note in canonical.notes]


def test_an_untouched_release_is_blank(handed_in: HandedIn, shelf: Releases) -> None:
    canonical = handed_in()
    assert (canonical.work.assignment, canonical.work.language) == ("00_small", "pt")
    assert canonical.notebook == shelf.release("00_small", "pt")
    assert run(canonical) == []
    assert canonical.notes == ()


def test_answers_are_taken_and_outputs_are_not(handed_in: HandedIn) -> None:
    def execute(notebook: NotebookNode) -> None:
        for each in notebook.cells:
            if each.cell_type == "code":
                each.execution_count = 3
                each.outputs = [nbformat.v4.new_output("stream", text="x")]

    canonical = handed_in(write("double", DOUBLE), write("resposta-01", "Porque sim."), execute)
    assert run(canonical) == [("double", DOUBLE)]
    assert canonical.notes == ()
    assert cell(canonical.notebook, "double").source == DOUBLE
    assert cell(canonical.notebook, "resposta-01").source == "Porque sim."
    assert all(not c.get("outputs") for c in canonical.notebook.cells)


def test_a_stub_with_other_white_space_is_still_blank(handed_in: HandedIn) -> None:
    def respace(notebook: NotebookNode) -> None:
        double = cell(notebook, "double")
        double.source = double.source.replace("\n", " \r\n") + "\n\n"

    assert run(handed_in(respace, write("half", ""))) == []


def test_helpers_and_imports_of_their_own_run_where_they_stood(handed_in: HandedIn) -> None:
    canonical = handed_in(
        write("double", DOUBLE),
        insert(2, new_code_cell("import math", id="own-1")),
        insert(0, new_code_cell("first = 1", id="own-2"), new_markdown_cell("Notas", id="own-3")),
    )
    assert [c.id for c in canonical.work.cells] == ["own-2", "setup", "own-1", "double"]
    names = [c.id for c in canonical.notebook.cells]
    assert names[:5] == ["own-2", "own-3", "texto-01", "setup", "own-1"]
    assert cell(canonical.notebook, "own-1").metadata == {}
    assert canonical.notes == ()


def test_a_solution_in_a_cell_of_its_own_runs(handed_in: HandedIn) -> None:
    canonical = handed_in(insert(4, new_code_cell(DOUBLE, id="mine")))
    assert run(canonical) == [("mine", DOUBLE)]


def test_checks_and_plots_do_not_run(handed_in: HandedIn) -> None:
    tries = ["check(double)", " check( half ) ;\n# again\n\n", "check(double)\nx = 1"]
    extra = [new_code_cell(source, id=f"try-{n}") for n, source in enumerate(tries)]
    canonical = handed_in(insert(9, *extra), write("demo-1", "plt.plot([1])"))
    assert run(canonical) == [("try-2", tries[2])]
    assert cell(canonical.notebook, "demo-1").source.startswith("import matplotlib")


def test_locked_cells_are_ours_again(handed_in: HandedIn, shelf: Releases) -> None:
    canonical = handed_in(
        write("double", DOUBLE),
        write("setup", "import math"),
        write("check_half", "1000"),
        write("texto-01", "# Minha aula"),
        delete("check_double"),
    )
    ours = shelf.release("00_small", "pt")
    theirs = [c for c in canonical.notebook.cells if c.id in {o.id for o in ours.cells} - {"double"}]
    assert theirs == [c for c in ours.cells if c.id != "double"]
    assert run(canonical) == [("setup-2", "import math"), ("double", DOUBLE), ("check_half-2", "1000")]
    assert tuple(map(said, canonical.notes)) == (
        (
            "Células travadas que tinham sido alteradas voltaram ao original: setup, check_half.",
            "Locked cells that had been edited are as released again: setup, check_half.",
        ),
        (
            "Células que faltavam foram repostas: check_double.",
            "Cells that were missing have been put back: check_double.",
        ),
    )


def test_an_answer_merged_into_a_locked_cell_still_counts(handed_in: HandedIn) -> None:
    canonical = handed_in(
        delete("double", "half"), write("check_double", f"{DOUBLE}\ncheck(double)"), write("demo-1", HALF)
    )
    assert run(canonical) == [("check_double-2", f"{DOUBLE}\ncheck(double)"), ("demo-1-2", HALF)]


def test_forged_metadata_wins_nothing(handed_in: HandedIn, shelf: Releases) -> None:
    def forge(notebook: NotebookNode) -> None:
        for each in notebook.cells:
            if "nbgrader" in each.metadata:
                each.metadata.nbgrader.update(points=100, locked=False, grade=False, solution=True, checksum="0" * 32)

    assert handed_in(forge).notebook == shelf.release("00_small", "pt")


def test_copies_of_an_answer_all_run_and_the_last_one_is_the_answer(handed_in: HandedIn) -> None:
    broken = "def double(x)\n    return"

    def duplicate(notebook: NotebookNode) -> None:
        copies = [copy_of(notebook, "double", source=s) for s in (broken, DOUBLE, "print(double(1))")]
        notebook.cells += [*copies, copy_of(notebook, "double")]

    canonical = handed_in(duplicate)
    assert run(canonical) == [("double-2", broken), ("double", DOUBLE), ("double-3", "print(double(1))")]
    assert notes(canonical) == ["There is more than one cell for double: all of them run, in their order."]


@pytest.mark.parametrize("keeps_metadata", [True, False], ids=["JupyterLab", "VS Code"])
def test_a_split_answer_is_joined(handed_in: HandedIn, keeps_metadata: bool) -> None:
    def split(notebook: NotebookNode) -> None:
        rest = new_code_cell("    return 2 * x", id="rest")
        if keeps_metadata:
            rest.metadata = deepcopy(cell(notebook, "double").metadata)
        place = notebook.cells.index(cell(notebook, "double"))
        notebook.cells[place].source = 'def double(x):\n    """Twice."""'
        notebook.cells.insert(place + 1, rest)

    canonical = handed_in(split)
    assert run(canonical) == [("double", 'def double(x):\n    """Twice."""\n    return 2 * x')]
    assert notes(canonical) == ["Cells that had been split have been joined: double."]


def test_two_answers_merged_into_one_cell_run(handed_in: HandedIn) -> None:
    canonical = handed_in(write("double", f"{DOUBLE}\n\n\n{HALF}"), delete("half"))
    assert run(canonical) == [("double", f"{DOUBLE}\n\n\n{HALF}")]
    assert notes(canonical) == ["Cells that were missing have been put back: half."]


def test_an_answer_that_is_no_longer_code_is_code_again(handed_in: HandedIn) -> None:
    def retype(notebook: NotebookNode) -> None:
        place = notebook.cells.index(cell(notebook, "double"))
        old = notebook.cells[place]
        notebook.cells[place] = new_raw_cell(DOUBLE, id="x", metadata=old.metadata)

    canonical = handed_in(retype)
    assert run(canonical) == [("double", DOUBLE)]
    assert notes(canonical) == ["Cells that were no longer code are code again: double."]


def test_reordered_cells_are_in_order_again(handed_in: HandedIn, shelf: Releases) -> None:
    canonical = handed_in(write("double", DOUBLE), write("half", HALF), lambda notebook: notebook.cells.reverse())
    assert [c.id for c in canonical.notebook.cells] == [c.id for c in shelf.release("00_small", "pt").cells]
    assert run(canonical) == [("double", DOUBLE), ("half", HALF)]


def test_cell_ids_alone_are_enough(handed_in: HandedIn) -> None:
    def strip(notebook: NotebookNode) -> None:
        notebook.metadata = NotebookNode()
        for each in notebook.cells:
            each.metadata = NotebookNode()

    canonical = handed_in(write("half", HALF), strip)
    assert (canonical.work.assignment, run(canonical), canonical.notes) == ("00_small", [("half", HALF)], ())


def test_texts_and_function_names_alone_are_enough(handed_in: HandedIn, shelf: Releases) -> None:
    canonical = handed_in(write("half", HALF), without_metadata)
    assert (canonical.work.assignment, run(canonical), canonical.notes) == ("00_small", [("half", HALF)], ())
    assert len(canonical.notebook.cells) == len(shelf.release("00_small", "pt").cells)


def test_a_bare_file_with_the_functions_is_recognised(shelf: Releases) -> None:
    notebook = nbformat.v4.new_notebook(cells=[new_code_cell("def add(x):\n    return x", id="a")])
    canonical = canonicalise(notebook, shelf)
    assert (canonical.work.assignment, canonical.work.language) == ("01_other", "pt")
    assert [c.id for c in canonical.work.cells] == ["setup", "add"]


def test_the_language_is_told_by_the_texts(shelf: Releases) -> None:
    notebook = deepcopy(shelf.release("00_small", "en"))
    del notebook.metadata["degrau"]
    assert canonicalise(notebook, shelf).work.language == "en"


def test_cells_of_another_assignment_are_the_students_own(handed_in: HandedIn, shelf: Releases) -> None:
    other = copy_of(shelf.release("01_other", "pt"), "add", source="def add(x):\n    return 0")
    canonical = handed_in(insert(3, other))
    assert run(canonical) == [("add", "def add(x):\n    return 0")]
    assert cell(canonical.notebook, "add").metadata == {}


def test_an_unknown_notebook_is_refused_with_what_is_known(shelf: Releases) -> None:
    with pytest.raises(Unreadable) as caught:
        canonicalise(nbformat.v4.new_notebook(cells=[new_code_cell("x = 1")]), shelf)
    assert said(caught.value.message) == (
        "Não é o notebook de nenhuma atividade conhecida (00_small, 01_other). Entregue o notebook do curso.",
        "This is not the notebook of any known assignment (00_small, 01_other). Hand in the course's notebook.",
    )


def test_another_kernel_is_python_again(handed_in: HandedIn) -> None:
    kernel = {"kernelspec": {"name": "ir", "language": "R", "display_name": "R"}}
    canonical = handed_in(lambda notebook: notebook.metadata.update(kernel))
    assert canonical.notebook.metadata.kernelspec.name == "python3"
    assert notes(canonical) == ["The notebook said it used another language (R); its cells ran in Python."]


def test_a_notebook_of_another_version_is_judged_by_its_cells_and_it_is_said(shelf: Releases) -> None:
    class Later:
        assignments, languages = shelf.assignments, shelf.languages

        def release(self, name: str, language: Language) -> NotebookNode:
            return carrying(deepcopy(shelf.release(name, language)), "0.4.0")

    given = carrying(deepcopy(shelf.release("00_small", "pt")), "0.3.0")
    write("double", DOUBLE)(given)
    canonical = canonicalise(given, Later())
    assert run(canonical) == [("double", DOUBLE)]
    assert notes(canonical) == [
        "This notebook is from version 0.3.0 of the course, and is judged by version 0.4.0: "
        "answers count in the cells that both have."
    ]
    assert canonical.notebook.metadata.degrau.version == "0.4.0"
    assert notes(canonicalise(canonical.notebook, Later())) == []
    assert notes(canonicalise(given, shelf)) == notes(canonicalise(shelf.release("00_small", "pt"), Later())) == []


def test_ids_stay_unique(handed_in: HandedIn) -> None:
    own = [new_code_cell(f"x = {n}", id="same") for n in range(3)]
    assert [name for name, _ in run(handed_in(insert(3, *own)))] == ["same", "same-2", "same-3"]


def test_an_indented_cell_runs_as_ipython_runs_it(handed_in: HandedIn) -> None:
    assert run(handed_in(insert(2, new_code_cell("\n  x = 1\n  y = 2", id="own")))) == [("own", "\nx = 1\ny = 2")]


def test_pictures_in_answers_are_kept(handed_in: HandedIn) -> None:
    picture = {"conta.png": {"image/png": "aGk="}}
    canonical = handed_in(lambda notebook: cell(notebook, "resposta-01").update(attachments=picture))
    assert cell(canonical.notebook, "resposta-01").attachments == picture


def test_too_many_cells_are_refused(handed_in: HandedIn) -> None:
    with pytest.raises(Unreadable, match=r"The notebook has 2008 cells; the limit is 2000\."):
        handed_in(insert(0, *[new_code_cell("x")] * 2_000))


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (write("double", "#" * 1_000_001), "double"),
        (insert(0, new_code_cell("#" * 1_000_001, id="own")), "own"),
    ],
)
def test_a_huge_cell_is_left_out_and_said(handed_in: HandedIn, change, named) -> None:
    canonical = handed_in(change)
    assert [note.to("en").partition(". ")[0] for note in canonical.notes] == [
        f"Cells with more than 1000000 characters were left out: {named}"
    ]
    assert all(len(source) < 1000 for _, source in run(canonical))


def test_halves_that_are_huge_together_are_not_joined(handed_in: HandedIn) -> None:
    halves = [new_code_cell("    " + "#" * 600_000, metadata={"nbgrader": {"grade_id": "double"}}) for _ in range(2)]
    assert max(len(source) for _, source in run(handed_in(insert(0, *halves)))) < 1_000_000


@pytest.mark.parametrize("source", [" " * 900_000 + "x", "\n" * 900_000, "check(" + " " * 900_000, "def " * 200_000])
def test_odd_sources_take_no_time(handed_in: HandedIn, source: str) -> None:
    handed_in(write("double", source), insert(0, new_code_cell(source, id="own")))


def test_a_notebook_without_release_gives_its_code(shelf: Releases) -> None:
    notebook = deepcopy(shelf.release("00_small", "pt"))
    notebook.cells += [new_code_cell("x = 1", id="setup"), new_markdown_cell("y")]
    assert [c.id for c in bare_cells(notebook)] == ["setup", "double", "half", "demo-1", "setup-2"]


def test_an_unreadable_file_gives_the_blank_release(shelf: Releases) -> None:
    canonical = blank("00_small", "en", shelf, Text(pt="não", en="no"))
    assert canonical.notebook == shelf.release("00_small", "en")
    assert canonical.notebook is not shelf.release("00_small", "en")
    assert (canonical.work.cells, canonical.notes) == ((), (Text(pt="não", en="no"),))


@pytest.mark.parametrize("kind", ["sql", "raw", None])
def test_an_answer_in_a_cell_of_another_type_is_the_answer(shelf: Releases, kind: str | None) -> None:
    notebook = json.loads(nbformat.writes(shelf.release("00_small", "pt")))
    place = next(i for i, found in enumerate(notebook["cells"]) if found["id"] == "double")
    notebook["cells"][place] = {"id": "double", "source": DOUBLE} | ({"cell_type": kind} if kind else {})
    canonical = canonicalise(wellformed(notebook), shelf)
    assert run(canonical) == [("double", DOUBLE)]
    assert notes(canonical) == ["Cells that were no longer code are code again: double."]
