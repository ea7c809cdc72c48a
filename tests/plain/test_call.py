"""Functions, generators, scripts and iterables as arguments and answers; warnings; float32 evidence."""

import warnings

import numpy as np
import pytest

from degrau.judging.kernel import Here
from degrau.plain import codec
from degrau.plain.call import Call, Script, Source, generator, names_in, value_words
from degrau.plain.cell import Cell
from degrau.plain.outcomes import MASKED, Endless, Missing, NotPlain, Outcome, Raised, Returned
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


def layer(X, weights):
    return X @ weights["W"] + weights["b"]


def in_place(weights):
    weights["W"] *= 2
    return weights["W"].sum()


def one_more(weights):
    weights["more"] = 0
    return len(weights)
def blank(): ...


def is_none(x):
    return x is None


def first(pair):
    return pair[0]


def throw(rng):
    return rng.integers(6)


def pairs(n):
    for i in range(n):
        yield i, np.arange(i)


def forever(n):
    while True:
        yield n


class Loader:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n

    def __getitem__(self, i):
        if i >= self.n:
            raise IndexError(i)
        return i * i


def loader(n):
    return Loader(n)


def overflow(x):
    return np.exp(x)


def masked(entry):
    return np.ma.masked_array([1.0, 2.0], [entry, False])


def unsettled(n):
    result = np.array([1.0]) / 0.0
    if n == 0:
        np.seterr(all="ignore")
    if n == 1:
        warnings.simplefilter("error")
    if n == 2:
        warnings.filters.clear()
    if n == 3:
        warnings.showwarning = None
    if n == 4:
        warnings.filters = []
    return result


def texts(n):
    return [{}, {n}, np.str_("1.5"), np.array(["2"] * n), np.array([None]), Pair(n), range, (x for x in "ab")][n]


class Broken:
    def __init__(self, error):
        self.error = error

    def __array__(self, dtype=None, copy=None):
        raise self.error


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


def test_what_a_call_sets_for_warnings_is_set_back_before_the_next(ask) -> None:
    outcomes = ask("unsettled", [(n,) for n in range(6)])
    assert [o.warned for o in outcomes if isinstance(o, Returned)] == ["divide by zero encountered in divide"] * 6


def test_a_function_may_be_an_argument_of_ours_or_of_the_notebooks(ask) -> None:
    ours, theirs = (Source("lambda x: x * x"), 3.0), (Source("double"), 3.0)
    assert ask("apply", [ours, theirs]) == [Returned(9.0), Returned(6.0)]


def test_the_names_that_code_looks_up_are_not_those_of_attributes() -> None:
    names = names_in(compile("def slope(x):\n    return [1 - np.tanh(v) for v in helper(x.step)]", "<cell>", "exec"))
    assert {"np", "helper"} <= names
    assert names.isdisjoint({"tanh", "step"})
    assert names_in(compile("mse(step)\nclass A:\n    x = bump", "<script>", "exec")) >= {"mse", "step", "bump"}


def test_names_that_hide_a_builtin_do_not_reach_our_functions(ask) -> None:
    assert ask("apply", [(Source("lambda x: max(x, 1.0)"), 3.0)]) == [Returned(3.0)]


def test_an_iterable_is_gone_through_only_where_it_is_asked_for(ask) -> None:
    (outcome,) = ask("pairs", [(3,)], True)
    assert [(i, a.tolist()) for i, a in outcome.value] == [(0, []), (1, [0]), (2, [0, 1])]
    assert isinstance(ask("pairs", [(3,)])[0], NotPlain)


def test_whatever_list_takes_is_gone_through(ask) -> None:
    assert ask("loader", [(3,)], True) == [Returned([0, 1, 4])]


def test_what_gives_item_after_item_and_does_not_end_is_said_to_be_endless(ask) -> None:
    assert ask("forever", [(1,)], True) == [Endless(10_000)]


