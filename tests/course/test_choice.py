"""What was read ahead is what counts, for as long as nothing in the folder changes."""

from pathlib import Path
from typing import Any

import pytest

from degrau.course import choice
from degrau.course.choice import read_ahead, submission
from degrau.course.desk import Desk
from degrau.text import Text

PERCEPTRON = "00_perceptron"


@pytest.fixture
def desk(pack) -> Desk:
    return Desk(pack, PERCEPTRON, "pt")


def handed_in(desk: Desk, folder: Path, form: int) -> Path:
    """The file of a student whose answers are right, in one of several styles."""
    desk.sample("ana", Text("", ""), desk.right(form)).hand_in(folder)
    return folder / "ana" / PERCEPTRON / f"{PERCEPTRON}.ipynb"


def test_what_was_read_ahead_is_read_once_and_given_once(desk, pack, tmp_path, monkeypatch) -> None:
    path = handed_in(desk, tmp_path, 0)
    first = read_ahead(path, PERCEPTRON, pack)
    with monkeypatch.context() as patched:
        patched.setattr(choice, "canonicalise", None)
        assert submission(path, PERCEPTRON, pack) is first
        with pytest.raises(TypeError):
            submission(path, PERCEPTRON, pack)
    assert submission(path, PERCEPTRON, pack) == first


def test_what_changed_since_it_was_read_ahead_is_read_again(desk, pack, tmp_path) -> None:
    path = handed_in(desk, tmp_path, 0)
    before = read_ahead(path, PERCEPTRON, pack).cells
    handed_in(desk, tmp_path, 1)
    after = submission(path, PERCEPTRON, pack).cells
    assert after != before
    assert after == submission(path, PERCEPTRON, pack).cells


def test_only_so_many_small_submissions_wait_for_their_turn(desk, pack, tmp_path, monkeypatch) -> None:
    def waiting(**limits: Any) -> int:
        with monkeypatch.context() as patched:
            for name, value in {"_ahead": {}, **limits}.items():
                patched.setattr(choice, name, value)
            for number in range(3):
                read_ahead(handed_in(desk, tmp_path / str(number), 0), PERCEPTRON, pack)
            return len(choice._ahead)

    assert waiting() == 3
    assert waiting(MOST_AHEAD=2) == 2
    assert waiting(MOST_BYTES_AHEAD=100) == 0
