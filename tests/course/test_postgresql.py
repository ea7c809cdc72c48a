"""A gradebook on a PostgreSQL server: the same books as in a file, and clear words where the server is not there."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from degrau.__main__ import main
from degrau.base.text import Text
from degrau.course import gradebook as session
from degrau.course import recording
from degrau.course.directory import CONFIG, CourseError, opened
from degrau.course.grade import grade_course
from degrau.course.setup.config import write_config
from degrau.course.setup.init import init_course
from degrau.course.types import GradeSummary
from degrau.demo.desk import Desk
from degrau.demo.sample_class import DUE, LATE
from degrau.grading import judgement as notebook
from degrau.pack.pack import Pack

from ..classroom.books import Books, books, differences, scores
from .server import Server, programs, running

pytestmark = pytest.mark.long

PERCEPTRON = "00_perceptron"
ABOUT = Text(pt="", en="")
AGAIN = "then try again: what was graded before is kept, and nothing is lost."
MEND = f"Start its server, or mend c.CourseDirectory.db_url in nbgrader_config.py, {AGAIN}"


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    where = programs()
    if where is None:
        pytest.skip("PostgreSQL is not installed: no initdb and postgres in PATH or in /usr/lib/postgresql/*/bin")
    with running(where) as server:
        yield server


@pytest.fixture(scope="module", autouse=True)
def _alembic_is_asked_in_this_process() -> Iterator[None]:
    """Whoever makes a gradebook asks alembic for the newest version, in a process that takes seconds to start."""
    from alembic.script import ScriptDirectory
    from nbgrader import api, dbutil

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(api, "get_alembic_version", ScriptDirectory(dbutil.ALEMBIC_DIR).get_current_head)
        yield


@pytest.fixture(scope="module")
def short(tmp_path_factory, pack) -> Pack:
    """A pack of one assignment, of which a course is made faster."""
    root = tmp_path_factory.mktemp("pack")
    for name in (f"assignments/{lang}/{PERCEPTRON}.ipynb" for lang in ("pt", "en")):
        (root / name).parent.mkdir(parents=True)
        shutil.copy(pack.root / name, root / name)
    shutil.copytree(pack.root / "solutions" / "banks" / PERCEPTRON, root / "solutions" / "banks" / PERCEPTRON)
    shutil.copy(pack.root / "solutions" / f"{PERCEPTRON}.py", root / "solutions")
    return Pack(root)


class Class(NamedTuple):
    """A course, and what came of grading it."""

    course: Path
    summary: GradeSummary


def graded(course: Path, pack: Pack, more_settings: str = "") -> Class:
    """A graded class of three: one is right and late, one is wrong, one is half a file."""
    course.mkdir()
    write_config(course / CONFIG, pack)
    text = (course / CONFIG).read_text("utf-8")
    text = re.sub(r"(?m)^# (c\.(?:AssignLate|PercentPerDay))", r"\1", text)
    (course / CONFIG).write_text(f"{text}\nc.Judge.seed = 7\n{more_settings}", "utf-8")
    init_course(course, "pt", pack)
    with opened(course) as opened_course, opened_course.api.gradebook as gradebook:
        gradebook.update_or_create_assignment(PERCEPTRON, duedate=DUE)
    desk = Desk(pack, PERCEPTRON, "pt")
    half = desk.sample("caio", ABOUT, {}).content[:900]
    for sample in (
        desk.sample("ana", ABOUT, desk.right(0), timestamp=LATE),
        desk.sample("bia", ABOUT, desk.right(1) | desk.wrong("predict")),
        desk.sample("caio", ABOUT, {}, content=half),
    ):
        sample.hand_in(course / "submitted")
    return Class(course, grade_course(course))


@pytest.fixture(scope="module")
def in_a_file(tmp_path_factory, short) -> Class:
    return graded(tmp_path_factory.mktemp("file") / "turma", short)


@pytest.fixture(scope="module")
def on_the_server(tmp_path_factory, short, server) -> Class:
    server.tell("CREATE DATABASE first")
    return graded(tmp_path_factory.mktemp("server") / "turma", short, db_url(server.address("first")))


def db_url(address: str) -> str:
    return f"\nc.CourseDirectory.db_url = {address!r}\n"


@pytest.fixture
def course(tmp_path, on_the_server, server) -> Path:
    """The class on the server, graded, for one test to change."""
    database = re.sub(r"\W", "_", tmp_path.name.lower())
    server.tell(f"CREATE DATABASE {database} TEMPLATE first")
    course = Path(shutil.copytree(on_the_server.course, tmp_path / "turma"))
    with_gradebook(course, server.address(database))
    return course


def with_gradebook(course: Path, address: str) -> None:
    with (course / CONFIG).open("a", encoding="utf-8") as config:
        config.write(db_url(address))


def grade_again(course: Path) -> GradeSummary:
    """With known verdicts; judges beside this process would have nothing to do, and take their time to begin."""
    return grade_course(course, jobs=1)


def database_of(course: Path) -> str:
    return (course / CONFIG).read_text("utf-8").rpartition("@/")[2].partition("?")[0]


def entries(summary: GradeSummary) -> list[object]:
    return [
        (g.student, g.score, g.max_score, g.late_penalty, g.needs_manual_grade, g.notes, g.error)
        for g in summary.grades
    ]


def rows(course: Path) -> dict[str, list[str]]:
    """All that the gradebook says, table by table, but for the keys that it draws at random."""
    from nbgrader.api import Base

    found = {}
    with opened(course) as opened_course, opened_course.api.gradebook as gradebook:
        for table in Base.metadata.sorted_tables:
            told = [column.name for column in table.columns if getattr(column.type, "length", None) != 32]
            read = gradebook.db.execute(table.select()).mappings()
            found[table.name] = sorted(repr([row[name] for name in told]) for row in read)
    return found


def all_of(course: Path) -> tuple[Books, dict[str, list[str]]]:
    return books(course), rows(course)


def refusal(course: Path) -> str:
    with pytest.raises(CourseError) as refusal:
        grade_again(course)
    return str(refusal.value)


def test_a_course_on_a_server_has_no_gradebook_in_a_file(on_the_server) -> None:
    assert not (on_the_server.course / "gradebook.db").exists()


def test_grades_rows_and_pages_are_the_same_as_with_a_gradebook_in_a_file(in_a_file, on_the_server) -> None:
    assert entries(in_a_file.summary) == entries(on_the_server.summary)
    assert [(g.student, g.score, g.late_penalty) for g in on_the_server.summary.grades] == [
        ("ana", 21.0, pytest.approx(4.2)),
        ("bia", 20.0, 0.0),
        ("caio", 0.0, 0.0),
    ]
    assert differences(books(in_a_file.course), books(on_the_server.course)) == []
    assert rows(in_a_file.course) == rows(on_the_server.course)
    assert len(list((on_the_server.course / "feedback").rglob("*.html"))) == 3


def test_grading_again_judges_nothing_and_changes_nothing(course, monkeypatch) -> None:
    before, judged = all_of(course), []
    monkeypatch.setattr(notebook, "judge", lambda probes, *rest: judged.append(probes.exercise.name))
    grade_again(course)
    assert judged == []
    assert all_of(course) == before


def test_making_the_course_again_changes_nothing(course, short) -> None:
    before = all_of(course)
    init_course(course, "pt", short)
    assert all_of(course) == before


def test_what_a_teacher_wrote_is_kept_when_the_class_is_graded_again(course) -> None:
    with opened(course) as opened_course, opened_course.api.gradebook as gradebook:
        grade = gradebook.find_grade("check_step", PERCEPTRON, PERCEPTRON, "bia")
        grade.manual_score, grade.extra_credit = 0.5, 0.25
        gradebook.find_comment("step", PERCEPTRON, PERCEPTRON, "bia").manual_comment = "Muito bem, açaí 😀!"
        gradebook.db.commit()
    _, regraded, _ = grade_again(course).grades
    assert scores(course)["bia", PERCEPTRON, "check_step"][1:] == (0.5, 0.25, 0.75, False)
    assert not regraded.needs_manual_grade
    assert "Muito bem, açaí 😀!" in regraded.feedback.read_text("utf-8")


def test_a_gradebook_that_moves_to_a_server_is_filled_there(course, server, in_a_file, tmp_path, monkeypatch) -> None:
    """The settings' file stays as it is where the address comes from the environment."""
    moving = Path(shutil.copytree(in_a_file.course, tmp_path / "moving" / "turma"))
    with (moving / CONFIG).open("a", encoding="utf-8") as config:
        config.write("\nimport os\n\nc.CourseDirectory.db_url = os.environ['GRADEBOOK']\n")
    monkeypatch.setenv("GRADEBOOK", f"sqlite:///{moving}/gradebook.db")
    grade_again(moving)
    before = all_of(moving)
    server.tell("TRUNCATE student CASCADE", database_of(course))
    monkeypatch.setenv("GRADEBOOK", server.address(database_of(course)))
    assert scores(moving) == {}
    grade_again(moving)
    assert all_of(moving) == before


