"""What must be true before an assignment may reach a student."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from traceback import extract_tb

from ..base.progress import OnProgress
from ..judging.bounded import AUTHORS, DoesNotEnd, Within
from ..judging.judge import judge
from ..judging.probes import Probes
from ..judging.registry import functions
from ..judging.tolerance import Function
from ..pack.bank import Variant
from ..pack.pack import Pack
from ..pack.prepare import prepare
from ..pack.source import AuthoringError
from ..plain.call import Call
from ..plain.outcomes import Outcome, Raised
from ..report.types import ExerciseReport
from ..workers.local import on_all_cores
from .demos import raised_in_demos
from .release import PUBLIC, PUBLIC_SEED, outdated
from .saboteurs import reason, unvisited
from .slips import slips

SEED = 0


def objections(pack: Pack, names: Iterable[str], on_progress: OnProgress) -> list[str]:
    """Why these assignments may not be released, a line each; none if they may.

    The reference and every right variant of the bank must get full points, a blank function none; every wrong variant
    must lose some, and be recognised, by what a class is graded with and by what students have; and every region of a
    function's domain must be tried, or have a reason.
    """
    names = tuple(names)
    if wrong := slips(pack, names):
        return wrong
    if wrong := _found(pack, _raised_in_demos, [(name,) for name in names], on_progress):
        return wrong
    return _found(pack, _objections_to_function, functions(names), on_progress)


def shortcomings(pack: Pack, names: Iterable[str], on_progress: OnProgress) -> list[str]:
    """The same, and the files that a release would change."""
    names = tuple(names)
    if wrong := slips(pack, names):
        return wrong
    stale = _found(pack, _outdated, [(name,) for name in names], on_progress)
    return [*stale, *objections(pack, names, on_progress)]


def _found(pack: Pack, job: Callable[..., list[str]], tasks: Sequence[tuple[str, ...]], told: OnProgress) -> list[str]:
    lines: list[str] = []
    for done, found in enumerate(on_all_cores(partial(Pack, pack.root), job, tasks)):
        told(done, len(tasks), " ".join(tasks[done]))
        lines += found
    return lines


def _raised_in_demos(pack: Pack, name: str) -> list[str]:
    return list(raised_in_demos(pack, name))


def _outdated(pack: Pack, name: str) -> list[str]:
    stale = outdated(pack, [name], lambda *_: None)
    return [f"{pack.shown(path)} is out of date; run: degrau release {name}" for path in stale]


def _objections_to_function(pack: Pack, assignment: str, name: str) -> list[str]:
    graded = prepare(pack, assignment, name, SEED)
    public = prepare(pack, assignment, name, PUBLIC_SEED, PUBLIC)
    cell = _cell(pack, assignment, name)
    lines = [*objections_to(pack, assignment, graded), *(f"{cell}: {line}" for line in untried(graded))]
    return [*lines, *(f"{line} (what students have)" for line in objections_to(pack, assignment, public))]


def _cell(pack: Pack, assignment: str, name: str) -> str:
    """The file and line of a function in the source."""
    return next(cell.where for cell in pack.source(assignment).cells if cell.name == name)


def untried(probes: Probes) -> Iterator[str]:
    """The regions of the function's domain in which nothing is asked, and of which it does not say why."""
    domain = probes.exercise.domain
    for region in map(str, unvisited(probes)):
        if domain and reason(domain, region) is None:
            yield f"{probes.exercise.name}: no example is in the region {region}, and its domain does not say why"


def objections_to(pack: Pack, assignment: str, probes: Probes) -> list[str]:
    """Why this function's grader does not fit its reference and its bank."""
    return list(_objections(pack, assignment, probes))


def _objections(pack: Pack, assignment: str, probes: Probes) -> Iterator[str]:
    name = probes.exercise.name
    cell, bank = _cell(pack, assignment, name), pack.bank_file(assignment, name)
    reference = _judged(pack, probes, pack.reference(assignment)[name], cell, "the reference")
    if not reference.full:
        yield f"{cell}: {name}: the reference gets {_score(reference)}: {_said(reference)}"
    blank = _judged(pack, probes, _blank(pack, assignment, name), cell, "the blank function")
    if blank.points != 0 or blank.status != "blank":
        yield f"{cell}: {name}: the blank function gets {_score(blank)}, status {blank.status}"
    outcomes = {mistake.id: mistake.outcomes for mistake in probes.mistakes()}
    for variant in (v for v in pack.bank(assignment) if v.exercise == name):
        where = f"{bank}:{variant.line}: {name}"
        if raised := _raised(outcomes.get(variant.id, ())):
            yield f"{where}: wrong variant {variant.id} raises {raised} in every call; it must fail as its text says"
        else:
            yield from _about(where, variant, judged(pack, assignment, probes, variant))


def judged(pack: Pack, assignment: str, probes: Probes, variant: Variant) -> ExerciseReport:
    """The report on a variant; raises AuthoringError where it does not end, or a law has no words for its answers."""
    at = f"{pack.bank_file(assignment, variant.exercise)}:{variant.line}"
    return _judged(pack, probes, variant.function, at, variant.words)


def _judged(pack: Pack, probes: Probes, function: Function, at: str, called: str) -> ExerciseReport:
    """The report on a function that an author wrote, at this file and line.

    Raises AuthoringError where it does not end, or where a law has no words for what it answers.
    """
    name = probes.exercise.name
    try:
        return judge(probes, Within(function, AUTHORS, strict=True), "en")
    except DoesNotEnd as error:
        call = Call(name, error.asked, probes.exercise.iterable)
        raise AuthoringError(f"{at}: {name}: {called} does not end for {call}; correct it") from error
    except Exception as error:
        frames = [f for f in extract_tb(error.__traceback__) if Path(f.filename).is_relative_to(pack.place.graders)]
        if not frames:
            raise
        where = f"{frames[-1].filename}:{frames[-1].lineno}: {name}"
        raise AuthoringError(
            f"{where}: the law raises {type(error).__name__} for {called}; write got.require(…, Text(…)) in it"
        ) from error


def _raised(outcomes: Sequence[Outcome]) -> str:
    """What all these calls raised: a mistake that answers nothing is a slip of its author's."""
    first = outcomes[0] if outcomes and all(isinstance(outcome, Raised) for outcome in outcomes) else None
    return f"{first.type} ({first.message})" if isinstance(first, Raised) else ""


def _blank(pack: Pack, assignment: str, name: str) -> Function:
    """What the unwritten stub defines: a function that returns None, or a class without anything in it."""
    names = dict(pack.names(assignment))
    is_class = isinstance(names[name], type)
    exec(f"class {name}: pass" if is_class else f"def {name}(*args): return None", names)
    blank: Function = names[name]
    return blank


def _about(where: str, variant: Variant, report: ExerciseReport) -> Iterator[str]:
    if variant.right and not report.full:
        yield f"{where}: right variant {variant.id} gets {_score(report)}: {_said(report)}"
    if not variant.right and report.full:
        yield f"{where}: wrong variant {variant.id} gets full points; no example tells it from what is right"
    elif not variant.right and not report.recognises(variant.id):
        yield f"{where}: wrong variant {variant.id} is not recognised: {_said(report)}"


def _score(report: ExerciseReport) -> str:
    return f"{report.points:g} of {report.max_points:g} points"


def _said(report: ExerciseReport) -> str:
    """What is said of the first property that does not hold, and of the causes."""
    first = next((prop.message for prop in report.properties if not prop.passed), "")
    return "; ".join([*first.splitlines(), *(f"{mistake.id}: {mistake.title}" for mistake in report.mistakes)])
