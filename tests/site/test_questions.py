"""The public questions of each assignment are a package of its own, of which degrau's wheel has none."""

import json
import re
import zipfile

import pytest

from degrau.authoring.wheels import build
from degrau.judging.probes import path as questions_of
from degrau.judging.registry import assignments
from degrau.site.compiling import compiled
from degrau.site.courses import Course
from degrau.site.lock import write_lock
from degrau.site.questions import head, split

NAMES = ("00_perceptron", "01_adaline")
PACKAGES = {"00_perceptron": "questions-00-perceptron", "01_adaline": "questions-01-adaline"}


@pytest.mark.slow
def test_a_wheel_is_split_into_what_all_need_and_what_one_assignment_asks(pack, tmp_path) -> None:
    wheel = build(tmp_path, pack)[0]
    assert split([Course(pack, NAMES)], [wheel], tmp_path) == PACKAGES
    with zipfile.ZipFile(wheel) as opened:
        assert "degrau/exercises/perceptron/__init__.py" in opened.namelist()
        assert not [name for name in opened.namelist() if name.endswith(".npz")]
    with zipfile.ZipFile(tmp_path / "questions_00_perceptron-1.0-py3-none-any.whl") as opened:
        given = opened.read("degrau/exercises/perceptron/probes.npz")
    assert given == questions_of(assignments()["00_perceptron"]).read_bytes()


def test_no_import_asks_for_questions(pack, tmp_path) -> None:
    split([Course(pack, NAMES)], [], tmp_path)
    (tmp_path / "pyodide-lock.json").write_text("{}", "utf-8")
    loaded = write_lock(tmp_path, {})
    assert set(PACKAGES.values()) < set(loaded)
    lock = json.loads((tmp_path / "pyodide-lock.json").read_text("utf-8"))["packages"]
    assert [lock[package]["imports"] for package in PACKAGES.values()] == [[], []]


def test_the_page_of_a_notebook_is_told_which_package_is_whose() -> None:
    (given,) = re.findall('<script id="degrau-packages" type="application/json">(.*?)</script>', head(PACKAGES, "a:b"))
    assert json.loads(given) == {"packages": PACKAGES, "plugin": "a:b"}


@pytest.fixture
def archive(tmp_path):
    path = tmp_path / "some-1.0-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as made:
        files = {
            "some/__init__.py": "one = 1",
            "some/other_python.py": "print 1",
            "some/tests/a.py": "",
            "some/a.pyi": "",
        }
        for name, text in {**files, "some/data.txt": "data"}.items():
            made.writestr(name, text)
    return path


def names(archive) -> list[str]:
    with zipfile.ZipFile(archive) as opened:
        return opened.namelist()


def test_an_archive_is_compiled_less_what_nobody_needs(archive, tmp_path) -> None:
    compiled(archive, tmp_path, sources=False)
    assert names(archive) == ["some/__init__.pyc", "some/other_python.py", "some/data.txt"]


def test_sources_stay_beside_what_is_compiled_where_they_are_looked_for(archive, tmp_path) -> None:
    compiled(archive, tmp_path, sources=True)
    beside = "some/__pycache__/__init__.cpython-313.pyc"
    assert names(archive) == ["some/__init__.py", beside, "some/other_python.py", "some/data.txt"]


def test_the_same_archive_comes_of_the_same_files(archive, tmp_path) -> None:
    before = archive.read_bytes()
    compiled(archive, tmp_path, sources=False)
    first = archive.read_bytes()
    archive.write_bytes(before)
    compiled(archive, tmp_path, sources=False)
    assert archive.read_bytes() == first
