"""What a notebook's functions answer: whatever one of them does, the others keep their answers."""

import os
import signal
import threading

import pytest

from degrau.plain.cell import Cell
from degrau.plain.outcomes import Crashed, Missing, Raised, Returned, TimedOut
from degrau.sandbox import machine
from degrau.sandbox.answers import SandboxedAnswers
from degrau.sandbox.box import Box, BoxDied
from degrau.sandbox.machine import Pool

from .conftest import HONEST, LIMITS

ONE, TWO = {"honest": [(1,)]}, [Returned(2)]


def test_there_is_an_answer_to_every_call_in_order(answer) -> None:
    assert answer({"honest": [(i,) for i in range(300)]}) == {"honest": [Returned(i + 1) for i in range(300)]}
    assert answer({"honest": []}) == {"honest": []}


def test_an_endless_loop_in_one_function_costs_itself(answer) -> None:
    source = "def f(x):\n    while x == 2: pass\n    return x"
    answers = answer({"f": [(1,), (2,), (3,)], **ONE}, f=source)
    assert answers == {"f": [Returned(1), TimedOut(0.5), Returned(3)], "honest": TWO}


def test_a_call_that_took_too_long_once_is_asked_again_in_a_fresh_box(pool, monkeypatch) -> None:
    slow, really = iter([True]), Box.call

    def call(box, *asked):
        for outcome in really(box, *asked):
            if next(slow, False):
                box.close()
                raise BoxDied(TimedOut(0.5))
            yield outcome

    monkeypatch.setattr(Box, "call", call)
    with SandboxedAnswers([HONEST], pool) as answers:
        assert answers.call("honest", [(1,), (2,)]) == [Returned(2), Returned(3)]


def test_a_function_that_is_slow_in_every_box_does_not_get_one_for_each_call(pool, monkeypatch) -> None:
    boxes, really = [], Box.call

    def call(box, *asked):
        boxes.append(box)
        yield next(iter(really(box, *asked)))
        box.close()
        raise BoxDied(TimedOut(0.5))

    monkeypatch.setattr(Box, "call", call)
    slow = TimedOut(0.5)
    with SandboxedAnswers([HONEST], pool) as answers:
        assert answers.call("honest", [(i,) for i in range(50)]) == [
            *(Returned(1), Returned(2), slow, Returned(4)),
            *[slow] * 46,
        ]
    assert len(boxes) == 3


def test_calls_that_take_too_long_together_are_not_asked_once_more(pool, monkeypatch) -> None:
    boxes = []

    def call(box, *asked):
        boxes.append(box)
        box.close()
        raise BoxDied(TimedOut(LIMITS.batch_seconds))
        yield

    monkeypatch.setattr(Box, "call", call)
    with SandboxedAnswers([HONEST], pool) as answers:
        assert answers.call("honest", [(1,)] * 3) == [TimedOut(LIMITS.batch_seconds)] * 3
    assert len(boxes) == 2


@pytest.mark.slow
def test_a_function_that_ends_the_process_twice_is_not_asked_again(answer) -> None:
    answers = answer({"f": [(i,) for i in range(50)], **ONE}, f="import os\ndef f(x): os._exit(x)")
    assert answers == {"f": [Crashed("exit code 0")] + [Crashed("exit code 1")] * 49, "honest": TWO}


def test_a_call_that_ends_the_process_leaves_those_before_and_after(answer) -> None:
    source = "import os\ndef f(x):\n    if x == 2: os._exit(9)\n    return x"
    answers = answer({"f": [(1,), (2,), (3,)], **ONE}, f=source)
    assert answers == {"f": [Returned(1), Crashed("exit code 9"), Returned(3)], "honest": TWO}


def test_a_cell_that_ends_the_process_is_left_out(answer) -> None:
    answers = answer(
        {"f": [(1,)], "g": [(1,)], **ONE}, f="import os\ndef f(x): return 1\nos._exit(0)", g="def g(x): return 7"
    )
    assert answers == {"f": [Crashed("exit code 0")], "g": [Returned(7)], "honest": TWO}


def test_a_cell_without_end_is_left_out(answer) -> None:
    assert answer({"f": [(1,)], **ONE}, f="while True: pass") == {"f": [TimedOut(LIMITS.cell_seconds)], "honest": TWO}


