"""The verdict on a whole notebook: its cells run in a sandbox, its functions are judged one after the other."""

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from ..authoring.fingerprint import fingerprint
from ..authoring.kept import kept_probes
from ..authoring.pack import Pack
from ..digests import digest
from ..exercises import ASSIGNMENTS
from ..notebooks.canonical import Canonical, canonicalise
from ..notebooks.read import Unreadable, read
from ..report import ExerciseReport, Report
from ..sandbox.answers import Cell, SandboxedAnswers
from ..sandbox.limits import Limits
from ..sandbox.pool import Pool
from ..stages import stage
from ..text import Language, _
from .judge import blank_report, judge
from .verdicts import Verdicts

EARLIER = _("It uses {names}, which does not pass either: start there.")


def judge_file(path: Path, pack: Pack, pool: Pool, seed: int) -> Report:
    """The report on a notebook file; a file that cannot be read gets a report that says why."""
    try:
        with stage("read"):
            notebook = read(path)
        with stage("rebuild on the release"):
            canonical = canonicalise(notebook, pack)
    except Unreadable as error:
        return Report(str(path), None, "pt", None, (), error="\n".join(error.message))
    return judge_notebook(canonical, pack, pool, seed, str(path))


def judge_notebook(
    canonical: Canonical, pack: Pack, pool: Pool, seed: int, name: str, known: Verdicts | None = None
) -> Report:
    """The report on a notebook that is already in its canonical form; what is judged here is added to what is known."""
    known = {} if known is None else known
    assignment, language, reports = canonical.assignment, canonical.language, []
    keys = verdict_keys(canonical, pack, seed, pool.tier, pool.limits)
    with SandboxedAnswers(canonical.cells, pool) as answers, answers.afresh() as afresh:
        for exercise in ASSIGNMENTS[assignment].exercises:
            key = keys.get(exercise.name)
            if key is None:
                reports.append(blank_report(exercise.name, exercise.properties, language))
                continue
            report = known.get(key)
            if report is None:
                ask, ask_afresh = (partial(asked.call, exercise.name) for asked in (answers, afresh))
                with stage("inputs and references, once a class"):
                    probes = kept_probes(pack, assignment, exercise.name, seed)
                with stage("compare, shrink, explain"):
                    report = judge(probes, ask, language, ask_afresh)
                known[key] = report
            reports.append(report)
    notes = tuple(note.to(language) for note in canonical.notes)
    sources = {cell.id: cell.source for cell in canonical.cells}
    explained = tuple(_with_earlier_cause(r, reports, sources.get(r.name, ""), language) for r in reports)
    return Report(name, canonical.assignment, language, answers.tier, explained, notes)


def verdict_keys(canonical: Canonical, pack: Pack, seed: int, tier: str, limits: Limits) -> dict[str, str]:
    """For each function that is not blank, what tells its verdict from all others: the digest of what it follows from.

    That is all the cells that are run, the grader, the seed and the sandbox.
    """
    cells = json.dumps([[cell.id, cell.source] for cell in canonical.cells])
    written = {cell.id for cell in canonical.cells}
    names = [exercise.name for exercise in ASSIGNMENTS[canonical.assignment].exercises]
    return {
        name: digest(
            fingerprint(pack, canonical.assignment, name), name, str(seed), tier, str(limits), canonical.language, cells
        )
        for name in names
        if name in written or _defined(name, canonical.cells)
    }


def _defined(function: str, cells: Sequence[Cell]) -> bool:
    """Whether some cell, whatever its id, looks as if it defines the function, or gives something its name."""
    name = re.escape(function)
    defining = re.compile(rf"^\s*(?:(?:async\s+)?def|class)\s+{name}\b|^\s*{name}\s*=|\bimport\b.*\b{name}\b", re.M)
    return any(defining.search(cell.source) for cell in cells)


def _with_earlier_cause(
    report: ExerciseReport, reports: list[ExerciseReport], source: str, language: Language
) -> ExerciseReport:
    """The report, which also says if the function uses others that do not pass either: those come first."""
    used = [r.name for r in reports if r.status != "passed" and r is not report and re.search(rf"\b{r.name}\(", source)]
    if not used or report.status in ("passed", "blank"):
        return report
    return replace(report, hint=EARLIER.to(language, names=", ".join(f"`{name}`" for name in used)))
