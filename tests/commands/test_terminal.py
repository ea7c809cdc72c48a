"""Nothing of a student's acts in a teacher's terminal, and a terminal with few characters ends no command."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from degrau.base.terminal import clean, line
from degrau.commands.grade_table import print_grades
from degrau.commands.progress import progress
from degrau.course.types import Grade, GradeSummary

pytestmark = pytest.mark.long

HOSTILE = "ana\x1b[2J\x1b]0;x\x07\nbia\u202e\u2066\udce9\u2028caio\r"


def test_a_line_is_one_line_in_which_nothing_acts() -> None:
    assert line(HOSTILE) == "ana[2J]0;x bia caio"
    assert clean("a\nb\x9bc") == "a\nbc"


def test_no_cell_of_the_grades_acts(capsys, tmp_path: Path) -> None:
    grade = Grade(HOSTILE, HOSTILE, 1.0, 2.0, error=HOSTILE)
    print_grades(GradeSummary(tmp_path, (grade,)))
    said = capsys.readouterr().out
    assert len(said.splitlines()) == 2
    assert clean(said) == said


@pytest.mark.parametrize("terminal", [False, True])
def test_no_line_of_a_progress_acts(monkeypatch, capsys, terminal) -> None:
    monkeypatch.setattr("degrau.commands.progress.SECONDS_A_LINE", 0.0)
    monkeypatch.setattr("degrau.commands.progress.WORTH_NAMING", -1.0)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: terminal, raising=False)
    with progress() as shown:
        for done in range(3):
            shown(done, 3, HOSTILE)
    said = capsys.readouterr().err
    assert "\x1b]0;x" not in said
    assert "\x1b[2J" not in said
    assert "\u202e" not in said


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "utf-8"])
@pytest.mark.parametrize("command", [["doctor"], ["check"], ["judge", "00_perceptron.ipynb"]])
def test_a_stream_with_few_characters_ends_no_command(pack, tmp_path, command, encoding) -> None:
    release = pack.root / "assignments" / "pt" / "00_perceptron.ipynb"
    (tmp_path / release.name).write_bytes(release.read_bytes())
    environment = {**os.environ, "PYTHONIOENCODING": encoding}
    done = subprocess.run(
        [sys.executable, "-m", "degrau", *command], cwd=tmp_path, env=environment, capture_output=True, timeout=120
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode(encoding)


CHECKED = """
import numpy as np
import degrau

def step(z):
    return np.where(np.asarray(z) > 0, 1, 0)

degrau.check(step)
degrau.progress()
degrau.hint(step)
"""


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "utf-8"])
def test_a_stream_with_few_characters_ends_no_check_of_a_student_s(tmp_path, encoding) -> None:
    """As Python's own prompt has on Windows."""
    environment = {**os.environ, "PYTHONIOENCODING": encoding, "NBGRADER_EXECUTION": "validate", "DEGRAU_LANG": "en"}
    path = tmp_path / "mine.py"
    path.write_text(CHECKED, "utf-8")
    done = subprocess.run([sys.executable, path], env=environment, capture_output=True, timeout=120)
    assert done.returncode == 0, done.stderr
    for said in (done.stdout.decode(encoding), done.stderr.decode(encoding)):
        assert "1 at z = 0 as well" in said
        assert "Traceback" not in said
