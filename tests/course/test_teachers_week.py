"""The pages for teachers: what they tell one to run runs as it stands, on what two platforms give."""

import csv
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
import tomlkit
from nbformat import writes

from degrau.base.disk import is_shared
from degrau.base.text import Language
from degrau.course.choices import Choices, template
from degrau.course.settings import JudgeSettings
from degrau.demo.desk import Desk
from degrau.pack.pack import Pack

from .collecting.handing_in import FIRST, Class, Handed, canvas, moodle, moodle_name
from .exporting.importers import LOCALES
from .nbgraders_own import make

DOCS = Path(__file__).parents[2] / "docs"
BLOCK = re.compile(r"^```(sh|toml)\n(.*?)^```", re.MULTILINE | re.DOTALL)
HERE = "degrau "
FOREVER = "--watch"
SEPARATORS: dict[Language, str] = {"en": ",", "pt": ";"}


@dataclass(frozen=True)
class Page:
    """A page for teachers, and what it calls a teacher's own files."""

    file: str
    language: Language
    course: str
    worksheet: str
    gradebook: str
    people: str
    folder: str
    group: str
    adopted: str

    @property
    def text(self) -> str:
        return (DOCS / self.file).read_text("utf-8")

    @property
    def steps(self) -> Iterator[tuple[str, str]]:
        """The kind and the text of what it shows: a command at a time, a piece of course.toml at a time."""
        for kind, block in BLOCK.findall(self.text):
            if kind == "toml":
                yield kind, block
            else:
                lines = (line.split("  #")[0].strip() for line in block.splitlines())
                yield from ((kind, line.removeprefix("uv run ")) for line in lines)

    @property
    def commands(self) -> list[str]:
        """Those of degrau's."""
        return [text for kind, text in self.steps if kind == "sh" and text.startswith(HERE)]


ENGLISH = Page(
    "teachers.md",
    "en",
    "my-course",
    "Grades-REDES-Adaline-4711.csv",
    "grades.csv",
    "class.csv",
    "handed-in",
    "teachers",
    "my-nbgrader-course",
)
PORTUGUESE = Page(
    "professores.md",
    "pt",
    "meu-curso",
    "Notas-REDES-Adaline-4711.csv",
    "notas.csv",
    "turma.csv",
    "entregues",
    "docentes",
    "meu-curso-nbgrader",
)


def a_class(pack: Pack, assignment: str, language: Language) -> Class:
    """Two students, one of whom has one function right."""
    desk = Desk(pack, assignment, language)
    first = desk.functions[0]
    answers = {"Ana Souza": desk.right(0), "Bia Lima": {first: desk.right(1)[first]}}
    return [
        Handed(
            name, str(key), {f"{assignment}.ipynb": writes(desk.notebook(own)).encode()}, FIRST + timedelta(days=key)
        )
        for key, (name, own) in enumerate(answers.items(), 12)
    ]


def write_table(path: Path, rows: list[list[str]], separator: str) -> None:
    with path.open("w", newline="", encoding="utf-8-sig") as file:
        csv.writer(file, delimiter=separator).writerows(rows)


def give(folder: Path, page: Page, pack: Pack) -> None:
    """What lies in a teacher's folder in that week: archives and tables of platforms, a list, a notebook, a course."""
    adaline, perceptron = (a_class(pack, name, page.language) for name in ("01_adaline", "00_perceptron"))
    moodle(moodle_name, "_", "REDES-Adaline-4711.zip")(folder, adaline)
    canvas(folder, perceptron)
    locale, separator = LOCALES["pt_br" if page.language == "pt" else "en"], SEPARATORS[page.language]
    rows = [[f"{locale.hidden}{p.key}", p.name, "", "", "", "10", "", "-", "-", ""] for p in adaline]
    write_table(folder / page.worksheet, [list(locale.titles), *rows], separator)
    marks = [
        ["Student", "ID", "SIS Login ID", "Section", "Perceptron (991)"],
        ["    Points Possible", "", "", "", "10"],
    ]
    write_table(folder / page.gradebook, [*marks, *([p.name, p.key, p.login, "T1", ""] for p in perceptron)], ",")
    write_table(folder / page.people, [["Name", "Section"], *([p.name, "T1"] for p in adaline)], separator)
    make(folder / page.adopted)
    (folder / page.folder).mkdir()
    (folder / page.folder / "ana.ipynb").write_bytes(adaline[0].files["01_adaline.ipynb"])


