"""Known mistakes inside the functions that another one uses: what it answers then, though it is right itself."""

import ast
from collections.abc import Iterator, Mapping, Set
from typing import Any

from ..judging.bounded import AUTHORS
from ..judging.bounded import outcomes as outcomes_of
from ..judging.probes import KnownMistake
from ..judging.tolerance import Function
from ..judging.transcript import same
from ..judging.types import Exercise
from ..plain.cell import used as read_in
from ..plain.codec import Calls
from ..plain.outcomes import Outcome, TimedOut
from .bank import Variant
from .pack import Pack


def propagated(pack: Pack, assignment: str, exercise: Exercise, calls: Calls) -> Iterator[KnownMistake]:
    """What the reference answers with each known mistake of a function that it uses, where that changes an answer."""
    written = sources(pack, assignment)
    used = uses(written, exercise.name)
    reference = pack.reference(assignment)[exercise.name]
    right = outcomes_of(reference, calls, exercise.iterable, AUTHORS) if used else []
    # Those of the notebook's first functions come first: what is made of them is wrong for the same reason.
    order = list(written)
    for variant in sorted(pack.bank(assignment), key=lambda v: order.index(v.exercise)):
        if variant.exercise in used and variant.title is not None and variant.explanation is not None:
            function = with_variant(pack.names(assignment), written, used | {exercise.name}, variant, exercise.name)
            outcomes = answered_in_time(function, calls, exercise.iterable)
            if outcomes and not all(map(same, outcomes, right)):
                words = variant.title, variant.explanation, variant.erratum
                yield KnownMistake(variant.id, *words, outcomes, variant.exercise)


def answered_in_time(function: Function, calls: Calls, iterate: bool) -> tuple[Outcome, ...]:
    """What a mistake comes to in these calls; nothing where it takes too long to be known by that."""
    found = tuple(outcomes_of(function, calls, iterate, AUTHORS))
    return () if any(isinstance(outcome, TimedOut) for outcome in found) else found


def sources(pack: Pack, assignment: str) -> Mapping[str, str]:
    """What each function of the notebook is written as."""
    cells = pack.source(assignment).cells
    return {cell.name: cell.source for cell in cells if cell.role == "exercise" and cell.name}


def given(pack: Pack, assignment: str) -> Mapping[str, str]:
    """What each function that the notebook gives is written as."""
    bodies = [ast.parse(cell.source).body for cell in pack.source(assignment).cells if cell.role == "setup"]
    return {node.name: ast.unparse(node) for body in bodies for node in body if isinstance(node, ast.FunctionDef)}


def uses(written: Mapping[str, str], name: str) -> Set[str]:
    """The functions of the notebook that this one uses, directly or not."""
    found: set[str] = set()
    pending = [name]
    while pending:
        new = (read_in(written[pending.pop()]) & written.keys()) - found - {name}
        found |= new
        pending += sorted(new)
    return found


def with_variant(
    names: Mapping[str, Any], written: Mapping[str, str], functions: Set[str], variant: Variant, name: str
) -> Function:
    """The function `name`, for which all these functions, itself among them, are defined anew around the variant."""
    namespace = dict(names)
    for function in sorted(functions):
        exec(compile(written[function], f"<{function}>", "exec"), namespace)
    namespace[variant.exercise] = variant.function
    made: Function = namespace[name]
    return made
