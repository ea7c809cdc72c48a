"""Files that students hand in: each is read, or refused with words that help. Never another exception."""

import contextlib
import io
import json
import os
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbformat
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nbformat import NotebookNode
from tests.languages import said

from degrau.notebooks import read as reading
from degrau.notebooks.messages import Unreadable
from degrau.notebooks.read import read
from degrau.notebooks.release import Releases
from degrau.notebooks.wellformed import wellformed

Saved = Callable[[bytes], Path]

BOUNDED = settings(max_examples=150, deadline=None, derandomize=True, database=None)


@pytest.fixture
def saved(tmp_path: Path) -> Saved:
    """Saves bytes as a notebook, and gives its path."""

    def save(content: bytes) -> Path:
        path = tmp_path / "00_small.ipynb"
        path.write_bytes(content)
        return path

    return save


def notebook_with(*cells: object, **more: object) -> dict[str, Any]:
    return {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": list(cells), **more}


def refusal(path: Path) -> tuple[str, str]:
    with pytest.raises(Unreadable) as caught:
        read(path)
    return caught.value.message


def test_a_release_is_read_as_it_is(saved: Saved, shelf: Releases) -> None:
    release = shelf.release("00_small", "pt")
    notebook = read(saved(nbformat.writes(release).encode()))
    nbformat.validate(notebook)
    assert [(c.id, c.cell_type, c.source) for c in notebook.cells] == [
        (c.id, c.cell_type, c.source) for c in release.cells
    ]
    assert notebook.mended == ()


@pytest.mark.parametrize(
    ("content", "pt", "en"),
    [
        (
            b"",
            "O arquivo está vazio. Salve o notebook (Ctrl+S) e entregue-o de novo.",
            "The file is empty. Save the notebook (Ctrl+S) and hand it in again.",
        ),
        (
            b" \n",
            "O arquivo está vazio. Salve o notebook (Ctrl+S) e entregue-o de novo.",
            "The file is empty. Save the notebook (Ctrl+S) and hand it in again.",
        ),
        (
            b'{"cells": [\n{"cell_ty',
            "O arquivo está incompleto ou danificado (linha 2). Se não abrir no Jupyter, entregue outra cópia.",
            "The file is incomplete or damaged (line 2). If Jupyter does not open it, hand in another copy.",
        ),
        (
            b"PK\x03\x04....",
            "Isto é um arquivo compactado (zip) que não abre. Entregue o próprio arquivo .ipynb.",
            "This is a zip archive that does not open. Hand in the .ipynb file itself.",
        ),
        (
            b"\n<!DOCTYPE html><html></html>",
            "Isto é uma página da web, e não o notebook. Baixe o arquivo .ipynb (no Colab: Arquivo, Fazer download).",
            "This is a web page, not the notebook. Download the .ipynb file (in Colab: File, Download).",
        ),
        (
            b"[1, 2]",
            "O arquivo não é um notebook do Jupyter: não tem células. Entregue o arquivo .ipynb do curso.",
            "The file is not a Jupyter notebook: it has no cells. Hand in the course's .ipynb file.",
        ),
        (
            b'{"nbformat": 4, "cells": "none"}',
            "O arquivo não é um notebook do Jupyter: não tem células. Entregue o arquivo .ipynb do curso.",
            "The file is not a Jupyter notebook: it has no cells. Hand in the course's .ipynb file.",
        ),
        (
            b'{"nbformat": 5, "cells": []}',
            "O formato do notebook (nbformat 5) não é lido aqui. Salve-o no Jupyter e entregue de novo.",
            "The notebook's format (nbformat 5) is not read here. Save it in Jupyter and hand it in again.",
        ),
        (
            b'{"nbformat": 2, "worksheets": []}',
            "O formato do notebook (nbformat 2) não é lido aqui. Salve-o no Jupyter e entregue de novo.",
            "The notebook's format (nbformat 2) is not read here. Save it in Jupyter and hand it in again.",
        ),
        (
            b"[" * 100_000,
            "O arquivo guarda dados demais. Limpe as saídas das células, salve e entregue de novo.",
            "The file holds too much data. Clear the cells' outputs, save, and hand it in again.",
        ),
    ],
    ids=["empty", "white", "half", "zip", "html", "list", "no-cells", "nbformat-5", "nbformat-2", "deep"],
)
def test_what_is_no_notebook_is_refused_in_words(saved: Saved, content: bytes, pt: str, en: str) -> None:
    assert said(refusal(saved(content))) == (pt, en)


def zipped(**files: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return packed.getvalue()


def test_the_only_notebook_in_a_zip_is_read_wherever_it_lies(saved: Saved) -> None:
    content = json.dumps(notebook_with({"cell_type": "code", "source": "x = 1"})).encode()
    names = ("../../a.ipynb", "__MACOSX/._a.ipynb", ".ipynb_checkpoints/a.ipynb", "data.csv")
    notebook = read(saved(zipped(**dict.fromkeys(names, content))))
    assert [cell.source for cell in notebook.cells] == ["x = 1"]
    assert [note.to("en") for note in notebook.mended] == [
        "The notebook was in a zip archive, under the name ../../a.ipynb."
    ]


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({}, "zip archive with 0 notebooks"),
        ({"a.ipynb": b"{}", "b.ipynb": b"{}"}, "zip archive with 2 notebooks"),
        ({"a.ipynb": b"{"}, "incomplete or damaged"),
        ({"a.ipynb": b" " * 70_000_000}, "larger than 64 MB"),
    ],
    ids=["none", "two", "half", "bomb"],
)
def test_a_zip_without_a_good_notebook_is_refused(saved: Saved, files: dict[str, bytes], words: str) -> None:
    assert words in refusal(saved(zipped(**files, **{"readme.txt": b""}))).to("en")


