"""What is said of wrong answers that no known mistake matches: where it must be said, and where it must not."""

import math
from dataclasses import replace
from zlib import crc32

import numpy as np
import pytest

from degrau.authoring.release import PUBLIC, PUBLIC_SEED
from degrau.base.text import code
from degrau.judging.causes.case import Case
from degrau.judging.causes.evidence import tried
from degrau.judging.causes.statement import Statement, holds_everywhere, is_contradicted
from degrau.judging.causes.training import Change, of_changes, up_to
from degrau.judging.judge import judge
from degrau.judging.kernel import Here
from degrau.judging.registry import assignments
from degrau.judging.transcript import Transcript
from degrau.judging.types import Told
from degrau.pack.edits import words
from degrau.pack.mutants import mutants
from degrau.pack.pack import Pack
from degrau.pack.prepare import prepare
from degrau.plain.outcomes import Returned
from degrau.report.card import card_text
from degrau.report.types import Mistake
from degrau.selfcheck.check import load

PACK = Pack.find()
PACKED = ("00_perceptron", "01_adaline", "02_sigmoid_neuron", "03_activations")
RIGHT = {n: f for a in PACKED for n, f in PACK.reference(a).items()}


def assignment_of(name: str) -> str:
    return next(a.name for a in assignments().values() if name in a.points)


def at_home(name, function, language="en") -> tuple[Mistake, ...]:
    """What a student is told, where no solution is."""
    return judge(load(assignment_of(name), name), Here(function), language).mistakes


def at_school(name, function, language="en") -> tuple[Mistake, ...]:
    """What is told where the references are, of the same examples."""
    probes = prepare(PACK, assignment_of(name), name, PUBLIC_SEED, PUBLIC)
    return judge(probes, Here(function), language).mistakes


def said(mistakes: tuple[Mistake, ...]) -> str:
    """The one relation that is told; nothing where none is."""
    assert len(mistakes) < 2 or all(mistake.kind != "relation" for mistake in mistakes)
    return mistakes[0].title if mistakes and mistakes[0].kind == "relation" else ""


def cost(X, y, w, b):
    return 0.5 * float(np.sum((y - (X @ w + b)) ** 2))


def gradient(X, y, w, b):
    error = X @ w + b - y
    return error @ X, float(np.sum(error))


def update(w, b, x, y, lr, times=1.0):
    error = y - (w @ x + b)
    return w + times * lr * error * x, b + times * lr * error


train = RIGHT["train_adaline"]
FROM_ZERO = "`w` is what is right when `w`, `b` start from 0"
BACKWARDS = "`w` is what is right with the rows of `X`, `y` from the last to the first"


ROW_BY_LARGEST = "the answer is what is right, each row divided by its largest entry"
MISSHAPEN = "the numbers of the answer are right, but not their shape"
STAYS = "the {} entry of the answer is always {}; all others are right"


def wiggly(z):
    return np.asarray(z) * (1 + 1e-5 * np.sin(1000 * np.asarray(z, dtype=float)))


