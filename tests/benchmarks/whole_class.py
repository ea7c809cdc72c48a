"""How long a whole class takes, beside stock nbgrader, and otter-grader if it is installed, in the same run.

Run it with: uv run python tests/benchmarks/whole_class.py [--students 50] [--rounds 3] [--growth 50 500 5000]

Half of the class has right answers in several styles, the other half one mistake of the bank each; no two notebooks are
the same. The ways take turns, each a command of its own from start to end, and the table has the medians of the rounds,
of which the first also makes the course's probes, once for all:

- degrau: `degrau grade --fresh`, judged on all cores, and recorded in gradebook, autograded notebooks and feedback;
- one job: the same with one judge; dask: the same with two workers of a Dask cluster on loopback;
- again: `degrau grade` with nothing changed;
- judge: `degrau judge`, which gives the verdicts and keeps no books, on all cores, with one job (whose judge and box
  work at the same time, so that it keeps more than one core busy), and with one job on one core;
- nbgrader: `nbgrader autograde` and `nbgrader generate_feedback` with nbgrader's own settings, which run the notebooks
  with their public checks;
- otter: `otter run`, once for each of the first notebooks, with the public checks as its tests.

Memory is the peak of all processes of a command together, what they share divided among them (PSS); of a cluster, the
command that grades alone. --growth grades
larger classes with degrau alone, to see how time and memory grow; with --rounds 0, nothing else.
With otter-grader: uv pip install otter-grader; uv run --no-sync python tests/benchmarks/whole_class.py
"""

import argparse
import importlib.util
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from degrau.base.text import Text
from degrau.course.directory import CONFIG
from degrau.course.setup.init import init_course
from degrau.demo.desk import Desk
from degrau.judging.registry import assignments
from degrau.pack.pack import Pack

PLAIN = 'c = get_config()\nc.CourseDirectory.course_id = "class"\nc.ExecutePreprocessor.timeout = 120\n'
OTTERS = 5
SAMPLED_EVERY = 0.3
OTTER_TEST = """\
OK_FORMAT = True
case = {{"code": {code!r}, "hidden": False, "locked": False}}
suite = {{"type": "doctest", "scored": True, "setup": "", "teardown": "", "cases": [case]}}
test = {{"name": "{name}", "points": {points}, "suites": [suite]}}
"""
OTTER_CODE = """\
>>> import contextlib, io
>>> with contextlib.redirect_stdout(io.StringIO()):
...     points = check({name})
>>> bool(points > 0)
True"""


@dataclass(frozen=True)
class Taken:
    """Seconds of a command, and the most memory that its processes had together, in bytes; for so many submissions."""

    seconds: float
    memory: int
    submissions: int

    def __add__(self, other: "Taken") -> "Taken":
        """One command after the other, on the same submissions."""
        return Taken(self.seconds + other.seconds, max(self.memory, other.memory), self.submissions)


def make_class(root: Path, pack: Pack, assignment: str, students: int) -> None:
    """A course with so many submissions."""
    init_course(root, "pt", pack)
    desk = Desk(pack, assignment, "pt")
    wrong = [v for v in pack.bank(assignment) if not v.right]
    for number in range(students):
        answers = desk.right(number % 3)
        if number % 2:
            mistake = wrong[number % len(wrong)]
            answers = {**answers, mistake.exercise: mistake.source}
        own = {name: f"{source}\n# {number}" for name, source in answers.items()}
        desk.sample(f"student-{number:05}", Text(pt="", en=""), own).hand_in(root / "submitted")


def run(command: list[str], folder: Path, submissions: int, cores: set[int] | None = None) -> Taken:
    """Runs a command, on these cores or on all, watching the memory of it and of all that it starts.

    Its exit code may be 1, as a grader's is.
    """
    began = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    if cores:
        os.sched_setaffinity(process.pid, cores)
    peak, over = [0], threading.Event()

    def watch() -> None:
        while not over.wait(SAMPLED_EVERY):
            peak[0] = max(peak[0], sum(map(memory, below(process.pid))))

    watcher = threading.Thread(target=watch)
    watcher.start()
    code = process.wait()
    seconds = time.perf_counter() - began
    over.set()
    watcher.join()
    if code not in (0, 1):
        raise SystemExit(f"{' '.join(command)}: exit code {code}")
    return Taken(seconds, peak[0], submissions)


def below(pid: int) -> list[int]:
    """A process and all that descend from it."""
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return []
    return [pid, *(p for child in children for p in below(int(child)))]


