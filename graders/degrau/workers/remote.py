"""A judge in a process of its own, for a worker of a cluster: tasks go in, a line of JSON each, and answers come out.

Started with: python -m degrau.workers.remote PACK SEED

The first line that comes out is the name of the best sandbox tier there.

So a worker's own process, which others look into to see how it is, holds nothing that must be hidden from them, and
outlives what its judges do.
"""

import json
import os
import signal
import sys
from collections.abc import Callable
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..base.installed import leave_out_unused
from ..sandbox.limits import Limits
from ..sandbox.machine import best, named, status
from .local import give_way

if TYPE_CHECKING:
    from ..grading.judgement import Bench

IDLE_SECONDS = 600
MOST_SECONDS = 3600


def serve(root: Path, seed: int) -> None:
    """Judges with the course pack in this folder; ends with its input, or when it has had none for a long time."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="ascii")
    # Whatever is printed by accident is no answer.
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    # Whoever records may be on the same machine.
    give_way()
    print(best(), file=answers, flush=True)
    leave_out_unused()
    with ExitStack() as until_the_end:
        bench = cache(lambda *judged: until_the_end.enter_context(_bench(root, seed, *judged)))
        signal.alarm(IDLE_SECONDS)
        for task in sys.stdin:
            signal.alarm(MOST_SECONDS)
            print(answer(task, bench), file=answers, flush=True)
            signal.alarm(IDLE_SECONDS)


def answer(task: str, bench: Callable[..., "Bench"]) -> str:
    """The verdicts on a submission, or why there are none."""
    tier, limits, follow_through, assignment, language, cells, checks = json.loads(task)
    if reason := _why_not(tier):
        return json.dumps({"refused": reason})
    # Slow to import: whoever waits for the tier goes on meanwhile.
    from ..grading.judgement import judge_work
    from ..notebooks.canonical import Work
    from ..plain.cell import Cell
    from .verdicts import as_plain

    work = Work(assignment, language, tuple(Cell(*cell) for cell in cells), tuple(map(tuple, checks)))
    return json.dumps(as_plain(judge_work(work, bench(tier, follow_through, *limits), {}).learnt))


def _bench(root: Path, seed: int, tier: str, follow_through: bool, *limits: Any) -> "Bench":
    """Where submissions are judged with the course pack in this folder, in this tier and within these limits."""
    from ..grading.judgement import Bench, Run
    from ..pack.pack import Pack

    return Bench(Run(Pack.at(str(root)), seed, named(tier), Limits(*limits), follow_through))


def _why_not(tier: str) -> str:
    """Why nothing can be judged here; nothing if it can."""
    if not named(tier).confined:
        return "it has no sandbox"
    here = status(named(tier))
    return "" if here.works else f"the sandbox {tier} does not work there: {here.reason}"


if __name__ == "__main__":
    serve(Path(sys.argv[1]), int(sys.argv[2]))
