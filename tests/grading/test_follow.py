"""One slip costs one function: what uses an earlier function that fails is judged with a right one in its place."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

import pytest
from tests.languages import LANGUAGES

from degrau.authoring.release import fill
from degrau.grading.judgement import Bench, Run, judge_work
from degrau.judging.registry import assignments
from degrau.notebooks.canonical import canonicalise
from degrau.pack.pack import Pack
from degrau.plain.call import Source, names_in
from degrau.report.card import card_text
from degrau.report.html import card_html
from degrau.report.types import Report
from degrau.sandbox.machine import Pool
from degrau.selfcheck.check import load
from degrau.workers.verdicts import from_text, to_text

pytestmark = pytest.mark.slow

# That of the other tests' courses, for which probes are kept.
SEED = 7
COLON = "def step(z)\n    return np.where(np.asarray(z) >= 0, 1, 0)\n"
GREATER = "def step(z):\n    return np.where(np.asarray(z) > 0, 1, 0)\n"
WRONG = {
    "predict": "def predict(X, w, b):\n    return 1 - step(X @ w + b)\n",
    "perceptron_update": "def perceptron_update(w, b, x, y, lr):\n    error = step(w @ x + b) - y\n"
    "    return w + lr * error * x, b + lr * error\n",
}

Judged = Callable[..., Report]


@pytest.fixture(scope="module")
def pool() -> Iterator[Pool]:
    with Pool() as made:
        yield made


@pytest.fixture
def judge(pack: Pack, pool: Pool) -> Judged:
    """The report on a notebook of references, but for these answers; None leaves one blank."""

    def report(assignment: str, changed: Mapping[str, str | None], follow_through: bool = True) -> Report:
        answers = references(pack, assignment) | changed
        written = {name: source for name, source in answers.items() if source is not None}
        canonical = canonicalise(fill(pack.release(assignment, "en"), written), pack)
        run = Run(pack, SEED, pool.tier, pool.limits, follow_through)
        with Bench(run, pool) as bench:
            return judge_work(canonical.work, bench, {}).of(canonical, assignment)

    return report


def references(pack: Pack, assignment: str) -> dict[str, str]:
    source = pack.source(assignment)
    return {cell.name: cell.source for cell in source.cells if cell.role == "exercise"}


def edges(pack: Pack, assignment: str) -> dict[str, list[str]]:
    """The functions whose references call earlier ones of the assignment, or are given some, and which."""
    names, known = pack.names(assignment), list(assignments()[assignment].points)
    codes = {name: names[name].__code__ for name in known if hasattr(names[name], "__code__")}
    used = {name: names_in(code) | given(assignment, name) for name, code in codes.items()}
    called = {name: [n for n in known[: known.index(name)] if n in used[name]] for name in codes}
    return {name: others for name, others in called.items() if others}


def given(assignment: str, name: str) -> set[str]:
    """The texts that a function is given as arguments."""
    return {arg.text for args in load(assignment, name).calls for arg in args if isinstance(arg, Source)}


@pytest.mark.parametrize(
    ("step", "before", "now"),
    [
        pytest.param(None, 21, 4, marks=pytest.mark.long),
        pytest.param(COLON, 21, 4, marks=pytest.mark.long),
        (GREATER, 9, 1),
    ],
)
def test_one_slip_in_step_costs_step_alone(judge, step, before, now) -> None:
    lost = [
        report.max_points - report.points
        for report in (judge("00_perceptron", {"step": step}, follow) for follow in (False, True))
    ]
    assert lost == [before, now]


@pytest.mark.long
@pytest.mark.parametrize("assignment", assignments())
def test_what_calls_a_blank_function_rightly_gets_full_points(judge, pack, assignment) -> None:
    """All functions that others call are blank at once."""
    blank = {other for others in edges(pack, assignment).values() for other in others}
    report = judge(assignment, dict.fromkeys(blank))
    found = {e.name: e for e in report.exercises}
    for name, others in edges(pack, assignment).items():
        if name not in blank:
            assert (found[name].status, found[name].stood_in) == ("passed", tuple(others))
    assert {found[name].points for name in blank} <= {0.0}


@pytest.mark.long
@pytest.mark.parametrize("assignment", assignments())
def test_each_function_in_its_turn_may_be_blank(judge, pack, assignment) -> None:
    for other in {other for others in edges(pack, assignment).values() for other in others}:
        report = judge(assignment, {other: None})
        assert {e.name for e in report.exercises if not e.full} == {other}


@pytest.mark.long
@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_function_stays_wrong_with_a_right_one_in_place_of_another(judge, name) -> None:
    (found,) = (e for e in judge("00_perceptron", {"step": None, name: WRONG[name]}).exercises if e.name == name)
    assert (found.points, found.status, found.stood_in) == (0.0, "error", ())
    assert found.hint.endswith("With a right `step` in place of yours it does not pass yet.")


@pytest.mark.long
def test_what_gets_more_points_and_not_all_says_what_still_fails(judge) -> None:
    changes = "def predict(X, w, b):\n    answers = step(X @ w + b)\n    w += 1\n    return answers\n"
    (found,) = (e for e in judge("00_perceptron", {"step": None, "predict": changes}).exercises if e.name == "predict")
    assert 0 < found.points < found.max_points
    assert found.stood_in == ("step",)
    assert [p.name for p in found.properties if not p.passed][-1] == "pure"


def test_a_helper_in_a_cell_of_its_own_is_followed(judge) -> None:
    helped = "def answer(z):\n    return step(z)\n\n\ndef predict(X, w, b):\n    return answer(X @ w + b)\n"
    report = judge("00_perceptron", {"step": GREATER, "predict": helped})
    assert next(e for e in report.exercises if e.name == "predict").stood_in == ("step",)


@pytest.mark.long
def test_what_does_not_use_the_function_that_fails_is_judged_once(judge) -> None:
    own = "def predict(X, w, b):\n    return np.where(X @ w + b > 0, 1, 0)\n"
    (found,) = (e for e in judge("00_perceptron", {"step": None, "predict": own}).exercises if e.name == "predict")
    assert (found.stood_in, found.hint) == ((), "")
    assert found.status == "failed"


@pytest.mark.long
@pytest.mark.parametrize(
    ("assignment", "name", "source"),
    [
        ("03_activations", "prelu", "def prelu(x, alpha):\n    return leaky_relu(x, alpha)\n"),
        ("03_activations", "d_relu", "def d_relu(x):\n    return binary_step(x)\n"),
    ],
)
def test_a_function_that_would_be_the_answer_does_not_stand_in(judge, assignment, name, source) -> None:
    report = judge(assignment, {"leaky_relu": None, "binary_step": None, name: source})
    (found,) = (e for e in report.exercises if e.name == name)
    assert (found.points, found.stood_in) == (0.0, ())


def test_no_function_stands_in_for_a_later_one_or_for_one_that_is_like_it(pack) -> None:
    """As the public probes have it."""
    for assignment, known in assignments().items():
        names = list(known.points)
        for place, name in enumerate(names):
            allowed = load(assignment, name).stand_ins
            assert set(allowed) <= set(names[:place])
            assert set(edges(pack, assignment).get(name, ())) <= set(allowed)
            if name in (alike := {"d_relu": "binary_step", "prelu": "leaky_relu", "d_prelu": "d_leaky_relu"}):
                assert alike[name] not in allowed


@pytest.mark.long
def test_both_languages_say_what_stood_in_and_a_kept_verdict_does_too(judge) -> None:
    (found,) = (e for e in judge("00_perceptron", {"step": None}).exercises if e.name == "predict")
    cards = [card_text(found, language) for language in LANGUAGES]
    assert "julgada com uma versão certa de `step` no lugar da sua" in cards[0]
    assert "judged with a right `step` in place of yours" in cards[1]
    assert "judged with a right <code>step</code> in place of yours" in card_html(found, "en")
    assert found.as_json()["stood_in"] == ("step",)
    assert from_text(to_text(found)) == found
    assert found.names_only().stood_in == ("step",)


def test_whether_it_is_followed_is_part_of_the_verdict_s_key(pack, pool) -> None:
    canonical = canonicalise(fill(pack.release("00_perceptron", "en"), {"step": GREATER}), pack)
    run = Run(pack, SEED, pool.tier, pool.limits)
    assert run.keys(canonical.work) != replace(run, follow_through=False).keys(canonical.work)
