"""IPython's syntax made plain Python, by IPython's own input transformer; line numbers stay the student's.

Of IPython nothing else is loaded: as a whole it takes longer than a box does to start.
"""

import ast
import sys
import warnings
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import Any

PACKAGES = ("IPython", "IPython.core", "IPython.utils")
TRANSFORMER = "IPython.core.inputtransformer2"


def _manager() -> Any:
    """IPython's transformer; afterwards IPython is as little imported as before."""
    if PACKAGES[0] in sys.modules:
        return import_module(TRANSFORMER).TransformerManager()
    found = find_spec(PACKAGES[0])
    if found is None or not found.submodule_search_locations:
        raise ModuleNotFoundError("IPython is not installed", name=PACKAGES[0])
    [folder] = found.submodule_search_locations
    for name in PACKAGES:
        sys.modules[name] = ModuleType(name)
        sys.modules[name].__path__ = ["/".join([folder, *name.split(".")[1:]])]
    try:
        return import_module(TRANSFORMER).TransformerManager()
    finally:
        for name in [name for name in sys.modules if name.partition(".")[0] == PACKAGES[0]]:
            del sys.modules[name]


_MANAGER = _manager()


def parsed(source: str, filename: str, above: int = 0) -> tuple[ast.Module, list[str]]:
    """The tree of a cell, or of a part of one with so many lines above it, as IPython understands it; and its lines.

    Raises what Python raises where neither of them does.

    >>> parsed("%matplotlib inline\\nfiles = !ls", "<cell>")[1][:2]
    ["get_ipython().run_line_magic('matplotlib', 'inline')", "files = get_ipython().getoutput('ls')"]
    """
    text = "\n" * above + _cleaned(source)
    try:
        tree = ast.parse(text, filename)
    except SyntaxError:
        text = _transformed(text)
        tree = ast.parse(text, filename)
    return tree, text.split("\n")


def _cleaned(source: str) -> str:
    """The source without prompts and indentation; one that a `%%magic` takes as a whole is the call of that."""
    whole = source if source.endswith("\n") else f"{source}\n"
    lines = whole.splitlines(keepends=True)
    for clean in _MANAGER.cleanup_transforms:
        lines = clean(lines)
    above = "\n" * (whole.count("\n") - "".join(lines).count("\n"))
    for transform in _MANAGER.line_transforms:
        lines = transform(lines)
    return above + "".join(lines)


def _transformed(text: str) -> str:
    """The text with what may stand anywhere in a cell, magics, shell lines and questions, made Python."""
    lines, changed = text.splitlines(keepends=True), True
    try:
        with warnings.catch_warnings():
            # It warns of what only looks like the end of a line.
            warnings.simplefilter("ignore")
            while changed:
                before = lines
                changed, lines = _MANAGER.do_one_token_transform(before)
                lines = _as_long(lines, before)
    except Exception:
        # Of what a transformer stumbles over, Python says what is wrong with it.
        return text
    return "".join(lines)


def _as_long(lines: list[str], before: list[str]) -> list[str]:
    """The lines, with empty ones below a command that went over several, so that those after it keep their numbers."""
    missing = len(before) - len(lines)
    if missing <= 0:
        return lines
    changed = next((i for i, (new, old) in enumerate(zip(lines, before, strict=False)) if new != old), len(lines) - 1)
    return [*lines[: changed + 1], *["\n"] * missing, *lines[changed + 1 :]]