SAID_AT_HOME = [
    ("adaline_cost", lambda *a: 3 * cost(*a), "the answer is always 3 times what is right"),
    ("adaline_cost", lambda *a: cost(*a) / len(a[2]), "the answer is what is right divided by `X.shape[1]`"),
    ("adaline_update", lambda *a: update(*a, times=3.0), "the change of `w` is 3 times the right one"),
    (
        "adaline_output",
        lambda X, w, b: (X @ w + b)[::-1],
        "the answer has the right numbers, from the last to the first",
    ),
    ("adaline_output", lambda X, w, b: np.cumsum(X @ w + b), "the answer has the running sums of the right numbers"),
    (
        "adaline_output",
        lambda X, w, b: (X @ w + b)[None],
        "the answer has the right numbers, with an axis too many in front",
    ),
    ("adaline_output", lambda X, w, b: X @ w + 3 * b, "the answer is what is right plus 2 times `b`"),
    ("adaline_output", lambda X, w, b: 3.5, "the answer is always 3.5"),
    ("linear", lambda z: np.clip(z, -1.5, 1.5), "the answer is what is right, clipped to -1.5 … 1.5"),
    ("linear", lambda z: np.round(z, 3), "the answer is what is right, rounded to 3 decimals"),
    ("linear", lambda z: 1 - np.asarray(z), "the answer is 1 minus what is right"),
    ("linear", lambda z: 0.0 * np.asarray(z) + 7, "the answer is always 7"),
    ("linear", wiggly, "the answer is right to about 5 digits: something is rounded on the way, or an approximation"),
    ("softmax", lambda z: np.exp(z - np.max(z, -1, keepdims=True)), ROW_BY_LARGEST),
    ("step", lambda z: np.where(np.asarray(z) >= 0, 1, 0).reshape(-1, 1), MISSHAPEN),
    ("predict", lambda X, w, b: np.append(RIGHT["predict"](X, w, b)[:-1], 0), STAYS.format("last", 0)),
    ("adaline_output", lambda X, w, b: np.append(1.0, (X @ w + b)[1:]), STAYS.format("first", 1)),
    (
        "adaline_output",
        lambda X, w, b: (X @ w + b) * (np.arange(len(X)) == 0),
        "only the first entry of the answer is right; all others are always 0",
    ),
    ("adaline_gradient", lambda *a: gradient(*a)[0], "only `dw` came back"),
    ("adaline_gradient", lambda *a: np.append(*gradient(*a)), "all results came back joined in one array"),
    ("adaline_gradient", lambda *a: (*gradient(*a), 0.0), "what came back is, in this order: `dw`, `db`, `…`"),
]


@pytest.mark.parametrize(("name", "function", "words"), SAID_AT_HOME)
def test_what_holds_in_every_example_is_said_without_any_solution(name, function, words) -> None:
    assert said(at_home(name, function)) == words


def stopped(*args):
    """The perceptron trained for two epochs fewer than asked for, with a record of all of them."""
    X, y, w, b, lr, epochs = args
    return (*RIGHT["train_perceptron"](X, y, w, b, lr, max(epochs - 2, 0))[:2], RIGHT["train_perceptron"](*args)[2])


def capped(X, y, w, b, lr, epochs):
    return (*train(X, y, w, b, lr, min(epochs, 3))[:2], train(X, y, w, b, lr, epochs)[2])


def all_together(X, y, w, b, lr, epochs):
    costs = []
    for _ in range(epochs):
        dw, db = gradient(X, y, w, b)
        w, b = w - lr * dw, b - lr * db
        costs.append(cost(X, y, w, b))
    return w, b, costs


def slower_and_slower(X, y, w, b, lr, epochs):
    costs = []
    for epoch in range(epochs):
        w, b, (last,) = train(X, y, w, b, lr / (1 + epoch), 1)
        costs.append(last)
    return w, b, costs


def sorted_costs(*args):
    w, b, costs = train(*args)
    return w, b, sorted(costs, reverse=True)


def too_short(*args):
    w, b, costs = train(*args)
    return w, b, costs[: max(len(costs) - 1, 0)]


def only_one_number(z):
    return 1 / (1 + math.exp(-z)) if z > -30 else 0.0


def cut_off(x, alpha=0.01):
    x = np.asarray(x)
    out = np.zeros_like(x)
    out[x > 0], out[x <= 0] = x[x > 0], alpha * x[x <= 0]
    return out


def slopes(z):
    p = 1 / (1 + np.exp(-np.asarray(z, dtype=float)))
    return p * (1 - p)


def unshifted(z):
    with np.errstate(all="ignore"):
        return np.exp(z) / np.sum(np.exp(z), axis=-1, keepdims=True)


