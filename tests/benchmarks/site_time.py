"""How long a student waits on the site for the first card, beside a plain JupyterLite, on a first and a second visit.

    uv run --group pictures python -m tests.benchmarks.site_time [TIMES]

The plain one has the same interpreter, NumPy and kernel as they come, and a notebook of one cell; both are visited in
turns, each time by a browser that has seen nothing. Of a busy machine, look at the ratios and the seconds
of processor.
"""

import os
import statistics
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from time import monotonic

import nbformat
from nbformat.v4 import new_code_cell, new_notebook
from playwright.sync_api import Page, expect

from degrau.pack.pack import Pack
from degrau.site import build
from degrau.site.courses import Course
from degrau.site.lock import write_lock
from degrau.site.parts import gather

from ..pictures.browser import Browser
from ..site.notebook import ANSWER, CHECK, FIRST, NAME, SETUP, cell, run, served

PLAIN = "import numpy as np; print('card', np.arange(3).sum() - 2)"
# In such parts of a second /proc counts.
TICK = os.sysconf("SC_CLK_TCK")


def main(times: int) -> None:
    """Measures, and prints a table."""
    pack = Pack.find()
    taken = defaultdict[tuple[str, str], list[tuple[float, float]]](list)
    with tempfile.TemporaryDirectory(prefix="degrau-site-") as folder:
        ours, plain = Path(folder) / "ours", Path(folder) / "plain"
        build.build([Course(pack, pack.assignments)], pack.languages, ours, None, lambda *_: None)
        plain_site(Path(folder) / "work", plain)
        with served(ours) as here, served(plain) as there, Browser() as browser:
            for _ in range(times):
                for name, address, words in (("plain", there, (PLAIN,)), ("ours", here, (SETUP, ANSWER, CHECK))):
                    page = browser.page("about:blank")
                    for visit in ("first", "second"):
                        taken[name, visit].append(waited(page, address, words))
                    page.context.close()
    show(taken)


def plain_site(work: Path, out: Path) -> None:
    """A JupyterLite with the kernel as it comes, and a notebook of one cell."""
    python = work / "lite" / "static" / "pyodide"
    gather(python, None)
    for name in build.KERNEL_WHEELS:
        for wheel in (build._extension() / "static" / "pypi").glob(f"{name}-*.whl"):
            (python / wheel.name).write_bytes(wheel.read_bytes())
    build._settings(work / "lite", write_lock(python, {}))
    (work / "files" / "en").mkdir(parents=True)
    notebook = new_notebook(cells=[new_code_cell(PLAIN)])
    notebook.metadata.kernelspec = {"display_name": "Python (Pyodide)", "language": "python", "name": "python"}
    nbformat.write(notebook, work / "files" / "en" / f"{NAME}.ipynb")
    build._jupyterlite(work, out)


def waited(page: Page, address: str, words: tuple[str, ...]) -> tuple[float, float]:
    """Opens the notebook, runs the cells with these words; seconds until the last shows something, and of processor."""
    page.goto("about:blank")
    began, used = monotonic(), processor()
    page.goto(f"{address}/notebooks/index.html?path=en/{NAME}.ipynb")
    expect(page.locator(".jp-Notebook-ExecutionIndicator")).to_have_attribute("data-status", "idle", timeout=FIRST)
    for word in words:
        run(page, word)
    prompt = cell(page, words[-1]).locator(".jp-InputPrompt")
    expect(prompt).to_have_text(f"[{len(words)}]:", timeout=FIRST)
    seconds = monotonic() - began
    return seconds, sum(now - used.get(pid, 0.0) for pid, now in processor().items())


def processor() -> dict[int, float]:
    """Seconds of processor that each process below this one has used."""
    parents, used = dict[int, int](), dict[int, float]()
    for pid, fields in _processes():
        parents[pid], used[pid] = int(fields[1]), (int(fields[11]) + int(fields[12])) / TICK
    below = {os.getpid()}
    while more := {pid for pid, parent in parents.items() if parent in below} - below:
        below |= more
    return {pid: used[pid] for pid in below & used.keys() - {os.getpid()}}


def _processes() -> Iterator[tuple[int, list[str]]]:
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            yield int(folder.name), (folder / "stat").read_text("utf-8").rpartition(")")[2].split()
        except OSError:
            continue


def show(taken: dict[tuple[str, str], list[tuple[float, float]]]) -> None:
    """A table of medians, and the ratios."""
    middle = {
        key: tuple(statistics.median(column) for column in zip(*rows, strict=True)) for key, rows in taken.items()
    }
    print(f"{'':16} seconds  of processor")
    for (name, visit), (seconds, used) in middle.items():
        print(f"{name:6} {visit:8} {seconds:8.1f} {used:13.1f}")
    for visit in ("first", "second"):
        ours, plain = middle["ours", visit], middle["plain", visit]
        print(f"{visit} visit, ours to plain: {ours[0] / plain[0]:.2f}, of processor {ours[1] / plain[1]:.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
