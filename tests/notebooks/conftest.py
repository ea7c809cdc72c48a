"""Two small assignments, released in both languages without nbgrader's help, for tests of single cells."""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from nbformat import NotebookNode
from tests.languages import LANGUAGES

from degrau.base.text import Language
from degrau.pack.source import read_source, source_notebook, stub

TEXTS = """\
# %% [markdown] lang="pt"
# # Sobre {one} e {two}

# %% [markdown] lang="en"
# # About {one} and {two}

# %% tags=["setup"]
import numpy as np

from degrau import check

"""

FUNCTION = '''
# %%
def {name}(x):
    """Uma função. · A function."""
    ### BEGIN SOLUTION
    return x
    ### END SOLUTION

'''

CHECKS = """
# %%
check({one})

# %%
check({two})

# %% tags=["demo"]
import matplotlib.pyplot as plt

plt.plot([{one}(1), {two}(2)])

# %% [markdown] lang="pt"
# *Sua resposta:* …

# %% [markdown] lang="en"
# *Your answer:* …
"""


@dataclass(frozen=True, eq=False)
class Shelf:
    """Released notebooks by assignment and language."""

    notebooks: dict[tuple[str, Language], NotebookNode]

    @property
    def assignments(self) -> tuple[str, ...]:
        return tuple(sorted({name for name, _ in self.notebooks}))

    @property
    def languages(self) -> tuple[Language, ...]:
        return LANGUAGES

    def release(self, name: str, language: Language) -> NotebookNode:
        return self.notebooks[name, language]


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    folder = tmp_path_factory.mktemp("solutions")
    notebooks = {}
    for stem, one, two in (("00_small", "double", "half"), ("01_other", "add", "subtract")):
        path = folder / f"{stem}.py"
        functions = FUNCTION.format(name=one) + FUNCTION.format(name=two)
        path.write_text(TEXTS.format(one=one, two=two) + functions + CHECKS.format(one=one, two=two), "utf-8")
        for language in LANGUAGES:
            notebooks[stem, language] = _released(path, language, {one: 2.0, two: 1.0})
    return Shelf(notebooks)


def _released(path: Path, language: Language, points: dict[str, float]) -> NotebookNode:
    notebook = source_notebook(read_source(path, LANGUAGES), language, points)
    left = stub(LANGUAGES).replace("\n", "\n    ")
    for cell in notebook.cells:
        cell.source = re.sub("### BEGIN SOLUTION.*### END SOLUTION", left, cell.source, flags=re.DOTALL)
    return notebook
