"""Pictures of the cards of a beginner's first errors, to be looked at: in a notebook, narrow and wide, and as text.

    uv run --group pictures python -m tests.pictures.first_errors FOLDER

Both languages, at 400 and 1400 pixels, and in a terminal of 80 columns, where tmux is.
"""

import json
import os
import shutil
import sys
from pathlib import Path

from tests.languages import LANGUAGES

from degrau.base.text import Language
from degrau.pack.pack import Pack
from degrau.report.html import card_html
from degrau.report.types import ExerciseReport
from degrau.sandbox.machine import Pool
from degrau.selfcheck.file import check_file

from ..selfcheck.first_errors import FIRST_ERRORS, notebook
from .browser import Browser
from .terminal import Terminal

WIDTHS = (400, 1400)
# So many cards on a picture, so that they can be read.
TOGETHER = 6
PAGE = '<meta charset="utf-8"><body style="font-family:system-ui,sans-serif;margin:12px">'


def main(folder: Path) -> None:
    """Makes all of them."""
    folder.mkdir(parents=True, exist_ok=True)
    with Browser() as browser:
        for language in LANGUAGES:
            os.environ["DEGRAU_LANG"] = language
            cards = [f"<h4>{slip}</h4>{card_html(report, language, public=True)}" for slip, report in told(folder)]
            for start in range(0, len(cards), TOGETHER):
                for width in WIDTHS:
                    path = folder / f"{language}-{start:02}-{width}.png"
                    browser.shoot(PAGE + "".join(cards[start : start + TOGETHER]), path, width)
            if shutil.which("tmux"):
                in_the_terminal(browser, folder, language)


def told(folder: Path) -> list[tuple[str, ExerciseReport]]:
    """Each first error, and the report on its function; the notebooks are kept in this folder."""
    pack, found = Pack.find(), []
    with Pool() as pool:
        for i, error in enumerate(FIRST_ERRORS):
            path = folder / f"{i:02}.ipynb"
            path.write_text(json.dumps(notebook(pack, error)), "utf-8")
            report = check_file(path, pool)
            found.append((error.slip, next(e for e in report.exercises if e.name == error.function)))
    return found


def in_the_terminal(browser: Browser, folder: Path, language: Language) -> None:
    """What `degrau check` says of some of the notebooks."""
    for name in ("00", "05", "15", "27"):
        with Terminal(folder) as terminal:
            terminal.run(f"DEGRAU_LANG={language} degrau check {name}.ipynb")
            browser.shoot_text(terminal.screen(), folder / f"{language}-terminal-{name}.png")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
