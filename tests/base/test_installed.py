"""A student's install, which has NumPy and what degrau's wheel asks for, and nothing else."""

import os
import re
import subprocess
import sys
import zipfile
from importlib.metadata import requires
from pathlib import Path

import numpy as np
import pytest

from degrau.authoring.wheels import build
from degrau.base.installed import EXTRAS

NOTEBOOK = """\
import numpy as np

import degrau

{wrong}

degrau.language("en")
degrau.check(step)
degrau.hint(step)

{right}

degrau.check(step)
degrau.progress()
"""
# The console script that pip makes, in an install without the extra `terminal`.
SCRIPT = "from degrau.__main__ import main; main()"


@pytest.fixture(scope="module")
def installed(tmp_path_factory, pack) -> Path:
    """A folder with the packages of a student's install, as pip lays them out."""
    folder = tmp_path_factory.mktemp("installed")
    for wheel in build(tmp_path_factory.mktemp("wheels"), pack):
        with zipfile.ZipFile(wheel) as archive:
            archive.extractall(folder)
    for part in Path(np.__file__).parents[1].glob("numpy*"):
        (folder / part.name).symlink_to(part)
    return folder


def python(installed: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(installed), "LANG": "C.UTF-8"}
    command = [sys._base_executable, "-S", *arguments]
    return subprocess.run(command, cwd=installed, env=environment, capture_output=True, text=True, timeout=120)


def test_it_checks_hints_and_says_how_far_a_notebook_is(pack, installed) -> None:
    of_step = [variant for variant in pack.bank("00_perceptron") if variant.exercise == "step"]
    wrong = next(variant for variant in of_step if not variant.right)
    right = next(variant for variant in of_step if variant.right)
    run = python(installed, "-c", NOTEBOOK.format(wrong=wrong.source, right=right.source))
    assert run.returncode == 0, run.stderr
    card, _, rest = run.stdout.partition("Now it passes.")
    assert f"Likely cause: {wrong.title.to('en')}" in card
    assert "One more hint" in card
    assert re.search(r"✓ step +passed", rest)


@pytest.mark.parametrize("command", [("-m", "degrau", "check"), ("-c", SCRIPT)], ids=["module", "script"])
def test_the_command_line_says_in_two_lines_which_extra_it_is_in(installed, command) -> None:
    run = python(installed, *command)
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr.splitlines() == [
        "degrau: this command needs typer, which is in the extra terminal",
        "pip install 'degrau[terminal]'",
    ]


def test_only_numpy_and_msgpack_are_needed_and_every_extra_that_is_named_exists() -> None:
    asked = requires("degrau") or []
    assert {re.split(r"\W", line)[0] for line in asked if "extra ==" not in line} == {"numpy", "msgpack"}
    assert set(EXTRAS.values()) <= set(re.findall(r"extra == '(\w+)'", " ".join(asked)))
