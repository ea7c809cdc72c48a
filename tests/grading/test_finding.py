"""The one notebook of a folder is found whatever it is called and lies beside, and what was taken is said."""

import io
import os
import zipfile
from pathlib import Path

import pytest

from degrau.base.text import code
from degrau.demo.desk import Desk
from degrau.grading.submission import Submissions, found_in
from degrau.notebooks.messages import Unreadable

from ..at_hand import ASSIGNMENT, FIRST, FUNCTIONS, LANGUAGE

ALL = len(FUNCTIONS)
NAME = f"{ASSIGNMENT}.ipynb"


@pytest.fixture(scope="module")
def right(pack) -> bytes:
    desk = Desk(pack, ASSIGNMENT, LANGUAGE)
    return desk.sample("ana", code(""), desk.right(0)).content.encode()


@pytest.fixture(scope="module")
def blank(pack) -> bytes:
    return Desk(pack, ASSIGNMENT, LANGUAGE).sample("ana", code(""), {}).content.encode()


@pytest.fixture(scope="module")
def other(pack) -> bytes:
    desk = Desk(pack, pack.assignments[1], LANGUAGE)
    return desk.sample("ana", code(""), desk.right(0)).content.encode()


def zipped(name: str, content: bytes, *others: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(name, content)
        for other in others:
            archive.writestr(other, b"threshold = 0")
    return packed.getvalue()


def handed_in(folder: Path, files: dict[str, bytes]) -> Path:
    for name, content in files.items():
        path = folder / ASSIGNMENT / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder / ASSIGNMENT


def read(pack, folder: Path) -> tuple[int, list[str]]:
    """How many functions are written in what was taken, and what is said."""
    canonical = Submissions(pack).read(folder)
    written = sum(cell.id in FUNCTIONS for cell in canonical.work.cells)
    return written, [note.to("en") for note in canonical.notes]


@pytest.mark.parametrize(
    "beside",
    [
        f".ipynb_checkpoints/{ASSIGNMENT}-checkpoint.ipynb",
        ".vscode/settings.json",
        "notes.txt",
        "requirements.txt",
        f"._{NAME}",
        f"__MACOSX/{NAME}",
        "data/points.json",
    ],
)
def test_what_is_no_notebook_is_passed_over(pack, tmp_path, right, beside) -> None:
    assert read(pack, handed_in(tmp_path, {NAME: right, beside: b"{}"})) == (ALL, [])
    found = handed_in(tmp_path / "renamed", {"tarefa/a.ipynb": right, beside: b"{}"})
    assert read(pack, found) == (ALL, ["The file handed in was called tarefa/a.ipynb."])


def test_a_notebook_in_an_archive_is_found_in_capitals_too(pack, tmp_path, right) -> None:
    for name in ("a.zip", "A.ZIP", "x/A.Zip"):
        folder = handed_in(tmp_path / name, {name: zipped("X.IPYNB", right), "notes.txt": b"oi"})
        said = ["The notebook was in a zip archive, under the name X.IPYNB.", f"The file handed in was called {name}."]
        assert read(pack, folder) == (ALL, said)


def test_of_two_archives_the_one_with_most_answers_counts(pack, tmp_path, right, blank) -> None:
    folder = handed_in(tmp_path, {"a.zip": zipped("a.ipynb", blank), "b.zip": zipped("b.ipynb", right)})
    written, said = read(pack, folder)
    assert written == ALL
    assert said[-1].endswith("What counts is b.zip, which has most answers.")


@pytest.mark.parametrize("newer", [f"{ASSIGNMENT}-1.ipynb", f"{ASSIGNMENT} (2).ipynb"])
def test_of_two_notebooks_with_as_many_answers_the_one_that_was_numbered_counts(pack, tmp_path, right, newer) -> None:
    written, said = read(pack, handed_in(tmp_path, {newer: right, NAME: right}))
    assert written == ALL
    assert said[-1].endswith(f", with as many answers. What counts is {newer}.")


@pytest.mark.parametrize("other", [f"{ASSIGNMENT}-Copy1.ipynb", "a-2.ipynb"])
def test_a_number_that_is_no_later_one_of_the_same_name_does_not_matter(pack, tmp_path, right, other) -> None:
    _, said = read(pack, handed_in(tmp_path, {NAME: right, other: right}))
    assert said[-1].endswith(f", with as many answers. What counts is {NAME}.")


@pytest.mark.ours
def test_other_assignments_in_the_same_folder_do_not_count(pack, tmp_path, right, other) -> None:
    written, said = read(
        pack, handed_in(tmp_path, {"a.ipynb": other, "p.ipynb": right, f"{pack.assignments[1]}.ipynb": other})
    )
    assert written == ALL
    assert said[-1].endswith("What counts is p.ipynb, which has most answers.")


def test_a_notebook_with_another_ending_is_found_among_texts(pack, tmp_path, right) -> None:
    folder = handed_in(tmp_path, {f"{NAME}.txt": right, "notes.txt": b"oi", "requirements.txt": b"numpy"})
    assert read(pack, folder) == (ALL, [f"The file handed in was called {NAME}.txt."])


def test_a_module_that_an_answer_imports_is_said_to_be_missing_by_name(pack, tmp_path) -> None:
    desk = Desk(pack, ASSIGNMENT, LANGUAGE)
    answers = desk.right(0) | {FIRST: "from helper import threshold\n" + desk.right(0)[FIRST]}
    content = desk.sample("ana", code(""), answers).content.encode()
    files = {NAME: content, "helper.py": b"threshold = 0", "other.py": b""}
    _, (said,) = read(pack, handed_in(tmp_path, files))
    assert said.startswith("Only the notebook is graded, so helper.py, which it imports, is missing.")


@pytest.mark.parametrize("name", ["helper.py", "/tarefa/helper.py", "..\\helper.py"])
def test_a_module_in_the_same_archive_is_said_to_be_missing_alike(pack, tmp_path, name) -> None:
    desk = Desk(pack, ASSIGNMENT, LANGUAGE)
    answers = desk.right(0) | {FIRST: "from helper import threshold\n" + desk.right(0)[FIRST]}
    content = desk.sample("ana", code(""), answers).content.encode()
    packed = zipped(f"tarefa/{NAME}", content, name, "__MACOSX/._helper.py", "other.py")
    _, said = read(pack, handed_in(tmp_path, {"tarefa.zip": packed}))
    assert said[-1].startswith("Only the notebook is graded, so helper.py, which it imports, is missing.")


@pytest.mark.parametrize("kind", ["broken link", "link", "pipe", "device", "sparse file"])
def test_what_is_no_file_is_passed_over(pack, tmp_path, right, kind) -> None:
    folder = handed_in(tmp_path, {NAME: right})
    odd(folder / "data.csv", kind)
    assert read(pack, folder) == (ALL, [])


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("broken link", "a symbolic link"),
        ("device", "a symbolic link"),
        ("pipe", "not an ordinary file"),
        ("sparse file", "larger than"),
        ("hard link", "a second name elsewhere"),
    ],
)
def test_what_is_no_file_is_no_notebook_either(pack, tmp_path, kind, words) -> None:
    folder = handed_in(tmp_path, {"notes.txt": b""})
    odd(folder / NAME, kind)
    with pytest.raises(Unreadable, match=words):
        Submissions(pack).read(folder)


def odd(path: Path, kind: str) -> None:
    """Puts something there that is no ordinary file of a student's own."""
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "sparse file":
        with path.open("wb") as file:
            file.truncate(100 * 10**9)
    elif kind == "hard link":
        other = path.parents[1] / "other.ipynb"
        other.write_bytes(b"{}")
        path.hardlink_to(other)
    else:
        path.symlink_to({"broken link": "nothing", "link": "../other", "device": "/dev/zero"}[kind])


def test_a_name_that_is_not_utf_8_is_said_as_far_as_it_can_be_written(pack, tmp_path, right) -> None:
    folder = handed_in(tmp_path, {})
    folder.mkdir()
    Path(os.fsdecode(os.fsencode(folder) + b"/a\xff.ipynb")).write_bytes(right)
    assert read(pack, folder) == (ALL, ["The file handed in was called a\ufffd.ipynb."])


def test_a_folder_without_anything_like_a_notebook_holds_none(tmp_path) -> None:
    folder = handed_in(tmp_path, {"tarefa.docx": b"", "helper.py": b"", "timestamp.txt": b"", ".a.ipynb": b""})
    assert not found_in(folder)
