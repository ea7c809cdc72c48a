"""What a student does on the site, in Chromium: opens a notebook from the front page, writes, runs cells."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from time import monotonic

from playwright.sync_api import Locator, Page, expect

NAME, FUNCTION = "00_perceptron", "step"
# Words by which a cell with code is found: the numbers of cells change when one is added to the notebook.
SETUP, ANSWER, CHECK = "from degrau import check", f"def {FUNCTION}(", f"check({FUNCTION})"
# Milliseconds, of which the first has the interpreter to load, on a busy machine.
FIRST, LATER = 120_000, 60_000


class Files(SimpleHTTPRequestHandler):
    """Gives out files, and says nothing."""

    def log_message(self, *_: object) -> None:
        """Nothing."""


class Server(ThreadingHTTPServer):
    """Says nothing of a browser that goes away before it has a file."""

    def handle_error(self, *_: object) -> None:
        """Nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of this folder, on this machine alone."""
    server = Server(("127.0.0.1", 0), partial(Files, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def visit(page: Page, address: str) -> None:
    """Opens the notebook from the front page, and sees its cells."""
    page.goto(f"{address}/en.html")
    page.get_by_role("link", name="Open: 00").click()
    expect(cell(page, ANSWER)).to_be_visible(timeout=FIRST)


def open_notebook(page: Page, address: str) -> float:
    """Visits it; gives when, once its kernel is there: what is run before that is not run at all."""
    began = monotonic()
    visit(page, address)
    expect(page.locator(".jp-Notebook-ExecutionIndicator")).to_have_attribute("data-status", "idle", timeout=FIRST)
    return began


def cell(page: Page, words: str) -> Locator:
    """The first cell with code that has these words in it."""
    return page.locator(".jp-CodeCell", has_text=words).first


def run(page: Page, words: str) -> Locator:
    """Runs a cell with code; gives where what it shows will be."""
    cell(page, words).locator(".cm-content").click()
    page.keyboard.press("Control+Enter")
    return cell(page, words).locator(".jp-OutputArea")


def put(page: Page, source: str) -> None:
    """Puts this into the cell with the answer."""
    cell(page, ANSWER).locator(".cm-content").click()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(source)


def write(page: Page, source: str) -> None:
    """Puts this into the cell with the answer, and runs it."""
    put(page, source)
    page.keyboard.press("Control+Enter")
