"""An nbgrader course that degrau adopts loses nothing: its own assignments go on, and degrau's come beside."""

import csv
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import nbformat
import pytest
from bs4 import BeautifulSoup
from nbgrader.api import get_alembic_version

from degrau.base.disk import digest_of_folder
from degrau.base.text import Text
from degrau.course.directory import CONFIG, CourseError, opened, opened_as_it_is
from degrau.course.exporting.export import export
from degrau.course.grade import grade_course
from degrau.course.setup import adopting
from degrau.course.setup.adopting import Adopted, adopt
from degrau.course.setup.init import init_course
from degrau.demo.desk import Desk
from degrau.judging.registry import assignments
from degrau.overview.report import write_report
from degrau.pack.pack import Pack

from ...classroom.books import scores
from ..nbgraders_own import ANSWERS, DUE, LATE, OWN, STUB, make
from ..outcome import tables

PERCEPTRON = "00_perceptron"
KEPT = ("source", "release", "submitted", "autograded", "feedback")
# What nbgrader's tables were before Canvas' and Blackboard's numbers were kept, and courses.
OLD = "167914646830"


@pytest.fixture(scope="module")
def theirs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course of nbgrader's, to be copied."""
    return make(tmp_path_factory.mktemp("nbgrader") / "redes")


@pytest.fixture
def nbgraders(tmp_path: Path, theirs: Path) -> Path:
    return Path(shutil.copytree(theirs, tmp_path / "redes"))


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory, pack: Pack) -> Pack:
    """A pack with one assignment of ours, which is quicker to release than all."""
    root = tmp_path_factory.mktemp("pack")
    (root / "solutions" / "banks").mkdir(parents=True)
    shutil.copy(pack.root / "solutions" / f"{PERCEPTRON}.py", root / "solutions")
    shutil.copytree(pack.root / "solutions" / "banks" / PERCEPTRON, root / "solutions" / "banks" / PERCEPTRON)
    for language in pack.languages:
        (root / "assignments" / language).mkdir(parents=True)
        shutil.copy(pack.released(PERCEPTRON, language), root / "assignments" / language)
    return Pack(root)


def adopted(root: Path, pack: Pack) -> Adopted:
    """As `degrau init DIR --adopt` does it."""
    done = adopt(root, pack)
    assert done is not None
    init_course(root, "pt", pack)
    return done


def as_it_is(root: Path) -> dict[str, str]:
    """Their own files, by the folder."""
    return {
        step: digest_of_folder(root / step / OWN if step in ("source", "release") else root / step) for step in KEPT
    }


def rows_of(root: Path, kind: str) -> list[str]:
    return sorted(map(str, tables(root / "gradebook.db")[kind]))


@pytest.mark.long
def test_marks_dates_students_and_files_are_the_same_before_and_after(nbgraders, small) -> None:
    settings, files = (nbgraders / CONFIG).read_bytes(), as_it_is(nbgraders)
    before = {kind: rows_of(nbgraders, kind) for kind in ("student", "submitted_notebook", "grade", "comment")}
    done = adopted(nbgraders, small)
    assert {kind: rows_of(nbgraders, kind) for kind in before} == before
    assert as_it_is(nbgraders) == files
    assert scores(nbgraders)["ana", OWN, "resposta"] == (0.0, 1.5, None, 1.5, False)
    assert scores(nbgraders)["caio", OWN, "late"] == 1.5
    with opened(nbgraders) as course, course.api.gradebook as gradebook:
        assert gradebook.find_assignment(OWN).duedate == DUE
        assert {entry.name for entry in gradebook.assignments} == {OWN, PERCEPTRON}
        assert course.config.Exchange.root == "/tmp/exchange-of-nobody"
    assert (nbgraders / CONFIG).read_bytes().startswith(settings.rstrip() + b"\n")
    assert (done.own, done.ours, done.students, done.migrated) == ((OWN,), (), 4, "")
    assert done.config == nbgraders / "replaced" / "nbgrader_config-1.py"
    assert done.config.read_bytes() == settings
    assert done.wiring in (nbgraders / CONFIG).read_text("utf-8")
    assert done.gradebook is not None
    assert [row["id"] for row in tables(done.gradebook)["assignment"]] == [
        row["id"] for row in tables(nbgraders / "gradebook.db")["assignment"] if row["name"] == OWN
    ]
    with (nbgraders / "students.csv").open(encoding="utf-8-sig", newline="") as file:
        people = {row["id"]: (row["name"], row["email"]) for row in csv.DictReader(file)}
    assert people == {
        "ana": ("Ana Souza", "ana@exemplo.br"),
        "bia": ("", ""),
        "caio": ("", ""),
        "zeca": ("Zeca Lima", ""),
    }
    assert "seed = " in (nbgraders / "course.toml").read_text("utf-8")
    released = nbformat.read(nbgraders / "release" / PERCEPTRON / f"{PERCEPTRON}.ipynb", as_version=4)
    assert [cell.source for cell in released.cells] == [cell.source for cell in small.release(PERCEPTRON, "pt").cells]
    assert adopt(nbgraders, small) is None
    again = digest_of_folder(nbgraders)
    init_course(nbgraders, "pt", small)
    assert digest_of_folder(nbgraders) == again


