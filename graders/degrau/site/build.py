"""The site: JupyterLite with the course's notebooks, the Python that runs them, and degrau, in one folder of files."""

import json
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Sequence
from functools import partial
from importlib import import_module
from pathlib import Path

import nbformat

from ..authoring.wheels import NEEDED
from ..authoring.wheels import build as build_wheels
from ..base.mendable import Mendable
from ..base.progress import OnProgress
from ..base.text import Language
from .compiled import compile_archives
from .courses import Course
from .front import front_file, with_notice, write_front
from .keeping import SCRIPT, script
from .lock import write_lock
from .page import META
from .parts import gather
from .questions import SCRIPT as QUESTIONS_SCRIPT
from .questions import head, split

KERNEL = "@jupyterlite/pyodide-kernel-extension"
PLUGIN = f"{KERNEL}:kernel"
# The wheels that the kernel of JupyterLite brings itself.
KERNEL_WHEELS = ("ipykernel", "piplite", "pyodide_kernel")
# Seconds after a change until it is saved.
AUTOSAVE = 10
# Of a site that has one application, with one kernel, these are not asked for; nor are icons in formats that are older
# than browsers with WebAssembly.
LEFT_OUT = (
    "*.map",
    "*.LICENSE.txt.map",
    "static/pyodide/*.mjs",
    "**/pypi/widgetsnbextension-*",
    *(f"build/fa-*.{kind}" for kind in ("svg", "eot", "ttf", "woff")),
)


def build(
    courses: Sequence[Course],
    languages: Sequence[Language],
    out: Path,
    release: Path | None,
    on_progress: OnProgress,
) -> None:
    """Makes the folder `out` anew; `release` is a folder with a full release of Pyodide, or None.

    Raises Mendable where something is missing, or where `out` is there already and no site.
    """
    import_module("jupyterlite_core")
    import_module("jupyterlite_pyodide_kernel")
    if out.exists() and not (out / "jupyter-lite.json").is_file() and any(out.iterdir()):
        raise Mendable(f"{out} is no site, and has something in it: name another folder with --out")
    steps = iter(("Python", "degrau", *(course.pack.place.module for course in courses), "JupyterLite"))
    total = len(courses) + 3
    with tempfile.TemporaryDirectory(prefix="degrau-site-") as folder:
        work = Path(folder)
        python = work / "lite" / "static" / "pyodide"
        on_progress(0, total, next(steps))
        given = gather(python, release)
        on_progress(1, total, next(steps))
        own = _own_wheels(courses, work / "wheels", python)
        compile_archives(python, own, {str(package["file_name"]) for package in given.values()})
        questions = split(courses, [python / name for name in own], python)
        for done, course in enumerate(courses, 2):
            on_progress(done, total, next(steps))
            _notebooks(course, languages, work / "files")
        on_progress(total - 1, total, next(steps))
        _settings(work / "lite", write_lock(python, given))
        _jupyterlite(work, work / "out")
        _finish(work / "out")
        _extend(work / "out", head(questions, PLUGIN), _words(courses, languages))
        write_front(courses, languages, work / "out")
        shutil.rmtree(out, ignore_errors=True)
        shutil.copytree(work / "out", out)


def _own_wheels(courses: Sequence[Course], folder: Path, python: Path) -> list[str]:
    """Adds the wheels of degrau and of the courses, whose names it gives, and of the kernel."""
    packs = [course.pack for course in courses]
    wheels = [wheel for wheel in build_wheels(folder, *packs) if not wheel.name.startswith(f"{NEEDED}-")]
    kernel = _extension() / "static" / "pypi"
    for wheel in (*wheels, *(found for name in KERNEL_WHEELS for found in kernel.glob(f"{name}-*.whl"))):
        shutil.copyfile(wheel, python / wheel.name)
    return [wheel.name for wheel in wheels]


def _extension() -> Path:
    """Where the kernel's extension of JupyterLite is installed."""
    return Path(sysconfig.get_path("data")) / "share" / "jupyter" / "labextensions" / KERNEL


def _notebooks(course: Course, languages: Sequence[Language], folder: Path) -> None:
    for language in course.in_languages(languages):
        (folder / language).mkdir(parents=True, exist_ok=True)
        for name in course.names:
            notebook = with_notice(course.pack.release(name, language), language)
            notebook.metadata.kernelspec = {"display_name": "Python (Pyodide)", "language": "python", "name": "python"}
            (folder / language / f"{name}.ipynb").write_text(nbformat.writes(notebook), "utf-8")


def _settings(lite: Path, loaded: list[str]) -> None:
    """What JupyterLite reads when it starts: nothing is asked of an index, everything is loaded from beside it."""
    kernel = {
        "pyodideUrl": "./static/pyodide/pyodide.js",
        "disablePyPIFallback": True,
        "loadPyodideOptions": {"packages": loaded},
    }
    # Our script looks at how saving goes.
    data = {"appName": "degrau", "exposeAppInBrowser": True, "litePluginSettings": {PLUGIN: kernel}}
    settings = {"@jupyterlab/docmanager-extension:plugin": {"autosaveInterval": AUTOSAVE}}
    (lite / "overrides.json").write_text(json.dumps(settings), "utf-8")
    text = json.dumps({"jupyter-lite-schema-version": 0, "jupyter-config-data": data}, indent=1)
    (lite / "jupyter-lite.json").write_text(text, "utf-8")


def _jupyterlite(work: Path, out: Path) -> None:
    """Runs JupyterLite's own build; raises Mendable with its last lines where it fails."""
    config = work / "jupyter_lite_config.json"
    config.write_text(json.dumps({"LiteBuildConfig": {"federated_extensions": [str(_extension())]}}), "utf-8")
    options = ["--ignore-sys-prefix", "--no-sourcemaps", "--no-unused-shared-packages", "--no-libarchive"]
    command = [sys.executable, "-m", "jupyterlite_core", "build", "--apps", "notebooks", *options]
    command += ["--config", str(config), "--lite-dir", str(work / "lite"), "--contents", str(work / "files")]
    run = subprocess.run([*command, "--output-dir", str(out)], cwd=work, capture_output=True, text=True)
    if run.returncode != 0:
        raise Mendable("JupyterLite could not build the site: " + " ".join((run.stdout + run.stderr).split()[-60:]))


def _finish(out: Path) -> None:
    """Leaves out what nobody asks for, and gives every page its policy."""
    for pattern in LEFT_OUT:
        for path in out.rglob(pattern) if not pattern.startswith("static") else out.glob(pattern):
            path.unlink()
    for page in out.rglob("*.html"):
        text = page.read_text("utf-8")
        page.write_text(text.replace("<head>", f"<head>{META}", 1), "utf-8")


def _words(courses: Sequence[Course], languages: Sequence[Language]) -> str:
    """The script that keeps the work, with what it says in each language of the notebooks."""
    spoken = tuple(dict.fromkeys(language for course in courses for language in course.in_languages(languages)))
    return script(spoken, partial(front_file, languages))


def _extend(out: Path, before: str, after: str) -> None:
    """Gives the page of the notebooks our scripts: before JupyterLite reads its settings, and after."""
    for path in (SCRIPT, QUESTIONS_SCRIPT):
        shutil.copyfile(path, out / path.name)
    page = out / "notebooks" / "index.html"
    settings, end, rest = page.read_text("utf-8").partition("</script>")
    assert 'id="jupyter-config-data"' in settings
    page.write_text(f"{settings}{end}{before}{rest.replace('</head>', f'{after}</head>', 1)}", "utf-8")
