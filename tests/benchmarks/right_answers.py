"""The references and all right variants of the banks get full points whatever the seed, and on the public checks.

Run it with: uv run python -m tests.benchmarks.right_answers [--seeds N] [ASSIGNMENT or FUNCTION…]

The calls that try a domain are as hard on honest arithmetic as anything that is legal; the tests use one seed.
"""

import argparse
from collections.abc import Callable, Iterator
from typing import Any

from degrau.authoring.release import PUBLIC, PUBLIC_SEED
from degrau.judging.judge import judge
from degrau.judging.kernel import Here
from degrau.judging.registry import assignments
from degrau.pack.pack import Pack
from degrau.pack.prepare import GRADED, prepare


def right_answers(pack: Pack, assignment: str, name: str) -> Iterator[tuple[str, Callable[..., Any]]]:
    """Everything that is right, by a name; made new each time."""
    yield "reference", pack.reference(assignment)[name]
    yield from ((v.id, v.function) for v in pack.bank(assignment) if v.exercise == name and v.right)


def refused(pack: Pack, assignment: str, name: str, seeds: range) -> Iterator[str]:
    """What is said of a right answer that loses points, a line each."""
    for seed, choosing in (*((seed, GRADED) for seed in seeds), (PUBLIC_SEED, PUBLIC)):
        probes = prepare(pack, assignment, name, seed, choosing)
        for answer, function in right_answers(pack, assignment, name):
            report = judge(probes, Here(function), "en")
            lost = next((p.message for p in report.properties if not p.passed), "")
            if not report.full:
                yield f"{name}, seed {seed}, {answer}: {lost}"


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--seeds", type=int, default=10)
    parser.add_argument("names", nargs="*")
    chosen = parser.parse_args()
    pack, failed = Pack.find(), 0
    for assignment in assignments().values():
        for name in assignment.points:
            if chosen.names and not {assignment.name, name} & set(chosen.names):
                continue
            lines = list(refused(pack, assignment.name, name, range(chosen.seeds)))
            failed += len(lines)
            print(f"{assignment.name} {name}: {len(lines)} refused", *lines, sep="\n  ", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
