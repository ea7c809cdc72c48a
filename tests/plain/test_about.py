"""What is told of a function without running it: whether it is written, what it returns, takes, reads and uses."""

from typing import Any

import pytest

from degrau.plain.about import About, about, bind

NOTEBOOK = """
import numpy as np

data = np.zeros(3)


def blank(z):
    \"\"\"Words alone.\"\"\"
    ...


def helper(X, w=1.0): return X


class Number:
    def __init__(self, data, parents=()):
        self.data = data

    def __add__(self, other):
        return self


class Child(Number):
    def __mul__(self, other):
        return self


def f(X, w, b):
{body}
"""


def told(body: str, name: str = "f") -> About:
    names: dict[str, Any] = {}
    exec(NOTEBOOK.replace("{body}", "\n".join(f"    {line}" for line in body.split("\n"))), names)
    return bind(about(name, names))


@pytest.mark.parametrize("body", ["...", "pass", "return", "return None", "'Words.'"])
def test_a_body_that_does_nothing_is_not_written(body) -> None:
    assert not told(body).written


@pytest.mark.parametrize(
    ("body", "returns"),
    [
        ("print(X)", False),
        ("z = X", False),
        ("if X:\n    return\nprint(w)", False),
        ("return 0", True),
        ("return X", True),
        ("if X:\n    return 1", True),
        ("yield X", True),
        ("return print(X)", True),
    ],
)
def test_what_does_something_is_written_and_may_have_no_return_with_a_value(body, returns) -> None:
    found = told(body)
    assert found.written
    assert found.returns is returns


@pytest.mark.parametrize(
    ("body", "unread"),
    [
        ("return X @ data", ("w", "b")),
        ("return X @ w + b", ()),
        ("return [w * x for x in X]", ("b",)),
        ("return (lambda: X + w)()", ("b",)),
        ("w = 3\nreturn X + b", ("w",)),
        ("w += 3\nreturn X + b", ()),
    ],
)
def test_the_parameters_that_are_never_read_are_named(body, unread) -> None:
    assert told(body).unread == unread


def test_the_names_of_the_notebook_are_told_with_what_they_stand_for_and_which_do_nothing() -> None:
    found = told("return [blank(np.sum(data)) + unknown for x in X]")
    assert found.names == {"blank": "function", "np": "module", "data": "ndarray", "unknown": ""}
    assert found.idle == ("blank",)


def test_the_other_functions_are_told_with_their_parameters() -> None:
    found = told("...", "missing")
    assert found.kind == ""
    assert found.others == {"blank": ("z",), "helper": ("X", "w"), "f": ("X", "w", "b")}


def test_what_a_function_takes_is_told() -> None:
    found = told("...", "helper")
    assert (found.parameters, found.fewest, found.most) == (("X", "w"), 1, 2)


def test_a_class_is_told_with_what_it_and_its_bases_define() -> None:
    found = told("...", "Child")
    assert found.kind == "type"
    assert {"__mul__", "__add__", "__init__"} <= set(found.members)
    assert "__lt__" not in found.members


def test_a_name_may_stand_for_something_that_is_no_function() -> None:
    assert told("...", "data").kind == "ndarray"
