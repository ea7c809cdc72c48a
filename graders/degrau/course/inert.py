"""Takes out of a student's prose what would act in a page: feedback, or Formgrader in the teacher's session.

nbconvert passes HTML in Markdown and raw cells through, and `javascript:` links; code and outputs it escapes.
"""

import re
from collections.abc import Collection

from nbformat import NotebookNode

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
    """Make the prose of the notebook inert, except for the texts in `ours`."""
    for cell in notebook.cells:
        if cell.cell_type != "code" and cell.source not in ours:
            cell.source = inert(cell.source)
