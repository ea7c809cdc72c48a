"""The references get full points whatever the seed: every notebook, filled with them, in both languages, with 20 seeds.

Run it with: uv run python tests/benchmarks/reference_seeds.py [ASSIGNMENT…]

The tests do the same with fewer seeds.
"""

import sys
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from tests.judged import judged as judge
from tests.languages import LANGUAGES

from degrau.authoring.release import fill
from degrau.notebooks.canonical import canonicalise
from degrau.pack.pack import Pack
from degrau.report.card import first_failed
from degrau.sandbox.machine import Pool

SEEDS = range(20)


def judged(assignment: str, seed: int) -> list[str]:
    """What is wrong with the reports on the reference and on the blank notebook; nothing if all is well."""
    pack, problems = Pack.find(), []
    source = pack.source(assignment)
    answers = {cell.name: cell.source for cell in source.cells if cell.role == "exercise"}
    with Pool() as pool:
        for language in LANGUAGES:
            released = pack.release(assignment, language)
            report = judge(canonicalise(fill(released, answers), pack), pack, pool, seed, "reference")
            problems += [f"{e.name}: {first_failed(e)}" for e in report.exercises if not e.full]
            blank = judge(canonicalise(fill(released, {}), pack), pack, pool, seed, "blank")
            problems += [f"{e.name}: {e.status}, not blank" for e in blank.exercises if e.status != "blank"]
    return problems


def main(names: list[str]) -> int:
    failed = 0
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as workers:
        for assignment in Pack.find().choose(names):
            began = time.perf_counter()
            found = list(workers.map(judged, [assignment] * len(SEEDS), SEEDS))
            bad = [problem for problems in found for problem in problems]
            failed += len(bad)
            notebooks = 2 * len(SEEDS) * len(LANGUAGES)
            seconds = time.perf_counter() - began
            print(f"{assignment}: {notebooks} notebooks, {len(bad)} problems, {seconds:.0f} s", flush=True)
            for problem in bad:
                print(f"  {problem}", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
