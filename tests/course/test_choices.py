"""What a course has decided: due dates, extensions, who has dropped out; and marking by hand that stays finished."""

import re
import shutil
from datetime import UTC, datetime, timedelta

import pytest
from nbformat import writes

from degrau.commands.differences import print_differences
from degrau.commands.grade_table import print_grades
from degrau.course.choices import FILE, Choices, drop, extend, template
from degrau.course.directory import CONFIG, CourseError, opened
from degrau.course.exporting.export import export
from degrau.course.grade import grade_course
from degrau.course.settings import JudgeSettings
from degrau.course.setup.init import init_course
from degrau.course.types import Submission
from degrau.demo.desk import Desk
from degrau.grading.forbidden import Forbidden
from degrau.sandbox.limits import Limits

from ..at_hand import ASSIGNMENT, FIRST, LANGUAGE

LATE = "2026-03-22 12:00:00 UTC"
DUE = f"seed = 7\n[due]\n{ASSIGNMENT} = 2026-03-20 12:00:00Z\n"


def test_the_file_is_read_in_utc_and_a_date_alone_means_its_end(tmp_path) -> None:
    (tmp_path / FILE).write_text(
        f"[due]\n{ASSIGNMENT} = 2026-03-31 23:59:00-03:00\n99_other = 2026-04-01\n"
        f'[extensions]\nana = {{ {ASSIGNMENT} = "1w2d" }}\n[students]\ndropped = ["bia"]\n'
    )
    found = Choices.read(tmp_path)
    assert found.due[ASSIGNMENT] == datetime(2026, 4, 1, 2, 59, tzinfo=UTC)
    assert found.due["99_other"].astimezone().strftime("%d %H:%M:%S") == "01 23:59:59"
    assert found.extensions == {Submission("ana", ASSIGNMENT): timedelta(days=9)}
    assert found.dropped == ("bia",)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[due", "cannot be read"),
        ("[duo]\n", "nothing is known of duo"),
        ('[due]\nx = "soon"', "which is no date: write 2026-03-31 23:59:00-03:00"),
        ('[extensions]\nana = { x = "soon" }', "ana.x is 'soon', which is no time: write 3d, 12h, or 1w2d"),
        ('[students]\ndropped = "ana"', "dropped is 'ana', not a list of names"),
        ("extensions = 3", "extensions is no table"),
        ('seed = "sete"', "seed is 'sete', not a whole number"),
        ("seed = true", "seed is True, not a whole number"),
        ('exam = "yes"', "exam is 'yes', not true or false"),
        ("follow_through = 1", "follow_through is 1, not true or false"),
        ('accept_tiers = "process"', r'accept_tiers is .process., not a list of names, such as \["process"\]'),
        ('[forbid]\ncourse = "torch"', "forbid.course is 'torch', not a list of names"),
        ("[seconds]\ncell = 0", "seconds.cell is 0, not a number of seconds, 1 or more"),
        ("[seconds]\ncell = nan", "seconds.cell is nan, not a number of seconds"),
        ("[seconds]\nnotebok = 60", r"nothing is known of notebok in \[seconds\]: it has notebook, cells, cell"),
    ],
)
def test_what_is_wrong_in_it_is_said_with_its_place(tmp_path, text, said) -> None:
    (tmp_path / FILE).write_text(text)
    with pytest.raises(CourseError, match=said):
        Choices.read(tmp_path)


@pytest.mark.ours
def test_every_setting_of_a_new_course_is_read_when_it_is_uncommented(tmp_path) -> None:
    (tmp_path / FILE).write_text(re.sub(r"(?m)^# (\w+ = )", r"\1", template(7, "pt")))
    assert Choices.read(tmp_path).points == {"train_perceptron": 6}
    found = JudgeSettings.of(tmp_path)
    assert (found.seed, found.follow_through, found.accepted) == (7, False, ("process",))
    assert found.limits == Limits(notebook_seconds=180, cells_seconds=30, cell_seconds=10)
    within = {"00_perceptron": ("scipy",), "train_perceptron": ("np.gradient",)}
    assert found.forbidden == Forbidden(("torch",), within, costs=True)
    assert Choices.read(tmp_path).judging["show_counterexamples"] is False


