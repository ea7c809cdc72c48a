"""The command line, run as a person would."""

import json
import re
import subprocess
import sys
from pathlib import Path

import nbformat
import numpy as np
import pytest
import yaml
from jsonschema import validate
from typer.testing import CliRunner

from degrau.authoring.release import fill
from degrau.commands import app
from degrau.commands.classes import NEXT

TEXT, NUMBER = {"type": "string"}, {"type": "number", "minimum": 0}
OF_A_TEST = {"test-name": TEXT, "passed": {"type": "boolean"}, "score": NUMBER, "max-score": NUMBER}
OF_A_RESULT = {
    "schema": {"const": "classroom50/result/v1"},
    **dict.fromkeys(("classroom", "assignment", "submission", "commit", "release", "review", "datetime"), TEXT),
    "score": NUMBER,
    "max-score": NUMBER,
    "tests": {
        "type": "array",
        "minItems": 1,
        "items": {"required": [*OF_A_TEST], "properties": OF_A_TEST, "additionalProperties": False},
    },
}
CLASSROOM50 = {"required": [*OF_A_RESULT], "properties": OF_A_RESULT, "additionalProperties": False}
COMMANDS = (
    "judge",
    "check",
    "init",
    "bundle",
    "grade",
    "report",
    "similar",
    "demo",
    "release",
    "texts",
    "site",
    "quality",
    "doctor",
)


def degrau(*arguments: object, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "degrau", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=600, cwd=cwd, check=False)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_with_an_example(command) -> None:
    run = CliRunner().invoke(app, [command, "--help"])
    assert run.exit_code == 0
    assert "Example: degrau" in run.stdout
    assert "\x1b" not in run.stdout


def test_the_commands_that_the_demo_ends_with_exist() -> None:
    named = re.findall(r"^  (?:cd \S+ && )?\{run\}(\w+) (\w+)", NEXT, re.M)
    assert [*named] == [("degrau", "report"), ("degrau", "similar"), ("degrau", "grade"), ("jupyter", "lab")]
    assert {name for program, name in named if program == "degrau"} <= set(COMMANDS)
    assert (Path(sys.executable).parent / "jupyter-lab").exists()


def test_judge_prints_one_json_object_a_line_and_a_broken_file_gets_one_too(pack, tmp_path) -> None:
    right = tmp_path / "á ção.ipynb"
    step = "def step(z):\n    return np.where(np.asarray(z) >= 0, 1, 0)\n"
    predict = "def predict(X, w, b):\n    return step(X @ w + b).reshape(-1, 1)\n"
    nbformat.write(fill(pack.release("00_perceptron", "en"), {"step": step, "predict": predict}), right)
    broken = tmp_path / "broken.ipynb"
    broken.write_text('{"cells": [')
    run = degrau("judge", right, broken, "--json", "--seed", 3, "--profile", cwd=tmp_path)
    assert run.returncode == 0, run.stderr
    assert re.search(r"^ +[\d.]+ ms  call the functions$", run.stderr, re.M)
    assert re.search(r"^ +[\d.]+ ms  in all$", run.stderr, re.M)
    first, second = map(json.loads, run.stdout.splitlines())
    assert (first["assignment"], first["points"], first["max_points"]) == ("00_perceptron", 4, 21)
    assert [e["status"] for e in first["exercises"]] == ["passed", "failed", "blank", "blank"]
    assert first["exercises"][1]["misconception"]["title"]
    assert first["exercises"][1]["properties"][0]["counterexample"].startswith("predict(np.array([[")
    assert (second["points"], second["exercises"]) == (0, [])
    assert second["error"]
    assert sorted(p.name for p in tmp_path.iterdir()) == ["broken.ipynb", right.name]


def test_check_runs_the_public_checks_of_a_folder_in_the_notebook_s_language(pack, tmp_path) -> None:
    notebook = tmp_path / "n.ipynb"
    nbformat.write(fill(pack.release("01_adaline", "pt"), {"linear": "def linear(z):\n    return z\n"}), notebook)
    run = degrau("check", cwd=tmp_path)
    assert run.returncode == 0, run.stderr
    assert "1 de 6 funções passam nas verificações públicas" in run.stdout
    assert re.search(r"✓ linear +passou +3/3\n", run.stdout)


