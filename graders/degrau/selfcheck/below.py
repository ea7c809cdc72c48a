"""What is said below a cell that stopped, where it is about a function of the course and Python never comes to `check`.

IPython tells when a cell has run; nothing of what it shows is changed.
"""

import ast
import re
import sys
from contextlib import suppress
from typing import Any

from ..base.text import _
from ..judging.kernel import Capture
from ..judging.registry import by_function
from ..judging.slips.definition import hint
from ..plain.cell import written
from .check import check, say, show_check
from .notebook import Gone, claimed_assignment, note, spoken

CALLS = re.compile(r"\bcheck\((\w+)\)")
WRITTEN_OVER = _(
    "`check` is written over here by a value of type {kind}. Choose another name for that, and run "
    "`from degrau import check` again."
)
WITHOUT_PLOTS = _(
    "Matplotlib, which draws the plots, is not installed here. The exercises and the checks work without it."
)


def watch() -> None:
    """Begins to look at the cells that run in this kernel, if it is one of IPython's."""
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython else None
    if shell is not None and after not in shell.events.callbacks["post_run_cell"]:
        shell.events.register("post_run_cell", after)


def after(result: Any) -> None:
    """Looks at a cell that has run."""
    # Whatever is strange about a cell is no concern of ours: Python has said what it has to say.
    with suppress(Exception):
        error = result.error_before_exec or result.error_in_exec
        note(result.info.raw_cell, error)
        if error is not None:
            _below(result.info.raw_cell, error)


def _below(source: str, error: BaseException) -> None:
    if isinstance(error, SyntaxError):
        if written(source) & by_function().keys():
            say(hint(error.msg).to(spoken()))
    elif isinstance(error, ModuleNotFoundError):
        if (error.name or "").partition(".")[0] == "matplotlib":
            say(WITHOUT_PLOTS.to(spoken()))
    elif isinstance(error, NameError):
        name = error.name or ""
        if name in by_function() and name in CALLS.findall(source):
            show_check(name, Gone(name), Capture(), claimed_assignment())
    elif isinstance(error, TypeError):
        held = vars(sys.modules["__main__"]).get("check", check)
        if not callable(held) and _is_called("check", source):
            say(WRITTEN_OVER.to(spoken(), kind=type(held).__name__))


def _is_called(name: str, source: str) -> bool:
    calls = (node.func for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    return any(isinstance(called, ast.Name) and called.id == name for called in calls)