LATER = (
    "in the calls that were tried, the answer is right where `epochs` is at most 1; of the wrong ones, the least has 2"
)
SAID_AT_SCHOOL = [
    ("logistic", only_one_number, "the answer is right for single numbers, but not for arrays"),
    ("leaky_relu", cut_off, "where `x` holds integers, the answer has lost its decimals; elsewhere it is right"),
    ("softmax", unshifted, "wherever the answer is wrong it is NaN or infinite"),
    ("adaline_output", lambda X, w, b: X.T @ w + b, "the error is the one that comes of `X.T` in place of `X`"),
    ("tanh", np.sinh, "the answer is `np.sinh(x)`"),
    ("sigmoid", lambda z: 1.0 * np.asarray(z), "the answer is `z`"),
    ("neuron_output", lambda X, w, b: X @ w + b, "with the sigmoid applied to it, the answer would be right"),
    ("neuron_output", lambda X, w, b: np.tanh(X @ w + b), "what it would be with tanh in place of the sigmoid"),
    ("softmax", lambda z: (z == np.max(z, axis=-1, keepdims=True)) * 1.0, "only tells which of the right numbers is"),
    (
        "d_arctan",
        lambda x: (np.arctan(x + 0.1) - np.arctan(x)) / 0.1,
        "slope of `arctan` measured with one step of 0.1",
    ),
    ("one_hot", lambda y, k: np.eye(k)[:, : k - 1][y], "right as far as it goes, but lacks columns at the end"),
    ("one_hot", lambda y, k: np.eye(k)[y] * (y[:, None] + 0.0), "what is right times its entry of `y`"),
    ("backprop_factors", lambda z: np.cumprod(slopes(z)), "when `z` is gone through from the other end"),
    ("d_arctan", lambda x: 1 / (1 + np.asarray(x)) ** 2, "the answer is `(1 / (x + 1)) ** 2`"),
    ("d_logistic", lambda x: RIGHT["d_logistic"](RIGHT["logistic"](x)), "`logistic(x)` in place of `x`"),
    ("train_perceptron", stopped, "`w`, `b` is right after fewer epochs than `epochs` says"),
    ("train_adaline", capped, "right after 3 of `epochs`, if more are asked for"),
    ("train_adaline", all_together, "what one step with all examples in each epoch gives"),
    ("train_adaline", slower_and_slower, LATER),
    ("train_adaline", sorted_costs, "`costs` has the right numbers, but from the largest to the smallest"),
    ("train_adaline", too_short, "`costs` is right as far as it goes, but too short"),
]


@pytest.mark.parametrize(("name", "function", "words"), SAID_AT_SCHOOL)
def test_where_no_mistake_is_known_what_holds_in_every_example_is_said(name, function, words) -> None:
    probes = prepare(PACK, assignment_of(name), name, PUBLIC_SEED, PUBLIC)
    nothing_known = replace(probes, mistakes=tuple, propagated=tuple, edits=tuple)
    assert words in said(judge(nothing_known, Here(function), "en").mistakes)


@pytest.mark.parametrize(
    ("name", "function"),
    [
        ("logistic", lambda z: RIGHT["logistic"](z) if np.ndim(z) < 2 or len(z) % 2 else z),
        ("softmax", lambda z: unshifted(z) + (np.max(np.abs(z)) > 700) * 0.1),
        ("train_adaline", lambda *a: (*capped(*a)[:1], capped(*a)[1] + 0.1, train(*a)[2])),
        ("tanh", lambda x: np.sinh(x) + 1e-4 * np.sin(np.asarray(x, dtype=float))),
    ],
)
def test_of_what_does_not_quite_hold_nothing_of_the_kind_is_said(name, function) -> None:
    probes = prepare(PACK, assignment_of(name), name, PUBLIC_SEED, PUBLIC)
    nothing_known = replace(probes, mistakes=tuple, propagated=tuple, edits=tuple)
    told = judge(nothing_known, Here(function), "en").mistakes
    assert all(mistake.id not in ("ranks", "not finite", "training", "formula") for mistake in told)


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ([3, 4, 9], [{"times": "epochs", "k": 2, "m": 3}]),
        ([9, 9, 9], [{"times": "epochs", "k": 2, "m": 9}]),
        ([3, 4], []),
        ([1, 3, 4], []),
    ],
)
def test_up_to_where_a_training_is_right_is_told_of_three_calls_on_either_side(wrong, told) -> None:
    calls = [(0, False), (1, False), (1, False), (2, False), *((n, True) for n in wrong)]
    found = [dict(statement.values) for statement in up_to("epochs", calls)]
    assert [{k: v[k] for k in ("times", "k", "m")} for v in found] == told


