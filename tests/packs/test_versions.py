"""A course goes on: a new version of it, and notebooks and gradebooks that are from the one before."""

import re
import shutil
from pathlib import Path

import nbformat
import pytest

pytestmark = pytest.mark.long

RIGHT = "def huber_gradient(e, delta):\n    return np.clip(e, -delta, delta)\n"
NOTE = "Este notebook es de la versión 0.3.0 del curso, y se corrige con la versión 0.4.0: "


def change(path: Path, before: str, after: str) -> None:
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after), "utf-8")


def version_of(path: Path) -> str:
    return str(nbformat.read(path, 4).metadata.degrau["version"])


def hand_in(released: Path, path: Path) -> Path:
    notebook = nbformat.read(released, 4)
    next(cell for cell in notebook.cells if cell.id == "huber_gradient").source = RIGHT
    path.parent.mkdir(parents=True)
    nbformat.write(notebook, path)
    return path


@pytest.fixture(scope="module")
def earlier(losses, run, tmp_path_factory) -> Path:
    """The course in its version 0.3.0; beside it a notebook handed in, and a gradebook, from that version."""
    folder = tmp_path_factory.mktemp("versions") / "losses"
    shutil.copytree(losses, folder)
    hand_in(folder / "assignments" / "es" / "20_huber.ipynb", folder.parent / "ana" / "20_huber.ipynb")
    made = run(folder, "init", "../course")
    assert made.returncode == 0, made.stderr
    hand_in(folder / "assignments" / "es" / "20_huber.ipynb", submitted(folder.parent / "course"))
    return folder


def submitted(course: Path) -> Path:
    return course / "submitted" / "ana" / "20_huber" / "20_huber.ipynb"


@pytest.fixture(scope="module")
def unchanged(earlier, run) -> Path:
    """The same in version 0.4.0, in which no notebook changes."""
    change(earlier / "pyproject.toml", 'version = "0.3.0"', 'version = "0.4.0"')
    return earlier


@pytest.fixture(scope="module")
def later(unchanged, run) -> Path:
    """The same once its first function is worth more, and it is released."""
    grader = unchanged / "graders" / "losses" / "20_huber" / "huber_loss.py"
    change(grader, 'en="the value for one error"), 2, number', 'en="the value for one error"), 4, number')
    released = run(unchanged, "release")
    assert released.returncode == 0, released.stdout + released.stderr
    return unchanged


def test_a_version_in_which_no_notebook_changes_makes_none_out_of_date_and_nobody_is_told(unchanged, run) -> None:
    checked = run(unchanged, "release", "--check")
    assert (checked.returncode, checked.stdout) == (0, "")
    assert {version_of(path) for path in unchanged.rglob("assignments/*/*.ipynb")} == {"0.3.0"}
    assert "0.3.0" not in run(unchanged, "judge", "../ana/20_huber.ipynb", "--lang", "en").stdout
    assert run(unchanged, "init", "../course").stderr == ""


def test_what_is_handed_out_says_the_version_in_which_it_last_changed(later, run) -> None:
    assert {version_of(path) for path in later.rglob("assignments/*/*.ipynb")} == {"0.4.0"}
    assert run(later, "init", "../new").returncode == 0
    for kind in ("source", "release"):
        assert version_of(later.parent / "new" / kind / "20_huber" / "20_huber.ipynb") == "0.4.0"


def test_a_notebook_from_another_version_is_judged_by_its_cells_and_one_note_says_so(later, run) -> None:
    judged = run(later, "judge", "../ana/20_huber.ipynb").stdout
    assert judged.count(NOTE) == 1
    assert "huber_gradient — pasó" in judged
    assert run(later, "init", "../graded").returncode == 0
    shutil.copytree(submitted(later.parent / "course").parents[1], submitted(later.parent / "graded").parents[1])
    graded = run(later, "grade", "--course", "../graded")
    words = " ".join(graded.stdout.split())
    assert re.search(r"ana 20_huber 5 13\b", words), graded.stdout
    page = (later.parent / "graded" / "feedback" / "ana" / "20_huber" / "20_huber.html").read_text("utf-8")
    assert page.count(NOTE) == 1


def test_a_gradebook_from_another_version_is_refused_until_it_is_brought_up_to_date(later, run) -> None:
    refused = run(later, "grade", "--course", "../course")
    assert refused.returncode != 0
    assert "20_huber is not in the gradebook as it is judged: huber_loss has 6 points there and 8 here." in (
        refused.stderr
    )
    updated = run(later, "init", "../course", "--update")
    assert updated.returncode == 0, updated.stderr
    graded = run(later, "grade", "--course", "../course")
    assert graded.returncode == 0, graded.stderr
