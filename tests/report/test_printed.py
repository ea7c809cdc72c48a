"""What a function printed, below its card."""

from xml.etree import ElementTree

import pytest

from degrau.report.card import printed_text
from degrau.report.html import printed_html
from degrau.report.types import Printed


def printed(count: int, known: int | None = None) -> Printed:
    return Printed("".join(f"line {i}\n" for i in range(count if known is None else known)), count)


@pytest.mark.parametrize("nothing", [Printed("", 0), Printed("\n \n", 2)])
def test_where_nothing_is_printed_nothing_is_said(nothing) -> None:
    assert (printed_text(nothing, "pt"), printed_html(nothing, "pt")) == ("", "")


def test_few_lines_are_shown_as_they_are() -> None:
    assert printed_text(Printed("a\tb\n  c", 2), "pt").splitlines() == [
        "",
        "  Durante a verificação, a função imprimiu:",
        "    a       b",
        "      c",
    ]
    assert "details" not in printed_html(printed(10), "en")


def test_of_many_lines_ten_are_shown_and_the_others_counted_or_folded() -> None:
    text = printed_text(printed(3000), "en").splitlines()
    assert (len(text), text[2], text[-2], text[-1]) == (13, "    line 0", "    line 9", "    … 3000 lines in all")
    tree = ElementTree.fromstring(printed_html(printed(3000, known=20), "en"))
    folded = tree.find("details")
    assert folded is not None
    assert folded.findtext("summary") == "… 3000 lines in all"
    assert tree.findtext("pre") == "\n".join(f"line {i}" for i in range(10))
    assert (folded.findtext("pre") or "").split("\n")[0] == "line 10"
    assert (folded.findtext("pre") or "").endswith("…")


def test_what_is_printed_is_escaped_and_long_lines_are_cut() -> None:
    evil = Printed("<script>\x1b[31m" + "x" * 10**4, 1)
    html, text = printed_html(evil, "pt"), printed_text(evil, "pt")
    assert "<script" not in html
    assert "\x1b" not in html + text
    assert max(map(len, text.splitlines())) < 210
