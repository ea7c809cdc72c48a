"""What `degrau quality` prints: a line for each grader, and what is left to look at."""

from collections import Counter
from collections.abc import Callable, Sequence
from statistics import median

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from ..authoring.leave_one_out import UNTOLD
from ..authoring.quality import Quality

Measured = list[tuple[str, Quality]]
BANKS = ("accepted", "rejected", "named", "mutants", "explained", "survive")
DOMAINS = ("regions", "saboteurs", "late", "excused", "alive")
LEGEND = """
accepted: right variants with full points; rejected: wrong ones without; named: wrong ones that were recognised;
mutants: of the reference, that were killed; explained: that live because they are right; survive: the rest."""
LEGEND_OF_DOMAINS = """
regions: of the legal calls, that some example tries; saboteurs: wrong in one region only, that were killed; late: that
are killed with other seeds only; excused: that live for a reason; alive: the rest."""


def print_quality(measured: Measured) -> None:
    """A line a function, one for all of them, and by name whatever is left to look at."""
    console = Console(soft_wrap=True)
    console.print(_table(measured, BANKS, _row))
    console.print(LEGEND)
    if any(found.tried.regions for _, found in measured):
        console.print()
        console.print(_table(measured, DOMAINS, _regions))
        console.print(LEGEND_OF_DOMAINS)
    _print_left_out(console, measured)
    for assignment, found in measured:
        for kind, names in found.remarks.items():
            for name in names:
                console.print(escape(f"{assignment} {found.function}: {kind}: {name}"))


def _print_left_out(console: Console, measured: Measured) -> None:
    """What is said of wrong variants that are not known: how many are told something, of which kind, in what time."""
    kinds = Counter(kind for _, found in measured for _, kind, _ in found.left_out)
    if not kinds:
        return
    seconds = sorted(taken for _, found in measured for _, _, taken in found.left_out)
    told = kinds.total() - kinds[UNTOLD]
    console.print(f"\nleave one out: {told}/{kinds.total()} told something ({told / kinds.total():.0%})")
    console.print(", ".join(f"{kind} {count}" for kind, count in kinds.most_common()))
    console.print(f"{median(seconds):.2f} s each (median), {seconds[-1]:.2f} s at most")
    for assignment, found in measured:
        names = [name for name, kind, _ in found.left_out if kind == UNTOLD]
        if names:
            console.print(escape(f"{assignment} {found.function}: untold: {', '.join(names)}"))


def _table(measured: Measured, columns: tuple[str, ...], row: Callable[[Sequence[Quality]], tuple[str, ...]]) -> Table:
    table = Table("", *columns, box=None, pad_edge=False)
    for assignment in dict.fromkeys(name for name, _ in measured):
        own = [found for name, found in measured if name == assignment]
        table.add_row(assignment, *row(own), style="bold")
        for found in own:
            table.add_row(f"  {found.function}", *row([found]))
    table.add_row("all", *row([found for _, found in measured]), style="bold")
    return table


def _row(found: Sequence[Quality]) -> tuple[str, ...]:
    right, wrong, mutants = (sum(getattr(q, kind) for q in found) for kind in ("right", "wrong", "mutants"))
    refused, accepted, unnamed = (
        sum(len(getattr(q, kind)) for q in found) for kind in ("refused", "accepted", "unrecognised")
    )
    explained, survivors = sum(len(q.explained) for q in found), sum(len(q.survivors) + len(q.equal) for q in found)
    return (
        f"{right - refused}/{right}",
        f"{wrong - accepted}/{wrong}",
        f"{wrong - accepted - unnamed}/{wrong}",
        f"{sum(q.killed for q in found)}/{mutants}",
        str(explained),
        str(survivors),
    )


def _regions(found: Sequence[Quality]) -> tuple[str, ...]:
    regions, saboteurs = sum(q.tried.regions for q in found), sum(q.tried.saboteurs for q in found)
    visited, killed = regions - sum(len(q.tried.unvisited) for q in found), sum(q.tried.killed for q in found)
    alive, unharmed = sum(len(q.tried.alive) for q in found), sum(len(q.unharmed) for q in found)
    late = sum(len(q.tried.late) for q in found)
    return f"{visited}/{regions}", f"{killed}/{saboteurs}", str(late), str(alive - unharmed), str(unharmed)
