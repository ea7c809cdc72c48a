"""Which values took part in an exception: the names in the very expression that raised it, and what they held.

Most exceptions of a student's are about shapes and types, so those are told, never the values.
"""

import ast
from itertools import islice
from types import CodeType, TracebackType
from typing import Any

from numpy import ndarray

from .outcomes import INVOLVED

# The name as it stands in the source, the type's name, and the shape of an array or the length of a sequence.
Involved = tuple[str, str, tuple[int, ...]]


def involved(traceback: TracebackType, source: list[str]) -> list[Involved]:
    """What took part in the failing expression of this traceback entry, whose file has these source lines."""
    frame = traceback.tb_frame
    expression = evaluated(frame.f_code, traceback.tb_lasti, traceback.tb_lineno, source)
    found: dict[str, Involved] = {}
    for node in ast.walk(expression) if expression else ():
        text = ast.unparse(node) if _is_named(node) else ""
        held = _held(node, {**frame.f_globals, **frame.f_locals}) if text else None
        if held is not None and len(found) < INVOLVED:
            found.setdefault(text, (text, *held))
    # An array says it all: `X.T` needs no `X` beside it.
    return [entry for name, entry in found.items() if not any(n.startswith(f"{name}.") for n in found)]


def evaluated(code: CodeType, lasti: int, number: int, source: list[str]) -> ast.AST | None:
    """The expression that was being evaluated at this instruction, or else the whole line of this number.

    None where neither can be read.
    """
    position = next(islice(code.co_positions(), lasti // 2, None), (None,) * 4)
    first, last, start, end = position
    whole = source[number - 1].strip() if 0 < number <= len(source) else ""
    pieces = [whole]
    if first and last == first and start is not None and end is not None and 0 < first <= len(source):
        pieces.insert(0, source[first - 1].encode()[start:end].decode("utf-8", "replace"))
    for piece in pieces:
        try:
            return ast.parse(piece.removeprefix("return ").removesuffix(":"))
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            continue
    return None


def _is_named(node: ast.AST) -> bool:
    """Whether this is a name, or the transpose of one."""
    if isinstance(node, ast.Attribute):
        return node.attr == "T" and isinstance(node.value, ast.Name)
    return isinstance(node, ast.Name)


def _held(node: Any, names: dict[str, Any]) -> tuple[str, tuple[int, ...]] | None:
    """The type and the shape of what a name held; None where that tells nothing."""
    named: Any = node.value if isinstance(node, ast.Attribute) else node
    value = names.get(named.id, ...)
    kind = type(value)
    if kind is ndarray:
        return "array", value.T.shape if isinstance(node, ast.Attribute) else value.shape
    if kind in (list, tuple, str):
        return kind.__name__, (len(value),)
    return (kind.__name__, ()) if kind in (int, float, bool, type(None)) else None