def memory(pid: int) -> int:
    """The memory of a process in bytes, of what it shares with others its share."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except (OSError, ValueError):
        return 0
    return next((1024 * int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def degrau(*options: str) -> list[str]:
    return [sys.executable, "-m", "degrau", *options]


def compared(root: Path, assignment: str, rounds: int, students: int) -> dict[str, list[Taken]]:
    """The ways in turn, so many rounds; stock nbgrader in a copy with a configuration of its own."""
    stock = root.parent / "stock"
    shutil.copytree(root, stock)
    (stock / CONFIG).write_text(PLAIN, "utf-8")
    nbgrader = [sys.executable, "-m", "nbgrader"]
    files = [str(path) for path in sorted(root.glob(f"submitted/*/{assignment}/*.ipynb"))]
    taken: dict[str, list[Taken]] = {}

    def note(way: str, *commands: list[str], folder: Path = root) -> None:
        first, *rest = (run(command, folder, students) for command in commands)
        taken.setdefault(way, []).append(sum(rest, first))

    for _ in range(rounds):
        note("degrau", degrau("grade", "--fresh"))
        note("one job", degrau("grade", "--fresh", "--jobs", "1"))
        with loopback_cluster() as address:
            note("dask", degrau("grade", "--fresh", "--dask", address))
        note("again", degrau("grade"))
        note("judge", degrau("judge", "--json", *files))
        note("judge, one job", alone := degrau("judge", "--json", "--jobs", "1", *files))
        first_core = {min(os.sched_getaffinity(0))}
        taken.setdefault("judge, one core", []).append(run(alone, root, students, first_core))
        steps = [[*nbgrader, step, assignment, "--force"] for step in ("autograde", "generate_feedback")]
        note("nbgrader", *steps, folder=stock)
        if importlib.util.find_spec("otter"):
            taken.setdefault("otter", []).append(otter(root.parent / "otter", files[:OTTERS], assignment))
    return taken


@contextmanager
def loopback_cluster() -> Iterator[str]:
    """The address of a Dask scheduler with two workers, a process and a thread each."""
    from distributed import LocalCluster

    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address="127.0.0.1:0") as cluster:
        yield cluster.scheduler_address


def otter(folder: Path, files: list[str], assignment: str) -> Taken:
    """otter-grader on these notebooks, one after the other, with the public checks as tests."""
    command = [sys.executable, "-m", "otter"]
    if not folder.exists():
        (folder / "tests").mkdir(parents=True)
        for name, points in assignments()[assignment].points.items():
            text = OTTER_TEST.format(name=name, points=points, code=OTTER_CODE.format(name=name))
            (folder / "tests" / f"{name}.py").write_text(text)
        run([*command, "generate", "-t", "tests", "-o", "autograder.zip", "--no-environment"], folder, 0)
    taken = [run([*command, "run", "-a", "autograder.zip", file], folder, 1) for file in files]
    return Taken(sum(t.seconds for t in taken), max(t.memory for t in taken), len(files))


def show(console: Console, title: str, taken: dict[str, list[Taken]]) -> None:
    table = Table(title, "median s", "submissions", "s a submission", "nbgrader takes", "peak MB", box=None)
    each = {way: statistics.median(t.seconds / t.submissions for t in times) for way, times in taken.items()}
    for way, times in taken.items():
        ratio = f"{each['nbgrader'] / each[way]:.1f} ×" if "nbgrader" in each else ""
        seconds = statistics.median(t.seconds for t in times)
        peak = max(t.memory for t in times) / 1e6
        table.add_row(way, f"{seconds:.1f}", str(times[0].submissions), f"{each[way]:.3f}", ratio, f"{peak:.0f}")
    console.print(table)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--students", type=int, default=50)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--assignment", default="01_adaline")
    parser.add_argument("--growth", type=int, nargs="*", default=[])
    chosen = parser.parse_args()
    pack, console = Pack.find(), Console()
    with tempfile.TemporaryDirectory(prefix="degrau-class-") as folder:
        if chosen.rounds:
            root = Path(folder) / "class"
            make_class(root, pack, chosen.assignment, chosen.students)
            show(console, chosen.assignment, compared(root, chosen.assignment, chosen.rounds, chosen.students))
        for students in chosen.growth:
            larger = Path(folder) / f"class-{students}"
            make_class(larger, pack, chosen.assignment, students)
            show(console, chosen.assignment, {"degrau": [run(degrau("grade", "--fresh"), larger, students)]})
            shutil.rmtree(larger)


if __name__ == "__main__":
    main()
