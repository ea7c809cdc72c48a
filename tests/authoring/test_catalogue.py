"""The catalogues: complete, compiled, and the only place from which the program speaks other languages than English."""

import ast
from pathlib import Path

import pytest
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po, write_po

from degrau.authoring.catalogue import Catalogue, catalogues
from degrau.base.packs import ENGINE
from degrau.base.text import _, catalogued
from degrau.judging.registry import assignments

# What authors write has its languages side by side; it is read, and travels, as it is.
SIDE_BY_SIDE = {
    "base/text.py",
    "pack/pack.py",
    "pack/bank.py",
    "judging/probes.py",
    "workers/verdicts.py",
    "course/books.py",
}
CLONE = Path(__file__).parents[2]
KEPT = catalogues(CLONE)


@pytest.fixture
def copy(tmp_path):
    """A catalogue with one message, to spoil."""
    (tmp_path / "said.py").write_text('_("passed in {seconds:g} s")\n', "utf-8")
    made = Catalogue("fr", tmp_path / "locale", (tmp_path,))
    made.update()
    _edit(made.path, lambda passed, messages: setattr(passed, "string", "réussi en {seconds:g} s"))
    made.update()
    return made


def _said(path) -> list[object]:
    with path.open("rb") as file:
        return [(m.id, m.string, m.locations, sorted(m.flags)) for m in read_po(file) if m.id]


def _compiled(path) -> dict[object, object]:
    with path.open("rb") as file:
        return {m.id: m.string for m in read_mo(file) if m.id}


def _edit(path, change) -> None:
    with path.open("rb") as file:
        messages = read_po(file)
    change(next(m for m in messages if m.id), messages)
    with path.open("wb") as file:
        write_po(file, messages)


@pytest.mark.ours
def test_the_engine_speaks_spanish_and_the_course_the_languages_that_it_has() -> None:
    engine, course = ENGINE / "base" / "locale", ENGINE / "exercises" / "locale"
    assert [(made.language, made.locale) for made in KEPT] == [("es", engine), ("pt", engine), ("pt", course)]


@pytest.mark.parametrize("catalogue", KEPT, ids=lambda made: f"{made.language}-{made.locale.parent.name}")
def test_every_message_is_translated_and_compiled(catalogue) -> None:
    assert list(catalogue.shortcomings()) == []


@pytest.mark.parametrize("catalogue", KEPT, ids=lambda made: f"{made.language}-{made.locale.parent.name}")
def test_bringing_it_up_to_date_changes_nothing(catalogue, tmp_path) -> None:
    """In what it says, and where; a header has the version of the tool that wrote it, and what that tool knows."""
    copy = Catalogue(catalogue.language, tmp_path, catalogue.sources)
    copy.path.parent.mkdir(parents=True)
    copy.path.write_bytes(catalogue.path.read_bytes())
    copy.update()
    assert (_said(copy.path), _compiled(copy.compiled)) == (_said(catalogue.path), _compiled(catalogue.compiled))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda passed, messages: setattr(passed, "string", ""), "not in fr: 'passed in {seconds:g} s'"),
        (lambda passed, messages: passed.flags.add("fuzzy"), "not in fr: 'passed in {seconds:g} s'"),
        (
            lambda passed, messages: setattr(passed, "string", "réussi {x}"),
            "other {names} in fr: 'passed in {seconds:g} s'",
        ),
        (
            lambda passed, messages: setattr(passed, "string", "en {seconds:g} s"),
            "not compiled: 'passed in {seconds:g} s'",
        ),
        (
            lambda passed, messages: messages.delete("passed in {seconds:g} s"),
            "not in the catalogue: 'passed in {seconds:g} s'",
        ),
        (lambda passed, messages: messages.add("gone", "parti"), "no longer said: 'gone'"),
    ],
)
def test_what_is_missing_is_named(copy, change, said: str) -> None:
    _edit(copy.path, change)
    assert list(copy.shortcomings()) == [said]


def test_a_pack_has_the_engines_messages_in_a_language_that_the_engine_lacks(tmp_path) -> None:
    graders = tmp_path / "graders" / "losses"
    graders.mkdir(parents=True)
    (graders / "pack.toml").write_text('languages = ["fr", "es", "en"]\ntitle = { fr = "Pertes" }\n', "utf-8")
    (graders / "laws.py").write_text('_("is never negative")\n', "utf-8")
    french, spanish = sorted(catalogues(tmp_path), key=lambda made: made.language != "fr")
    assert list(spanish.said()) == ["is never negative"]
    assert {"is never negative", "passed", "not yet"} < french.said().keys()
    german = next(made for made in catalogues(tmp_path, "de") if made.language == "de")
    assert german.locale == graders / "locale"
    assert german.said().keys() == french.said().keys()


def test_the_program_speaks_the_languages_of_its_catalogues_and_english_elsewhere() -> None:
    said = _("not written yet")
    assert [said.to(language) for language in ("pt", "es", "es-MX", "en", "fr")] == [
        "ainda não escrita",
        "aún sin escribir",
        "aún sin escribir",
        "not written yet",
        "not written yet",
    ]
    assert set(catalogued()) == {"pt", "es"}


def test_no_source_writes_another_language_beside_its_english() -> None:
    for path in ENGINE.rglob("*.py"):
        if path.relative_to(ENGINE).as_posix() in SIDE_BY_SIDE:
            continue
        tree = ast.parse(path.read_text("utf-8"))
        if not _has_texts(tree):
            continue
        for node in ast.walk(tree):
            text = isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Text"
            pair = text and any(keyword.arg for keyword in node.keywords)
            assert not pair, f"{path}:{node.lineno}: mark the English with _ and write the rest into the catalogue"


def _has_texts(tree: ast.Module) -> bool:
    """Whether a module's `Text` is the one by language; a domain has another."""
    imports = (node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom))
    return any((node.module or "").endswith("base.text") and "Text" in {a.name for a in node.names} for node in imports)


def test_every_title_and_hint_is_said_in_the_courses_languages() -> None:
    for assignment in assignments().values():
        for exercise in assignment.exercises:
            assert len(exercise.hints) == 2, exercise.name
            for text in (*exercise.hints, *(prop.title for prop in exercise.properties)):
                assert all(map(text.to, ("pt", "en"))), exercise.name


@pytest.mark.ours
def test_every_known_mistake_is_explained_in_the_courses_languages(pack) -> None:
    for assignment in assignments():
        for variant in pack.bank(assignment):
            texts = (variant.title, variant.explanation)
            assert variant.right or all({"pt", "en"} == {k for k, v in t.plain().items() if v} for t in texts)
