"""`degrau report`: what came of a class, as a page to read and as tables for other programs."""

import json
from dataclasses import fields
from datetime import datetime
from pathlib import Path

import pandas as pd

from ..base.disk import write_whole
from ..base.progress import OnProgress
from ..course.sheets import disarmed
from .page import page
from .records import Class, anonymous, read_class
from .tables import Tables, tables_of

PAGE, DATA = "report.html", "report.json"
# Marks are for their owner alone.
MODE = 0o600


def write_report(
    directory: Path, out: Path, without_names: bool = False, on_progress: OnProgress | None = None
) -> tuple[Path, ...]:
    """Writes the report on the class of the course in `directory` into the folder `out`; gives its files, page first.

    Beside the page are the same tables as one JSON object, and as CSV, one file each. Raises CourseError.
    """
    known = read_class(directory, on_progress)
    if without_names:
        known = anonymous(known)
    tables = tables_of(known)
    when = datetime.now().astimezone()
    contents = {PAGE: page(known, tables, when, without_names), DATA: as_json(known, tables, when)}
    contents |= {f"{field.name}.csv": as_csv(getattr(tables, field.name)) for field in fields(tables)}
    for name, text in contents.items():
        write_whole(out / name, text.encode(), MODE)
    return tuple(out / name for name in contents)


def as_json(known: Class, tables: Tables, when: datetime) -> str:
    """All tables, as lists of objects; what is not known of a number is null."""
    rows = {
        field.name: json.loads(getattr(tables, field.name).to_json(orient="records", force_ascii=False))
        for field in fields(tables)
    }
    about = {"course": known.title, "language": known.language, "made": when.isoformat(timespec="seconds")}
    people = [{"id": s.id, "name": s.name, "section": s.section} for s in known.students]
    return json.dumps({**about, "students": people, **rows}, ensure_ascii=False, indent=1)


def as_csv(table: pd.DataFrame) -> str:
    """A table for spreadsheets: several names in a cell are joined, and no text is a formula."""
    return str(table.map(_cell).to_csv(index=False, lineterminator="\n"))


def _cell(value: object) -> object:
    text = ", ".join(value) if isinstance(value, list) else value
    return disarmed(text) if isinstance(text, str) else text
