"""The bank of an exercise: right answers in other styles, and the mistakes that students make."""

import ast
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..text import Text

Function = Callable[..., Any]


@dataclass(frozen=True)
class Variant:
    """One way to write an exercise's function; `source` is it under the exercise's name, ready for a notebook."""

    exercise: str
    id: str
    function: Function
    source: str
    right: bool
    title: Text | None = None
    explanation: Text | None = None
    erratum: str | None = None


def right(exercise: str) -> Callable[[Function], Function]:
    """Marks a right variant."""
    return _mark(exercise=exercise, right=True)


def wrong(
    exercise: str, *, pt: tuple[str, str], en: tuple[str, str], erratum: str | None = None
) -> Callable[[Function], Function]:
    """Marks a wrong variant, with its title and explanation in both languages, and the erratum that it comes from."""
    title, explanation = (Text(*pair) for pair in zip(pt, en, strict=True))
    return _mark(exercise=exercise, right=False, title=title, explanation=explanation, erratum=erratum)


def _mark(**facts: Any) -> Callable[[Function], Function]:
    def decorate(function: Function) -> Function:
        function.__dict__["variant"] = facts
        return function

    return decorate


def load_bank(path: Path, names: Mapping[str, Any]) -> tuple[Variant, ...]:
    """The variants of a bank file, which is executed with `names` as its globals."""
    text = path.read_text("utf-8")
    namespace = dict(names)
    exec(compile(text, str(path), "exec"), namespace)
    marked = [n for n in ast.parse(text).body if isinstance(n, ast.FunctionDef) and n.decorator_list]
    return tuple(_variant(node, namespace[node.name], text) for node in marked)


def _variant(node: ast.FunctionDef, function: Function, text: str) -> Variant:
    facts = function.__dict__["variant"]
    source = ast.get_source_segment(text, node) or ""
    renamed = source.replace(f"def {node.name}(", f"def {facts['exercise']}(", 1)
    return Variant(id=node.name, function=function, source=renamed, **facts)
