"""A course takes what it wants of the pack, and what its teacher writes is there in all that is made of it."""

import zipfile
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell

from degrau.authoring.bundle import bundle
from degrau.authoring.release import fill
from degrau.base.text import Text
from degrau.commands import classes
from degrau.course.choices import FILE, Choices
from degrau.course.directory import CourseError, opened
from degrau.course.grade import grade_course
from degrau.course.setup.init import Differing, init_course
from degrau.course.sources import Taught, language_of, left_over, taken
from degrau.demo.desk import Desk

pytestmark = pytest.mark.long
PERCEPTRON = "00_perceptron"
MANUAL = {"grade": True, "solution": True, "locked": False, "task": False, "schema_version": 3}
TEST = {"grade": True, "solution": False, "locked": True, "task": False, "schema_version": 3}


# What train_perceptron is worth, of 21 points.
TRAINING = 6


@pytest.fixture
def course(course: Path) -> Path:
    """A course of one assignment."""
    decide(course, "")
    return course


def decide(course: Path, text: str, assignments: str = f'["{PERCEPTRON}"]') -> None:
    said = f'language = "pt"\nseed = 7\nassignments = {assignments}\n{text}\n'
    (course / FILE).write_text(said, "utf-8")


def updated(course: Path, pack) -> list[Differing]:
    found: list[Differing] = []
    init_course(course, "pt", pack, on_differing=found.append, update=True)
    return found


def source(course: Path) -> Path:
    return course / "source" / PERCEPTRON / f"{PERCEPTRON}.ipynb"


def edit(course: Path, change) -> None:
    notebook = nbformat.read(source(course), as_version=4)
    change(notebook.cells)
    nbformat.write(notebook, source(course))


def hand_in(course: Path, pack, student: str = "ana", turn: int = 0, **wrong: str) -> None:
    """A right answer to everything, of which some are others, in the course's own release."""
    answers = Desk(pack, PERCEPTRON, "pt").right(turn) | wrong
    release = Taught.of(course, pack).release(PERCEPTRON, "pt")
    asked = {cell.id for cell in release.cells if cell.metadata.get("nbgrader", {}).get("solution")}
    there = {name: text for name, text in answers.items() if name in asked}
    folder = course / "submitted" / student / PERCEPTRON
    folder.mkdir(parents=True, exist_ok=True)
    nbformat.write(fill(release, there), folder / f"{PERCEPTRON}.ipynb")


def marks(course: Path) -> dict[str, tuple[float | None, float]]:
    return {grade.student: (grade.score, grade.max_score) for grade in grade_course(course).grades}


def page(course: Path, student: str = "ana") -> str:
    return (course / "feedback" / student / PERCEPTRON / f"{PERCEPTRON}.html").read_text("utf-8")


def test_a_function_that_a_course_leaves_out_is_neither_asked_nor_counted(course, pack) -> None:
    decide(course, 'left_out = ["train_perceptron"]')
    (found,) = updated(course, pack)
    assert [(name, now) for name, _, now in found.points] == [("train_perceptron", None)]
    release = nbformat.read(course / "release" / PERCEPTRON / f"{PERCEPTRON}.ipynb", as_version=4)
    text = "\n".join(cell.source for cell in release.cells)
    assert "*`train_perceptron` não é pedida neste curso.*" in text
    assert "check(train_perceptron)" not in text
    used = [cell.source for cell in release.cells if cell.cell_type == "code" and "train_perceptron(" in cell.source]
    assert used == []
    hand_in(course, pack)
    whole = Desk(pack, PERCEPTRON, "en")
    whole.sample("bia", Text(en="of the whole pack"), whole.right(0)).hand_in(course / "submitted")
    rest = 21 - TRAINING
    assert marks(course) == {"ana": (rest, rest), "bia": (rest, rest)}


def test_marks_of_a_function_that_is_left_out_later_go_with_a_copy_and_come_back(course, pack) -> None:
    hand_in(course, pack, step="def step(z):\n    return 0")
    before = marks(course)["ana"]
    decide(course, 'left_out = ["train_perceptron"]\n[points]\nstep = 8')
    updated(course, pack)
    assert (course / "replaced" / "gradebook-1.db").stat().st_mode & 0o777 == 0o600
    score, most = marks(course)["ana"]
    assert most == 21 + 4 - TRAINING
    assert score is not None
    decide(course, "")
    updated(course, pack)
    assert marks(course)["ana"] == before


def test_a_function_that_another_one_uses_is_not_left_out_without_it(course, pack) -> None:
    decide(course, 'left_out = ["step"]')
    with pytest.raises(CourseError, match="leaves out step, which predict uses"):
        updated(course, pack)