def test_nothing_begins_where_most_of_the_longer_trainings_are_right() -> None:
    calls = [(1, False), (1, False), (2, False), *((n, n % 4 == 3) for n in range(3, 15))]
    assert list(up_to("epochs", calls)) == []


@pytest.mark.parametrize(
    ("factors", "times", "told"),
    [
        ((-1, -1, -1), 1, "minus the right one"),
        ((0.5, 0.5, 0.5), 1, "0.5 times the right one"),
        ((1 / 2, 1 / 3, 1 / 4), 1, "divided by the number of rows"),
        ((-1, -1, 1), 1, ""),
        ((-1, -1, -1), 2, ""),
    ],
)
def test_what_a_single_step_is_to_the_right_one_is_told_where_it_is_always_the_same(factors, times, told) -> None:
    right = np.array([0.5, -2.0])
    changes = [Change("W1", times, n + 2, c * right * (n + 1), right * (n + 1)) for n, c in enumerate(factors)]
    found = [statement.words.to("en", **statement.values) for statement in of_changes(changes, "epochs")]
    assert [told in words for words in found] == [True] * bool(told)


def test_of_scripts_the_operation_is_named_that_all_wrong_ones_have() -> None:
    probes = load("05_gradients", "Value")
    right = Here(PACK.reference("05_gradients")["Value"])

    def answer(script):
        (outcome,) = right([(script,)])
        if ".tanh()" not in script.text or not script.text.rstrip().endswith("grad]"):
            return outcome
        return Returned([*outcome.value[:-1], outcome.value[-1] + 0.25])

    nothing_known = replace(probes, mistakes=tuple, propagated=tuple)
    told = said(judge(nothing_known, Told(answer), "en").mistakes)
    assert told == "the values are right, and gradients are wrong only in scripts with `tanh`"


def test_of_a_decision_nothing_is_said_that_does_not_hold_in_all_calls() -> None:
    """Of positive and negative numbers alone, it looks as if `z` took no part."""
    told = said(at_school("step", lambda z: np.where(z, 1, 0)))
    assert told == "in the calls that were tried, the answer is wrong exactly where `z <= 0`"


def test_what_holds_in_one_requirement_alone_is_said_to() -> None:
    def one_by_one(X, w, b):
        return np.sin(X @ w + b) if len(X) == 1 and X.shape[1] == 1 else 3 * (X @ w + b)

    probes = prepare(PACK, "01_adaline", "adaline_output", PUBLIC_SEED, PUBLIC)
    case = Case(Transcript(probes, Here(one_by_one)), (), None)
    alone = Statement(code("so"), lambda at: 2 * case.right(at))
    assert not holds_everywhere(alone, case)
    assert holds_everywhere(Statement(code("so"), lambda at: case.got(at)), case)


def test_what_ordinary_calls_contradict_is_known_to_be_so() -> None:
    """On the line itself, labels of −1 and 1 move the weights as if `y` were twice as large; nowhere else do they."""

    def of_signs(w, b, x, y, lr):
        sign = 2 * y - 1
        step = lr * sign if sign * (w @ x + b) <= 0 else 0.0
        return w + step * x, b + step

    probes = prepare(PACK, "00_perceptron", "perceptron_update", PUBLIC_SEED, PUBLIC)
    edge = next(p for p in probes.exercise.properties if p.title.to("en") == "a sample on the line is predicted as 1")
    transcript = Transcript(probes, Here(of_signs))
    case = Case(transcript, tried(edge, transcript), edge)
    right = RIGHT["perceptron_update"]
    assert is_contradicted(Statement(code("so"), lambda at: right(*twice(case.call(at)))[case.part]), case)
    assert not is_contradicted(Statement(code("so"), lambda at: case.got(at)), case)


