"""The students' bundle: what is in it, what is not, and that it works without a network or an install."""

import ast
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import nbformat
import numpy as np
import pytest

from degrau.authoring.bundle import bundle, installing
from degrau.authoring.release import fill
from degrau.demo.desk import Desk
from degrau.grading.judgement import Run
from degrau.judging.registry import assignments
from degrau.plain import codec
from degrau.sandbox.machine import Pool
from degrau.workers.files import judge_files

pytestmark = pytest.mark.long

ASSIGNMENT = "00_perceptron"
# Bodies shorter than this, such as `return z`, are everywhere.
TELLING = 30


@pytest.fixture(scope="module")
def made(pack, tmp_path_factory) -> Path:
    told: list[tuple[int, int, str]] = []
    path = tmp_path_factory.mktemp("bundle") / "degrau-pt.zip"
    made = bundle(pack, [ASSIGNMENT], "pt", path, lambda *part: told.append(part))
    assert told == [(0, 3, "degrau"), (1, 3, ASSIGNMENT), (2, 3, "degrau-pt.zip")]
    return made


@pytest.fixture(scope="module")
def wheel(made, tmp_path_factory) -> Path:
    """What degrau's wheel unpacks to."""
    folder = tmp_path_factory.mktemp("wheel")
    with zipfile.ZipFile(made) as archive:
        (name,) = (n for n in archive.namelist() if n.startswith("wheels/degrau-"))
        archive.extract(name, folder)
    with zipfile.ZipFile(folder / name) as archive:
        archive.extractall(folder / "unpacked")
    return folder / "unpacked"


def bodies(source: str) -> set[str]:
    """The bodies of all functions, as Python would write them, without docstrings; those that tell something."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef):
            body = node.body[1:] if ast.get_docstring(node) else node.body
            found.add("\n".join(map(ast.unparse, body)))
    return {text for text in found if len(text) >= TELLING}


def texts(value: Any) -> list[str]:
    """Every text within plain data."""
    if isinstance(value, dict):
        return [t for part in (*value, *value.values()) for t in texts(part)]
    if isinstance(value, (list, tuple)):
        return [t for part in value for t in texts(part)]
    return [value] if isinstance(value, str) else []


def test_the_bundle_has_notebooks_wheels_and_a_page(made) -> None:
    with zipfile.ZipFile(made) as archive:
        names = [re.sub(r"-[\d.]+-py3", "-X-py3", name) for name in archive.namelist()]
        page = archive.read("como-comecar.html").decode()
    assert names == [
        "como-comecar.html",
        "00_perceptron.ipynb",
        "wheels/degrau-X-py3-none-any.whl",
        "wheels/msgpack-X-py3-none-any.whl",
    ]
    assert "<h1>Como começar</h1>" in page
    assert '<html lang="pt">' in page


def test_the_wheel_has_no_reference_and_no_variant_of_a_bank(pack, wheel) -> None:
    packed = set().union(*(bodies(path.read_text("utf-8")) for path in wheel.rglob("*.py")))
    secret = set()
    for assignment in assignments():
        cells = pack.source(assignment).cells
        secret |= set().union(*(bodies(cell.source) for cell in cells if cell.role == "exercise"))
        secret |= set().union(*(bodies(variant.source) for variant in pack.bank(assignment)))
    assert len(secret) > 1000
    assert packed & secret == set()
    assert not [path for path in wheel.rglob("*") if "solutions" in path.parts or "banks" in path.parts]


def test_the_data_of_the_wheel_hold_no_code(wheel) -> None:
    recorded = list(wheel.rglob("*.npz"))
    assert len(recorded) == len(assignments())
    for path in recorded:
        with np.load(path) as members:
            for name in members.files:
                said = texts(codec.decode(members[name].tobytes(), trusted=True))
                assert not [text for text in said if re.search(r"(?m)^\s*(def|return)\b", text)], name


def test_the_notebook_of_the_bundle_has_no_solution(pack, made) -> None:
    with zipfile.ZipFile(made) as archive:
        notebook = nbformat.reads(archive.read(f"{ASSIGNMENT}.ipynb").decode(), 4)
    install, *released = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert install.id == "install"
    assert released == [c for c in pack.release(ASSIGNMENT, "pt").cells if c.cell_type == "code"]


def test_a_submission_from_the_bundle_is_worth_the_same(pack, tmp_path) -> None:
    notebook = installing(fill(pack.release(ASSIGNMENT, "pt"), Desk(pack, ASSIGNMENT, "pt").right(0)), pack, ASSIGNMENT)
    nbformat.write(notebook, tmp_path / "a.ipynb")
    with Pool() as pool:
        (judged,) = judge_files([tmp_path / "a.ipynb"], Run(pack, 7, pool.tier), 1)
        report = judged.report
    assert (report.points, report.notes) == (report.max_points, ())


@pytest.fixture
def kernel(tmp_path) -> Path:
    """The Python of an environment that has NumPy alone, and not even pip."""
    environment = tmp_path / "environment"
    subprocess.run([sys._base_executable, "-m", "venv", "--without-pip", environment], check=True)
    (libraries,) = environment.glob("lib/python*/site-packages")
    for part in Path(np.__file__).parents[1].glob("numpy*"):
        (libraries / part.name).symlink_to(part)
    return environment / "bin" / "python"


NO_PROCESS = """
import subprocess


