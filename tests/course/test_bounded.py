"""Reading a notebook and making its page are ended where they take too much: that costs its student alone."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from nbconvert.filters.highlight import Highlight2HTML

from degrau.base.text import code
from degrau.course import feedback
from degrau.course.grade import grade_course
from degrau.course.types import Grade
from degrau.demo.desk import Desk
from degrau.grading import submission
from degrau.grading.child import can_fork
from degrau.judging.registry import assignments

from ..at_hand import ASSIGNMENT, LANGUAGE

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not can_fork(), reason="this system has no fork")]
FULL = sum(assignments()[ASSIGNMENT].points.values())
MARK = "# this ends whoever looks at it"


@pytest.fixture
def handed_in(course: Path, pack) -> Path:
    """Two honest students, and between them one whose notebook has the mark."""
    desk = Desk(pack, ASSIGNMENT, LANGUAGE)
    for number, name in enumerate(("ana", "bia", "caio")):
        answers = desk.right(number)
        if name == "bia":
            answers = {function: f"{source}\n{MARK}" for function, source in answers.items()}
        desk.sample(name, code(""), answers).hand_in(course / "submitted")
    feedback.close()
    return course


def ending(job: Callable[..., Any], text: Callable[..., str]) -> Callable[..., Any]:
    """The job, which ends its process where the mark is in this text of what it is given."""
    return lambda *given, **named: os._exit(1) if MARK in text(*given) else job(*given, **named)


def graded(course: Path) -> list[Grade]:
    return list(grade_course(course, jobs=1).grades)


def page_of(grade: Grade) -> str:
    assert grade.feedback is not None
    return grade.feedback.read_text("utf-8")


def test_a_notebook_that_ends_whoever_reads_it_stops_nobody_and_is_tried_again(handed_in, monkeypatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(submission, "canonicalise", ending(submission.canonicalise, lambda nb, _: str(nb)))
        ana, bia, caio = graded(handed_in)
    assert [g.error for g in (ana, bia, caio)] == [None] * 3
    assert [(g.score, g.over) for g in (ana, bia, caio)] == [(FULL, False), (0, True), (FULL, False)]
    assert "was ended, twice: it took too much memory, or somebody else ended it" in bia.notes[0].to("en")
    assert "foi encerrada, duas vezes" in page_of(bia)
    # Nothing of it is kept.
    assert [(g.score, g.over) for g in graded(handed_in)] == [(FULL, False)] * 3


def test_a_page_that_ends_whoever_makes_it_is_made_in_plain_type(handed_in, monkeypatch) -> None:
    coloured = Highlight2HTML.__call__
    monkeypatch.setattr(Highlight2HTML, "__call__", ending(coloured, lambda _self, source, *_: source))
    ana, bia, caio = graded(handed_in)
    feedback.close()
    assert [(g.score, g.error) for g in (ana, bia, caio)] == [(FULL, None)] * 3
    assert "in plain type" in bia.notes[0].to("en")
    assert "letra simples" in page_of(bia)
    assert MARK in page_of(bia)
    assert [g.notes for g in (ana, caio)] == [(), ()]
