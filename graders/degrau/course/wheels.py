"""The wheels that a student's bundle brings: degrau itself, and what its checks need where there is no internet."""

import base64
import hashlib
import zipfile
from importlib.metadata import Distribution, distribution
from pathlib import Path

from hatchling.builders.wheel import WheelBuilder

from ..errors import Mendable
from ..sandbox.view import clone

# What the checks in a notebook import besides NumPy, and no Jupyter brings along; its speed-ups in C can be left out.
NEEDED = "msgpack"
PURE = "Wheel-Version: 1.0\nGenerator: degrau\nRoot-Is-Purelib: true\nTag: py3-none-any\n"


def build(folder: Path) -> list[Path]:
    """Makes the wheels in this folder; raises Mendable where the sources of degrau are not at hand."""
    root = clone()
    if root is None:
        raise Mendable("a bundle is made from a clone of the repository, whose wheel it brings; run degrau from one")
    folder.mkdir(parents=True, exist_ok=True)
    own = [Path(path) for path in WheelBuilder(str(root)).build(directory=str(folder), versions=["standard"])]
    return [*own, _pure(distribution(NEEDED), folder)]


def _pure(found: Distribution, folder: Path) -> Path:
    """The wheel of an installed distribution, with its Python files and metadata alone."""
    name = f"{found.metadata['Name'].replace('-', '_')}-{found.version}"
    path = folder / f"{name}-py3-none-any.whl"
    record = []
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as wheel:
        for file in sorted(found.files or ()):
            about = file.parts[0].endswith(".dist-info")
            if file.suffix == ".py" or (about and file.name not in ("RECORD", "WHEEL", "INSTALLER", "REQUESTED")):
                record.append(_add(wheel, str(file), file.read_binary()))
        record.append(_add(wheel, f"{name}.dist-info/WHEEL", PURE.encode()))
        record.append(f"{name}.dist-info/RECORD,,")
        wheel.writestr(f"{name}.dist-info/RECORD", "\n".join(record) + "\n")
    return path


def _add(wheel: zipfile.ZipFile, name: str, content: bytes) -> str:
    """Adds a file, and gives its line of the RECORD."""
    wheel.writestr(name, content)
    digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
    return f"{name},sha256={digest},{len(content)}"