def test_check_writes_a_page_for_github_and_a_result_for_classroom_50(pack, tmp_path) -> None:
    notebook = tmp_path / "n.ipynb"
    nbformat.write(fill(pack.release("01_adaline", "pt"), {"linear": "def linear(z):\n    return 2 * z\n"}), notebook)
    run = degrau("check", "--summary", "page.md", "--classroom50", cwd=tmp_path)
    assert run.returncode == 1, run.stderr
    page = (tmp_path / "page.md").read_text("utf-8")
    assert page.startswith("### n.ipynb\n\n0 de 6 funções passam")
    assert "| ✗ | `linear` | ainda não |" in page
    assert "linear — ainda não" in page
    result = json.loads((tmp_path / "result.json").read_text("utf-8"))
    validate(result, CLASSROOM50)
    assert result["score"] == sum(test["score"] for test in result["tests"])
    assert not any(test["passed"] for test in result["tests"] if not test["score"])


def test_the_workflow_of_the_documentation_runs_a_check_that_there_is() -> None:
    pages = [Path(__file__).parents[2] / "docs" / name for name in ("teachers.md", "professores.md")]
    found = [yaml.safe_load(re.search(r"```yaml\n(on: push.*?)```", p.read_text("utf-8"), re.S)[1]) for p in pages]
    assert found[0] == found[1]
    assert found[0]["jobs"]["check"]["steps"][-1]["run"] == 'degrau check --summary "$GITHUB_STEP_SUMMARY"'


def test_check_in_a_folder_without_notebooks_says_so(tmp_path) -> None:
    run = degrau("check", cwd=tmp_path)
    assert run.returncode == 1
    assert "(.ipynb)" in run.stdout


def test_texts_says_whether_the_catalogue_is_complete() -> None:
    run = degrau("texts", "--check")
    assert run.returncode == 0
    assert run.stdout.endswith("degrau.po: complete\n")


@pytest.mark.long
def test_the_gallery_has_the_card_of_every_wrong_variant(pack, tmp_path) -> None:
    page = tmp_path / "cards.html"
    run = degrau("quality", "--gallery", page, "--lang", "en", "00_perceptron")
    assert run.returncode == 0, run.stderr
    wrong = [variant for variant in pack.bank("00_perceptron") if not variant.right]
    assert run.stdout == f"{page}: {len(wrong)} cards\n"
    html = page.read_text("utf-8")
    assert html.count("<article>") == len(wrong)
    # Below a card, what would be said of a mistake that is not known may name a cause, too.
    cards = [article.partition('<p class="unknown">')[0] for article in html.split("<article>")[1:]]
    assert [card.count("Likely cause: ") for card in cards] == [1] * len(wrong)
    assert "✗</h4>" not in html


@pytest.mark.slow
def test_an_error_is_two_lines_at_most_and_code_2(tmp_path) -> None:
    for arguments in (("release", "99_nothing"), ("grade", "--course", tmp_path)):
        run = degrau(*arguments)
        assert run.returncode == 2
        assert 1 <= len(run.stderr.strip().splitlines()) <= 2
        assert run.stderr.startswith("degrau: ")


# As in an install with the extra `terminal`, which has none of what the extra `teacher` brings.
LIGHT = """\
import sys

from degrau.base.installed import EXTRAS
from degrau.__main__ import main

sys.modules.update(dict.fromkeys(name for name, extra in EXTRAS.items() if extra == "teacher"))
main()
"""


@pytest.mark.parametrize("arguments", [("quality",), ("grade",), ("init", "course"), ("release",)])
def test_a_command_that_needs_more_than_is_installed_says_which_extra(arguments, tmp_path) -> None:
    run = subprocess.run([sys.executable, "-c", LIGHT, *arguments], capture_output=True, text=True, cwd=tmp_path)
    assert run.returncode == 2
    assert re.fullmatch(r"degrau: this command needs \w+, which is in the extra teacher\npip install .*\n", run.stderr)


@pytest.mark.parametrize(("command", "said"), [("doctor", "grading uses: "), ("check", "0 de 6 funções")])
def test_the_extra_terminal_is_enough_for_a_student_s_commands(pack, command, said, tmp_path) -> None:
    nbformat.write(pack.release("01_adaline", "pt"), tmp_path / "n.ipynb")
    run = subprocess.run([sys.executable, "-c", LIGHT, command], capture_output=True, text=True, cwd=tmp_path)
    assert run.returncode == 0, run.stderr
    assert said in run.stdout


def test_doctor_names_the_sandbox_and_the_course_pack() -> None:
    run = degrau("doctor")
    assert "grading uses: " in run.stdout
    assert "00_perceptron" in run.stdout


@pytest.mark.long
@pytest.mark.skipif(
    np.lib.NumpyVersion(np.__version__) < "2.4.0",
    reason="before NumPy 2.4, known mistakes that call math with an array of one number answer otherwise",
)
def test_release_has_nothing_to_say_where_what_students_get_is_up_to_date() -> None:
    run = degrau("release", "--check", "00_perceptron")
    assert (run.returncode, run.stdout) == (0, "")
