"""Demonstrations as a student meets them first: where no function is written yet, none of them may raise."""

import os
import re
import warnings
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import replace
from io import StringIO
from typing import Any

from ..pack.pack import Pack
from ..pack.source import AuthoringError, SourceCell
from ..sandbox.inside.syntax import parsed

SOLUTION = re.compile(r"^( *)### BEGIN SOLUTION.*?### END SOLUTION", re.MULTILINE | re.DOTALL)


def raised_in_demos(pack: Pack, name: str) -> Iterator[str]:
    """What the demonstrations of this assignment raise while its functions are blank, with the file and line."""
    # Plots are made, and shown nowhere.
    os.environ["MPLBACKEND"] = "agg"
    namespace: dict[str, Any] = {"__name__": f"solutions.{name}"}
    with redirect_stdout(StringIO()), redirect_stderr(StringIO()), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for cell in pack.source(name).cells:
            yield from _raised(cell, namespace)


def _raised(cell: SourceCell, namespace: dict[str, Any]) -> Iterator[str]:
    if cell.role in ("setup", "exercise"):
        replace(cell, source=SOLUTION.sub(r"\1...", cell.source)).run(namespace)
    if cell.role != "demo" or _has_magic(cell):
        return
    try:
        cell.run(namespace)
    except AuthoringError as error:
        # A library that is not installed here says nothing of the demonstration.
        if isinstance(error.__cause__, SyntaxError):
            yield str(error)
        elif not isinstance(error.__cause__, ModuleNotFoundError):
            words = str(error).removesuffix("; correct it")
            yield f"{words}; where functions are not written yet, they return None: a demo must ask for that first"


def _has_magic(cell: SourceCell) -> bool:
    """Whether it is IPython's own syntax, such as `%matplotlib`, which only a notebook runs."""
    return "get_ipython()" in "\n".join(_lines(cell)) and "get_ipython()" not in cell.source


def _lines(cell: SourceCell) -> list[str]:
    try:
        return parsed(cell.source, "<demo>")[1]
    except SyntaxError:
        return []
