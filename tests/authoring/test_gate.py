"""A release is refused when the grader, the reference and the bank do not agree."""

import os
import shutil
import subprocess
import sys

import pytest

from degrau.authoring.gate import objections
from degrau.authoring.pack import Pack


@pytest.fixture
def wrong_pack(pack, tmp_path) -> Pack:
    """A copy of the course pack in which the reference of adaline_update has the slide's sign."""
    shutil.copytree(pack.root / "solutions", tmp_path / "solutions")
    path = tmp_path / "solutions" / "01_adaline.py"
    source = path.read_text("utf-8")
    before, marker, after = source.partition("def adaline_update")
    changed = after.replace("w + lr", "w - lr", 1)
    assert changed != after
    path.write_text(before + marker + changed, "utf-8")
    return Pack(tmp_path)


def test_a_wrong_reference_is_objected_to_by_its_own_bank(wrong_pack) -> None:
    found = "\n".join(objections(wrong_pack, "01_adaline"))
    assert "adaline_update: right variant" in found
    assert "gets full points" in found


def test_nothing_is_released_where_there_are_objections(wrong_pack) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "degrau", "release", "01_adaline"],
        env={**os.environ, "DEGRAU_PACK": str(wrong_pack.root)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 1
    assert "01_adaline refused: adaline_update" in run.stdout
    assert not (wrong_pack.root / "assignments").exists()


def test_the_course_as_it_is_meets_no_objection(pack) -> None:
    assert objections(pack, "00_perceptron") == []
