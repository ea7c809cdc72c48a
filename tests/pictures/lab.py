"""A JupyterLab of its own on loopback, and a notebook in it."""

import json
import os
import secrets
import socket
import subprocess
import time
import urllib.request
from pathlib import Path
from types import TracebackType
from typing import Self

from playwright.sync_api import Locator, Page, TimeoutError

PATIENCE, TRIES = 60.0, 6
SETTINGS = {
    "notebook-extension/tracker": {"windowingMode": "none"},
    "apputils-extension/notification": {"fetchNews": "false", "checkForUpdates": False},
}


class Lab:
    """Serves a folder, with the Python of an environment."""

    def __init__(self, python: Path, folder: Path, dark: bool = False) -> None:
        self._python, self._folder = python, folder
        theme = {"theme": "JupyterLab Dark" if dark else "JupyterLab Light"}
        self._settings = {**SETTINGS, "apputils-extension/themes": theme}

    def __enter__(self) -> Self:
        settings = self._folder / ".settings"
        for name, values in self._settings.items():
            path = settings / "@jupyterlab" / f"{name}.jupyterlab-settings"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(json.dumps(values))
        self._port, self._token = _free_port(), secrets.token_hex(8)
        options = [f"--port={self._port}", f"--IdentityProvider.token={self._token}", "--no-browser", "--allow-root"]
        environment = {**os.environ, "JUPYTERLAB_SETTINGS_DIR": str(settings), "LANG": "C.UTF-8"}
        for name in ("DEGRAU_LANG", "PYTHONPATH", "VIRTUAL_ENV"):
            environment.pop(name, None)
        command = [str(self._python), "-m", "jupyterlab", "--ip=127.0.0.1", *options]
        log = (self._folder / ".lab.log").open("wb")
        self._server = subprocess.Popen(command, cwd=self._folder, env=environment, stdout=log, stderr=log)
        self._wait()
        return self

    def __exit__(self, *error: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._server.terminate()
        self._server.wait(PATIENCE)

    def url(self, name: str) -> str:
        """The address of a notebook in this folder."""
        return f"http://127.0.0.1:{self._port}/lab/tree/{name}?token={self._token}&reset"

    def notebook(self, page: Page) -> "Notebook":
        """The notebook that this page shows, when its kernel is ready."""
        page.wait_for_selector(".jp-Notebook .jp-CodeCell", timeout=PATIENCE * 1000)
        page.wait_for_selector('.jp-Notebook-ExecutionIndicator[data-status="idle"]', timeout=PATIENCE * 1000)
        page.keyboard.press("Control+b")
        return Notebook(page)

    def _wait(self) -> None:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and self._server.poll() is None:
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{self._port}/api", timeout=1).close()
                return
            except OSError:
                time.sleep(0.2)
        raise RuntimeError(f"JupyterLab did not start: see {self._folder / '.lab.log'}")


class Notebook:
    """What a student does in a notebook, cell by cell."""

    def __init__(self, page: Page) -> None:
        self._page, self._count = page, 0

    def write(self, name: str, source: str) -> None:
        """Writes the function into its cell, and runs it."""
        editor = self._cell(f"def {name}(").locator(".cm-content")
        editor.click()
        self._page.keyboard.press("Control+a")
        self._page.keyboard.insert_text(source)
        self._run()

    def check(self, name: str) -> None:
        """Runs the cell that checks the function."""
        self.run(f"check({name})")

    def run(self, text: str) -> None:
        """Runs the first cell that has this text."""
        self._cell(text).locator(".cm-content").click()
        self._run()

    def add(self, source: str) -> None:
        """Adds a cell at the end, and runs it."""
        self._page.locator(".jp-CodeCell").last.locator(".cm-content").click()
        self._page.keyboard.press("Escape")
        self._page.keyboard.press("b")
        self._page.locator(".jp-CodeCell").last.locator(".cm-content").click()
        self._page.keyboard.insert_text(source)
        self._run()

    def shoot(self, path: Path, name: str) -> None:
        """A picture of the cell with this function, and of the one that checks it with its output."""
        cells = [self._cell(text) for text in (f"def {name}(", f"check({name})") if self._has(text)] or [
            self._cell(name)
        ]
        cells[0].evaluate("cell => cell.scrollIntoView({block: 'start'})")
        self._page.wait_for_timeout(300)
        boxes = [box for cell in cells if (box := cell.bounding_box())]
        top, bottom = min(b["y"] for b in boxes), max(b["y"] + b["height"] for b in boxes)
        left, wide = boxes[0]["x"], boxes[0]["width"]
        bottom = min(bottom, self._page.viewport_size["height"] if self._page.viewport_size else bottom)
        self._page.screenshot(path=path, clip={"x": left, "y": top, "width": wide, "height": bottom - top})

    def save(self) -> None:
        """Saves the notebook."""
        self._page.keyboard.press("Control+s")
        self._page.wait_for_timeout(1000)

    def _has(self, text: str) -> bool:
        return self._page.locator(".jp-CodeCell", has_text=text).count() > 0

    def _cell(self, text: str) -> Locator:
        return self._page.locator(".jp-CodeCell", has_text=text).first

    def _run(self) -> None:
        """Runs the cell that has the cursor, again while the kernel is not there yet, and waits for its number."""
        self._count += 1
        done = self._page.get_by_text(f"[{self._count}]:", exact=True).first
        for _ in range(TRIES):
            self._page.keyboard.press("Control+Enter")
            try:
                done.wait_for(timeout=PATIENCE * 1000 / TRIES)
                break
            except TimeoutError:
                continue
        self._page.wait_for_timeout(500)


def unfold(page: Page) -> None:
    """Opens the second hint of every card."""
    for summary in page.locator(".jp-OutputArea summary").all():
        summary.click()


def _free_port() -> int:
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        return int(server.getsockname()[1])
