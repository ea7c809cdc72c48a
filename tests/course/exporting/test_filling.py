"""A teacher's own table is filled in so that its platform reads the marks, and nothing else in it changes."""

import csv
from io import BytesIO, StringIO

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from degrau.course.directory import CourseError
from degrau.course.exporting.tables import canvas, moodle, plain
from degrau.course.exporting.tables.marks import Mark, Marks
from degrau.course.roster import Roster, Student, key_of
from degrau.course.sheets import Csv, Workbook, read_text

from .importers import LOCALES, imported_by_canvas, imported_by_moodle

quick = settings(max_examples=60, deadline=None, derandomize=True, database=None)
cells = st.text("aÉç ,;\"'=\t1", max_size=8)
scores = st.integers(0, 100).map(lambda n: n / 8)
ASSIGNMENT = "20_losses"


def marks_of(found: dict[str, float | None], scope: str, comment: str = "linear 1/1; cost 0.5/2") -> Marks:
    """Marks of 12.5 by the platform's keys; who has none is in the roster all the same."""
    students = {f"s{key}": Student(f"s{key}", f"Aluno {key}x", keys=key_of(scope, key)) for key in found}
    marks = {f"s{key}": Mark(score, 12.5, comment) for key, score in found.items() if score is not None}
    return Marks(ASSIGNMENT, marks, Roster(students))


def written(rows: list[list[str]], separator: str, encoding: str, end: str) -> bytes:
    buffer = StringIO()
    csv.writer(buffer, delimiter=separator, lineterminator=end).writerows(rows)
    return buffer.getvalue().encode(encoding, "replace")


def unlike(before: bytes, after: bytes) -> set[int]:
    """The columns in which two files have other bytes; all else is alike to the byte."""
    one, two = Csv.read(before), Csv.read(after)
    assert (one.ends, one.separator, one.encoding) == (two.ends, two.separator, two.encoding)
    pairs = [zip(a, b, strict=True) for a, b in zip(one.cells, two.cells, strict=True)]
    return {column for row in pairs for column, (a, b) in enumerate(row) if a != b}


@pytest.mark.parametrize("language", LOCALES)
@quick
@given(
    st.dictionaries(st.integers(1, 10**6).map(str), st.none() | scores, min_size=1, max_size=6),
    st.lists(cells, min_size=6, max_size=6),
    st.sampled_from(",;\t"),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    st.sampled_from(["\n", "\r\n"]),
)
def test_moodle_reads_the_marks_and_nothing_else_changes(language, found, names, separator, encoding, end) -> None:
    locale = LOCALES[language]
    most = f"10{locale.point}00"
    rows = [list(locale.titles)]
    for key, name in zip(found, names, strict=False):
        rows.append([f"{locale.hidden}{key}", f"A {name}", "", "ok, sim", "", most, "Sim", "-", "-", ""])
    data = written(rows, separator, encoding, end)
    sheet = Csv.read(data)
    assert sheet.content() == data
    moodle.fill(sheet, marks_of(found, f"moodle:{ASSIGNMENT}"))
    after = sheet.content()
    read = imported_by_moodle(read_text(after)[0], separator, locale)
    wanted = {key: score * 0.8 for key, score in found.items() if score is not None}
    assert {key: grade for key, (grade, _) in read.items()} == pytest.approx(wanted, abs=0.00501)
    known = language != "ru"
    assert {comment for _, comment in read.values()} <= {"linear 1/1; cost 0.5/2" if known else ""}
    assert unlike(data, after) <= {4, 9}


def test_a_worksheet_in_windows_own_encoding_stays_in_it() -> None:
    data = "Identificador;Nome completo;Status;Nota;Nota máxima;x\r\nParticipante7;José;;;10,00;Sim".encode("cp1252")
    sheet = Csv.read(data)
    moodle.fill(sheet, marks_of({"7": 12.5}, f"moodle:{ASSIGNMENT}"))
    assert sheet.content() == data.replace(b";;;10,00", b";;10,00;10,00")


def test_a_group_gives_its_mark_to_everybody_in_it() -> None:
    rows = [["Identifier", "Full name", "Status", "Group", "Grade", "Maximum grade", "x"]]
    rows += [[f"Participant {n}", f"Ana {n}", "", "Group A", "", "10.00", "Yes"] for n in (1, 2)]
    sheet = Csv.read(written(rows, ",", "utf-8", "\n"))
    group = Student("group_a", "Group A", keys=key_of(f"moodle:{ASSIGNMENT}", "99"))
    moodle.fill(sheet, Marks(ASSIGNMENT, {"group_a": Mark(5.0, 10.0)}, Roster({"group_a": group})))
    assert [row[4] for row in sheet.rows[:3]] == ["Grade", "5.00", "5.00"]


def test_marks_in_words_are_refused_with_a_sentence() -> None:
    rows = [
        ["Identifier", "Full name", "Status", "Grade", "Scale", "x"],
        ["Participant 1", "A", "", "", "bad,good", ""],
    ]
    with pytest.raises(CourseError, match="marks by words"):
        moodle.fill(Csv.read(written(rows, ",", "utf-8", "\n")), marks_of({"1": 1.0}, f"moodle:{ASSIGNMENT}"))


def test_the_least_that_moodle_takes() -> None:
    sheet = moodle.least(marks_of({"7": 5.25, "8": None}, f"moodle:{ASSIGNMENT}"))
    text, _ = read_text(sheet.content())
    assert imported_by_moodle(text.replace("\r\n", "\n"), ",", LOCALES["en"]) == {"7": (5.25, "linear 1/1; cost 0.5/2")}


