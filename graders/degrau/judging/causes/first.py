"""The first cause that holds: a known mistake, else the simplest sentence that is true of all examples."""

import warnings
from collections.abc import Iterable, Iterator
from dataclasses import replace

import numpy as np

from ...base.text import Language, _
from ...report.types import Mistake
from ..transcript import Transcript
from ..types import Property
from ..violations import Warned
from . import (
    along,
    altered,
    arguments,
    clipped,
    draws,
    formulas,
    items,
    kinds,
    lawful,
    links,
    order,
    others,
    places,
    regions,
    results,
    scale,
    scripts,
    secants,
    sides,
    slips,
    terms,
    totals,
    training,
    traits,
)
from .case import Case
from .evidence import tried
from .known import in_part, in_part_only, recognise
from .statement import Family, Statement, holds, holds_everywhere, is_contradicted

# From what says most to what says least; the first that holds is said.
FAMILIES: tuple[tuple[str, Family], ...] = (
    ("constant", scale.constant),
    ("constant", scale.zero),
    ("term", terms.itself),
    ("list", terms.lists),
    ("scale", scale.scaled),
    ("step", scale.stepped),
    ("slope", secants.secants),
    ("training", training.training),
    ("order", order.reordered),
    ("order", order.short),
    ("shift", order.shifted),
    ("ends", order.untouched),
    ("items", items.permuted),
    ("items", items.intruding),
    ("shape", order.mended),
    ("function", clipped.put_through),
    ("function", clipped.undone),
    ("clipped", clipped.clipped),
    ("rounded", clipped.rounded),
    ("integers", kinds.truncated),
    ("altered", altered.altered),
    ("altered", arguments.together),
    ("altered", arguments.turned),
    ("altered", arguments.defaults),
    ("altered", arguments.exchanged),
    ("altered", arguments.neutral),
    ("other", others.others),
    ("near", sides.near),
    ("term", terms.terms),
    ("slip", slips.slips),
)
# What may be said where arithmetic with the right numbers holds by chance.
ALONE: tuple[tuple[str, Family], ...] = (("altered", lawful.lawful), ("slip", slips.slips))
LAST: tuple[tuple[str, Family], ...] = (
    ("link", links.links),
    ("items", items.amount),
    ("shape", order.misshapen),
    ("ranks", places.ranks),
    ("shape", order.lengths),
    ("error", slips.errors),
    ("begins", training.begins),
    ("operation", scripts.scripts),
    ("again", scripts.again),
    ("unchanged", sides.unchanged),
    ("along", along.along),
    ("places", places.places),
    ("not finite", kinds.infinite),
    ("totals", totals.broken),
    ("region", regions.regions),
    ("taken", items.taken),
    ("totals", totals.kept),
    ("near", sides.roughly),
    ("not finite", kinds.not_finite),
    ("fractions", kinds.fractions),
    ("side", sides.decided),
    ("results", results.partly),
    ("side", sides.sides),
)
# No shape and no exception comes by chance.
LAST_ALONE: tuple[tuple[str, Family], ...] = (("shape", order.lengths), ("region", regions.failing))
WHERE = _("where it is wrong, {statement}")
REMEMBERS = _(
    "asked the same once more, it answers otherwise: something is left over from other calls, or left to chance"
)
LEFT_OVER = _(
    "What lives outside of the function and is changed: a global, a default that is a list, its own generator?"
)
# Times what is right is no cause of an index, or of a count, that is wrong now and then.
OF_ALL = ("scale", "step")
OF_ARGUMENTS = "altered"
IN_ONE = _("{statement} (in the first requirement that fails, though not in all others)")


def causes(transcript: Transcript, failed: Property, warned: bool, language: Language) -> tuple[Mistake, ...]:
    """What is told of an answer that does not have this property; nothing where nothing is certain."""
    return recognise(transcript, failed, warned, language) or _relation(transcript, failed, language)


def _relation(transcript: Transcript, failed: Property, language: Language) -> tuple[Mistake, ...]:
    if failed.law is None:
        return ()
    with np.errstate(all="ignore"), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        trials = tried(failed, transcript)
        if all(isinstance(found.violation, (Warned, type(None))) for found in trials):
            return ()
        if not transcript.repeatable:
            return (Mistake("remembers", REMEMBERS.to(language), LEFT_OVER.to(language), kind="relation"),)
        case = Case(transcript, trials, failed)
        return _first(case, transcript, language)


