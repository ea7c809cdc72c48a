"""A course directory is made once, kept up to date, and never made of somebody else's files."""

import json
from pathlib import Path

import pytest

from degrau.base.text import Text
from degrau.course.directory import CONFIG, CourseError, opened
from degrau.course.grade import grade_course
from degrau.course.init import init_course
from degrau.demo.desk import Desk


def test_a_directory_with_other_things_in_it_is_refused(tmp_path, pack) -> None:
    (tmp_path / "tese.tex").write_text("…", encoding="utf-8")
    with pytest.raises(CourseError) as refusal:
        init_course(tmp_path, "pt", pack)
    assert str(refusal.value) == (
        f"{tmp_path} is not empty, and not a course of degrau's; nothing was changed.\n"
        "Name a new directory: degrau init NEW_DIRECTORY"
    )
    assert [path.name for path in tmp_path.iterdir()] == ["tese.tex"]


def test_settings_that_cannot_be_read_stop_everything(tmp_path) -> None:
    (tmp_path / CONFIG).write_text("c.Autograde = # degrau.course.plugin.Judge\n", encoding="utf-8")
    with pytest.raises(CourseError, match="cannot be read: SyntaxError"), opened(tmp_path):
        pass


def test_settings_without_the_judge_stop_everything(tmp_path) -> None:
    (tmp_path / CONFIG).write_text("# degrau.course.plugin.Judge\nc = get_config()\n", encoding="utf-8")
    with pytest.raises(CourseError, match="does not put degrau"), opened(tmp_path):
        pass


@pytest.mark.slow
def test_the_release_is_the_one_that_is_committed(empty_course, pack) -> None:
    for assignment in pack.assignments:
        made = json.loads((empty_course / "release" / assignment / f"{assignment}.ipynb").read_text("utf-8"))
        committed = pack.release(assignment, "pt")
        assert [(c["id"], c["cell_type"], "".join(c["source"]), c["metadata"]) for c in made["cells"]] == [
            (c.id, c.cell_type, c.source, c.metadata) for c in committed.cells
        ]


@pytest.mark.slow
def test_only_the_teacher_may_read_the_settings(empty_course) -> None:
    assert (empty_course / CONFIG).stat().st_mode & 0o777 == 0o600


@pytest.mark.slow
def test_making_a_course_again_keeps_settings_and_grades(course: Path, pack, scores) -> None:
    desk = Desk(pack, "00_perceptron", "pt")
    desk.sample("ana", Text("certa", "right"), desk.right(0)).hand_in(course / "submitted")
    grade_course(course)
    before, settings = scores(course), (course / CONFIG).read_text("utf-8")
    source = course / "source" / "00_perceptron" / "00_perceptron.ipynb"
    fresh = source.read_text("utf-8")
    source.write_text("{}", encoding="utf-8")
    init_course(course, "pt", pack)
    assert source.read_text("utf-8") == fresh
    assert (course / CONFIG).read_text("utf-8") == settings
    assert scores(course) == before


@pytest.mark.slow
def test_a_course_keeps_its_language(course: Path, pack) -> None:
    with pytest.raises(CourseError, match="is a course in 'pt', not in 'en'"):
        init_course(course, "en", pack)
