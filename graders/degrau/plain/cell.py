"""A cell of a notebook's code: what it is called, what it says, and which functions it writes. Nothing is run here."""

import re
from dataclasses import dataclass

INDENTED = re.compile(r"(?:[ \t]*+\n)*+([ \t]++)\S")
WRITTEN = re.compile(r"^(?:def|class)[ \t]+(\w+)", re.MULTILINE)


@dataclass(frozen=True)
class Cell:
    """A code cell; the one in which a function is to be written has the function's name as its id."""

    id: str
    source: str


def written(source: str) -> set[str]:
    """The functions and classes that start in the first column: a text search, nothing is parsed."""
    return set(WRITTEN.findall(source))


def may_name(source: str, name: str) -> bool:
    """Whether the source looks as if it gave something this name: a function or class anywhere, a value, an import."""
    own = re.escape(name)
    naming = rf"^\s*(?:(?:async\s+)?def|class)\s+{own}\b|^\s*{own}\s*=|\bimport\b.*\b{own}\b"
    return re.search(naming, source, re.MULTILINE) is not None


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
