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
from degrau.demo.desk import Desk
from degrau.judging.registry import assignments
from degrau.selfcheck import notebook

from ..at_hand import ASSIGNMENT, FIRST, FUNCTIONS, PACK

RIGHT = Desk(PACK, ASSIGNMENT, "en").right(0)[FIRST]
PARAMETERS = assignments()[ASSIGNMENT].by_name[FIRST].parameters
DEFINED = f"def {FIRST}({', '.join(PARAMETERS)}):\n"
CALL = f"{FIRST}({', '.join(['np.array([3])'] * len(PARAMETERS))})"
HERE = f" The functions of this notebook are {', '.join(f'`{name}`' for name in FUNCTIONS)}.\n"


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
            f"`check` wants to know which function: write its name between the parentheses, as in `check({FIRST})`.",
        ),
        (
            f"check({FIRST}, {FIRST})",
            f"`check` looks at one function at a time: a call for each, as in `check({FIRST})`.",
        ),
        ("check(3.5)", "`check` wants a function of the course, and was given a value of type float."),
        ("check(len)", "`len` is not an exercise of the course."),
    ],
)
def test_what_is_no_function_of_the_course_is_answered_with_those_that_are(run, call, said) -> None:
    run(RIGHT)
    assert run(call) == said + HERE


def test_a_name_in_quotation_marks_is_to_be_written_without(run) -> None:
    said = f"`check` wants the function itself, not its name as text: `check({FIRST})`, without quotation marks.\n"
    assert run(f"check({FIRST!r})") == said


@pytest.mark.parametrize("body", ["    return 1", f"    print({PARAMETERS[0]})", "    ..."])
def test_a_call_in_place_of_the_function_is_named_as_it_is_written(run, body) -> None:
    run(f"{DEFINED}{body}")
    assert f"`check` wants the function itself, and `{CALL}` is what" in run(f"check({CALL})")


def test_a_function_whose_name_was_given_to_a_number_is_judged_to_be_none(run) -> None:
    said = run(f"for {FIRST} in range(3):\n    pass\ncheck({FIRST})")
    assert f"`{FIRST}` is no function here: the name was given to something else, of type int." in " ".join(
        said.split()
    )


def test_what_would_end_the_kernel_ends_the_call_alone_and_is_itself_again_afterwards(run) -> None:
    exits = vars(sys.modules["__main__"])
    exits["exit"] = exiter = type("Exiter", (), {"__module__": "IPython.core", "__call__": lambda self: 1 / 0})()
    assert f"`{FIRST}` ends Python itself." in run(f"{DEFINED}    exit()\ncheck({FIRST})")
    assert exits["exit"] is exiter
    assert input is vars(sys.modules["builtins"])["input"]


def test_a_cell_that_is_known_to_define_what_is_missing_is_told(run, monkeypatch, tmp_path) -> None:
    notebook = tmp_path / "n.ipynb"
    later = {"cell_type": "code", "source": ["def threshold(z):\n", "    return z >= 0"]}
    notebook.write_text(json.dumps({"cells": [later], "metadata": {}}))
    monkeypatch.setenv("JPY_SESSION_NAME", str(notebook))
    said = run(f"{DEFINED}    return threshold({PARAMETERS[0]})\ncheck({FIRST})")
    assert "`threshold` is defined in another cell, which has not run before this check." in " ".join(said.split())


def test_cells_that_stopped_are_forgotten_when_they_have_run() -> None:
    notebook.note("import numpi", ModuleNotFoundError("No module named 'numpi'"))
    assert notebook.stopped["numpi"].message == "No module named 'numpi'"
    notebook.note("import numpi", None)
    assert not notebook.stopped


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
    broken = RIGHT.replace(":", "", 1)
    line, checked = broken.splitlines()[0], f"check({FIRST})"
    undefined, broken_cell, still, elsewhere, mended, overwritten, other = in_ipython(
        checked, broken, checked, f"{FIRST}(3)", f"{RIGHT}\n{checked}", f"check = 3\n{checked}", "nothing"
    )
    assert "NameError" in undefined
    assert f"{FIRST} — not found\n" in undefined
    assert f"There is no `{FIRST}` here yet." in undefined
    assert "One more hint: Python knows only what has been run." in undefined
    assert broken_cell.rstrip().endswith("end with a\ncolon.")
    assert f"{FIRST} — stopped with an error\n" in still
    assert f"    SyntaxError: expected ':'\n        [{FIRST}:1] {line}\n" in still
    assert f"Python cannot read line 1 of the cell that defines `{FIRST}`" in " ".join(still.split())
    assert elsewhere.rstrip().endswith(f"name '{FIRST}' is not defined")
    assert f"{FIRST} — passed" in mended
    assert "`check` is written over here by a value of type int." in overwritten
    assert other.rstrip().endswith("name 'nothing' is not defined")


def test_where_matplotlib_is_missing_a_plot_says_what_works_without_it() -> None:
    _hidden, plot, other = in_ipython(
        "import sys\nsys.modules['matplotlib'] = None", "import matplotlib.pyplot as plt", "import numpi"
    )
    assert "Matplotlib, which draws the plots, is not installed here." in plot
    assert "Matplotlib" not in other