@pytest.mark.parametrize(
    ("said", "assignment", "why"),
    [
        ('left_out = ["stepp"]', PERCEPTRON, "has left out stepp, which is no function"),
        ("", "00_perceptrom", "takes 00_perceptrom, which is no assignment"),
    ],
)
def test_a_name_that_is_none_is_said(course, pack, said, assignment, why) -> None:
    decide(course, said, f'["{assignment}"]')
    with pytest.raises(CourseError, match=why):
        updated(course, pack)


def test_a_course_takes_some_assignments_and_says_so_of_the_others(course, pack) -> None:
    decide(course, "", '["01_adaline"]')
    assert taken(Choices.read(course), pack) == ("01_adaline",)
    hand_in(course, pack)
    (grade,) = grade_course(course).grades
    assert (grade.score, grade.error) == (None, f"not graded: {course / FILE} takes other assignments.")


def test_what_a_course_has_of_assignments_that_it_does_not_take_is_said(course, pack, capsys) -> None:
    (course / FILE).write_text('language = "pt"\nseed = 7\n', "utf-8")
    assert left_over(course, pack) == []
    decide(course, "", f'["{PERCEPTRON}", "01_adaline"]')
    assert left_over(course, pack)[0] == "02_sigmoid_neuron"
    classes.init(course)
    assert "course.toml does not take 02_sigmoid_neuron, " in capsys.readouterr().out


def test_the_language_is_the_file_s_to_say_and_students_may_use_any(course, pack) -> None:
    assert language_of(course) == "pt"
    assert 'language = "pt"' in (course / FILE).read_text("utf-8")
    with pytest.raises(CourseError, match="is a course in 'pt', not in 'en'"):
        init_course(course, "en", pack)


def own_texts(cells) -> None:
    """A teacher changes a text, takes one out, adds one, and a question to be marked by hand."""
    first = next(cell for cell in cells if cell.cell_type == "markdown")
    first.source += "\n\nDisciplina REDES, turma A."
    cells.insert(1, new_markdown_cell("Leia o capítulo 2 antes.", metadata={"editable": False}))
    why = new_markdown_cell("Por que o viés?", metadata={"nbgrader": {**MANUAL, "points": 3, "grade_id": "por-que"}})
    cells.append(why)


def test_what_a_teacher_wrote_is_in_release_bundle_autograded_notebook_and_feedback(course, pack, tmp_path) -> None:
    edit(course, own_texts)
    seen: list[Differing] = []
    init_course(course, "pt", pack, on_differing=seen.append)
    assert [(d.source, d.outdated) for d in seen] == [(source(course), False)]
    assert len(seen[0].edited) == 3
    assert seen[0].points == (("por-que", None, 3.0),)
    updated(course, pack)
    assert updated(course, pack) == []
    zipped = bundle(pack, [PERCEPTRON], "pt", tmp_path / "x.zip", lambda *done: None, releases=Taught.of(course, pack))
    hand_in(course, pack)
    grade_course(course)
    autograded = course / "autograded" / "ana" / PERCEPTRON / f"{PERCEPTRON}.ipynb"
    with zipfile.ZipFile(zipped) as archive:
        bundled = archive.read(f"{PERCEPTRON}.ipynb").decode()
    release = (course / "release" / PERCEPTRON / f"{PERCEPTRON}.ipynb").read_text("utf-8")
    for text in (release, bundled, autograded.read_text("utf-8"), page(course)):
        assert "turma A." in text
        assert "Leia o capítulo 2 antes." in text
    with opened(course) as shown, shown.api.gradebook as gradebook:
        entry = gradebook.find_submission(PERCEPTRON, "ana")
        assert nbformat.reads(release, as_version=4).cells[-1].source == "Escreva aqui · Write here"
        # nbgrader gives a question that was left as it was no points, and asks nobody for them.
        assert (entry.needs_manual_grade, entry.score, entry.max_score) == (False, 21, 24)


def test_a_text_that_becomes_a_question_is_named_with_its_points(course, pack) -> None:
    def asked(cells) -> None:
        (cell,) = (cell for cell in cells if cell.id == "resposta-01")
        cell.metadata = {"nbgrader": {**MANUAL, "points": 3, "grade_id": "por-que"}}

    edit(course, asked)
    seen: list[Differing] = []
    init_course(course, "pt", pack, on_differing=seen.append)
    assert [(d.edited, d.points) for d in seen] == [(("resposta-01",), (("por-que", None, 3.0),))]


def test_an_answer_to_a_teacher_s_own_question_is_kept_for_the_marking(course, pack) -> None:
    edit(course, own_texts)
    updated(course, pack)
    hand_in(course, pack)
    path = course / "submitted" / "ana" / PERCEPTRON / f"{PERCEPTRON}.ipynb"
    notebook = nbformat.read(path, as_version=4)
    notebook.cells[-1].source = "Porque a reta não passa sempre pela origem."
    nbformat.write(notebook, path)
    assert grade_course(course).waiting == 1
    assert "Porque a reta não passa sempre pela origem." in page(course)


