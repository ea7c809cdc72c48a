"""Which courses are at hand, by where one stands."""

from pathlib import Path

import pytest

from degrau.base import packs

ABOUT = 'languages = ["en"]\ntitle = { en = "Losses" }\n'


def course(folder: Path, module: str) -> Path:
    graders = folder / "graders" / Path(*module.split("."))
    graders.mkdir(parents=True)
    (graders / packs.ABOUT).write_text(ABOUT, "utf-8")
    (folder / "solutions").mkdir()
    return folder


def test_who_stands_in_a_course_has_it(tmp_path) -> None:
    root = course(tmp_path / "losses", "losses")
    assert packs.standing(root / "solutions") == root
    assert packs.standing(tmp_path) is None


def test_what_was_handed_in_is_no_course(tmp_path) -> None:
    (tmp_path / packs.COURSE).touch()
    assert packs.standing(course(tmp_path / "losses", "losses")) is None


@pytest.mark.ours
def test_in_the_clone_of_another_degrau_the_installed_one_has_its_own_course(tmp_path) -> None:
    assert packs.standing(course(tmp_path / "degrau", "degrau.exercises")) is None
