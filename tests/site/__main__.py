"""Builds the site; runs every public check, and what never ends, in its Python; and goes a student's way in Chromium.

    uv run --group pictures python -m tests.site

Needs the registries of Python and of npm, Node.js, and Chromium with Playwright; where a part cannot be fetched, or a
program is missing, it says so, and that is no failure.
"""

import inspect
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from degrau.base.mendable import Mendable
from degrau.commands.progress import progress
from degrau.pack.pack import Pack
from degrau.site.build import build
from degrau.site.courses import Course

from ..judging import test_kernel as kernel

HERE = Path(__file__).parent
ENDLESS = (
    kernel.loops,
    kernel.catches_exceptions,
    kernel.catches_everything,
    kernel.catches_again,
    kernel.calls_again,
)


def main() -> None:
    missing = [program for program in ("node", "npm") if shutil.which(program) is None]
    if missing:
        print(f"the site is not tried: {', '.join(missing)} is missing")
        return
    pack = Pack.find()
    with tempfile.TemporaryDirectory(prefix="degrau-site-") as folder:
        out = Path(folder) / "site"
        try:
            with progress() as shown:
                build([Course(pack, pack.assignments)], pack.languages, out, None, shown)
        except Mendable as error:
            print(f"the site is not tried: {error}")
            return
        size = sum(path.stat().st_size for path in out.rglob("*") if path.is_file())
        print(f"the site: {size / 1e6:.0f} MB")
        in_chromium(pack, out)
        in_node(pack, out / "static" / "pyodide")


def in_chromium(pack: Pack, out: Path) -> None:
    """A student's way, where there is a Chromium and what drives it."""
    if find_spec("playwright") is None or not Path("/usr/bin/chromium").is_file():
        print("the site is not tried in Chromium: /usr/bin/chromium or playwright (--group pictures) is missing")
        return
    from . import way

    way.in_chromium(pack, out)


def in_node(pack: Pack, python: Path) -> None:
    """All public checks with the reference answers, and what never ends, in the site's Python, under Node."""
    roles = ("setup", "exercise")
    cells = {name: [c.source for c in pack.source(name).cells if c.role in roles] for name in pack.assignments}
    endless = {function.__name__: inspect.getsource(function) for function in ENDLESS}
    wanted = ("numpy-*", "msgpack-*", "degrau-*", "questions_*")
    wheels = [path.name for name in wanted for path in python.glob(f"{name}.whl")]
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as given:
        json.dump({"cells": cells, "endless": endless}, given)
        given.flush()
        command = ["node", str(HERE / "checks.mjs"), str(python), str(HERE / "in_pyodide.py"), given.name, *wheels]
        run = subprocess.run(command, capture_output=True, text=True, timeout=900)
    if run.returncode != 0:
        sys.exit(f"the interpreter ended while it checked: {run.stderr[-1500:]}")
    found = json.loads(run.stdout)
    show(found["checks"])
    lost = [check for check in found["checks"] if check[2] != check[3]]
    on = {name: kinds for name, (kinds, _seconds) in found["stopped"].items() if kinds != ["Returned", "TimedOut"]}
    if lost or on:
        sys.exit(f"lost points: {lost}; not stopped: {on}")
    print(f"{len(found['stopped'])} kinds of endless loop were stopped")


def show(checks: list[Any]) -> None:
    """A table of milliseconds a check."""
    print(f"{'':20} functions  median ms  longest ms")
    for assignment in dict.fromkeys(check[0] for check in checks):
        times = [1000 * check[4] for check in checks if check[0] == assignment]
        print(f"{assignment:20} {len(times):9} {statistics.median(times):10.0f} {max(times):11.0f}")
    print(f"{sum(check[2] for check in checks):g} of {sum(check[3] for check in checks):g} public points")


if __name__ == "__main__":
    main()
