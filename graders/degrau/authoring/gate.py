"""What must be true before an assignment may reach a student."""

from collections.abc import Iterator

from ..judging.judge import judge
from ..judging.kernel import Here
from ..judging.probes import Probes
from ..judging.tolerance import Function
from ..pack.bank import Variant
from ..pack.pack import Pack
from ..pack.prepare import prepare_all
from ..report.types import ExerciseReport

SEED = 0


def objections(pack: Pack, assignment: str, seed: int = SEED) -> list[str]:
    """Why this assignment may not be released, a line each; none if it may.

    The reference and every right variant of the bank must get full points, a blank function none; every wrong variant
    must lose some, and be recognised.
    """
    return [line for probes in prepare_all(pack, assignment, seed) for line in objections_to(pack, assignment, probes)]


def objections_to(pack: Pack, assignment: str, probes: Probes) -> list[str]:
    """The same for one function."""
    return list(_objections(pack, assignment, probes))


def _objections(pack: Pack, assignment: str, probes: Probes) -> Iterator[str]:
    name = probes.exercise.name
    reference = judge(probes, Here(pack.reference(assignment)[name]), "en")
    if not reference.full:
        yield f"{name}: the reference gets {_score(reference)}: {_said(reference)}"
    blank = judge(probes, Here(_blank(pack, assignment, name)), "en")
    if blank.points != 0 or blank.status != "blank":
        yield f"{name}: the blank function gets {_score(blank)}, status {blank.status}"
    for variant in (v for v in pack.bank(assignment) if v.exercise == name):
        yield from _about(variant, judge(probes, Here(variant.function), "en"))


def _blank(pack: Pack, assignment: str, name: str) -> Function:
    """What the unwritten stub defines: a function that returns None, or a class without anything in it."""
    names = dict(pack.names(assignment))
    is_class = isinstance(names[name], type)
    exec(f"class {name}: pass" if is_class else f"def {name}(*args): return None", names)
    blank: Function = names[name]
    return blank


def _about(variant: Variant, report: ExerciseReport) -> Iterator[str]:
    if variant.right and not report.full:
        yield f"{variant.exercise}: right variant {variant.id} gets {_score(report)}: {_said(report)}"
    if not variant.right and report.full:
        yield f"{variant.exercise}: wrong variant {variant.id} gets full points"
    elif not variant.right and not report.recognises(variant.id):
        yield f"{variant.exercise}: wrong variant {variant.id} is not recognised: {_said(report)}"


def _score(report: ExerciseReport) -> str:
    return f"{report.points:g} of {report.max_points:g} points"


def _said(report: ExerciseReport) -> str:
    """What is said of the first property that does not hold, and of the causes."""
    first = next((prop.message for prop in report.properties if not prop.passed), "")
    return "; ".join([first, *(f"{mistake.id}: {mistake.title}" for mistake in report.mistakes)])
