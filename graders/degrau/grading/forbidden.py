"""What answers may not use, found in their syntax trees: nothing is run to find it.

A name is followed through imports, their aliases, and plain assignments, however it is written: `np.gradient` is
`numpy.gradient` under every name that a notebook gives it. What is hidden in a text that is executed is not found.
"""

import ast
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ..base.text import Language, Text, _
from ..judging.registry import assignments
from ..plain.cell import bound_by, parsed
from ..report.card import listed
from ..report.types import ExerciseReport

if TYPE_CHECKING:
    from ..notebooks.canonical import Work

USED = _("`{function}` uses {names}, which this course does not allow there.")
NO_POINTS = _("It uses {names}, which this course does not allow here: no points.")
# How everybody calls it.
USUAL = {"np": "numpy", "plt": "matplotlib.pyplot", "sp": "scipy", "pd": "pandas"}
# What the notebook's own names stand for.
OWN = ""
IMPORTERS = ("__import__", "importlib.import_module")


@dataclass(frozen=True)
class Forbidden:
    """What may not be used: `everywhere`, or in the assignments and functions of these names.

    `costs`: whether it costs the function's points; else it is only said.
    """

    everywhere: tuple[str, ...] = ()
    within: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    costs: bool = False

    def names(self, assignment: str, function: str) -> tuple[str, ...]:
        """What this function may not use, as it was written."""
        return (*self.everywhere, *self.within.get(assignment, ()), *self.within.get(function, ()))

    def used(self, work: "Work") -> dict[str, tuple[str, ...]]:
        """By function, what it uses of that, itself or in what it calls besides other functions of the assignment."""
        functions = assignments()[work.assignment].points
        asked = {name: self.names(work.assignment, name) for name in functions if work.writes(name)}
        if not any(asked.values()):
            return {}
        code = _Code(work)
        found = {name: _among(code.paths(name, functions.keys() - {name}), names) for name, names in asked.items()}
        return {name: names for name, names in found.items() if names}


def said(function: str, names: Sequence[str]) -> Text:
    """What is said of a function that uses them."""
    return USED.filled(function=function, names=listed(names))


def without_points(report: ExerciseReport, names: Sequence[str], language: Language) -> ExerciseReport:
    """The report on a function that is worth nothing, for it uses these."""
    why = NO_POINTS.to(language, names=listed(names))
    properties = tuple(
        replace(prop, points=0.0, passed=False, message="", counterexample=None, comparison=None)
        for prop in report.properties
    )
    return ExerciseReport(report.name, "failed", properties, message=why)


def _among(paths: Set[str], names: Sequence[str]) -> tuple[str, ...]:
    """Which of these names the paths lie in."""
    return tuple(name for name in names if any(_lies_in(path, _whole(name)) for path in paths))


def _lies_in(path: str, name: str) -> bool:
    return path == name or path.startswith(f"{name}.")


def _whole(name: str) -> str:
    """The name under which it is imported.

    >>> _whole("np.gradient"), _whole("torch")
    ('numpy.gradient', 'torch')
    """
    first, dot, rest = name.partition(".")
    return f"{USUAL.get(first, first)}{dot}{rest}"


Names = Mapping[str, str]


class _Code:
    """The statements of a submission's cells, and what the names at their top level stand for."""

    def __init__(self, work: "Work") -> None:
        trees = ((cell.id, _tree(cell.source)) for cell in work.cells)
        self._statements = [(cell, statement) for cell, tree in trees if tree for statement in tree.body]
        self._known: dict[str, str] = {}
        self._stars: list[str] = []
        for _cell, statement in self._statements:
            self._known |= dict.fromkeys(bound_by(statement), OWN) | _imported(statement, self._stars)
            if isinstance(statement, ast.Assign) and "." in (path := _path(statement.value, self._known)):
                self._known |= {target.id: path for target in statement.targets if isinstance(target, ast.Name)}

    def paths(self, function: str, others: Set[str]) -> set[str]:
        """The whole names of all that a function reaches: in its cell, and where what it mentions is written."""
        found, seen, waiting = set[str](), {function, *others}, {function}
        while waiting:
            name = waiting.pop()
            for cell, statement in self._statements:
                if name in bound_by(statement) or cell == name == function:
                    found |= set(self._used(statement))
                    mentioned = {node.id for node in ast.walk(statement) if isinstance(node, ast.Name)}
                    waiting |= mentioned - seen
                    seen |= mentioned
        return found

    def _used(self, statement: ast.stmt) -> Iterator[str]:
        """The whole names in a statement; those of a function's own variables stand for nothing."""
        stars = list(self._stars)
        inside = [node for node in ast.walk(statement) if isinstance(node, ast.stmt)]
        nested = {name: path for node in inside for name, path in _imported(node, stars).items()}
        own = _variables(statement) if isinstance(statement, (ast.FunctionDef, ast.ClassDef)) else set()
        known = {**self._known, **dict.fromkeys(own, OWN), **nested}
        for node in ast.walk(statement):
            if isinstance(node, ast.expr) and (path := _path(node, known)):
                yield path
                if isinstance(node, ast.Name) and node.id not in known:
                    yield from (f"{module}.{node.id}" for module in stars)


def _variables(statement: ast.stmt) -> set[str]:
    """The parameters and variables of a function."""
    nodes = list(ast.walk(statement))
    stored = {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    return stored | {node.arg for node in nodes if isinstance(node, ast.arg)}


def _imported(node: ast.stmt, stars: list[str]) -> dict[str, str]:
    """What the names that an import gives stand for; a module whose names all come is added to `stars`."""
    if isinstance(node, ast.Import):
        whole = {alias.asname: alias.name for alias in node.names if alias.asname}
        return whole | {first: first for a in node.names if not a.asname for first in [a.name.partition(".")[0]]}
    if isinstance(node, ast.ImportFrom) and node.module:
        stars += [node.module for alias in node.names if alias.name == "*"]
        return {alias.asname or alias.name: f"{node.module}.{alias.name}" for alias in node.names if alias.name != "*"}
    return {}


def _path(node: ast.expr, known: Names) -> str:
    """The whole name that an expression is; nothing if it is none."""
    if isinstance(node, ast.Name):
        return known.get(node.id, node.id)
    if isinstance(node, ast.Attribute):
        before = _path(node.value, known)
        return f"{before}.{node.attr}" if before else ""
    return _called(node, known) if isinstance(node, ast.Call) else ""


def _called(node: ast.Call, known: Names) -> str:
    """The name that a call of an importer, or of getattr, stands for."""
    texts = [arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
    called = _path(node.func, known) if texts else ""
    if called in IMPORTERS:
        return texts[0]
    return f"{_path(node.args[0], known)}.{texts[0]}" if called == "getattr" else ""


def _tree(source: str) -> ast.Module | None:
    """The tree of a cell, with IPython's own syntax in it, too; nothing where it cannot run anyway."""
    if (tree := parsed(source)) is not None:
        return tree
    # Slow to import, and few cells need it.
    from ..sandbox.inside import syntax

    try:
        return syntax.parsed(source, "<cell>")[0]
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
