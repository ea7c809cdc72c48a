"""Further slips in a right solution: each is one thing thought otherwise, wherever it stands."""

import ast

import numpy as np
import pytest

from degrau.pack.changes import KINDS, changes
from degrau.pack.edits import edits, words
from degrau.pack.mutants import node_changes
from degrau.pack.pack import Pack
from degrau.pack.reductions import BESIDE, HELPERS
from degrau.pack.solution import Solution, together, written

SOURCE = '''def f(X, w, n):
    """Said of it."""
    centred = X - X.mean(axis=0)
    for i in range(n):
        for j in range(len(w)):
            centred = centred + np.exp(w[j] + 1) * 0
    kept = [a * b for a in w for b in w]
    kept[0] = np.where(n > 2, w[1:][0], -np.inf)
    return np.tanh(centred / X.std(axis=0)).reshape(X.shape[0], X.shape[1]) @ (w * 2 * 3)
'''


def made(source: str, functions: tuple[str, ...] = ()) -> dict[str, list[str]]:
    """What the changes of a source come to, by their words."""
    solution = Solution(ast.parse(source), frozenset(functions), functions)
    found: dict[str, list[str]] = {}
    for change in changes(solution):
        found.setdefault(change.words.to("en"), []).append(ast.unparse(written(solution, change)))
    return found


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("rows in the place of columns, or columns in the place of rows", "X.mean(axis=1, keepdims=True)"),
        ("one number for the whole array, in the place of one for each row or column", "X - X.mean()"),
        ("another variable in the place of one", "np.exp(centred[j] + 1)"),
        ("`w` in the place of `X`", "w - X.mean(axis=0)"),
        ("`np.exp` in the place of another function", "return np.exp(centred / X.std(axis=0))"),
        ("a function is applied in another place, before or after something else", "np.tanh(centred) / X.std(axis=0)"),
        ("`np.tanh` is applied once too often", "np.exp(np.tanh(w[j] + 1))"),
        ("an index, or an end, that is one too large or one too small", "range(n + 1)"),
        ("two loops have changed places", "[a * b for b in w for a in w]"),
        ("two arguments have changed places", "np.where(n > 2, -np.inf, w[1:][0])"),
        ("0 in the place of an infinity", "np.where(n > 2, w[1:][0], 0.0)"),
        ("the first is cut off in the place of the last, or nothing is", "w[:-1][0]"),
        ("two factors of a product are left out", "@ w"),
        ("another length in the place of one: of another axis, or of another array", "range(w.shape[1])"),
        ("the larger of two numbers in the place of their sum", "np.exp(np.maximum(w[j], 1))"),
    ],
)
def test_each_kind_is_among_them(said, code) -> None:
    assert any(code in text for text in made(SOURCE)[said])


def test_what_is_alike_in_two_places_is_also_changed_in_both() -> None:
    texts = made(SOURCE)["one number for the whole array, in the place of one for each row or column"]
    assert any("X - X.mean()" in text and "X.std()" in text for text in texts)
    tree = ast.parse("def f(a, b):\n    return 1 / (1 + a) + 1 / (1 + b)")
    solution = Solution(tree, frozenset())
    signs = [(words(old, new), old, new) for old, new in node_changes(tree)]
    assert "1 / (1 - a) + 1 / (1 - b)" in {
        ast.unparse(written(solution, c)).split("return ")[1] for c in together(signs)
    }


def test_the_solution_stays_as_it_was() -> None:
    solution = Solution(ast.parse(SOURCE), frozenset())
    before = ast.dump(solution.tree)
    for change in changes(solution):
        compile(written(solution, change), "<change>", "exec")
    assert ast.dump(solution.tree) == before


def test_kinds_without_a_place_find_none() -> None:
    solution = Solution(ast.parse("def f():\n    return None"), frozenset())
    assert [change for kind in KINDS for change in kind(solution)] == []


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("median", [2.0, 3.0]),
        ("first", [1.0, 3.0]),
        ("last", [9.0, 4.0]),
        ("mean_less", [6.0, 5.0]),
        ("var_less", [19.0, 1 / 3]),
    ],
)
def test_reductions_are_what_their_names_say(name, expected) -> None:
    a = np.array([[1.0, 3.0], [2.0, 3.0], [9.0, 4.0]])
    got = BESIDE[HELPERS[name]](a, axis=0)
    np.testing.assert_allclose(got, expected)
    assert np.shape(BESIDE[HELPERS[name]](a, axis=0, keepdims=True)) == (1, 2)


@pytest.mark.ours
def test_a_class_and_a_loop_without_an_end_have_no_slips() -> None:
    pack = Pack.find()
    assert edits(pack, "05_gradients", "Value") == ()
    assert len(edits(pack, "09_cnn", "unfold")) > 200
