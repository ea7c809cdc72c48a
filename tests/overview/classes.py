"""Made-up classes: what a grading would have kept of them."""

from collections.abc import Mapping

from degrau.course.autograded import Attempt, Came, Named
from degrau.course.roster import Student
from degrau.judging.registry import assignments
from degrau.overview.records import Class, Entry

from ..at_hand import ASSIGNMENT

BATCH = Named("batch", "Uma correção por época", "known")


def attempt(shares: Mapping[str, float], assignment: str = ASSIGNMENT, **about: object) -> Attempt:
    """An attempt in which each function gets this share of its properties' points, or all."""
    came = []
    for exercise in assignments()[assignment].exercises:
        share = shares.get(exercise.name, 1.0)
        properties = {prop.name: share * prop.points for prop in exercise.properties}
        status = "passed" if share == 1 else "failed"
        came.append(Came(exercise.name, status, sum(properties.values()), properties))
    return Attempt(**{"files": "a", "handed_in": None, "language": "pt", "functions": tuple(came), **about})


def entry(student: str, *attempts: Attempt, assignment: str = ASSIGNMENT) -> Entry:
    """The entry of a submission with these attempts, whose last one has the marks."""
    most = assignments()[assignment].points
    marks = {came.name: (came.points, most[came.name]) for came in attempts[-1].functions}
    score = sum(points for points, _ in marks.values())
    return Entry(student, assignment, marks, score, sum(most.values()), attempts=attempts)


def class_of(*entries: Entry, absent: tuple[str, ...] = ()) -> Class:
    """A class of those who have entries, and of others who have none; half of them are in each of two sections."""
    ids = [*dict.fromkeys(entry.student for entry in entries), *absent]
    students = tuple(Student(id, f"{id.title()} Souza", section=f"T{i % 2}") for i, id in enumerate(ids))
    return Class("redes", "pt", students, entries)
