"""A graded sample class, made once for all tests of this folder, and an untouched copy of it."""

import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from degrau.authoring.pack import Pack
from degrau.course.demo import make_demo
from degrau.course.desk import Sample
from degrau.course.directory import CONFIG, opened
from degrau.course.grade import GradeSummary, grade_course
from degrau.course.init import init_course

Scores = dict[tuple[str, str, str], Any]


@dataclass(frozen=True)
class SampleClass:
    root: Path
    ungraded: Path
    samples: tuple[Sample, ...]
    summary: GradeSummary

    def sample(self, student: str) -> Sample:
        return next(s for s in self.samples if s.student == student)

    def feedback(self, student: str) -> str:
        grade = next(g for g in self.summary.grades if g.student == student)
        assert grade.feedback is not None, grade
        return grade.feedback.read_text("utf-8")


@pytest.fixture(scope="session")
def sample_class(tmp_path_factory: pytest.TempPathFactory, empty_course: Path, pack: Pack) -> SampleClass:
    root, ungraded = tmp_path_factory.mktemp("demo") / "turma", tmp_path_factory.mktemp("copy") / "turma"
    shutil.copytree(empty_course, root)
    samples = make_demo(root, pack, "pt")
    shutil.copytree(root, ungraded)
    return SampleClass(root, ungraded, samples, grade_course(root))


@pytest.fixture(scope="session")
def empty_course(tmp_path_factory: pytest.TempPathFactory, pack: Pack) -> Path:
    root = init_course(tmp_path_factory.mktemp("empty") / "turma", "pt", pack)
    config = root / CONFIG
    # A course draws its seed at random; tests must come out the same every time.
    config.write_text(re.sub(r"(?m)^c\.Judge\.seed = .*", "c.Judge.seed = 7", config.read_text("utf-8")), "utf-8")
    return root


@pytest.fixture
def course(tmp_path: Path, empty_course: Path) -> Path:
    """A course without submissions, for one test to fill."""
    return Path(shutil.copytree(empty_course, tmp_path / "turma"))


@pytest.fixture(scope="session")
def scores() -> Callable[[Path], Scores]:
    return gradebook_scores


def gradebook_scores(root: Path) -> Scores:
    """All that the gradebook says of each grade cell, and of each notebook's late penalty."""
    found: Scores = {}
    with opened(root) as course, course.api.gradebook as gradebook:
        for assignment in gradebook.assignments:
            for submission in assignment.submissions:
                for notebook in submission.notebooks:
                    at = submission.student.id, assignment.name
                    found[*at, "late"] = notebook.late_submission_penalty
                    for grade in notebook.grades:
                        found[*at, grade.name] = (
                            grade.auto_score,
                            grade.manual_score,
                            grade.extra_credit,
                            grade.score,
                            grade.needs_manual_grade,
                        )
    return found