def test_what_it_says_of_judging_goes_before_nbgraders_settings(tmp_path) -> None:
    (tmp_path / CONFIG).write_text("c = get_config()\nc.Judge.seed = 3\nc.Judge.follow_through = False\n")
    (tmp_path / FILE).write_text("seed = 8\n")
    found = JudgeSettings.of(tmp_path)
    assert (found.seed, found.follow_through) == (8, False)


def test_without_a_seed_nothing_is_graded_by_another_one(tmp_path) -> None:
    with pytest.raises(CourseError, match="says from which number the hidden inputs follow"):
        JudgeSettings.of(tmp_path)


@pytest.mark.slow
def test_a_course_keeps_what_nbgraders_settings_say_when_it_gets_the_file(course, pack) -> None:
    (course / FILE).unlink()
    with (course / CONFIG).open("a") as config:
        config.write('\nc.Judge.seed = 3\nc.Judge.forbid = ["torch"]\n')
    init_course(course, LANGUAGE, pack)
    found = JudgeSettings.of(course)
    assert (found.seed, found.forbidden) == (3, Forbidden(("torch",)))


def test_what_is_written_there_leaves_all_else_as_it_was(tmp_path) -> None:
    (tmp_path / FILE).write_text(f"# Ours.\n[due]  # soon\n{ASSIGNMENT} = 2026-03-20 12:00:00Z\n")
    extend(tmp_path, "ana", ASSIGNMENT, "+3d")
    extend(tmp_path, "ana", ASSIGNMENT, "+4d")
    drop(tmp_path, "bia", back=False)
    drop(tmp_path, "bia", back=False)
    text = (tmp_path / FILE).read_text()
    assert text.startswith(f"# Ours.\n[due]  # soon\n{ASSIGNMENT} = 2026-03-20 12:00:00Z\n")
    found = Choices.read(tmp_path)
    assert found.extensions == {Submission("ana", ASSIGNMENT): timedelta(days=4)}
    assert found.dropped == ("bia",)
    drop(tmp_path, "bia", back=True)
    assert Choices.read(tmp_path).dropped == ()
    with pytest.raises(CourseError, match=rf"degrau extend ana {ASSIGNMENT} \+3d"):
        extend(tmp_path, "ana", ASSIGNMENT, "tomorrow")


@pytest.fixture
def late_course(course, pack):
    """A course with a penalty, in which two students hand in two days late."""
    config = course / CONFIG
    config.write_text(config.read_text().replace("# c.AssignLate", "c.AssignLate").replace("# c.Percent", "c.Percent"))
    desk = Desk(pack, ASSIGNMENT, LANGUAGE)
    text = writes(desk.notebook(desk.right(0)))
    for student in ("ana", "bia"):
        folder = course / "submitted" / student / ASSIGNMENT
        folder.mkdir(parents=True)
        (folder / f"{ASSIGNMENT}.ipynb").write_text(text)
        (folder / "timestamp.txt").write_text(LATE)
    (course / FILE).write_text(DUE)
    return course


def penalties(course) -> dict[str, float]:
    return {grade.student: grade.late_penalty / grade.max_score for grade in grade_course(course).grades}


@pytest.mark.long
def test_an_extension_counts_before_and_after_handing_in(late_course) -> None:
    extend(late_course, "ana", ASSIGNMENT, "+3d")
    assert penalties(late_course) == pytest.approx({"ana": 0.0, "bia": 0.2})
    extend(late_course, "bia", ASSIGNMENT, "+1d")
    assert penalties(late_course) == pytest.approx({"ana": 0.0, "bia": 0.1})
    (late_course / FILE).write_text(DUE.replace("-20", "-25"))
    assert penalties(late_course) == {"ana": 0.0, "bia": 0.0}


@pytest.mark.long
def test_who_has_dropped_out_stays_out(late_course) -> None:
    (late_course / "students.csv").write_text("id,name\nana,Ana Souza\nbia,Bia Lima\n")
    drop(late_course, "ana", back=False)
    summary = grade_course(late_course)
    assert [grade.student for grade in summary.grades] == ["bia"]
    with opened(late_course) as found, found.api.gradebook as gradebook:
        assert [student.id for student in gradebook.students] == ["bia"]
    assert export(late_course, "csv").table.read_text("utf-8-sig").count("\n") == 2
    drop(late_course, "ana", back=True)
    assert [grade.student for grade in grade_course(late_course).grades] == ["ana", "bia"]


