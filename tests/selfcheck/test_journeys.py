"""Five students' ways from a blank function to a right one: all that they read at each step, in both languages.

A journey is a file in journeys/ with the answers one after the other; beside it lies what is shown, word for word.
After a change of the words, `uv run python -m tests.selfcheck.test_journeys` writes them anew, to be read before
they are committed.
"""

import contextlib
import io
import linecache
import re
from pathlib import Path

import numpy as np
import pytest
from tests.languages import LANGUAGES

import degrau
from degrau.base.text import Language
from degrau.selfcheck import check as selfcheck

pytestmark = pytest.mark.ours

JOURNEYS = sorted((Path(__file__).parent / "journeys").glob("*.py"))
STEPS = ("blank", "wrong", "nearly", "right")


def shown(journey: Path, language: Language) -> str:
    """What the student reads, check after check in one kernel, each with the hint that is asked for in the end."""
    said = []
    parts = re.split(r"(?m)^# %% ", journey.read_text("utf-8"))[1:]
    assert [re.match(r"\w+", part)[0] for part in parts] == list(STEPS)
    degrau.language(language)
    for number, part in enumerate(parts):
        title, _, source = part.partition("\n")
        cell = f"<{journey.stem} {number}>"
        linecache.cache[cell] = (len(source), None, source.splitlines(keepends=True), cell)
        names = {"np": np}
        exec(compile(source, cell, "exec"), names)
        with contextlib.redirect_stdout(io.StringIO()) as output:
            points = degrau.check(names[journey.stem])
            if STEPS[number] == "nearly":
                degrau.hint(names[journey.stem])
        said.append(f"## {title}\n{output.getvalue()}{points.words}\n")
    return "\n".join(said)


def kept(journey: Path, language: Language) -> Path:
    return journey.with_suffix(f".{language}.txt")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("journey", JOURNEYS, ids=lambda path: path.stem)
def test_a_student_reads_this_on_the_way(journey: Path, language: Language) -> None:
    assert shown(journey, language) == kept(journey, language).read_text("utf-8")


if __name__ == "__main__":
    for path in JOURNEYS:
        for tongue in LANGUAGES:
            selfcheck.latest.clear()
            kept(path, tongue).write_text(shown(path, tongue), "utf-8")
