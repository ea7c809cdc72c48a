"""Whatever plain or forged data a function answers with, there is a report within bounds on time and memory.

Run it with: uv run python -m tests.benchmarks.any_answer [--answers 10000] [--seed 0] [ASSIGNMENT or FUNCTION…]

So many random answers, spread over all functions, are judged with the public probes, each in a child process that has
20 s and 512 MB. The exit code is 1 if there was no report, or one with points that there are not to be had.
"""

import argparse
import random
import time
from itertools import islice
from typing import Any

from degrau.grading.child import Ended, Lasting
from degrau.judging.judge import judge
from degrau.judging.types import Told
from degrau.selfcheck.check import load

from ..judging.test_any_answer import FUNCTIONS, answering

MOST_SECONDS, MOST_BYTES = 20, 2**29


def report(assignment: str, name: str, number: int) -> tuple[float, str]:
    """The seconds that judging one random answer took, and what was wrong."""
    probes = load(assignment, name)

    def job() -> Any:
        found = judge(probes, Told(answering(random.Random(f"{name} {number}"))), "en")
        return found.points, found.max_points

    began, judging = time.perf_counter(), Lasting(job, MOST_BYTES)
    try:
        points, most = judging(MOST_SECONDS)
        wrong = "" if 0 <= points <= most else f"{points} points of {most}"
    except Ended as ended:
        wrong = ended.reason.to("en")
    except Exception as error:
        wrong = repr(error)
    finally:
        judging.close()
    return time.perf_counter() - began, wrong


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--answers", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("names", nargs="*")
    chosen = parser.parse_args()
    functions = [f for f in FUNCTIONS if not chosen.names or set(f) & set(chosen.names)]
    failed, done, slowest = 0, 0, (0.0, "")
    each = -(-chosen.answers // len(functions))
    tries = ((*function, chosen.seed + number) for function in functions for number in range(each))
    for assignment, name, number in islice(tries, chosen.answers):
        seconds, wrong = report(assignment, name, number)
        done += 1
        slowest = max(slowest, (seconds, f"{name} {number}"))
        if wrong:
            failed += 1
            print(f"{assignment} {name}, answer {number}: {wrong}", flush=True)
    print(f"{done} answers to {len(functions)} functions: {failed} without a report; slowest {slowest[0]:.2f} s")
    print(f"slowest: {slowest[1]}")
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
