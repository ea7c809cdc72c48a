"""Makes the pictures of the documentation again: a student's way in a real JupyterLab, a terminal and a browser.

    uv run --group pictures python -m tests.pictures

Needs Chromium, tmux and npm on this machine, and an index from which pip installs JupyterLab for a student without
degrau.
"""

import shutil
import subprocess
import sys
import tempfile
import venv
import zipfile
from pathlib import Path

from degrau.authoring.bundle import bundle
from degrau.pack.pack import Pack

from . import site
from .browser import Browser
from .lab import Lab, unfold
from .terminal import Terminal

DOCS = Path(__file__).parents[2] / "docs" / "pictures"
ASSIGNMENT = "01_adaline"
STUDENT = ("jupyterlab", "numpy", "matplotlib")

# The rule as slides A write it, and as it should be.
WRONG = """def adaline_update(w, b, x, y, lr):
    error = y - adaline_output(x[None, :], w, b)[0]
    return w - lr * error * x, b - lr * error"""
RIGHT = WRONG.replace("w - lr", "w + lr").replace("b - lr", "b + lr")
BEFORE = {
    "linear": "def linear(z):\n    return z",
    "adaline_output": "def adaline_output(X, w, b):\n    return linear(X @ w + b)",
    "adaline_gradient": "def adaline_gradient(X, y, w, b):\n    error = y - adaline_output(X, w, b)\n"
    "    return error @ X, error.sum()",
}


def main() -> None:
    """Makes all of them."""
    missing = [program for program in ("chromium", "tmux") if shutil.which(program) is None]
    if missing:
        sys.exit(f"these are needed, and not here: {', '.join(missing)}")
    DOCS.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="degrau-pictures-") as folder, Browser() as browser:
        python = fresh_environment(Path(folder) / "environment")
        for language in ("pt", "en"):
            work = unpacked(Path(folder) / language, language)
            with Lab(python, work, dark=language == "en") as lab:
                in_the_notebook(browser, lab, language)
        in_the_terminal(browser, Path(folder) / "pt")
        with Lab(Path(sys.executable), Path(folder) / "pt") as lab:
            validated(browser, lab)
    site.main()


def fresh_environment(folder: Path) -> Path:
    """The Python of an environment as a student's, without degrau."""
    venv.create(folder, with_pip=True)
    python = folder / "bin" / "python"
    subprocess.run([python, "-m", "pip", "install", "--quiet", *STUDENT], check=True)
    return python


def unpacked(folder: Path, language: str) -> Path:
    """The folder that a student has after unzipping the bundle."""
    folder.mkdir()
    path = bundle(Pack.find(), [ASSIGNMENT], language, folder / f"degrau-{language}.zip", lambda *_: None)
    with zipfile.ZipFile(path) as archive:
        archive.extractall(folder)
    return folder


def in_the_notebook(browser: Browser, lab: Lab, language: str) -> None:
    """A student writes the slide's rule, reads the card, mends the sign, and looks how far the notebook is."""
    page = browser.page(lab.url(f"{ASSIGNMENT}.ipynb"))
    notebook = lab.notebook(page)
    notebook.run("degrau-offline")
    notebook.run("from degrau import check")
    for name, source in BEFORE.items():
        notebook.write(name, source)
    notebook.write("adaline_update", WRONG)
    notebook.check("adaline_update")
    notebook.shoot(DOCS / f"1-wrong-{language}.png", "adaline_update")
    unfold(page)
    notebook.shoot(DOCS / f"2-hint-{language}.png", "adaline_update")
    notebook.write("adaline_update", RIGHT)
    notebook.check("adaline_update")
    notebook.shoot(DOCS / f"3-mended-{language}.png", "adaline_update")
    notebook.check("adaline_gradient")
    notebook.shoot(DOCS / f"4-gradient-{language}.png", "adaline_gradient")
    notebook.add("import degrau\n\ndegrau.progress()")
    notebook.shoot(DOCS / f"5-progress-{language}.png", "degrau.progress()")
    notebook.save()
    page.close()


def in_the_terminal(browser: Browser, work: Path) -> None:
    """The same notebook in a terminal of 80 columns."""
    with Terminal(work) as terminal:
        terminal.run(f"degrau check {ASSIGNMENT}.ipynb")
        browser.shoot_text(terminal.screen(), DOCS / "6-terminal-pt.png")


def validated(browser: Browser, lab: Lab) -> None:
    """What nbgrader's Validate button says of it, where nbgrader is installed."""
    page = browser.page(lab.url(f"{ASSIGNMENT}.ipynb"))
    lab.notebook(page)
    page.get_by_role("button", name="Validate").click()
    dialog = page.locator(".jp-Dialog-content").filter(has_text="adaline_gradient")
    dialog.wait_for(timeout=60_000)
    dialog.screenshot(path=DOCS / "7-validate-pt.png")
    page.close()


if __name__ == "__main__":
    main()
