"""A second course goes the whole way, as degrau's own does: release, quality, bundle, init, judge, grade, check."""

import json
import re
import zipfile
from pathlib import Path

import nbformat
import pytest

pytestmark = pytest.mark.long

WITHOUT_THE_HALF = """\
def huber_loss(e, delta):
    size = np.abs(e)
    return np.where(size <= delta, np.square(e), delta * (size - delta / 2))
"""
PORTUGUESE = re.compile(r"\b(não|você|função|célula|está|são|Escreva|Sua)\b")


def handed_in(losses: Path, path: Path, language: str = "es") -> Path:
    """The notebook of a student with one mistake, and one function that is not written."""
    notebook = nbformat.read(losses / "assignments" / language / "20_huber.ipynb", 4)
    next(cell for cell in notebook.cells if cell.id == "huber_loss").source = WITHOUT_THE_HALF
    path.parent.mkdir(parents=True)
    nbformat.write(notebook, path)
    return path


def test_a_release_in_the_courses_own_languages_has_no_word_of_others(losses, run) -> None:
    notebooks = sorted((losses / "assignments").rglob("*.ipynb"))
    assert [path.parent.name for path in notebooks] == ["en", "es"]
    for path in notebooks:
        text = path.read_text("utf-8")
        assert "# Escribe aquí · Write here" in json.loads(text)["cells"][2]["source"][-2]
        assert not PORTUGUESE.search(text)
    again = run(losses, "release", "--check")
    assert (again.returncode, again.stdout) == (0, "")


def test_the_courses_at_hand_are_listed_the_one_that_one_stands_in_first(losses, run) -> None:
    first, *lines = run(losses / "solutions", "packs").stdout.splitlines()
    assert first == "losses 0.3.0: Funciones de pérdida (es, en)"
    assert lines[1].split() == ["20_huber", "11", "points", "2", "functions"]
    assert lines[2].startswith("degrau.exercises ")


def test_its_graders_are_measured(losses, run) -> None:
    measured = run(losses, "quality")
    assert measured.returncode == 0, measured.stdout
    assert re.search(r"20_huber +6/6 +12/12 +12/12", measured.stdout)


def test_functions_of_other_courses_are_not_measured(losses, run) -> None:
    refused = run(losses, "quality", "softmax")
    assert (refused.returncode, refused.stdout) == (2, "")
    assert refused.stderr == "degrau: no assignment softmax; there are: 20_huber\n"


def test_a_judged_notebook_is_spoken_to_in_its_language(losses, run, tmp_path) -> None:
    spanish = run(losses, "judge", str(handed_in(losses, tmp_path / "es" / "a.ipynb"))).stdout
    assert "huber_loss — todavía no" in spanish
    assert "Causa probable: Sin la mitad." in spanish
    english = run(losses, "judge", str(handed_in(losses, tmp_path / "en" / "a.ipynb", "en"))).stdout
    assert "Likely cause: Without the half." in english
    assert not PORTUGUESE.search(spanish + english)


def test_students_check_themselves_without_the_solutions(losses, run, tmp_path) -> None:
    path = handed_in(losses, tmp_path / "a" / "a.ipynb", "en")
    checked = run(losses, "check", str(path)).stdout
    assert "public checks: 1 of 5; the rest run when it is graded" in checked
    assert "Likely cause: Without the half." in checked


def test_a_class_is_graded_from_anywhere(losses, run, tmp_path) -> None:
    course = tmp_path / "course"
    made = run(losses, "init", str(course), "--lang", "en")
    assert made.returncode == 0, made.stderr
    handed_in(losses, course / "submitted" / "ana" / "20_huber" / "20_huber.ipynb")
    graded = run(tmp_path, "grade", "--course", str(course))
    assert graded.stdout.splitlines()[1].split() == ["ana", "20_huber", "1", "11"], graded.stderr
    page = (course / "feedback" / "ana" / "20_huber" / "20_huber.html").read_text("utf-8")
    assert "Sin la mitad" in page
    assert not PORTUGUESE.search(re.sub(r"(?s)<(script|style).*?</\1>", "", page))
    # What follows a grading knows the course's assignments, too, wherever one stands.
    assert run(tmp_path, "extend", "ana", "20_huber", "1d", "--course", str(course)).returncode == 0
    assert run(course, "report").returncode == 0
    report = json.loads((course / "report" / "report.json").read_text("utf-8"))
    assert [mark["score"] for mark in report["marks"]] == [1.0]


def test_what_is_handed_in_is_never_taken_for_a_course(losses, run, tmp_path) -> None:
    course = tmp_path / "course"
    assert run(losses, "init", str(course)).returncode == 0
    trap = course / "submitted" / "eva" / "20_huber"
    (trap / "solutions").mkdir(parents=True)
    (trap / "graders" / "trap").mkdir(parents=True)
    (trap / "graders" / "trap" / "pack.toml").write_text('languages = ["en"]\ntitle = { en = "Trap" }\n', "utf-8")
    (trap / "graders" / "trap" / "__init__.py").write_text("raise SystemExit('handed in')\n", "utf-8")
    assert "trap" not in run(trap, "packs").stdout + run(trap, "packs").stderr


def test_a_bundle_brings_the_course_and_no_solution(losses, run, tmp_path) -> None:
    bundled = run(losses, "bundle", "--out", str(tmp_path / "degrau-es.zip"))
    assert bundled.returncode == 0, bundled.stderr
    with zipfile.ZipFile(tmp_path / "degrau-es.zip") as archive:
        names = archive.namelist()
        archive.extractall(tmp_path)
    assert names[:2] == ["como-empezar.html", "20_huber.ipynb"]
    # Of degrau's own course, it has what courses share, and no more.
    (engine,) = tmp_path.glob("wheels/degrau-*+engine-py3-none-any.whl")
    with zipfile.ZipFile(engine) as archive:
        shared = {name for name in archive.namelist() if name.startswith("degrau/exercises/")}
    assert "degrau/exercises/inputs.py" in shared
    assert all(re.fullmatch(r"degrau/exercises/\w+\.py", name) for name in shared)
    (wheel,) = tmp_path.glob("wheels/losses-0.3.0-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        assert {"losses/pack.toml", "losses/20_huber/huber_loss.py", "losses/20_huber/probes.npz"} <= {
            *archive.namelist()
        }
        assert not [name for name in archive.namelist() if "solutions" in name or "banks" in name]
    assert not PORTUGUESE.search((tmp_path / "20_huber.ipynb").read_text("utf-8"))


def test_a_bundle_in_which_nothing_could_be_checked_is_refused(losses, run, tmp_path) -> None:
    public = losses / "graders" / "losses" / "20_huber" / "probes.npz"
    public.rename(tmp_path / "kept.npz")
    try:
        refused = run(losses, "bundle", "--out", str(tmp_path / "a.zip"))
    finally:
        (tmp_path / "kept.npz").rename(public)
    assert refused.returncode == 2
    assert refused.stderr.startswith(f"degrau: {public} is missing: nobody could check an answer.\n")


def test_a_wheel_that_would_bring_students_solutions_is_refused(losses, run, tmp_path) -> None:
    about = losses / "pyproject.toml"
    kept = about.read_text("utf-8")
    about.write_text(kept.replace('packages = ["graders/losses"]', 'include = ["graders", "solutions"]'), "utf-8")
    try:
        refused = run(losses, "bundle", "--out", str(tmp_path / "a.zip"))
    finally:
        about.write_text(kept, "utf-8")
    assert refused.returncode == 2
    assert "the course's wheel would bring students solutions/20_huber.py" in refused.stderr
