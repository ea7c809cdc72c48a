"""Indentation of whole cells: a slip that IPython forgives, or the mark of a function that was split in two."""

import re

INDENTED = re.compile(r"(?:[ \t]*+\n)*+([ \t]++)\S")


def starts_indented(source: str) -> bool:
    """Whether the first line that is not empty is indented."""
    return INDENTED.match(source) is not None


def dedented(source: str) -> str:
    """The source with its first line's indentation taken off every line that has it, as IPython runs it.

    >>> dedented("  x = 1\\n  if x:\\n    y = 2")
    'x = 1\\nif x:\\n  y = 2'
    """
    margin = INDENTED.match(source)
    return "\n".join(line.removeprefix(margin[1]) for line in source.split("\n")) if margin else source
