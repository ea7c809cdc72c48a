"""Two teachers with accounts of their own share a course: each goes on with what the other made; nobody else does."""

import os
import shutil
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from nbformat import writes

from degrau.base.disk import is_shared
from degrau.course.choices import FILE as CHOICES
from degrau.course.directory import CONFIG, CourseError, settings_of
from degrau.course.setup.sharing import group_called, share
from degrau.demo.desk import Desk

from .accounts import GROUP, Account, can_have_accounts
from .collecting.handing_in import FIRST, Handed, moodle, moodle_name

PERCEPTRON = "00_perceptron"
STRANGER = Account(54_009, "022", 54_009)
# What writes into a course, each run by both, in turns; docs/teachers.md has them all.
WEEK = (
    "degrau grade",
    "degrau grade --fresh --regrade",
    "degrau extend ana_souza 00_perceptron +3d",
    "degrau drop bia_lima",
    "degrau drop bia_lima --back",
    "degrau report",
    "degrau similar 00_perceptron",
    "degrau export 00_perceptron --to xlsx --feedback",
    "degrau export 00_perceptron --to gradescope",
    "nbgrader autograde 00_perceptron --force",
    "nbgrader generate_feedback 00_perceptron --force",
    "nbgrader generate_assignment 00_perceptron --force",
    "degrau init . --update",
)
# As the programs are started.
RUN = {
    "degrau": "from degrau.__main__ import main; main()",
    "nbgrader": "from nbgrader.apps.nbgraderapp import main; main()",
}


@pytest.fixture
def shared_course(tmp_path: Path, empty_course: Path) -> Path:
    """A course of the first teacher's, which is to be shared; others of root's files cannot be seen."""
    tmp_path.chmod(0o755)
    root = Path(shutil.copytree(empty_course, tmp_path / "turma"))
    (root / CHOICES).write_text('accept_tiers = ["process"]\n' + (root / CHOICES).read_text("utf-8"), "utf-8")
    return root


def give(path: Path, number: int) -> None:
    """The folder, and all that is in it, belongs to this account alone."""
    for place in (path, *path.rglob("*")):
        os.chown(place, number, number)


def archive(folder: Path, pack, turn: int) -> Path:
    """What Moodle gives: both students hand in, later with each turn, another way of writing the same."""
    desk = Desk(pack, PERCEPTRON, "pt")
    handed = [
        Handed(
            name,
            str(key),
            {f"{PERCEPTRON}.ipynb": writes(desk.notebook(desk.right(turn))).encode()},
            FIRST + timedelta(days=key + turn),
        )
        for key, name in enumerate(("Ana Souza", "Bia Lima"), 12)
    ]
    folder.mkdir()
    path: Path = moodle(moodle_name, "_")(folder, handed)
    return path


def wrong_in(root: Path) -> list[str]:
    """What is not the group's to read and to write, or is somebody else's as well: but for releases, without marks."""
    found = []
    for path in (root, *root.rglob("*")):
        about = path.stat()
        needed = 0o2770 if path.is_dir() else 0o660
        others = 0 if path.is_relative_to(root / "release") else 0o007
        if about.st_gid != GROUP or about.st_mode & others or about.st_mode & needed != needed:
            found.append(f"{about.st_mode:o} {about.st_gid} {path.relative_to(root)}")
    return found


@pytest.mark.long
@pytest.mark.skipif(not can_have_accounts(), reason="needs root, and name spaces of its own")
@pytest.mark.parametrize("masks", [("022", "077"), ("077", "022")], ids=["022 first", "077 first"])
def test_what_one_has_made_the_other_goes_on_with(shared_course, pack, masks) -> None:
    folder, root = shared_course.parent, shared_course
    first, second = (Account(54_001 + number, mask) for number, mask in enumerate(masks))
    give(root, first.number)

    def done(who: Account, command: str) -> str:
        program, *words = command.split()
        course = ["--course", str(root)] if program == "degrau" and words[0] != "init" else []
        ended = who.run(folder, "-c", f"import os; os.chdir({str(root)!r}); {RUN[program]}", *words, *course)
        assert ended.returncode == 0, (who, command, ended.stdout, ended.stderr)
        assert wrong_in(root) == [], (who, command)
        return ended.stdout

    assert "given to it" in done(first, f"degrau init . --shared {GROUP}")
    for turn, (who, other) in enumerate([(first, second), (second, first)]):
        path = archive(folder / f"moodle-{turn}", pack, turn)
        assert f"2 {'newer' if turn else 'new'}" in done(who, f"degrau collect {path} --assignment {PERCEPTRON}")
        assert "2 unchanged" in done(other, f"degrau collect {path} --assignment {PERCEPTRON}")
        for command in ["degrau grade"] if turn else WEEK:
            for teacher in (other, who):
                done(teacher, command)
    stranger = STRANGER.run(folder, "-c", f"open({str(root / CONFIG)!r})")
    assert "PermissionError" in stranger.stderr


def test_sharing_again_finds_nothing_to_do_and_keeps_what_a_program_may_do(tmp_path, empty_course) -> None:
    root, group = Path(shutil.copytree(empty_course, tmp_path / "turma")), os.getegid()
    script, link = root / "meu.sh", root / "fora"
    script.write_text("true", "utf-8")
    script.chmod(0o700)
    outside = tmp_path / "fora.txt"
    outside.write_text("", "utf-8")
    link.symlink_to(outside)
    before, mode = (root / CONFIG).read_bytes(), outside.stat().st_mode
    done = share(root, "docentes", group)
    assert (done.changed > 10, done.foreign) == (True, 0)
    assert done.config is not None
    assert done.config.read_bytes() == before
    assert (script.stat().st_mode & 0o7777, outside.stat().st_mode) == (0o770, mode)
    assert is_shared(root / "source")
    settled = settings_of(root)
    assert (settled.CourseDirectory.groupshared, settled.Autograde.permissions) == (True, 660)
    again = share(root, "docentes", group)
    assert (again.changed, again.config) == (0, None)


def test_a_course_is_shared_with_a_group_that_there_is_and_that_one_is_in(monkeypatch) -> None:
    with pytest.raises(CourseError) as refusal:
        group_called("nenhum-grupo-assim")
    assert str(refusal.value) == (
        "there is no group called nenhum-grupo-assim.\nHave it made (groupadd nenhum-grupo-assim), and try again."
    )
    monkeypatch.setattr(os, "geteuid", lambda: 54_001)
    assert group_called(str(os.getegid())) == os.getegid()
    with pytest.raises(CourseError, match="you are not in the group 54007"):
        group_called("54007")


def test_a_system_without_groups_says_so(monkeypatch) -> None:
    monkeypatch.setitem(sys.modules, "grp", None)
    with pytest.raises(CourseError, match="this system has no groups"):
        group_called("docentes")
