"""What students hand in by accident: each gets what it honestly earns, and words that help."""

import pytest

from degrau.authoring.pack import Pack
from degrau.course.desk import Desk

from .careless import NAME, cases
from .documenting import pages

CASES = {case.name: case for case in cases(Desk(Pack.find(), NAME.removesuffix(".ipynb"), "pt"))}


@pytest.mark.slow
@pytest.mark.parametrize("name", CASES)
def test_an_accident_costs_what_it_must_and_is_explained(room, tmp_path, name) -> None:
    case = CASES[name]
    folder = tmp_path / "ana" / "00_perceptron"
    case.hand_in(folder)
    seen = room.folder(folder)
    said = [note.en for note in seen.said]
    assert (seen.points, seen.left) == (case.honest, ())
    assert any(line.startswith(case.says) for line in said) if case.says else not said


@pytest.mark.slow
def test_the_pages_on_careless_notebooks_say_what_happens(pack) -> None:
    for name, text in pages(pack).items():
        assert (pack.root / "docs" / name).read_text("utf-8") == text