def run_until_stopped(command: str, folder: Path, environment: dict[str, str]) -> int:
    """Runs what goes on until Ctrl+C, which comes when it has said that it has begun."""
    words = [sys.executable, "-m", *command.split()]
    # Whoever runs the tests in the background may have Ctrl+C ignored, and so would this process.
    heeding = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    with subprocess.Popen(
        words, cwd=folder, env=environment, stdout=subprocess.PIPE, text=True, preexec_fn=heeding
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline()
        process.send_signal(signal.SIGINT)
        return process.wait(60)


def decide(path: Path, piece: str) -> None:
    """Writes a piece of course.toml where a teacher would: into the table that is there already."""
    document = tomlkit.parse(path.read_text("utf-8"))
    for name, decided in tomlkit.parse(piece).items():
        if isinstance(decided, dict) and isinstance(document.get(name), dict):
            document[name].update(decided)
        else:
            document[name] = decided
    path.write_text(tomlkit.dumps(document), "utf-8")


@pytest.mark.long
@pytest.mark.parametrize("page", [ENGLISH, PORTUGUESE], ids=["en", "pt"])
def test_a_week_goes_as_the_page_says(page, pack, tmp_path) -> None:
    give(tmp_path, page, pack)
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    environment = {**os.environ, "PATH": path, "BROWSER": "true"}
    for kind, text in page.steps:
        if kind == "toml":
            decide(tmp_path / page.course / "course.toml", text)
        elif FOREVER in text:
            assert run_until_stopped(text, tmp_path, environment) == 0
        elif text.startswith(HERE):
            # Whoever runs the tests is in a group, which has another name on each machine.
            text = text.replace(f"--shared {page.group}", f"--shared {os.getegid()}")
            done = subprocess.run(
                ["bash", "-c", text], cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=300
            )
            assert done.returncode == 0, (text, done.stdout, done.stderr)
    made = {path.name for path in (tmp_path / page.course / "exported").iterdir()}
    assert {page.worksheet, page.gradebook, "01_adaline-feedback.zip", "00_perceptron-feedback.zip"} <= made
    assert (tmp_path / page.course / "replaced" / "01_adaline-1.ipynb").is_file()
    assert is_shared(tmp_path / page.course)
    assert (tmp_path / page.adopted / "replaced" / "gradebook-1.db").is_file()


@pytest.mark.parametrize("page", [ENGLISH, PORTUGUESE], ids=["en", "pt"])
def test_every_piece_of_course_toml_on_a_page_is_read_where_a_course_has_it(page, tmp_path) -> None:
    path = tmp_path / "course.toml"
    path.write_text(template(7, "pt"), "utf-8")
    pieces = [text for kind, text in page.steps if kind == "toml"]
    for piece in pieces:
        decide(path, piece)
    found = JudgeSettings.of(tmp_path)
    assert (found.follow_through, found.accepted, found.forbidden.costs) == (False, ("process",), True)
    assert Choices.read(tmp_path).judging["show_counterexamples"] is False
    assert tomlkit.parse(path.read_text("utf-8"))["seconds"].keys() == {"notebook", "cells", "cell"}


def test_both_pages_have_the_same_commands() -> None:
    # In this order: what one is called is part of what another is.
    own = {"adopted": "OLD", "course": "COURSE", "worksheet": "WORKSHEET", "gradebook": "GRADEBOOK"}
    own |= {"people": "LIST", "folder": "FOLDER", "group": "GROUP"}
    names = {"semana1": "week1", "cartoes": "cards", "--lang pt": "--lang en"}

    def plainly(page: Page) -> list[str]:
        text = "\n".join(page.commands)
        for field, name in own.items():
            text = text.replace(getattr(page, field), name)
        for portuguese, english in names.items():
            text = text.replace(portuguese, english)
        return text.splitlines()

    assert plainly(ENGLISH) == plainly(PORTUGUESE)
    assert len(plainly(ENGLISH)) > 15


@pytest.mark.parametrize("page", [ENGLISH, PORTUGUESE], ids=["en", "pt"])
def test_every_section_that_a_page_leads_to_is_there(page) -> None:
    titles = re.findall(r"^#+ (.*)$", page.text, re.MULTILINE)
    anchors = {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}
    assert set(re.findall(r"\]\(#([^)]*)\)", page.text)) <= anchors
