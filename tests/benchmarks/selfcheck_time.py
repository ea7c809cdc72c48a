"""How long a student waits: importing degrau, a check that passes, a check that fails with its picture.

Run it with: uv run python tests/benchmarks/selfcheck_time.py

Every figure is a median: imports over several fresh interpreters, less the start of the interpreter itself; checks over
all functions of the course, with their probes read anew as at the first time in a kernel. The ratios are to one
`import numpy` in the same run. Passing: the references. Failing: every wrong variant of the banks.
"""

import contextlib
import io
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any

from rich.console import Console
from rich.progress import track
from rich.table import Table

from degrau import check
from degrau.judging.registry import assignments
from degrau.pack.pack import Pack
from degrau.selfcheck.check import load

ROUNDS = 9
ENOUGH = {"import degrau": 0.3, "a check that passes": 0.25, "a check that fails": 1.5}


def interpreter(statement: str) -> float:
    """Median seconds of a fresh interpreter that runs this statement."""
    return statistics.median(seconds(lambda: subprocess.run([sys.executable, "-c", statement])) for _ in range(ROUNDS))


def checked(function: Callable[..., Any]) -> float:
    """Seconds of the first check of this function in a kernel; what it shows goes nowhere."""
    load.cache_clear()
    with contextlib.redirect_stdout(io.StringIO()):
        return seconds(lambda: check(function))


def seconds(job: Callable[[], object]) -> float:
    began = time.perf_counter()
    job()
    return time.perf_counter() - began


def main() -> None:
    pack = Pack.find()
    bare = interpreter("pass")
    numpy = interpreter("import numpy") - bare
    found = {"import numpy": [numpy], "import degrau": [interpreter("import degrau") - bare]}
    slowest: dict[str, tuple[float, str]] = {}
    for assignment in track(assignments().values(), console=Console(stderr=True)):
        right = [("a check that passes", name, f) for name, f in pack.reference(assignment.name).items()]
        wrong = [("a check that fails", v.exercise, v.function) for v in pack.bank(assignment.name) if not v.right]
        for kind, name, function in (*right, *wrong):
            found.setdefault(kind, []).append(checked(function))
            slowest[kind] = max(slowest.get(kind, (0.0, "")), (found[kind][-1], name))
    table = Table("", "median s", "of import numpy", "asked", "slowest s", box=None)
    for kind, times in found.items():
        median = statistics.median(times)
        worst = "{:.3f} {}".format(*slowest[kind]) if kind in slowest else ""
        limit = f"{ENOUGH[kind]:g}" if kind in ENOUGH else ""
        table.add_row(kind, f"{median:.3f}", f"{median / numpy:.2f}", limit, worst)
    Console().print(table)
    print(f"{len(found['a check that passes'])} functions, {len(found['a check that fails'])} wrong variants of them")


if __name__ == "__main__":
    main()
