"""Run in Pyodide by compiling.mjs: the archives of a folder anew, with their modules compiled, less what nobody needs.

No browser keeps what its Python has compiled: it would do it again at every start, the standard library included.
"""

import py_compile
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

# Of the packages: what is there for compilers of C and for type checkers, and their tests. Jedi reads its own stubs.
SUFFIXES = (".pyi", ".pxd", ".pyx", ".pxi", ".a", ".h", ".c", ".po")
FOLDERS = ("numpy/f2py/", "jedi/third_party/django-stubs/", "jedi/third_party/typeshed/third_party/")
STUBS = "jedi/third_party/typeshed/stdlib/"
# Compressed already: what it would take to open them again is more than what it saves.
PACKED = (".npz", ".png")


def compiled(archive: Path, work: Path, sources: bool) -> None:
    """Writes the archive anew; with `sources`, they stay beside what is compiled, for those who look for them."""
    with zipfile.ZipFile(archive) as old:
        files = {name: old.read(name) for name in old.namelist() if not name.endswith("/") and _needed(name)}
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in files.items():
            for path, bytes_ in _made(name, content, work, sources):
                kind = zipfile.ZIP_STORED if path.endswith(PACKED) else zipfile.ZIP_DEFLATED
                # Without a time, the same archive is made of the same files.
                entry = zipfile.ZipInfo(path)
                entry.compress_type = kind
                new.writestr(entry, bytes_)


def _needed(name: str) -> bool:
    if name.startswith(FOLDERS) or "/tests/" in name:
        return False
    return name.startswith(STUBS) or not name.endswith(SUFFIXES)


def _made(name: str, content: bytes, work: Path, sources: bool) -> Iterator[tuple[str, bytes]]:
    """What stands for a file: a module is compiled, but for one that is of another Python."""
    code = _compile(name, content, work) if name.endswith(".py") else None
    if code is None or sources:
        yield name, content
    if code is not None:
        folder, slash, stem = name.removesuffix(".py").rpartition("/")
        yield (f"{folder}{slash}__pycache__/{stem}.cpython-313.pyc" if sources else f"{name}c"), code


def _compile(name: str, content: bytes, work: Path) -> bytes | None:
    source, code = work / "source.py", work / "code.pyc"
    source.write_bytes(content)
    # Nobody compares it with its source, whose time is that at which it was unpacked.
    mode = py_compile.PycInvalidationMode.UNCHECKED_HASH
    try:
        py_compile.compile(str(source), str(code), name, doraise=True, invalidation_mode=mode)
    except py_compile.PyCompileError:
        return None
    return code.read_bytes()


def main(folder: Path, with_sources: set[str]) -> None:
    """Writes all archives of the folder anew."""
    work = Path("/compiling")
    work.mkdir()
    for archive in sorted([*folder.glob("*.whl"), *folder.glob("*.zip")]):
        compiled(archive, work, archive.name in with_sources)
    shutil.rmtree(work)