@pytest.mark.long
def test_their_own_assignments_are_graded_as_nbgrader_does(nbgraders, theirs, tmp_path, small) -> None:
    twin = Path(shutil.copytree(theirs, tmp_path / "gemea" / "redes"))
    adopted(nbgraders, small)

    def again(root: Path) -> dict[str, object]:
        with opened_as_it_is(root) as course:
            course.run("generate_assignment", OWN)
            for student in ANSWERS:
                course.run("autograde", OWN, student)
                course.run("generate_feedback", OWN, student)
        released = nbformat.read(root / "release" / OWN / f"{OWN}.ipynb", as_version=4)
        graded = {s: nbformat.read(root / "autograded" / s / OWN / f"{OWN}.ipynb", as_version=4) for s in ANSWERS}
        kept = {key: entry for key, entry in scores_as_they_are(root).items() if key[1] == OWN}
        beside = sorted(path.name for path in (root / "autograded" / "ana" / OWN).iterdir())
        outputs = {s: [cell.get("outputs") for cell in notebook.cells] for s, notebook in graded.items()}
        pages = {s: words_of(root / "feedback" / s / OWN / f"{OWN}.html") for s in ANSWERS}
        return {"release": [c.source for c in released.cells], "kept": kept, "beside": beside, "o": outputs, "p": pages}

    ours, nbgraders_own = again(nbgraders), again(twin)
    assert ours == nbgraders_own
    assert any(STUB in text for text in ours["release"])  # type: ignore[attr-defined]
    assert scores_as_they_are(nbgraders)["bia", OWN, "testa-dobro"][0] == 0


def scores_as_they_are(root: Path) -> dict[tuple[str, str, str], tuple[object, ...]]:
    """The marks, whoever judges in this course."""
    found = {}
    with opened_as_it_is(root) as course, course.api.gradebook as gradebook:
        for submission in (s for entry in gradebook.assignments for s in entry.submissions):
            for notebook in submission.notebooks:
                at = submission.student.id, submission.name
                found[(*at, "late")] = (notebook.late_submission_penalty,)
                for grade in notebook.grades:
                    found[(*at, grade.name)] = (grade.auto_score, grade.manual_score, grade.needs_manual_grade)
    return found


def words_of(page: Path) -> list[str]:
    """What a page says, however its marks are written."""
    return BeautifulSoup(page.read_text("utf-8"), "html.parser").get_text(" ").split()


@pytest.mark.long
def test_degrau_grades_what_is_its_own_with_their_late_plug_in_and_leaves_the_rest_alone(
    nbgraders, pack, small
) -> None:
    adopted(nbgraders, small)
    desk = Desk(small, PERCEPTRON, "pt")
    for student, time in (("ana", "2026-03-01 11:00:00 UTC"), ("caio", LATE)):
        desk.sample(student, Text(pt="", en=""), desk.right(0), timestamp=time).hand_in(nbgraders / "submitted")
    choices = (nbgraders / "course.toml").read_text("utf-8")
    (nbgraders / "course.toml").write_text(
        choices.replace("[due]", f"[due]\n{PERCEPTRON} = 2026-03-01 12:00:00Z"), "utf-8"
    )
    before = {key: entry for key, entry in scores(nbgraders).items() if key[1] == OWN}
    summary = grade_course(nbgraders)
    full = sum(assignments()[PERCEPTRON].points.values())
    assert [(g.student, g.score, g.late_penalty, g.error) for g in summary.grades] == [
        ("ana", full, 0.0, None),
        ("caio", full, full / 2, None),
    ]
    assert summary.own == (OWN,)
    assert {key: entry for key, entry in scores(nbgraders).items() if key[1] == OWN} == before
    assert grade_course(nbgraders).own == (OWN,)
    with pytest.raises(CourseError) as refusal:
        grade_course(nbgraders, [OWN])
    assert str(refusal.value) == (
        f"{OWN} is this course's own assignment, and none of the pack's.\n"
        f"Grade it as before: nbgrader autograde {OWN}, or Formgrader"
    )
    write_report(nbgraders, nbgraders / "report", False)
    assert {
        student["id"] for student in json.loads((nbgraders / "report" / "report.json").read_text("utf-8"))["students"]
    } == {
        "ana",
        "bia",
        "caio",
        "zeca",
    }
    table = export(nbgraders, "csv").table.read_text("utf-8")
    assert OWN in table
    assert PERCEPTRON in table


