"""A graded sample class, made once for all tests of this folder, and an untouched copy of it."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from degrau.course.grade import grade_course
from degrau.course.grades import GradeSummary
from degrau.demo.desk import Sample
from degrau.demo.run import make_demo
from degrau.pack.pack import Pack

from ..classroom.books import Scores
from ..classroom.books import scores as read_scores


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
def scores() -> Callable[[Path], Scores]:
    return read_scores
