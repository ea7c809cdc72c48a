"""What a class hands in through a platform arrives whole, each in one folder, and a second time nothing changes."""

import tempfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings

from degrau.course.collecting.collect import Collected, collect
from degrau.course.collecting.collected import Origins
from degrau.course.directory import CONFIG, JUDGE
from degrau.course.roster import Roster
from degrau.course.types import Submission

from . import handing_in
from .handing_in import Class, Handed, canvas, flat, moodle, moodle_name, participant, people

KNOWN = {"10_lines": ["step"], "20_losses": ["linear", "huber_cost"]}
DUE = datetime(2026, 3, 11, tzinfo=UTC)
FOLDERS = {
    "folder": moodle(moodle_name, "/"),
    "trailing": moodle(moodle_name, "_/"),
    "anonymous": moodle(participant, "/"),
    "brightspace": handing_in.brightspace,
    "sakai": handing_in.sakai,
    "gradescope": handing_in.gradescope,
}
FLAT = {
    "flat": moodle(moodle_name, "_"),
    "anonymous": moodle(participant, "_"),
    "canvas": canvas,
    "canvas anonymous": lambda folder, handed: canvas(folder, handed, anonymous=True),
    "blackboard": handing_in.blackboard,
}
quick = settings(max_examples=40, deadline=None, derandomize=True, database=None)


def a_course(folder: Path) -> Path:
    """What `collect` takes for a course."""
    root = folder / "turma"
    root.mkdir()
    (root / CONFIG).write_text(JUDGE)
    return root


def state(root: Path) -> dict[str, tuple[bytes, int]]:
    """All files of a course, and when they were written."""
    return {str(p): (p.read_bytes(), p.stat().st_mtime_ns) for p in root.rglob("*") if p.is_file()}


def taken(root: Path, source: Path, assignment: str | None = "20_losses") -> Collected:
    return collect(root, [source], assignment, KNOWN, {"20_losses": DUE})


def is_whole(root: Path, handed: Class, keys: dict[str, str]) -> None:
    """Each person has one folder, with all that they handed in; `keys`: the platform's, by theirs."""
    origins = Origins.read(root).found
    assert len(origins) == len(handed)
    for person in handed:
        [(submission, _)] = [(s, o) for s, o in origins.items() if o.key == keys[person.key]]
        folder = root / "submitted" / submission.student / submission.assignment
        files = {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}
        files.pop("timestamp.txt", None)
        assert files == person.files
    assert set(Roster.read(root).students) == {submission.student for submission in origins}


def changes_nothing(root: Path, source: Path) -> None:
    before = state(root)
    again = taken(root, source)
    assert set(again.outcomes.values()) == {"unchanged"}
    assert again.new_people == 0
    assert state(root) == before


@pytest.mark.long
@pytest.mark.parametrize("layout", FOLDERS)
@quick
@given(handed=people)
def test_a_platform_with_folders(layout: str, handed: Class) -> None:
    arrives(FOLDERS[layout], handed)


@pytest.mark.long
@pytest.mark.parametrize("layout", FLAT)
@quick
@given(handed=people)
def test_a_platform_without_folders(layout: str, handed: Class) -> None:
    arrives(FLAT[layout], list(map(flat, handed)))


def arrives(made, handed: Class) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = a_course(Path(folder))
        source = made(Path(folder), handed)
        collected = taken(root, source)
        assert collected.lost == []
        by_login = made is handing_in.blackboard or made is handing_in.sakai
        is_whole(root, handed, {p.key: p.login if by_login else p.key for p in handed})
        changes_nothing(root, source)


@quick
@given(handed=people)
def test_late_in_canvas_is_late_here_and_others_are_not(handed: Class) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = a_course(Path(folder))
        taken(root, canvas(Path(folder), list(map(flat, handed))))
        for submission, origin in Origins.read(root).found.items():
            path = root / "submitted" / submission.student / submission.assignment / "timestamp.txt"
            late = next(person.late for person in handed if person.key == origin.key)
            said = path.read_text().strip() if path.exists() else ""
            assert (bool(said) and datetime.strptime(said, "%Y-%m-%d %H:%M:%S %Z").replace(tzinfo=UTC) > DUE) == late


@quick
@given(handed=people)
def test_the_time_in_an_archive_is_that_of_handing_in(handed: Class) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = a_course(Path(folder))
        collected = taken(root, moodle(moodle_name, "/")(Path(folder), handed))
        assert not collected.notes or len({p.time for p in handed}) == 1
        for submission, origin in Origins.read(root).found.items():
            time = next(person.time for person in handed if person.key == origin.key)
            folder_of = root / "submitted" / submission.student / submission.assignment
            if not collected.notes:
                assert (folder_of / "timestamp.txt").read_text() == f"{time:%Y-%m-%d %H:%M:%S} UTC\n"


def test_an_unpacked_archive_in_another_folder_is_the_same(tmp_path) -> None:
    import zipfile

    root = a_course(tmp_path)
    ana = Handed("Ana Souza", "12", {"20_losses.ipynb": handing_in.NOTEBOOK})
    with zipfile.ZipFile(moodle(moodle_name, "/")(tmp_path, [ana])) as archive:
        archive.extractall(tmp_path / "unpacked" / "again")
    collected = taken(root, tmp_path / "unpacked")
    assert collected.outcomes == {Submission("ana_souza", "20_losses"): "new"}
    assert list(collected.platforms.values()) == ["moodle"]
