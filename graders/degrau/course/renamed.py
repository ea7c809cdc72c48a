"""Submissions whose file got another name on the way, such as `01_adaline (1).ipynb`.

nbgrader skips a notebook that it does not know by name. Where a folder holds exactly one, this hands it on
under the expected name; the exporter then reads the file that is there, and sees which assignment it is.
"""

from pathlib import Path

from ..exercises import ASSIGNMENTS


def take_the_only_notebook(assignment: str, student: str, notebooks: list[str]) -> None:
    """nbgrader's `pre_convert_hook`: puts the expected path in the place of a lone notebook's own.

    `notebooks` is the converter's own list, changed in place; `assignment` and `student` may be patterns.
    """
    if len(notebooks) != 1:
        return
    folder = Path(notebooks[0]).parent
    if folder.name in ASSIGNMENTS:
        notebooks[:] = [str(folder / f"{folder.name}.ipynb")]


def actual_path(expected: Path) -> Path:
    """The file to read for a submission that nbgrader expects at `expected`."""
    if expected.exists():
        return expected
    found = list(expected.parent.glob("*.ipynb"))
    return found[0] if len(found) == 1 else expected
