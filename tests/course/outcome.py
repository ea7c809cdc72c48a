"""What a grading leaves in a course, in lines of text: the gradebook's rows, and every file with its permissions."""

import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from functools import cache
from itertools import zip_longest
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup

from degrau.course.directory import CONFIG, VERDICTS

Outcome = dict[str, list[str]]
Difference = tuple[str | None, str | None]
Tables = dict[str, list[dict[str, Any]]]
GRADEBOOK = "gradebook.db"
DRAWN = re.compile(r"[0-9a-f]{32}")
# What is degrau's own, or the teacher's to set.
ASIDE = (CONFIG, VERDICTS, GRADEBOOK)


def outcome(course: Path) -> Outcome:
    """Everything, by the name of the table or the file."""
    return {**dict(rows(tables(course / GRADEBOOK))), **dict(files(course))}


def pages(course: Path) -> dict[str, str]:
    """The feedback pages, by student."""
    return {path.parent.parent.name: path.read_text("utf-8") for path in (course / "feedback").rglob("*.html")}


def differences(one: Outcome, other: Outcome) -> dict[str, Difference]:
    """The tables and files that are not the same, with the first lines that differ."""
    pairs = {name: (one.get(name, []), other.get(name, [])) for name in sorted({*one, *other})}
    return {name: first_difference(*pair) for name, pair in pairs.items() if pair[0] != pair[1]}


def first_difference(one: list[str], other: list[str]) -> Difference:
    return next(lines for lines in zip_longest(one, other) if lines[0] != lines[1])


def tables(gradebook: Path) -> Tables:
    with closing(sqlite3.connect(gradebook)) as database:
        database.row_factory = sqlite3.Row
        names = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: [dict(row) for row in database.execute(f'SELECT * FROM "{name}"')] for name in names}


def rows(tables: Tables) -> Iterator[tuple[str, list[str]]]:
    """The rows of each table; an id that was drawn at random becomes what it stands for, in all the tables."""
    of_id = defaultdict(list)
    for name, row in ((name, row) for name, rows in tables.items() for row in rows):
        if DRAWN.fullmatch(str(row.get("id"))):
            of_id[row["id"]].append((name, {column: value for column, value in row.items() if column != "id"}))

    def told(value: Any) -> Any:
        return [(name, told_row(row)) for name, row in of_id[value]] if value in of_id else value

    def told_row(row: dict[str, Any]) -> dict[str, Any]:
        return {column: told(value) for column, value in row.items()}

    for name, content in tables.items():
        yield f"table {name}", sorted(repr(told_row(row)) for row in content)


def files(course: Path) -> Iterator[tuple[str, list[str]]]:
    for path in sorted(course.rglob("*")):
        name = path.relative_to(course)
        if name.parts[0] not in ASIDE:
            found = path.stat()
            yield (
                name.as_posix(),
                [f"{found.st_mode:o} group {found.st_gid}", *(content(path) if path.is_file() else [])],
            )


def content(path: Path) -> list[str]:
    text = path.read_text("utf-8", "backslashreplace")
    return (parsed(text) if path.suffix == ".html" else text).splitlines()


@cache
def parsed(page: str) -> str:
    """A page as nbconvert's parser writes it again: elements, attributes by name, text, and space where it counts."""
    return str(BeautifulSoup(page, "html.parser"))
