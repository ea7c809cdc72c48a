"""What a long command says on its way, in a log that is no terminal."""

import re

import pytest

from degrau.commands import progress as module
from degrau.commands.progress import progress


def test_a_log_gets_a_line_now_and_then_with_the_rate_and_the_slowest(monkeypatch, capsys) -> None:
    clock = iter(range(0, 1000, 4))
    monkeypatch.setattr(module.time, "monotonic", lambda: float(next(clock)))
    with progress() as shown:
        for done in range(7):
            shown(done, 7, f"student {done}")
    lines = capsys.readouterr().err.splitlines()
    assert lines == [
        "2/7, 6.0 s each, 30 s left; slowest: student 0, 4.0 s",
        "5/7, 4.8 s each, 10 s left; slowest: student 0, 4.0 s",
    ]


def test_what_is_over_at_once_says_nothing(capsys) -> None:
    with progress() as shown:
        shown(0, 2, "a")
        shown(1, 2, "b")
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("words", ["[bold]ana[/bold]", "20_losses ana"])
def test_in_a_terminal_there_is_a_bar_and_nothing_of_it_stays(words, monkeypatch, capsys) -> None:
    monkeypatch.setattr(module.sys.stderr, "isatty", lambda: True, raising=False)
    with progress() as shown:
        shown(0, 2, words)
        shown(1, 2, words)
    assert not re.search(r"Traceback", capsys.readouterr().err)
