"""What the report says of a class: who makes which mistake, who is stuck or absent, who got on, how items do."""

import math
from dataclasses import replace

import numpy as np
import pytest

from degrau.course.autograded import Came, Named
from degrau.judging.registry import assignments
from degrau.overview.items import item_table
from degrau.overview.plots import histogram_svg
from degrau.overview.tables import tables_of

from ..at_hand import ASSIGNMENT, FIRST, LAST
from .classes import BATCH, attempt, class_of, entry


def with_mistake(base, function: str, mistakes: tuple[Named, ...], example: str, status: str = "failed"):
    came = tuple(
        replace(c, status=status, mistakes=mistakes, example=example) if c.name == function else c
        for c in base.functions
    )
    return replace(base, functions=came)


def test_a_mistake_has_all_who_make_it_and_the_shortest_call_that_shows_it() -> None:
    ana = with_mistake(attempt({FIRST: 0}), FIRST, (BATCH,), "f(100, 2)")
    bia = with_mistake(attempt({FIRST: 0}), FIRST, (BATCH,), "f(1)")
    caio = attempt({})
    (row,) = tables_of(class_of(entry("ana", ana), entry("bia", bia), entry("caio", caio))).mistakes.to_dict("records")
    assert row == {
        "assignment": ASSIGNMENT,
        "function": FIRST,
        "id": "batch",
        "title": "Uma correção por época",
        "kind": "known",
        "count": 2,
        "example": "f(1)",
        "students": ["ana", "bia"],
    }


def test_mistakes_that_cannot_be_told_apart_are_one_in_the_course_s_words() -> None:
    english = (Named("batch", "One correction an epoch", "known"), Named("late", "Too late", "known"))
    ana = with_mistake(attempt({}, language="en"), FIRST, english, "f(0)")
    bia = with_mistake(attempt({}), FIRST, (BATCH,), "f(0)")
    mistakes = tables_of(class_of(entry("ana", ana), entry("bia", bia))).mistakes
    assert dict(zip(mistakes["id"], mistakes["title"], strict=True)) == {
        "batch / late": "Uma correção por época / Too late",
        "batch": "Uma correção por época",
    }


def test_a_student_is_stuck_at_the_first_function_that_does_not_pass() -> None:
    known = class_of(
        entry("ana", attempt({FIRST: 0.5, LAST: 0})),
        entry("bia", attempt({LAST: 0})),
        entry("caio", attempt({FIRST: 0})),
        entry("davi", attempt({})),
    )
    stuck = tables_of(known).stuck
    assert list(zip(stuck["function"], stuck["students"], strict=True)) == [
        (FIRST, ["ana", "caio"]),
        (LAST, ["bia"]),
    ]


def test_who_is_in_the_class_list_alone_has_handed_in_nothing_and_what_waits_to_be_graded_is_handed_in() -> None:
    known = class_of(entry("ana", attempt({})), absent=("bia", "caio"))
    missing = tables_of(replace(known, waiting=frozenset({("caio", ASSIGNMENT)}))).missing
    assert list(missing["student"]) == ["bia"]


def test_who_handed_in_twice_is_shown_with_what_that_gained() -> None:
    first, last = attempt({LAST: 0, FIRST: 0}), attempt({FIRST: 0})
    known = class_of(entry("ana", first, attempt({}), last), entry("bia", attempt({})))
    (row,) = tables_of(known).improved.to_dict("records")
    assert (row["student"], row["attempts"]) == ("ana", 3)
    assert row["gain"] == pytest.approx(row["last"] - row["first"]) == assignments()[ASSIGNMENT].points[LAST]


def test_time_outs_crashes_mended_files_and_requests_are_named() -> None:
    ended = with_mistake(attempt({}, notes=("O arquivo se chamava x.",)), FIRST, (), "", "timeout")
    asking = attempt({}, requests=("Recurso: a questão 2",))
    tables = tables_of(class_of(entry("ana", ended), entry("bia", asking)))
    found = tables.accidents[["student", "kind", "function", "words"]].values.tolist()
    assert found == [["ana", "timeout", FIRST, ""], ["ana", "mended", "", "O arquivo se chamava x."]]
    assert tables.requests.values.tolist() == [["bia", ASSIGNMENT, "Recurso: a questão 2"]]


def test_a_submission_of_an_earlier_version_has_its_marks_alone() -> None:
    old = replace(entry("ana", attempt({FIRST: 0})), attempts=())
    tables = tables_of(class_of(old))
    assert dict(zip(tables.functions["function"], tables.functions["status"], strict=True))[FIRST] == "failed"
    assert len(tables.items) == len(tables.mistakes) == len(tables.accidents) == 0


