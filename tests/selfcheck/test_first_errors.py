"""A beginner's first errors are told the same in a kernel, by `degrau check` on the file, and in a grading."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from degrau.grading.judgement import Bench, Run, judge_work
from degrau.notebooks.canonical import canonicalise
from degrau.notebooks.wellformed import node
from degrau.report.types import ExerciseReport, Report
from degrau.sandbox.machine import Pool
from degrau.selfcheck.file import check_file

from .first_errors import FIRST_ERRORS, notebook

pytestmark = pytest.mark.long

NAMES = [f"{number:02}-{error.function}" for number, error in enumerate(FIRST_ERRORS)]


@pytest.fixture(scope="module")
def pool():
    with Pool() as made:
        yield made


@pytest.fixture(scope="module")
def notebooks(pack, tmp_path_factory) -> Path:
    """A folder with all of them, without the demonstrations, which only draw."""
    folder = tmp_path_factory.mktemp("first-errors")
    for name, error in zip(NAMES, FIRST_ERRORS, strict=True):
        (folder / f"{name}.ipynb").write_text(json.dumps(notebook(pack, error)), "utf-8")
    return folder


def told(report: ExerciseReport | dict) -> tuple:
    """What must be the same wherever a function is checked; the example may be another one."""
    plain = report if isinstance(report, dict) else vars(report)
    return plain["status"], plain["message"], tuple(plain["hints"])


def of(report: Report, function: str) -> ExerciseReport:
    return next(e for e in report.exercises if e.name == function)


@pytest.fixture(scope="module")
def kernel(notebooks) -> dict[str, dict]:
    """What a kernel of IPython says, each notebook in a fresh one."""
    script = [sys.executable, "-m", "tests.selfcheck.first_errors", str(notebooks)]
    run = subprocess.run(
        script, cwd=Path(__file__).parents[2], env=os.environ | {"DEGRAU_LANG": "en"}, capture_output=True, text=True
    )
    assert run.returncode == 0, run.stderr
    return json.loads((notebooks / "kernel.json").read_text("utf-8"))


@pytest.mark.parametrize(
    ("name", "error"), list(zip(NAMES, FIRST_ERRORS, strict=True)), ids=[e.slip for e in FIRST_ERRORS]
)
def test_a_kernel_a_file_and_a_grading_say_the_same(name, error, notebooks, kernel, pack, pool) -> None:
    path = notebooks / f"{name}.ipynb"
    of_file = of(check_file(path, pool), error.function)
    assert (of_file.status, of_file.message) == (error.status, error.sentence)
    assert len(of_file.hints) == 2
    assert told(kernel[name]) == told(of_file)
    # Without right functions in place of wrong ones, by which a grading may give points all the same.
    run = Run(pack, 0, pool.tier, pool.limits, follow_through=False)
    work = canonicalise(node(json.loads(path.read_text("utf-8"))), pack).work
    with Bench(run, pool) as bench:
        judgement = judge_work(work, bench, {})
    assert told(of(judgement.report, error.function)) == told(of_file)
