"""Whole notebooks in a sandbox: the reference is always right, the blank never, the bank as in this process."""

import os

import pytest
from tests.languages import LANGUAGES

from degrau.authoring.gate import SEED
from degrau.authoring.release import fill
from degrau.demo.desk import Desk, as_file
from degrau.grading import judgement
from degrau.grading.judgement import Bench, Run, judge_work
from degrau.judging.judge import judge
from degrau.judging.kernel import Here
from degrau.judging.registry import assignments
from degrau.notebooks.canonical import canonicalise
from degrau.pack.prepare import prepare
from degrau.plain.cell import Cell
from degrau.sandbox.answers import Boxed, SandboxedAnswers
from degrau.sandbox.machine import Pool, best
from degrau.selfcheck.check import load
from degrau.workers.files import judge_files

from .. import judged as whole
from ..groups import every_assignment

# That of the other tests' courses, for which probes are kept.
COURSE = 7


@pytest.fixture(scope="module")
def pool():
    with Pool() as pool:
        yield pool


@pytest.fixture
def judged(pack, pool):
    def judged(assignment, sources, language="pt", seed=COURSE):
        notebook = fill(pack.release(assignment, language), sources)
        return whole.judged(canonicalise(notebook, pack), pack, pool, seed)

    return judged


def references(pack, assignment) -> dict[str, str]:
    source = pack.source(assignment)
    return {cell.name: cell.source for cell in source.cells if cell.role == "exercise"}


@pytest.mark.slow
@pytest.mark.parametrize("assignment", every_assignment("00_perceptron", "08_rnn"))
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_reference_gets_full_points_in_a_sandbox(judged, pack, assignment, language) -> None:
    report = judged(assignment, references(pack, assignment), language)
    assert report.points == report.max_points > 0
    assert {e.status for e in report.exercises} == {"passed"}
    assert report.language == language
    assert report.notes == ()


@pytest.mark.slow
@pytest.mark.parametrize("assignment", every_assignment("00_perceptron"))
def test_the_reference_gets_full_points_with_another_seed_too(pack, assignment) -> None:
    for name, reference in pack.reference(assignment).items():
        report = judge(prepare(pack, assignment, name, SEED + 12), Here(reference), "en")
        assert (report.points, report.status) == (assignments()[assignment].points[name], "passed")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("assignment", every_assignment("00_perceptron"))
def test_a_blank_notebook_gets_nothing_and_no_error(judged, assignment, language) -> None:
    report = judged(assignment, {}, language)
    assert report.points == 0
    assert {e.status for e in report.exercises} == {"blank"}


@pytest.mark.parametrize(
    "assignment",
    [
        pytest.param("00_perceptron", marks=pytest.mark.slow),
        *(pytest.param(name, marks=pytest.mark.long) for name in ("04_backpropagation", "06_mlp")),
    ],
)
def test_variants_get_the_same_verdicts_in_a_sandbox_as_in_this_process(pack, pool, assignment) -> None:
    """One right variant and one wrong one of each function, each put beside the references for a moment."""
    chosen = list({(v.exercise, v.right): v for v in pack.bank(assignment) if v.exercise != "Value"}.values())
    own = references(pack, assignment)
    cells = [Cell("setup", "import numpy as np"), *(Cell(name, source) for name, source in own.items())]
    for number, variant in enumerate(chosen):
        cells.append(Cell(f"variant {number}", f"{variant.source}\nvariant_{number} = {variant.exercise}"))
        cells.append(Cell(f"reference {number}", own[variant.exercise]))
    with SandboxedAnswers(cells, pool) as there:
        for number, variant in enumerate(chosen):
            probes = load(assignment, variant.exercise)
            found = judge(probes, Boxed(there, f"variant_{number}"), "en")
            here = judge(probes, Here(variant.function), "en")
            assert (found.status, found.points, found.mistakes) == (here.status, here.points, here.mistakes)


@pytest.mark.slow
def test_reports_on_files_do_not_depend_on_how_many_judge(pack, tmp_path) -> None:
    desk = Desk(pack, "00_perceptron", "en")
    answers = [desk.right(0), {**desk.right(1), **desk.wrong("step")}, {}]
    paths = [tmp_path / f"{number}.ipynb" for number in range(3)]
    for path, written in zip(paths, answers, strict=True):
        path.write_text(as_file(desk.notebook(written)), "utf-8")
    paths[2].write_text("not a notebook")
    alone, together = (
        [judged.report for judged in judge_files(paths, Run(pack, SEED, best()), jobs)] for jobs in (1, 3)
    )
    assert alone == together
    assert [r.error is None for r in alone] == [True, True, False]
    assert alone[0].points > alone[1].points > 0


@pytest.mark.slow
def test_what_is_worked_out_for_one_wrong_answer_is_known_when_the_next_is_judged(judged, pack, monkeypatch) -> None:
    monkeypatch.setattr("degrau.grading.child.can_fork", lambda: False)
    by_the_first = "def step(z):\n    z = np.asarray(z)\n    return 0.0 * z + (z.flat[0] >= 0)\n"
    probes = Run(pack, COURSE, best()).probes("00_perceptron", "step")
    probes.remembered.clear()
    first = judged("00_perceptron", {"step": by_the_first})
    worked_out = dict(probes.remembered)
    assert worked_out
    assert judged("00_perceptron", {"step": by_the_first}) == first
    assert probes.remembered.keys() == worked_out.keys()


def test_one_child_judges_submission_after_submission(pack, pool, monkeypatch) -> None:
    def who(*_: object) -> None:
        raise ValueError(os.getpid())

    monkeypatch.setattr(judgement, "judge", who)
    work = canonicalise(Desk(pack, "00_perceptron", "en").notebook({"step": "def step(z):\n    return z\n"}), pack).work
    children = []
    with Bench(Run(pack, COURSE, pool.tier, pool.limits), pool) as bench:
        for _ in range(2):
            with pytest.raises(ValueError, match=r"\d+") as raised:
                judge_work(work, bench, {})
            children.append(raised.value.args[0])
    assert children[0] == children[1] != os.getpid()