def test_masked_entries_are_no_numbers_and_what_masks_nothing_is(ask) -> None:
    nothing, first = ask("masked", [(False,), (True,)])
    assert (type(nothing.value), nothing.value.tolist()) == (np.ndarray, [1.0, 2.0])
    assert first == NotPlain(MASKED)


def test_what_numpy_makes_no_numbers_of_is_named(ask) -> None:
    empty, *others = ask("texts", [(n,) for n in range(8)])
    assert empty == Returned({})
    named = [o.type if isinstance(o, NotPlain) else o.value for o in others]
    assert named[:3] == ["set", "numpy.str_", "ndarray (dtype <U1)"]
    assert named[3] == [None]
    assert named[4].endswith("Pair")
    assert named[5:] == ["type", "generator"]


def test_what_cannot_be_made_an_array_is_named_whatever_it_raises(ask) -> None:
    source, *broken = (
        Script("Pair(Broken(ValueError()))"),
        *(Script(f"Broken({e}())") for e in ("ValueError", "KeyError")),
    )
    assert [o.type.rpartition(".")[2] for o in ask("Pair", [(s,) for s in (source, *broken)])] == [
        "Pair",
        "Broken",
        "Broken",
    ]


def test_a_script_is_run_in_place_of_a_call(ask) -> None:
    script = Script("a = Pair(1.0)\nb = a + a\n[a.a, b.a]")
    assert ask("Pair", [(script,)]) == [Returned([1.0, 2.0])]


def test_a_script_whose_class_is_missing_or_raises_says_so(ask) -> None:
    (outcome,) = ask("Pair", [(Script("Pair(1.0) + 1.0"),)])
    assert isinstance(outcome, Raised)
    assert outcome.type == "AttributeError"


def test_a_script_or_an_argument_that_takes_apart_what_an_unwritten_function_returned_is_none(ask) -> None:
    unpacked, indexed = Script("a, b = blank()\na"), Source("blank()[0]")
    assert ask("blank", [(unpacked,)]) == [Returned(None)]
    assert ask("is_none", [(indexed,)]) == [Returned(True)]


def test_what_the_notebook_itself_does_with_none_is_still_an_error(ask) -> None:
    (outcome,) = ask("first", [(Script("first(None)"),)])
    assert isinstance(outcome, Raised)
    assert outcome.type == "TypeError"


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


def test_a_dict_of_arrays_may_be_an_argument_and_keeps_its_order(ask) -> None:
    weights = {"W": np.array([[2.0], [3.0]]), "b": np.array([1.0])}
    (outcome,) = ask("layer", [(np.array([[1.0, 10.0]]), weights)])
    assert (outcome.value.tolist(), outcome.changed) == ([[33.0]], ())
    assert list(codec.decode(codec.encode([weights]))[0]) == ["W", "b"]


@pytest.mark.parametrize("function", ["in_place", "one_more"])
def test_what_is_changed_in_a_dict_is_noted_and_the_next_call_gets_it_as_it_was(ask, function) -> None:
    weights = {"W": np.array([1.0, 2.0])}
    first, second = ask(function, [(weights,), (weights,)])
    assert first == second
    assert first.changed == (0,)
    assert weights["W"].tolist() == [1.0, 2.0]


def test_a_dict_of_large_arrays_can_be_pasted_up_to_what_each_may_take() -> None:
    weights = {"W": np.eye(7), "gamma": np.ones(7), "b": np.array(0.5)}
    text = str(Call("f", (weights, 2)))
    weights_again, two = eval(text.removeprefix("f"), {"np": np})
    assert two == 2
    assert {key: array.tolist() for key, array in weights_again.items()} == {k: a.tolist() for k, a in weights.items()}
    assert value_words({"a": [1.0], "b": {}}) == "{'a': [1.0], 'b': {}}"
    assert len(value_words({str(i): np.ones(9) for i in range(99)})) == 401


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