def test_a_server_that_is_away_is_named_and_nothing_is_lost(course, server, monkeypatch, capfd) -> None:
    before = all_of(course)
    monkeypatch.setattr("sys.argv", ["degrau", "grade", "--jobs", "1", "--course", str(course)])
    with server.away(), pytest.raises(SystemExit) as ended:
        main()
    said = capfd.readouterr()
    assert (ended.value.code, said.out) == (2, "")
    *_progress, first, second = said.err.splitlines()
    assert first.startswith("degrau: the gradebook cannot be reached: conn")
    assert second == MEND
    assert "Traceback" not in said.err
    assert not list(course.glob(".grading-*"))
    assert all_of(course) == before
    grade_again(course)
    assert all_of(course) == before


def test_a_server_that_stops_on_the_way_is_named_and_the_next_grading_ends_well(course, server, monkeypatch) -> None:
    before, enter = all_of(course), recording.record_one

    def cut_off(opened_course, submission, *rest):
        if submission.student == "bia":
            server.tell(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()"
            )
        return enter(opened_course, submission, *rest)

    with monkeypatch.context() as patch:
        patch.setattr(recording, "record_one", cut_off)
        said = refusal(course)
    assert said.startswith("the gradebook cannot be reached: ")
    assert said.endswith(MEND)
    grade_again(course)
    assert all_of(course) == before


