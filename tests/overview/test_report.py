"""The report's files: a page that stands alone, in the course's language, and tables that other programs read."""

import csv
import json
import re
import shutil
from dataclasses import replace
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path

import pytest

from degrau.base.text import code
from degrau.course.autograded import MOST, attempts_in
from degrau.course.grade import grade_course
from degrau.demo.desk import Desk
from degrau.overview.page import page
from degrau.overview.records import Class, anonymous
from degrau.overview.report import as_csv, as_json, write_report
from degrau.overview.tables import tables_of

from ..at_hand import ASSIGNMENT
from .classes import BATCH, attempt, class_of, entry

pytestmark = pytest.mark.ours

WHEN = datetime(2026, 3, 20, 12, tzinfo=UTC)


def made(known: Class) -> str:
    return page(known, tables_of(known), WHEN)


@pytest.fixture(scope="module")
def some_class() -> Class:
    wrong = attempt({"step": 0})
    came = tuple(replace(c, mistakes=(BATCH,), example="step(<0>)") if c.name == "step" else c for c in wrong.functions)
    return class_of(
        entry("ana", attempt({"step": 0}), replace(wrong, functions=came, notes=("ana.ipynb",))),
        entry("bia", attempt({}, requests=("Recurso: sou a bia",))),
        absent=("caio",),
    )


class Addresses(HTMLParser):
    """All that a page would fetch."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.found += [value or "" for name, value in attributes if name in ("src", "href", "xlink:href")]


def test_the_page_needs_nothing_beside_it(some_class) -> None:
    addresses = Addresses()
    text = made(some_class)
    addresses.feed(text)
    assert {address[:1] for address in addresses.found} == {"#"}
    assert not addresses.tags & {"script", "link", "img", "iframe"}
    assert not re.search(r"url\((?!#)|@import", text)


def test_the_page_is_in_the_course_s_language_and_everything_on_it_is_escaped(some_class) -> None:
    text = made(some_class)
    assert '<html lang="pt">' in text
    assert "Como vai a turma" in text
    assert "step(&lt;0&gt;)" in text
    assert "How the class is doing" in made(replace(some_class, language="en"))


def test_a_page_of_the_same_class_is_the_same(some_class) -> None:
    assert made(some_class) == made(some_class)


def test_a_class_that_has_handed_in_nothing_has_a_page_too() -> None:
    assert "redes" in made(class_of(absent=("ana",)))


def test_without_names_nothing_tells_who_is_who(some_class) -> None:
    hidden = anonymous(some_class)
    tables = tables_of(hidden)
    texts = [page(hidden, tables, WHEN, True), as_json(hidden, tables, WHEN), as_csv(tables.marks)]
    for text in texts:
        assert not re.search(r"\b(?:ana|bia|caio)\b|Souza", text, re.I)
    assert len(re.findall(r"Estudante \d", texts[0])) > 3


def test_no_cell_of_a_table_is_a_formula(some_class) -> None:
    tables = tables_of(replace(some_class, students=tuple(replace(s, name="=1+1") for s in some_class.students)))
    names = [row["name"] for row in csv.DictReader(as_csv(tables.marks).splitlines())]
    assert names == ["'=1+1", "'=1+1"]


def test_the_same_tables_are_in_the_json(some_class) -> None:
    plain = json.loads(as_json(some_class, tables_of(some_class), WHEN))
    assert [row["students"] for row in plain["mistakes"]] == [["ana"]]
    assert plain["items"][0]["discrimination"] is None
    assert plain["students"][0] == {"id": "ana", "name": "Ana Souza", "section": "T0"}


@pytest.mark.long
def test_a_graded_class_is_reported_with_its_attempts_by_every_road(course: Path, pack) -> None:
    desk = Desk(pack, ASSIGNMENT, "pt")

    def hand_in(student: str, answers) -> None:
        desk.sample(student, code(""), answers).hand_in(course / "submitted")

    (course / "students.csv").write_text("id,name,section\nana,Ana Souza,T1\nzeca,Zeca Lima,T2\n", "utf-8")
    hand_in("ana", desk.right(0) | desk.wrong("step"))
    grade_course(course)
    hand_in("ana", desk.right(0))
    hand_in("bia", desk.right(1) | desk.wrong("predict"))
    grade_course(course)
    grade_course(course, fresh=True)
    hand_in("caio", {})
    paths = write_report(course, course / "report")
    assert paths[0].stat().st_mode & 0o777 == 0o600
    plain = json.loads((course / "report" / "report.json").read_text("utf-8"))
    assert [(row["student"], row["attempts"]) for row in plain["improved"]] == [("ana", 2)]
    assert plain["improved"][0]["gain"] > 0
    assert [row["student"] for row in plain["missing"]] == ["zeca"]
    assert ["bia"] in [row["students"] for row in plain["mistakes"] if row["function"] == "predict"]
    assert "Entregas ainda sem correção: 1." in paths[0].read_text("utf-8")
    feedback = (course / "feedback" / "bia" / ASSIGNMENT / f"{ASSIGNMENT}.html").read_text("utf-8")
    assert '"attempts"' not in feedback
    shutil.rmtree(course / "autograded")
    write_report(course, course / "report")
    assert "uma versão anterior" in paths[0].read_text("utf-8")


@pytest.mark.slow
def test_attempts_without_number_are_forgotten_the_oldest_first(course: Path, pack) -> None:
    desk = Desk(pack, ASSIGNMENT, "pt")
    notebook = course / "autograded" / "ana" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb"
    for number in range(2):
        sample = desk.sample("ana", code(""), {}, timestamp=f"2026-03-0{number + 1} 12:00:00 UTC")
        sample.hand_in(course / "submitted")
        grade_course(course)
        if number == 0:
            plain = json.loads(notebook.read_text("utf-8"))
            (first,) = plain["metadata"]["degrau"]["attempts"]
            many = [{**first, "files": str(i)} for i in range(MOST)]
            plain["metadata"]["degrau"]["attempts"] = many
            notebook.chmod(0o600)
            notebook.write_text(json.dumps(plain), "utf-8")
    attempts = attempts_in(notebook)
    assert len(attempts) == MOST
    assert [a.files for a in attempts[:2]] == ["1", "2"]
    assert attempts[-1].handed_in == "2026-03-02 12:00:00.000000 UTC"