def shares_of(able: np.ndarray, **functions: np.ndarray):
    """A class in which each function's share is known, by student."""
    entries = [
        entry(f"s{i}", attempt({name: float(share[i]) for name, share in functions.items()})) for i in range(len(able))
    ]
    tables = tables_of(class_of(*entries))
    items = tables.items
    return items[items["property"] == ""].set_index("function")


@pytest.mark.ours
def test_an_item_that_the_able_get_discriminates_and_one_that_the_others_get_is_flagged() -> None:
    rng = np.random.default_rng(0)
    able = rng.uniform(size=150)
    names = ("predict", "perceptron_update", "train_perceptron")
    right = {name: (able > 0.5 + rng.normal(0, 0.2, 150)).astype(float) for name in names}
    items = shares_of(able, **right, step=1 - right["predict"])
    assert (items.loc[["predict", "train_perceptron"], "quality"] != "low").all()
    assert (items["flag"] == "weak").to_dict() == {
        "step": True,
        "predict": False,
        "perceptron_update": False,
        "train_perceptron": False,
    }
    assert ((items["low"] < items["discrimination"]) & (items["discrimination"] < items["high"])).all()


@pytest.mark.ours
def test_an_item_s_facility_and_discrimination_are_those_of_the_definition() -> None:
    rng = np.random.default_rng(1)
    shares = {name: rng.choice([0.0, 0.5, 1.0], 40) for name in ("step", "predict", "perceptron_update")}
    items = shares_of(np.zeros(40), **shares, train_perceptron=np.zeros(40))
    rest = 4 * shares["step"] + 5 * shares["predict"]
    assert items.loc["perceptron_update", "facility"] == pytest.approx(shares["perceptron_update"].mean())
    assert items.loc["perceptron_update", "discrimination"] == pytest.approx(
        np.corrcoef(shares["perceptron_update"], rest)[0, 1]
    )
    assert items.loc["train_perceptron", "flag"] == "nobody"
    assert math.isnan(items.loc["train_perceptron", "discrimination"])


def test_of_few_students_no_discrimination_is_told() -> None:
    items = shares_of(np.zeros(5), **{FIRST: np.array([0.0, 1, 0, 1, 1])})
    assert items["discrimination"].isna().all()
    assert set(items["quality"]) == {""}
    assert set(items["flag"]) == {""}


def test_no_items_of_nobody() -> None:
    assert len(item_table(tables_of(class_of()).items.assign(student=[], points=[], most=[]))) == 0


def test_a_function_that_nobody_knows_any_more_is_left_out() -> None:
    now = attempt({})
    old = replace(now, functions=(*now.functions, Came("gone", "passed", 1.0)))
    items = tables_of(class_of(replace(entry("ana", now), attempts=(old,)))).items
    assert "gone" not in set(items["function"])


def test_each_section_has_its_line_and_so_have_those_in_none() -> None:
    known = class_of(
        entry("ana", attempt({})), entry("bia", attempt({FIRST: 0})), entry("caio", attempt({})), absent=("davi",)
    )
    students = tuple(replace(s, section="" if s.id == "caio" else s.section) for s in known.students)
    of_two = replace(known, students=students, waiting=frozenset({("davi", ASSIGNMENT)}))
    most = sum(assignments()[ASSIGNMENT].points.values())
    less = (most - assignments()[ASSIGNMENT].points[FIRST]) / most
    found = tables_of(of_two).sections
    assert [tuple(row)[1:] for row in found.itertuples(index=False)] == [
        ("T0", 1, 1, 1.0, 1.0, 1),
        ("T1", 2, 2, pytest.approx(less), pytest.approx(less), 0),
        ("", 1, 1, 1.0, 1.0, 1),
    ]
    of_one = tuple(replace(student, section="T1") for student in known.students)
    assert len(tables_of(replace(known, students=of_one)).sections) == 0


def test_who_is_in_no_section_is_in_the_picture_too() -> None:
    known = class_of(entry("ana", attempt({})), entry("bia", attempt({})), entry("caio", attempt({})))
    students = tuple(replace(s, section="" if s.id == "caio" else s.section) for s in known.students)
    drawing = histogram_svg(tables_of(replace(known, students=students)).marks, "pt")
    assert [name for name in ("turma T0", "turma T1", "sem turma") if name in drawing] == [
        "turma T0",
        "turma T1",
        "sem turma",
    ]