def test_a_size_that_is_always_the_same_is_part_of_no_factor() -> None:
    """`w` has three entries in every call."""
    circuit = PACK.reference("04_backpropagation")["neuron_circuit"]
    assert "len(w)" not in said(at_home("neuron_circuit", lambda w, x: circuit(w, x) * (1 + 2e-6)))


def test_what_is_in_its_place_but_not_exact_is_in_no_other_order() -> None:
    nearly = said(at_home("reciprocal_backward", lambda a, dx: -dx / (a * a) * (1 - 4e-7)))
    assert "order" not in nearly


def twice(args):
    w, b, x, y, lr = args
    return w, b, x, 2 * y, lr


def test_what_a_clock_may_have_ended_is_worked_out_again(monkeypatch) -> None:
    case = Case(Transcript(load("01_adaline", "adaline_cost"), Here(cost)), (), None)
    monkeypatch.setattr("degrau.judging.causes.case.SECONDS", 0)
    found = [case.known("twice", 0, lambda value=value: value) for value in (None, 3.0, 4.0)]
    assert found == [None, 3.0, 3.0]


def test_right_results_in_another_order_are_said() -> None:
    told = said(at_home("mul_add_backward", lambda a, b, c, dx: (dx, a * dx, b * dx)))
    assert told == "what came back is, in this order: `dc`, `db`, `da`"


def test_a_size_in_place_of_a_count_is_said() -> None:
    def of_all_weights(W, lam, n):
        return lam / (2 * W.size) * np.sum(W**2), lam / W.size * W

    told = said(at_school("l2_penalty", of_all_weights))
    assert told == "`penalty` is what is right with `W.size` in place of `n`"


def test_what_is_made_of_the_argument_alone_is_said_before_what_is_made_of_two() -> None:
    told = said(at_school("exponential_decay", lambda lr, k, epoch: lr * np.exp(-k)))
    assert told == "the answer is what is right with `1` in place of `epoch`"


def test_of_slips_that_come_to_the_same_the_plainest_is_said() -> None:
    """A product of s and 1/s is 1, too: but what is left out is a factor."""

    def not_through_the_sigmoid(w, x):
        s = 1 / (1 + np.exp(-(w[0] * x[0] + w[1] * x[1] + w[2])))
        return s * (1 - s) * np.array([x[0], x[1], 1.0]), np.array([w[0], w[1]])

    probes = prepare(PACK, "04_backpropagation", "neuron_circuit_gradient", PUBLIC_SEED, PUBLIC)
    told = said(judge(replace(probes, mistakes=tuple, propagated=tuple), Here(not_through_the_sigmoid), "en").mistakes)
    assert told.endswith("one side of an operation is left out")


def test_what_is_always_0_is_not_said_to_be_something_that_is_next_to_nothing() -> None:
    def zero_where_it_is_small(z):
        p = RIGHT["sigmoid"](z)
        return np.where(np.asarray(z) < -12, 0.0, p)

    probes = prepare(PACK, "02_sigmoid_neuron", "sigmoid", PUBLIC_SEED, PUBLIC)
    told = said(judge(replace(probes, mistakes=tuple, propagated=tuple), Here(zero_where_it_is_small), "en").mistakes)
    assert "2 * z" not in told


def test_every_example_is_the_first_in_a_loop_that_forgets_its_index() -> None:
    def always_the_first(X, y, w, b, lr, epochs):
        return train(np.broadcast_to(X[:1], X.shape), np.broadcast_to(y[:1], y.shape), w, b, lr, epochs)

    told = said(at_school("train_adaline", always_the_first))
    assert told == "`w` is what is right with the first row of `X`, `y` in place of each"


