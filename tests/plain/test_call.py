"""Functions, generators, scripts and iterables as arguments and answers; warnings; float32 evidence."""

import warnings

import numpy as np
import pytest

from degrau.judging.kernel import Here
from degrau.plain import codec
from degrau.plain.call import Call, Script, Source, generator
from degrau.plain.cell import Cell
from degrau.plain.outcomes import Missing, NotPlain, Outcome, Raised, Returned
from degrau.sandbox.answers import SandboxedAnswers
from degrau.sandbox.machine import Pool

NOTEBOOK = """
import numpy as np
import warnings

np.seterr(all="raise")
warnings.filterwarnings("error")
list = max = np.random = None


def double(x):
    return 2 * x


def apply(f, x):
    return f(x)


def throw(rng):
    return rng.integers(6)


def pairs(n):
    for i in range(n):
        yield i, np.arange(i)


def forever(n):
    while True:
        yield n


def overflow(x):
    return np.exp(x)


class Pair:
    def __init__(self, a):
        self.a = a

    def __add__(self, other):
        return Pair(self.a + other.a)
"""


@pytest.fixture(scope="module")
def sandboxed():
    with Pool() as pool, SandboxedAnswers([Cell("all", NOTEBOOK)], pool) as answers:
        yield answers.call


@pytest.fixture(scope="module")
def here():
    names: dict[str, object] = {}
    exec(NOTEBOOK.replace("np.random = None", "None"), names)
    np.seterr(all="warn", under="ignore")
    warnings.resetwarnings()

    def ask(name: str, calls, iterate: bool = False) -> list[Outcome]:
        return Here(names[name])(calls, iterate)

    return ask


@pytest.fixture(params=["sandboxed", "here"])
def ask(request):
    return request.getfixturevalue(request.param)


def test_a_function_may_be_an_argument_of_ours_or_of_the_notebooks(ask) -> None:
    ours, theirs = (Source("lambda x: x * x"), 3.0), (Source("double"), 3.0)
    assert ask("apply", [ours, theirs]) == [Returned(9.0), Returned(6.0)]


def test_names_that_hide_a_builtin_do_not_reach_our_functions(ask) -> None:
    assert ask("apply", [(Source("lambda x: max(x, 1.0)"), 3.0)]) == [Returned(3.0)]


def test_an_iterable_is_gone_through_only_where_it_is_asked_for(ask) -> None:
    (outcome,) = ask("pairs", [(3,)], True)
    assert [(i, a.tolist()) for i, a in outcome.value] == [(0, []), (1, [0]), (2, [0, 1])]
    assert isinstance(ask("pairs", [(3,)])[0], NotPlain)


def test_an_endless_iterable_ends(ask) -> None:
    assert len(ask("forever", [(1,)], True)[0].value) == 10_000


def test_a_script_is_run_in_place_of_a_call(ask) -> None:
    script = Script("a = Pair(1.0)\nb = a + a\n[a.a, b.a]")
    assert ask("Pair", [(script,)]) == [Returned([1.0, 2.0])]


def test_a_script_whose_class_is_missing_or_raises_says_so(ask) -> None:
    (outcome,) = ask("Pair", [(Script("Pair(1.0) + 1.0"),)])
    assert isinstance(outcome, Raised)
    assert outcome.type == "AttributeError"


def test_a_missing_function_is_missing_whatever_its_arguments(sandboxed) -> None:
    assert sandboxed("nothing", [(Script("nothing(1)"),)]) == [Missing()]


def test_warnings_are_noted_under_numpys_own_settings(ask) -> None:
    quiet, loud = ask("overflow", [(1.0,), (np.array([1e4, 1e5]),)])
    assert quiet.warned == ""
    assert loud.warned == "overflow encountered in exp"


def test_a_generator_is_new_for_every_call(here) -> None:
    first, second, other = here("throw", [(generator(1),), (generator(1),), (generator(5),)])
    assert first == second
    assert {o.value for o in here("throw", [(generator(seed),) for seed in range(40)])} == set(range(6))
    assert other is not None


def test_calls_with_functions_and_scripts_can_be_pasted() -> None:
    assert str(Call("search", (Source("lambda x: x"), 3, generator(7)))) == (
        "search(lambda x: x, 3, np.random.default_rng(7))"
    )
    assert str(Call("batches", (3,), iterable=True)) == "list(batches(3))"
    assert str(Call("Value", (Script("a = Value(1.0)\na.data"),))) == "a = Value(1.0)\na.data"


@pytest.mark.parametrize("text", [Source("np"), Script("np")])
def test_python_text_is_never_accepted_from_the_sandbox(text) -> None:
    data = codec.encode([text])
    assert codec.decode(data, trusted=True) == [text]
    with pytest.raises(codec.WireError):
        codec.decode(data)
