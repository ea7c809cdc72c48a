"""What several test modules share: the course pack, a judge for functions of this process, courses."""

import fcntl
import os
import re
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from degrau.base import disk as once
from degrau.base.installed import leave_out_unused
from degrau.base.text import Language
from degrau.course.choices import FILE as CHOICES
from degrau.course.setup.init import init_course
from degrau.judging.causes import case
from degrau.judging.judge import judge
from degrau.judging.kernel import Here
from degrau.judging.registry import assignments
from degrau.pack.pack import Pack
from degrau.pack.prepare import prepare
from degrau.report.types import ExerciseReport

from .classroom.books import Scores
from .classroom.books import scores as read_scores
from .groups import Groups, place

JudgeFunction = Callable[..., ExerciseReport]

# Hundreds of processes start here: what they import is compiled once, even where the environment would not keep it.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False
leave_out_unused()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        # Before pytest leaves out what is not asked for: `-m "not slow"` takes the place of `-m "not long"`.
        if item.get_closest_marker("long"):
            item.add_marker("slow")
    items.sort(key=lambda item: place(item.nodeid))


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Groups:
    return Groups(config, log)


@pytest.fixture(scope="session")
def folder_of_all_workers(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder of this run, the same for all its workers."""
    own = tmp_path_factory.getbasetemp()
    folder = (own if worker_id == "master" else own.parent) / "shared"
    folder.mkdir(exist_ok=True)
    return folder


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """While one worker is here, the others wait."""
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@pytest.fixture(scope="session", autouse=True)
def own_cache(folder_of_all_workers: Path) -> Path:
    """What is worked out once on a machine: of these tests alone."""
    folder = folder_of_all_workers / "cache"
    once.cache_folder = lambda: folder
    return folder


@pytest.fixture(scope="session", autouse=True)
def patient_search() -> None:
    """What is said of a wrong answer does not hang on how fast this machine is."""
    case.MOST_SECONDS = 60.0


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
def empty_course(folder_of_all_workers: Path, pack: Pack) -> Path:
    """A course without submissions, made by the first worker that needs one; to be copied."""
    root = folder_of_all_workers / "turma"
    with alone(root):
        if not root.exists():
            made = init_course(folder_of_all_workers / "made" / root.name, pack.languages[0], pack)
            # A course draws its seed at random; tests must come out the same every time.
            choices = re.sub(r"(?m)^seed = .*", "seed = 7", (made / CHOICES).read_text("utf-8"))
            (made / CHOICES).write_text(choices, "utf-8")
            made.rename(root)
    return root


@pytest.fixture
def course(tmp_path: Path, empty_course: Path) -> Path:
    """A course without submissions, for one test to fill."""
    return Path(shutil.copytree(empty_course, tmp_path / "turma"))


@pytest.fixture(scope="session")
def scores() -> Callable[[Path], Scores]:
    return read_scores
