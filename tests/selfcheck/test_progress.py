"""How far a notebook is: in the kernel by `degrau.progress()`, in a terminal by `degrau check`."""

import json
import sys
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

import degrau
from degrau.authoring.release import fill
from degrau.report.table import report_table, table_html
from degrau.report.types import Report
from degrau.sandbox.machine import Pool
from degrau.selfcheck.file import check_file, notebooks_in

LINEAR = "def linear(z):\n    return z"
COST = "def adaline_cost(X, y, w, b):\n    return 1.0"
TABLE = """\
1 of 6 functions pass the public checks
  ✓ linear            passed           3/3
  · adaline_output    not written yet  0/3
  ✗ adaline_cost      not yet          0/3  half the sum of squares
  · adaline_gradient  not written yet  0/5
  · adaline_update    not written yet  0/4
  · train_adaline     not written yet  0/4
"""


@pytest.fixture
def kernel(monkeypatch) -> dict[str, object]:
    """The names of an open notebook."""
    module = ModuleType("__main__")
    monkeypatch.setitem(sys.modules, "__main__", module)
    return vars(module)


@pytest.fixture(scope="module")
def report(pack, tmp_path_factory) -> Report:
    path = tmp_path_factory.mktemp("handed") / "mine.ipynb"
    write(path, fill(pack.release("01_adaline", "en"), {"linear": LINEAR, "adaline_cost": COST}))
    with Pool() as pool:
        return check_file(path, pool)


def write(path: Path, notebook) -> None:
    path.write_text(json.dumps(notebook), "utf-8")


def test_progress_shows_every_function_of_the_open_notebook(kernel, capsys) -> None:
    degrau.language("en")
    kernel["np"] = np
    exec(LINEAR, kernel)
    exec(COST, kernel)
    degrau.progress()
    assert capsys.readouterr().out == TABLE


def test_progress_knows_the_notebook_by_what_it_says_of_itself(kernel, monkeypatch, tmp_path, capsys) -> None:
    notebook = tmp_path / "x.ipynb"
    notebook.write_text('{"metadata": {"degrau": {"language": "en", "assignment": "00_perceptron"}}}')
    kernel["__vsc_ipynb_file__"] = str(notebook)
    degrau.progress()
    assert capsys.readouterr().out.splitlines()[:2] == [
        "0 of 4 functions pass the public checks",
        "  · step               not written yet  0/4",
    ]


def test_progress_without_a_notebook_says_what_to_do(kernel, capsys) -> None:
    degrau.progress()
    assert capsys.readouterr().out == (
        "nenhuma função do curso está definida aqui ainda: rode antes as células do\nnotebook\n"
    )


def test_the_same_table_is_shown_of_a_file_then_the_cards_of_what_fails(report) -> None:
    name, *lines = report_table(report, most=None, hints=False).splitlines()
    assert name.endswith("mine.ipynb (01_adaline)")
    assert "\n".join(lines).startswith(TABLE + "\nadaline_cost — not yet\n  ✗ half the sum of squares\n")
    assert "One more hint: degrau check --hints" in lines[-2]


def test_the_second_hint_is_shown_on_request(report) -> None:
    assert "One more hint: From n errors" in report_table(report, most=1, hints=True)


def test_the_table_in_html_says_the_same(report) -> None:
    html = table_html(report)
    assert html.count("<tr>") == 6
    assert '<th scope="row"' in html
    assert "✗ not yet" in html


def test_a_folder_stands_for_the_notebooks_in_it(tmp_path) -> None:
    for name in ("b.ipynb", "a.ipynb", "notes.txt"):
        (tmp_path / name).touch()
    assert notebooks_in([tmp_path, tmp_path / "a.ipynb"]) == [
        tmp_path / "a.ipynb",
        tmp_path / "b.ipynb",
        tmp_path / "a.ipynb",
    ]
