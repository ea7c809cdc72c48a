"""The judgement of one submission: its cells run in a sandbox, its functions are judged one after the other."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from ..base.progress import stage
from ..base.text import Language, _
from ..judging.judge import blank_report, judge
from ..judging.registry import assignments
from ..notebooks.canonical import Canonical, Work
from ..report.types import ExerciseReport, Report
from ..sandbox.answers import SandboxedAnswers
from ..sandbox.pool import Pool
from .run import Run

EARLIER = _("It uses {names}, which does not pass either: start there.")


@dataclass(frozen=True)
class Judgement:
    """What judging a submission gives."""

    report: Report
    """The verdict on it."""
    learnt: Mapping[str, ExerciseReport]
    """The verdicts that were not known before, by their keys."""

    def of(self, canonical: Canonical, name: str) -> Report:
        """The report under the name of its notebook, with what is to be said of that."""
        notes = tuple(note.to(self.report.language) for note in canonical.notes)
        return replace(self.report, notebook=name, notes=notes)


def judge_work(work: Work, run: Run, pool: Pool, known: Mapping[str, ExerciseReport]) -> Judgement:
    """Judges what is not known yet; the boxes in which the code runs come from the pool."""
    reports, learnt = [], {}
    keys = run.keys(work)
    with SandboxedAnswers(work.cells, pool) as answers, answers.afresh() as afresh:
        for exercise in assignments()[work.assignment].exercises:
            key = keys.get(exercise.name)
            if key is None:
                reports.append(blank_report(exercise.name, exercise.properties, work.language))
                continue
            report = known.get(key)
            if report is None:
                ask, ask_afresh = (partial(asked.call, exercise.name) for asked in (answers, afresh))
                with stage("inputs and references, once a class"):
                    probes = run.probes(work.assignment, exercise.name)
                with stage("compare, shrink, explain"):
                    report = learnt[key] = judge(probes, ask, work.language, ask_afresh)
            reports.append(report)
    sources = {cell.id: cell.source for cell in work.cells}
    explained = tuple(_with_earlier_cause(r, reports, sources.get(r.name, ""), work.language) for r in reports)
    return Judgement(Report(work.assignment, work.assignment, work.language, run.tier.name, explained), learnt)


def _with_earlier_cause(
    report: ExerciseReport, reports: Sequence[ExerciseReport], source: str, language: Language
) -> ExerciseReport:
    """The report, which also says if the function uses others that do not pass either: those come first."""
    used = [r.name for r in reports if r.status != "passed" and r is not report and re.search(rf"\b{r.name}\(", source)]
    if not used or report.status in ("passed", "blank"):
        return report
    return replace(report, hint=EARLIER.to(language, names=", ".join(f"`{name}`" for name in used)))
