"""Measures the graders of whole assignments, on all cores."""

from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from ..authoring.pack import Pack
from ..exercises import ASSIGNMENTS
from .measure import Quality, measure


def functions(assignments: Iterable[str]) -> list[tuple[str, str]]:
    """The functions of these assignments, as (assignment, function), in order."""
    return [(name, exercise.name) for name in assignments for exercise in ASSIGNMENTS[name].exercises]


def survey(pack: Pack, assignments: Iterable[str], seed: int) -> Iterator[tuple[str, Quality]]:
    """The quality of every grader of these assignments, in order, each with its assignment."""
    chosen = functions(assignments)
    # Not a fork: this process may have threads, such as those of a progress bar.
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        jobs = [pool.submit(_measure, pack.root, assignment, name, seed) for assignment, name in chosen]
        for (assignment, _), job in zip(chosen, jobs, strict=True):
            yield assignment, job.result()


def _measure(root: Path, assignment: str, name: str, seed: int) -> Quality:
    return measure(_pack(root), assignment, name, seed)


def _pack(root: Path) -> Pack:
    """The pack of this root, the same object every time in a process, so that nothing is prepared twice."""
    return _packs.setdefault(root, Pack(root))


_packs: dict[Path, Pack] = {}
