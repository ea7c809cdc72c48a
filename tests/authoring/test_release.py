"""Releases: nbgrader's own work, the same bytes every time, and known to be out of date when they are."""

import os
import sys
from pathlib import Path

import nbformat
import pytest
from nbformat import NotebookNode
from tests.languages import LANGUAGES

from degrau.authoring.release import build_release, fill, outdated, outdated_notebooks, write_releases
from degrau.pack.pack import Pack
from degrau.pack.source import AuthoringError, read_source, source_notebook, stub

SOURCE = '''\
# %% [markdown] lang="pt"
# Título

# %% [markdown] lang="en"
# Title

# %% tags=["setup"]
from degrau import check


# %%
def {name}(x):
    """O dobro. · Twice."""
    ### BEGIN SOLUTION
    return 2 * x
    ### END SOLUTION


# %%
check({name})
'''

POINTS = {"00_one": {"double": 2.0}, "01_two": {"twice": 1.0}}


@pytest.fixture
def small_pack(tmp_path: Path) -> Pack:
    """A pack of two assignments that are not released yet."""
    (tmp_path / "solutions").mkdir()
    for stem, name in (("00_one", "double"), ("01_two", "twice")):
        (tmp_path / "solutions" / f"{stem}.py").write_text(SOURCE.format(name=name), encoding="utf-8")
    return Pack(tmp_path)


@pytest.mark.slow
def test_what_students_get_is_up_to_date(pack: Pack) -> None:
    """Of one assignment: `degrau release --check` looks at all of them."""
    assert outdated(pack, ["02_sigmoid_neuron"], lambda *_: None) == []


@pytest.mark.slow
def test_the_release_has_stubs_and_no_solution(small_pack: Pack) -> None:
    notebook = build_release(small_pack.source("00_one"), "pt", POINTS["00_one"])
    nbformat.validate(notebook)
    cells = {cell.id: cell for cell in notebook.cells}
    assert cells["double"].source == (
        'def double(x):\n    """O dobro. · Twice."""\n    # Escreva aqui · Write here\n    ...'
    )
    assert cells["check_double"].source == "check(double)"
    assert cells["check_double"].metadata.nbgrader.points == 2.0
    assert cells["check_double"].metadata.editable is False
    assert "nbgrader" not in cells["texto-01"].metadata
    assert "return" not in nbformat.writes(notebook)


@pytest.mark.slow
def test_releases_are_written_once_and_known_to_be_out_of_date(small_pack: Pack) -> None:
    names = small_pack.assignments
    written = write_releases(small_pack, names, POINTS)
    folder = small_pack.root / "assignments"
    expected = [folder / language / f"{name}.ipynb" for name in names for language in ("pt", "en")]
    assert written == expected
    assert sorted(folder.rglob("*.*")) == sorted(expected)
    assert outdated_notebooks(small_pack, names, POINTS) == []

    expected[1].write_text("{}")
    expected[2].unlink()
    assert outdated_notebooks(small_pack, names, POINTS) == [expected[1], expected[2]]
    assert outdated_notebooks(small_pack, ["00_one"], {"00_one": {"double": 5.0}}) == expected[:2]


@pytest.mark.long
def test_a_release_is_what_nbgrader_makes_with_its_gradebook(
    small_pack: Pack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from nbgrader.apps.api import NbGraderAPI
    from nbgrader.coursedir import CourseDirectory
    from traitlets.config import Config

    source = small_pack.root / "solutions" / "00_one.py"
    course = tmp_path / "course"
    (course / "source" / "00_one").mkdir(parents=True)
    notebook = source_notebook(read_source(source, LANGUAGES), "en", POINTS["00_one"])
    nbformat.write(notebook, course / "source" / "00_one" / "00_one.ipynb")
    config = Config()
    config.CourseDirectory.root = str(course)
    config.ClearSolutions.code_stub = {"python": stub(LANGUAGES)}
    monkeypatch.setenv("PATH", os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]))
    api = NbGraderAPI(coursedir=CourseDirectory(config=config), config=config)
    result = api.generate_assignment("00_one")
    assert result["success"], result
    released = nbformat.read(course / "release" / "00_one" / "00_one.ipynb", as_version=4)
    assert released == build_release(small_pack.source("00_one"), "en", POINTS["00_one"])


@pytest.mark.slow
def test_nbgraders_own_words_reach_the_author(small_pack: Pack) -> None:
    path = small_pack.root / "solutions" / "00_one.py"
    nested = "    ### BEGIN SOLUTION\n    ### BEGIN SOLUTION\n"
    path.write_text(path.read_text("utf-8").replace("    ### BEGIN SOLUTION\n", nested), "utf-8")
    with pytest.raises(AuthoringError, match="encountered nested begin solution statements"):
        build_release(small_pack.source("00_one"), "pt", POINTS["00_one"])


def test_fill_puts_sources_into_a_copy(small_pack: Pack) -> None:
    blank = _source(small_pack)
    filled = fill(blank, {"double": "def double(x):\n    return x + x"})
    assert {c.id: c.source for c in filled.cells}["double"] == "def double(x):\n    return x + x"
    assert blank == _source(small_pack)


def test_fill_refuses_a_function_that_the_notebook_has_not(small_pack: Pack) -> None:
    with pytest.raises(AuthoringError, match="the notebook has no exercise half; known: double"):
        fill(_source(small_pack), {"half": ""})


def _source(pack: Pack) -> NotebookNode:
    return source_notebook(read_source(pack.root / "solutions" / "00_one.py", LANGUAGES), "pt", POINTS["00_one"])
