"""The card in its two forms, and the pictures on it."""

import math
import re
from xml.etree import ElementTree

import pytest

from degrau.report.card import card_text, curve_words, picture_text
from degrau.report.html import card_html, picture_html
from degrau.report.types import Comparison, Curve, ExerciseReport, Mistake, PropertyReport

CURVE = Curve(
    "x", True, (-2.0, -1.0, 0.5, 1.0), (0.0, 9e9, 0.25, 1.0), (0.1, 0.2, 0.25, 0.2), (True, True, False, True)
)
VECTOR = Comparison(
    "dw = [1, 2]", "dw = [1, 3]", "1 of 2", (2,), ("[0]", "b"), (1.0, math.nan), (1.0, -3.0), (False, True)
)
MATRIX = Comparison(
    "a", "b", "1 of 4", (2, 2), ("",) * 4, (1.0, 2.0, 3.0, 4.5), (1.0, 2.0, 3.0, 4.0), (False, False, False, True)
)
NUMBER = Comparison("1.0", "2.0", "", (), ("",), (1.0,), (2.0,), (True,))


def report(comparison: Comparison | None, **more: object) -> ExerciseReport:
    properties = (
        PropertyReport("p", "holds", 1, 1, passed=True),
        PropertyReport("q", "does not", 0, 1, False, "f(1) → 2", "f(1)", comparison),
        PropertyReport("r", "waits", 0, 1, passed=False, message="judged after: does not"),
    )
    return ExerciseReport("f", "failed", properties, **more)


def tree(html: str) -> ElementTree.Element:
    return ElementTree.fromstring(f"<div>{html}</div>")


@pytest.mark.parametrize("comparison", [None, NUMBER, VECTOR, MATRIX])
@pytest.mark.parametrize("language", ["pt", "en"])
def test_the_card_is_well_formed_html_that_says_its_language(comparison, language) -> None:
    card = report(comparison, mistakes=(Mistake("m", "`x` <y>", "a & b", "E2"),), hints=("one", "two"))
    (section,) = tree(card_html(card, language, public=True, news="new"))
    assert section.attrib["lang"] == language


def test_a_property_is_marked_by_a_sign_that_is_read_aloud() -> None:
    marks = [(e.text, e.attrib["aria-label"]) for e in tree(card_html(report(None), "en")).iter("span")]
    assert marks == [("✓", "passed"), ("✗", "failed"), ("·", "not judged yet")]


def test_nothing_is_told_by_colour_alone_and_none_is_set_for_text_or_ground() -> None:
    html = card_html(report(MATRIX, hints=("one", "two")), "en")
    assert not re.search(r"(?<![-\w])(color|background):(?!inherit|none)", html)


def test_the_second_hint_is_folded_and_the_first_gives_way_to_a_known_cause() -> None:
    cause = Mistake("m", "A sign", "It is wrong.", "It comes from slides A: erratum E2 of the course.")
    unknown, known = (card_html(report(None, mistakes=m, hints=("one", "two")), "en") for m in ((), (cause,)))
    assert "Hint: one" in unknown
    assert "Hint: one" not in known
    assert "Likely cause: A sign." in known
    assert "erratum E2" in known
    for html in (unknown, known):
        assert re.search(r"<details[^>]*><summary>One more hint</summary>two</details>", html)


def test_the_call_what_came_back_and_what_was_expected_are_labelled() -> None:
    text = card_text(report(VECTOR), "pt")
    assert "    Você chamou  f(1)\n    Devolveu     dw = [1, 2]\n    Esperado     dw = [1, 3]\n" in text


def test_the_text_fits_eighty_columns() -> None:
    long = " ".join(["palavra"] * 60)
    card = report(VECTOR, mistakes=(Mistake("m", long, long),), hints=(long, long))
    assert max(map(len, card_text(card, "pt", public=True, news=long).splitlines())) <= 80


def test_a_line_of_code_goes_on_to_the_right_of_where_it_begins() -> None:
    message = f"f(1) → NameError: no x\n    [f:2] return {' + '.join(['x'] * 30)}"
    failing = PropertyReport("q", "does not", 0, 1, False, message, "f(1)")
    lines = card_text(ExerciseReport("f", "error", (failing,)), "en").splitlines()
    first = next(number for number, line in enumerate(lines) if "[f:2]" in line)
    starts = [len(line) - len(line.lstrip()) for line in lines[first : first + 2]]
    assert starts == [8, 10]


def test_a_vector_is_drawn_as_bars_and_written_as_rows() -> None:
    (svg, _legend) = tree(picture_html(VECTOR, "en"))
    assert (svg.attrib["role"], svg.attrib["aria-label"]) == ("img", "1 of 2")
    texts = [e.text for e in svg.iter("text")]
    assert texts == ["[0]", "nan", "b ✗"]
    assert picture_text(VECTOR, "en") == ["     yours  expected", "[0]      1         1", "  b    nan        -3  ✗"]


def test_a_matrix_is_a_table_with_the_wrong_entries_marked() -> None:
    (table,) = tree(picture_html(MATRIX, "en"))
    assert ["".join(cell.itertext()) for cell in table.iter("td")] == ["1", "2", "3", "✗ 4.5expected 4"]
    assert picture_text(MATRIX, "en") == ["    1      2", "    3  ✗ 4.5"]


def test_a_curve_is_drawn_with_the_wrong_stretches_shaded() -> None:
    (svg, legend) = tree(picture_html(Comparison("1", "2", "", (), ("",), (1.0,), (2.0,), (True,), CURVE), "en"))
    assert len(list(svg.iter("rect"))) == 2
    assert len(list(svg.iter("path"))) == 3
    assert svg.attrib["aria-label"] == "Of 4 points tried, 3 are wrong, between x = -2 and x = 1."
    assert "numerical derivative" in "".join(legend.itertext())
    heights = [float(y) for line in svg.iter("polyline") for y in re.findall(r",([\d.]+)", line.attrib["points"])]
    assert min(heights) >= 0


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ((False, False, True, False), "Of 4 points tried, one is wrong: x = 0.5."),
        ((True,) * 4, "All of the 4 points tried are wrong, from x = -2 to x = 1."),
    ],
)
def test_where_the_curve_is_wrong_is_said_in_words(wrong, said: str) -> None:
    assert curve_words(Curve("x", False, CURVE.x, CURVE.got, CURVE.right, wrong), "en") == said


def test_a_lone_number_needs_no_picture() -> None:
    assert (picture_html(NUMBER, "en"), picture_text(NUMBER, "en")) == ("", [])
