"""Every notebook runs from top to bottom: with its references without a warning, and blank without an error."""

import warnings

import matplotlib as mpl
import pytest

from degrau.judging.registry import assignments
from degrau.pack.pack import Pack

from ..groups import every_assignment

mpl.use("Agg")
PACK = Pack.find()
MARKERS = ("### BEGIN SOLUTION", "### END SOLUTION")


def run(assignment: str, blank: bool) -> dict[str, object]:
    """The names that the notebook's cells leave, checks apart."""
    import matplotlib.pyplot as plt

    names: dict[str, object] = {"__name__": "__main__"}
    for cell in PACK.source(assignment).cells:
        if cell.role in ("setup", "exercise", "demo"):
            source = unwritten(cell.source) if blank and cell.role == "exercise" else cell.source
            exec(compile(source, f"<{assignment}: {cell.name}>", "exec"), names)
    for number in plt.get_fignums():
        plt.figure(number).canvas.draw()
    plt.close("all")
    return names


def unwritten(source: str) -> str:
    """The exercise as a student finds it."""
    before, _, rest = source.partition(MARKERS[0])
    return f"{before.rstrip()}\n    ...{rest.partition(MARKERS[1])[2]}"


@pytest.mark.parametrize("assignment", every_assignment("01_adaline"))
def test_a_notebook_with_the_references_runs_without_a_warning(assignment: str, capsys) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        # How Matplotlib uses what it is made of is no matter of the notebook's.
        warnings.filterwarnings("ignore", category=DeprecationWarning, module=r"(matplotlib|pyparsing)\.")
        run(assignment, blank=False)
    assert "Primeiro, escreva" not in capsys.readouterr().out


@pytest.mark.parametrize("assignment", assignments())
def test_a_blank_notebook_runs_and_says_what_its_plots_wait_for(assignment: str, capsys) -> None:
    run(assignment, blank=True)
    assert "Primeiro, escreva as funções acima. · First, write the functions above." in capsys.readouterr().out
