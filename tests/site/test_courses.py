"""Which courses a site is made of: those that are named, in the languages that they have."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from degrau.base import packs
from degrau.base.mendable import Mendable
from degrau.pack.pack import PackNotFound
from degrau.site.courses import courses, languages
from degrau.site.front import write_front

LOSSES = Path(__file__).parents[1] / "packs" / "losses"


@pytest.fixture
def forgotten(monkeypatch):
    """What a test opens is not there for the next one."""
    monkeypatch.setattr(packs, "opened", [])


@pytest.fixture
def losses(forgotten, tmp_path) -> Path:
    """Another course, with a notebook in each of its languages."""
    import nbformat
    from nbformat.v4 import new_markdown_cell, new_notebook

    folder = tmp_path / "losses"
    shutil.copytree(LOSSES, folder)
    for language, title in {"es": "# 20 · La pérdida", "en": "# 20 · The loss"}.items():
        (folder / "assignments" / language).mkdir(parents=True)
        made = new_notebook(cells=[new_markdown_cell(f"{title}\n\nHuber.")])
        nbformat.write(made, folder / "assignments" / language / "20_huber.ipynb")
    return folder


def test_without_a_name_it_is_the_course_at_hand(pack) -> None:
    (course,) = courses((), ())
    assert course.pack.root == pack.root
    assert course.names == pack.assignments
    assert languages([course], ()) == ("pt", "en")


def test_a_course_is_named_as_it_is_listed_or_by_its_folder(pack, losses) -> None:
    both = courses(("degrau.exercises", str(losses)), ())
    assert [course.pack.root for course in both] == [pack.root, losses.resolve()]
    assert [course.names for course in both] == [pack.assignments, ("20_huber",)]
    assert courses(("losses",), ())[0].pack is both[1].pack


def test_assignments_are_taken_from_the_course_that_has_them_in_their_order(losses) -> None:
    chosen = courses(("degrau.exercises", str(losses)), ("20_huber", "01_adaline", "00_perceptron"))
    assert [course.names for course in chosen] == [("00_perceptron", "01_adaline"), ("20_huber",)]
    (course,) = courses(("degrau.exercises", str(losses)), ("20_huber",))
    assert course.pack.root == losses.resolve()


def test_pages_are_in_all_languages_and_notebooks_in_those_that_they_have(losses) -> None:
    chosen = courses(("degrau.exercises", str(losses)), ())
    assert languages(chosen, ()) == ("pt", "en", "es")
    assert languages(chosen, ("es",)) == ("es",)
    assert [course.in_languages(("pt", "en", "es")) for course in chosen] == [("pt", "en"), ("es", "en")]
    assert [course.in_languages(("pt",)) for course in chosen] == [("pt",), ("es",)]


def test_the_page_of_two_courses_has_both_each_in_a_language_of_its(losses, tmp_path) -> None:
    chosen = courses(("degrau.exercises", str(losses)), ("00_perceptron", "20_huber"))
    write_front(chosen, ("pt", "es"), tmp_path)
    text = (tmp_path / "index.html").read_text("utf-8")
    assert "<h1>Redes neurais, um degrau por vez · Funciones de pérdida</h1>" in text
    assert '<section lang="pt"><h2>Redes neurais, um degrau por vez</h2>' in text
    assert '<section lang="es"><h2>Funciones de pérdida</h2>' in text
    assert 'href="notebooks/index.html?path=es/20_huber.ipynb" aria-label="Abrir: 20 · La pérdida"' in text


@pytest.mark.parametrize(
    ("named", "assignments", "words"),
    [
        (["nothing"], [], "no course nothing, and no folder of one; there are: .*degrau.exercises"),
        ([], ["99_nothing"], "no assignment 99_nothing; there are: 00_perceptron, 01_adaline"),
    ],
)
def test_what_there_is_not_is_said(forgotten, named, assignments, words: str) -> None:
    with pytest.raises(PackNotFound, match=words):
        courses(named, assignments)


def test_a_language_that_no_course_has_is_said(forgotten) -> None:
    with pytest.raises(PackNotFound, match="no course here is in fr; their languages: pt, en"):
        languages(courses((), ()), ["fr"])


def test_the_teachers_part_must_be_there(forgotten, tmp_path, monkeypatch) -> None:
    place = packs.Place("elsewhere", tmp_path, None, "1")
    monkeypatch.setattr(packs, "found", lambda: (place,))
    with pytest.raises(PackNotFound, match="the teacher's part of elsewhere is not installed"):
        courses(["elsewhere"], ())


def test_two_courses_with_an_assignment_of_the_same_name_are_two_sites(losses) -> None:
    (losses / "solutions" / "20_huber.py").rename(losses / "solutions" / "00_perceptron.py")
    both = ("degrau.exercises", str(losses))
    with pytest.raises(Mendable, match="more than one of these courses has 00_perceptron; make a site for each"):
        courses(both, ())
    (course,) = courses(both, ("01_adaline",))
    assert course.names == ("01_adaline",)


@pytest.mark.slow
def test_the_command_takes_the_courses_that_are_named(losses, tmp_path) -> None:
    command = [sys.executable, "-P", "-m", "degrau", "site", "--pack", str(losses), "--lang", "pt"]
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert (run.returncode, run.stderr) == (2, "degrau: no course here is in pt; their languages: es, en\n")
