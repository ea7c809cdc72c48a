"""The marks of one assignment, to be written into a table, and who of it could not be found."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from ...collecting.naming import is_named_in
from ...roster import Ambiguous, Roster, Sender, Student, words_of
from ...sheets import Sheet


@dataclass(frozen=True)
class Mark:
    """What one student has for one assignment, after the late penalty, of how much; and what is said of it."""

    score: float
    most: float
    comment: str = ""

    def scaled(self, most: float | None) -> float:
        """The score where the table's own maximum is another."""
        return self.score if most is None or not self.most else self.score * most / self.most


@dataclass(frozen=True)
class Marks:
    """Those of one assignment, by student, and the roster that says who is who."""

    assignment: str
    by_student: Mapping[str, Mark]
    roster: Roster

    def of(self, student: Student | None) -> Mark | None:
        """The mark of somebody, if they have one."""
        return self.by_student.get(student.id) if student else None


@dataclass
class Filled:
    """What was written into a table: for whom, and what was left as it is, in words."""

    students: set[str] = field(default_factory=set)
    left: list[str] = field(default_factory=list)

    def without(self, marks: Marks) -> list[str]:
        """Who has a mark that the table has no row for."""
        return sorted(marks.by_student.keys() - self.students)


def found(marks: Marks, sender: Sender, scope: str, filled: Filled) -> Student | None:
    """The student of a row; nothing, and a word on it, where several could be."""
    try:
        return marks.roster.find(sender, scope)
    except Ambiguous as error:
        filled.left.append(f"{sender.name or sender.key}: {error}")
        return None


def names(title: str, assignment: str) -> bool:
    """Whether a column's title names the assignment, with its number or without."""
    return is_named_in(assignment, words_of(title))


def number_in(cell: str) -> float | None:
    """The number that a cell says, with a point or a comma; nothing if it says none."""
    try:
        return float(cell.replace("\N{NO-BREAK SPACE}", "").replace(",", ".")) if cell else None
    except ValueError:
        return None


def write_numbers_as(sheet: Sheet, cells: Iterable[str], otherwise: bool) -> None:
    """From now on, the sheet writes numbers as they stand in these cells, with a comma or a point."""
    written = [cell for cell in cells if number_in(cell) is not None and ("," in cell or "." in cell)]
    sheet.comma = "," in written[0] if written else otherwise


def column_of(titles: Sequence[str], fits: Callable[[str], bool]) -> int | None:
    """The only column whose title fits; nothing where there is none, or several."""
    fitting = [number for number, title in enumerate(titles) if fits(title)]
    return fitting[0] if len(fitting) == 1 else None
