"""Gradescope's autograder: what is in the zip, and that it judges in Gradescope's layout, within what that gives."""

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from jsonschema import validate
from nbformat import writes
from typer.testing import CliRunner

from degrau.authoring.autograder import plan_of
from degrau.commands import app
from degrau.course.choices import FILE as CHOICES
from degrau.demo.desk import Desk
from degrau.judging.registry import assignments
from degrau.sandbox.machine import named
from degrau.workers import autograder
from degrau.workers.autograder import PLAN, Plan, main

pytestmark = pytest.mark.long

ASSIGNMENT = "01_adaline"
FUNCTIONS = assignments()[ASSIGNMENT].exercises
# Gradescope's defaults, and how many processes of degrau's are there at once: who waits, judges, forks, and is judged.
MEGABYTES, CORES, SECONDS = 768, 0.5, 600
PROCESSES = 5
# What a process has used in memory counts for those that it forks: so a small one starts the program, and tells.
LAUNCH = """
import resource, subprocess, sys
code = subprocess.call(sys.argv[1:])
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_maxrss, used.ru_utime + used.ru_stime)
sys.exit(code)
"""
# Its documentation's fields of results.json, and no other.
VISIBILITY = {"enum": ["visible", "hidden", "after_due_date", "after_published"]}
FORMAT = {"enum": ["text", "html", "simple_format", "md", "ansi"]}
TEST = {
    "type": "object",
    "required": ["name", "score", "max_score"],
    "additionalProperties": False,
    "properties": {
        "name": {"type": "string"},
        "number": {"type": "string"},
        "score": {"type": "number", "minimum": 0},
        "max_score": {"type": "number", "minimum": 0},
        "status": {"enum": ["passed", "failed"]},
        "output": {"type": "string"},
        "output_format": FORMAT,
        "visibility": VISIBILITY,
    },
}
RESULTS = {
    "type": "object",
    "required": ["tests"],
    "additionalProperties": False,
    "properties": {
        "score": {"type": "number"},
        "output": {"type": "string"},
        "output_format": FORMAT,
        "visibility": VISIBILITY,
        "stdout_visibility": VISIBILITY,
        "extra_data": {"type": "object"},
        "tests": {"type": "array", "items": TEST},
    },
}


class Gradescope:
    """A container: a folder laid out as /autograder, and bound there where bubblewrap is installed."""

    def __init__(self, root: Path, archive: Path) -> None:
        self.root, self.bwrap = root, shutil.which("bwrap")
        self._empty = [root / "submission", root / "results"]
        with zipfile.ZipFile(archive) as opened:
            opened.extractall(root / "source")
            for info in opened.infolist():
                if mode := info.external_attr >> 16 & 0o777:
                    (root / "source" / info.filename).chmod(mode)
        shutil.copy2(root / "source/run_autograder", root / "run_autograder")

    def set_up(self, stubs: Path) -> None:
        """Runs setup.sh without a network: the libraries are those of this interpreter, and there is no apt-get."""
        environment = self.root / "source/environment"
        subprocess.run([sys._base_executable, "-m", "venv", "--without-pip", environment], check=True)
        (libraries,) = environment.glob("lib/python*/site-packages")
        (libraries / "libraries.pth").write_text(f"{Path(np.__file__).parents[1]}\n")
        stubs.mkdir()
        (stubs / "apt-get").write_text("#!/bin/sh\nexit 1\n")
        (stubs / "apt-get").chmod(0o755)
        offline = {"PIP_NO_INDEX": "1", "PIP_NO_DEPS": "1", "PATH": f"{stubs}:{os.environ['PATH']}"}
        self.said = self._run(self.root / "source/setup.sh", offline)

    def grade(self, files: dict[str, bytes]) -> dict[str, Any]:
        """What results.json has after these files were handed in."""
        for folder in self._empty:
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
        for name, content in files.items():
            (self.root / "submission" / name).write_bytes(content)
        self.said = self._run(self.root / "run_autograder", {})
        results = json.loads((self.root / "results/results.json").read_text("utf-8"))
        validate(results, RESULTS)
        return results

    def _run(self, program: Path, more: dict[str, str]) -> str:
        environment = {name: os.environ[name] for name in ("PATH", "HOME")} | {"AUTOGRADER": str(self.root)} | more
        command = [str(program)]
        if self.bwrap:
            environment.pop("AUTOGRADER")
            inside = Path("/autograder") / program.relative_to(self.root)
            binds = ["--dev-bind", "/", "/", "--bind", str(self.root), "/autograder"]
            command = [self.bwrap, *binds, "--unshare-net", str(inside)]
        launched = [sys.executable, "-S", "-c", LAUNCH, *command]
        ran = subprocess.run(launched, env=environment, capture_output=True, text=True, timeout=SECONDS, cwd="/")
        assert ran.returncode == 0, ran.stderr
        said, _, used = ran.stdout.rstrip().rpartition("\n")
        self.kilobytes, self.seconds = map(float, used.split())
        return said


def passing(results: dict[str, Any]) -> set[str]:
    """The functions all of whose tests pass."""
    names = {test["name"].partition(":")[0] for test in results["tests"]}
    return names - {test["name"].partition(":")[0] for test in results["tests"] if test["status"] == "failed"}


