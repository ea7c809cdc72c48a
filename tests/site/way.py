"""A student's way on the site, in Chromium: a wrong answer, an endless loop, the right answer, the file handed in."""

import json
import sys
from pathlib import Path
from time import monotonic

from playwright.sync_api import Page, expect

from degrau.grading.judgement import Run
from degrau.pack.pack import Pack
from degrau.sandbox.machine import Pool
from degrau.workers.files import judge_files

from ..pictures.browser import Browser
from . import kept, usable
from .notebook import ANSWER, CHECK, FIRST, FUNCTION, LATER, NAME, SETUP, cell, open_notebook, run, served, write

WRONG = "def step(z):\n    return np.where(z > 0, 1, 0)"
ENDLESS = "def step(z):\n    while True:\n        pass"
RIGHT = WRONG.replace("z > 0", "z >= 0")
PLOT = f"if {FUNCTION}(0.0) is None"
# No name but this machine's is found; and what its log calls the origin of what the browser asks by itself.
ALONE, NO_ORIGIN = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", "not an origin"


def in_chromium(pack: Pack, site: Path) -> None:
    """Goes the whole way; ends the program where something is not as it should be."""
    file, log = site.parent / f"{NAME}.ipynb", site.parent / "requests.json"
    with served(site) as address, Browser(ALONE, f"--log-net-log={log}") as browser:
        page = browser.page("about:blank")
        usable.pages(page, site, address)
        first_visit(page, address)
        hand_in(page, file)
        second_visit(page, address)
        kept.kept(page, address)
    asks_nobody_else(log, address)
    judge(pack, file)


def first_visit(page: Page, address: str) -> None:
    """A wrong answer, an endless one, and the right one, each with its card; a plot for which a part is missing."""
    began = open_notebook(page, address)
    run(page, SETUP)
    write(page, WRONG)
    card = run(page, CHECK)
    expect(card).to_contain_text("Likely cause", timeout=FIRST)
    print(f"the first card of a first visit: {monotonic() - began:.1f} s after the notebook was opened")
    usable.notebook(page, card)
    write(page, ENDLESS)
    run(page, CHECK)
    expect(card).to_contain_text("is there an endless loop?", timeout=LATER)
    write(page, RIGHT)
    run(page, CHECK)
    expect(card).to_contain_text("Now it passes.", timeout=LATER)
    expect(run(page, PLOT)).to_contain_text("The exercises and the checks work without it.", timeout=LATER)


def second_visit(page: Page, address: str) -> None:
    """The answer of the first visit is there, and passes."""
    began = open_notebook(page, address)
    expect(cell(page, ANSWER)).to_contain_text("z >= 0")
    for words in (SETUP, ANSWER, CHECK):
        run(page, words)
    # The card of the first visit is there, too: this one is of the third cell that was run.
    expect(cell(page, CHECK).locator(".jp-InputPrompt")).to_have_text("[3]:", timeout=FIRST)
    expect(cell(page, CHECK).locator(".jp-OutputArea")).to_contain_text("public checks", timeout=LATER)
    print(f"the first card of a second visit: {monotonic() - began:.1f} s")


def hand_in(page: Page, file: Path) -> None:
    """Saves the notebook, and takes its file as `degrau.hand_in()` in a new cell gives it."""
    page.keyboard.press("Control+s")
    for key in ("Escape", "b", "Enter"):
        page.keyboard.press(key)
    page.keyboard.insert_text("degrau.hand_in()")
    page.keyboard.press("Control+Enter")
    link = page.get_by_role("link", name=f"Download {file.name}")
    expect(link).to_be_visible(timeout=LATER)
    with page.expect_download() as download:
        link.click()
    download.value.save_as(file)


def asks_nobody_else(log: Path, address: str) -> None:
    """Every request that the browser noted, of a page or of a worker, was to the server of the site.

    The browser's own, for a newer browser and the like, have no origin; its flags let it find no other machine.
    """
    noted = [event.get("params", {}) for event in json.loads(log.read_text("utf-8"))["events"]]
    asked = {event["url"] for event in noted if event.get("initiator", NO_ORIGIN) != NO_ORIGIN}
    elsewhere = sorted(url for url in asked if not url.startswith(f"{address}/"))
    if elsewhere or f"{address}/static/pyodide/pyodide.asm.wasm" not in asked:
        sys.exit(f"of {len(asked)} addresses these were elsewhere: {elsewhere}")
    questions = {Path(url).name.partition("-")[0] for url in asked if "/questions_" in url}
    if questions != {f"questions_{NAME}"}:
        sys.exit(f"the questions of one assignment were wanted, not {questions}")
    print(f"{len(asked)} addresses were asked for, all of them on this machine")


def judge(pack: Pack, file: Path) -> None:
    """The file from the site has full points for the function that was written in it."""
    with Pool() as pool:
        (judged,) = judge_files([file], Run(pack, 0, pool.tier), 1)
    (report,) = (found for found in judged.report.exercises if found.name == FUNCTION)
    said = f"the file from the site: {report.points:g} of {report.max_points:g} points for {FUNCTION}"
    if judged.report.notes or not report.full:
        sys.exit(f"{said}, {judged.report.notes}")
    print(said)
