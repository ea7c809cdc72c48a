"""What took part in an exception: names, types and shapes of the expression that failed."""

import sys

import numpy as np
import pytest

from degrau.judging.kernel import Here
from degrau.plain.involved import involved
from degrau.report.card import first_failed

W, X, Z = np.zeros(3), np.zeros((2, 3)), None


def failing(source: str, names: dict[str, object]) -> list:
    try:
        exec(compile(source, "<cell>", "exec"), dict(names))
    except Exception:
        traceback = sys.exc_info()[2].tb_next
        while traceback.tb_next is not None:
            traceback = traceback.tb_next
        return involved(traceback, source.splitlines())
    raise AssertionError("nothing failed")


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("w @ X", [("w", "array", (3,)), ("X", "array", (2, 3))]),
        ("y = 1.0 + (w @ X) + len(names)", [("w", "array", (3,)), ("X", "array", (2, 3))]),
        ("w + X.T", [("w", "array", (3,)), ("X.T", "array", (3, 2))]),
        ("2.0 * z", [("z", "NoneType", ())]),
        ("names[n]", [("names", "list", (2,)), ("n", "int", ())]),
        ("def f(a):\n    return a / k\nf(n)", [("a", "int", ()), ("k", "float", ())]),
        ("w @ X  # áé", [("w", "array", (3,)), ("X", "array", (2, 3))]),
    ],
)
def test_the_names_of_the_failing_expression_are_told_with_shape_or_type(source: str, found: list) -> None:
    names = {"w": W, "X": X, "z": Z, "n": 5, "k": 0.0, "names": ["a", "b"]}
    assert failing(source, names) == found


def test_objects_and_what_cannot_be_read_are_left_out() -> None:
    assert failing("thing + thing", {"thing": object()}) == []
    try:
        exec("w @ X", {"w": W, "X": X})
    except ValueError:
        assert involved(sys.exc_info()[2].tb_next, []) == []


@pytest.mark.ours
def test_a_notebook_in_the_sandbox_and_a_kernel_tell_the_same(judge_function, box) -> None:
    def adaline_output(X, w, b):
        return w @ X + b

    list(box.run([("adaline_output", "def adaline_output(X, w, b):\n    return w @ X + b")]))
    (there,) = box.call("adaline_output", [(X, W, 0.0)])
    (here,) = Here(adaline_output)([(X, W, 0.0)], False)
    assert here.involved == there.involved == (("w", "array", (3,)), ("X", "array", (2, 3)))
    assert first_failed(judge_function("adaline_output", adaline_output)).message.splitlines()[2:4] == [
        "`w` has shape (1,)",
        "`X` has shape (2, 1)",
    ]
