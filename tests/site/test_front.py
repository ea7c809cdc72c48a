"""The page that a student opens first, and the lines on top of a notebook: every link leads to what is there."""

import re

import pytest

from degrau.grading.judgement import Run
from degrau.sandbox.machine import Pool
from degrau.site.front import with_notice, write_front
from degrau.workers.files import judge_files

NAMES = ("00_perceptron", "01_adaline")


@pytest.fixture(scope="module")
def site(pack, tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    write_front(pack, NAMES, ("pt", "en"), folder)
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
    assert "http" not in text.replace("http-equiv", "")
    assert "connect-src" not in text
    assert "default-src 'self'" in text


def test_the_first_page_has_the_settings_that_the_others_look_for_there(site) -> None:
    assert re.search('<script id="jupyter-config-data"[^>]*>{}</script>', (site / "index.html").read_text("utf-8"))


def test_the_pages_lead_to_each_other(site) -> None:
    assert 'href="en.html" lang="en"' in (site / "index.html").read_text("utf-8")
    assert 'href="index.html" lang="pt"' in (site / "en.html").read_text("utf-8")


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
