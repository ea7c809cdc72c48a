"""A student's prose says what it said, and does nothing in a teacher's browser."""

import pytest
from nbconvert.filters import markdown2html

from degrau.course.autograded import inert


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<SVG/onload=alert(1)>",
        "[x](javascript:alert(1))",
        "![x](javascript:alert(1))",
        "[x]\n\n[x]: javascript:alert(1)",
        "<javascript:alert(1)>",
        "[x](&#106;avascript:alert(1))",
        "$\\href{javascript:alert(1)}{x}$",
        "$&#92;href{javascript:alert(1)}{x}$",
        "<!-- --><script>alert(1)</script>",
        "$x$<script>alert(1)</script>",
        "| a | b |\n|---|---|\n| <b onclick=alert(1)> | [y](javascript:alert(1)) |",
    ],
)
def test_what_acts_is_shown_as_text(text: str) -> None:
    page = markdown2html(inert(text)).lower()
    for acting in ("<script", "<img", "<svg", "<b ", "href=", 'src="', "\\href", "&#92;"):
        assert acting not in page


@pytest.mark.parametrize(
    "text", ["O passo é **menor**.", "$$\\frac{a}{b} \\le c$$", "- um\n- dois", "`w @ x`", "z < 0"]
)
def test_ordinary_prose_is_left_alone(text: str) -> None:
    assert inert(text) == text
