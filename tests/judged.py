"""The report on a notebook that is already rebuilt, as every way to a report makes it."""

from degrau.grading.judgement import Bench, Run, judge_work
from degrau.notebooks.canonical import Canonical
from degrau.pack.pack import Pack
from degrau.report.types import Report
from degrau.sandbox.machine import Pool


def judged(canonical: Canonical, pack: Pack, pool: Pool, seed: int, name: str = "notebook") -> Report:
    """All its functions judged in boxes of this pool."""
    with Bench(Run(pack, seed, pool.tier, pool.limits), pool) as bench:
        return judge_work(canonical.work, bench, {}).of(canonical, name)
