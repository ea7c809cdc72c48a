"""The judgement of one submission: its cells run in a sandbox, its functions are judged one after the other."""

import json
from collections.abc import Iterator, Mapping, MutableMapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Self

from ..base.disk import digest
from ..base.progress import spent, stage, watched
from ..base.text import Text, _
from ..judging.judge import blank_report, judge, unjudged_report
from ..judging.probes import Probes
from ..judging.registry import assignments
from ..notebooks.canonical import Canonical, Work
from ..notebooks.release import Releases
from ..pack.pack import Pack, fingerprint
from ..pack.prepare import kept_probes
from ..report.card import EARLIER, listed, unsaid
from ..report.types import ExerciseReport, Report
from ..sandbox.answers import Boxed, SandboxedAnswers
from ..sandbox.limits import Limits
from ..sandbox.machine import Pool
from ..sandbox.tiers import Tier
from .child import Ended, Lasting
from .forbidden import Forbidden, said, without_points
from .submission import Submissions
from .teachers_tests import Test, Tested, tested
from .twice import followed, judged_in_place, places_of

LEFT_OUT = _(
    "Cells that took too long were left out, or only their functions taken: {cells}. "
    "A cell may take {cell:g} s (cell_seconds), all of them {all:g} s (cells_seconds)."
)
ENDED = _("Judging this notebook was ended, twice: {reason}. Its functions have no points.")


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
    follow_through: bool = True
    """Whether what uses an earlier function that fails is judged once more, with a right one in its place."""
    forbidden: Forbidden = field(default_factory=Forbidden)
    """What answers may not use. The verdicts do not follow from it: it is looked for when they are known."""
    releases: Releases | None = None
    """What submissions are rebuilt on; None: the pack's own."""

    def submissions(self) -> Submissions:
        """Reads the submissions of a class."""
        return Submissions(self.releases or self.pack, self.limits)

    def probes(self, assignment: str, function: str) -> Probes:
        """The questions put to this function, the same for every submission."""
        return kept_probes(self.pack, assignment, function, self.seed)

    def keys(self, work: Work) -> dict[str, str]:
        """For each function that is not blank, what tells its verdict from all others.

        It is the digest of what the verdict follows from: all cells that are run, the grader, the seed, the sandbox.
        """
        cells = json.dumps([[cell.id, cell.source] for cell in work.cells])
        shared = str(self.seed), self.tier.name, str(self.limits), str(self.follow_through), work.language, cells
        return {
            name: digest(fingerprint(self.pack, work.assignment, name), name, *shared)
            for name in assignments()[work.assignment].points
            if work.writes(name)
        }


@dataclass(frozen=True)
class Learnt:
    """What was found out of a submission that was not known before."""

    verdicts: Mapping[str, ExerciseReport] = field(default_factory=dict)
    """By their keys."""
    notes: tuple[Text, ...] = ()
    """What is to be said of how the cells ran."""
    over: bool = False
    """Whether a clock on the wall, or the machine's memory, decided some of it."""

    @property
    def lasting(self) -> bool:
        """Whether the verdicts say all, and would be the same the next time."""
        return not self.over and not self.notes


NOTHING = Learnt()


@dataclass(frozen=True)
class Judgement:
    """What judging a submission gives."""

    report: Report
    """The verdict on it."""
    learnt: Learnt
    """What was not known before."""
    notes: tuple[Text, ...] = ()
    """What is to be said of what the answers use."""

    def of(self, canonical: Canonical, name: str) -> Report:
        """The report under the name of its notebook, with what is to be said of that."""
        notes = tuple(note.to(self.report.language) for note in (*canonical.notes, *self.learnt.notes, *self.notes))
        return replace(self.report, notebook=name, notes=notes)


def judge_work(work: Work, bench: "Bench", known: Mapping[str, ExerciseReport], told: Learnt = NOTHING) -> Judgement:
    """Judges a submission, as far as its verdicts are not known yet.

    What somebody else was `told` of it a moment ago counts as if it had been found here.

    Each function is judged where its check stands. One that lost points there, and may be better by what later cells
    write, is asked once more when all have run; the better of both counts. So it is for one that uses an earlier one
    that fails: it is asked once more with a right one in the place of that.
    """
    run = bench.run
    keys = run.keys(work)
    names = list(keys)
    for verdicts, learnt in ((told.verdicts, told), (known, NOTHING)):
        if names and all(key in verdicts for key in keys.values()):
            return _judgement(work, run, {name: verdicts[key] for name, key in keys.items()}, learnt)
    found = bench.judged(work, names)
    verdicts = {keys[name]: report for name, report in found.reports.items()}
    notes = (*_left_out(found.left_out, run.limits), *found.notes)
    return _judgement(work, run, found.reports, Learnt(verdicts, notes, found.over))


def _left_out(cells: Sequence[str], limits: Limits) -> Iterator[Text]:
    if cells:
        yield LEFT_OUT.filled(cells=", ".join(cells), cell=limits.cell_seconds, all=limits.cells_seconds)


def _judgement(work: Work, run: Run, found: Mapping[str, ExerciseReport], learnt: Learnt) -> Judgement:
    reports = [
        found.get(e.name) or blank_report(e.name, e.properties, work.language)
        for e in assignments()[work.assignment].exercises
    ]
    explained = tuple(_with_earlier_cause(report, reports, work) for report in reports)
    used = run.forbidden.used(work)
    if run.forbidden.costs:
        explained = tuple(
            without_points(report, used[report.name], work.language) if report.name in used else report
            for report in explained
        )
    notes = tuple(said(function, names) for function, names in used.items())
    return Judgement(Report(work.assignment, work.assignment, work.language, run.tier.name, explained), learnt, notes)


