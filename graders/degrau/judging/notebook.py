"""The verdict on a whole notebook: its cells run in a sandbox, its functions are judged one after the other."""

import re
from dataclasses import replace
from functools import partial
from pathlib import Path

from ..authoring.pack import Pack
from ..authoring.prepare import prepare_all
from ..notebooks.canonical import Canonical, canonicalise
from ..notebooks.read import Unreadable, read
from ..report import ExerciseReport, Report
from ..sandbox.answers import SandboxedAnswers
from ..sandbox.box import Pool
from ..text import Language, _
from .judge import blank_report, judge

EARLIER = _("It uses {names}, which does not pass either: start there.")


def judge_file(path: Path, pack: Pack, pool: Pool, seed: int) -> Report:
    """The report on a notebook file; a file that cannot be read gets a report that says why."""
    try:
        canonical = canonicalise(read(path), pack)
    except Unreadable as error:
        return Report(str(path), None, "pt", None, (), error="\n".join(error.message))
    return judge_notebook(canonical, pack, pool, seed, str(path))


def judge_notebook(canonical: Canonical, pack: Pack, pool: Pool, seed: int, name: str) -> Report:
    """The report on a notebook that is already in its canonical form."""
    written = {cell.id for cell in canonical.cells}
    language, reports = canonical.language, []
    with SandboxedAnswers(canonical.cells, pool) as answers, answers.afresh() as afresh:
        for probes in prepare_all(pack, canonical.assignment, seed):
            exercise = probes.exercise
            if exercise.name in written or answers.defines(exercise.name):
                ask, ask_afresh = (partial(asked.call, exercise.name) for asked in (answers, afresh))
                reports.append(judge(probes, ask, language, ask_afresh))
            else:
                reports.append(blank_report(exercise.name, exercise.properties, language))
    notes = tuple(note.to(language) for note in canonical.notes)
    sources = {cell.id: cell.source for cell in canonical.cells}
    explained = tuple(_with_earlier_cause(r, reports, sources.get(r.name, ""), language) for r in reports)
    return Report(name, canonical.assignment, language, answers.tier, explained, notes)


def _with_earlier_cause(
    report: ExerciseReport, reports: list[ExerciseReport], source: str, language: Language
) -> ExerciseReport:
    """The report, which also says if the function uses others that do not pass either: those come first."""
    used = [r.name for r in reports if r.status != "passed" and r is not report and re.search(rf"\b{r.name}\(", source)]
    if not used or report.status in ("passed", "blank"):
        return report
    return replace(report, hint=EARLIER.to(language, names=", ".join(f"`{name}`" for name in used)))
