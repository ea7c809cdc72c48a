"""A sample class: right answers in several styles, typical mistakes, accidents with files, and tampering."""

from copy import deepcopy

from nbformat import NotebookNode

from ..base.text import Language, _
from ..pack.pack import Pack
from .desk import Desk, Sample, add_cell, as_file, cell_of
from .hostile import hostile

PERCEPTRON, ADALINE = "00_perceptron", "01_adaline"
DUE, LATE = "2026-03-20 23:59:00 UTC", "2026-03-22 08:15:00 UTC"

HELPER = """\
def centred(X):
    return X - X.mean(axis=0)
"""
FAILS = "print(my_data.shape)"
SHOUTS = """\
import sys
import warnings

print("treinando · training", file=sys.stderr)
warnings.warn("só um aviso · only a warning")
"""
ENDLESS = """\
def train_perceptron(X, y, w, b, lr, epochs):
    mistakes = []
    while True:
        mistakes.append(0)
        del mistakes[:]
"""


def demo_class(pack: Pack, language: Language) -> tuple[Sample, ...]:
    """The sample class, with notebooks in `language`, and one in the other."""
    perceptron, adaline = Desk(pack, PERCEPTRON, language), Desk(pack, ADALINE, language)
    other = Desk(pack, ADALINE, next((known for known in pack.languages if known != language), language))
    return (
        *_right(perceptron, adaline, other),
        *_mistaken(perceptron, adaline),
        *_accidents(perceptron, adaline),
        *hostile(perceptron, adaline),
    )


def _right(perceptron: Desk, adaline: Desk, other: Desk) -> list[Sample]:
    own_cells = adaline.notebook(adaline.right(3))
    add_cell(own_cells, "adaline_output", HELPER)
    add_cell(own_cells, "adaline_cost", FAILS)
    noisy = perceptron.notebook(perceptron.right(3))
    add_cell(noisy, "step", SHOUTS)
    return [
        perceptron.sample("ana_souza", _("right"), perceptron.right(0)),
        adaline.sample("ana_souza", _("right"), adaline.right(0)),
        perceptron.sample("bruno_lima", _("right, in another style"), perceptron.right(1)),
        adaline.sample("bruno_lima", _("right, in another style"), adaline.right(1)),
        adaline.sample(
            "carla_mendes",
            _("right, in the other language"),
            other.right(2),
            notebook=other.notebook(other.right(2)),
        ),
        adaline.sample(
            "davi_rocha",
            _("right, with cells of their own, one failing"),
            adaline.right(3),
            notebook=own_cells,
        ),
        perceptron.sample(
            "elisa_pinto",
            _("right, with warnings on stderr"),
            perceptron.right(3),
            notebook=noisy,
        ),
        adaline.sample(
            "fabio_araujo",
            _("right, handed in late"),
            adaline.right(4),
            timestamp=LATE,
        ),
    ]


def _mistaken(perceptron: Desk, adaline: Desk) -> list[Sample]:
    half = dict(list(adaline.right(0).items())[:3])
    several = adaline.wrong("adaline_cost") | adaline.wrong("adaline_gradient") | adaline.wrong("train_adaline", turn=1)
    return [
        adaline.sample(
            "gabriela_costa",
            _("the slide's sign (E2)"),
            adaline.right(1) | adaline.wrong("adaline_update", "E2"),
            less=["adaline_update"],
        ),
        perceptron.sample(
            "heitor_alves",
            _("a typical mistake"),
            perceptron.right(2) | perceptron.wrong("perceptron_update"),
            less=["perceptron_update"],
        ),
        adaline.sample("isabela_nunes", _("three mistakes"), adaline.right(2) | several, less=several),
        adaline.sample("joao_tavares", _("half-finished"), half),
        perceptron.sample("karina_dias", _("blank"), {}),
    ]


def _accidents(perceptron: Desk, adaline: Desk) -> list[Sample]:
    whole = as_file(adaline.notebook(adaline.right(0)))
    answers = adaline.right(1)
    return [
        adaline.sample(
            "luiz_ferreira",
            _("the file is cut in half"),
            {},
            content=whole[: len(whole) // 2],
        ),
        perceptron.sample(
            "mariana_reis",
            _("a file with another name"),
            perceptron.right(1),
            filename="00_perceptron (1).ipynb",
        ),
        adaline.sample(
            "nelson_barros",
            _("locked cells deleted, edited, duplicated"),
            answers,
            notebook=_disarranged(adaline.notebook(answers)),
        ),
        perceptron.sample(
            "olivia_gomes",
            _("an infinite loop in one function"),
            perceptron.right(0) | {"train_perceptron": ENDLESS},
            none=["train_perceptron"],
        ),
    ]


def _disarranged(notebook: NotebookNode) -> NotebookNode:
    """The notebook with locked cells deleted, edited to give points away, and duplicated."""
    cell_of(notebook, "check_adaline_output").source = "100.0"
    cell_of(notebook, "check_adaline_output").metadata.nbgrader.points = 100
    again = notebook.cells.index(cell_of(notebook, "check_adaline_cost"))
    notebook.cells.insert(again, deepcopy(notebook.cells[again]))
    notebook.cells.remove(cell_of(notebook, "check_adaline_update"))
    return notebook
