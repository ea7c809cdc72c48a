"""A judge in a process of its own, for a worker of a cluster: cells go in, a line of JSON each, and verdicts come out.

The first line that comes out is the best sandbox tier there.

So a worker's own process, which others look into to see how it is, holds nothing that must be hidden from them, and
outlives what its judges do.
"""

import json
import os
import signal
import sys
from contextlib import ExitStack
from pathlib import Path

from nbformat import NotebookNode

from ..authoring.pack import Pack
from ..judging.forks import GIVES_WAY
from ..judging.notebook import judge_notebook
from ..judging.verdicts import to_text
from ..notebooks.canonical import Canonical
from ..report import ExerciseReport
from ..sandbox.answers import Cell
from ..sandbox.pool import Pool
from ..sandbox.tiers import best, status

IDLE_SECONDS = 600
MOST_SECONDS = 3600


def as_task(canonical: Canonical, tier: str) -> str:
    """What of a submission is judged, and in which tier, on one line."""
    cells = [[cell.id, cell.source] for cell in canonical.cells]
    return json.dumps([tier, canonical.assignment, canonical.language, cells])


def serve(root: Path, seed: int) -> None:
    """Judges with the course pack in this folder; ends with its input, or when it has had none for a long time."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="ascii")
    # Whatever is printed by accident is no answer.
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    # Whoever records may be on the same machine.
    os.nice(GIVES_WAY)
    print(best(), file=answers, flush=True)
    pack, pools = Pack(root), dict[str, Pool]()
    with ExitStack() as until_the_end:
        signal.alarm(IDLE_SECONDS)
        for line in sys.stdin:
            signal.alarm(MOST_SECONDS)
            tier, assignment, language, cells = json.loads(line)
            if reason := _why_not(tier):
                said: dict[str, object] = {"refused": reason}
            else:
                pool = pools.get(tier) or pools.setdefault(tier, until_the_end.enter_context(Pool(tier)))
                canonical = Canonical(assignment, language, NotebookNode(), tuple(Cell(*cell) for cell in cells))
                said = {"verdicts": _verdicts(canonical, pack, pool, seed)}
            print(json.dumps(said), file=answers, flush=True)
            signal.alarm(IDLE_SECONDS)


def _why_not(tier: str) -> str:
    """Why nothing can be judged here; nothing if it can."""
    if tier == "process":
        return "it has no sandbox"
    here = status(tier)
    return "" if here.works else f"the sandbox {tier} does not work there: {here.reason}"


def _verdicts(canonical: Canonical, pack: Pack, pool: Pool, seed: int) -> dict[str, str]:
    found: dict[str, ExerciseReport] = {}
    judge_notebook(canonical, pack, pool, seed, canonical.assignment, found)
    return {key: to_text(report) for key, report in found.items()}
