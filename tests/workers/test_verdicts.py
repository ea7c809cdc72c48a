"""Judging side by side, and only what has changed: the same gradebook and the same pages."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from degrau.base.text import code
from degrau.course.directory import VERDICTS
from degrau.course.grade import grade_course
from degrau.demo.desk import Desk
from degrau.grading import judgement as notebook
from degrau.judging.judge import judge
from degrau.judging.kernel import Here
from degrau.judging.registry import assignments
from degrau.pack import pack as fingerprints
from degrau.pack.pack import Pack, fingerprint
from degrau.selfcheck.check import load
from degrau.workers.verdicts import KeptVerdicts, from_text, to_text

from ..at_hand import ASSIGNMENT, FIRST, FUNCTIONS, LANGUAGE
from ..course.outcome import pages

ABOUT = code("")


@pytest.fixture
def class_of_three(course, pack) -> Path:
    """A right answer, a wrong one, and a file that cannot be read."""
    desk = Desk(pack, ASSIGNMENT, LANGUAGE)
    desk.sample("ana", ABOUT, desk.right(0)).hand_in(course / "submitted")
    desk.sample("bia", ABOUT, {**desk.right(1), **desk.wrong(FUNCTIONS[1])}).hand_in(course / "submitted")
    desk.sample("caio", ABOUT, {}, content='{"cells": [').hand_in(course / "submitted")
    return course


@pytest.mark.slow
def test_scores_and_pages_do_not_depend_on_how_many_judge(class_of_three, tmp_path, scores) -> None:
    other = Path(shutil.copytree(class_of_three, tmp_path / "other" / class_of_three.name))
    alone, together = (grade_course(course, jobs=jobs) for course, jobs in ((class_of_three, 1), (other, 3)))
    entries = [[(g.student, g.score, g.max_score, g.notes, g.error) for g in s.grades] for s in (alone, together)]
    assert entries[0] == entries[1]
    assert scores(class_of_three) == scores(other)
    assert pages(class_of_three) == pages(other)
    assert set(pages(other)) == {"ana", "bia", "caio"}


@pytest.mark.long
def test_what_has_not_changed_is_not_judged_again_unless_that_is_asked_for(
    class_of_three, scores, pack, monkeypatch, tmp_path
) -> None:
    grade_course(class_of_three, jobs=1)
    before = scores(class_of_three)
    # A file, since a judge may be a process of its own.
    noted = tmp_path / "judged"

    def noting(probes, *rest):
        with noted.open("a") as file:
            print(probes.exercise.name, file=file)
        return judge(probes, *rest)

    def judged() -> list[str]:
        return noted.read_text().split() if noted.exists() else []

    monkeypatch.setattr(notebook, "judge", noting)
    grade_course(class_of_three, jobs=1)
    assert judged() == []
    assert scores(class_of_three) == before
    desk = Desk(pack, ASSIGNMENT, LANGUAGE)
    desk.sample("ana", ABOUT, {**desk.right(0), **desk.wrong(FIRST)}).hand_in(class_of_three / "submitted")
    grade_course(class_of_three, students=("ana",), jobs=1)
    assert judged() == list(assignments()[ASSIGNMENT].points)
    grade_course(class_of_three, students=("bia",), jobs=1, fresh=True)
    assert judged() == 2 * list(assignments()[ASSIGNMENT].points)


def test_a_verdict_comes_back_whole_from_where_it_is_kept(pack) -> None:
    for assignment in pack.assignments[:4:3]:
        for variant in pack.bank(assignment)[::9]:
            report = judge(load(assignment, variant.exercise), Here(variant.function), LANGUAGE)
            # As text, for NaN is not equal to itself.
            assert to_text(from_text(to_text(report))) == to_text(report)
            assert repr(from_text(to_text(report))) == repr(report)


def test_fresh_verdicts_are_those_that_were_added_here(tmp_path, judge_function) -> None:
    report = judge_function(FIRST, lambda *args: args[0])
    kept = KeptVerdicts(tmp_path / VERDICTS)
    kept["a"] = report
    kept.close()
    fresh = KeptVerdicts(tmp_path / VERDICTS, fresh=True)
    assert fresh.get("a") is None
    fresh["b"] = report
    assert fresh.get("b") == report
    fresh.close()
    assert set(KeptVerdicts(tmp_path / VERDICTS)) == {"a", "b"}


def test_where_nothing_can_be_kept_nothing_is_known_and_nothing_breaks(tmp_path, judge_function) -> None:
    (tmp_path / VERDICTS).write_text("not a folder")
    kept = KeptVerdicts(tmp_path / VERDICTS)
    kept["a"] = judge_function(FIRST, lambda *args: args[0])
    assert len(kept) in (0, 1)
    kept.close()


@pytest.fixture
def own_pack(tmp_path, pack) -> Pack:
    """A copy of the solutions to change."""
    shutil.copytree(pack.root / "solutions", tmp_path / "pack" / "solutions")
    return Pack(tmp_path / "pack")


def all_fingerprints(pack: Pack) -> dict[str, str]:
    """With nothing remembered of what the files said before."""
    for remembered in (fingerprints.fingerprint, fingerprints.of_the_engine, fingerprints.of_the_graders):
        remembered.cache_clear()
    return {
        f"{a.name}/{name}": fingerprint(pack, a.name, name)
        for a in fingerprints.assignments().values()
        for name in a.points
    }


@pytest.mark.parametrize(
    ("file", "changed"),
    [
        (f"banks/{ASSIGNMENT}/{FIRST}.py", {f"{ASSIGNMENT}/{FIRST}"}),
        (f"{ASSIGNMENT}.py", {f"{ASSIGNMENT}/{name}" for name in FUNCTIONS}),
        (f"equivalents/{ASSIGNMENT}.toml", set()),
    ],
)
def test_a_changed_source_changes_what_follows_from_it_and_nothing_else(own_pack, file, changed: set[str]) -> None:
    before = all_fingerprints(own_pack)
    path = own_pack.root / "solutions" / file
    path.parent.mkdir(exist_ok=True)
    with path.open("a") as source:
        source.write("\n# changed\n")
    after = all_fingerprints(own_pack)
    assert {name for name in before if before[name] != after[name]} == changed


@pytest.fixture
def own_package(tmp_path, monkeypatch) -> Iterator[Path]:
    """A copy of degrau to change, for the fingerprints to look at."""
    copy = Path(shutil.copytree(fingerprints.ENGINE, tmp_path / "degrau", ignore=shutil.ignore_patterns("__pycache__")))
    moved = {a.name: replace(a, folder=copy / "exercises" / a.folder.name) for a in assignments().values()}
    monkeypatch.setattr(fingerprints, "ENGINE", copy)
    monkeypatch.setattr(fingerprints, "assignments", lambda: moved)
    yield copy
    monkeypatch.undo()
    all_fingerprints(Pack.find())


def hanging_on(path: Path, own_package: Path) -> set[str]:
    """The assignments whose verdicts should change with a file of degrau's."""
    folder, *rest = path.relative_to(own_package).parts
    if folder == "exercises" and len(rest) > 1 and rest[0] != "locale":
        return {a.name for a in assignments().values() if a.folder.name == rest[0]}
    return set(assignments()) if rest and folder in (*fingerprints.FOLDERS, "exercises") else set()


@pytest.mark.ours
@pytest.mark.long
def test_one_character_anywhere_changes_the_verdicts_that_hang_on_it_and_no_others(own_package, pack) -> None:
    before = all_fingerprints(pack)
    seen = set()
    for path in sorted(path for path in own_package.rglob("*") if path.is_file()):
        content = path.read_bytes()
        path.write_bytes(content + b"#")
        after = all_fingerprints(pack)
        path.write_bytes(content)
        changed = {name for name in before if before[name] != after[name]}
        assert changed == {name for name in before if name.split("/")[0] in hanging_on(path, own_package)}, path
        seen.add(bool(changed))
    assert seen == {True, False}
