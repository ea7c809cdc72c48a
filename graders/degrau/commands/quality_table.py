"""What `degrau quality` prints: a line for each grader, and what is left to look at."""

from collections.abc import Sequence

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from ..authoring.quality import Quality

Measured = list[tuple[str, Quality]]
LEGEND = """
accepted: right variants with full points; rejected: wrong ones without; named: wrong ones that were recognised;
mutants: of the reference, that were killed; explained: that live because they are right; survive: the rest."""


def print_quality(measured: Measured) -> None:
    """A line a function, one for all of them, and by name whatever is left to look at."""
    console = Console(soft_wrap=True)
    columns = ("accepted", "rejected", "named", "mutants", "explained", "survive")
    table = Table("", *columns, box=None, pad_edge=False)
    for assignment in dict.fromkeys(name for name, _ in measured):
        own = [found for name, found in measured if name == assignment]
        table.add_row(assignment, *_row(own), style="bold")
        for found in own:
            table.add_row(f"  {found.function}", *_row([found]))
    table.add_row("all", *_row([found for _, found in measured]), style="bold")
    console.print(table)
    console.print(LEGEND)
    for assignment, found in measured:
        for kind, names in found.remarks.items():
            for name in names:
                console.print(escape(f"{assignment} {found.function}: {kind}: {name}"))


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
