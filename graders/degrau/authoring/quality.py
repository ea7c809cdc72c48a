"""How good a grader is: what it says of right answers, of known mistakes, of mutants and saboteurs of the reference.

Mutants that no grader can kill, because they are right, have their reasons in solutions/equivalents/.
"""

import math
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from ..base.mendable import Mendable
from ..judging.bounded import Within
from ..judging.judge import passes
from ..judging.probes import Probes
from ..judging.registry import assignments
from ..judging.watch import TookTooLong, watch
from ..pack.bank import Variant
from ..pack.mutants import Mutant, mutants
from ..pack.pack import Pack
from ..pack.prepare import prepare
from ..workers.local import on_all_cores
from .gate import judged
from .leave_one_out import left_out
from .saboteurs import Tried, reason, sabotage

LONG_RUN = tuple(range(101, 109))
OTHER_SEEDS = LONG_RUN[:2]
SECONDS = 10.0
Reasons = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class Quality:
    """What was measured of one function's grader.

    `refused` are right variants without full points, `accepted` wrong ones with them, `unrecognised` wrong ones that
    were not named. Of the mutants, `killed` lost points at once and `survivors` only in the long run; the others never
    did: of those, `explained` have a reason, and `equal` none yet. `stale` reasons are of no such mutant. `tried`
    is what becomes of the regions of its domain: `unharmed` saboteurs live in one without a reason, `idle` reasons are
    of nothing that lives. `left_out` are the wrong variants by name, each with the kind of what is said of it where it
    is not known, and the seconds that this takes.
    """

    function: str
    right: int
    wrong: int
    mutants: int
    killed: int
    refused: tuple[str, ...]
    accepted: tuple[str, ...]
    unrecognised: tuple[str, ...]
    survivors: tuple[str, ...]
    explained: tuple[str, ...]
    equal: tuple[str, ...]
    stale: tuple[str, ...]
    tried: Tried
    unharmed: tuple[str, ...]
    idle: tuple[str, ...]
    left_out: tuple[tuple[str, str, float], ...]

    @property
    def remarks(self) -> dict[str, tuple[str, ...]]:
        """What is left to look at, by kind."""
        found = {
            "right, but refused": self.refused,
            "wrong, but accepted": self.accepted,
            "wrong, but not named": self.unrecognised,
            "mutant found only in the long run": self.survivors,
            "mutant that nothing explains": self.equal,
            "reason for a mutant that is none, or dies": self.stale,
            "error in a region that nothing finds": self.unharmed,
            "reason for a region that is tried": self.idle,
        }
        return {kind: names for kind, names in found.items() if names}


def measure(pack: Pack, assignment: str, name: str, seed: int) -> Quality:
    """Judges the whole bank of the function `name`, and all mutants and saboteurs of its reference."""
    variants = [v for v in pack.bank(assignment) if v.exercise == name]
    told = partial(judged, pack, assignment, prepare(pack, assignment, name, seed))
    right = [(v, told(v)) for v in variants if v.right]
    wrong = [(v, told(v)) for v in variants if not v.right]
    made = mutants(name, _source(pack, assignment, name))
    standing = [m for m in made if not is_killed(pack, assignment, m, (seed,))]
    equal = [m for m in standing if not is_killed(pack, assignment, m, LONG_RUN)]
    known = reasons(pack.root, assignment).get(name, {})
    tried = _tried(pack, assignment, name, seed)
    domain = assignments()[assignment].by_name[name].domain
    used = {name: reason(domain, name) for name in (*tried.unvisited, *tried.alive)} if domain else {}
    return Quality(
        function=name,
        right=len(right),
        wrong=len(wrong),
        mutants=len(made),
        killed=len(made) - len(standing),
        refused=tuple(v.id for v, report in right if not report.full),
        accepted=tuple(v.id for v, report in wrong if report.full),
        unrecognised=tuple(v.id for v, report in wrong if not report.full and not report.recognises(v.id)),
        survivors=tuple(m.change for m in standing if m not in equal),
        explained=tuple(m.change for m in equal if m.change in known),
        equal=tuple(m.change for m in equal if m.change not in known),
        stale=tuple(change for change in known if change not in {m.change for m in equal}),
        tried=tried,
        unharmed=tuple(name for name in tried.alive if used[name] is None),
        idle=tuple(trait for trait in (domain.untried if domain else ()) if trait not in used.values()),
        left_out=_left_out(prepare(pack, assignment, name, seed), [v for v, report in wrong if not report.full]),
    )


def _left_out(probes: Probes, wrong: Iterable[Variant]) -> tuple[tuple[str, str, float], ...]:
    """What is said of each wrong variant where it is not known."""
    found = (left_out(probes, variant, "en") for variant in wrong)
    return tuple((one.variant.id, one.kind, one.seconds) for one in found)


def _tried(pack: Pack, assignment: str, name: str, seed: int) -> Tried:
    """What becomes of the saboteurs of the function `name`; those that live are tried with other seeds."""

    def tried(seed: int) -> Tried:
        return sabotage(prepare(pack, assignment, name, seed), pack.reference(assignment)[name])

    found = tried(seed)
    return found.after(tried(other) for other in OTHER_SEEDS) if found.alive else found


def _source(pack: Pack, assignment: str, name: str) -> str:
    cells = pack.source(assignment).cells
    return next(cell.source for cell in cells if cell.role == "exercise" and cell.name == name)


def is_killed(pack: Pack, assignment: str, mutant: Mutant, seeds: tuple[int, ...]) -> bool:
    """Whether the mutant raises, does not end, or loses points with one of the seeds."""
    return any(_loses_points(pack, assignment, mutant, seed) for seed in seeds)


def _loses_points(pack: Pack, assignment: str, mutant: Mutant, seed: int) -> bool:
    # To make the inputs takes a while too, which is not the mutant's.
    probes = prepare(pack, assignment, mutant.function, seed)

    def lives() -> bool:
        return passes(probes, Within(_defined(mutant, pack.names(assignment)), math.inf))

    try:
        with watch(SECONDS, SECONDS) as clock:
            return not (clock.call(lives) if clock else lives())
    except (TookTooLong, SyntaxError, ValueError, TypeError):
        return True


def _defined(mutant: Mutant, names: Mapping[str, Any]) -> Callable[..., Any]:
    namespace = dict(names)
    exec(compile(mutant.source, f"<{mutant.function}>", "exec"), namespace)
    function: Callable[..., Any] = namespace[mutant.function]
    return function


def reasons(root: Path, assignment: str) -> Reasons:
    """By function and change, why the mutant is as right as the reference; empty where nothing is written.

    Raises Mendable where the file does not serve.
    """
    path = root / "solutions" / "equivalents" / f"{assignment}.toml"
    try:
        found = tomllib.loads(path.read_text("utf-8-sig")) if path.exists() else {}
    except ValueError as error:
        raise Mendable(f"{path}: cannot be read ({error}); correct it") from error
    for function, own in found.items():
        if not (isinstance(own, dict) and all(isinstance(why, str) for why in own.values())):
            raise Mendable(f'{path}: {function} is no table of reasons; write [{function}], and below "CHANGE" = "WHY"')
    return found


def survey(pack: Pack, chosen: Sequence[tuple[str, str]], seed: int) -> Iterator[tuple[str, Quality]]:
    """The quality of the graders of these functions, in order, each with its assignment; on all cores."""
    found = on_all_cores(partial(Pack, pack.root), measure, [(*function, seed) for function in chosen])
    return zip((assignment for assignment, _ in chosen), found, strict=True)
