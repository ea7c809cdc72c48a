"""What `degrau grade` and `degrau demo` print: the grades of a class, one submission a line."""

from collections.abc import Mapping
from datetime import datetime

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from ..base.terminal import line
from ..course.types import Grade, GradeSummary

NOTHING = "has handed nothing in"
STAY = """These marks were given by another version of degrau or of the course pack, and this one would give others.
They stay as they are, and so do the pages. To change them, run the same command with --regrade."""
UNDECIDED = "another version gave other marks, which stay: degrau grade shows them"
CHANGED = "These marks were given by another version of degrau or of the course pack, and have changed."


def print_grades(summary: GradeSummary, about: Mapping[tuple[str, str], str] | None = None) -> None:
    """Prints the scores and what went wrong; or, in place of its notes, what a submission is `about`."""
    last = "what it is" if about else "notes"
    table = Table("student", "assignment", "score", "of", "late", last, box=None, pad_edge=False)
    for g in summary.grades:
        score = "—" if g.score is None else f"{g.total:g}"
        late = f"−{g.late_penalty:g}" if g.late_penalty else ""
        noted = " ".join(note.to("en") for note in g.notes)
        words = g.error or (about or {}).get((g.student, g.assignment), noted)
        table.add_row(*map(escape, map(line, (g.student, g.assignment, score, f"{g.max_score:g}", late, words))))
    for student, assignment in summary.missing:
        table.add_row(*map(escape, map(line, (student, assignment, "—", "", "", NOTHING))))
    Console(soft_wrap=True).print(table)
    if summary.waiting:
        print(f"\n{summary.waiting} wait for marking by hand, in Formgrader.")
    if summary.own:
        names = ", ".join(map(line, summary.own))
        print(f"\nLeft alone, for they are this course's own: {names}. nbgrader autograde grades them, or Formgrader.")


def grade_line(grade: Grade) -> str:
    """One submission as a line of a log: when, who, what, and what was noted or went wrong."""
    score = "—" if grade.total is None else f"{grade.total:g}"
    words = grade.error or (UNDECIDED if grade.withheld else " ".join(note.to("en") for note in grade.notes))
    about = f"{datetime.now():%H:%M:%S}  {grade.student}  {grade.assignment}  {score}/{grade.max_score:g}  {words}"
    return line(about).rstrip()


def print_changes(summary: GradeSummary) -> None:
    """Prints the marks that another version gave and this one does not: those that stay, and those that changed."""
    for withheld, words in ((True, STAY), (False, CHANGED)):
        changes = [(g, change) for g in summary.grades for change in g.changes if g.withheld == withheld]
        if not changes:
            continue
        table = Table("student", "assignment", "function", "given", "now", "why", box=None, pad_edge=False)
        for g, change in changes:
            marks = f"{change.old:g}", f"{change.new:g}"
            row = (g.student, g.assignment, change.function, *marks, change.why)
            table.add_row(*map(escape, map(line, row)))
        print(f"\n{words}")
        Console(soft_wrap=True).print(table)
