"""Every block of the page on writing exercises is run: the exercise that it builds from nothing, in order; the
commands that it begins with, elsewhere; and what it shows of degrau's own course is there, and judges in every test."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / "docs"
CLONE = DOCS.parent
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FILE = re.compile(r"`((?:solutions|graders)/\w[\w/]*\.\w+)`:\n\n$")


def blocks(page: str, beginning: str) -> list[tuple[str, str, str]]:
    """Of each block of the section its language, its text, and the file that the line before it names, if one does."""
    section = re.split(r"^## ", page[page.index(beginning) + 3 :], maxsplit=1, flags=re.MULTILINE)[0]
    found = []
    for block in BLOCK.finditer(section):
        named = FILE.search(section[: block.start()])
        found.append((block[1], block[2], named[1] if named else ""))
    return found


BEGINNING = ((DOCS / "writing-exercises.md").read_text("utf-8"), "## A course of your own")


def english() -> list[tuple[str, str, str]]:
    return blocks(BEGINNING[0], "## One exercise, from nothing")


def excerpts() -> list[tuple[str, str, str]]:
    """What the page shows of degrau's own course: each block, and the file that it is from."""
    page = BEGINNING[0]
    beginning = page.index("## The course that comes with degrau")
    return [
        found for title in re.findall(r"^## \d\. .*", page[beginning:], re.MULTILINE) for found in blocks(page, title)
    ]


def test_the_portuguese_page_has_the_same_blocks() -> None:
    page = (DOCS / "como-escrever-exercicios.md").read_text("utf-8")
    mine, english_ones = ([(b[1], b[2]) for b in BLOCK.finditer(text)] for text in (page, BEGINNING[0]))
    assert mine[1:] == english_ones[1:]
    assert blocks(page, "## Um exercício, do nada") == english()
    # Those that the page begins with are run elsewhere; here they may differ in what their comments say.
    first = [[line.split("#")[0] for line in found[0][1].splitlines()] for found in (mine, english_ones)]
    assert first[0] == first[1]


def test_no_block_is_left_out() -> None:
    assert (len(english()), len(excerpts())) == (11, 6)
    assert len(BLOCK.findall(BEGINNING[0])) == 1 + 11 + 6


@pytest.mark.parametrize("excerpt", excerpts(), ids=lambda excerpt: excerpt[2])
def test_what_the_page_shows_of_degraus_own_course_stands_there(excerpt) -> None:
    language, text, name = excerpt
    assert language == "python"
    assert text in (CLONE / name).read_text("utf-8")


@pytest.mark.long
def test_the_exercise_that_the_page_builds_is_released_and_nothing_of_it_survives(tmp_path) -> None:
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    said = []
    written = set()
    for language, text, name in english():
        course = tmp_path / "regression"
        if language == "sh":
            folder = course if course.exists() else tmp_path
            done = subprocess.run(
                ["bash", "-ec", text], cwd=folder, env={**os.environ, "PATH": path}, capture_output=True, text=True
            )
            assert done.returncode == 0, (text, done.stdout, done.stderr)
            said.append(done.stdout)
        else:
            # Of a file in several blocks, each goes on where the one before it ended.
            before = (course / name).read_text("utf-8") + "\n\n" if name in written else ""
            (course / name).parent.mkdir(parents=True, exist_ok=True)
            (course / name).write_text(before + text, "utf-8")
            written.add(name)
    _begun, released, measured = said
    assert "assignments/es/02_huber.ipynb" in released
    assert released.endswith("something survives\n")
    assert "huber_loss: mutant that nothing explains: size <= delta → size < delta" in released
    assert re.search(r"^02_huber +6/6 +12/12 +12/12 +36/37 +1 +0 *$", measured, re.MULTILINE), measured
