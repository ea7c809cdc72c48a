"""Whether all can use the site: axe-core's rules, narrow and wide, light and dark; and with a keyboard alone."""

import sys
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from degrau.base.disk import cache_folder
from degrau.site.parts import member, npm

AXE = "axe-core@4.14.1", "e6b0ce02b84d892e2e33e403485e7f3d6c29e2be6df65daf44d89ba564139745"
GRAVE = {"serious", "critical"}
WIDTHS, HEIGHT = (400, 1400), 900
# What axe-core finds in JupyterLab's own page of a notebook, by the rule's name; nothing of it is made here. The fields
# with code have no name, the list of cells is a feed of what is no article, a wide text scrolls sideways.
OF_JUPYTERLAB = {
    "aria-allowed-attr",
    "aria-input-field-name",
    "aria-required-children",
    "scrollable-region-focusable",
    "tabindex",
}
CARDS = "{include: [['.jp-OutputArea']]}"
# How the outline of what has the focus is drawn, and whether what has it is seen.
FOCUS = """() => {
  const a = document.activeElement, style = getComputedStyle(a), box = a.getBoundingClientRect();
  const seen = box.width > 0 && box.top < innerHeight && box.bottom > 0 && box.left >= 0 && box.right <= innerWidth;
  return [a.getAttribute("href"), seen && style.outlineStyle === "solid" && parseFloat(style.outlineWidth) >= 2];
}"""


def pages(page: Page, site: Path, address: str) -> None:
    """The site's own pages: no serious finding, nothing wider than the window; every link in its order, and seen."""
    wrong = [found for file in sorted(site.glob("*.html")) for found in _of_page(page, f"{address}/{file.name}")]
    page.emulate_media(color_scheme="light")
    if wrong:
        sys.exit("\n".join(wrong))
    print("the site's own pages: no serious finding of axe-core; they are gone through with a keyboard")


def _of_page(page: Page, url: str) -> Iterator[str]:
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            page.goto(url)
            yield from (f"{url}, {width} wide, {scheme}: {found}" for found in sorted(findings(page)))
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            yield f"{url} is wider than {width}"
        yield from (f"{url}, {width} wide: {found}" for found in _by_keyboard(page))


def _by_keyboard(page: Page) -> Iterator[str]:
    """What is wrong with the order of what the key Tab reaches, or with how that is shown."""
    links = [link.get_attribute("href") for link in page.locator("a[href]").all()]
    reached = []
    for _ in links:
        page.keyboard.press("Tab")
        href, seen = page.evaluate(FOCUS)
        reached.append(href)
        if not seen:
            yield f"one does not see that {href} has the focus"
    if reached != links:
        yield f"the key Tab reaches {reached}, not {links}"


def notebook(page: Page, card: Locator) -> None:
    """The page of a notebook: the cards have no serious finding, and the rest of it no other than is known."""
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        card.scroll_into_view_if_needed()
        expect(card).to_be_in_viewport()
        in_cards, found = findings(page, CARDS), findings(page)
        print(f"axe-core at {width} pixels: in JupyterLab's own page of a notebook {', '.join(sorted(found))}")
        if in_cards or found - OF_JUPYTERLAB:
            sys.exit(f"not known, and serious: {in_cards | found - OF_JUPYTERLAB}")


def findings(page: Page, where: str = "document") -> set[str]:
    """The rules of axe-core that are broken seriously."""
    kept = cache_folder() / "site"
    page.evaluate(member(npm(*AXE, kept), "axe.min.js", kept).read_text("utf-8"))
    violations = page.evaluate(f"axe.run({where}, {{resultTypes: ['violations']}}).then(found => found.violations)")
    return {found["id"] for found in violations if found["impact"] in GRAVE}