def test_new_points_leave_what_a_teacher_wrote(course, pack) -> None:
    edit(course, own_texts)
    updated(course, pack)
    decide(course, "[points]\nstep = 8")
    updated(course, pack)
    assert "turma A." in source(course).read_text("utf-8")
    hand_in(course, pack)
    assert marks(course) == {"ana": (25, 28)}


def test_a_text_that_a_teacher_took_out_stays_out_and_what_is_judged_comes_back(course, pack) -> None:
    removed = []

    def fewer(cells) -> None:
        for name in ("check_step", next(cell.id for cell in cells[3:] if cell.cell_type == "markdown")):
            removed.append(name)
            cells[:] = [cell for cell in cells if cell.id != name]

    edit(course, fewer)
    updated(course, pack)
    ids = [cell.id for cell in nbformat.read(source(course), as_version=4).cells]
    check, text = removed
    assert check in ids
    assert ids.index(check) == ids.index("step") + 1
    assert text not in ids


def own_tests(cells) -> None:
    for name, points, code in (
        ("antes", 2, "assert step(1.0) == 1\nassert step(-1.0) == 0, 'abaixo de zero'"),
        ("partes", 4, "ok = [step(0.0) == 1, step(2.0) == 1]\nz = 5; 2.0 * sum(map(bool, ok))"),
        ("nomes", 1, "### BEGIN HIDDEN TESTS\nassert 'z' not in globals() or z != 5\n### END HIDDEN TESTS"),
    ):
        place = next(i for i, cell in enumerate(cells) if cell.id == "check_step") + 1
        cells.insert(place, new_code_cell(code, metadata={"nbgrader": {**TEST, "points": points, "grade_id": name}}))


def test_a_teacher_s_own_asserts_are_run_in_the_box(course, pack) -> None:
    edit(course, own_tests)
    updated(course, pack)
    hand_in(course, pack)
    hand_in(course, pack, "bia", step="def step(z):\n    return 1")
    hand_in(course, pack, "caio", step="import os\ndef step(z):\n    os._exit(0)")
    found = marks(course)
    assert found["ana"] == (28, 28)
    with opened(course) as shown, shown.api.gradebook as gradebook:
        for student, expected in (("bia", (0, 4, 1)), ("caio", (0, 0, 1))):
            grades = {g.name: g.auto_score for g in gradebook.find_submission(PERCEPTRON, student).notebooks[0].grades}
            assert tuple(grades[name] for name in ("antes", "partes", "nomes")) == expected
    assert "O teste que este curso acrescentou não passa: AssertionError: abaixo de zero" in page(course, "bia")


def test_in_an_exam_a_teacher_s_test_does_not_say_what_failed(course, pack) -> None:
    edit(course, own_tests)
    decide(course, "exam = true")
    updated(course, pack)
    hand_in(course, pack, "bia", step="def step(z):\n    return 1")
    grade_course(course)
    assert "abaixo de zero" not in page(course, "bia").replace("assert step(-1.0) == 0, ", "")[-2000:]


def test_code_beside_a_check_that_would_not_count_is_refused(course, pack) -> None:
    def more(cells) -> None:
        (cell,) = (cell for cell in cells if cell.id == "check_step")
        cell.source += "\nassert step(3) == 1"

    edit(course, more)
    with opened(course) as shown:
        shown.run("generate_assignment", PERCEPTRON)
    hand_in(course, pack)
    with pytest.raises(CourseError, match="check_step has code of its own, which would not count"):
        grade_course(course)


def test_texts_that_a_teacher_left_alone_are_in_the_student_s_language(course, pack) -> None:
    edit(course, own_texts)
    updated(course, pack)
    own = Taught.of(course, pack).release(PERCEPTRON, "en")
    texts = [cell.source for cell in own.cells if cell.cell_type == "markdown"]
    assert "turma A." in texts[0]
    english = {cell.source for cell in pack.release(PERCEPTRON, "en").cells if cell.cell_type == "markdown"}
    assert len(english - set(texts)) == 1


def test_a_course_without_releases_has_those_of_the_pack(tmp_path, pack) -> None:
    (tmp_path / FILE).write_text('language = "en"\n', "utf-8")
    own = Taught.of(tmp_path, pack)
    assert own.release(PERCEPTRON, "en") == pack.release(PERCEPTRON, "en")


def test_a_release_that_cannot_be_read_is_named_before_anything_is_graded(course, pack) -> None:
    hand_in(course, pack)
    release = course / "release" / PERCEPTRON / f"{PERCEPTRON}.ipynb"
    release.write_text(release.read_text("utf-8")[:-100], "utf-8")
    with pytest.raises(CourseError, match=rf"{release} cannot be read: "):
        grade_course(course)
