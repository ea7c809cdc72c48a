"""The tables of a report on a class: marks, functions, properties, mistakes, and who needs somebody to look.

They are pandas' own: it is a quarter of the size of polars, whose speed no class needs, and a teacher's notebook that
reads the report's files has it at hand.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pandas as pd

from ..base.text import Language
from ..course.autograded import Attempt, Came
from ..judging.registry import assignments
from .items import item_table
from .records import Class, Entry

Row = dict[str, Any]
# How a function stands, where nothing but its mark is known.
BY_MARK = {True: "passed", False: "failed"}
ACCIDENTS = ("timeout", "crashed")


@dataclass(frozen=True)
class Tables:
    """All that the report shows; a row each.

    `marks` has the submissions; `functions` what came of each function of each, `items` how each function and property
    does with the class, `mistakes` the named ones and who makes them, `stuck` the function at which students stop,
    `missing` who handed in nothing, `improved` who got on between attempts, `accidents` time-outs, crashes, and what
    was mended, `requests` what is asked of the teacher, `sections` how each section does, where there are several.
    """

    marks: pd.DataFrame
    functions: pd.DataFrame
    items: pd.DataFrame
    mistakes: pd.DataFrame
    stuck: pd.DataFrame
    missing: pd.DataFrame
    improved: pd.DataFrame
    accidents: pd.DataFrame
    requests: pd.DataFrame
    sections: pd.DataFrame


def tables_of(known: Class) -> Tables:
    """The tables of a class."""
    functions = _table(_functions(known), "student assignment function status points most share")
    return Tables(
        _table(_marks(known), "student name section assignment score most share late by_hand attempts"),
        functions,
        item_table(_table(_properties(known), "student assignment function property points most")),
        _mistakes(known),
        _stuck(functions),
        _table(_missing(known), "student name section assignment"),
        _table(_improved(known), "student assignment attempts first last gain"),
        _table(_accidents(known), "student assignment kind function words"),
        _table(_requests(known), "student assignment words"),
        _table(_sections(known), "assignment section students handed_in mean median full"),
    )


def _table(rows: Iterator[Row], columns: str) -> pd.DataFrame:
    return pd.DataFrame(list(rows), columns=columns.split())


def _marks(known: Class) -> Iterator[Row]:
    people = {student.id: student for student in known.students}
    for entry in known.entries:
        person = people[entry.student]
        yield {
            "student": person.id,
            "name": person.name,
            "section": person.section,
            "assignment": entry.assignment,
            "score": entry.total,
            "most": entry.most,
            "share": _share(entry.total, entry.most),
            "late": entry.penalty,
            "by_hand": entry.by_hand,
            "attempts": max(1, len(entry.attempts)),
        }


def _functions(known: Class) -> Iterator[Row]:
    for entry in known.entries:
        came = _last(entry)
        for name, (points, most) in entry.marks.items():
            status = came[name].status if name in came else BY_MARK[points >= most]
            yield {
                "student": entry.student,
                "assignment": entry.assignment,
                "function": name,
                "status": status,
                "points": points,
                "most": most,
                "share": _share(points, most),
            }


def _properties(known: Class) -> Iterator[Row]:
    """What each property gave: the judge's own points, which no hand has changed."""
    for entry in known.entries:
        for name, came in _last(entry).items():
            exercise = assignments()[entry.assignment].by_name.get(name)
            for prop in (p for p in exercise.properties if p.points) if exercise else ():
                yield {
                    "student": entry.student,
                    "assignment": entry.assignment,
                    "function": name,
                    "property": prop.name,
                    "points": came.properties.get(prop.name, 0.0),
                    "most": prop.points,
                }


def _last(entry: Entry) -> dict[str, Came]:
    return {came.name: came for came in entry.attempts[-1].functions} if entry.attempts else {}


def _share(points: float, most: float) -> float:
    return points / most if most else 0.0


def _mistakes(known: Class) -> pd.DataFrame:
    """What students do wrong, by function, the commonest first; `example` is the shortest call that shows it."""
    rows = _table(_named(known), "assignment function id title kind example student")
    groups = rows.groupby(["assignment", "function", "id"], sort=False)
    found = groups.agg(
        title=("title", "first"),
        kind=("kind", "first"),
        count=("student", "nunique"),
        example=("example", lambda calls: min(filter(None, calls), key=len, default="")),
        students=("student", lambda names: sorted(set(names))),
    )
    return _commonest_first(found)


