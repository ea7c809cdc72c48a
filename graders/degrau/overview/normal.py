"""Code without what a copier changes: names, comments, docstrings, types, layout, and the order of statements."""

import ast
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from ..plain.cell import parsed


def normal(source: str) -> dict[int, str]:
    """The statements of a cell by the line in which each begins; nothing of what is not Python.

    Each is on its own, without those inside it. Names that the cell gives something are numbered within a statement, as
    they come; those of libraries stay.

    >>> normal("def f(x):\\n    '''Twice.'''\\n    total = x + x  # twice\\n    return total")
    {1: 'def _0(_1):', 3: '_0 = _1 + _1', 4: 'return _0'}
    """
    tree = parsed(source)
    if tree is None:
        return {}
    own = _own_names(tree)
    return {node.lineno: _text(node, own) for node in _statements(tree)}


def _own_names(tree: ast.Module) -> frozenset[str]:
    """The names that the cell gives something, wherever in it."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            found.add(node.id)
        elif isinstance(node, ast.arg):
            found.add(node.arg)
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            found.add(node.name)
    return frozenset(found)


def _statements(tree: ast.AST) -> Iterator[ast.stmt]:
    """All statements but docstrings and imports, which say nothing of how somebody thinks."""
    for node in ast.walk(tree):
        if isinstance(node, ast.stmt) and not isinstance(node, (ast.Import, ast.ImportFrom, ast.Pass)):
            text = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
            if not text:
                yield node


def _text(node: ast.stmt, own: frozenset[str]) -> str:
    """One statement without those inside it."""
    fields: dict[str, Any] = {name: _without_statements(value) for name, value in ast.iter_fields(node)}
    head = type(node)(**fields)
    return ast.unparse(ast.fix_missing_locations(_Numbered(own).visit(deepcopy(head)))).partition("\n")[0]


def _without_statements(value: Any) -> Any:
    first = value[0] if isinstance(value, list) and value else None
    if isinstance(first, ast.stmt):
        return [ast.Pass()]
    return [] if isinstance(first, ast.ExceptHandler) else value


class _Numbered(ast.NodeTransformer):
    """Gives the cell's own names numbers, and takes types away."""

    def __init__(self, own: frozenset[str]) -> None:
        self._own, self._numbers = own, dict[str, str]()

    def _called(self, name: str) -> str:
        return self._numbers.setdefault(name, f"_{len(self._numbers)}") if name in self._own else name

    def visit_Name(self, node: ast.Name) -> ast.Name:
        return ast.Name(self._called(node.id), node.ctx)

    def visit_arg(self, node: ast.arg) -> ast.arg:
        return ast.arg(self._called(node.arg))

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.FunctionDef:
        node.name, node.returns = self._called(node.name), None
        self.generic_visit(node)
        return node

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST:
        self.generic_visit(node)
        return ast.Assign([node.target], node.value) if node.value else ast.Expr(node.target)
