"""A teacher's own table, as CSV or as a workbook: read, and filled in so that all else in it stays as it was."""

import codecs
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any, Protocol

from .directory import CourseError

MARKS = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
SEPARATORS = ",;\t"
# What spreadsheets take for the beginning of a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r")
WORKBOOKS = (".xlsx", ".xlsm")
MOST_BYTES = 2**28
Rows = Sequence[Sequence[str]]
Cell = str | float


class Sheet(Protocol):
    """A table whose cells can be read as text, row by row, and written."""

    comma: bool
    """Whether numbers are written with one."""

    @property
    def rows(self) -> Rows: ...

    def put(self, row: int, column: int, value: Cell) -> None:
        """Writes a cell, which may not be there yet; a number as the table writes numbers."""

    def content(self) -> bytes:
        """The whole file."""


def read_sheet(path: Path) -> Sheet:
    """The table in this file; raises CourseError where it cannot be read."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise CourseError(f"{path} is larger than a class's table can be.\nName another file.")
        data = path.read_bytes()
    except OSError as error:
        raise CourseError(f"{path}: {error.strerror}.\nName the file that the platform gave.") from error
    return Workbook(path, data) if path.suffix.lower() in WORKBOOKS else Csv.read(data)


def read_text(data: bytes) -> tuple[str, tuple[bytes, str]]:
    """The text in these bytes, and the mark and the encoding with which they are it."""
    mark = next((mark for mark in MARKS if data.startswith(mark)), b"")
    for encoding in (MARKS[mark],) if mark else ("utf-8", "cp1252"):
        try:
            return data[len(mark) :].decode(encoding), (mark, encoding)
        except UnicodeDecodeError:
            pass
    # It has a character for each byte, and each byte back for it.
    return data.decode("latin-1"), (b"", "latin-1")


def disarmed(text: str) -> str:
    """The text, so that no spreadsheet takes it for a formula.

    >>> disarmed('=HYPERLINK("http://x")'), disarmed("8 of 10")
    ('\\'=HYPERLINK("http://x")', '8 of 10')
    """
    return f"'{text}" if text.startswith(FORMULA) else text


@dataclass
class Csv:
    """Text with separators. Each row is the cells as they stand in the file, and what ends the line."""

    cells: list[list[str]]
    ends: list[str]
    separator: str
    encoding: tuple[bytes, str]
    comma: bool = False
    """Whether numbers are written with one."""
    rows: list[list[str]] = field(init=False)

    def __post_init__(self) -> None:
        self.rows = [[_value(cell) for cell in row] for row in self.cells]

    @classmethod
    def read(cls, data: bytes) -> "Csv":
        """The table in these bytes, whatever its encoding and separator."""
        text, encoding = read_text(data)
        first = re.match(r'(?:"[^"]*"|[^"\r\n])*', text)
        outside = re.sub(r'"[^"]*"', "", first[0] if first else "")
        separator = max(SEPARATORS, key=outside.count)
        cells, ends = _split(text, separator)
        return cls(cells, ends, separator, encoding)

    @classmethod
    def of(cls, rows: Iterable[Sequence[Cell]]) -> "Csv":
        """A new table, as Excel takes it too."""
        sheet = cls([], [], ",", (codecs.BOM_UTF8, "utf-8"))
        for row in rows:
            sheet.add(row)
        return sheet

    def add(self, row: Sequence[Cell]) -> None:
        """Writes a row below the others."""
        self.cells.append([])
        self.ends.append("\r\n")
        self.rows.append([])
        for column, value in enumerate(row):
            self.put(len(self.cells) - 1, column, value)

    def put(self, row: int, column: int, value: Cell) -> None:
        own = self.cells[row]
        own += [""] * (column + 1 - len(own))
        text = self._number(value) if isinstance(value, float) else disarmed(value)
        quoted = own[column].startswith('"') or any(c in text for c in (self.separator, '"', "\n", "\r"))
        own[column] = '"{}"'.format(text.replace('"', '""')) if quoted else text
        self.rows[row] = [_value(cell) for cell in own]

    def content(self) -> bytes:
        lines = (self.separator.join(row) + end for row, end in zip(self.cells, self.ends, strict=True))
        mark, encoding = self.encoding
        return mark + "".join(lines).encode(encoding, "replace")

    def _number(self, value: float) -> str:
        text = f"{value:.2f}"
        return text.replace(".", ",") if self.comma else text


def _split(text: str, separator: str) -> tuple[list[list[str]], list[str]]:
    """The cells as they stand, line by line, and the ends of the lines: put together, they are the text."""
    cell = re.compile(rf'(?:[ ]*"(?:[^"]|"")*"[^{separator}\r\n]*|[^{separator}\r\n]*)')
    cells: list[list[str]] = [[]]
    ends: list[str] = []
    place = 0
    while True:
        found = cell.match(text, place)
        assert found is not None
        cells[-1].append(found[0])
        place = found.end()
        if place == len(text):
            return cells, [*ends, ""]
        if text[place] == separator:
            place += 1
            continue
        end = "\r\n" if text.startswith("\r\n", place) else text[place]
        ends.append(end)
        place += len(end)
        cells.append([])


def _value(cell: str) -> str:
    bare = cell.strip()
    return bare[1:-1].replace('""', '"') if len(bare) > 1 and bare[0] == bare[-1] == '"' else bare


class Workbook:
    """The first sheet of a workbook; the file is written again by openpyxl, which keeps what it knows of."""

    # A workbook's numbers are numbers.
    comma = False

    def __init__(self, path: Path, data: bytes) -> None:
        # Not in every install, and slow to import.
        from openpyxl import load_workbook
        from openpyxl.utils.exceptions import InvalidFileException

        try:
            self._book: Any = load_workbook(BytesIO(data), keep_vba=path.suffix.lower() == ".xlsm")
        except (InvalidFileException, OSError, ValueError, KeyError) as error:
            raise CourseError(f"{path} cannot be read as a workbook: {error}.\nSave it again as .xlsx.") from error
        self._sheet: Any = self._book.worksheets[0]
        self.rows = [[_shown(value) for value in row] for row in self._sheet.iter_rows(values_only=True)]

    def put(self, row: int, column: int, value: Cell) -> None:
        cell = self._sheet.cell(row + 1, column + 1)
        # Two decimals, as in a CSV: what is shown is what is there.
        cell.value = round(value, 2) if isinstance(value, float) else disarmed(value)
        own = self.rows[row]
        own += [""] * (column + 1 - len(own))
        own[column] = _shown(cell.value)

    def content(self) -> bytes:
        buffer = BytesIO()
        self._book.save(buffer)
        return buffer.getvalue()


def new_workbook(rows: Iterable[Sequence[Cell]]) -> bytes:
    """A workbook with these rows."""
    from openpyxl import Workbook as New

    book = New()
    for row in rows:
        book.active.append([disarmed(value) if isinstance(value, str) else round(value, 2) for value in row])
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _shown(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value).strip()
