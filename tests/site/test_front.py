"""The page that a student opens first, and the lines on top of a notebook: every link leads to what is there."""

import re
from html import unescape

import pytest

from degrau.grading.judgement import Run
from degrau.sandbox.machine import Pool
from degrau.site.courses import Course
from degrau.site.front import with_notice, write_front
from degrau.site.pictures import pictures
from degrau.workers.files import judge_files

NAMES = ("00_perceptron", "01_adaline")


@pytest.fixture(scope="module")
def site(pack, tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    write_front([Course(pack, NAMES)], ("pt", "en"), folder)
    return folder


@pytest.mark.parametrize(("language", "page"), [("pt", "index.html"), ("en", "en.html")])
def test_each_language_has_a_page_with_the_assignments_in_their_order(site, language: str, page: str) -> None:
    text = (site / page).read_text("utf-8")
    assert f'<html lang="{language}">' in text
    assert re.findall('<li id="([^"]*)"', text) == list(NAMES)
    for name in NAMES:
        assert f'href="notebooks/index.html?path={language}/{name}.ipynb"' in text
        assert f'href="files/{language}/{name}.ipynb" download' in text
    assert "<code>train_adaline</code>" in text
    assert f'href="students-{language}.html#1"' in text
    assert "http" not in text.replace("http-equiv", "")
    assert "connect-src" not in text
    assert "default-src 'self'" in text


def test_the_first_page_has_the_settings_that_the_others_look_for_there(site) -> None:
    assert re.search('<script id="jupyter-config-data"[^>]*>{}</script>', (site / "index.html").read_text("utf-8"))


def test_the_pages_lead_to_each_other(site) -> None:
    assert '<a href="en.html" lang="en" hreflang="en">English</a>' in (site / "index.html").read_text("utf-8")
    assert '<a href="index.html" lang="pt" hreflang="pt">Português</a>' in (site / "en.html").read_text("utf-8")


@pytest.mark.parametrize("language", ["pt", "en"])
def test_each_assignment_has_a_picture_with_words(site, pack, language: str) -> None:
    text = (site / {"pt": "index.html", "en": "en.html"}[language]).read_text("utf-8")
    shown = re.findall('<img src="pictures/([^"]*).png" alt="([^"]*)" width="640"', text)
    assert [(name, unescape(words)) for name, words in shown] == [
        (name, pictures(pack)[name].words.to(language)) for name in NAMES
    ]
    assert {path.stem for path in (site / "pictures").iterdir()} == set(NAMES)


def test_every_assignment_of_the_course_has_a_small_picture_of_a_cell_of_its(pack) -> None:
    shown = pictures(pack)
    assert tuple(sorted(shown)) == pack.assignments
    for name, picture in shown.items():
        assert picture.path.stat().st_size < 20_000
        assert picture.cell in [cell.name for cell in pack.source(name).cells if cell.role == "demo"]
        assert picture.words.plain().keys() == set(pack.languages)


@pytest.mark.parametrize(
    ("language", "file"), [("pt", "estudantes.md"), ("en", "students.md"), ("es", "estudiantes.md")]
)
def test_the_page_for_students_is_that_of_the_documents_but_for_installing(pack, language, file, tmp_path) -> None:
    write_front([Course(pack, NAMES)], (language,), tmp_path)
    text = (tmp_path / f"students-{language}.html").read_text("utf-8")
    headings = re.findall(r'<h2 id="\d+">(.*?)</h2>', text)
    assert headings[1:] == re.findall("^## (.*)", (pack.root / "docs" / file).read_text("utf-8"), re.MULTILINE)[1:]
    assert "degrau.hand_in()" in text
    assert "pip install" not in text
    assert ".md" not in text
    assert 'href="index.html"' in text


def test_a_notebook_says_first_where_it_is_kept_and_is_worth_the_same(pack, tmp_path) -> None:
    import nbformat

    release = pack.release("00_perceptron", "en")
    noticed = with_notice(release, "en")
    assert noticed.cells[0].source.startswith("> **Where your work is.**")
    assert "`00_perceptron.ipynb`" in noticed.cells[0].source
    assert noticed.cells[1:] == release.cells
    nbformat.write(noticed, tmp_path / "a.ipynb")
    with Pool() as pool:
        (judged,) = judge_files([tmp_path / "a.ipynb"], Run(pack, 7, pool.tier), 1)
    assert (judged.report.assignment, judged.report.notes, judged.report.error) == ("00_perceptron", (), None)
