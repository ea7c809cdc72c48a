"""What a student reads tells of no hidden input but the counterexamples, and of none in an exam."""

from html import unescape

import pytest

from degrau.base.text import Text
from degrau.course.choices import FILE as CHOICES
from degrau.course.grade import grade_course
from degrau.demo.desk import Desk
from degrau.judging.registry import assignments

pytestmark = pytest.mark.slow
PERCEPTRON = "00_perceptron"
SMUGGLING = """\
seen = []


def step(z):
    seen.append(z)
    raise ValueError(f"saw {len(seen)}: {seen}")
"""
TELLING = """\
told = []


def predict(X, w, b):
    told.append(X)
    return np.full(len(told) + 1, 7.5)
"""
NAMING = """\
known = []


def perceptron_update(w, b, x, y, eta):
    known.append(w)
    return type(f"Saw{len(known)}", (), {})()
"""


def test_answers_and_exceptions_tell_of_no_other_call(course, pack) -> None:
    """What is shown was said where nothing else had been asked."""
    desk = Desk(pack, PERCEPTRON, "en")
    answers = desk.right(0) | {"step": SMUGGLING, "predict": TELLING, "perceptron_update": NAMING}
    desk.sample("ana", Text(pt="curiosa", en="curious"), answers).hand_in(course / "submitted")
    (grade,) = grade_course(course).grades
    assert grade.feedback is not None
    page = grade.feedback.read_text("utf-8")
    assert grade.score == 6
    assert "ValueError: saw 1: [" in page
    assert "__main__.Saw1" in page
    # Two properties of `step` fail, so that two inputs are shown, and two were seen.
    assert [n for n in range(3, 200) if f"saw {n}:" in page or f"Saw{n} " in page] == []
    assert page.count("7.5") < 20


def test_an_exam_shows_which_properties_hold_and_nothing_else(course, pack) -> None:
    desk = Desk(pack, PERCEPTRON, "pt")
    choices = course / CHOICES
    choices.write_text(choices.read_text("utf-8").replace("# exam = true", "exam = true"), "utf-8")
    answers = desk.right(0) | desk.wrong("predict")
    desk.sample("ana", Text(pt="um engano", en="one mistake"), answers).hand_in(course / "submitted")
    (grade,) = grade_course(course).grades
    assert grade.feedback is not None
    page = grade.feedback.read_text("utf-8")
    assert 0 < (grade.score or 0) < grade.max_score
    assert all(p.title.to("pt") in unescape(page) for p in assignments()[PERCEPTRON].by_name["predict"].properties)
    assert "✗" in page
    assert "esperado" not in page
    assert "predict(np.array" not in page
