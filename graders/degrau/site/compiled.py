"""The site's Python, compiled where the site is made: a start takes half as long."""

import hashlib
import shutil
import subprocess
import tempfile
from collections.abc import Collection, Iterable
from pathlib import Path

from ..base.disk import cache_folder, write_whole
from ..base.mendable import Mendable

PROGRAM = Path(__file__).with_name("compiling.py")
NODE_PROGRAM = PROGRAM.with_suffix(".mjs")


def compile_archives(python: Path, own: Collection[str], others: Collection[str]) -> None:
    """Compiles the archives of this folder, and keeps what comes of those that are not `own`.

    Own wheels keep their sources, by which assignments are found; `others`, of a release, stay as they are. Where there
    is no Node.js, nothing is compiled.
    """
    node = shutil.which("node")
    if node is None:
        return
    archives = [path for path in (*python.glob("*.whl"), *python.glob("*.zip")) if path.name not in others]
    kept = {path: _kept(path, python) for path in archives if path.name not in own}
    waiting = [path for path in archives if not (path in kept and kept[path].is_file())]
    _compile(node, python, waiting, own)
    for path, copy in kept.items():
        if path in waiting:
            write_whole(copy, path.read_bytes())
        else:
            shutil.copyfile(copy, path)


def _kept(archive: Path, python: Path) -> Path:
    """Where the archive is, or will be, kept compiled: by this program, in this Python."""
    made_of = (archive, PROGRAM, python / "pyodide.asm.wasm")
    digest = hashlib.sha256(b"".join(hashlib.sha256(path.read_bytes()).digest() for path in made_of)).hexdigest()
    return cache_folder() / "site" / f"{digest}-{archive.name}"


def _compile(node: str, python: Path, archives: Iterable[Path], own: Collection[str]) -> None:
    with tempfile.TemporaryDirectory(prefix="degrau-compiling-") as folder:
        for archive in archives:
            shutil.copyfile(archive, Path(folder) / archive.name)
        command = [node, str(NODE_PROGRAM), str(python), str(PROGRAM), folder, *own]
        run = subprocess.run(command, capture_output=True, text=True)
        if run.returncode != 0:
            raise Mendable(f"the site's Python could not be compiled: {run.stderr.strip()[-300:]}")
        for archive in archives:
            shutil.copyfile(Path(folder) / archive.name, archive)
