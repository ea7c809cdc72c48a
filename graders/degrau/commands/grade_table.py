"""What `degrau grade` and `degrau demo` print: the grades of a class, one submission a line."""

from collections.abc import Mapping

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from ..base.terminal import line
from ..course.grades import GradeSummary


def print_grades(summary: GradeSummary, about: Mapping[tuple[str, str], str] | None = None) -> None:
    """Prints the scores and what went wrong; or, in place of its notes, what a submission is `about`."""
    last = "what it is" if about else "notes"
    table = Table("student", "assignment", "score", "of", "late", last, box=None, pad_edge=False)
    for g in summary.grades:
        score = "—" if g.score is None else f"{g.total:g}"
        late = f"−{g.late_penalty:g}" if g.late_penalty else ""
        noted = " ".join(note.en for note in g.notes)
        words = g.error or (about or {}).get((g.student, g.assignment), noted)
        table.add_row(*map(escape, map(line, (g.student, g.assignment, score, f"{g.max_score:g}", late, words))))
    Console(soft_wrap=True).print(table)
