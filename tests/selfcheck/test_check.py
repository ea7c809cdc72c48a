"""`check(f)` in a student's kernel: what it shows, what it returns, and that no solution is needed or given away."""

import json
import subprocess
import sys
from functools import partial

import numpy as np
import pytest

import degrau
from degrau.report.card import card_text
from degrau.report.html import card_html
from degrau.report.types import ExerciseReport, Mistake, PropertyReport
from degrau.sandbox.limits import Limits
from degrau.selfcheck import check as selfcheck
from degrau.selfcheck import notebook as spoken

from ..at_hand import LANGUAGE


def step(z):
    return np.where(np.asarray(z) >= 0, 1, 0)


def predict(X, w, b): ...


@pytest.mark.ours
def test_a_right_function_passes_and_is_told_that_more_is_to_come(capsys) -> None:
    assert degrau.check(step) == 4.0
    assert capsys.readouterr().out.splitlines() == [
        "step — passou",
        "  ✓ 1 para z > 0 e 0 para z < 0",
        "  ✓ arrays de qualquer formato",
        "  ✓ 1 também em z = 0",
        "  ✓ não altera os argumentos e responde sempre o mesmo",
        "  verificações públicas: 4 de 4; as demais rodam na correção",
    ]


@pytest.mark.ours
def test_the_result_reads_as_a_bare_number_for_nbgrader(capsys) -> None:
    assert repr(degrau.check(step)) == "4.0"


@pytest.mark.ours
def test_a_wrong_function_reads_its_cause(capsys) -> None:
    def adaline_update(w, b, x, y, lr):
        error = y - (x @ w + b)
        return w - lr * error * x, b - lr * error

    degrau.language("en")
    assert degrau.check(adaline_update) == 0.0
    shown = capsys.readouterr().out
    assert "✗ w takes the step of the delta rule" in shown
    assert "Likely cause" in shown


@pytest.mark.ours
def test_a_blank_function_is_told_so_without_reproach(capsys) -> None:
    assert degrau.check(predict) == 0.0
    assert capsys.readouterr().out.startswith("predict — ainda não escrita\n  · ")


@pytest.mark.ours
def test_the_second_hint_comes_when_it_is_asked_for(capsys) -> None:
    def linear(z):
        return -z

    degrau.language("en")
    degrau.hint(linear)
    assert capsys.readouterr().out.startswith("no hint for linear now: run check(linear) first")
    degrau.check(linear)
    assert "One more hint: degrau.hint(linear)" in capsys.readouterr().out
    for function in (linear, "linear"):
        degrau.hint(function)
        assert capsys.readouterr().out.startswith("Adaline's activation decides nothing")


@pytest.mark.ours
def test_an_endless_loop_is_said_to_be_one_and_the_kernel_goes_on(monkeypatch, capsys) -> None:
    def linear(z):
        while True:
            pass

    monkeypatch.setattr(selfcheck, "Limits", Limits(call_seconds=0.1))
    assert degrau.check(linear) == 0.0
    shown = capsys.readouterr().out
    assert "linear — não terminou a tempo" in shown
    assert "não terminou em 0.1 s: há um laço sem fim?" in shown
    assert "O que precisa mudar dentro do laço" in shown
    assert degrau.check(step) == 4.0


@pytest.mark.ours
def test_what_a_function_prints_comes_after_its_card(capsys) -> None:
    def linear(z):
        for i in range(3000):
            print("value", i)
        return z

    degrau.language("en")
    assert degrau.check(linear) == 3.0
    shown = capsys.readouterr().out.splitlines()
    assert shown[0] == "linear — passed"
    start = shown.index("  During the check, the function printed:")
    assert shown[start + 1 : start + 3] == ["    value 0", "    value 1"]
    assert len(shown) == start + 12
    assert shown[-1].endswith("000 lines in all")


@pytest.mark.ours
def test_nbgrader_s_validation_reads_the_card_where_it_looks(monkeypatch, capsys) -> None:
    monkeypatch.setenv("NBGRADER_EXECUTION", "validate")
    degrau.check(step)
    assert capsys.readouterr().err == ""
    degrau.check(predict)
    assert capsys.readouterr().err.startswith("predict — ainda não escrita\n")


def test_something_that_is_no_exercise_is_refused_by_name_and_without_a_traceback(capsys) -> None:
    degrau.language("en")
    assert degrau.check(len) == 0.0
    assert capsys.readouterr().out == "`len` is not an exercise of the course.\n"


@pytest.mark.ours
@pytest.mark.parametrize("function", [lambda z: z, partial(lambda factor, z: factor * z, 1)])
def test_a_function_is_known_by_the_name_that_the_notebook_gives_it(function, monkeypatch, capsys) -> None:
    monkeypatch.setitem(vars(sys.modules["__main__"]), "linear", function)
    assert degrau.check(function) == 3.0
    assert capsys.readouterr().out.startswith("linear — passou")


def test_the_language_is_the_one_chosen_then_the_variable_then_the_notebook_then_the_system(
    monkeypatch, tmp_path
) -> None:
    assert spoken.spoken() == LANGUAGE
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    assert spoken.spoken() == "en"
    notebook = tmp_path / "n.ipynb"
    notebook.write_text(json.dumps({"metadata": {"degrau": {"language": LANGUAGE}}}))
    monkeypatch.setenv("JPY_SESSION_NAME", str(notebook))
    assert spoken.spoken() == LANGUAGE
    monkeypatch.setenv("DEGRAU_LANG", "en")
    assert spoken.spoken() == "en"
    degrau.language(LANGUAGE)
    assert spoken.spoken() == LANGUAGE
    with pytest.raises(ValueError, match="fr"):
        degrau.language("fr")


def test_importing_degrau_brings_neither_hypothesis_nor_matplotlib_nor_nbgrader() -> None:
    heavy = "{'hypothesis', 'matplotlib', 'nbgrader', 'nbformat', 'jupytext'}"
    script = f"import sys, degrau; print(sorted({heavy} & sys.modules.keys()))"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_everything_on_a_card_is_escaped() -> None:
    evil = "<script>alert(1)</script>\x1b[31m"
    prop = PropertyReport("p", evil, 0, 1, passed=False, message=evil, counterexample=evil)
    report = ExerciseReport(evil, "failed", (prop,), (Mistake("m", evil, evil),), evil, hint=evil)
    html, text = card_html(report, "pt"), card_text(report, "pt")
    assert "<script" not in html
    assert "\x1b" not in html + text
