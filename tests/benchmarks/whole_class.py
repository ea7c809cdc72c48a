"""How long a whole class takes, beside stock nbgrader on the same submissions in the same run.

Run it with: uv run python tests/benchmarks/whole_class.py [--students 50] [--rounds 3] [--growth 50 500]

Half of the class has right answers in several styles, the other half one mistake of the bank each; no two notebooks are
the same. `degrau` grades them with all cores, `one job` with one judge, `again` with nothing changed; `nbgrader` is
autograde and feedback of nbgrader alone, which runs the notebooks with their public checks. Medians of the rounds, each
a command of its own from start to end, taken in turn. Memory is the peak of all processes of a command together.
--growth grades larger classes with degrau alone, to see how time and memory grow.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from degrau.authoring.pack import Pack
from degrau.course.desk import Desk
from degrau.course.directory import CONFIG
from degrau.course.init import init_course
from degrau.text import Text

PLAIN = 'c = get_config()\nc.CourseDirectory.course_id = "class"\nc.ExecutePreprocessor.timeout = 120\n'
PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclass(frozen=True)
class Taken:
    """Seconds of a command, and the most memory that its processes had together, in bytes."""

    seconds: float
    memory: int


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
        desk.sample(f"student-{number:05}", Text("", ""), own).hand_in(root / "submitted")


def run(command: list[str], folder: Path) -> Taken:
    """Runs a command, watching the memory of it and of all that it starts."""
    began = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    peak, over = [0], threading.Event()

    def watch() -> None:
        while not over.wait(0.2):
            peak[0] = max(peak[0], sum(map(resident, below(process.pid))))

    watcher = threading.Thread(target=watch)
    watcher.start()
    process.wait()
    over.set()
    watcher.join()
    return Taken(time.perf_counter() - began, peak[0])


def below(pid: int) -> list[int]:
    """A process and all that descend from it."""
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return []
    return [pid, *(p for child in children for p in below(int(child)))]


def resident(pid: int) -> int:
    """The memory that only this process has, in bytes: what it shares with others is counted once, with its parent."""
    try:
        size, shared = map(int, Path(f"/proc/{pid}/statm").read_text().split()[1:3])
    except (OSError, ValueError):
        return 0
    return (size - shared) * PAGE


def degrau(*options: str) -> list[str]:
    return [sys.executable, "-m", "degrau", "grade", *options]


def compared(root: Path, assignment: str, rounds: int) -> dict[str, list[Taken]]:
    """The ways in turn, so many rounds; stock nbgrader in a copy with a configuration of its own."""
    stock = root.parent / "stock"
    shutil.copytree(root, stock)
    (stock / CONFIG).write_text(PLAIN, "utf-8")
    nbgrader = [sys.executable, "-m", "nbgrader"]
    taken: dict[str, list[Taken]] = {"degrau": [], "one job": [], "again": [], "nbgrader": []}
    for _ in range(rounds):
        taken["degrau"].append(run(degrau("--fresh"), root))
        taken["one job"].append(run(degrau("--fresh", "--jobs", "1"), root))
        taken["again"].append(run(degrau(), root))
        steps = [run([*nbgrader, step, assignment, "--force"], stock) for step in ("autograde", "generate_feedback")]
        taken["nbgrader"].append(Taken(sum(t.seconds for t in steps), max(t.memory for t in steps)))
    return taken


def show(console: Console, title: str, taken: dict[str, list[Taken]], students: int) -> None:
    table = Table(title, "median s", "s a submission", "of nbgrader", "peak MB", box=None)
    medians = {way: statistics.median(t.seconds for t in times) for way, times in taken.items()}
    for way, times in taken.items():
        ratio = f"{medians['nbgrader'] / medians[way]:.1f} ×" if "nbgrader" in medians else ""
        peak = max(t.memory for t in times) / 1e6
        table.add_row(way, f"{medians[way]:.1f}", f"{medians[way] / students:.3f}", ratio, f"{peak:.0f}")
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
        root = Path(folder) / "class"
        make_class(root, pack, chosen.assignment, chosen.students)
        taken = compared(root, chosen.assignment, chosen.rounds)
        show(console, f"{chosen.students} × {chosen.assignment}", taken, chosen.students)
        for students in chosen.growth:
            larger = Path(folder) / f"class-{students}"
            make_class(larger, pack, chosen.assignment, students)
            show(console, f"{students} × {chosen.assignment}", {"degrau": [run(degrau("--fresh"), larger)]}, students)


if __name__ == "__main__":
    main()
