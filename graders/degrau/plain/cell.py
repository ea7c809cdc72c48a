"""A cell of a notebook's code: what it is called, what it says, and which functions it writes. Nothing is run here."""

import ast
import re
from collections.abc import Iterable, Set
from dataclasses import dataclass
from functools import lru_cache

INDENTED = re.compile(r"(?:[ \t]*+\n)*+([ \t]++)\S")
# Python's parser takes a hundred times as much memory.
LONGEST = 200_000
WRITTEN = re.compile(r"^(?:def|class)[ \t]+(\w+)", re.MULTILINE)


@dataclass(frozen=True)
class Cell:
    """A code cell; the one in which a function is to be written has the function's name as its id."""

    id: str
    source: str


def written(source: str) -> set[str]:
    """The functions and classes that start in the first column: a text search, nothing is parsed."""
    return set(WRITTEN.findall(source))


@lru_cache(maxsize=4096)
def bound(source: str) -> frozenset[str]:
    """The names that a cell gives something at its top level: by def, class, assignment, or import by name.

    Loops and `import *` do not count: they do not mean the names. Of a source that is not Python, or very long, only
    what starts in the first column is looked at.
    """
    tree = parsed(source)
    if tree is None:
        return frozenset(written(source))
    return frozenset(name for node in tree.body for name in bound_by(node) if name != "*")


def bound_by(node: ast.stmt) -> set[str]:
    """The names that one statement at the top of a cell gives something."""
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        return {node.name}
    if isinstance(node, (ast.Import, ast.ImportFrom)):
        return {(alias.asname or alias.name).partition(".")[0] for alias in node.names}
    if isinstance(node, ast.Assign):
        return {n.id for target in node.targets for n in ast.walk(target) if isinstance(n, ast.Name)}
    if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
        return {node.target.id}
    return set()


def needed(source: str, names: Set[str], mentioned: Set[str]) -> str:
    """The statements of a cell that give one of these names something, on their lines: those that are mentioned.

    What such a statement mentions itself counts, too.

    >>> needed("HALF = 0.5\\nREST = 1\\ndef half(x):\\n    return HALF * x", {"HALF", "REST", "half"}, {"half"})
    'HALF = 0.5\\n\\ndef half(x):\\n    return HALF * x'
    """
    makers: dict[str, list[ast.stmt]] = {}
    tree = parsed(source)
    for node in tree.body if tree else ():
        for name in bound_by(node).intersection(names):
            makers.setdefault(name, []).append(node)
    kept, wanted = list[ast.stmt](), makers.keys() & mentioned
    while wanted:
        for node in makers.pop(wanted.pop(), ()):
            kept.append(node)
            wanted |= makers.keys() & {part.id for part in ast.walk(node) if isinstance(part, ast.Name)}
    return _lines_of(source, kept)


@lru_cache(maxsize=4096)
def used(source: str) -> frozenset[str]:
    """The names that a cell's code reads, wherever in it; nothing of a source that is not Python, or very long.

    >>> sorted(used("def f(x):\\n    return g(x, h)"))
    ['g', 'h', 'x']
    """
    tree = parsed(source)
    nodes = ast.walk(tree) if tree else ()
    return frozenset(n.id for n in nodes if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Load))


def definitions(source: str) -> str:
    """The cell without what does something: functions, classes, imports and constants stay, on their lines.

    >>> definitions("BLUE = 'b'\\nx = 1\\nimport os")
    "BLUE = 'b'\\n\\nimport os"
    """
    tree = parsed(source)
    kinds = (ast.FunctionDef, ast.ClassDef, ast.Import, ast.ImportFrom)
    return _lines_of(source, [n for n in tree.body if isinstance(n, kinds) or _is_constant(n)]) if tree else ""


def _lines_of(source: str, nodes: Iterable[ast.stmt]) -> str:
    lines = source.split("\n")
    kept = [""] * len(lines)
    for node in nodes:
        first = min([node.lineno, *(d.lineno for d in getattr(node, "decorator_list", []))])
        kept[first - 1 : node.end_lineno] = lines[first - 1 : node.end_lineno]
    return "\n".join(kept) if any(kept) else ""


def _is_constant(node: ast.stmt) -> bool:
    """Whether it gives names in capitals values that are written out."""
    if not isinstance(node, ast.Assign):
        return False
    inside = [part for target in node.targets for part in ast.walk(target)]
    plain = all(isinstance(part, (ast.Name, ast.Tuple, ast.Store)) for part in inside)
    values = node.value.elts if isinstance(node.value, ast.Tuple) else [node.value]
    named = all(part.id.isupper() for part in inside if isinstance(part, ast.Name))
    return plain and named and all(isinstance(value, ast.Constant) for value in values)


def parsed(source: str) -> ast.Module | None:
    """The syntax tree of a source; nothing of what is not Python, or very long."""
    if len(source) > LONGEST:
        return None
    try:
        return ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def starts_indented(source: str) -> bool:
    """Whether the first line that is not empty is indented: a slip, or the second half of a function split in two."""
    return INDENTED.match(source) is not None


def dedented(source: str) -> str:
    """The source with its first line's indentation taken off every line that has it, as IPython runs it.

    >>> dedented("  x = 1\\n  if x:\\n    y = 2")
    'x = 1\\nif x:\\n  y = 2'
    """
    margin = INDENTED.match(source)
    return "\n".join(line.removeprefix(margin[1]) for line in source.split("\n")) if margin else source
