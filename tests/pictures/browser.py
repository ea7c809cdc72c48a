"""A headless Chromium that takes pictures."""

from html import escape
from pathlib import Path
from types import TracebackType
from typing import Self

from playwright.sync_api import Page, sync_playwright

CHROMIUM = "/usr/bin/chromium"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
SIZE = {"width": 1100, "height": 1000}


class Browser:
    """Open for as long as it is the context; started with these flags as well."""

    def __init__(self, *flags: str) -> None:
        self._flags = [*FLAGS, *flags]

    def __enter__(self) -> Self:
        self._playwright = sync_playwright().start()
        self._chromium = self._playwright.chromium.launch(executable_path=CHROMIUM, args=self._flags)
        return self

    def __exit__(self, *error: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._chromium.close()
        self._playwright.stop()

    def page(self, url: str) -> Page:
        """A new page that shows this address, in a browser that has seen nothing else."""
        page = self._chromium.new_context(viewport=SIZE).new_page()
        page.goto(url, wait_until="load", timeout=60_000)
        return page

    def shoot(self, html: str, path: Path, width: int) -> None:
        """A picture of a whole page of this width."""
        page = self._chromium.new_page(viewport={"width": width, "height": 400})
        page.set_content(html)
        page.screenshot(path=path, full_page=True)
        page.close()

    def shoot_text(self, text: str, path: Path) -> None:
        """A picture of text as a terminal shows it."""
        page = self._chromium.new_page(viewport={"width": 760, "height": 400})
        style = "background:#1e1e1e;color:#ddd;font:14px/1.35 monospace;padding:12px;margin:0;width:80ch"
        page.set_content(f'<body style="margin:0"><pre style="{style}">{escape(text)}</pre></body>')
        page.locator("pre").screenshot(path=path)
        page.close()