@pytest.mark.long
def test_the_command_says_what_it_found_what_it_did_and_how_to_undo_it(nbgraders, small) -> None:
    command = [sys.executable, "-m", "degrau", "init", str(nbgraders), "--adopt", "--lang", "pt"]
    environment = {**os.environ, "DEGRAU_PACK": str(small.root)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    said = done.stdout.splitlines()
    assert said[:5] == [
        f"Its own assignments, which nbgrader goes on grading: {OWN}.",
        "students.csv has the 4 students of the gradebook.",
        f"A copy of the gradebook is {nbgraders / 'replaced' / 'gradebook-1.db'}.",
        "These lines were added to nbgrader_config.py; take them out to undo it all.",
        f"As it was before, it is {nbgraders / 'replaced' / 'nbgrader_config-1.py'}.",
    ]
    assert "    c.CanonicalExporter.own_assignments = True" in said
    with pytest.raises(CourseError, match=f"has nothing of anybody, but for the course's own {OWN}"):
        grade_course(nbgraders)


@pytest.mark.long
def test_a_gradebook_of_an_older_nbgrader_is_brought_up_to_date_and_kept(nbgraders, small) -> None:
    marks = scores_as_they_are(nbgraders)
    make_older(nbgraders / "gradebook.db")
    done = adopted(nbgraders, small)
    assert done.migrated == OLD
    assert done.gradebook is not None
    assert version_of(done.gradebook) == OLD
    assert version_of(nbgraders / "gradebook.db") == get_alembic_version()
    assert {key: entry for key, entry in scores_as_they_are(nbgraders).items() if key[1] == OWN} == marks


@pytest.mark.long
def test_a_gradebook_that_is_not_brought_up_to_date_after_all_is_as_it_was(nbgraders, small, monkeypatch) -> None:
    make_older(nbgraders / "gradebook.db")
    before, upgrade, addresses = tables(nbgraders / "gradebook.db"), adopting._upgrade, list[str]()

    def stops_half_way(address: str) -> None:
        addresses.append(address)
        upgrade(address)
        if str(nbgraders) in address:
            raise CourseError("the disk is full")

    monkeypatch.setattr(adopting, "_upgrade", stops_half_way)
    with pytest.raises(CourseError, match="the disk is full"):
        adopt(nbgraders, small)
    assert len(addresses) == 2
    assert tables(nbgraders / "gradebook.db") == before
    assert not any((nbgraders / "replaced").iterdir())
    assert not (nbgraders / "students.csv").exists()


def make_older(gradebook: Path) -> None:
    """Takes away what newer tables have: courses, and the students' numbers on platforms."""
    with closing(sqlite3.connect(gradebook)) as database, database:
        database.execute("PRAGMA foreign_keys = OFF")
        rows = database.execute("SELECT sql FROM sqlite_master WHERE name = 'assignment'").fetchone()
        assert "course_id" in rows[0]
        database.execute(
            "CREATE TABLE older (id VARCHAR(32) PRIMARY KEY, name VARCHAR(128) NOT NULL UNIQUE, duedate DATETIME)"
        )
        database.execute("INSERT INTO older SELECT id, name, duedate FROM assignment")
        database.execute("DROP TABLE assignment")
        database.execute("ALTER TABLE older RENAME TO assignment")
        database.execute("DROP TABLE course")
        database.execute("ALTER TABLE student DROP COLUMN lms_user_id")
        database.execute("UPDATE alembic_version SET version_num = ?", (OLD,))


def version_of(gradebook: Path) -> str:
    with closing(sqlite3.connect(gradebook)) as database:
        return str(database.execute("SELECT version_num FROM alembic_version").fetchone()[0])


def adds(text: str) -> Callable[[Path], None]:
    """A change of the settings."""
    return lambda root: (root / CONFIG).write_text((root / CONFIG).read_text("utf-8") + text, "utf-8") and None


def has_another_perceptron(root: Path) -> None:
    shutil.copytree(root / "source" / OWN, root / "source" / PERCEPTRON)
    (root / "source" / PERCEPTRON / f"{OWN}.ipynb").rename(root / "source" / PERCEPTRON / f"{PERCEPTRON}.ipynb")


def has_another_list(root: Path) -> None:
    (root / "students.csv").write_text("nome\nAna\n", "utf-8")


def has_a_gradebook_of_tomorrow(root: Path) -> None:
    with closing(sqlite3.connect(root / "gradebook.db")) as database, database:
        database.execute("UPDATE alembic_version SET version_num = 'tomorrow'")


OWN_STEP = """
from nbgrader.preprocessors import Execute
class Meu(Execute):
    pass
c.Autograde.autograde_preprocessors = [Meu, "nbgrader.preprocessors.SaveAutoGrades"]
"""


@pytest.mark.long
@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            adds('c.CourseDirectory.submitted_directory = "entregues"\n'),
            "c.CourseDirectory.submitted_directory is 'entregues'",
        ),
        (adds('c.Autograde.exporter_class = "nbconvert.exporters.ScriptExporter"\n'), "c.Autograde.exporter_class is"),
        (adds("c.Autograde.pre_convert_hook = print\n"), "c.Autograde.pre_convert_hook is"),
        (adds(OWN_STEP), "degrau cannot name what is defined in that file"),
        (
            adds('c.Autograde.autograde_preprocessors = ["nbgrader.preprocessors.SaveAutoGrades"]\n'),
            "takes the place of",
        ),
        (adds("c.Autograde = = 3\n"), "cannot be read: SyntaxError"),
        (has_another_perceptron, f"degrau has a {PERCEPTRON}, too, which is another one"),
        (has_another_list, "has no column called id"),
        (has_a_gradebook_of_tomorrow, "the gradebook cannot be brought up to date"),
    ],
)
def test_what_cannot_be_adopted_is_said_and_stays_as_it_is(nbgraders, small, change, said) -> None:
    change(nbgraders)
    before = digest_of_folder(nbgraders)
    with pytest.raises(CourseError, match=re.escape(said)):
        adopt(nbgraders, small)
    assert digest_of_folder(nbgraders) == before


