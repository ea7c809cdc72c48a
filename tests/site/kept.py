"""Nothing that a student writes is lost, or it is said: a page that is put away, a second tab, a full store."""

from playwright.sync_api import Page, expect

from .notebook import ANSWER, LATER, NAME, cell, put, visit

TWICE = "This notebook is open in another tab of this browser."
CLOSED = "The other tab with this notebook is closed"
UNSAVED = "This notebook could not be saved: this browser's store is full"
# So many bytes the browser gives the site. It looks how many are left every half minute: so many times, and so many
# milliseconds in between, are enough for it to notice that there are more.
QUOTA, MORE, TIMES, PAUSE = 150_000, 300_000, 30, 3_000


def kept(page: Page, address: str) -> None:
    """A student's ways to lose work; `page` has none of the site's notebooks open."""
    put_away(page, address)
    second_tab(page, address)
    full_store(page, address)
    print("work is kept when a page is put away; a second tab, and a full store, are told of")


def put_away(page: Page, address: str) -> None:
    """A page that is hidden has saved what was written just before."""
    visit(page, address)
    put(page, "def step(z):\n    return 'put away'")
    page.evaluate("Object.defineProperty(document, 'visibilityState', {value: 'hidden'})")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    page.wait_for_function("!jupyterapp.shell.currentWidget.context.model.dirty", timeout=LATER)
    visit(page, address)
    expect(cell(page, ANSWER)).to_contain_text("put away")


def second_tab(page: Page, address: str) -> None:
    """Another tab with the notebook says so, and when the first is closed, what to do."""
    first = page.context.new_page()
    page.goto("about:blank")
    visit(first, address)
    visit(page, address)
    notice = page.get_by_role("alert")
    expect(notice).to_contain_text(TWICE, timeout=LATER)
    expect(first.get_by_role("alert")).to_have_count(0)
    first.close()
    expect(notice).to_contain_text(CLOSED, timeout=LATER)


def full_store(page: Page, address: str) -> None:
    """What could not be saved is said, and can be taken away; what was saved before is still there."""
    visit(page, address)
    quota = {"origin": address, "quotaSize": QUOTA}
    page.context.new_cdp_session(page).send("Storage.overrideQuotaForOrigin", quota)
    for version in range(TIMES):
        put(page, f"def step(z):\n    return {version}  # {'#' * MORE * min(version, 1)}")
        if page.evaluate("jupyterapp.shell.currentWidget.context.save().then(() => false, () => true)"):
            break
        page.wait_for_timeout(PAUSE)
    else:
        raise AssertionError("everything was saved, beyond what the browser gives")
    notice = page.locator(".degrau-notice")
    expect(notice).to_contain_text(UNSAVED, timeout=LATER)
    with page.expect_download() as download:
        notice.get_by_role("button", name="Download the notebook as it is here").click()
    assert download.value.suggested_filename == f"{NAME}.ipynb"
    assert f"return {version}  #" in download.value.path().read_text("utf-8")
    page.once("dialog", lambda leaving: leaving.accept())
    visit(page, address)
    expect(cell(page, ANSWER)).to_contain_text(f"return {version - 1}  #")
