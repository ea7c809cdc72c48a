"""Which answers are more alike than right answers to the same exercise are.

copydetect makes the fingerprints, of code without what a copier changes: names, comments, docstrings, types, layout,
and the order of statements. Those of the release and of the reference are taken away. How much it says that two answers
to a function are alike follows from how often others are as much so: the class's other pairs, and the class and the
bank's right variants. What most write says nothing.
"""

import ast
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import numpy as np
import numpy.typing as npt

from ..plain.cell import parsed

# Characters that are looked at together: a name and an operator or two.
GRAM = 12
Sources = Mapping[str, str]
Prints = frozenset[int]
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Alike:
    """Two answers to one function: the share of their fingerprints that both have, and what that says, in bits."""

    function: str
    share: float
    bits: float


@dataclass(frozen=True)
class Pair:
    """Two students, and how alike their answers are: the functions that say most come first."""

    one: str
    other: str
    bits: float
    functions: tuple[Alike, ...]


def alike_pairs(
    answers: Mapping[str, Sources], right: Mapping[str, Sequence[str]], given: Mapping[str, Sequence[str]]
) -> list[Pair]:
    """All pairs of students, those whose answers are most alike first.

    `answers`: by student, the source of each function that is written; by function, `right` are other right answers,
    and `given` is what everybody has seen.
    """
    students = sorted(answers)
    functions = list(dict.fromkeys(name for own in answers.values() for name in own))
    compared = {
        name: _compared(
            [answers[student].get(name, "") for student in students], right.get(name, ()), given.get(name, ())
        )
        for name in functions
    }
    pairs = []
    for i, j in combinations(range(len(students)), 2):
        found = [Alike(name, float(share[i, j]), float(bits[i, j])) for name, (share, bits) in compared.items()]
        found.sort(key=lambda alike: -alike.bits)
        pairs.append(Pair(students[i], students[j], sum(alike.bits for alike in found), tuple(found)))
    return sorted(pairs, key=lambda pair: (-round(pair.bits, 6), pair.one, pair.other))


def _compared(sources: Sequence[str], right: Sequence[str], given: Sequence[str]) -> tuple[Floats, Floats]:
    """For each two of these sources, the share of their fingerprints that both have, and its bits."""
    known = frozenset[int]().union(*map(_prints, given))
    own = [_prints(source) - known for source in sources]
    others = [_prints(source) - known for source in right]
    place = {print_: number for number, print_ in enumerate(sorted(frozenset().union(*own, *others)))}
    mine, theirs = _rows(own, place), _rows(others, place)
    share = _shared(mine, mine)
    usual = np.sort(np.concatenate([share[np.triu_indices(len(own), 1)], _shared(mine, theirs).ravel()]))
    as_alike = len(usual) - np.searchsorted(usual, share, side="left")
    bits = np.where(share > 0, -np.log2(np.maximum(as_alike, 1) / max(len(usual), 1)), 0.0)
    return share, bits


def _rows(prints: Sequence[Prints], place: Mapping[int, int]) -> Floats:
    """A row for each source, with ones where it has a fingerprint."""
    rows = np.zeros((len(prints), len(place)))
    for row, own in zip(rows, prints, strict=True):
        row[[place[print_] for print_ in own]] = 1.0
    return rows


def _shared(one: Floats, other: Floats) -> Floats:
    both = one @ other.T
    either = one.sum(1)[:, None] + other.sum(1)[None, :] - both
    found: Floats = np.divide(both, either, out=np.zeros_like(both), where=either > 0)
    return found


def _prints(source: str) -> Prints:
    """The fingerprints of a source: all of them, for answers are short."""
    # Slow to import.
    from copydetect.utils import get_document_fingerprints

    found, _ = get_document_fingerprints("\n".join(sorted(normal(source).values())), GRAM, 1)
    return frozenset(int(print_) for print_ in found)


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
