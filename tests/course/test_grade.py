"""Grading a class: what was handed in in whatever way, what a teacher wrote, and what is told of it."""

import zipfile
from pathlib import Path

import pytest
from nbformat.v4 import new_markdown_cell, new_raw_cell

from degrau.base.text import Text
from degrau.course.directory import CONFIG, CourseError, opened
from degrau.course.grade import grade_course
from degrau.demo.desk import Desk, cell_of
from degrau.judging.registry import assignments

from .running import run_python

pytestmark = pytest.mark.slow

PERCEPTRON, ADALINE = "00_perceptron", "01_adaline"


def test_what_a_teacher_wrote_is_kept_when_the_class_is_graded_again(course, pack, scores) -> None:
    desk = Desk(pack, PERCEPTRON, "pt")
    desk.sample("ana", Text(pt="certa", en="right"), desk.right(0)).hand_in(course / "submitted")
    grade_course(course)
    with opened(course) as opened_course, opened_course.api.gradebook as gradebook:
        grade = gradebook.find_grade("check_step", PERCEPTRON, PERCEPTRON, "ana")
        grade.manual_score, grade.extra_credit = 0.5, 0.25
        comment = gradebook.find_comment("step", PERCEPTRON, PERCEPTRON, "ana")
        comment.manual_comment = "Muito bem!"
        gradebook.db.commit()
    (regraded,) = grade_course(course, [PERCEPTRON], ["ana"]).grades
    auto, manual, extra, score, needs = scores(course)["ana", PERCEPTRON, "check_step"]
    assert (auto, manual, extra, score, needs) == (
        assignments()[PERCEPTRON].points["step"],
        0.5,
        0.25,
        0.75,
        False,
    )
    assert not regraded.needs_manual_grade
    assert regraded.feedback is not None
    assert "Muito bem!" in regraded.feedback.read_text("utf-8")


def test_a_resubmission_without_a_grader_cell_does_not_keep_its_old_score(course, pack, scores) -> None:
    desk = Desk(pack, PERCEPTRON, "pt")
    desk.sample("ana", Text(pt="certa", en="right"), desk.right(0)).hand_in(course / "submitted")
    (first,) = grade_course(course).grades
    again = desk.notebook({})
    again.cells.remove(cell_of(again, "check_step"))
    desk.sample("ana", Text(pt="em branco", en="blank"), {}, notebook=again).hand_in(course / "submitted")
    (second,) = grade_course(course).grades
    assert first.score == first.max_score
    assert second.score == 0
    assert scores(course)["ana", PERCEPTRON, "check_step"][0] == 0


def test_another_assignments_notebook_gets_zero_and_says_so(course, pack) -> None:
    desk = Desk(pack, PERCEPTRON, "pt")
    wrong_place = Desk(pack, ADALINE, "pt").sample(
        "ana", Text(pt="trocada", en="mixed up"), {}, notebook=desk.notebook(desk.right(0))
    )
    wrong_place.hand_in(course / "submitted")
    (grade,) = grade_course(course).grades
    assert (grade.score, grade.error) == (0, None)
    assert grade.feedback is not None
    assert "Este notebook é o de 00_perceptron, não o de 01_adaline" in grade.feedback.read_text("utf-8")


def test_nothing_of_a_students_text_acts_in_the_feedback_page(course, pack) -> None:
    desk = Desk(pack, PERCEPTRON, "pt")
    shouting = 'def step(z):\n    raise ValueError("<script>alert(1)</script>\\x1b[31m<img src=x>")\n'
    loud = desk.notebook({"step": shouting})
    loud.cells.append(new_markdown_cell("<script>alert(1)</script> [x](javascript:alert(3)) <img src=x>"))
    loud.cells.append(new_raw_cell("<script>alert(1)</script>"))
    desk.sample("ana", Text(pt="barulho", en="noise"), {}, notebook=loud).hand_in(course / "submitted")
    (grade,) = grade_course(course).grades
    assert grade.feedback is not None
    page = grade.feedback.read_text("utf-8")
    assert "<script>alert(1)" not in page
    assert "<img src=x" not in page
    assert 'href="javascript' not in page
    assert "\x1b" not in page


def test_of_several_notebooks_the_one_with_most_answers_counts(course, pack) -> None:
    desk = Desk(pack, PERCEPTRON, "pt")
    half = {name: desk.right(0)[name] for name in desk.functions[:2]}
    for name, answers in ((f"{PERCEPTRON}.ipynb", {}), ("cópia (1).ipynb", desk.right(0)), ("b.ipynb", half)):
        desk.sample("ana", Text(pt="três", en="three"), answers, filename=name).hand_in(course / "submitted")
    (course / "submitted" / "ana" / PERCEPTRON / "notas.ipynb").write_text("{", encoding="utf-8")
    (grade,) = grade_course(course).grades
    assert (grade.error, grade.score) == (None, grade.max_score)
    assert [note.to("en")[-47:] for note in grade.notes] == ["counts is cópia (1).ipynb, which has most answers."[-47:]]
    assert grade.feedback is not None
    assert "Vale cópia (1).ipynb, o que tem mais respostas." in grade.feedback.read_text("utf-8")


def test_a_lone_file_that_is_a_notebook_by_another_name_is_graded(course, pack) -> None:
    desk = Desk(pack, PERCEPTRON, "pt")
    for student, name in (("ana", "tarefa.zip"), ("bia", "00_perceptron.ipynb.txt"), ("caio", "inner/a.ipynb")):
        sample = desk.sample(student, Text(pt="certa", en="right"), desk.right(0), filename="a.ipynb")
        path = course / "submitted" / student / PERCEPTRON / name
        path.parent.mkdir(parents=True)
        if path.suffix == ".zip":
            with zipfile.ZipFile(path, "w") as archive:
                archive.writestr("tarefa/a.ipynb", sample.content)
        else:
            path.write_text(sample.content, encoding="utf-8")
    assert [(g.error, g.score) for g in grade_course(course).grades] == [(None, 21)] * 3


