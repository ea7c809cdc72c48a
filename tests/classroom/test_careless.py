"""What students hand in by accident: each gets what it honestly earns, and words that help."""

from pathlib import Path

import pytest

from degrau.demo.desk import Desk
from degrau.pack.pack import Pack

from .careless import NAME, cases
from .documenting import PAGES

pytestmark = pytest.mark.long

CASES = {case.name: case for case in cases(Desk(Pack.find(), NAME.removesuffix(".ipynb"), "pt"))}


@pytest.mark.parametrize("name", CASES)
def test_an_accident_costs_what_it_must_and_is_explained(room, tmp_path, name) -> None:
    case = CASES[name]
    folder = tmp_path / "ana" / "00_perceptron"
    case.hand_in(folder)
    seen = room.folder(folder)
    said = [note.to("en") for note in seen.said]
    assert (seen.points, seen.left) == (case.honest, ())
    assert any(line.startswith(case.says) for line in said) if case.says else not said
    for language, page in PAGES.items():
        rows = (Path(__file__).parents[2] / "docs" / page).read_text("utf-8").splitlines()
        (row,) = (row for row in rows if row.startswith(f"| {case.about.to(language)} |"))
        assert all(note.to(language) in row for note in seen.said)
