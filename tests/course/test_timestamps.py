"""The time of a submission is read whoever wrote it; what is no time is said and named, and stops nobody."""

import pytest
from nbgrader.utils import parse_utc

from degrau.base.text import Text
from degrau.course.deadlines import time_in
from degrau.course.directory import opened
from degrau.demo.desk import Desk

USUAL = "2026-03-01 10:30:00 UTC"


@pytest.mark.parametrize(
    "text",
    [
        USUAL,
        "2026-03-01 10:30:00.000000 UTC",
        "2026-03-01T07:30:00-03:00",
        "2026-03-01 07:30:00 -0300",
        "2026-03-01 07:30:00 America/Sao_Paulo",
        "Sun Mar  1 10:30:00 UTC 2026",
        "2026-03-01 10:30\n",
    ],
)
def test_a_time_is_told_to_nbgrader_in_words_that_it_reads(tmp_path, text) -> None:
    (tmp_path / "timestamp.txt").write_text(text)
    time = time_in(tmp_path)
    assert time.notes == ()
    assert time.text is not None
    assert parse_utc(time.text) == parse_utc(USUAL)


@pytest.mark.parametrize(
    "content",
    [
        USUAL.encode("utf-8-sig"),
        USUAL.encode("utf-16"),
        b"\xfe\xff" + USUAL.encode("utf-16-be"),
        b"1772361000",
        b"1772361000123",
        b"1772361000.5",
        f"{USUAL}\r\n2026-03-02 10:30:00 UTC\r\n".encode(),
        f"Entregue em:\n{USUAL}".encode(),
    ],
)
def test_a_time_that_is_written_oddly_is_taken_and_said(tmp_path, content) -> None:
    path = tmp_path / "timestamp.txt"
    path.write_bytes(content)
    time = time_in(tmp_path)
    assert time.text is not None
    assert parse_utc(time.text) == parse_utc(USUAL)
    assert [note.to("en") for note in time.notes] == [f"{path} was not written as usual; it was taken to say {USUAL}."]


@pytest.mark.parametrize("content", [b"amanha", b"12", b"10:30", b"2026-13-45", b"\xff\x00\x01", b"9" * 40, b"0x1F"])
def test_what_is_no_time_counts_as_on_time_and_is_said(tmp_path, content) -> None:
    path = tmp_path / "timestamp.txt"
    path.write_bytes(content)
    time = time_in(tmp_path)
    assert time.text is None
    assert [note.to("en").startswith(f"{path} says no time") for note in time.notes] == [True]


def test_a_folder_or_a_link_in_its_place_is_said(tmp_path) -> None:
    path = tmp_path / "timestamp.txt"
    for make in (path.mkdir, lambda: path.symlink_to("nothing"), lambda: path.symlink_to("/dev/zero")):
        make()
        time = time_in(tmp_path)
        assert time.text is None
        assert [note.to("en").startswith(f"{path} could not be read") for note in time.notes] == [True]
        path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink()


def test_without_the_file_or_with_an_empty_one_there_is_nothing_to_say(tmp_path) -> None:
    assert (time_in(tmp_path).text, time_in(tmp_path).notes) == (None, ())
    (tmp_path / "timestamp.txt").touch()
    assert (time_in(tmp_path).text, time_in(tmp_path).notes) == (None, ())


@pytest.mark.parametrize("text", ["2026-03-01 10:30:00 BRTX", "Sun Mar  1 10:30:00 BRTX 2026"])
def test_a_time_zone_that_is_not_known_is_said(tmp_path, text) -> None:
    path = tmp_path / "timestamp.txt"
    path.write_text(text)
    time = time_in(tmp_path)
    assert time.text is not None
    assert parse_utc(time.text) == parse_utc(USUAL)
    assert [note.to("en").startswith(f"{path} names the time zone BRTX") for note in time.notes] == [True]


@pytest.mark.ours
@pytest.mark.slow
def test_nbgrader_s_own_autograding_reads_it_alike_without_force_too(course, pack) -> None:
    desk = Desk(pack, "00_perceptron", "pt")
    desk.sample("ana", Text(pt="certa", en="right"), desk.right(0)).hand_in(course / "submitted")
    path = course / "submitted" / "ana" / "00_perceptron" / "timestamp.txt"
    found = []
    with opened(course) as shown:
        for content in (b"2026-03-01 10:30:00 UTC", "2026-03-02 10:30:00 UTC".encode("utf-16"), b"amanha"):
            path.write_bytes(content)
            shown.run("autograde", "00_perceptron", "ana", False)
            with shown.api.gradebook as gradebook:
                found.append(str(gradebook.find_submission("00_perceptron", "ana").timestamp))
    assert found == ["2026-03-01 10:30:00", "2026-03-02 10:30:00", "2026-03-02 10:30:00"]
