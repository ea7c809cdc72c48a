"""How long judging one submission takes, per assignment, beside nbgrader's own execution of the same notebook.

Run it with: uv run python -m tests.benchmarks.judging_time [ASSIGNMENT…]

Each submission has the reference's answer to every function. `judging` runs its cells and all checks in the sandbox;
`autograde` is nbgrader's whole step with degrau as its executor; `stock` the same step of nbgrader alone, with the
public checks. `prepare` is what a class costs once. Medians of several rounds, taken in turn.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from rich.console import Console
from rich.table import Table
from tests.judged import judged

from degrau.base.text import Text
from degrau.course.directory import opened
from degrau.course.setup.init import init_course
from degrau.demo.desk import Desk
from degrau.notebooks.canonical import canonicalise
from degrau.pack.pack import Pack
from degrau.pack.prepare import prepare_all
from degrau.sandbox.machine import Pool

ROUNDS = 3
STUDENT = "ana"


def seconds(job: Callable[[], object]) -> float:
    began = time.perf_counter()
    job()
    return time.perf_counter() - began


def stock_api(root: Path) -> object:
    """nbgrader's API on the course, without the course's own settings."""
    from nbgrader.apps.api import NbGraderAPI
    from nbgrader.coursedir import CourseDirectory
    from traitlets.config import Config

    config = Config()
    config.CourseDirectory.root = str(root)
    return NbGraderAPI(CourseDirectory(config=config), config=config)


def measure(pack: Pack, root: Path, assignment: str) -> dict[str, float]:
    """Median seconds of each way."""
    desk = Desk(pack, assignment, "pt")
    answers = {cell.name: cell.source for cell in pack.source(assignment).cells if cell.role == "exercise"}
    desk.sample(STUDENT, Text(pt="certa", en="right"), answers).hand_in(root / "submitted")
    once = seconds(lambda: prepare_all(pack, assignment, 0))
    rounds: dict[str, list[float]] = {"judging": [], "autograde": [], "stock": []}
    with Pool() as pool, opened(root) as course:
        stock = stock_api(root)

        def judge() -> None:
            report = judged(canonicalise(desk.notebook(answers), pack), pack, pool, 0, STUDENT)
            assert report.points == report.max_points, assignment

        def alone() -> None:
            result = stock.autograde(assignment, STUDENT, force=True)
            assert result["success"], result["error"]

        ways = {
            "judging": judge,
            "autograde": lambda: course.run("autograde", assignment, STUDENT, True),
            "stock": alone,
        }
        course.run("autograde", assignment, STUDENT, True)
        for _ in range(ROUNDS):
            for name, job in ways.items():
                rounds[name].append(seconds(job))
    return {"prepare": once} | {name: statistics.median(found) for name, found in rounds.items()}


def main(names: list[str]) -> None:
    pack = Pack.find()
    columns = ("functions", "prepare", "judging", "autograde", "stock", "stock / judging", "stock / autograde")
    table = Table("seconds a submission", *columns, box=None, pad_edge=False)
    with tempfile.TemporaryDirectory() as folder:
        root = init_course(Path(folder) / "course", "pt", pack)
        for assignment in pack.choose(names):
            found = measure(pack, root, assignment)
            cells = [f"{found[way]:.2f}" for way in ("prepare", "judging", "autograde", "stock")]
            ratios = [f"{found['stock'] / found[way]:.1f}" for way in ("judging", "autograde")]
            table.add_row(assignment, str(len(Desk(pack, assignment, "pt").functions)), *cells, *ratios)
    Console(width=120).print(table)


if __name__ == "__main__":
    main(sys.argv[1:])
