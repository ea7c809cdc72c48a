"""Two installed courses that have the same assignment, or the same name: none of them is taken without a word."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from .test_losses import handed_in

pytestmark = pytest.mark.long

Run = Callable[..., subprocess.CompletedProcess[str]]
ENTRY_POINTS = "[degrau.packs]\n{name} = {module}\n[degrau.solutions]\n{name} = {module}_solutions\n"
ASKED = "Several courses that are installed here ask for {name}: losses, more_losses."
CHECK = """
import numpy as np
from degrau import check, progress
def huber_gradient(e, delta):
    return np.clip(e, -delta, delta)
{more}
check(huber_gradient)
"""


def install(course: Path, site: Path, module: str, name: str, assignment: str = "20_huber") -> None:
    """Puts the course where Python finds it, under these names, as pip does."""
    shutil.copytree(course / "graders" / "losses", site / module)
    (site / module / "20_huber").rename(site / module / assignment)
    teachers = site / f"{module}_solutions"
    for part in ("solutions", "assignments"):
        shutil.copytree(course / part, teachers / part)
    for path in teachers.rglob("20_huber*"):
        path.rename(path.with_name(path.name.replace("20_huber", assignment)))
    (teachers / "__init__.py").touch()
    about = site / f"{module}-0.3.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {module}\nVersion: 0.3.0\n", "utf-8")
    (about / "entry_points.txt").write_text(ENTRY_POINTS.format(name=name, module=module), "utf-8")


def runs(site: Path) -> Run:
    """Runs Python where these are installed."""

    def command(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("DEGRAU_", "LC_", "LANG"))}
        environment = {**kept, "PYTHONPATH": str(site), "DEGRAU_LANG": "en"}
        return subprocess.run(
            [sys.executable, "-P", *words], cwd=folder, env=environment, capture_output=True, text=True
        )

    return command


@pytest.fixture(scope="module")
def both(losses, tmp_path_factory) -> Run:
    """Two courses with an assignment of one name."""
    site = tmp_path_factory.mktemp("site")
    install(losses, site, "losses", "losses")
    install(losses, site, "more_losses", "more-losses")
    return runs(site)


@pytest.fixture(scope="module")
def shared(losses, tmp_path_factory) -> Run:
    """Two courses with the same functions, in assignments of several names."""
    site = tmp_path_factory.mktemp("site")
    install(losses, site, "losses", "losses")
    install(losses, site, "more_losses", "more-losses", "21_more")
    return runs(site)


@pytest.mark.parametrize("words", [("release",), ("quality",), ("judge", "a.ipynb"), ("init", "course"), ("bundle",)])
def test_no_command_takes_one_of_two_installed_courses(both, tmp_path, words) -> None:
    refused = both(tmp_path, "-m", "degrau", *words)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert refused.stderr == (
        "degrau: 20_huber is an assignment of several installed courses: losses, more_losses.\n"
        "Go to the folder of the one that you mean, name that in DEGRAU_PACK, or uninstall the others.\n"
    )


def test_both_are_listed(both, tmp_path) -> None:
    listed = both(tmp_path, "-m", "degrau", "packs").stdout.splitlines()
    assert [line.split()[0] for line in listed if not line.startswith(" ")][:2] == ["losses", "more_losses"]


def test_the_course_that_one_stands_in_is_meant(both, losses, tmp_path) -> None:
    other = shutil.copytree(losses, tmp_path / "own")
    (other / "graders" / "losses").rename(other / "graders" / "own_losses")
    judged = both(other, "-m", "degrau", "judge", str(handed_in(losses, tmp_path / "ana" / "ana.ipynb", "en")))
    assert "Likely cause: Without the half." in judged.stdout, judged.stderr


def test_a_student_is_told_of_both(both, losses, tmp_path) -> None:
    path = handed_in(losses, tmp_path / "ana" / "ana.ipynb", "en")
    assert ASKED.format(name="20_huber") in both(tmp_path, "-m", "degrau", "check", str(path)).stdout
    kernel = both(tmp_path, "-c", CHECK.format(more=""))
    assert ASKED.format(name="huber_gradient") in " ".join(kernel.stdout.split()), kernel.stderr
    progress = both(tmp_path, "-c", CHECK.format(more="") + "progress()")
    assert ASKED.format(name="20_huber") in " ".join(progress.stdout.split()), progress.stderr


def test_a_function_of_two_assignments_is_that_of_the_notebook(shared, losses, tmp_path) -> None:
    kernel = shared(tmp_path, "-c", CHECK.format(more=""))
    assert ASKED.format(name="huber_gradient") in " ".join(kernel.stdout.split()), kernel.stderr
    path = handed_in(losses, tmp_path / "ana" / "ana.ipynb", "en")
    opened = CHECK.format(more=f"import os; os.environ['JPY_SESSION_NAME'] = {str(path)!r}")
    assert "huber_gradient" in shared(tmp_path, "-c", opened).stdout
    assert "Several courses" not in shared(tmp_path, "-c", opened).stdout
    assert "Likely cause: Without the half." in shared(tmp_path, "-m", "degrau", "check", str(path)).stdout


@pytest.mark.parametrize("words", [("packs",), ("release",), ("check", "a.ipynb")])
def test_two_courses_of_one_name_are_told(losses, tmp_path, words) -> None:
    install(losses, tmp_path / "site", "losses", "losses")
    install(losses, tmp_path / "site", "more_losses", "losses", "21_more")
    refused = runs(tmp_path / "site")(tmp_path, "-m", "degrau", *words)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert refused.stderr == (
        "degrau: two installed courses have the same name, losses: losses and more_losses.\n"
        "Uninstall one: pip uninstall more_losses\n"
    )
    looked = runs(tmp_path / "site")(tmp_path, "-m", "degrau", "doctor")
    assert "course pack: not found. two installed courses have the same name, losses: " in looked.stdout


def test_the_course_that_one_stands_in_has_no_name_of_an_installed_one(losses, tmp_path) -> None:
    install(losses, tmp_path / "site", "losses", "losses")
    refused = runs(tmp_path / "site")(losses, "-m", "degrau", "release")
    assert refused.returncode == 2
    assert refused.stderr.startswith(f"degrau: {losses / 'graders' / 'losses'} and ")
    assert "have the same name.\nRename the folder of one of them; or uninstall it" in refused.stderr
