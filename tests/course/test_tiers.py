"""Without a sandbox, a class is graded only where its teacher has accepted that by name."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from degrau.base.text import code
from degrau.course.choices import FILE as CHOICES
from degrau.demo.desk import Desk

from ..at_hand import ASSIGNMENT, LANGUAGE

pytestmark = pytest.mark.slow
WITHOUT = """\
import sys

from degrau.sandbox import machine
from degrau.sandbox.machine import TierStatus

machine.status = lambda tier: TierStatus(tier, not tier.confined, "only on the moon" if tier.confined else "")
"""
COMMAND = WITHOUT + "from degrau.__main__ import main\n\nmain()\n"
DEMO = f"""{WITHOUT}
from degrau.__main__ import main
from degrau.demo import run

whole = run.demo_class
run.demo_class = lambda pack, language: whole(pack, language)[:1]
main()
"""
BUTTON = f"""{WITHOUT}
from nbgrader.apps.api import NbGraderAPI
from nbgrader.server_extensions.formgrader.formgrader import FormgradeExtension

app = FormgradeExtension()
app.initialize([])
result = NbGraderAPI(app.coursedir, parent=app).autograde({ASSIGNMENT!r}, "ana")
print(result["success"], result.get("log"))
"""


def run(script: str, *arguments: object, cwd: Path) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-c", script, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=300, cwd=cwd)


@pytest.fixture
def handed_in(course: Path, pack) -> Path:
    desk = Desk(pack, ASSIGNMENT, LANGUAGE)
    desk.sample("ana", code(""), desk.right(0)).hand_in(course / "submitted")
    return course


def test_grading_is_refused_and_says_what_would_do_better_and_how_to_accept_it(handed_in) -> None:
    done = run(COMMAND, "grade", cwd=handed_in)
    assert done.returncode == 2
    first, second = done.stderr.splitlines()
    assert first.startswith(
        "degrau: this machine has no sandbox: students' code could read the solutions (bubblewrap: "
    )
    assert second.endswith(f'accept it in {CHOICES}: accept_tiers = ["process"]')
    assert not (handed_in / "feedback").exists()


@pytest.mark.long
def test_formgraders_button_is_refused_alike(handed_in) -> None:
    done = run(BUTTON, cwd=handed_in)
    assert done.stdout.startswith("False")
    assert "this machine has no sandbox" in done.stdout


@pytest.mark.long
def test_a_course_that_accepts_it_is_graded_by_both_roads(handed_in) -> None:
    choices = handed_in / CHOICES
    choices.write_text(choices.read_text("utf-8").replace("# accept_tiers", "accept_tiers"), "utf-8")
    done = run(COMMAND, "grade", cwd=handed_in)
    assert done.returncode == 0, done.stderr
    assert run(BUTTON, cwd=handed_in).stdout.startswith("True")


def test_judging_a_file_warns(pack, tmp_path) -> None:
    release = pack.root / "assignments" / LANGUAGE / f"{ASSIGNMENT}.ipynb"
    done = run(COMMAND, "judge", "--json", release, cwd=tmp_path)
    assert done.returncode == 0
    assert json.loads(done.stdout)["points"] == 0
    assert done.stderr.startswith("degrau: no sandbox here, so these notebooks can read the solutions (bubblewrap: ")


@pytest.mark.long
def test_the_demo_accepts_it_by_itself_and_says_so(tmp_path) -> None:
    done = run(DEMO, "demo", "sample", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("No sandbox here (bubblewrap: only on the moon")
    assert "so this course accepts that" in done.stdout
    assert run(COMMAND, "grade", "--course", "sample", cwd=tmp_path).returncode == 0