def run(*_arguments, **_named):
    raise OSError("emscripten does not support processes.")


subprocess.run = run
"""


def run_first_cells(kernel: Path, work: Path, before: str = "") -> str:
    """What the first cells, and the check of a right answer, say without a network; and where degrau came from."""
    notebook = nbformat.read(work / f"{ASSIGNMENT}.ipynb", 4)
    install, setup = [cell.source for cell in notebook.cells if cell.cell_type == "code"][:2]
    step = "def step(z):\n    return np.where(np.asarray(z) >= 0, 1, 0)"
    lines = (before, install, setup, step, "check(step)", "print(sys.modules['degrau'])")
    (work / "kernel.py").write_text("\n\n".join(lines))
    environment = {"PATH": os.environ["PATH"], "PIP_NO_INDEX": "1", "LANG": "C.UTF-8"}
    run = subprocess.run([kernel, "kernel.py"], cwd=work, env=environment, capture_output=True, text=True, timeout=120)
    assert run.returncode == 0, run.stderr
    assert run.stdout.startswith("step — passou\n")
    return run.stdout


@pytest.mark.parametrize("unpacked", [True, False], ids=["unpacked", "zip beside it"])
def test_the_first_cell_makes_degrau_work_where_there_is_neither_pip_nor_a_network(
    made, kernel, tmp_path, unpacked: bool
) -> None:
    work = tmp_path / "work"
    with zipfile.ZipFile(made) as archive:
        archive.extractall(work, None if unpacked else [f"{ASSIGNMENT}.ipynb"])
    if not unpacked:
        (work / "degrau-pt (1).zip").write_bytes(made.read_bytes())
    assert str(work / "degrau-offline") in run_first_cells(kernel, work)


def test_the_first_cell_does_without_a_process(made, kernel, tmp_path) -> None:
    work = tmp_path / "work"
    with zipfile.ZipFile(made) as archive:
        archive.extractall(work)
    assert str(work / "degrau-offline") in run_first_cells(kernel, work, NO_PROCESS)


def test_the_first_cell_installs_with_pip_where_there_is_no_network(made, kernel, tmp_path) -> None:
    asked = [sys._base_executable, "-c", "import pip; print(pip.__path__[0])"]
    pip = Path(subprocess.run(asked, capture_output=True, text=True, check=True).stdout.strip())
    (libraries,) = kernel.parents[1].glob("lib/python*/site-packages")
    (libraries / "pip").symlink_to(pip)
    work = tmp_path / "work"
    with zipfile.ZipFile(made) as archive:
        archive.extractall(work)
    assert str(libraries / "degrau") in run_first_cells(kernel, work)
    assert not (work / "degrau-offline").exists()