def test_a_file_in_another_encoding_is_read_and_said(saved: Saved) -> None:
    content = json.dumps(notebook_with({"cell_type": "code", "source": "# ação\nx = 1"}), ensure_ascii=False)
    notebook = read(saved(content.encode("cp1252")))
    assert notebook.cells[0].source == "# ação\nx = 1"
    assert [note.to("en").split(":")[0] for note in notebook.mended] == ["The file was not in UTF-8"]


@pytest.mark.parametrize("heavy", [b'["' + b"x" * 70_000_000 + b'"]', b"[" + b"0," * 5_000_000 + b"0]"])
def test_outputs_of_any_size_are_left_out(saved: Saved, heavy: bytes) -> None:
    content = json.dumps(notebook_with({"cell_type": "code", "source": "x = '\"outputs\": [1]'", "outputs": "here"}))
    notebook = read(saved(content.encode().replace(b'"here"', heavy)))
    assert notebook.cells[0].source == "x = '\"outputs\": [1]'"


def test_what_is_no_file_is_refused(tmp_path: Path, saved: Saved) -> None:
    assert refusal(tmp_path / "none.ipynb").to("en") == "There is no such file. Check its name and folder."
    assert refusal(tmp_path).to("en") == "This is a folder. Hand in the .ipynb file inside it."
    link = tmp_path / "link.ipynb"
    link.symlink_to(saved(json.dumps(notebook_with()).encode()))
    assert refusal(link).to("en") == "This is a symbolic link, not the notebook. Hand in the file itself."
    os.mkfifo(tmp_path / "pipe.ipynb")
    assert refusal(tmp_path / "pipe.ipynb").to("en") == "This is not an ordinary file. Hand in the .ipynb file."
    assert refusal(Path("nul\0.ipynb")).to("en").startswith("The file could not be opened (ValueError).")


