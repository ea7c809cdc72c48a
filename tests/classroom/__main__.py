"""A hostile and careless classroom, in every sandbox tier of this machine: what each notebook got, and what it left.

Run it with: uv run python -m tests.classroom [--help]

Each notebook is judged between two honest students, whose scores are in the table; memory is that of the judge's side,
without the boxes. It takes about half an hour on two cores, most of it waiting for what never ends. The exit code is 1
if a notebook got points that are not its own, lost points that are, left anything behind, or cost an honest student
some; if a damaged notebook was no report; or if a killed grading came to another gradebook.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from rich.console import Console
from rich.progress import track
from rich.table import Table

from degrau.course.setup.init import init_course
from degrau.demo.desk import Desk
from degrau.pack.pack import Pack
from degrau.sandbox import machine

from . import visits
from .careless import FULL, cases
from .documenting import write_pages
from .fuzzing import Tally, frames
from .hostile import ASSIGNMENT, attacks
from .killing import hand_in, killed
from .visits import Seens

WORKERS = 2
WIDTH = 180
STUDENTS = 30
Row = tuple[str, float, str]


def main() -> int:
    """Prints the tables; gives 1 if anything in them is not as it should be."""
    parser = argparse.ArgumentParser(prog="python -m tests.classroom", description=__doc__.split("\n")[0])
    parser.add_argument("--cases", type=int, default=10_000, help="damaged notebooks, and ten times as many frames")
    parser.add_argument("--kills", type=int, default=20, help="gradings that are killed")
    parser.add_argument("--heavy", type=int, default=500, help="megabytes of the heaviest outputs")
    parser.add_argument("--only", default="", help="only the notebooks with this in their name")
    parser.add_argument("--pages", action="store_true", help="write the pages in docs/ on careless notebooks, and stop")
    chosen = parser.parse_args()
    if chosen.pages:
        write_pages(Pack.find())
        return 0
    console = Console(width=WIDTH)
    good = [
        _classroom(console, chosen.heavy, chosen.only),
        chosen.cases == 0 or _fuzzers(console, chosen.cases),
        chosen.kills == 0 or _kills(console, chosen.kills),
    ]
    return 0 if all(good) else 1


def _classroom(console: Console, heavy: int, only: str) -> bool:
    working = [status.tier.name for status in machine.available() if status.works]
    desk = Desk(Pack.find(), ASSIGNMENT, "pt")
    hostile = [(attack.name, attack.honest, attack.about) for attack in attacks()]
    careless = [(case.name, case.honest, case.about.to("en")) for case in cases(desk)]
    good = []
    for title, rows, visit in (
        ("Hostile notebooks", hostile, visits.hostile),
        ("Careless notebooks", careless, visits.careless),
    ):
        with ProcessPoolExecutor(WORKERS, mp_context=get_context("spawn")) as workers:
            found = workers.map(visit, working, [heavy] * len(working), [only] * len(working))
            seens = dict(zip(working, found, strict=True))
        good.append(_table(console, title, [row for row in rows if only in row[0]], seens))
    return all(good)


def _table(console: Console, title: str, rows: Iterable[Row], seens: dict[str, Seens]) -> bool:
    """One line a notebook; scores other than the honest one are marked, those of its honest neighbours named."""
    table = Table(
        "notebook",
        "honest",
        *seens,
        "neighbours",
        "slowest s",
        "peak MB",
        "left behind",
        "what it does",
        title=title,
        box=None,
    )
    wrong = 0
    for name, honest, about in rows:
        found = [seen[name] for seen in seens.values()]
        left = sorted({thing for seen in found for thing in seen.left})
        neighbours = sorted({score for seen in found for score in seen.neighbours})
        wrong += any(seen.points != honest or seen.left for seen in found) or neighbours != [FULL]
        points = [f"{seen.points:g}{'' if seen.points == honest else ' (!)'}" for seen in found]
        worst = f"{max(s.seconds for s in found):.1f}", f"{max(s.memory for s in found) / 1e6:.0f}"
        scores = ", ".join(f"{score:g}" for score in neighbours)
        table.add_row(name, f"{honest:g}", *points, scores, *worst, ", ".join(left) or "—", about)
    console.print(table)
    console.print(
        f"{title}: {table.row_count}, in {len(seens)} tiers; with unearned or lost points or traces: {wrong}\n"
    )
    return wrong == 0


def _fuzzers(console: Console, count: int) -> bool:
    with ProcessPoolExecutor(WORKERS, mp_context=get_context("spawn")) as workers:
        shares = [count // WORKERS + (number < count % WORKERS) for number in range(WORKERS)]
        judged = sum(workers.map(visits.damaged, shares, range(WORKERS)), Tally())
    decoded = frames(10 * count, seed=0)
    for what, tally in (("damaged notebooks", judged), ("damaged frames", decoded)):
        console.print(f"{what}: {tally.cases} cases, {len(tally.crashes)} crashes, slowest {tally.slowest:.3f} s")
        for crash in tally.crashes:
            console.print(f"  {crash}", markup=False)
    return not judged.crashes and not decoded.crashes


def _kills(console: Console, moments: int) -> bool:
    pack = Pack.find()
    with tempfile.TemporaryDirectory() as folder:
        course = init_course(Path(folder, "course"), "pt", pack)
        hand_in(course, pack, STUDENTS)
        began = time.monotonic()
        killing = killed(course, Path(folder), moments, seed=1)
        ended = list(track(killing, "killing", moments, console=Console(stderr=True), transient=True))
    same = sum(not differing for _, differing in ended)
    times = ", ".join(f"{moment:.1f}" for moment, _ in ended)
    console.print(f"gradings of {STUDENTS} submissions killed after {times} s and started again:")
    console.print(
        f"  {same} of {len(ended)} gradebooks identical to the undisturbed one, in {time.monotonic() - began:.0f} s"
    )
    for moment, differing in ended:
        console.print("".join(f"  killed after {moment:.1f} s: {what}\n" for what in differing), end="", markup=False)
    return same == len(ended)


if __name__ == "__main__":
    sys.exit(main())
