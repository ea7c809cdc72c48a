"""A judge in a process of its own, for a worker of a cluster: tasks go in, a line each, and answers come out.

Started with: python -m degrau.course.remote PACK SEED

The first line that comes out is the best sandbox tier there.

So a worker's own process, which others look into to see how it is, holds nothing that must be hidden from them, and
outlives what its judges do.
"""

import os
import signal
import sys
from contextlib import ExitStack
from functools import cache
from pathlib import Path

from ..judging.priority import give_way
from ..sandbox.pool import Pool
from ..sandbox.tiers import best
from ..unused import leave_out_unused

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
    # Slow to import: whoever waits for the tier goes on meanwhile.
    leave_out_unused()
    from .tasks import answer

    with ExitStack() as until_the_end:
        pool = cache(lambda tier: until_the_end.enter_context(Pool(tier)))
        signal.alarm(IDLE_SECONDS)
        for task in sys.stdin:
            signal.alarm(MOST_SECONDS)
            print(answer(task, root, seed, pool), file=answers, flush=True)
            signal.alarm(IDLE_SECONDS)


if __name__ == "__main__":
    serve(Path(sys.argv[1]), int(sys.argv[2]))
