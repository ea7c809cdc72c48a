"""A student's prose in an autograded notebook: it is shown as text, and nothing in it acts."""

import re
from collections.abc import Collection

from nbformat import NotebookNode

# What renders Markdown takes a time that grows with the square of these.
LONGEST_PROSE, MOST_PROSE, MOST_FORMULAS = 20_000, 100_000, 200
FORMULA = re.compile(r"\\(?=[\[(]|begin)|\$")
# A space after the first character is enough to make each of them text; in formulas it changes nothing.
ACTS = re.compile(
    r"""
    < (?=[A-Za-z/!?])                                     # a tag
    | \] (?=[(:])                                         # the target of a link or an image
    | & (?=[#A-Za-z])                                     # an entity, which could spell any of these
    | \\ (?=href|style|class|cssId|require|csname)        # MathJax's own way to HTML
    """,
    re.VERBOSE,
)


def inert(text: str) -> str:
    """The text with nothing in it that acts.

    >>> inert("se a<b, veja [isto](javascript:alert(1)) <img src=x>")
    'se a< b, veja [isto] (javascript:alert(1)) < img src=x>'
    """
    return ACTS.sub(r"\g<0> ", text)


def make_inert(notebook: NotebookNode, ours: Collection[str]) -> None:
    """Make the prose of the notebook inert, except for the texts in `ours`; what is very long is set as typed."""
    room = MOST_PROSE
    for cell in notebook.cells:
        if cell.cell_type != "code" and cell.source not in ours:
            room -= len(cell.source)
            few = len(FORMULA.findall(cell.source)) <= MOST_FORMULAS
            plain = len(cell.source) <= LONGEST_PROSE and room >= 0
            cell.source = inert(cell.source if few else FORMULA.sub(r"\g<0> ", cell.source))
            if not plain:
                cell.source = as_typed(cell.source)


def as_typed(text: str) -> str:
    """Markdown that shows the text as it was typed.

    >>> as_typed("a *b*")
    '    a *b*\\n'
    """
    return "".join(f"    {line}\n" for line in text.split("\n"))
