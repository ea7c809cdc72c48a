"""What is known of the cells of a student's own kernel: which have stopped, and what the notebook's others define."""

import sys
from collections.abc import Sequence
from dataclasses import replace

from ..judging.draw import Args
from ..judging.kernel import Here
from ..judging.types import Ask
from ..plain.about import About, about, bind
from ..plain.cell import bound, written
from ..plain.outcomes import LINE, MESSAGE, Missing, Outcome, Raised
from .notebook import cells_of_the_notebook

# What stopped the cells that should have given these names something, for as long as they have not run since.
stopped: dict[str, Raised] = {}
# And what the names stood for then.
held: dict[str, object] = {}


def note(source: str, error: BaseException | None) -> None:
    """Notes that a cell has run, or how it stopped."""
    names, unread = bound(source) | written(source), isinstance(error, SyntaxError)
    here = vars(sys.modules["__main__"])
    for name in names:
        if error is not None and (unread or name not in here):
            stopped[name], held[name] = _raised(error, name, source), here.get(name)
        else:
            stopped.pop(name, None)


def _raised(error: BaseException, name: str, source: str) -> Raised:
    lines: tuple[tuple[str, int, str], ...] = ()
    text = str(error)
    if isinstance(error, SyntaxError):
        number, written_there = error.lineno or 1, source.split("\n")
        line = written_there[number - 1] if 0 < number <= len(written_there) else ""
        text, lines = error.msg, ((name, number, line.strip()[:LINE]),)
    return Raised(type(error).__name__, text[:MESSAGE], lines, cell=True)


class InKernel(Here):
    """A function of this kernel, of whose other cells something is known."""

    def about(self) -> About:
        return _known(super().about())


class Gone(Ask):
    """A function that is not there, or whose cell has not run since it was changed."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __call__(self, calls: Sequence[Args], iterate: bool = False) -> list[Outcome]:
        return [stopped.get(self._name) or Missing(kernel=True)] * len(calls)

    def about(self) -> About:
        return _known(bind(about(self._name, vars(sys.modules["__main__"]))))


def _known(found: About) -> About:
    here = vars(sys.modules["__main__"])
    elsewhere = frozenset().union(*map(bound, cells_of_the_notebook())) - here.keys()
    return replace(found, later=elsewhere, stopped=dict(stopped))


def is_stale(name: str, function: object) -> bool:
    """Whether this is the function from before the last run of its cell, which was stopped."""
    return name in stopped and held.get(name) is function