def test_too_many_deadly_cells_are_given_up(answer) -> None:
    deadly = {f"d{i}": "import os; os._exit(1)" for i in range(9)}
    assert answer({"honest": [(1,), (2,)]}, **deadly) == {"honest": [Crashed("exit code 1")] * 2}


def test_a_missing_function_is_told_from_one_whose_cell_fails(answer) -> None:
    answers = answer({"f": [(1,)], "g": [(1,)], **ONE}, f="def f(x) return 1")
    assert answers["g"] == [Missing()]
    assert answers["honest"] == TWO
    (failed,) = answers["f"]
    assert isinstance(failed, Raised)
    assert (failed.type, failed.lines) == ("SyntaxError", (("f", 1, "def f(x) return 1"),))


def test_a_second_definition_counts_and_a_failed_cell_does_not_hide_it(answer) -> None:
    assert answer({"f": [(1,)]}, f="def f(x): return 1\nx = 1 / 0", more="def f(x): return 2") == {"f": [Returned(2)]}


# Says the same thing twice: once itself, and once through the worker.
TWICE = """
import os, struct, gc, sys, msgpack
def say(**what):
    frame = sys._getframe()
    while 'outgoing' not in frame.f_locals: frame = frame.f_back
    data = msgpack.packb(what)
    os.write(frame.f_locals['outgoing'].fileno(), struct.pack('>IQ', len(data), frame.f_locals['number']) + data)
"""


def test_a_cell_that_answers_twice_costs_itself(answer) -> None:
    answers = answer(
        {"f": [(1,)], "g": [(1,)], **ONE},
        tools=TWICE,
        f="say(error=None, output='')\ndef f(x): return 1",
        g="def g(x): return 7",
    )
    assert answers == {"f": [Crashed("broke the protocol")], "g": [Returned(7)], "honest": TWO}


def test_a_last_cell_that_answers_twice_is_not_asked_for_ever(pool) -> None:
    cells = [
        Cell("tools", TWICE),
        Cell("honest", "def honest(x): return x + 1"),
        Cell("f", "say(error=None, output='')"),
    ]
    with SandboxedAnswers(cells, pool) as answers:
        assert answers.call("honest", [(1,)]) == TWO
        assert answers.call("f", [(1,)]) == [Crashed("broke the protocol")]


def test_a_function_that_answers_twice_leaves_the_next_one_alone(answer) -> None:
    answers = answer({"f": [(1,)], **ONE}, tools=TWICE, f="def f(x):\n    say(value=3, changed=[], warned='')")
    assert answers["honest"] == TWO


def test_a_thread_that_ends_the_process_later_leaves_the_next_function_alone(answer) -> None:
    source = "import os, threading\ndef f(x):\n    threading.Timer(0.05, os._exit, [0]).start()"
    assert answer({"f": [(1,)], **ONE}, f=source)["f"] == [Returned(None)]


def test_the_box_is_closed_when_something_else_goes_wrong(pool) -> None:
    class Interrupted(Exception):
        pass

    def interrupted() -> None:
        with SandboxedAnswers([Cell("honest", "def honest(x): return x")], pool) as answers:
            answers.call("honest", [(1,)])
            raise Interrupted

    with pytest.raises(Interrupted):
        interrupted()


def test_what_cells_print_is_kept_by_their_ids(pool) -> None:
    with SandboxedAnswers([Cell("a", "print(1)"), Cell("b", "print(2); 1/0")], pool) as answers:
        answers.call("a", [()])
        assert answers.output == {"a": "1\n", "b": "2\n"}
        assert set(answers.failed) == {"b"}


@pytest.mark.skipif(not machine.best().forked, reason="no namespaces here, so no box is forked")
def test_a_box_that_somebody_else_ends_costs_the_notebook_nothing() -> None:
    cells = [Cell("f", "import time\ndef f(x):\n    time.sleep(0.1)\n    return x")]
    with Pool(machine.best(), LIMITS) as pool, SandboxedAnswers(cells, pool) as answers:
        answers.call("f", [(1,)])
        assert pool.zygote is not None
        assert answers.box is not None
        for victim in (answers.box.pid, pool.zygote):
            end = threading.Timer(0.15, os.kill, (victim, signal.SIGKILL))
            end.start()
            assert answers.call("f", [(i,) for i in range(4)]) == [Returned(i) for i in range(4)]
            end.join()
        assert answers.failed == {}
