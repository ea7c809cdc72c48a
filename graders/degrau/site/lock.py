"""Pyodide's lock file of exactly the wheels that lie beside it, with their digests: nothing is looked up elsewhere."""

import hashlib
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path

LOCK = "pyodide-lock.json"
# Parts of Python that the kernel asks for and nothing here needs; a release of Pyodide has them as packages.
EMPTY = ("sqlite3", "ssl")
ABOUT = "Wheel-Version: 1.0\nGenerator: degrau\nRoot-Is-Purelib: true\nTag: py3-none-any\n"


def write_lock(folder: Path, given: Mapping[str, Mapping[str, object]]) -> list[str]:
    """Writes the lock file of the wheels in this folder; gives the names of those to load before the first cell.

    `given`: what a release's own lock file says of those packages, which are loaded when a cell imports them; NumPy
    is always loaded.
    """
    for name in EMPTY:
        _write_empty(folder, name)
    files = {str(package["file_name"]) for package in given.values()}
    own = dict(_package(wheel) for wheel in sorted(folder.glob("*.whl")) if wheel.name not in files)
    lock = json.loads((folder / LOCK).read_text("utf-8"))
    lock["packages"] = {**own, **given}
    (folder / LOCK).write_text(json.dumps(lock, indent=1), "utf-8")
    # The kernel asks for its own by this name.
    return sorted({*own, "numpy"} - {"pyodide-kernel"} | {"pyodide_kernel"})


def _package(wheel: Path) -> tuple[str, dict[str, object]]:
    name, version = wheel.name.split("-")[:2]
    name = name.lower().replace("_", "-")
    with zipfile.ZipFile(wheel) as opened:
        tops = {path.partition("/")[0].removesuffix(".py") for path in opened.namelist()}
    return name, {
        "name": name,
        "version": version,
        "file_name": wheel.name,
        "sha256": hashlib.sha256(wheel.read_bytes()).hexdigest(),
        "imports": sorted(top for top in tops if top.isidentifier()),
        "depends": [],
        "install_dir": "site",
        "package_type": "package",
        "unvendored_tests": False,
    }


def _write_empty(folder: Path, name: str) -> None:
    """A wheel with nothing but its metadata."""
    about = f"{name}-1.0.dist-info"
    files = {"WHEEL": ABOUT, "METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n"}
    record = "".join(f"{about}/{file},,\n" for file in (*files, "RECORD"))
    with zipfile.ZipFile(folder / f"{name}-1.0-py3-none-any.whl", "w") as wheel:
        for file, text in {**files, "RECORD": record}.items():
            wheel.writestr(f"{about}/{file}", text)
