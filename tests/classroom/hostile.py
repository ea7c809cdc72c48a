"""The hostile notebooks of attacks/, each a py:percent source that says what it does and what it honestly earns.

A cell whose title is a function's name answers that function; other code cells are the student's own, put before the
next function. All functions that a source leaves alone are answered rightly.
"""

import re
from dataclasses import dataclass
from pathlib import Path

import jupytext
from nbformat import NotebookNode

from degrau.demo.desk import Desk, add_cell
from degrau.judging.registry import assignments

FOLDER = Path(__file__).parent / "attacks"
ASSIGNMENT = "00_perceptron"


@dataclass(frozen=True)
class Attack:
    """One hostile notebook; `reaches` if it reaches for the machine, and not for the verdict alone."""

    name: str
    about: str
    honest: float
    reaches: bool
    cells: tuple[tuple[str, str], ...]

    @property
    def alone(self) -> float:
        """What it honestly earns where nothing that it leaves alone is answered, but for the first function."""
        titled = {title for title, _ in self.cells}
        _, *others = assignments()[ASSIGNMENT].points.items()
        return self.honest - sum(points for name, points in others if name not in titled)

    def notebook(self, desk: Desk, knowledge: str, others: bool) -> NotebookNode:
        """The notebook that is handed in; `knowledge` is the source of a first cell: names of what is attacked.

        Without `others`, the functions after the first are not answered where the attack leaves them alone.
        """
        titled = {title: source for title, source in self.cells if title}
        right = desk.right(0)
        notebook = desk.notebook((right if others else {desk.functions[0]: right[desk.functions[0]]}) | titled)
        places = [*(title for title, _ in self.cells if title), desk.functions[0]]
        add_cell(notebook, desk.functions[0], knowledge)
        for title, source in self.cells:
            if not title:
                add_cell(notebook, places[0], source)
        return notebook


def attacks() -> list[Attack]:
    """All of them, by name."""
    return [_read(path) for path in sorted(FOLDER.glob("*.py"))]


def _read(path: Path) -> Attack:
    about, *cells = jupytext.read(path, fmt="py:percent").cells
    honest = re.search(r"^honest: ([\d.]+)$", about.source, re.M)
    assert honest, path
    return Attack(
        path.stem,
        about.source.split("\n\n")[0].replace("\n", " "),
        float(honest[1]),
        "\nreaches for the machine" in about.source,
        tuple((cell.metadata.get("title", ""), cell.source) for cell in cells),
    )