@pytest.fixture(scope="module")
def archive(empty_course, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("autograder")
    course = Path(shutil.copytree(empty_course, folder / "turma"))
    decided = (course / CHOICES).read_text("utf-8")
    (course / CHOICES).write_text(decided.replace("[points]", "[points]\nlinear = 6"), "utf-8")
    made = folder / "autograder.zip"
    arguments = ["export", ASSIGNMENT, "--to", "gradescope", "--course", str(course), "--out", str(made)]
    ran = CliRunner().invoke(app, arguments)
    assert "it has the solutions in it" in ran.output
    return made


@pytest.fixture(scope="module")
def gradescope(archive, tmp_path_factory) -> Gradescope:
    made = Gradescope(tmp_path_factory.mktemp("gradescope") / "autograder", archive)
    made.set_up(tmp_path_factory.mktemp("stubs") / "bin")
    return made


@pytest.fixture(scope="module")
def desk(pack) -> Desk:
    return Desk(pack, ASSIGNMENT, "en")


def test_the_zip_has_both_programs_the_wheels_and_nobody_elses_to_read(archive) -> None:
    with zipfile.ZipFile(archive) as opened:
        names, asked = opened.namelist(), opened.read("requirements.txt").decode().splitlines()
        modes = {name: opened.getinfo(name).external_attr >> 16 & 0o777 for name in names}
    assert {name for name, mode in modes.items() if mode == 0o755} == {"setup.sh", "run_autograder"}
    assert [line.partition("-")[0] for line in asked] == ["./wheels/degrau", "./wheels/degrau_solutions"]
    assert asked[0].endswith(".whl[teacher]")
    assert {line.removeprefix("./").removesuffix("[teacher]") for line in asked} < set(names)
    assert archive.stat().st_mode & 0o077 == 0


def test_a_right_notebook_has_full_score_within_memory_and_time(gradescope, desk) -> None:
    results = gradescope.grade({"my work.ipynb": writes(desk.notebook(desk.right(0))).encode()})
    assert len(results["tests"]) == sum(len(e.properties) for e in FUNCTIONS)
    assert {test["status"] for test in results["tests"]} == {"passed"}
    assert sum(test["score"] for test in results["tests"]) == sum(test["max_score"] for test in results["tests"])
    assert [test["number"] for test in results["tests"]][:2] == ["1.1", "1.2"]
    assert PROCESSES * gradescope.kilobytes < MEGABYTES * 1024
    assert gradescope.seconds < CORES * SECONDS


def test_functions_are_worth_what_the_course_says(gradescope, desk) -> None:
    results = gradescope.grade({"a.ipynb": writes(desk.notebook({"linear": desk.right(0)["linear"]})).encode()})
    linear = [test for test in results["tests"] if test["name"].startswith("linear:")]
    assert sum(test["score"] for test in linear) == pytest.approx(6)
    assert passing(results) == {"linear"}
    assert results["extra_data"]["sandbox"] in gradescope.said


def test_a_wrong_function_loses_its_points_and_says_why(gradescope, desk) -> None:
    answers = {**desk.right(0), "linear": "def linear(z):\n    return 2 * z"}
    results = gradescope.grade({"a.ipynb": writes(desk.notebook(answers)).encode()})
    (first, *_others) = [test for test in results["tests"] if test["status"] == "failed"]
    assert first["name"].startswith("linear: ")
    assert "linear(2) → 4, expected 2" in first["output"]


@pytest.mark.parametrize("files", [{}, {"a.ipynb": b"{ not JSON"}, {"essay.pdf": b"%PDF-1.7"}])
def test_what_is_no_notebook_has_no_points_and_a_sentence(gradescope, files) -> None:
    results = gradescope.grade(files)
    assert {test["score"] for test in results["tests"]} == {0}
    assert len(results["tests"]) == sum(len(e.properties) for e in FUNCTIONS)
    assert len(results["output"].splitlines()) >= 2


def test_code_cannot_read_solutions_or_write_its_own_results(gradescope, desk) -> None:
    attack = f"""
def linear(z):
    import glob
    try:
        open({str(gradescope.root / "results/results.json")!r}, "w").write("{{}}")
    except OSError:
        pass
    stolen = glob.glob({str(gradescope.root)!r} + "/source/**/01_adaline*", recursive=True)
    raise ValueError(f"found {{len(stolen)}}")
"""
    results = gradescope.grade({"a.ipynb": writes(desk.notebook({"linear": attack})).encode()})
    assert any("found 0" in test["output"] for test in results["tests"])
    assert "linear" not in passing(results)


def test_a_plan_is_read_as_it_was_written(pack, empty_course, tmp_path) -> None:
    plan = plan_of(pack, empty_course, ASSIGNMENT)
    (tmp_path / "plan.json").write_text(plan.written(), "utf-8")
    assert Plan.read(tmp_path / "plan.json") == plan


def test_where_nothing_confines_nothing_is_judged_and_no_score_given(
    pack, empty_course, tmp_path, monkeypatch, capsys
) -> None:
    monkeypatch.setattr(autograder, "best", lambda: named("process"))
    (tmp_path / PLAN).parent.mkdir()
    (tmp_path / PLAN).write_text(plan_of(pack, empty_course, ASSIGNMENT).written(), "utf-8")
    (tmp_path / "submission").mkdir()
    assert main(tmp_path) == 1
    assert 'accept_tiers = ["process"]' in capsys.readouterr().err
    assert not (tmp_path / "results").exists()