def test_a_step_that_is_divided_by_the_size_of_the_input_is_said_to_be() -> None:
    def normalised(w, b, x, y, lr):
        error = y - (w @ x + b)
        return w + lr * error * x / (np.linalg.norm(x) or 1), b + lr * error

    told = said(at_school("adaline_update", normalised))
    assert told == "the change of `w` is the right one divided by `np.linalg.norm(x)`"


def test_a_region_is_named_where_it_tells_wrong_from_right() -> None:
    def single(X, w, b):
        return X @ w + b + (len(X) == 1) * np.sum(X**3)

    assert "is wrong exactly where `len(X) == 1`" in said(at_home("adaline_output", single))


@pytest.mark.parametrize(
    ("name", "function", "words"),
    [
        ("adaline_output", lambda X, w, b: X @ w + b / 2, "the answer is what is right with `b / 2` in place of `b`"),
        ("d_tanh", lambda x: 2 * np.arctan(x), "the answer is 2 times `arctan(x)`, another function of this notebook"),
        ("leaky_relu", lambda x, alpha=0.5: np.where(np.asarray(x) > 0, x, alpha * np.asarray(x)), ""),
    ],
)
def test_where_the_references_are_they_are_asked_about_other_arguments(name, function, words) -> None:
    assert said(at_school(name, function)) == words


def test_another_function_that_gives_a_ragged_list_is_passed_over() -> None:
    def weights_added_up(weights, biases):
        return weights[-1] + 1.0, sum(np.sum(b) for b in biases) + biases[-1]

    assert said(at_school("collapse_linear", weights_added_up)) == ""


@pytest.mark.parametrize(
    ("name", "function", "words"),
    [
        ("adaline_output", lambda X, w, b: X * w + b, "the answer has the shape of `X`, and should have another"),
        ("train_adaline", lambda X, y, w, b, lr, n: train(X, y, 0 * w, 0.0, lr, n), FROM_ZERO),
        ("train_adaline", lambda X, y, w, b, lr, n: train(X[::-1], y[::-1], w, b, lr, n), BACKWARDS),
    ],
)
def test_where_nothing_is_known_of_mistakes_something_is_said_all_the_same(name, function, words) -> None:
    probes = prepare(PACK, assignment_of(name), name, PUBLIC_SEED, PUBLIC)
    nothing_known = replace(probes, mistakes=tuple, propagated=tuple)
    assert said(judge(nothing_known, Here(function), "en").mistakes) == words


def test_a_mistake_inside_a_function_that_is_used_is_named_with_that_function() -> None:
    def with_the_slides_sigmoid(X, y, w, b):
        with np.errstate(all="ignore"):
            error = 1 / (1 - np.exp(-(X @ w + b))) - y
        return error @ X / len(X), float(np.mean(error))

    (mistake,) = at_home("bce_gradient", with_the_slides_sigmoid, "pt")
    assert (mistake.kind, mistake.source[:24]) == ("propagated", "Vem dos slides A: errata")
    assert mistake.title.endswith("(como se estivesse em `sigmoid`)")


def test_a_mistake_inside_another_function_is_not_said_to_be_there() -> None:
    """That function may be right: what behaves so may be written here."""
    (mistake,) = at_school("predict", lambda X, w, b: 1 - RIGHT["step"](X @ w + b))
    assert (mistake.kind, mistake.title) == ("propagated", "Classes swapped (as if in `step`)")
    assert mistake.explanation.startswith(
        "This is what comes out where `step` has that mistake; one here may do the same."
    )


def test_a_part_that_stays_as_it_was_is_said_to() -> None:
    def bias_after_the_weights(w, b, x, y, lr):
        new = RIGHT["perceptron_update"](w, b, x, y, lr)[0]
        return new, b + lr * (y - RIGHT["step"](x @ new + b))

    assert (
        said(at_school("perceptron_update", bias_after_the_weights))
        == "where it is wrong, `b` comes back as it was given"
    )


def test_a_threshold_with_next_to_nothing_below_it_is_not_said() -> None:
    def along_the_weights(w, b, x, y, lr):
        step = lr * (y - x @ w - b)
        return w + step * w, b + step * b

    assert "exactly where" not in said(at_school("adaline_update", along_the_weights))


