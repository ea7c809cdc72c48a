"""What a function asks the judge in the middle of a call, as bytes, and what it hears."""

import msgpack
import numpy as np
import pytest

from degrau.plain import codec, questions
from degrau.plain.codec import NotPlainError, WireError
from degrau.sandbox.standins import MOST_QUESTIONS, MOST_TIMES, Exhausted, StandIn, StandIns


def told(stand_ins, name, *args, **named):
    return questions.heard(codec.decode(stand_ins.answer(questions.asked(name, args, named))), name, args, named)


def deal(n, rng):
    for _ in range(n):
        yield rng.permutation(5)


STAND_INS = {
    "double": StandIn(lambda x: 2 * x),
    "deal": StandIn(deal, frozenset({"n"}), iterable=True),
    "ones": StandIn(lambda n: np.ones(n), frozenset({"n"})),
    "power": StandIn(lambda x, n: x**n),
    "fails": StandIn(lambda x: {}[x]),
}


@pytest.fixture
def stand_ins() -> StandIns:
    return StandIns(STAND_INS)


@pytest.mark.parametrize("x", [2, 2.5, np.float64(0.1), np.arange(6.0).reshape(2, 3), np.float32(1)])
def test_a_question_is_answered_with_plain_data(stand_ins, x) -> None:
    assert np.array_equal(told(stand_ins, "double", x), 2 * x)
    assert np.array_equal(told(stand_ins, "double", x=x), 2 * x)
    assert stand_ins.asked == {"double"}


@pytest.mark.parametrize("by_name", [False, True])
def test_a_generator_goes_on_from_where_the_function_left_it(stand_ins, by_name) -> None:
    ours, theirs = np.random.default_rng(1), np.random.default_rng(1)
    found = told(stand_ins, "deal", 3, rng=theirs) if by_name else told(stand_ins, "deal", 3, theirs)
    assert [hand.tolist() for hand in found] == [hand.tolist() for hand in deal(3, ours)]
    assert iter(found) is found
    assert ours.random() == theirs.random()


def test_what_the_function_raises_is_raised_without_its_words(stand_ins) -> None:
    with pytest.raises(KeyError, match="the right fails gives no answer to this"):
        told(stand_ins, "fails", "secret")
    with pytest.raises(TypeError):
        told(stand_ins, "double", 1, 2)


@pytest.mark.parametrize("count", [MOST_TIMES + 1, 10**9, -(10**12), 10**400, 1e9, np.int64(10**9), np.array(10**9)])
def test_nothing_is_counted_far(stand_ins, count) -> None:
    with pytest.raises(ValueError, match="no answer"):
        told(stand_ins, "ones", count)


def test_powers_of_large_integers_are_floats(stand_ins) -> None:
    assert told(stand_ins, "power", 10**4, 3) == 1e12
    with pytest.raises(OverflowError):
        told(stand_ins, "power", 10**300, 10**9)


@pytest.mark.parametrize(
    "large",
    [
        np.zeros((10_000, 1000)),
        np.zeros(70_000, dtype=np.int8),
        np.zeros((70_000, 0)),
        [0.0] * 9000,
        "x" * 70_000,
        lambda x: x,
        np.random.Generator(np.random.MT19937(0)),
        [np.random.default_rng(0)],
    ],
)
def test_what_is_large_or_no_plain_data_is_no_question(large) -> None:
    with pytest.raises(NotPlainError):
        questions.asked("double", [large], {})


def test_a_list_that_holds_itself_is_no_question() -> None:
    cyclic: list[object] = []
    cyclic.append(cyclic)
    with pytest.raises(NotPlainError):
        questions.asked("double", [cyclic], {})


def test_a_large_answer_is_none() -> None:
    square = StandIns({"square": StandIn(lambda n: np.ones((n, n)))})
    with pytest.raises(TypeError):
        told(square, "square", 1000)


def said(**fields):
    return msgpack.packb({"ask": "double", "args": [1.0], "named": {}, "generators": {}} | fields)


STILL = (2**64 - 1) << 64
FORGED = {
    "bit_generator": "PCG64",
    "state": {"state": STILL, "inc": -STILL * (0x2360ED051FC65DA44385DF649FCCF645 - 1) % 2**128},
    "has_uint32": 0,
    "uinteger": 0,
}


@pytest.mark.parametrize(
    "forged",
    [
        b"\x84\xa3ask",
        b"\x84\xa3ask" + bytes(range(200)),
        said(ask="predict"),
        said(ask=1),
        said(args={}),
        said(named=[]),
        said(generators=[]),
        said(generators={"0": {}}),
        said(generators={"7": np.random.default_rng(0).bit_generator.state["has_uint32"]}),
        said(args=["x" * 70_000]),
        codec.encode({"ask": "double", "args": [np.zeros((10**4, 1))], "named": {}, "generators": {}}),
        codec.encode({"ask": "deal", "args": [1, None], "named": {}, "generators": {"1": FORGED}}),
        codec.encode({"ask": "deal", "args": [1, None], "named": {}, "generators": {"-1": FORGED}}),
    ],
)
def test_what_no_box_of_ours_says_is_refused(stand_ins, forged) -> None:
    with pytest.raises(WireError):
        stand_ins.answer(forged)


def test_questions_end(stand_ins) -> None:
    stand_ins._questions = MOST_QUESTIONS
    with pytest.raises(Exhausted):
        told(stand_ins, "double", 1.0)
