"""The page of the report: one file without network, scripts or anything else beside it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import pandas as pd
from jinja2 import Environment, PackageLoader, select_autoescape
from markupsafe import Markup

from ..base.terminal import clean
from ..base.text import Language
from ..judging.registry import assignments
from . import items
from .plots import histogram_svg, mistakes_svg, progress_svg
from .records import Class
from .tables import Tables
from .words import WORDS

# How a function stands, where its points do not say it.
SIGNS = {"blank": "·", "error": "!", "missing": "?", "timeout": "∞", "crashed": "✗"}


@dataclass(frozen=True)
class Line:
    """A student's line in the map: the share of all points, and of each function's, with a sign."""

    student: str
    share: float
    cells: tuple[dict[str, Any], ...]


@dataclass(frozen=True)
class Part:
    """What is shown of one assignment: numbers, pictures, and its rows of the tables."""

    name: str
    handed_in: int
    mean: float
    median: float
    full: int
    late: int
    by_hand: int
    absent: list[str]
    histogram: Markup
    sections: pd.DataFrame
    bars: Markup
    known: pd.DataFrame
    relations: pd.DataFrame
    stuck: pd.DataFrame
    improved: pd.DataFrame
    accidents: pd.DataFrame
    items: pd.DataFrame
    functions: list[str]
    map: list[Line]


def page(known: Class, tables: Tables, when: datetime, without_names: bool = False) -> str:
    """The report as HTML, in the course's language."""
    language = known.language
    names = {student.id: student.name or student.id for student in known.students}
    parts = [_part(name, tables, len(known.students), language) for name in known.assignments]
    splits = [(part.full, part.handed_in - part.full, len(part.absent)) for part in parts]
    environment = Environment(
        loader=PackageLoader("degrau.overview", "."),
        autoescape=select_autoescape(["html"]),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    text = environment.get_template("report.html").render(
        language=language,
        title=known.title,
        when=f"{when:%Y-%m-%d %H:%M}",
        students=len(known.students),
        without_names=without_names,
        waiting=len(known.waiting),
        old=sum(not entry.attempts for entry in known.entries),
        tables=tables,
        parts=parts,
        progress=Markup(progress_svg(known.assignments, splits, language)),
        signs=SIGNS,
        fair=items.FAIR,
        good=items.GOOD,
        fewest=items.FEWEST,
        say=lambda word, **values: WORDS[word].to(language, **values),
        called=names.__getitem__,
        rows=lambda table: table.itertuples(index=False),
        percent=lambda share: f"{100 * share:.0f}",
        decimal=lambda value: f"{value:z.2f}",
        property=lambda row: _title(row, language),
    )
    return clean(text)


def _title(row: Any, language: Language) -> str:
    exercise = assignments()[row.assignment].by_name[row.function]
    return next(prop.title.to(language) for prop in exercise.properties if prop.name == row.property)


def _part(name: str, tables: Tables, students: int, language: Language) -> Part:
    """What is shown of one assignment."""

    def own(table: pd.DataFrame) -> pd.DataFrame:
        return table[table["assignment"] == name]

    marks, mistakes = own(tables.marks), own(tables.mistakes)
    known = mistakes[mistakes["kind"] != "relation"]
    absent = list(own(tables.missing)["student"])
    functions = own(tables.functions)
    return Part(
        name=name,
        handed_in=students - len(absent),
        mean=marks["share"].mean() if len(marks) else 0.0,
        median=marks["share"].median() if len(marks) else 0.0,
        full=int((marks["score"] + marks["late"] >= marks["most"]).sum()),
        late=int((marks["late"] > 0).sum()),
        by_hand=int(marks["by_hand"].sum()),
        absent=absent,
        histogram=Markup(histogram_svg(marks, language)),
        sections=own(tables.sections),
        bars=Markup(mistakes_svg(known, language) if len(known) else ""),
        known=known,
        relations=mistakes[mistakes["kind"] == "relation"],
        stuck=own(tables.stuck),
        improved=own(tables.improved),
        accidents=own(tables.accidents),
        items=own(tables.items),
        functions=list(dict.fromkeys(functions["function"])),
        map=list(_map(marks, functions)),
    )


def _map(marks: pd.DataFrame, functions: pd.DataFrame) -> Iterator[Line]:
    """The lines of the map, those who may need somebody first."""
    cells: dict[str, list[dict[str, Any]]] = {}
    for row in functions.itertuples():
        cell = {"share": min(max(row.share, 0.0), 1.0), "sign": SIGNS.get(row.status, "")}
        cells.setdefault(row.student, []).append(cell)
    for row in marks.sort_values(["share", "student"]).itertuples():
        yield Line(row.student, row.share, tuple(cells.get(row.student, ())))
