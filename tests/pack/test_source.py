"""Sources of assignments: roles, names, nbgrader's source notebook, and what authors are told."""

from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest
from tests.languages import LANGUAGES

from degrau.pack.source import AuthoringError, read_source, source_notebook

SMALL = '''\
# %% [markdown] lang="pt"
# # Título

# %% [markdown] lang="en"
# # Title

# %% tags=["setup"]
import numpy as np

from degrau import check


# %%
def double(x):
    """O dobro. · Twice."""
    ### BEGIN SOLUTION
    return 2 * x
    ### END SOLUTION


# %%
check(double)

# %% [markdown]
# ---

# %% tags=["demo"]
print(double(2))

# %% [markdown] lang="pt"
# *Sua resposta:* …

# %% [markdown] lang="en"
# *Your answer:* …
'''

# The line of a cell put after all others.
END = SMALL.count("\n") + 2

EXERCISE = """
# %%
def half(x):
    ### BEGIN SOLUTION
    return x / 2
    ### END SOLUTION
"""

Written = Callable[[str], Path]


@pytest.fixture
def written(tmp_path: Path) -> Written:
    """Writes a source, and gives its path."""

    def write(text: str) -> Path:
        path = tmp_path / "00_small.py"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_cells_have_roles_and_names(written: Written) -> None:
    source = read_source(written(SMALL), LANGUAGES)
    assert [(c.role, c.name, c.language, c.answer) for c in source.cells] == [
        ("text", "texto-01", "pt", False),
        ("text", "texto-01", "en", False),
        ("setup", "setup", None, False),
        ("exercise", "double", None, False),
        ("check", "check_double", None, False),
        ("text", "texto-02", None, False),
        ("demo", "demo-1", None, False),
        ("text", "resposta-01", "pt", True),
        ("text", "resposta-01", "en", True),
    ]
    assert source.stem == "00_small"
    assert source.exercises == ("double",)
    assert source.cells[0].source == "# Título"


def test_source_notebook_is_a_valid_notebook_in_one_language(written: Written) -> None:
    notebook = source_notebook(read_source(written(SMALL), LANGUAGES), "en", {"double": 3})
    nbformat.validate(notebook)
    assert notebook.metadata.degrau == {"assignment": "00_small", "language": "en"}
    names = ["texto-01", "setup", "double", "check_double", "texto-02", "demo-1", "resposta-01"]
    assert [cell.id for cell in notebook.cells] == names
    text, setup, exercise, check, _, demo, answer = notebook.cells
    assert text.source == "# Title"
    assert text.metadata == {"deletable": False, "editable": False}
    assert answer.metadata == {"deletable": False}
    kind = {"schema_version": 3, "task": False}
    assert setup.metadata.nbgrader == {**kind, "grade_id": "setup", "grade": False, "locked": True, "solution": False}
    assert exercise.metadata.nbgrader == {
        **kind,
        "grade_id": "double",
        "grade": False,
        "locked": False,
        "solution": True,
    }
    assert check.metadata.nbgrader == {
        **kind,
        "grade_id": "check_double",
        "grade": True,
        "locked": True,
        "solution": False,
        "points": 3.0,
    }
    assert demo.metadata == {"degrau": {"cell": "demo-1"}, "tags": ["demo"]}
    assert "editable" not in exercise.metadata


def test_both_languages_have_the_same_code_ids_and_points(written: Written) -> None:
    source = read_source(written(SMALL), LANGUAGES)
    pt, en = (source_notebook(source, language, {"double": 3}) for language in ("pt", "en"))
    assert [c.id for c in pt.cells] == [c.id for c in en.cells]
    assert [c for c in pt.cells if c.cell_type == "code"] == [c for c in en.cells if c.cell_type == "code"]


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        (
            "# %%\nx = 1\n",
            1,
            "an exercise has exactly one top-level function, this cell has 0; "
            'split it, or tag it tags=["setup"] or tags=["demo"]',
        ),
        (
            "# %%\ndef f(): pass\ndef g(): pass\n",
            1,
            "an exercise has exactly one top-level function, this cell has 2; "
            'split it, or tag it tags=["setup"] or tags=["demo"]',
        ),
        ("# %%\ndef f(:\n", 2, "SyntaxError: invalid syntax; correct it"),
        (
            "# %%\ndef f(): pass\n",
            1,
            "f has no solution; put its body between ### BEGIN SOLUTION and ### END SOLUTION",
        ),
        (SMALL + EXERCISE, END, "half has no check; add a cell with check(half) below it"),
        (SMALL + "\n# %%\ncheck(half)\n", END, "check(half) names no exercise of this file; known: double"),
        (SMALL + EXERCISE.replace("half", "double"), END, "there is already a cell double; rename or remove one"),
        (
            '# %% [markdown]\n# b\n\n# %% [markdown] lang="en"\n# a\n',
            4,
            'this text is not in pt; put its `# %% [markdown] lang="pt"` right above it',
        ),
        (
            '# %% [markdown] lang="fr"\n# a\n',
            1,
            'unknown lang="fr"; write lang="pt" or lang="en", or add it to the languages of the pack',
        ),
    ],
)
def test_authors_are_told_what_is_wrong_where(written: Written, text: str, line: int, problem: str) -> None:
    path = written(text)
    with pytest.raises(AuthoringError) as caught:
        read_source(path, LANGUAGES)
    assert str(caught.value) == f"{path}:{line}: {problem}"


def test_a_text_that_lacks_a_language_is_shown_in_the_first_and_told(written: Written) -> None:
    path = written(
        '# %% [markdown] lang="es"\n# a\n\n# %% [markdown] lang="es"\n# b\n\n# %% [markdown] lang="en"\n# c\n'
    )
    source = read_source(path, ["es", "en"])
    assert [cell.source for cell in source.of("en")] == ["a", "c"]
    assert [cell.source for cell in source.of("es")] == ["a", "b"]
    assert [cell.name for cell in source.cells] == ["texto-01", "texto-02", "texto-02"]
    assert list(source.untranslated()) == [f"{path}:1: not in en; it is shown in es"]


def test_a_text_may_be_in_any_number_of_languages(written: Written) -> None:
    path = written("".join(f'# %% [markdown] lang="{code}"\n# {code}\n\n' for code in ("en", "fr", "es")))
    source = read_source(path, ["en", "es", "fr"])
    assert {cell.source: cell.name for cell in source.cells} == dict.fromkeys(("en", "fr", "es"), "text-01")
    assert list(source.untranslated()) == []


def test_text_before_the_first_cell_is_refused(written: Written) -> None:
    path = written("import numpy\n\n# %%\ncheck(f)\n")
    with pytest.raises(AuthoringError, match="2 cells, but 1 lines `# %%`; start each cell with one"):
        read_source(path, LANGUAGES)


def test_a_missing_source_is_an_authoring_error(tmp_path: Path) -> None:
    with pytest.raises(AuthoringError, match="cannot be read"):
        read_source(tmp_path / "99_none.py", LANGUAGES)


def test_an_exercise_without_points_is_refused(written: Written) -> None:
    with pytest.raises(AuthoringError) as caught:
        source_notebook(read_source(written(SMALL), LANGUAGES), "pt", {})
    assert str(caught.value) == "00_small: no points for double; write its grader"
