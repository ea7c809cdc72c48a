"""What Gradescope runs: one submission judged in its container, told in results.json.

`python -m degrau.workers.autograder ROOT` is run for each submission, with `prepare` after it when the container is
built. ROOT is laid out as /autograder is.
"""

import json
import shutil
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from ..base.disk import write_whole
from ..base.mendable import Mendable
from ..grading.forbidden import Forbidden
from ..grading.judgement import Bench, Run, judge_work
from ..judging.judge import unjudged_report
from ..judging.registry import assignments
from ..notebooks.messages import Unreadable
from ..pack.pack import Pack
from ..report.results import for_gradescope
from ..report.types import Report
from ..sandbox.limits import Limits
from ..sandbox.machine import best, to_do_better
from ..sandbox.tiers import Tier

PLAN = "source/degrau.json"
SUBMISSION, RESULTS = "submission", "results/results.json"
PREPARE = "prepare"


@dataclass(frozen=True)
class Plan:
    """How a course has this assignment judged: what its settings say, and what its functions are worth."""

    assignment: str
    language: str
    """Of what is said where nothing handed in says its own."""
    seed: int
    limits: Limits
    follow_through: bool
    forbidden: Forbidden
    accepted: tuple[str, ...]
    """The tiers by name that are taken though they confine nothing."""
    points: Mapping[str, float]
    show_counterexamples: bool

    @classmethod
    def read(cls, path: Path) -> "Plan":
        """That of the file that `written` made."""
        said: dict[str, Any] = json.loads(path.read_text("utf-8"))
        limits, accepted, names = Limits(**said.pop("limits")), tuple(said.pop("accepted")), said.pop("forbidden")
        within = {where: tuple(own) for where, own in names["within"].items()}
        forbidden = Forbidden(tuple(names["everywhere"]), within, names["costs"])
        return cls(**said, limits=limits, forbidden=forbidden, accepted=accepted)

    def written(self) -> str:
        """As JSON."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=1)

    def run(self) -> Run:
        """What its submissions share; raises Mendable where nothing confines them here, unless that is accepted."""
        return Run(Pack.find(), self.seed, self._tier(), self.limits, self.follow_through, self.forbidden)

    def _tier(self) -> Tier:
        tier = best()
        if not tier.confined and tier.name not in self.accepted:
            raise Mendable(
                f"this container has no sandbox: students' code could read the solutions ({to_do_better(tier)}).\n"
                f'Accept it in course.toml, and export again: accept_tiers = ["{tier.name}"]'
            )
        return tier


def prepare(plan: Plan) -> Run:
    """Makes once, when the container is built, what all submissions are asked."""
    run = plan.run()
    for name in assignments()[plan.assignment].points:
        run.probes(plan.assignment, name).mistakes()
    return run


def judged(plan: Plan, submission: Path) -> Report:
    """The report on what lies in this folder; one without points, which says why, where nothing there can be read."""
    run = plan.run()
    with tempfile.TemporaryDirectory(prefix="degrau-") as folder:
        # As in a course, the folder is called as the assignment.
        own = Path(shutil.copytree(submission, Path(folder) / plan.assignment, symlinks=True))
        submissions = run.submissions()
        try:
            canonical = submissions.read(own)
        except Unreadable as unreadable:
            return _unread(plan, unreadable).worth(plan.points)
        finally:
            submissions.close()
    with Bench(run) as bench:
        report = judge_work(canonical.work, bench, {}).of(canonical, plan.assignment).worth(plan.points)
    return report if plan.show_counterexamples else report.names_only()


def _unread(plan: Plan, unreadable: Unreadable) -> Report:
    exercises = assignments()[plan.assignment].exercises
    reports = tuple(unjudged_report(e.name, e.properties, plan.language) for e in exercises)
    why = unreadable.message.to(plan.language)
    return Report(plan.assignment, plan.assignment, plan.language, None, reports, error=why)


def main(root: Path, *more: str) -> int:
    """Prepares, or judges what was handed in; without results, Gradescope says that the autograder failed."""
    plan = Plan.read(root / PLAN)
    try:
        if PREPARE in more:
            print(f"degrau: {plan.assignment} is prepared; what confines students' code here: {prepare(plan).tier}")
            return 0
        report = judged(plan, root / SUBMISSION)
    except Mendable as error:
        print(f"degrau: {error}", file=sys.stderr)
        return 1
    print(f"degrau: {plan.assignment}; what confined the code: {report.sandbox}")
    write_whole(root / RESULTS, json.dumps(for_gradescope(report), ensure_ascii=False).encode())
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), *sys.argv[2:]))
