"""Whatever the machine does to a grading: clear words, and nothing lost or half written."""

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from degrau.base.text import Text
from degrau.course.directory import CourseError
from degrau.course.grade import grade_course
from degrau.demo.desk import Desk
from degrau.sandbox import machine

from .killing import ASSIGNMENT, hand_in, killed

pytestmark = pytest.mark.long
# A namespace in which this process may mount file systems of its own.
OWN_MOUNTS = ["unshare", "--user", "--map-root-user", "--mount"]


def may_mount() -> bool:
    command = [*OWN_MOUNTS, "mount", "-t", "tmpfs", "none", "/mnt"]
    return bool(shutil.which("unshare")) and subprocess.run(command, capture_output=True).returncode == 0


def test_a_grading_that_is_killed_and_started_again_ends_as_if_nothing_had_happened(course, pack, tmp_path) -> None:
    hand_in(course, pack, students=2)
    assert [differing for _, differing in killed(course, tmp_path, moments=1, seed=5)] == [[]]


def test_a_locked_gradebook_is_named_and_nothing_is_lost(course, pack) -> None:
    hand_in(course, pack, students=1)
    before = (course / "gradebook.db").read_bytes()
    other = sqlite3.connect(course / "gradebook.db")
    other.execute("begin exclusive")
    try:
        with pytest.raises(CourseError, match="another program holds the gradebook"):
            grade_course(course)
    finally:
        other.close()
    assert (course / "gradebook.db").read_bytes() == before
    assert [grade.score for grade in grade_course(course).grades] == [21]


def graded_on(mounting: str, course: Path, place: Path) -> "subprocess.CompletedProcess[str]":
    """What `degrau grade` says of a copy of the course on a disk that is mounted so."""
    place.mkdir()
    script = f'mount -t tmpfs -o size=64m none "{place}" && cp -r "{course}/." "{place}" && {mounting}'
    grade = f'"{sys.executable}" -m degrau grade --course "{place}"'
    command = [*OWN_MOUNTS, "sh", "-c", f"{script}; {grade}; code=$?; ls -A {place}/autograded 2>&1; exit $code"]
    return subprocess.run(command, capture_output=True, text=True, timeout=120)


@pytest.mark.parametrize(
    ("mounting", "words"),
    [
        ('dd if=/dev/zero of="$PLACE/rest" 2> /dev/null', "the disk is full"),
        ('mount -o remount,ro "$PLACE"', "may only be read"),
    ],
    ids=["full", "read-only"],
)
def test_a_disk_that_takes_nothing_more_is_named(course, pack, tmp_path, mounting, words) -> None:
    if not may_mount():
        pytest.skip("this machine lets nobody mount a file system of their own")
    hand_in(course, pack, students=1)
    place = tmp_path / "disk"
    done = graded_on(mounting.replace("$PLACE", str(place)), course, place)
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert done.returncode == 2
    assert "student-000" not in done.stdout.splitlines()


def test_without_bubblewrap_the_next_tier_is_taken_and_said(pack, course, monkeypatch, tmp_path) -> None:
    for name in ("python", "python3", "alembic"):
        (tmp_path / name).symlink_to(shutil.which(name) or sys.executable)
    hand_in(course, pack, students=1)
    command = [sys.executable, "-m", "degrau", "grade", "--course", str(course)]
    subprocess.run(command, env={**os.environ, "PATH": str(tmp_path)}, capture_output=True, timeout=120, check=True)
    page = (course / "feedback" / "student-000" / ASSIGNMENT / f"{ASSIGNMENT}.html").read_text("utf-8")
    tier = next(s.tier.name for s in machine.available() if s.works and s.tier.name != "bubblewrap")
    assert f"Código executado em: {tier}" in page


def test_one_students_file_that_cannot_be_read_stops_nobody(course, pack) -> None:
    desk = Desk(pack, ASSIGNMENT, "pt")
    hand_in(course, pack, students=1)
    path = desk.sample("ana", Text(pt="certa", en="right"), desk.right(0)).hand_in(course / "submitted")
    path.unlink()
    os.mkfifo(path)
    ana, other = grade_course(course).grades
    assert (ana.score, other.score) == (0, 21)
