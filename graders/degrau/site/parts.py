"""What the Python of a browser is made of: brought by the registries' own clients, every digest checked, and kept.

None of it is degrau's: it is fetched where a site is made, and part of no distribution.
"""

import hashlib
import json
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterable
from pathlib import Path

from ..base.disk import cache_folder, write_whole
from ..base.mendable import Mendable

# The wheels for it that the index has, with their digests, which pip checks.
WHEELS = Path(__file__).parent / "wheels.txt"
PLATFORM, PYTHON = "pyemscripten_2025_0_wasm32", "3.13"
# What Pyodide says of the interface that these wheels, and the kernel of JupyterLite, are made for.
ABI = "2025_0"
CORE = ("pyodide.js", "pyodide.asm.js", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")
# The interpreter alone; and a package that has the wheel of NumPy for it in it, of which nothing else is taken.
PYODIDE = "pyodide@0.28.3", "bc3accb122c2c5d840b26ce56b100a21ab94aea4fe387a5b5c072ec6a88b7a62"
NUMPY_IN = "@bentopdf/pymupdf-wasm@0.11.16", "cd093f8824761031cae51a5f4f7b47e34030e7a000e09030b7871a11a52e73a0"
NUMPY = "numpy-2.2.5-cp313-cp313-pyodide_2025_0_wasm32.whl"
INSTEAD = (
    "Take a full release of Pyodide 0.28 or 0.29 instead, and run: degrau site --pyodide FOLDER (with the folder that "
    "has pyodide.js and the wheels in it)"
)


def gather(folder: Path, release: Path | None) -> dict[str, dict[str, object]]:
    """Puts the interpreter and the wheels into the folder; gives what the release's lock file says of its packages.

    The interpreter, NumPy and what Matplotlib needs come from the release, a folder, if there is one. Raises Mendable
    where something cannot be had.
    """
    kept = cache_folder() / "site"
    kept.mkdir(parents=True, exist_ok=True)
    _copy(_wheels(kept), folder)
    if release is not None:
        return _of_release(release, folder)
    _copy((member(npm(*PYODIDE, kept), name, kept) for name in CORE), folder)
    _copy([member(npm(*NUMPY_IN, kept), f"assets/{NUMPY}", kept)], folder)
    return {}


def _of_release(release: Path, folder: Path) -> dict[str, dict[str, object]]:
    """Takes the interpreter, NumPy and Matplotlib from a release of Pyodide."""
    missing = [name for name in CORE if not (release / name).is_file()]
    if missing:
        raise Mendable(f"{release} is no release of Pyodide: {missing[0]} is missing")
    lock = json.loads((release / "pyodide-lock.json").read_text("utf-8"))
    if lock["info"].get("abi_version") != ABI:
        raise Mendable(f"{release} is Pyodide {lock['info'].get('version')}; this site needs 0.28 or 0.29")
    packages: dict[str, dict[str, object]] = lock["packages"]
    wanted, waiting = dict[str, dict[str, object]](), ["numpy", "matplotlib"]
    while waiting:
        name = waiting.pop()
        package = packages.get(name, {})
        if name not in wanted and (release / str(package.get("file_name"))).is_file():
            wanted[name] = package
            depends = package.get("depends")
            waiting += map(str, depends) if isinstance(depends, list) else ()
    if "numpy" not in wanted:
        raise Mendable(f"{release} has no NumPy: take the full release of Pyodide, not its core")
    _copy((release / name for name in (*CORE, *(str(p["file_name"]) for p in wanted.values()))), folder)
    return wanted


def _copy(files: Iterable[Path], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for file in files:
        shutil.copyfile(file, folder / file.name)


def _wheels(kept: Path) -> list[Path]:
    """The wheels of `wheels.txt`, fetched by pip, which refuses what has another digest."""
    folder = kept / hashlib.sha256(WHEELS.read_bytes()).hexdigest()[:16]
    if not folder.is_dir():
        with tempfile.TemporaryDirectory(dir=kept) as made:
            asked = ["--only-binary=:all:", "--platform", PLATFORM, "--python-version", PYTHON, "--no-deps"]
            pip = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check"]
            _run([*pip, "--require-hashes", *asked, "-r", str(WHEELS), "-d", made], "the packages of the kernel")
            shutil.copytree(made, folder)
    return sorted(folder.glob("*.whl"))


def npm(package: str, digest: str, kept: Path) -> Path:
    """The archive of an npm package with this digest (SHA-256)."""
    archive = kept / f"{digest}.tgz"
    if not archive.is_file():
        npm = shutil.which("npm")
        if npm is None:
            raise Mendable(f"npm is missing, which fetches {package}: install Node.js. {INSTEAD}")
        with tempfile.TemporaryDirectory(dir=kept) as made:
            _run([npm, "pack", package, "--silent", "--pack-destination", made], package)
            (found,) = Path(made).glob("*.tgz")
            content = found.read_bytes()
        if hashlib.sha256(content).hexdigest() != digest:
            raise Mendable(f"{package} is not what it was: its digest is another, so it was thrown away. {INSTEAD}")
        write_whole(archive, content)
    return archive


def _run(command: list[str], what: str) -> None:
    run = subprocess.run(command, capture_output=True, text=True, cwd=tempfile.gettempdir())
    if run.returncode != 0:
        why = (run.stderr.strip().splitlines() or ["no reason given"])[-1]
        raise Mendable(f"could not fetch {what}: {why}\n{INSTEAD}")


def member(archive: Path, name: str, kept: Path) -> Path:
    """One file of an npm package's archive."""
    path = kept / archive.stem / Path(name).name
    if not path.is_file():
        with tarfile.open(archive) as opened:
            member = opened.extractfile(f"package/{name}")
            assert member is not None
            write_whole(path, member.read())
    return path
