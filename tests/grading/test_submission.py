"""What was read ahead is what counts, for as long as nothing in the folder changes."""

import time
from pathlib import Path
from typing import Any

import pytest

from degrau.base.text import code
from degrau.demo.desk import Desk
from degrau.grading import submission
from degrau.grading.submission import ReadingEnded, Submissions
from degrau.sandbox.limits import Limits

from ..at_hand import ASSIGNMENT, FIRST, LANGUAGE


@pytest.fixture
def desk(pack) -> Desk:
    return Desk(pack, ASSIGNMENT, LANGUAGE)


@pytest.fixture
def submissions(pack) -> Submissions:
    return Submissions(pack)


def handed_in(desk: Desk, folder: Path, form: int) -> Path:
    """The folder of a student whose answers are right, in one of several styles."""
    desk.sample("ana", code(""), desk.right(form)).hand_in(folder)
    return folder / "ana" / ASSIGNMENT


def test_what_was_read_ahead_is_read_once_and_given_once(desk, submissions, tmp_path) -> None:
    folder = handed_in(desk, tmp_path, 0)
    first = submissions.ahead(folder)
    assert submissions.read(folder) is first
    again = submissions.read(folder)
    assert again is not first
    assert again == first


@pytest.mark.parametrize(
    ("job", "seconds", "words"),
    [
        (lambda *_: time.sleep(60), 0.2, "it took more than 0.2 s"),
        (lambda *_: bytearray(2**30), 30, "it took too much memory"),
    ],
    ids=["time", "memory"],
)
def test_what_takes_too_much_to_read_is_refused_in_words_and_the_next_is_read(
    desk, pack, tmp_path, monkeypatch, job, seconds, words
) -> None:
    folder = handed_in(desk, tmp_path, 0)
    bounded = Submissions(pack, Limits(spare_seconds=seconds, judge_bytes=2**28))
    with monkeypatch.context() as patched:
        patched.setattr(submission, "canonicalise", job)
        with pytest.raises(ReadingEnded, match=f"was ended, twice: {words}"):
            bounded.read(folder)
    bounded = Submissions(pack)
    assert bounded.read(folder).work.writes(FIRST)
    bounded.close()


def test_what_changed_since_it_was_read_ahead_is_read_again(desk, submissions, tmp_path) -> None:
    folder = handed_in(desk, tmp_path, 0)
    before = submissions.ahead(folder).work
    handed_in(desk, tmp_path, 1)
    after = submissions.read(folder).work
    assert after != before
    assert after == submissions.read(folder).work


def test_only_so_many_small_submissions_wait_for_their_turn(desk, pack, tmp_path, monkeypatch) -> None:
    def waiting(**limits: Any) -> int:
        with monkeypatch.context() as patched:
            for name, value in limits.items():
                patched.setattr(submission, name, value)
            submissions = Submissions(pack)
            for number in range(3):
                submissions.ahead(handed_in(desk, tmp_path / str(number), 0))
            return submissions.waiting

    assert waiting() == 3
    assert waiting(MOST_AHEAD=2) == 2
    assert waiting(MOST_BYTES_AHEAD=100) == 0
