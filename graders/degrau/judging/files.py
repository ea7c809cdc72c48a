"""Judges notebook files, side by side where there are several."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..authoring.pack import Pack
from ..report import Report
from ..sandbox.pool import Pool
from ..stages import watched
from .forks import can_fork, forks
from .notebook import judge_file


@dataclass(frozen=True)
class Judged:
    """The report on a file, and the seconds that each stage took."""

    report: Report
    seconds: dict[str, float]


_pool: Pool
_pack: Pack


def judge_files(paths: Sequence[Path], pack: Pack, seed: int, jobs: int) -> Iterator[Judged]:
    """The reports on these files, in their order, whoever makes them: so many processes, or this one alone."""
    if jobs > 1 and len(paths) > 1 and can_fork():
        with forks(min(jobs, len(paths)), _begin, pack) as executor:
            yield from executor.map(_judge, paths, [seed] * len(paths))
        return
    with Pool() as pool:
        for path in paths:
            yield _judged(path, pack, pool, seed)


def _begin(pack: Pack) -> None:
    global _pool, _pack
    _pool, _pack = Pool().__enter__(), pack


def _judge(path: Path, seed: int) -> Judged:
    return _judged(path, _pack, _pool, seed)


def _judged(path: Path, pack: Pack, pool: Pool, seed: int) -> Judged:
    with watched() as watch:
        return Judged(judge_file(path, pack, pool, seed), watch.seconds)
