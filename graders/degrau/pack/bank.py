"""The bank of an exercise: right answers in other styles, and the mistakes that students make."""

import ast
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeGuard

from ..base.mendable import raised
from ..base.text import Text
from ..judging.bounded import in_time
from ..judging.watch import TookTooLong
from .source import AuthoringError, line_of

Function = Callable[..., Any]


@dataclass(frozen=True)
class Variant:
    """One way to write an exercise's function; `source` is it under the exercise's name, ready for a notebook.

    `names` are the globals that it needs: NumPy and the assignment's functions.
    """

    exercise: str
    id: str
    source: str
    right: bool
    names: Mapping[str, Any] = field(repr=False, compare=False)
    title: Text | None = None
    explanation: Text | None = None
    erratum: str | None = None
    line: int = field(default=1, compare=False)

    @property
    def words(self) -> str:
        """What it is called where something is wrong with it."""
        return f"the {'right' if self.right else 'wrong'} variant {self.id}"

    @property
    def function(self) -> Function:
        """The function, new each time, so that a variant that keeps something between calls starts without it."""
        namespace = dict(self.names)
        exec(compile(self.source, f"<{self.id}>", "exec"), namespace)
        made: Function = namespace[self.exercise]
        return made


def right(exercise: str) -> Callable[[Function], Function]:
    """Marks a right variant."""
    return _mark(exercise=exercise, right=True)


def wrong(exercise: str, *, erratum: str | None = None, **words: tuple[str, str]) -> Callable[[Function], Function]:
    """Marks a wrong variant, with its title and explanation by language code, and the erratum that it comes from."""
    for language, pair in words.items() or [("es", None)]:
        if not (isinstance(pair, tuple) and len(pair) == 2):
            raise TypeError(f'write its title and its explanation, in each language: {language}=("…", "…")')
    title, explanation = (Text(**{language: pair[i] for language, pair in words.items()}) for i in (0, 1))
    return _mark(exercise=exercise, right=False, title=title, explanation=explanation, erratum=erratum)


def _mark(**facts: Any) -> Callable[[Function], Function]:
    def decorate(function: Function) -> Function:
        function.variant = facts  # type: ignore[attr-defined]
        return function

    return decorate


def load_bank(path: Path, names: Mapping[str, Any]) -> tuple[Variant, ...]:
    """The variants of a bank file, which is executed with `names` as its globals."""
    try:
        return in_time(lambda: _variants(path, dict(names)))
    except AuthoringError:
        raise
    except TookTooLong as error:
        raise AuthoringError(f"{path}:{line_of(error, str(path)) or 1}: it does not end; correct it") from error
    except (Exception, SystemExit) as error:
        raise AuthoringError(f"{path}:{line_of(error, str(path)) or 1}: {raised(error)}") from error


def _variants(path: Path, shared: dict[str, Any]) -> tuple[Variant, ...]:
    text = path.read_text("utf-8-sig")
    body = ast.parse(text, str(path)).body
    exec(compile(ast.Module([n for n in body if not _is_variant(n)], []), str(path), "exec"), shared)
    lines = text.splitlines(keepends=True)
    return tuple(_variant(node, lines, shared, path) for node in body if _is_variant(node))


def _is_variant(node: ast.stmt) -> TypeGuard[ast.FunctionDef | ast.ClassDef]:
    return isinstance(node, (ast.FunctionDef, ast.ClassDef)) and bool(node.decorator_list)


def _variant(node: ast.FunctionDef | ast.ClassDef, lines: list[str], shared: Mapping[str, Any], path: Path) -> Variant:
    namespace = dict(shared)
    exec(compile(ast.Module([node], []), str(path), "exec"), namespace)
    facts = getattr(namespace[node.name], "variant", None)
    if facts is None:
        advice = 'write @right("FUNCTION") or @wrong("FUNCTION", …) above it, or nothing'
        raise AuthoringError(f"{path}:{node.lineno}: {node.name} is no variant of a function; {advice}")
    if facts["exercise"] not in shared:
        wrong = f"{node.name} is a variant of {facts['exercise']}, which is no function of this assignment"
        raise AuthoringError(f"{path}:{node.lineno}: {wrong}; correct the name, or remove it")
    source = "".join(lines[node.lineno - 1 : node.end_lineno]).removesuffix("\n")
    # A class says its own name in its methods; a function that called itself so would never come to an end.
    own = rf"\b{node.name}\b" if isinstance(node, ast.ClassDef) else rf"(?<=def ){node.name}(?=\()"
    renamed = re.sub(own, facts["exercise"], source, count=0 if isinstance(node, ast.ClassDef) else 1)
    return Variant(id=node.name, source=renamed, names=shared, line=node.lineno, **facts)
