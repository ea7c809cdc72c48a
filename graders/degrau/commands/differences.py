"""What `degrau init` says of a course that is not as it would be made now."""

from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from ..course.setup.init import Differing

NOT_THERE = "—"


def print_differences(directory: Path, found: Sequence[Differing], updated: bool) -> None:
    """A line for each source, and a table of what functions are worth; then what would bring all into line."""
    for differing in found:
        print(_line(differing, updated))
    rows = [
        (d.source.stem, function, _worth(there), _worth(now), str(d.submissions))
        for d in found
        for function, there, now in d.points
    ]
    if rows:
        worth = "was worth" if updated else "is worth"
        table = Table("assignment", "function", worth, "from now on", "submissions", box=None, pad_edge=False)
        for row in rows:
            table.add_row(*row)
        Console().print(table)
    if found and not updated:
        print(f"degrau init {directory} --update would do it, keep copies in replaced/, and leave marks in proportion.")


def _line(differing: Differing, updated: bool) -> str:
    own = f", with what you wrote ({', '.join(differing.edited)})" if differing.edited else ""
    if not differing.outdated:
        what = "was released again" if updated else "was edited and is not released like that; it was left alone"
    elif updated:
        what = "was brought into line; a copy is in replaced/"
    else:
        what = "is not as degrau would write it now; it was left alone, and so was its release"
    return f"{differing.source} {what}{own}."


def _worth(points: float | None) -> str:
    return NOT_THERE if points is None else f"{points:g}"
