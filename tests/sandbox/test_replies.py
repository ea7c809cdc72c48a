"""What a box says is read once, cannot be altered, and is refused where no box of ours would say it."""

import numpy as np
import pytest

from degrau.plain import codec
from degrau.plain.about import About
from degrau.plain.codec import WireError
from degrau.plain.outcomes import Raised, Returned
from degrau.sandbox import replies

RETURNED = {"value": 1, "changed": [], "warned": ""}
RAISED = {"type": "E", "message": "m", "lines": [("c", 1, "s")], "involved": [("x", "list", [2])]}


def said(**message: object) -> bytes:
    return codec.encode(message)


def test_the_same_words_are_the_same_outcome() -> None:
    first, second = (replies.outcome(said(**RETURNED)) for _ in range(2))
    assert first is second
    assert first == Returned(1)


def test_what_differs_in_a_bit_is_another_outcome() -> None:
    zeros = [replies.outcome(said(**RETURNED | {"value": zero})) for zero in (0.0, -0.0)]
    assert [np.signbit(zero.value) for zero in zeros] == [False, True]


@pytest.mark.parametrize("size", [2, 2000])
def test_the_arrays_of_an_answer_cannot_be_altered(size) -> None:
    outcome = replies.outcome(said(**RETURNED | {"value": [(np.zeros(size),)]}))
    with pytest.raises(ValueError, match="read-only"):
        outcome.value[0][0][0] = 1


@pytest.mark.parametrize(
    "message",
    [
        {},
        {"value": 1},
        RETURNED | {"changed": [1.5]},
        RETURNED | {"changed": 1},
        RETURNED | {"warned": None},
        {"not_plain": 1},
        {"missing": False},
        {"raised": None},
        {"raised": np.arange(3.0)},
        {"raised": RAISED | {"lines": [np.zeros(0)]}},
        *({"raised": RAISED | {key: 7}} for key in RAISED),
        {"raised": RAISED | {"lines": [("c", "x", "s")]}},
        {"raised": RAISED | {"involved": [("x", "list", ["2"])]}},
    ],
)
def test_what_is_no_outcome_is_refused(message) -> None:
    with pytest.raises(WireError):
        replies.outcome(codec.encode(message))


@pytest.mark.parametrize("message", [{}, {"output": 1}, {"error": 1, "output": ""}, {"error": {}, "output": ""}])
def test_what_no_cell_comes_to_is_refused(message) -> None:
    with pytest.raises(WireError):
        replies.cell(codec.encode(message))


def test_an_exception_is_told_as_it_came() -> None:
    raised = Raised("E", "m", (("c", 1, "s"),), (("x", "list", (2,)),))
    assert replies.outcome(said(raised=RAISED)) == raised
    assert replies.cell(said(error=RAISED, output="printed")) == (raised, "printed")


def test_what_is_no_message_is_refused() -> None:
    with pytest.raises(WireError):
        replies.outcome(codec.encode([1]))


@pytest.mark.parametrize(
    "told",
    [
        1,
        {"kind": 7},
        {"written": 1},
        {"fewest": "1"},
        {"most": 1.5},
        {"names": {"np": 1}},
        {"others": {"f": "x"}},
        {"unread": ["x" * 1000]},
        {"idle": ["x"] * 1000},
        {"anything": 1},
    ],
)
def test_of_a_function_nothing_is_told_that_is_not_plain_and_short(told) -> None:
    assert replies.about(said(about=told)) == About()


def test_what_is_told_of_a_function_arrives() -> None:
    told = {"kind": "function", "written": True, "most": None, "names": {"np": "module"}, "others": {"g": ["x"]}}
    found = About("function", written=True, names={"np": "module"}, others={"g": ("x",)})
    assert replies.about(said(about=told)) == found


def test_what_was_read_before_is_understood_without_being_read_again(monkeypatch) -> None:
    words = said(value=np.array([1.5, 987.25]), changed=[], warned="")
    first = replies.outcome(words)
    monkeypatch.setattr(codec, "decode", None)
    assert replies.outcome(words) is first
    assert first.value.tolist() == [1.5, 987.25]
