"""`degrau new`: what it makes passes at once, in any languages; and it writes over nothing."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def begun(run, tmp_path_factory):
    """A new course, with a second assignment."""
    above = tmp_path_factory.mktemp("new")
    made = run(above, "new", "my-course", "--lang", "es", "--lang", "pt-BR")
    page = Path(__file__).parents[2] / "docs" / "writing-exercises.md"
    next_to_do = "Next: cd my-course && degrau release"
    assert made.stdout.splitlines()[-2:] == [next_to_do, f"How to write an exercise: {page}"]
    for name in ("huber_loss", "huber_gradient"):
        added = run(above / "my-course", "new", ".", "--assignment", "21_losses", "--function", name)
        assert added.returncode == 0, added.stderr
        assert "Next: degrau release\n" in added.stdout
    return above / "my-course"


def test_a_new_course_passes_at_once(begun, run) -> None:
    for command in ("release", "quality", "bundle", "init"):
        done = run(begun, command)
        assert done.returncode == 0, (command, done.stdout, done.stderr)
    assert {path.name for path in begun.rglob("assignments/*/*")} == {"01_descent.ipynb", "21_losses.ipynb"}
    test = subprocess.run([sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests"], cwd=begun)
    assert test.returncode == 0


def test_one_exercise_is_three_files_and_a_second_assignment_has_functions_of_its_own(begun, run) -> None:
    assert {path.name for path in begun.glob("graders/my_course/21_losses/*.py")} == {
        "__init__.py",
        "huber_gradient.py",
        "huber_loss.py",
    }
    banks = begun / "solutions" / "banks" / "21_losses"
    assert {path.name for path in banks.iterdir()} == {"huber_gradient.py", "huber_loss.py"}
    listed = run(begun, "packs").stdout.splitlines()
    assert listed[0] == "my_course 0.1.0: Un paso cuesta abajo (es, pt-BR)"
    assert [line.split()[0] for line in listed[2:4]] == ["01_descent", "21_losses"]


def test_an_english_course_meets_no_other_language(run, tmp_path) -> None:
    assert run(tmp_path, "new", "english").returncode == 0
    made = "".join(path.read_text("utf-8") for path in (tmp_path / "english").rglob("*.*") if path.is_file())
    assert 'languages = ["en"]' in made
    assert not re.search(r"[ãõáéíóúçñ]", made)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("new", "."), "is not empty; nothing was changed.\nName a new folder; or to add to it: --assignment 02_name"),
        (("new", "solutions", "--assignment", "02_b"), "solutions is no course: it has no graders/NAME/pack.toml."),
        (("new", ".", "--assignment", "losses"), "losses is no name for an assignment; write two digits and a word"),
        (("new", ".", "--assignment", "21_losses"), "21_losses.py is there already; nothing was changed"),
        (
            ("new", ".", "--assignment", "22_more", "--function", "huber_loss"),
            "huber_loss is a function of 21_losses already; name it otherwise",
        ),
        (("new", ".", "--assignment", "22_more", "--function", "a b"), "a b is no name for a function; write letters"),
    ],
)
def test_nothing_is_written_over(begun, run, words, said) -> None:
    refused = run(begun, *words)
    assert refused.returncode == 2
    assert said in refused.stderr


def test_the_commands_that_the_page_on_writing_exercises_begins_with_run_as_they_stand(tmp_path) -> None:
    page = (Path(__file__).parents[2] / "docs" / "writing-exercises.md").read_text("utf-8")
    commands = re.search(r"```sh\n(.*?)```", page, re.DOTALL)[1]
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    shown = subprocess.run(["bash", "-ec", commands], cwd=tmp_path, env={**os.environ, "PATH": path})
    assert shown.returncode == 0
    assert (tmp_path / "losses" / "solutions" / "02_huber.py").is_file()


def test_a_course_may_begin_a_language_that_degrau_does_not_speak(begun, run) -> None:
    made = run(begun, "texts", "--new", "fr")
    (catalogue,) = begun.glob("graders/my_course/locale/fr/LC_MESSAGES/degrau.po")
    assert made.returncode == 1
    assert re.search(rf"^{re.escape(str(catalogue))}: \d+ to look at$", made.stdout, re.MULTILINE)
    assert 'msgid "not written yet"' in catalogue.read_text("utf-8")
