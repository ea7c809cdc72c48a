"""A release is refused when the grader, the reference and the bank do not agree."""

import os
import re
import shutil
import subprocess
import sys

import pytest

from degrau.pack.pack import Pack


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


@pytest.mark.long
def test_nothing_is_released_where_there_are_objections(wrong_pack) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "degrau", "release", "01_adaline"],
        env={**os.environ, "DEGRAU_PACK": str(wrong_pack.root)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 1
    assert re.search(r"banks/01_adaline/adaline_update\.py:\d+: adaline_update: right variant", run.stdout)
    assert "gets full points" in run.stdout
    assert not (wrong_pack.root / "assignments").exists()