def test_a_mistake_in_one_part_is_named_whatever_the_other_part_is() -> None:
    def twice_one_way_and_minus_the_other(*args):
        dw, db = gradient(*args)
        return 2 * dw, -db

    (mistake,) = at_home("adaline_gradient", twice_one_way_and_minus_the_other)
    assert (mistake.kind, mistake.title) == ("known", "Twice the gradient (seen in `dw`)")


@pytest.mark.parametrize(
    "function",
    [
        lambda *a: (3 + 1e-5 * len(a[0])) * cost(*a),
        lambda *a: 3 * cost(*a) + 1e-4 * a[3] ** 2,
        lambda *a: 3 * cost(*a) if len(a[2]) > 1 else 3.1 * cost(*a),
    ],
)
def test_what_nearly_holds_is_not_said(function) -> None:
    assert "always" not in said(at_home("adaline_cost", function))


@pytest.mark.parametrize("name", ["adaline_output", "adaline_gradient", "sigmoid", "d_elu", "leaky_relu"])
@pytest.mark.parametrize("share", [0.05, 0.3, 1.0])
def test_nothing_is_said_of_noise(name, share) -> None:
    probes = load(assignment_of(name), name)
    right = RIGHT[name]

    def noisy(value, rng):
        wrong = rng.random() < share
        a = np.asarray(value, dtype=float)
        return a + rng.normal(size=a.shape) * (0.1 + np.abs(a)) if wrong else value

    def answer(*args):
        """The same whenever it is asked the same."""
        value, rng = right(*args), np.random.default_rng(crc32(repr(args).encode()))
        return Returned(tuple(noisy(v, rng) for v in value) if isinstance(value, tuple) else noisy(value, rng))

    report = judge(probes, Told(answer), "en")
    assert not report.full
    assert all(mistake.id == "results" for mistake in report.mistakes)


@pytest.mark.parametrize("language", ["pt", "en"])
def test_the_same_answer_is_told_the_same_at_home_and_at_school_or_more(language) -> None:
    for name, function, _words in SAID_AT_HOME[:6]:
        assert at_home(name, function, language) == at_school(name, function, language)


def test_slips_have_their_words() -> None:
    source = "def f(x, y):\n    z = x - y\n    return np.sum(x, axis=0) + z.T"
    kinds = {words(*mutant.nodes).to("en") for mutant in mutants("f", source)}
    assert "a + where a − belongs, or a − where a + does" in kinds
    assert "a transposition is left out" in kinds
    assert "a line is left out" in kinds
    assert "`axis`, or another named argument, is left out or another one" in kinds


class Afresh(Told):
    """A function whose every batch of calls is made where none was made before."""

    def __init__(self, make) -> None:
        self._make = make

    def __call__(self, calls, iterate=False):
        return Here(self._make())(calls, iterate)


def test_a_number_that_was_remembered_from_another_call_is_not_told() -> None:
    def remembering():
        seen = []

        def linear(z):
            if np.ndim(z) == 0:
                seen.append(z)
                return z
            return np.asarray(z) * (2 if seen else 3)

        return linear

    probes = load("01_adaline", "linear")
    assert "once more" in said(judge(probes, Here(remembering()), "en").mistakes)
    assert "once more" not in said(judge(probes, Here(remembering()), "en", Afresh(remembering)).mistakes)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "In all the examples that failed: the answer is always 3 times what is right."),
        ("pt", "Em todos os exemplos que falharam: o resultado é sempre 3 vezes o valor certo."),
    ],
)
def test_a_relation_has_its_own_words_on_the_card_a_hint_beside_it_and_its_kind_in_the_report(language, words) -> None:
    report = judge(load("01_adaline", "adaline_cost"), Here(lambda *a: 3 * cost(*a)), language)
    card = " ".join(card_text(report, language).split())
    assert words in card
    assert " ".join(report.hints[0].split()) in card
    assert report.as_json()["misconception"]["kind"] == "relation"
