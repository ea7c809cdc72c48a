"""Makes the pictures of the course's web pages again: the front page, and a card in the browser's notebook.

    uv run --group pictures python -m tests.pictures.site

In both languages, as wide as a telephone and as a screen.
"""

import tempfile
from pathlib import Path

from playwright.sync_api import Page, expect

from degrau.base.text import Language
from degrau.commands.progress import progress
from degrau.pack.pack import Pack
from degrau.site.build import build
from degrau.site.courses import Course
from degrau.site.front import front_file

from ..site.notebook import ANSWER, CHECK, FIRST, NAME, SETUP, cell, run, served, write
from .browser import Browser

DOCS = Path(__file__).parents[2] / "docs" / "pictures"
WRONG = "def step(z):\n    return np.where(z > 0, 1, 0)"
SIZES = ((400, 800), (1400, 800))


def main() -> None:
    """Makes all of them."""
    pack = Pack.find()
    with tempfile.TemporaryDirectory(prefix="degrau-site-") as folder, Browser() as browser:
        out = Path(folder) / "site"
        with progress() as shown:
            build([Course(pack, pack.assignments)], pack.languages, out, None, shown)
        with served(out) as address:
            page = browser.page("about:blank")
            for language in pack.languages:
                front_page(page, f"{address}/{front_file(pack.languages, language)}", language)
                card(page, f"{address}/notebooks/index.html?path={language}/{NAME}.ipynb", language)


def front_page(page: Page, url: str, language: Language) -> None:
    """What a student sees first."""
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        page.goto(url, wait_until="networkidle")
        page.screenshot(path=DOCS / f"8-site-{width}-{language}.png")


def card(page: Page, url: str, language: Language) -> None:
    """A wrong answer, and its card."""
    page.goto(url)
    expect(page.locator(".jp-Notebook-ExecutionIndicator")).to_have_attribute("data-status", "idle", timeout=FIRST)
    run(page, SETUP)
    write(page, WRONG)
    expect(run(page, CHECK).locator("summary")).to_be_visible(timeout=FIRST)
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        cell(page, ANSWER).evaluate("cell => cell.scrollIntoView({block: 'start'})")
        page.wait_for_timeout(500)
        page.screenshot(path=DOCS / f"9-site-card-{width}-{language}.png")


if __name__ == "__main__":
    main()
