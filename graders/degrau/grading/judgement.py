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
from ..base.progress import spent, stage, watched
from ..base.text import Language, Text, _
from ..judging.judge import blank_report, judge, unjudged_report
from ..judging.probes import Probes
from ..judging.registry import assignments
from ..notebooks.canonical import Canonical, Work
from ..pack.pack import Pack, fingerprint
from ..pack.prepare import kept_probes
from ..report.types import ExerciseReport, Report
from ..sandbox.answers import Boxed, Place, SandboxedAnswers
from ..sandbox.limits import Limits
from ..sandbox.machine import Pool
from ..sandbox.tiers import Tier
from .child import Ended, can_fork, in_a_child
from .submission import Submissions

LEFT_OUT = _("Cells that took too long were left out, or only their functions taken: {cells}.")
ENDED = _("Judging this notebook was ended, twice: {reason}. Its functions have no points.")
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
            if work.writes(name)
        }


@dataclass(frozen=True)
class Judgement:
    """What judging a submission gives."""

    report: Report
    """The verdict on it."""
    learnt: Mapping[str, ExerciseReport]
    """The verdicts that were not known before, by their keys."""
    notes: tuple[Text, ...] = ()
    """What is to be said of how the cells ran."""

    def of(self, canonical: Canonical, name: str) -> Report:
        """The report under the name of its notebook, with what is to be said of that."""
        notes = tuple(note.to(self.report.language) for note in (*canonical.notes, *self.notes))
        return replace(self.report, notebook=name, notes=notes)


def judge_work(work: Work, run: Run, pool: Pool, known: Mapping[str, ExerciseReport]) -> Judgement:
    """Judges a submission that is not known yet; the boxes in which the code runs come from the pool.

    Each function is judged where its check stands. One that lost points there, and may be better by what later cells
    write, is asked once more when all have run; the better of both counts. All this is done in a child process, where
    the system has them: what ends it, twice, ends this submission's judgement and no other's.
    """
    keys = run.keys(work)
    names = list(keys)
    if names and all(key in known for key in keys.values()):
        return _judgement(work, run, {name: known[key] for name, key in keys.items()}, {})
    if not names or not can_fork():
        found = _judged(work, run, pool, names)
    else:
        # What a class shares is made once, and not by each child for itself.
        shared = {name: run.probes(work.assignment, name) for name in names}
        for probes in shared.values():
            probes.mistakes()
        found = _judged_in_a_child(work, run, pool, names, shared)
    # What the clock on the wall decided may be decided otherwise the next time.
    learnt = {} if found.over else {keys[name]: report for name, report in found.reports.items()}
    notes = (LEFT_OUT.filled(cells=", ".join(found.left_out)),) if found.left_out else ()
    return replace(_judgement(work, run, found.reports, learnt), notes=(*notes, *found.notes))


def _judgement(
    work: Work, run: Run, found: Mapping[str, ExerciseReport], learnt: Mapping[str, ExerciseReport]
) -> Judgement:
    reports = [
        found.get(e.name) or blank_report(e.name, e.properties, work.language)
        for e in assignments()[work.assignment].exercises
    ]
    sources = {cell.id: cell.source for cell in work.cells}
    explained = tuple(_with_earlier_cause(r, reports, sources.get(r.name, ""), work.language) for r in reports)
    return Judgement(Report(work.assignment, work.assignment, work.language, run.tier.name, explained), learnt)


@dataclass(frozen=True)
class _Found:
    """What judging a submission came to."""

    reports: Mapping[str, ExerciseReport]
    """By function."""
    left_out: tuple[str, ...] = ()
    """The cells that took too long."""
    over: bool = False
    """Whether some clock on the wall ended it."""
    lawful: Mapping[str, set[bytes]] = field(default_factory=dict)
    """By function, what was learnt of answers that keep every law."""
    seconds: Mapping[str, float] = field(default_factory=dict)
    """What each stage took."""
    notes: tuple[Text, ...] = ()


def _judged_in_a_child(work: Work, run: Run, pool: Pool, names: Sequence[str], shared: Mapping[str, Probes]) -> _Found:
    limits = run.limits

    def judged() -> _Found:
        before = {name: set(probes.lawful) for name, probes in shared.items()}
        with watched() as watch:
            found = _judged(work, run, pool, names)
        lawful = {name: probes.lawful - before[name] for name, probes in shared.items()}
        return replace(found, lawful=lawful, seconds=watch.seconds)

    for last in (False, True):
        pool.lend()
        try:
            found = in_a_child(judged, limits.judge_seconds, limits.judge_bytes)
        except Ended as ended:
            pool.renew()
            if last:
                return _Found(_nothing_judged(work, names), over=True, notes=(_why(ended.reason),))
        else:
            for name, digests in found.lawful.items():
                shared[name].lawful.update(digests)
            spent(found.seconds)
            return found
    raise AssertionError


def _why(reason: Text) -> Text:
    return Text(ENDED.to("pt", reason=reason.pt), ENDED.to("en", reason=reason.en))


def _nothing_judged(work: Work, names: Sequence[str]) -> dict[str, ExerciseReport]:
    """The reports where the judge itself was ended twice by what it was given."""
    known = assignments()[work.assignment].by_name
    return {name: unjudged_report(name, known[name].properties, work.language) for name in names}


def _judged(work: Work, run: Run, pool: Pool, names: Sequence[str]) -> _Found:
    """Judges these functions, one after the other."""
    places = {name: Place(work.place(name), work.last_place(name)) for name in names}
    found: dict[str, ExerciseReport] = {}
    with SandboxedAnswers(work.cells, pool, places) as answers, answers.afresh() as afresh:

        def judged(name: str, at_end: bool = False) -> ExerciseReport:
            with stage("inputs and references, once a class"):
                probes = run.probes(work.assignment, name)
            with stage("compare, shrink, explain"):
                return judge(probes, Boxed(answers, name, at_end), work.language, Boxed(afresh, name, at_end))

        for name in names:
            found[name] = judged(name)
        for name in names:
            if places[name].last is not None and found[name].status not in ("passed", "blank"):
                second = judged(name, at_end=True)
                found[name] = second if second.points > found[name].points else found[name]
        return _Found(found, answers.left_out, answers.late)


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
