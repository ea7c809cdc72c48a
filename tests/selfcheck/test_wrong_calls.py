"""What `check` says where it is given something else than a function, and where Python never comes to it."""

import contextlib
import io
import json
import linecache
import subprocess
import sys
from collections.abc import Callable
from types import ModuleType

import numpy as np
import pytest

import degrau
from degrau.selfcheck import cells

STEP = "def step(z):\n    return np.where(np.asarray(z) >= 0, 1, 0)"
HERE = " The functions of this notebook are `step`, `predict`, `perceptron_update`, `train_perceptron`.\n"


@pytest.fixture
def run(monkeypatch) -> Callable[[str], str]:
    """Runs a cell in a kernel of its own, and gives what it shows, in one line for each paragraph."""
    module = ModuleType("__main__")
    monkeypatch.setitem(sys.modules, "__main__", module)
    vars(module).update(np=np, check=degrau.check, hint=degrau.hint)
    monkeypatch.setattr("degrau.selfcheck.check.paragraph_text", str)
    degrau.language("en")

    def ran(source: str) -> str:
        name = f"<cell {len(source)}>"
        linecache.cache[name] = (len(source), None, source.splitlines(keepends=True), name)
        with contextlib.redirect_stdout(io.StringIO()) as output:
            exec(compile(source, name, "exec"), vars(module))
        return output.getvalue()

    return ran


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (
            "check()",
            "`check` wants to know which function: write its name between the parentheses, as in `check(step)`.",
        ),
        ("check(step, step)", "`check` looks at one function at a time: a call for each, as in `check(step)`."),
        ("check(3.5)", "`check` wants a function of the course, and was given a value of type float."),
        ("check(len)", "`len` is not an exercise of the course."),
    ],
)
def test_what_is_no_function_of_the_course_is_answered_with_those_that_are(run, call, said) -> None:
    run(STEP)
    assert run(call) == said + HERE


def test_a_name_in_quotation_marks_is_to_be_written_without(run) -> None:
    said = "`check` wants the function itself, not its name as text: `check(step)`, without quotation marks.\n"
    assert run("check('step')") == said


@pytest.mark.parametrize("body", ["    return 1", "    print(z)", "    ..."])
def test_a_call_in_place_of_the_function_is_named_as_it_is_written(run, body) -> None:
    run(f"def step(z):\n{body}")
    assert "`check` wants the function itself, and `step(np.array([3]))` is what" in run("check(step(np.array([3])))")


def test_a_function_whose_name_was_given_to_a_number_is_judged_to_be_none(run) -> None:
    assert "`step` is no function here: the name was given to something else, of type\n      int." in run(
        "for step in range(3):\n    pass\ncheck(step)"
    )


def test_what_would_end_the_kernel_ends_the_call_alone_and_is_itself_again_afterwards(run) -> None:
    exits = vars(sys.modules["__main__"])
    exits["exit"] = exiter = type("Exiter", (), {"__module__": "IPython.core", "__call__": lambda self: 1 / 0})()
    assert "`step` ends Python itself." in run("def step(z):\n    exit()\ncheck(step)")
    assert exits["exit"] is exiter
    assert input is vars(sys.modules["builtins"])["input"]


def test_a_cell_that_is_known_to_define_what_is_missing_is_told(run, monkeypatch, tmp_path) -> None:
    notebook = tmp_path / "n.ipynb"
    later = {"cell_type": "code", "source": ["def threshold(z):\n", "    return z >= 0"]}
    notebook.write_text(json.dumps({"cells": [later], "metadata": {}}))
    monkeypatch.setenv("JPY_SESSION_NAME", str(notebook))
    said = run("def step(z):\n    return threshold(z)\ncheck(step)")
    assert "`threshold` is defined in another cell, which has not run before this check." in " ".join(said.split())


def test_cells_that_stopped_are_forgotten_when_they_have_run() -> None:
    cells.note("import numpi", ModuleNotFoundError("No module named 'numpi'"))
    assert cells.stopped["numpi"].message == "No module named 'numpi'"
    cells.note("import numpi", None)
    assert not cells.stopped


IPYTHON = """
import contextlib, io, json, sys
from IPython.core.interactiveshell import InteractiveShell
shell = InteractiveShell.instance()
said = []
for cell in json.loads(sys.argv[1]):
    with contextlib.redirect_stdout(io.StringIO()) as output:
        shell.run_cell(cell)
    said.append(output.getvalue())
print(json.dumps(said))
"""
SETUP = "import numpy as np\nimport degrau\nfrom degrau import check\ndegrau.language('en')"


def in_ipython(*cells: str) -> list[str]:
    """What IPython shows below each of these cells, the setup aside."""
    script = [sys.executable, "-c", IPYTHON, json.dumps([SETUP, *cells])]
    run = subprocess.run(script, capture_output=True, text=True, check=True)
    return json.loads(run.stdout.splitlines()[-1])[1:]


def test_below_an_error_of_python_s_stands_what_it_means_for_a_function_of_the_course() -> None:
    broken = STEP.replace(":", "", 1)
    undefined, broken_cell, still, elsewhere, mended, overwritten, other = in_ipython(
        "check(step)", broken, "check(step)", "step(3)", f"{STEP}\ncheck(step)", "check = 3\ncheck(step)", "nothing"
    )
    assert "NameError" in undefined
    assert "step — not found\n" in undefined
    assert "There is no `step` here yet." in undefined
    assert "One more hint: Python knows only what has been run." in undefined
    assert broken_cell.rstrip().endswith("end with a\ncolon.")
    assert "step — stopped with an error\n" in still
    assert "    SyntaxError: expected ':'\n        [step:1] def step(z)\n" in still
    assert "    Python cannot read line 1 of the cell that defines `step`" in still
    assert elsewhere.rstrip().endswith("name 'step' is not defined")
    assert "step — passed" in mended
    assert "`check` is written over here by a value of type int." in overwritten
    assert other.rstrip().endswith("name 'nothing' is not defined")


def test_where_matplotlib_is_missing_a_plot_says_what_works_without_it() -> None:
    _hidden, plot, other = in_ipython(
        "import sys\nsys.modules['matplotlib'] = None", "import matplotlib.pyplot as plt", "import numpi"
    )
    assert "Matplotlib, which draws the plots, is not installed here." in plot
    assert "Matplotlib" not in other