@pytest.mark.long
def test_without_being_told_to_degrau_leaves_an_nbgrader_course_alone(nbgraders, small) -> None:
    before = digest_of_folder(nbgraders)
    with pytest.raises(CourseError) as refusal:
        init_course(nbgraders, "pt", small)
    assert str(refusal.value) == (
        f"{nbgraders} is an nbgrader course that degrau has no part in; nothing was changed.\n"
        f"To make it degrau's as well, and keep all that is in it: degrau init {nbgraders} --adopt"
    )
    assert digest_of_folder(nbgraders) == before


def test_where_there_is_no_course_there_is_nothing_to_adopt(tmp_path, pack) -> None:
    with pytest.raises(CourseError, match="has no course of nbgrader's to adopt"):
        adopt(tmp_path, pack)


@pytest.mark.long
def test_an_assignment_of_ours_that_nbgrader_released_and_graded_is_known_and_keeps_its_marks(
    nbgraders, empty_course, small
) -> None:
    shutil.copytree(empty_course / "source" / PERCEPTRON, nbgraders / "source" / PERCEPTRON)
    desk = Desk(small, PERCEPTRON, "pt")
    answers = {"step": desk.right(0)["step"], **desk.wrong("predict")}
    desk.sample("ana", Text(pt="", en=""), answers).hand_in(nbgraders / "submitted")
    with opened_as_it_is(nbgraders) as course:
        course.run("generate_assignment", PERCEPTRON)
        course.run("autograde", PERCEPTRON, "ana")
        with course.api.gradebook as gradebook:
            gradebook.find_grade("check_predict", PERCEPTRON, PERCEPTRON, "ana").auto_score = 3.0
            gradebook.db.commit()
    before = scores_as_they_are(nbgraders)
    assert before["ana", PERCEPTRON, "check_step"][0] == assignments()[PERCEPTRON].points["step"]
    done = adopted(nbgraders, small)
    assert (done.own, done.ours) == ((OWN,), (PERCEPTRON,))
    assert scores_as_they_are(nbgraders) == before
    (grade,) = grade_course(nbgraders).grades
    assert grade.withheld
    assert [(change.function, change.old, change.new) for change in grade.changes] == [("predict", 3.0, 4.0)]
    assert scores_as_they_are(nbgraders) == before
    assert grade_course(nbgraders, regrade=True).failed == ()
    assert nbgraders.joinpath("feedback", "ana", PERCEPTRON, f"{PERCEPTRON}.html").is_file()


@pytest.mark.long
def test_settings_that_lie_elsewhere_are_added_to_in_a_file_of_the_courses_own(nbgraders, small) -> None:
    (nbgraders / CONFIG).unlink()
    done = adopt(nbgraders, small)
    assert done is not None
    assert done.config is None
    assert (nbgraders / CONFIG).read_text("utf-8").startswith("# Added by degrau.\nc = get_config()")
    with opened(nbgraders) as course:
        assert course.config.CanonicalExporter.own_assignments is True
