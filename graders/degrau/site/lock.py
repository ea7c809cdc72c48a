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
        write_wheel(folder, name, {})
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
        modules = {path.rpartition(".py")[0].removesuffix("/__init__") for path in opened.namelist()}
    return name, {
        "name": name,
        "version": version,
        "file_name": wheel.name,
        "sha256": hashlib.sha256(wheel.read_bytes()).hexdigest(),
        "imports": sorted(filter(str.isidentifier, modules)),
        "depends": [],
        "install_dir": "site",
        "package_type": "package",
        "unvendored_tests": False,
    }


def write_wheel(folder: Path, name: str, files: Mapping[str, bytes]) -> None:
    """A wheel with these files, by their paths in it, and no more metadata than must be."""
    stem = f"{name.replace('-', '_')}-1.0"
    about = {"WHEEL": ABOUT, "METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n"}
    described = {f"{stem}.dist-info/{file}": text.encode() for file, text in about.items()}
    record = f"{stem}.dist-info/RECORD"
    lines = "".join(f"{path},,\n" for path in (*files, *described, record)).encode()
    with zipfile.ZipFile(folder / f"{stem}-py3-none-any.whl", "w") as wheel:
        for path, content in {**files, **described, record: lines}.items():
            wheel.writestr(path, content)
