"""From a platform's archive to its marks and pages, and back under the names that it knows."""

import csv
import zipfile
from datetime import timedelta

import pytest
from nbformat import writes

from degrau.course.collecting.collect import collect
from degrau.course.directory import CourseError
from degrau.course.exporting.export import export
from degrau.course.grade import grade_course
from degrau.demo.desk import Desk
from degrau.judging.registry import assignments

from ..collecting.handing_in import FIRST, Handed, canvas, moodle, moodle_name
from .importers import LOCALES, imported_by_canvas, imported_by_moodle

pytestmark = pytest.mark.long
KNOWN = {name: list(assignment.points) for name, assignment in assignments().items()}


@pytest.fixture
def handed(pack) -> list[Handed]:
    desk = Desk(pack, "01_adaline", "pt")
    right = writes(desk.notebook(desk.right(0))).encode()
    half = writes(desk.notebook({"linear": desk.right(0)["linear"]})).encode()
    ana = Handed("Ana Júlia Souza", "12", {"Minha lição_2.ipynb": right})
    return [ana, Handed("Bia Lima", "34", {"01_adaline.ipynb": half}, FIRST + timedelta(days=1))]


def given_pages(path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_moodles_class_goes_there_and_back(course, handed, tmp_path) -> None:
    locale = LOCALES["pt_br"]
    sheet = tmp_path / "Notas-Adaline.csv"
    with sheet.open("w", newline="", encoding="utf-8-sig") as file:
        rows = [[f"Participante{p.key}", p.name, "", "", "", "10,00", "Sim", "-", "-", ""] for p in handed]
        csv.writer(file, delimiter=";").writerows([locale.titles, *rows])
    before = sheet.read_bytes()
    collect(course, [moodle(moodle_name, "/")(tmp_path, handed)], None, KNOWN, {})
    scores = {grade.student: grade.score / grade.max_score for grade in grade_course(course).grades}
    done = export(course, "moodle", ["01_adaline"], into=sheet, pages=True)
    assert (done.left, done.students, done.waiting) == ([], 2, 0)
    assert sheet.read_bytes() == before
    read = imported_by_moodle(done.table.read_text("utf-8-sig"), ";", locale)
    assert {key: grade for key, (grade, _) in read.items()} == {
        "12": 10.0,
        "34": pytest.approx(10 * scores["bia_lima"], abs=0.005),
    }
    assert read["34"][1].startswith("linear 3/3; adaline_output 0/4; ")
    # Moodle takes the participant from the second of at least four parts, the plugin from the next two.
    pages = given_pages(done.pages)
    parts = [name.split("/")[0].split("_", 4) for name in pages]
    assert [(part[1], part[2], part[3]) for part in parts] == [
        ("12", "assignsubmission", "file"),
        ("34", "assignsubmission", "file"),
    ]
    page = course / "feedback/ana_julia_souza/01_adaline/01_adaline.html"
    assert pages["Ana Júlia Souza_12_assignsubmission_file_/01_adaline.html"] == page.read_bytes()


def test_canvas_class_goes_there_and_back(course, handed, tmp_path) -> None:
    collect(course, [canvas(tmp_path, handed)], "01_adaline", KNOWN, {})
    grade_course(course)
    sheet = tmp_path / "grades.csv"
    sheet.write_text(
        "Student,ID,SIS Login ID,Section,Adaline (991)\n    Points Possible,,,,10.00\n"
        '"Souza, Ana Júlia",12,a,T1,\n"Lima, Bia",34,b,T1,\n"Reis, Caio",56,c,T1,\n',
        encoding="utf-8",
    )
    done = export(course, "canvas", into=sheet, pages=True)
    read = imported_by_canvas(done.table.read_text("utf-8"))
    assert read["12"] == {"991": 10.0}
    assert read["56"] == {}
    assert list(given_pages(done.pages)) == ["anajúliasouza_12_70_01_adaline.html", "bialima_34_70_01_adaline.html"]


def test_a_table_of_everything_has_a_line_for_who_handed_nothing_in(course, handed, tmp_path) -> None:
    collect(course, [moodle(moodle_name, "_")(tmp_path, handed)], None, KNOWN, {})
    with (course / "students.csv").open("a", encoding="utf-8") as file:
        file.write("caio,Caio Reis,,,\n")
    grade_course(course)
    rows = list(csv.reader(export(course, "csv").table.read_text("utf-8-sig").splitlines()))
    assert [row[0] for row in rows] == ["id", "ana_julia_souza", "bia_lima", "caio"]
    assert rows[3][4] == ""
    assert export(course, "xlsx").table.suffix == ".xlsx"


def test_a_teachers_own_file_is_never_written_over(course, handed, tmp_path) -> None:
    collect(course, [moodle(moodle_name, "_")(tmp_path, handed)], None, KNOWN, {})
    grade_course(course)
    sheet = tmp_path / "own.csv"
    sheet.write_text("id\nana_julia_souza\n")
    with pytest.raises(CourseError, match="stays as it is"):
        export(course, "csv", into=sheet, out=sheet)
    assert export(course, "csv", into=sheet).left == ["01_adaline: bia_lima is not in the table"]


def test_without_marks_nothing_is_written(course) -> None:
    with pytest.raises(CourseError, match="nothing is graded yet"):
        export(course, "csv")
