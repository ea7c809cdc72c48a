"""`degrau.hand_in()`: what is open, and the notebook's file under its right name."""

import base64
import re
import sys
from types import SimpleNamespace

import pytest

import degrau
from degrau.selfcheck import handing


@pytest.fixture
def main(pack, monkeypatch):
    """A notebook in which three of four functions are right, and the last is not written."""
    here = SimpleNamespace(**pack.reference("00_perceptron"), __name__="__main__")
    here.train_perceptron = lambda X, y, lr, epochs: None
    monkeypatch.setitem(sys.modules, "__main__", here)
    degrau.language("en")
    return here


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_what_is_open_is_said_and_where_the_file_is(main, folder, capsys) -> None:
    (folder / "00_perceptron.ipynb").write_text("{}")
    degrau.hand_in()
    assert capsys.readouterr().out.splitlines() == [
        "These functions do not pass the public checks yet, and can be handed in all the same: `train_perceptron`.",
        f"Hand in this file: `{folder / '00_perceptron.ipynb'}`",
        "The file is as it was saved last: save first (Ctrl+S), then run this cell again.",
    ]


def test_where_the_file_is_not_known_the_menu_is_named(main, pack, folder, capsys) -> None:
    main.train_perceptron = pack.reference("00_perceptron")["train_perceptron"]
    degrau.hand_in()
    shown = capsys.readouterr().out
    assert shown.startswith("All functions of `00_perceptron` pass the public checks.\n")
    assert "choose File → Download, and hand in `00_perceptron.ipynb`." in shown


def test_in_a_notebook_the_link_has_the_file_in_it_under_the_right_name(main, folder, monkeypatch) -> None:
    own = folder / "copy (2).ipynb"
    own.write_text('{"cells": []}')
    monkeypatch.setenv("JPY_SESSION_NAME", str(own))
    shown: list[str] = []
    monkeypatch.setattr(handing, "show", lambda html, text: shown.append(html()))
    degrau.hand_in()
    name, content = re.search(r'download="([^"]*)" href="data:[^,]*,([^"]*)"', shown[0]).groups()
    assert (name, base64.b64decode(content)) == ("00_perceptron.ipynb", own.read_bytes())


def test_without_a_function_of_the_course_it_says_so(main, folder, monkeypatch, capsys) -> None:
    monkeypatch.setitem(sys.modules, "__main__", SimpleNamespace(__name__="__main__"))
    degrau.hand_in()
    assert capsys.readouterr().out.startswith("no function of the course is defined here yet")