@pytest.mark.long
def test_who_handed_nothing_in_is_in_the_table(late_course, capsys) -> None:
    (late_course / "students.csv").write_text("id,name\nana,Ana Souza\nbia,\ncaio,Caio Reis\ndora,\n")
    drop(late_course, "dora", back=False)
    for _ in range(2):
        summary = grade_course(late_course, [ASSIGNMENT])
        assert summary.missing == (Submission("caio", ASSIGNMENT),)
    print_grades(summary)
    assert "caio" in capsys.readouterr().out.splitlines()[-1]
    assert grade_course(late_course, [], ["ana"]).missing == ()


@pytest.mark.long
def test_marking_by_hand_stays_finished_until_what_was_marked_changes(late_course, pack, capsys) -> None:
    grade_course(late_course)

    def grades(change: bool = False):
        with opened(late_course) as found, found.api.gradebook as gradebook:
            notebook = gradebook.find_submission_notebook(ASSIGNMENT, ASSIGNMENT, "ana")
            cell = next(grade for grade in notebook.grades if grade.name == f"check_{FIRST}")
            if change:
                cell.manual_score, cell.needs_manual_grade = 1.5, False
                gradebook.db.commit()
            return cell.manual_score, cell.needs_manual_grade

    grades(change=True)
    summary = grade_course(late_course, fresh=True)
    assert grades() == (1.5, False)
    assert summary.waiting == 0
    # Another answer, of which somebody has to say again what it is worth.
    desk = Desk(pack, ASSIGNMENT, LANGUAGE)
    path = late_course / f"submitted/ana/{ASSIGNMENT}/{ASSIGNMENT}.ipynb"
    path.write_text(writes(desk.notebook({**desk.right(0), **desk.wrong(FIRST)})))
    summary = grade_course(late_course)
    assert grades() == (1.5, True)
    assert summary.waiting == 1
    print_grades(summary)
    assert "1 wait for marking by hand, in Formgrader." in capsys.readouterr().out


@pytest.mark.ours
@pytest.mark.long
def test_points_of_the_course_scale_what_an_answer_earns(late_course, pack, capsys) -> None:
    (late_course / FILE).write_text("seed = 7\n")
    desk = Desk(pack, "01_adaline", "pt")
    half = {**desk.right(0), **desk.wrong("adaline_cost")}
    for student, answers in (("ana", desk.right(0)), ("bia", half)):
        shutil.rmtree(late_course / "submitted" / student)
        path = late_course / "submitted" / student / "01_adaline" / "01_adaline.ipynb"
        path.parent.mkdir(parents=True)
        path.write_text(writes(desk.notebook(answers)))

    def cost() -> dict[str, tuple[float, float]]:
        with opened(late_course) as found, found.api.gradebook as gradebook:
            rows = gradebook.notebook_submissions("01_adaline", "01_adaline")
            grades = {row.student.id: g for row in rows for g in row.grades if g.name == "check_adaline_cost"}
            return {student: (grade.auto_score, grade.max_score) for student, grade in grades.items()}

    grade_course(late_course)
    before = cost()
    assert before["ana"] == (4.0, 4.0)
    (late_course / FILE).write_text("seed = 7\n[points]\nadaline_cost = 7\n")
    with pytest.raises(CourseError, match=r"adaline_cost has 4 points there and 7 here.*\nRun degrau init"):
        grade_course(late_course)
    text = (late_course / "source/01_adaline/01_adaline.ipynb").read_text()
    kept = []
    init_course(late_course, "pt", pack, on_differing=kept.append)
    assert [(found.source.stem, found.points) for found in kept] == [("01_adaline", (("adaline_cost", 4, 7),))]
    print_differences(late_course, kept, updated=False)
    assert re.search(r"01_adaline +.? ?adaline_cost .* 4 .* 7 .* 2", capsys.readouterr().out)
    init_course(late_course, "pt", pack, update=True)
    assert (late_course / "replaced/01_adaline-1.ipynb").read_text() == text
    after = {student: (auto * 7 / 4, 7.0) for student, (auto, _) in before.items()}
    assert cost() == after
    summary = grade_course(late_course, fresh=True)
    assert cost() == after
    assert [grade.changes for grade in summary.grades] == [(), ()]
    assert "7" in (late_course / "feedback/ana/01_adaline/01_adaline.html").read_text()
    (late_course / FILE).write_text("seed = 7\n[points]\nadaline_coast = 7\n")
    with pytest.raises(CourseError, match="has points of adaline_coast, which is no function"):
        grade_course(late_course)