@pytest.mark.parametrize("lock", ["LOCK TABLE grade", "LOCK TABLE student IN SHARE MODE"], ids=["reading", "writing"])
def test_another_program_that_holds_the_gradebook_is_not_waited_for_in_vain(course, server, monkeypatch, lock) -> None:
    monkeypatch.setattr(session, "PATIENCE", "50ms")
    shutil.copytree(course / "submitted" / "ana", course / "submitted" / "davi")
    with server.connection(database_of(course)) as other, other.transaction():
        other.execute(lock)
        said = refusal(course)
    assert said == f"another program holds the gradebook.\nClose Formgrader, or wait for the other grading, {AGAIN}"
    assert [grade.error for grade in grade_again(course).grades] == [None] * 4


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (("/first?", "/second?"), 'database "second" does not exist'),
        (("degrau@", "outra@"), 'role "outra" does not exist'),
        (("postgresql+psycopg:", "postgres:"), "is not the address of a database"),
        (("postgresql+psycopg:", "postgresql+psycopg2:"), "pip install 'degrau[postgresql]'"),
    ],
    ids=["database", "role", "address", "driver"],
)
def test_an_address_that_leads_nowhere_says_what_to_mend(tmp_path, on_the_server, server, short, change, words) -> None:
    course = Path(shutil.copytree(on_the_server.course, tmp_path / "turma"))
    with_gradebook(course, server.address("first").replace(*change))
    with pytest.raises(CourseError) as of_init:
        init_course(course, "pt", short)
    for said in (str(of_init.value), refusal(course)):
        assert words in said
        assert said.endswith(AGAIN)
        assert len(said.splitlines()) == 2


def test_a_database_of_somebody_elses_says_how_to_get_one(tmp_path, on_the_server, server, short) -> None:
    server.tell("CREATE DATABASE theirs")
    server.tell("CREATE ROLE guest LOGIN")
    server.tell("REVOKE CREATE ON SCHEMA public FROM PUBLIC", "theirs")
    course = Path(shutil.copytree(on_the_server.course, tmp_path / "turma"))
    with_gradebook(course, server.address("theirs").replace("degrau@", "guest@"))
    assert refusal(course) == (
        "the gradebook's server does not let you: permission denied for schema public.\n"
        f"Make the database yours (createdb --owner), {AGAIN}"
    )


def test_tables_of_somebody_elses_get_no_indexes_and_are_filled_all_the_same(course, server) -> None:
    database, names = database_of(course), ", ".join(f"ix_{table}_{column}" for table, column in session.SOUGHT_BY)
    # Fails where grading the class did not make them.
    server.tell(f"DROP INDEX {names}", database)
    server.tell("CREATE ROLE assistant LOGIN")
    server.tell("GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO assistant", database)
    before = all_of(course)
    with_gradebook(course, server.address(database).replace("degrau@", "assistant@"))
    grade_again(course)
    assert all_of(course) == before
    with server.connection(database) as connection:
        assert connection.execute("SELECT FROM pg_indexes WHERE indexname LIKE 'ix_%'").fetchall() == []


def test_a_name_that_is_too_long_for_the_database_costs_its_bearer_only(course, capfd) -> None:
    long = "x" * 140
    shutil.copytree(course / "submitted" / "ana", course / "submitted" / long)
    *others, last = grade_again(course).grades
    assert [grade.error for grade in others] == [None] * 3
    assert last.student == long
    assert "value too long" in str(last.error)
    assert capfd.readouterr().err == ""
