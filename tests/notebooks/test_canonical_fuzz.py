"""Whatever is done to a notebook: its canonical form is valid, ours where it is locked, and its own canonical form."""

from copy import deepcopy
from typing import Any

import nbformat
from hypothesis import given, settings
from hypothesis import strategies as st
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell

from degrau.notebooks.canonical import canonicalise
from degrau.notebooks.release import Releases

NAMES = ["texto-01", "setup", "double", "half", "check_double", "check_half", "demo-1", "resposta-01", "add", "own"]
SOURCES = st.sampled_from(
    [
        "",
        " \n",
        "def double(x):\n    return 2 * x",
        "def half(x):\n    return x / 2\ndef double(x): pass",
        'def half(x):\n    """half"""',
        "    return x",
        "  x = 1\n y = 2",
        "check(double)",
        "import numpy as np",
        "*Sua resposta:* …",
        "# About double and half",
        "%matplotlib inline",
        "def add(x): pass",
        "x\ry\x00",
    ]
)
PLACES = st.integers(0, 30)


@st.composite
def mutations(draw: st.DrawFn) -> tuple[str, int, int, Any]:
    kinds = [
        "delete",
        "copy",
        "move",
        "source",
        "type",
        "grade_id",
        "id",
        "insert",
        "text",
        "strip",
        "metadata",
        "join",
    ]
    kind = draw(st.sampled_from(kinds))
    values = {
        "source": SOURCES,
        "insert": SOURCES,
        "text": SOURCES,
        "type": st.sampled_from(["code", "markdown", "raw", "video"]),
        "grade_id": st.sampled_from(NAMES),
        "id": st.sampled_from([*NAMES, "double-2", "setup-2"]),
    }
    return kind, draw(PLACES), draw(PLACES), draw(values.get(kind, st.none()))


def mutate(notebook: NotebookNode, kind: str, at: int, to: int, value: Any) -> None:
    cells = notebook.cells
    if not cells:
        return
    at, to = at % len(cells), to % len(cells)
    match kind:
        case "delete":
            del cells[at]
        case "copy":
            cells.insert(to, deepcopy(cells[at]))
        case "move":
            cells.insert(to, cells.pop(at))
        case "source" | "id":
            cells[at][kind] = value
        case "type":
            cells[at].cell_type = value
        case "grade_id":
            cells[at].metadata.nbgrader = {"grade_id": value}
        case "insert":
            cells.insert(at, new_code_cell(value))
        case "text":
            cells.insert(at, new_markdown_cell(value))
        case "strip":
            cells[at].metadata = NotebookNode()
        case "metadata":
            notebook.metadata = NotebookNode()
        case "join":
            cells[at].source += "\n" + cells.pop(to).source if at != to else ""


@settings(max_examples=300, deadline=None, derandomize=True, database=None)
@given(edits=st.lists(mutations(), max_size=12))
def test_canonical_form_is_stable(shelf: Releases, edits: list[tuple[str, int, int, Any]]) -> None:
    notebook = deepcopy(shelf.release("00_small", "pt"))
    notebook.metadata.degrau.pop("language")
    for edit in edits:
        mutate(notebook, *edit)
    notebook.metadata["degrau"] = {"assignment": "00_small"}
    canonical = canonicalise(notebook, shelf)
    release = shelf.release("00_small", canonical.work.language)

    assert nbformat.validator.isvalid(canonical.notebook)
    ours = {cell.id: cell for cell in release.cells}
    assert [cell.id for cell in canonical.notebook.cells if cell.id in ours] == list(ours)
    free = ("double", "half", "resposta-01")
    assert all(ours[c.id] == c for c in canonical.notebook.cells if c.id in ours and c.id not in free)
    assert all(ours[c.id].metadata == c.metadata for c in canonical.notebook.cells if c.id in ours)
    assert all(c.metadata == {} for c in canonical.notebook.cells if c.id not in ours)

    again = canonicalise(canonical.notebook, shelf)
    assert again.notebook == canonical.notebook
    assert again.work.cells == canonical.work.cells
    assert all("put back" not in note.to("en") and "restored" not in note.to("en") for note in again.notes)
