"""The engine where degrau's own course is not there at all: all its folders but `exercises/`, and a tiny course."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import degrau

from .test_losses import handed_in

pytestmark = pytest.mark.long

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def run_alone(tmp_path_factory) -> Run:
    """Runs a command of an engine without a course, in a folder."""
    engine = tmp_path_factory.mktemp("engine")
    left_out = shutil.ignore_patterns("exercises", "__pycache__")
    shutil.copytree(Path(degrau.__file__).parent, engine / "degrau", ignore=left_out)

    def command(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("DEGRAU_")}
        return subprocess.run(
            [sys.executable, "-P", "-m", "degrau", *words],
            cwd=folder,
            env={**kept, "PYTHONPATH": str(engine)},
            capture_output=True,
            text=True,
        )

    return command


def test_there_is_no_other_course(losses, run_alone, tmp_path) -> None:
    listed = run_alone(losses, "packs").stdout.splitlines()
    assert [line.split()[0] for line in listed] == ["losses", "for", "20_huber"]
    nowhere = run_alone(tmp_path, "packs")
    assert nowhere.returncode == 1
    assert nowhere.stdout.startswith("There is no course with a teacher's part here.\nInstall one: ")


def test_banks_are_judged_and_what_is_released_is_the_same(losses, run_alone) -> None:
    checked = run_alone(losses, "release", "--check")
    assert (checked.returncode, checked.stdout) == (0, ""), checked.stderr


def test_verdicts_and_public_checks_are_the_same(losses, run, run_alone, tmp_path) -> None:
    path = str(handed_in(losses, tmp_path / "ana" / "ana.ipynb"))
    for words in (("judge", path), ("check", path)):
        alone, beside = run_alone(losses, *words), run(losses, *words)
        assert "Causa probable: Sin la mitad." in alone.stdout
        assert (alone.stdout, alone.returncode) == (beside.stdout, beside.returncode)


def test_a_class_is_graded(losses, run_alone, tmp_path) -> None:
    course = tmp_path / "course"
    assert run_alone(losses, "init", str(course)).returncode == 0
    handed_in(losses, course / "submitted" / "ana" / "20_huber" / "20_huber.ipynb")
    graded = run_alone(tmp_path, "grade", "--course", str(course))
    assert graded.stdout.splitlines()[1].split() == ["ana", "20_huber", "1", "11"], graded.stderr
