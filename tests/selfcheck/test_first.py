"""A function that uses an earlier one that fails is told which to mend first, in the kernel and in a terminal."""

import sys
from types import ModuleType

import numpy as np
import pytest

import degrau
from degrau.authoring.release import fill
from degrau.demo.desk import as_file
from degrau.report.html import card_html
from degrau.sandbox.machine import Pool
from degrau.selfcheck import check
from degrau.selfcheck.file import check_file

STEP = "def step(z):\n    return np.where(np.asarray(z) >= 0, 1, 0)\n"
GREATER = "def step(z):\n    return np.where(np.asarray(z) > 0, 1, 0)\n"
BLANK = "def step(z):\n    ...\n"
PREDICT = "def answer(z):\n    return step(z)\n\n\ndef predict(X, w, b):\n    return answer(X @ w + b)\n"
FIRST = (
    "It uses `step`, which does not pass either: start there. When the notebook is graded, `predict` is judged once "
    "more with a right `step` in place of yours, unless your course does without."
)


@pytest.fixture
def kernel(monkeypatch):
    """The names of an open notebook in which these cells have run."""
    module = ModuleType("__main__")
    monkeypatch.setitem(sys.modules, "__main__", module)
    degrau.language("en")

    def run(*cells: str) -> dict[str, object]:
        vars(module)["np"] = np
        for cell in cells:
            exec(cell, vars(module))
        return vars(module)

    return run


def test_the_card_says_what_to_mend_first(kernel, capsys) -> None:
    degrau.check(kernel(GREATER, PREDICT)["predict"])
    shown = " ".join(capsys.readouterr().out.split())
    assert FIRST in shown
    assert "start there" in card_html(check.latest["predict"], "en")


@pytest.mark.parametrize("step", [BLANK, ""])
def test_what_the_card_says_already_it_does_not_say_twice(kernel, capsys, step) -> None:
    degrau.check(kernel(step, "def predict(X, w, b):\n    return step(X @ w + b)\n")["predict"])
    report, shown = check.latest["predict"], " ".join(capsys.readouterr().out.split())
    assert "`step`" in report.message
    assert "It uses `step`" not in shown
    assert FIRST.partition("start there. ")[2] in shown


def test_nothing_comes_first_where_what_is_used_passes(kernel, capsys) -> None:
    degrau.check(kernel(STEP, PREDICT.replace("step(z)", "1 - step(z)"))["predict"])
    assert "start there" not in capsys.readouterr().out


def test_grading_is_not_promised_what_it_does_not_do(kernel, capsys) -> None:
    cells = "def leaky_relu(x):\n    return x\n", "def prelu(x, alpha):\n    return leaky_relu(x)\n"
    degrau.check(kernel(*cells)["prelu"])
    shown = capsys.readouterr().out
    assert "It uses `leaky_relu`, which does not pass either: start there." in shown
    assert "judged once more" not in " ".join(shown.split())


def test_a_terminal_says_the_same_of_a_file(pack, tmp_path) -> None:
    path = tmp_path / "00_perceptron.ipynb"
    path.write_text(as_file(fill(pack.release("00_perceptron", "en"), {"step": GREATER, "predict": PREDICT})), "utf-8")
    with Pool() as pool:
        report = check_file(path, pool)
    assert [e.hint for e in report.exercises] == ["", FIRST, "", ""]