def test_a_file_over_the_limit_is_not_even_parsed(saved: Saved, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MEGABYTES", 1)
    assert refusal(saved(b"x" * 1_000_001)).to("en") == (
        "The file is larger than 1 MB. Clear the cells' outputs, save, and hand it in again."
    )


def test_a_file_of_very_many_values_is_not_parsed(saved: Saved, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MAX_VALUES", 1_000)
    code = {"cell_type": "code", "source": "[" + "1, " * 2_000 + '\\"]'}
    assert len(read(saved(json.dumps(notebook_with(code)).encode())).cells) == 1
    many = notebook_with(metadata={"x": [[]] * 2_000})
    assert refusal(saved(json.dumps(many).encode())).to("en").startswith("The file holds too much data.")
    assert refusal(saved(b"{" + b'"\\"' * 2_000 + b"," * 2_000)).to("en").startswith("The file ")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_byte_order_marks_are_tolerated(saved: Saved, encoding: str) -> None:
    content = json.dumps(notebook_with({"cell_type": "code", "source": "é = 1"}), ensure_ascii=False)
    assert read(saved(content.encode(encoding))).cells[0].source == "é = 1"


@pytest.mark.parametrize(
    ("raw", "source"),
    [
        ({"cell_type": "code", "source": ["a = 1\n", "b = 2"]}, "a = 1\nb = 2"),
        ({"cell_type": "code", "source": "a = 1\r\nb = 2\r"}, "a = 1\nb = 2\n"),
        ({"cell_type": "code"}, ""),
        ({"cell_type": "code", "source": None}, ""),
        ({"cell_type": "code", "source": ["a", 3, None, "b"]}, "ab"),
        ({"cell_type": "code", "source": 7, "outputs": "none", "metadata": []}, ""),
        ({"cell_type": "code", "source": "'\ud800'"}, "'?'"),
        ({"cell_type": "markdown", "source": "x", "attachments": 3, "id": 8}, "x"),
        ({"cell_type": "sql", "source": "x"}, "x"),
        ({"source": ["x"], "outputs": []}, "x"),
    ],
)
def test_malformed_cells_are_mended(saved: Saved, raw: dict[str, Any], source: str) -> None:
    notebook = read(saved(json.dumps(notebook_with(raw)).encode()))
    nbformat.validate(notebook)
    assert [cell.source for cell in notebook.cells] == [source]
    nbformat.writes(notebook).encode()


def test_what_is_no_cell_is_left_out_and_said(saved: Saved) -> None:
    content = notebook_with({"cell_type": "code", "source": "x"}, {"cell_type": "video"}, 3)
    notebook = read(saved(json.dumps(content).encode()))
    assert [cell.source for cell in notebook.cells] == ["x"]
    assert notebook.mended[0].to("en") == "Parts that were not readable cells were left out: 2."


def test_format_3_is_converted_and_said(saved: Saved) -> None:
    cells = [
        {"cell_type": "heading", "level": 2, "source": ["Title"]},
        {"cell_type": "code", "input": ["x = 1"], "language": "python", "outputs": []},
    ]
    content = {"nbformat": 3, "nbformat_minor": 0, "metadata": {}, "worksheets": [{"cells": cells}]}
    notebook = read(saved(json.dumps(content).encode()))
    assert [(c.cell_type, c.source) for c in notebook.cells] == [("markdown", "## Title"), ("code", "x = 1")]
    assert list(map(said, notebook.mended)) == [
        (
            "O notebook estava num formato antigo (nbformat 3) e foi convertido.",
            "The notebook was in an old format (nbformat 3) and was converted.",
        ),
    ]


def test_newer_minor_versions_nan_and_repeated_keys_are_tolerated(saved: Saved) -> None:
    content = b'{"nbformat": 4, "nbformat_minor": 99, "x": NaN, "y": %s, "cells": [], "cells": [%s], "metadata": {}}'
    cell = b'{"cell_type": "code", "source": "x", "outputs": [{"data": Infinity}]}'
    notebook = read(saved(content % (b"9" * 5_000, cell)))
    assert [cell.source for cell in notebook.cells] == ["x"]
    assert notebook.cells[0].outputs == []


def test_nobody_can_write_their_own_notes(saved: Saved) -> None:
    forged = notebook_with(mended=[["nota 10", "10 points"]], metadata={"mended": ["x"]})
    assert read(saved(json.dumps(forged).encode())).mended == ()


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["cells", "cell_type", "source", "metadata", "id", "nbgrader", "grade_id", "nbformat"])
            | st.text(max_size=4),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)
CELL = st.fixed_dictionaries(
    {},
    optional={
        "cell_type": st.sampled_from(["code", "markdown", "raw", "heading"]) | JSON,
        "source": st.lists(st.text(max_size=5) | JSON, max_size=3) | JSON,
        "metadata": st.fixed_dictionaries({}, optional={"nbgrader": JSON, "id": JSON, "tags": JSON}) | JSON,
        "id": JSON,
        "level": JSON,
        "input": JSON,
        "attachments": JSON | st.dictionaries(st.text(max_size=3), JSON, max_size=2),
    },
)
NOTEBOOK = st.fixed_dictionaries(
    {"cells": st.lists(CELL | JSON, max_size=5)}, optional={"metadata": JSON, "nbformat": JSON, "worksheets": JSON}
)


@BOUNDED
@given(NOTEBOOK | JSON)
def test_any_json_is_a_valid_notebook_or_unreadable(content: object) -> None:
    try:
        notebook = wellformed(content)
    except Unreadable:
        return
    assert isinstance(notebook, NotebookNode)
    assert all(isinstance(cell.source, str) and cell.id for cell in notebook.cells)
    nbformat.writes(notebook).encode()


@BOUNDED
@given(data=st.data())
def test_any_damaged_file_is_a_notebook_or_unreadable(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory, shelf: Releases
) -> None:
    content = bytearray(nbformat.writes(shelf.release("00_small", "pt")).encode())
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(content)))
        content[start : start + data.draw(st.integers(0, 30))] = data.draw(st.binary(max_size=6))
    path = tmp_path_factory.mktemp("damaged") / "x.ipynb"
    path.write_bytes(content)
    with contextlib.suppress(Unreadable):
        assert isinstance(read(path).cells, list)
