"""The catalogue: complete, compiled, and the only place from which the program speaks Portuguese."""

import ast
import shutil

import pytest
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po, write_po

from degrau.authoring import catalogue
from degrau.judging.registry import assignments

# What authors write has both languages side by side; it is read, and travels, as it is.
SIDE_BY_SIDE = {"base/text.py", "pack/bank.py", "judging/probe_file.py", "course/plugin.py", "grading/judgement.py"}


@pytest.fixture
def copy(tmp_path, monkeypatch):
    """A copy of the catalogue to spoil."""
    for name in ("PORTUGUESE", "COMPILED"):
        monkeypatch.setattr(catalogue, name, shutil.copy(getattr(catalogue, name), tmp_path))
        monkeypatch.setattr(catalogue, name, tmp_path / getattr(catalogue, name).split("/")[-1])
    return catalogue.PORTUGUESE


def _said(path) -> list[object]:
    with path.open("rb") as file:
        return [(m.id, m.string, m.locations, sorted(m.flags)) for m in read_po(file, "pt") if m.id]


def _compiled() -> dict[object, object]:
    with catalogue.COMPILED.open("rb") as file:
        return {m.id: m.string for m in read_mo(file) if m.id}


def _edit(path, change) -> None:
    with path.open("rb") as file:
        messages = read_po(file, "pt")
    change(next(m for m in messages if m.id == "passed"), messages)
    with path.open("wb") as file:
        write_po(file, messages)


def test_every_message_has_its_portuguese_and_is_compiled() -> None:
    assert list(catalogue.shortcomings()) == []


def test_bringing_it_up_to_date_changes_nothing(copy) -> None:
    """In what it says, and where; a header has the version of the tool that wrote it, and what that tool knows."""
    before = _said(copy), _compiled()
    catalogue.update()
    assert (_said(copy), _compiled()) == before


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda passed, messages: setattr(passed, "string", ""), "without Portuguese: 'passed'"),
        (lambda passed, messages: passed.flags.add("fuzzy"), "without Portuguese: 'passed'"),
        (lambda passed, messages: setattr(passed, "string", "passou {x}"), "other {names} in Portuguese: 'passed'"),
        (lambda passed, messages: setattr(passed, "string", "foi"), "not compiled: 'passed'"),
        (lambda passed, messages: messages.delete("passed"), "not in the catalogue: 'passed'"),
        (lambda passed, messages: messages.add("gone", "foi-se"), "no longer said: 'gone'"),
    ],
)
def test_what_is_missing_is_named(copy, change, said: str) -> None:
    _edit(copy, change)
    assert list(catalogue.shortcomings()) == [said]


def test_no_source_writes_portuguese_beside_its_english() -> None:
    for path in catalogue.SOURCES.rglob("*.py"):
        if path.relative_to(catalogue.SOURCES).as_posix() in SIDE_BY_SIDE:
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            pair = isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Text" and len(node.args) == 2
            assert not pair, (
                f"{path}:{node.lineno}: mark the English with _ and write the Portuguese into the catalogue"
            )


def test_every_title_and_hint_is_said_in_both_languages() -> None:
    for assignment in assignments().values():
        for exercise in assignment.exercises:
            assert len(exercise.hints) == 2, exercise.name
            for text in (*exercise.hints, *(prop.title for prop in exercise.properties)):
                assert all(text), exercise.name


def test_every_known_mistake_is_explained_in_both_languages(pack) -> None:
    for assignment in assignments():
        for variant in pack.bank(assignment):
            assert variant.right or (all(variant.title) and all(variant.explanation)), variant.id