def _first(case: Case, transcript: Transcript, language: Language) -> tuple[Mistake, ...]:
    if found := next(_results(case), None):
        return _told(*found, case, language)
    if not case.wrong:
        found = next(((kind, statement, False) for kind, statement in _of_laws(case)), None)
        return _told(*found, case, language) if found else ()
    if known := in_part(case, transcript, language):
        return known
    if found := _plainest(_said(case), case):
        return _told(*found, case, language)
    if known := in_part_only(case, language):
        return known
    found = next(_last(case), None)
    return _told(*found, case, language) if found else ()


def _plainest(found: Iterable[tuple[str, Statement, bool]], case: Case) -> tuple[str, Statement, bool] | None:
    """The first that agrees with the calls of all properties; else the first, of this one alone.

    Of a decision it is none then: its few numbers agree with much. Nor is it one that ordinary calls contradict, if it
    is about an edge, or about what is done with an argument: that is done with all.
    """
    first, edge = None, case.failed is not None and case.failed.edge
    for kind, statement, where_wrong in found:
        doubtful = kind == OF_ARGUMENTS or (edge and not where_wrong)
        if doubtful and is_contradicted(statement, case):
            continue
        if holds_everywhere(statement, case, where_wrong):
            return kind, statement, where_wrong
        first = first or (kind, replace(statement, in_one=True), where_wrong)
    return None if case.decides else first


def _told(kind: str, statement: Statement, where_wrong: bool, case: Case, language: Language) -> tuple[Mistake, ...]:
    """The mistake as it is told; an advice is about all numbers."""
    words = statement.to(language, case)
    if where_wrong:
        words = WHERE.to(language, statement=words)
    if statement.in_one:
        words = IN_ONE.to(language, statement=words)
    advice = "" if where_wrong or statement.in_one else statement.advice.to(language)
    return (Mistake(kind, words, advice, kind="relation"),)


def _of_laws(case: Case) -> Iterator[tuple[str, Statement]]:
    """Where only the law knows what is right."""
    yield from training.judged_by_law(case)
    yield from (("not finite", statement) for statement in kinds.no_chances(case))
    yield from (("draws", statement) for statement in draws.alike(case))
    yield from (("draws", statement) for statement in draws.draws(case))
    yield from (("altered", statement) for statement in lawful.lawful(case))
    found = list(slips.exactly(case))
    yield from (("slip", statement) for rank, statement in found if rank < slips.BY_CHANCE)
    yield from (("items", statement) for statement in items.gathered(case))
    yield from (("trait", statement) for statement in traits.traits(case))
    yield from (("spread", statement) for statement in traits.spread(case))
    yield from (("slip", statement) for _rank, statement in found)


def _results(case: Case) -> Iterator[tuple[str, Statement, bool]]:
    yield from (("results", statement, False) for statement in results.results(case))


def _said(case: Case) -> Iterator[tuple[str, Statement, bool]]:
    """What is true of the answers, simplest first: the family, the statement, and whether of wrong numbers alone.

    Of many formulas a long one may hold by chance: a short one of wrong numbers alone goes before.
    """
    made: list[tuple[str, Statement]] = []
    for kind, family in ALONE if _is_alone(case) else FAMILIES:
        for statement in case.in_time(family(case)):
            if holds(statement, case):
                yield kind, statement, False
            made.append((kind, statement))
    for kind, statement in case.in_time(made):
        if not (case.steps and kind in OF_ALL) and holds(statement, case, where_wrong=True):
            yield kind, statement, True
    for statement in () if _is_alone(case) else case.in_time(formulas.formulas(case)):
        for where_wrong in (False, True):
            if holds(statement, case, where_wrong):
                yield "formula", statement, where_wrong


def _last(case: Case) -> Iterator[tuple[str, Statement, bool]]:
    """What says least of the answers."""
    for kind, family in LAST_ALONE if _is_alone(case) else LAST:
        yield from ((kind, statement, False) for statement in case.in_time(family(case)) if holds(statement, case))


def _is_alone(case: Case) -> bool:
    """Whether arithmetic with the right numbers holds by chance: of what is drawn at random, or gone through."""
    return case.exercise.iterable or case.by_chance
