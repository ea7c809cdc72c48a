"""A feedback page says what nbgrader's own says, whatever is in the notebook."""

import re
from base64 import b64decode
from pathlib import Path
from typing import Any

import pytest
from nbconvert.exporters import HTMLExporter
from nbconvert.preprocessors import CSSHTMLHeaderPreprocessor
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from nbgrader.converters import GenerateFeedback
from nbgrader.coursedir import CourseDirectory

from degrau.course.feedback import FeedbackExporter, close, in_balance

from .outcome import parsed
from .prose import HOSTILE, OUTPUTS, PNG, RICH

pytestmark = pytest.mark.slow
MARKS = {"notebook": "n", "score": 1.5, "max_score": 2, "late_penalty": 0.25}
PLAIN = list(OUTPUTS[:4])
DRAWN = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}")
CELL: dict[str, Any] = {"grade_id": "a", "score": 1, "points": 2, "grade": True, "solution": False, "task": False}


def page(exporter: type[HTMLExporter], notebook: NotebookNode, settings: dict[str, Any], folder: Path) -> str:
    """The page that nbgrader makes with this exporter; `settings` are of HTMLExporter's, or another class's by name."""
    converter = GenerateFeedback(coursedir=CourseDirectory())
    for name, value in settings.items():
        owner, _, trait = name.rpartition(".")
        converter.config[owner or "HTMLExporter"][trait] = value
    made = exporter(parent=converter, config=converter.config)
    made.register_preprocessor(CSSHTMLHeaderPreprocessor)
    about = {"nbgrader": dict(MARKS), "metadata": {"name": "n", "path": str(folder)}}
    return DRAWN.sub("drawn", made.from_notebook_node(notebook, about)[0])


def both(notebook: NotebookNode, folder: Path = Path("/"), **settings: Any) -> tuple[str, str]:
    return page(FeedbackExporter, notebook, settings, folder), page(HTMLExporter, notebook, settings, folder)


def same(notebook: NotebookNode, folder: Path = Path("/"), **settings: Any) -> bool:
    """Whether the page is nbgrader's, but for what nbconvert's parser changes in how a page is written."""
    ours, theirs = both(notebook, folder, **settings)
    return theirs in (ours, parsed(ours))


def marked(comment: str | None) -> NotebookNode:
    """A written answer, a task and a test with their marks, and code with its own."""
    kinds = ({"solution": True}, {"task": True, "grade": False}, {})
    marks = [{"nbgrader": {**CELL, **kind, "comment": comment}} for kind in kinds]
    cells = [new("# a", metadata=mark) for new in (new_markdown_cell, new_code_cell) for mark in marks]
    return new_notebook(cells=cells)


@pytest.mark.parametrize("texts", [RICH, *((text,) for text in HOSTILE)])
def test_a_text_is_shown_as_nbgrader_shows_it(texts: tuple[str, ...]) -> None:
    assert same(new_notebook(cells=[*map(new_markdown_cell, texts), new_markdown_cell("after")]))


@pytest.mark.parametrize("outputs", [PLAIN, *([output] for output in OUTPUTS[len(PLAIN) :])])
def test_an_output_is_shown_as_nbgrader_shows_it(outputs: list[NotebookNode]) -> None:
    assert same(new_notebook(cells=[new_code_cell("%%javascript\nalert('</script>')", outputs=outputs)]))


@pytest.mark.parametrize("comment", ["**Bom!** $x$", None])
def test_marks_and_comments_are_shown_as_nbgrader_shows_them(comment: str | None) -> None:
    assert same(marked(comment))


@pytest.mark.parametrize("comment", ["o índice <i> está errado", "</div>", "<div/>"])
def test_what_a_comment_leaves_open_ends_where_nbgrader_ends_it(comment: str) -> None:
    """To the letter, for browsers mend such pages otherwise than nbconvert's parser."""
    ours, theirs = both(marked(comment))
    assert ours == theirs


@pytest.mark.parametrize("piece", ["<!--", "<script>", "<script-x>", "<a ", '<a b="', "<a'\"", "</a"])
def test_what_is_never_closed_is_not_looked_for_again_from_each_place(piece: str) -> None:
    """The square of this length would be a minute."""
    assert not in_balance(f"<p>{piece * 200_000}</p>")


@pytest.mark.parametrize(
    "html",
    [
        "<!-- <p> --><p title='a>b'>x<br/></p>",
        "<script type='a'>if (a <b) '</p>'</script><style>a::after { content: '<b>' }</style>",
        "<b>" * 50_000 + "<svg>" + "<path/>" * 50_000 + "</svg>" + "</b>" * 50_000,
    ],
    ids=["comments", "scripts", "drawings"],
)
def test_a_page_in_which_all_is_closed_is_left_as_it_is(html: str) -> None:
    assert in_balance(html)
    assert not in_balance(f"{html}<path/>")


@pytest.mark.long
@pytest.mark.parametrize(
    "settings",
    [
        {"template_name": "lab"},
        {"anchor_link_text": "§"},
        {"exclude_anchor_links": True},
        {"lexer_options": {"stripnl": False}},
        {"sanitize_html": True},
        {"Highlight2HTML.extra_formatter_options": {"linenos": "inline"}},
    ],
    ids=lambda settings: next(iter(settings)),
)
def test_every_setting_holds_after_pages_with_others(settings: dict[str, Any]) -> None:
    cells = [new_markdown_cell("# Título\n\n```python\n\nx = 1\n```"), new_code_cell("x = 1", outputs=PLAIN)]
    page(FeedbackExporter, new_notebook(cells=cells), {}, Path("/"))
    assert same(new_notebook(cells=cells), **settings)


def test_an_image_beside_a_notebook_is_of_one_student(tmp_path) -> None:
    notebook = new_notebook(cells=[new_markdown_cell("![a](a.png)")])
    for student, image in (("ana", b64decode(PNG)), ("bia", b"another")):
        (tmp_path / student).mkdir()
        (tmp_path / student / "a.png").write_bytes(image)
        assert same(notebook, tmp_path / student, embed_images=True)


def test_an_attachment_is_of_one_cell() -> None:
    cells = [
        new_markdown_cell("![a](attachment:a)", attachments={"a": {kind: PNG}}) for kind in ("image/png", "image/jpeg")
    ]
    assert same(new_notebook(cells=cells))


def test_a_template_that_is_edited_is_read_again(tmp_path) -> None:
    template = tmp_path / "own" / "index.html.j2"
    template.parent.mkdir()
    for words in ("before", "after"):
        template.write_text(f"<p>{words}</p>", "utf-8")
        own = {"template_name": "own", "extra_template_basedirs": [str(tmp_path)]}
        assert page(FeedbackExporter, new_notebook(), own, tmp_path) == f"<p>{words}</p>"


def test_an_ordinary_page_is_not_made_a_second_time(monkeypatch) -> None:
    close()
    monkeypatch.setattr(HTMLExporter, "from_notebook_node", None)
    cells = [*map(new_markdown_cell, RICH), new_code_cell("x = 1", outputs=PLAIN)]
    assert "figura" in page(FeedbackExporter, new_notebook(cells=cells), {}, Path("/"))
    close()
