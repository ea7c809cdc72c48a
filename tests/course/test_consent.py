"""Marks already given change only with consent: what another version gave is shown beside what this one would give."""

import json
import shutil
from pathlib import Path

import pytest

from degrau.base.text import Text
from degrau.commands.grade_table import print_changes
from degrau.course.directory import CONFIG
from degrau.course.grade import grade_course
from degrau.course.types import Change, GradeSummary
from degrau.demo.desk import Desk

from ..classroom.books import books

pytestmark = pytest.mark.slow
PERCEPTRON = "00_perceptron"
ZERO = "1 também em z = 0"
RIGHT = "def step(z):\n    return np.where(np.asarray(z) >= 0, 1, 0)\n"
WRONG = "def step(z):\n    return np.where(np.asarray(z) > 0, 1, 0)\n"
OTHERWISE = "def step(z):\n    return (np.asarray(z) > 0) + 0\n"


@pytest.fixture
def hand_in(course: Path, pack):
    """Hands in a notebook with this `step`, and right answers to the rest."""
    desk = Desk(pack, PERCEPTRON, "pt")

    def handed(student: str, step: str) -> None:
        answers = desk.right(0) | {"step": step}
        desk.sample(student, Text(pt="uma", en="one"), answers).hand_in(course / "submitted")

    return handed


@pytest.fixture
def graded_before(course: Path, pack, tmp_path: Path, hand_in) -> Path:
    """A course with two submissions, graded by a version whose step is 0 at 0."""
    earlier = tmp_path / "earlier"
    for folder in ("solutions", "assignments"):
        shutil.copytree(pack.root / folder, earlier / folder)
    source = earlier / "solutions" / f"{PERCEPTRON}.py"
    text = source.read_text("utf-8")
    assert RIGHT.splitlines()[1] in text
    source.write_text(text.replace(RIGHT.splitlines()[1], WRONG.splitlines()[1]), "utf-8")
    hand_in("ana", RIGHT)
    hand_in("bia", WRONG)
    config = course / CONFIG
    own = config.read_text("utf-8")
    config.write_text(f"{own}\nc.CanonicalExporter.pack_root = {str(earlier)!r}\n", "utf-8")
    grade_course(course)
    config.write_text(own, "utf-8")
    return course


def changes(summary: GradeSummary) -> dict[str, tuple[Change, ...]]:
    return {grade.student: grade.changes for grade in summary.grades}


def without_stamps(course: Path) -> None:
    """As autograded notebooks were when they did not say who graded them."""
    for path in (course / "autograded").rglob("*.ipynb"):
        path.chmod(0o600)
        notebook = json.loads(path.read_text("utf-8"))
        del notebook["metadata"]["degrau"]["graded"]
        path.write_text(json.dumps(notebook), "utf-8")


@pytest.mark.long
@pytest.mark.parametrize("stamped", [True, False])
def test_marks_of_another_version_are_shown_and_stay_until_there_is_consent(graded_before, capsys, stamped) -> None:
    if not stamped:
        without_stamps(graded_before)
    before = books(graded_before)
    for fresh in (False, True):
        summary = grade_course(graded_before, fresh=fresh)
        found = changes(summary)
        assert Change("step", 4.0, 3.0, f"fails: {ZERO}") in found["bia"]
        assert [change.new for change in found["ana"] if change.function == "step"] == [4.0]
        assert all(grade.withheld for grade in summary.grades)
        assert books(graded_before) == before
    print_changes(summary)
    said = capsys.readouterr().out
    assert "They stay as they are, and so do the pages. To change them, run the same command with --regrade." in said
    assert next(line.split() for line in said.splitlines() if line.startswith("bia"))[:5] == [
        "bia",
        PERCEPTRON,
        "step",
        "4",
        "3",
    ]

    regraded = grade_course(graded_before, regrade=True)
    ana, bia = regraded.grades
    assert changes(regraded) == found
    assert (ana.score, ana.withheld, bia.withheld) == (ana.max_score, False, False)
    assert bia.score == bia.max_score - 1
    print_changes(regraded)
    assert "have changed" in capsys.readouterr().out
    assert changes(grade_course(graded_before)) == {"ana": (), "bia": ()}


@pytest.mark.long
def test_what_was_handed_in_since_is_graded_as_ever(graded_before, hand_in) -> None:
    hand_in("bia", OTHERWISE)
    hand_in("caio", WRONG)
    summary = grade_course(graded_before)
    ana, bia, caio = summary.grades
    assert (ana.withheld, bia.withheld, caio.withheld) == (True, False, False)
    assert bia.score == caio.score == bia.max_score - 1
    assert (bia.changes, caio.changes) == ((), ())


@pytest.mark.long
def test_marks_that_stay_the_same_need_no_consent(graded_before, hand_in) -> None:
    hand_in("bia", RIGHT)
    grade_course(graded_before, regrade=True)
    without_stamps(graded_before)
    summary = grade_course(graded_before, fresh=True)
    assert changes(summary) == {"ana": (), "bia": ()}
    assert not any(grade.withheld for grade in summary.grades)
