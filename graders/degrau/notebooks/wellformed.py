"""Makes a well-formed notebook of whatever was in the file: what cells say is kept, the malformed is not."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, cast

from nbformat import NotebookNode, from_dict

from ..base.text import Text
from . import messages
from .messages import Unreadable

CELL_TYPES = ("code", "markdown", "raw")
CELL_ID = re.compile(r"[a-zA-Z0-9_-]{1,64}")
NEWLINES = re.compile(r"\r\n?")


class Mended(NotebookNode):
    """A well-formed notebook; `mended` says what had to be done. It is no key of a file's, so none can forge it."""

    mended: tuple[Text, ...] = ()


def wellformed(content: object, done: Sequence[Text] = ()) -> Mended:
    """The notebook in a parsed file, in nbformat 4.5: cells with id, type, source, and perhaps a `grade_id`.

    That is the name that nbgrader or the release gave the cell, which its copies keep. `done` says what had been
    mended before. Outputs and all other metadata of cells are dropped. Raises Unreadable.
    """
    if not isinstance(content, dict):
        raise Unreadable(messages.NOT_NOTEBOOK)
    raws, old = _raw_cells(content)
    refuse_many(len(raws))
    cells = [cell for number, raw in enumerate(raws, 1) if (cell := _cell(raw, f"cell-{number}"))]
    plain = {
        "cells": cells,
        "metadata": _metadata(content.get("metadata")),
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    notes = [*done, *([messages.UPGRADED] if old else [])]
    if dropped := len(raws) - len(cells):
        notes.append(messages.DROPPED.filled(count=dropped))
    notebook = Mended(node(plain))  # type: ignore[no-untyped-call]
    object.__setattr__(notebook, "mended", tuple(notes))
    return notebook


def _raw_cells(content: dict[Any, Any]) -> tuple[list[Any], bool]:
    """The cells as the file has them, and whether they are in format 3."""
    version, cells, sheets = content.get("nbformat"), content.get("cells"), content.get("worksheets")
    if isinstance(version, int) and not 3 <= version <= 4:
        raise Unreadable(messages.OTHER_FORMAT, version=version)
    if isinstance(cells, list):
        return cells, False
    if isinstance(sheets, list):
        found = [sheet.get("cells") for sheet in sheets if isinstance(sheet, dict)]
        return [cell for sheet in found if isinstance(sheet, list) for cell in sheet], True
    raise Unreadable(messages.NOT_NOTEBOOK)


def _cell(raw: object, spare_id: str) -> dict[str, Any] | None:
    if not isinstance(raw, dict):
        return None
    kind, source = _content(raw)
    if kind not in CELL_TYPES:
        if not source.strip():
            return None
        # A type of some program's own, or none: what it says is kept, and under an intact id it is the answer.
        kind = "code" if "execution_count" in raw or "outputs" in raw else "raw"
    metadata = _dict(raw.get("metadata"))
    names = _dict(metadata.get("nbgrader")).get("grade_id"), _dict(metadata.get("degrau")).get("cell")
    grade_id = next((name for name in names if isinstance(name, str)), None)
    named = {"nbgrader": {"grade_id": grade_id[:64]}} if grade_id is not None else {}
    cell = {"cell_type": kind, "id": _id(raw, metadata) or spare_id, "metadata": named, "source": source}
    if kind == "code":
        return {**cell, "execution_count": None, "outputs": []}
    attachments = dict(_attachments(raw.get("attachments")))
    return {**cell, "attachments": attachments} if attachments else cell


def _content(raw: dict[Any, Any]) -> tuple[object, str]:
    """A cell's type and source; format 3 has headings, and calls the source of code its input."""
    kind = raw.get("cell_type")
    source = _text(raw["input"] if kind == "code" and "input" in raw and "source" not in raw else raw.get("source"))
    return ("markdown", f"## {source}") if kind == "heading" else (kind, source)


def _id(raw: dict[Any, Any], metadata: dict[Any, Any]) -> str | None:
    # Colab keeps a cell's id in its metadata.
    found = (raw.get("id"), metadata.get("id"))
    return next((i for i in found if isinstance(i, str) and CELL_ID.fullmatch(i)), None)


def _text(value: object) -> str:
    """A string or a list of lines, with \\n for line ends, and without what UTF-8 cannot hold."""
    lines = value if isinstance(value, list) else [value]
    text = NEWLINES.sub("\n", "".join(line for line in lines if isinstance(line, str)))
    return text.encode("utf-8", "replace").decode("utf-8")


def _attachments(value: object) -> Iterator[tuple[str, dict[str, str]]]:
    for name, bundle in _dict(value).items():
        data = {_text(mime): _text(content) for mime, content in _dict(bundle).items()}
        if data:
            yield _text(name), data


def _metadata(value: object) -> dict[str, dict[str, str]]:
    """The few words of a notebook's metadata that matter here: kernel, and degrau's own."""
    metadata = _dict(value)
    wanted = {
        "degrau": ("assignment", "language", "version"),
        "kernelspec": ("display_name", "language", "name"),
        "language_info": ("name",),
    }
    return {
        group: {key: _text(found.get(key))[:64] for key in keys}
        for group, keys in wanted.items()
        if (found := _dict(metadata.get(group)))
    }


def node(content: dict[str, Any]) -> NotebookNode:
    """Plain data as nbformat's own kind of dictionary."""
    return cast(NotebookNode, from_dict(content))


def _dict(value: object) -> dict[Any, Any]:
    return value if isinstance(value, dict) else {}


MAX_CELLS = 2_000
MAX_CODE = 1_000_000
# Texts may hold pictures.
MAX_TEXT = 8_000_000


def refuse_many(count: int) -> None:
    """Raises Unreadable for more cells than the limit."""
    if count > MAX_CELLS:
        raise Unreadable(messages.TOO_MANY_CELLS, count=count, limit=MAX_CELLS)


def holds_anything(cell: NotebookNode) -> bool:
    """Whether there is a source, or a picture, in the cell."""
    return bool(cell.source.strip() or cell.get("attachments"))


def within_limits(cells: Sequence[NotebookNode]) -> tuple[list[NotebookNode], list[Text]]:
    """The cells that hold anything, those with too much in them without it, and what is to be said of these."""
    kept, long = list[NotebookNode](), defaultdict[int, list[str]](list)
    for cell in cells:
        if len(cell.source) > (limit := MAX_CODE if cell.cell_type == "code" else MAX_TEXT):
            long[limit].append(cell.id)
            kept.append(node(cell | {"source": ""}))
        elif holds_anything(cell):
            kept.append(cell)
    return kept, [messages.TOO_LONG.filled(limit=limit, cells=", ".join(ids)) for limit, ids in long.items()]