def _commonest_first(found: pd.DataFrame) -> pd.DataFrame:
    """The groups as rows, by assignment, those of most students first."""
    ordered: pd.DataFrame = found.reset_index().sort_values(
        ["assignment", "count"], ascending=[True, False], kind="stable", ignore_index=True
    )
    return ordered


def _named(known: Class) -> Iterator[Row]:
    titles = _titles(known)
    for entry in known.entries:
        for name, came in _last(entry).items():
            if not came.mistakes:
                continue
            # Those that cannot be told apart by what the answer does are one.
            ids = tuple(dict.fromkeys(mistake.id for mistake in came.mistakes))
            yield {
                "assignment": entry.assignment,
                "function": name,
                "id": " / ".join(ids),
                "title": " / ".join(dict.fromkeys(titles[name, id] for id in ids)),
                "kind": came.mistakes[0].kind,
                "example": came.example,
                "student": entry.student,
            }


def _titles(known: Class) -> dict[tuple[str, str], str]:
    """The words for each mistake; in the course's language, if somebody's report has them."""
    found: dict[tuple[str, str], tuple[str, Language]] = {}
    for entry in known.entries:
        for came in _last(entry).values():
            for mistake in came.mistakes:
                said = mistake.title, entry.attempts[-1].language
                if found.setdefault((came.name, mistake.id), said)[1] != known.language:
                    found[came.name, mistake.id] = said
    return {key: title for key, (title, _) in found.items()}


def _stuck(functions: pd.DataFrame) -> pd.DataFrame:
    """At which function students stop: the first of the notebook that does not pass."""
    failing = functions[functions["status"] != "passed"]
    first = failing.drop_duplicates(["student", "assignment"])
    groups = first.groupby(["assignment", "function"], sort=False)
    return _commonest_first(groups.agg(count=("student", "size"), students=("student", lambda names: sorted(names))))


def _missing(known: Class) -> Iterator[Row]:
    handed_in = {(entry.student, entry.assignment) for entry in known.entries} | known.waiting
    for assignment in known.assignments:
        for student in known.students:
            if (student.id, assignment) not in handed_in:
                yield {
                    "student": student.id,
                    "name": student.name,
                    "section": student.section,
                    "assignment": assignment,
                }


def _sections(known: Class) -> Iterator[Row]:
    """The marks of each section, and of those in none; the shares of the points have late penalties taken off."""
    of = {student.id: student.section for student in known.students}
    names = sorted({*of.values()}, key=lambda name: (not name, name))
    for assignment in known.assignments if len(names) > 1 else ():
        handed_in = {entry.student for entry in known.entries if entry.assignment == assignment}
        handed_in |= {student for student, name in known.waiting if name == assignment}
        for section in names:
            own = [e for e in known.entries if e.assignment == assignment and of[e.student] == section]
            shares = pd.Series([_share(entry.total, entry.most) for entry in own], dtype=float)
            yield {
                "assignment": assignment,
                "section": section,
                "students": sum(name == section for name in of.values()),
                "handed_in": sum(of[student] == section for student in handed_in),
                "mean": shares.mean(),
                "median": shares.median(),
                "full": sum(entry.total + entry.penalty >= entry.most for entry in own),
            }


def _improved(known: Class) -> Iterator[Row]:
    for entry in known.entries:
        if len(entry.attempts) > 1:
            first, last = (_points(entry.attempts[i]) for i in (0, -1))
            yield {
                "student": entry.student,
                "assignment": entry.assignment,
                "attempts": len(entry.attempts),
                "first": first,
                "last": last,
                "gain": last - first,
            }


def _points(attempt: Attempt) -> float:
    return sum(came.points for came in attempt.functions)


def _accidents(known: Class) -> Iterator[Row]:
    for entry in known.entries:
        about = {"student": entry.student, "assignment": entry.assignment}
        for came in _last(entry).values():
            if came.status in ACCIDENTS:
                yield {**about, "kind": came.status, "function": came.name, "words": ""}
        for note in entry.attempts[-1].notes if entry.attempts else ():
            yield {**about, "kind": "mended", "function": "", "words": note}


def _requests(known: Class) -> Iterator[Row]:
    for entry in known.entries:
        for words in entry.attempts[-1].requests if entry.attempts else ():
            yield {"student": entry.student, "assignment": entry.assignment, "words": words}
