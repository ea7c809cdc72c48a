"""A course that is not degrau's own, in a folder of its own, released."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
# The course's own tests run in the course.
collect_ignore = ["losses"]


@pytest.fixture(scope="session")
def run() -> Run:
    """Runs a command of degrau's in a folder, as a person does who stands there; gives what came of it."""

    def command(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("DEGRAU_")}
        return subprocess.run(
            [sys.executable, "-P", "-m", "degrau", *words], cwd=folder, env=kept, capture_output=True, text=True
        )

    return command


@pytest.fixture(scope="session")
def losses(run: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The course that lies beside this file, released."""
    folder = tmp_path_factory.mktemp("packs") / "losses"
    shutil.copytree(Path(__file__).parent / "losses", folder)
    released = run(folder, "release")
    assert released.returncode == 0, released.stdout + released.stderr
    return folder
