"""A course directory is made once, kept up to date, and never made of somebody else's files."""

import json
from pathlib import Path

import nbformat
import pytest

from degrau.base.text import Text
from degrau.course.directory import CONFIG, CourseError, opened
from degrau.course.grade import grade_course
from degrau.course.setup.init import Differing, init_course
from degrau.demo.desk import Desk

PERCEPTRON = "00_perceptron"


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


def graded(course: Path, pack) -> None:
    desk = Desk(pack, PERCEPTRON, "pt")
    desk.sample("ana", Text(pt="certa", en="right"), desk.right(0)).hand_in(course / "submitted")
    grade_course(course)


def texts(course: Path) -> dict[str, str]:
    """What is in the sources and releases."""
    paths = [path for step in ("source", "release") for path in (course / step).rglob("*.ipynb")]
    return {str(path.relative_to(course)): path.read_text("utf-8") for path in paths}


@pytest.mark.slow
def test_making_a_course_again_keeps_settings_and_grades(course: Path, pack, scores) -> None:
    graded(course, pack)
    before, settings, released = scores(course), (course / CONFIG).read_text("utf-8"), texts(course)
    init_course(course, "pt", pack)
    assert (course / CONFIG).read_text("utf-8") == settings
    assert scores(course) == before
    assert texts(course) == released


@pytest.mark.slow
def test_what_a_teacher_wrote_into_a_source_is_kept_and_named(course: Path, pack, scores) -> None:
    graded(course, pack)
    source = course / "source" / PERCEPTRON / f"{PERCEPTRON}.ipynb"
    source.write_text(source.read_text("utf-8").replace("Perceptron", "Perceptron!"), encoding="utf-8")
    before, released, kept = scores(course), texts(course), list[Differing]()
    init_course(course, "pt", pack, on_differing=kept.append)
    assert [(found.source, found.outdated) for found in kept] == [(source, False)]
    assert kept[0].edited
    assert (texts(course), scores(course)) == (released, before)


@pytest.mark.slow
def test_a_source_that_was_deleted_is_written_and_released_again(course: Path, pack, scores) -> None:
    graded(course, pack)
    before, released = scores(course), texts(course)
    (course / "source" / PERCEPTRON / f"{PERCEPTRON}.ipynb").unlink()
    init_course(course, "pt", pack)
    assert (texts(course), scores(course)) == (released, before)
    assert not list(course.glob(".releasing-*"))


@pytest.mark.slow
def test_a_new_gradebook_gets_the_assignments_of_the_course(course: Path, pack) -> None:
    before = texts(course)
    (course / "gradebook.db").unlink()
    init_course(course, "pt", pack)
    graded(course, pack)
    assert [grade.score for grade in grade_course(course).grades] == [21]
    assert texts(course) == before


@pytest.mark.slow
def test_a_release_that_submissions_stand_in_the_way_of_is_refused_and_stays(course: Path, pack) -> None:
    source = course / "source" / PERCEPTRON / f"{PERCEPTRON}.ipynb"
    whole = nbformat.read(source, as_version=4)
    whole.cells = [cell for cell in whole.cells if cell.metadata.get("nbgrader", {}).get("grade_id") != "setup"]
    nbformat.write(whole, source)
    with opened(course) as shown:
        shown.run("generate_assignment", PERCEPTRON)
    graded(course, pack)
    source.unlink()
    released = texts(course)
    with pytest.raises(CourseError) as refusal:
        init_course(course, "pt", pack)
    first, second = str(refusal.value).splitlines()
    assert first.startswith(f"{PERCEPTRON} cannot be released again: ")
    assert "submissions" in first
    assert "are as they were" in second
    assert texts(course) == released


@pytest.mark.slow
def test_a_course_keeps_its_language(course: Path, pack) -> None:
    with pytest.raises(CourseError, match="is a course in 'pt', not in 'en'"):
        init_course(course, "en", pack)