@dataclass(frozen=True)
class Found:
    """What judging functions of a submission came to."""

    reports: Mapping[str, ExerciseReport]
    """By function."""
    left_out: tuple[str, ...] = ()
    """The cells that took too long."""
    over: bool = False
    """Whether some clock on the wall ended it."""
    seconds: Mapping[str, float] = field(default_factory=dict)
    """What each stage took."""
    notes: tuple[Text, ...] = ()


class Bench:
    """Where the submissions of a run are judged, one after the other; the boxes in which their code runs are its own,
    or come from this pool.

    It is done in a child process, where the system has them: what ends that, twice, ends one submission's judgement and
    no other's. The child lasts until then, so that what it works out for one it need not for the next.
    """

    def __init__(self, run: Run, pool: Pool | None = None) -> None:
        self.run = run
        self._until_the_end = ExitStack()
        self.pool = pool or self._until_the_end.enter_context(Pool(run.tier, run.limits))
        self._child = Lasting(self._watched, run.limits.judge_bytes, self.pool.lending)
        self._until_the_end.callback(self._child.close)
        self._prepared: set[tuple[str, str]] = set()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Ends the child, and the boxes that are its own."""
        self._until_the_end.close()

    def judged(self, work: Work, names: Sequence[str]) -> Found:
        """What these functions of a submission come to."""
        if not names:
            return Found({})
        self._prepare({(work.assignment, name) for name in names})
        limits = self.run.limits
        for last in (False, True):
            try:
                found = self._child(limits.notebook_seconds + limits.spare_seconds, work, names)
            except Ended as ended:
                self.pool.renew()
                if last:
                    return Found(_nothing_judged(work, names), over=True, notes=(ENDED.filled(reason=ended.reason),))
            else:
                spent(found.seconds)
                return found
        raise AssertionError

    def _prepare(self, functions: set[tuple[str, str]]) -> None:
        """Makes what a class is asked here, once: that is nothing that a submission has the time for."""
        if new := functions - self._prepared:
            for assignment, name in sorted(new):
                self.run.probes(assignment, name)
            # The next child has it all.
            self._child.close()
            self._prepared |= new

    def _watched(self, work: Work, names: Sequence[str]) -> Found:
        with watched() as watch:
            return replace(self._judged(work, names), seconds=watch.seconds)

    def _judged(self, work: Work, names: Sequence[str]) -> Found:
        """Judges these functions, one after the other."""
        places = places_of(work, names)
        probes = partial(self.run.probes, work.assignment)
        with SandboxedAnswers(work.cells, self.pool, places) as answers, answers.afresh() as afresh:

            def judged(name: str, at_end: bool) -> ExerciseReport:
                with stage("inputs and references, once a class"):
                    asked = probes(name)
                with stage("compare, shrink, explain"):
                    return judge(asked, Boxed(answers, name, at_end), work.language, Boxed(afresh, name, at_end))

            found = judged_in_place(places, judged)
            if self.run.follow_through:
                with stage("judge with right functions in place of others"):
                    found = followed(work, probes, answers, found)
            return Found(found, answers.left_out, answers.late)


def _nothing_judged(work: Work, names: Sequence[str]) -> dict[str, ExerciseReport]:
    """The reports where the judge itself was ended twice by what it was given."""
    known = assignments()[work.assignment].by_name
    return {name: unjudged_report(name, known[name].properties, work.language) for name in names}


def _with_earlier_cause(report: ExerciseReport, reports: Sequence[ExerciseReport], work: Work) -> ExerciseReport:
    """The report, which also says if the function uses others that do not pass either: those come first."""
    if report.status in ("passed", "blank") or report.hint:
        return report
    used = work.uses(report.name).difference(report.stood_in)
    failing = [r.name for r in reports if r.status != "passed" and r is not report and r.name in used]
    new = unsaid(report, failing)
    return replace(report, hint=EARLIER.to(work.language, names=listed(new))) if new else report


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
    graded: Path = Path()
    """Where the notebooks of earlier gradings are."""
    notes: dict[tuple[str, str], tuple[Text, ...]] = field(default_factory=dict)
    """What was said of each submission, by student and assignment."""
    over: bool = False
    """Whether a clock on the wall, or the machine's memory, ended something since this was last set."""

    def __post_init__(self) -> None:
        self.submissions = self.run.submissions()
        self._until_the_end = ExitStack()
        self._until_the_end.callback(self.submissions.close)
        self._bench: Bench | None = None
        self._told = NOTHING

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._until_the_end.close()
        self._bench = None

    def __deepcopy__(self, memo: object) -> Self:
        return self

    def say(self, student: str, assignment: str, *notes: Text) -> None:
        """Says something of a submission, besides what has been said."""
        self.notes[student, assignment] = (*self.notes.get((student, assignment), ()), *notes)

    def judge(self, canonical: Canonical, student: str, name: str) -> Report:
        """The report on a submission, judged here as far as its verdicts are not known."""
        judgement = judge_work(canonical.work, self._judges(), self.known, self._told)
        self.take(judgement.learnt)
        self.over |= judgement.learnt.over
        self.say(student, name, *judgement.learnt.notes, *judgement.notes)
        return judgement.of(canonical, name)

    def tested(self, work: Work, tests: Sequence[Test]) -> dict[str, Tested]:
        """What a teacher's own tests of a submission come to."""
        return tested(work, tests, self._judges().pool) if tests else {}

    def _judges(self) -> Bench:
        if self._bench is None:
            self._bench = self._until_the_end.enter_context(Bench(self.run))
        return self._bench

    def take(self, learnt: Learnt) -> None:
        """Takes what was found out of a submission, here or by somebody else; all of it is known until the next one."""
        if learnt.lasting:
            self.known.update(learnt.verdicts)
        else:
            self._told = learnt
