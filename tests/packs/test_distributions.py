"""The two distributions that are built here: degrau, and the teacher's part of its course."""

import tomllib
import zipfile
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder

CLONE = Path(__file__).parents[2]


def about(path: str) -> dict:
    return tomllib.loads((CLONE / path).read_text("utf-8"))["project"]


def test_the_teachers_part_is_of_the_same_version_and_named_alike() -> None:
    engine, solutions = about("pyproject.toml"), about("solutions/pyproject.toml")
    assert solutions["version"] == engine["version"]
    assert solutions["dependencies"] == [f"degrau[teacher]=={engine['version']}"]
    assert solutions["entry-points"]["degrau.solutions"].keys() == engine["entry-points"]["degrau.packs"].keys()


@pytest.mark.slow
def test_the_teachers_part_has_sources_banks_reasons_releases_and_the_page_on_writing(tmp_path) -> None:
    (path,) = WheelBuilder(str(CLONE / "solutions")).build(directory=str(tmp_path), versions=["standard"])
    with zipfile.ZipFile(path) as archive:
        names = set(archive.namelist())
    here = [CLONE / "solutions", CLONE / "assignments"]
    wanted = [file for folder in here for kind in ("py", "toml", "ipynb") for file in folder.rglob(f"*.{kind}")]
    wanted += [CLONE / "docs" / "writing-exercises.md", CLONE / "docs" / "como-escrever-exercicios.md"]
    assert {f"degrau_solutions/{file.relative_to(CLONE).as_posix()}" for file in wanted} <= names
