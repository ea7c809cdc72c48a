"""What the site is made of: nothing with another digest, a word for what is missing, a lock file of what is there."""

import hashlib
import io
import json
import os
import tarfile
import zipfile
from pathlib import Path

import pytest

from degrau.base.mendable import Mendable
from degrau.site import parts
from degrau.site.lock import write_lock


def archive(name: str, content: bytes) -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w:gz") as made:
        entry = tarfile.TarInfo(f"package/{name}")
        entry.size = len(content)
        made.addfile(entry, io.BytesIO(content))
    return file.getvalue()


@pytest.fixture
def npm(tmp_path, monkeypatch) -> Path:
    """A program that gives this file, whatever package it is asked for."""
    given = tmp_path / "given.tgz"
    given.write_bytes(archive("a.txt", b"right"))
    program = tmp_path / "bin" / "npm"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\ncp "{given}" "$5/given.tgz"\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    return given


def test_what_has_its_digest_is_kept_and_a_file_taken_from_it(npm, tmp_path) -> None:
    digest = hashlib.sha256(npm.read_bytes()).hexdigest()
    found = parts.npm("some@1", digest, tmp_path)
    assert parts.member(found, "a.txt", tmp_path).read_bytes() == b"right"
    npm.unlink()
    assert parts.npm("some@1", digest, tmp_path) == found


def test_what_has_another_digest_is_thrown_away(npm, tmp_path) -> None:
    with pytest.raises(Mendable, match="its digest is another, so it was thrown away"):
        parts.npm("some@1", "0" * 64, tmp_path)
    assert not list(tmp_path.glob("0*.tgz"))


def test_where_npm_is_missing_it_is_said_what_to_take_instead(tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(Mendable, match=r"npm is missing.*degrau site --pyodide FOLDER"):
        parts.npm("some@1", "0" * 64, tmp_path)


def wheel(folder: Path, name: str) -> Path:
    path = folder / f"{name}-1.0-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr(f"{name}/__init__.py", "")
        made.writestr(f"{name}-1.0.dist-info/METADATA", "")
    return path


@pytest.fixture
def release(tmp_path) -> Path:
    """What a release of Pyodide looks like, with NumPy, and Matplotlib with what it needs."""
    folder = tmp_path / "release"
    folder.mkdir()
    packages = {}
    for name, depends in {"numpy": [], "matplotlib": ["numpy", "pillow"], "pillow": [], "torch": []}.items():
        packages[name] = {"file_name": wheel(folder, name).name, "depends": depends}
    for name in parts.CORE:
        (folder / name).write_text(json.dumps({"info": {"abi_version": parts.ABI}, "packages": packages}))
    return folder


def test_of_a_release_of_pyodide_numpy_and_matplotlib_are_taken_with_what_they_need(release, tmp_path) -> None:
    out = tmp_path / "out"
    taken = parts._of_release(release, out)
    assert taken.keys() == {"numpy", "matplotlib", "pillow"}
    wheel(out, "own_part")
    wheel(out, "pyodide_kernel")
    assert write_lock(out, taken) == ["numpy", "own-part", "pyodide_kernel", "sqlite3", "ssl"]
    lock = json.loads((out / "pyodide-lock.json").read_text())["packages"]
    assert lock.keys() == {*taken, "own-part", "pyodide-kernel", "sqlite3", "ssl"}
    own = lock["own-part"]
    assert (own["imports"], own["file_name"]) == (["own_part"], "own_part-1.0-py3-none-any.whl")
    assert own["sha256"] == hashlib.sha256((out / own["file_name"]).read_bytes()).hexdigest()


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("pyodide.js", None, "is no release of Pyodide: pyodide.js is missing"),
        (
            "pyodide-lock.json",
            '{"info": {"abi_version": "2031_0", "version": "9"}}',
            "is Pyodide 9; this site needs",
        ),
        ("numpy-1.0-py3-none-any.whl", None, "has no NumPy: take the full release"),
    ],
)
def test_a_release_that_does_not_serve_is_said_to_be_one(release, tmp_path, name, text, words: str) -> None:
    (release / name).unlink() if text is None else (release / name).write_text(text)
    with pytest.raises(Mendable, match=words):
        parts._of_release(release, tmp_path / "out")