def gradebook(found, separator: str, point: str) -> list[list[str]]:
    rows = [["Student", "ID", "SIS Login ID", "Section", "Perceptron (1)", "01 Losses (991)", "Final Score"]]
    rows.append(["", "", "", "", "Manual Posting", "", "(read only)"])
    rows.append(["    Points Possible", "", "", "", f"4{point}00", f"25{point}00", "(read only)"])
    return rows + [[f"Souza, {key}", key, "", "T1", f"3{point}25", "", ""] for key in found]


@quick
@given(
    st.dictionaries(st.integers(1, 10**6).map(str), st.none() | scores, min_size=1, max_size=6),
    st.sampled_from([(",", "."), (";", ",")]),
    st.sampled_from(["\n", "\r\n"]),
)
def test_canvas_reads_the_marks_and_nothing_else_changes(found, how, end) -> None:
    separator, point = how
    data = written(gradebook(found, separator, point), separator, "utf-8-sig", end)
    sheet = Csv.read(data)
    assert sheet.content() == data
    canvas.fill(sheet, marks_of(found, "canvas"))
    read = imported_by_canvas(read_text(sheet.content())[0])
    got = {key: own["991"] for key, own in read.items() if "991" in own}
    assert got == pytest.approx({key: 2 * score for key, score in found.items() if score is not None}, abs=0.00501)
    assert {own["1"] for own in read.values()} == {3.25}
    assert unlike(data, sheet.content()) <= {5}


def test_who_is_excused_in_canvas_stays_so() -> None:
    rows = gradebook(["7"], ",", ".")
    rows[-1][5] = "EX"
    sheet = Csv.read(written(rows, ",", "utf-8", "\n"))
    filled = canvas.fill(sheet, marks_of({"7": 5.0}, "canvas"))
    assert sheet.rows[3][5] == "EX"
    assert filled.left == ["s7: Canvas says EX, which stays"]


def test_a_column_that_is_not_there_is_said_and_none_is_made() -> None:
    rows = gradebook(["7"], ",", ".")
    rows[0][5] = "Homework 2 (991)"
    with pytest.raises(CourseError, match=r"called 20_losses: Perceptron \(1\), Homework 2 \(991\)"):
        canvas.fill(Csv.read(written(rows, ",", "utf-8", "\n")), marks_of({"7": 5.0}, "canvas"))


def test_the_least_that_canvas_takes() -> None:
    text, _ = read_text(canvas.least([marks_of({"7": 5.0}, "canvas")]).content())
    assert text == "Student,ID,SIS Login ID,Section,20_losses\r\nAluno 7x,7,,,5.00\r\n"


def test_blackboards_table_is_filled_by_the_users_and_in_its_own_points() -> None:
    rows = [["Last Name", "First Name", "Username", "Losses [Total Pts: 100 Score] |4711"], ["Souza", "Ana", "s7", ""]]
    sheet = Csv.read(written(rows, "\t", "utf-16", "\r\n"))
    plain.fill(sheet, marks_of({"7": 6.25}, "x"))
    assert sheet.rows[1][3] == "50.00"


def test_a_workbook_keeps_what_else_is_in_it(tmp_path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["Turma A"])
    book.active.append(["Matrícula", "Nome", "P1", "Média"])
    book.active.append(["s7", "Aluno 7x", 3, "=AVERAGE(C3:C3)"])
    book.active.column_dimensions["B"].width = 40
    book.create_sheet("outra")["A1"] = "x"
    buffer = BytesIO()
    book.save(buffer)
    sheet = Workbook(tmp_path / "x.xlsx", buffer.getvalue())
    plain.fill(sheet, marks_of({"7": 6.25}, "x"))
    again = openpyxl.load_workbook(BytesIO(sheet.content()))
    found = [[cell.value for cell in row] for row in again.worksheets[0].iter_rows()]
    assert found[1:] == [
        ["Matrícula", "Nome", "P1", "Média", "20_losses"],
        ["s7", "Aluno 7x", 3, "=AVERAGE(C3:C3)", 6.25],
    ]
    assert again.worksheets[0].column_dimensions["B"].width == 40
    assert again.sheetnames == ["Sheet", "outra"]


@pytest.mark.parametrize("text", ["=1+1", "+x", "-x", "@SUM(A1)", '=HYPERLINK("http://x","y")'])
def test_what_is_written_is_no_formula(text, tmp_path) -> None:
    rows = [[*LOCALES["en"].titles], ["Participant 7", "A", "", "", "", "10.00", "Yes", "-", "-", ""]]
    sheet = Csv.read(written(rows, ",", "utf-8", "\n"))
    moodle.fill(sheet, marks_of({"7": 5.0}, f"moodle:{ASSIGNMENT}", comment=text))
    assert sheet.rows[1][9] == f"'{text}"
    marks = Marks(ASSIGNMENT, {"a": Mark(1.0, 2.0)}, Roster({"a": Student("a", text)}))
    assert Csv.of(plain.table([marks])).rows[1][1] == f"'{text}"


@quick
@given(st.text("a\",;\n\r\t= '", max_size=30))
def test_any_text_is_a_table_that_stays_as_it_is(text) -> None:
    assert Csv.read(text.encode()).content() == text.encode()
