"""The judgement of one submission: its cells run in a sandbox, its functions are judged one after the other."""

import json
import re
from collections.abc import Mapping, MutableMapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import TracebackType
from typing import Self

from ..base.disk import digest
from ..base.progress import stage
from ..base.text import Language, Text, _
from ..judging.judge import blank_report, judge
from ..judging.probes import Probes
from ..judging.registry import assignments
from ..notebooks.canonical import Canonical, Work
from ..pack.pack import Pack, fingerprint
from ..pack.prepare import kept_probes
from ..plain.cell import may_name
from ..report.types import ExerciseReport, Report
from ..sandbox.answers import Boxed, SandboxedAnswers
from ..sandbox.limits import Limits
from ..sandbox.machine import Pool
from ..sandbox.tiers import Tier
from .submission import Submissions

EARLIER = _("It uses {names}, which does not pass either: start there.")


@dataclass(frozen=True)
class Run:
    """What judging a submission needs besides the submission."""

    pack: Pack
    """The course pack: references, banks, releases."""
    seed: int
    """The inputs of the hidden tests follow from it."""
    tier: Tier
    """How the boxes are confined in which the code runs."""
    limits: Limits = field(default_factory=Limits)
    """What a box may use."""

    def probes(self, assignment: str, function: str) -> Probes:
        """The questions put to this function, the same for every submission."""
        return kept_probes(self.pack, assignment, function, self.seed)

    def keys(self, work: Work) -> dict[str, str]:
        """For each function that is not blank, what tells its verdict from all others.

        It is the digest of what the verdict follows from: all cells that are run, the grader, the seed, the sandbox.
        """
        cells = json.dumps([[cell.id, cell.source] for cell in work.cells])
        shared = str(self.seed), self.tier.name, str(self.limits), work.language, cells
        return {
            name: digest(fingerprint(self.pack, work.assignment, name), name, *shared)
            for name in assignments()[work.assignment].points
            if any(cell.id == name or may_name(cell.source, name) for cell in work.cells)
        }


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
                ask, ask_afresh = (Boxed(asked, exercise.name) for asked in (answers, afresh))
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


@dataclass
class Sitting:
    """What nbgrader's steps are told of the grading that they are part of, and what they tell.

    Their settings hold it, which nbgrader copies for each of them; it stays the same one.
    """

    run: Run
    """What its verdicts follow from."""
    known: MutableMapping[str, ExerciseReport] = field(default_factory=dict)
    """The verdicts that are known, by their keys; what is judged here is added."""
    submitted: Path = Path()
    """Where the students' folders are, whatever nbgrader is shown."""
    notes: dict[tuple[str, str], tuple[Text, ...]] = field(default_factory=dict)
    """What was said of each submission on the way in, by student and assignment."""

    def __post_init__(self) -> None:
        self.submissions = Submissions(self.run.pack)
        self._until_the_end = ExitStack()
        self._pool: Pool | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._until_the_end.close()
        self._pool = None

    def __deepcopy__(self, memo: object) -> Self:
        return self

    def judge(self, canonical: Canonical, name: str) -> Report:
        """The report on a submission, judged here as far as its verdicts are not known."""
        if self._pool is None:
            self._pool = self._until_the_end.enter_context(Pool(self.run.tier, self.run.limits))
        judgement = judge_work(canonical.work, self.run, self._pool, self.known)
        self.known.update(judgement.learnt)
        return judgement.of(canonical, name)