def test_links_lead_nowhere(course, pack) -> None:
    """A link to another student's work is neither graded nor copied to where the feedback is."""
    desk = Desk(pack, PERCEPTRON, "pt")
    bia = desk.sample("bia", Text(pt="certa", en="right"), desk.right(0)).hand_in(course / "submitted")
    desk.sample("ana", Text(pt="em branco", en="blank"), {}).hand_in(course / "submitted")
    (course / "submitted" / "ana" / PERCEPTRON / "data.txt").symlink_to(bia)
    (course / "submitted" / "caio" / PERCEPTRON).mkdir(parents=True)
    (course / "submitted" / "caio" / PERCEPTRON / f"{PERCEPTRON}.ipynb").symlink_to(bia)
    (course / "submitted" / "davi").mkdir()
    (course / "submitted" / "davi" / PERCEPTRON).symlink_to(bia.parent)
    ana, bia_s, caio, davi = grade_course(course).grades
    assert (ana.score, bia_s.score, caio.score, davi.score) == (0, 21, 0, None)
    assert davi.error is not None
    assert "symbolic link" in davi.error
    assert not list(course.glob("*/ana/*/data.txt"))[1:]


@pytest.mark.long
def test_what_moodle_gives_for_a_class_is_collected_and_graded(course, pack) -> None:
    desk = Desk(pack, PERCEPTRON, "pt")
    content = desk.sample("x", Text(pt="certa", en="right"), desk.right(0)).content
    archive = course / "downloaded" / PERCEPTRON / "archive"
    archive.mkdir(parents=True)
    with zipfile.ZipFile(archive / "Redes-Tarefa 1-77.zip", "w") as moodle:
        moodle.writestr("Ana Souza_1201_assignsubmission_file_/00_perceptron.ipynb", content)
        moodle.writestr("José d’Ávila 😀_1202_assignsubmission_file/tarefa (2).ipynb", content)
        moodle.writestr("Ana Souza_1203_assignsubmission_file_00_perceptron.ipynb", content)
    run_python(course, "-m", "nbgrader", "zip_collect", PERCEPTRON)
    found = {g.student: (g.error, g.score) for g in grade_course(course).grades}
    assert found == dict.fromkeys(("Ana Souza_1201", "Ana Souza_1203", "José d’Ávila 😀_1202"), (None, 21))


def test_a_folder_without_a_notebook_is_reported_and_the_class_goes_on(course, pack) -> None:
    Desk(pack, PERCEPTRON, "pt").sample(
        "bia", Text(pt="certa", en="right"), Desk(pack, PERCEPTRON, "pt").right(0)
    ).hand_in(course / "submitted")
    (course / "submitted" / "ana" / PERCEPTRON).mkdir(parents=True)
    ana, bia = grade_course(course).grades
    assert (bia.error, bia.score) == (None, bia.max_score)
    assert ana.error == f"no notebook in {course / 'submitted' / 'ana' / PERCEPTRON}"


def test_a_judge_that_cannot_judge_fails_the_submission_and_gives_no_points(course, pack) -> None:
    desk = Desk(pack, PERCEPTRON, "pt")
    desk.sample("ana", Text(pt="certa", en="right"), desk.right(0)).hand_in(course / "submitted")
    with (course / CONFIG).open("a", encoding="utf-8") as config:
        config.write('c.CanonicalExporter.pack_root = "/there/is/no/pack"\n')
    (grade,) = grade_course(course).grades
    assert grade.error is not None
    assert grade.error == ("degrau.course.directory.CourseError: /there/is/no/pack has no assignment 00_perceptron.")
    assert not grade.score
    assert grade.feedback is None
    assert "Traceback" in grade.log


def test_progress_is_told_before_each_submission(course, pack) -> None:
    desk = Desk(pack, PERCEPTRON, "pt")
    for student in ("bia", "ana"):
        desk.sample(student, Text(pt="em branco", en="blank"), {}).hand_in(course / "submitted")
    told: list[tuple[int, int, str]] = []
    grade_course(course, on_progress=lambda done, total, next_: told.append((done, total, next_)))
    assert told == [(0, 2, f"{PERCEPTRON} ana"), (1, 2, f"{PERCEPTRON} bia")]


def test_a_student_who_handed_nothing_in_is_not_passed_over(course, pack) -> None:
    Desk(pack, PERCEPTRON, "pt").sample("ana", Text(pt="em branco", en="blank"), {}).hand_in(course / "submitted")
    with pytest.raises(CourseError) as refusal:
        grade_course(course, students=["ana", "bia"])
    assert str(refusal.value).splitlines()[0] == f"{course / 'submitted'} has nothing of bia."


def test_a_course_where_nothing_was_handed_in_says_so(course) -> None:
    with pytest.raises(CourseError, match="has nothing of anybody"):
        grade_course(course)


def test_a_directory_that_is_no_course_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CourseError, match=r"is not a course directory of degrau's.*\nMake one with: degrau init"):
        grade_course(tmp_path)


def test_the_course_in_a_directory_that_is_none_is_named(course: Path) -> None:
    with pytest.raises(CourseError, match=rf"\nName the one in it: --course {course}$"):
        grade_course(course.parent)
