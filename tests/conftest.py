"""What several test modules share: the course pack, a judge for functions of this process, courses, a graded class."""

import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from degrau.base import disk as once
from degrau.base.text import Language
from degrau.course.directory import CONFIG
from degrau.course.grade import grade_course
from degrau.course.grades import GradeSummary
from degrau.course.init import init_course
from degrau.demo.desk import Sample
from degrau.demo.run import make_demo
from degrau.judging.judge import judge
from degrau.judging.kernel import Here
from degrau.judging.registry import assignments
from degrau.pack.pack import Pack
from degrau.pack.prepare import prepare
from degrau.report.types import ExerciseReport

from .classroom.books import Scores
from .classroom.books import scores as read_scores

JudgeFunction = Callable[..., ExerciseReport]


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What is worked out once on a machine: of these tests alone."""
    folder = tmp_path_factory.mktemp("cache")
    once.cache_folder = lambda: folder
    return folder


@pytest.fixture(scope="session")
def pack() -> Pack:
    return Pack.find()


@pytest.fixture(scope="session")
def judge_function(pack: Pack) -> JudgeFunction:
    """Judges a function as the exercise of that name."""

    def judged(name: str, function: Callable[..., Any], language: Language = "en", seed: int = 0) -> ExerciseReport:
        assignment = next(a.name for a in assignments().values() if name in a.points)
        return judge(prepare(pack, assignment, name, seed), Here(function), language)

    return judged


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
