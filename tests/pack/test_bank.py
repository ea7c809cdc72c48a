"""Banks: how a variant is read from its file, and what each one in the course's banks must be like."""

import ast
import inspect
import re
from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from tests.languages import said

from degrau.base.text import Text
from degrau.judging.registry import assignments
from degrau.pack.bank import Variant, load_bank
from degrau.pack.pack import Pack

BANK = """\
import numpy as np

from degrau.pack.bank import right, wrong


@right("twice")
def by_sum(x):
    # a comment stays
    return np.add(x, x)


@wrong(
    "twice",
    erratum="E2",
    pt=("título", "explicação"),
    en=("title", "explanation"),
)
def once(x):
    return x


@right("thrice")
def by_sum(x):
    return twice(x) + x


@wrong("thrice", pt=("lembra", "guarda"), en=("remembers", "keeps"))
def remembers(x, seen=[]):
    seen.append(x)
    return sum(seen)
"""


def twice(x: float) -> float:
    return 2 * x


def thrice(x: float) -> float:
    return 3 * x


NAMES = {"np": np, "twice": twice, "thrice": thrice}
PACK = Pack.find()
VARIANTS = [(name, variant) for name in assignments() for variant in PACK.bank(name)]


@pytest.fixture
def bank(tmp_path: Path) -> tuple[Variant, ...]:
    path = tmp_path / "bank.py"
    path.write_text(BANK, encoding="utf-8")
    return load_bank(path, NAMES)


def test_variants_keep_the_order_of_the_file(bank: tuple[Variant, ...]) -> None:
    assert [(v.exercise, v.id, v.right) for v in bank] == [
        ("twice", "by_sum", True),
        ("twice", "once", False),
        ("thrice", "by_sum", True),
        ("thrice", "remembers", False),
    ]


def test_a_source_has_the_exercises_name_and_no_decorator(bank: tuple[Variant, ...]) -> None:
    assert bank[0].source == "def twice(x):\n    # a comment stays\n    return np.add(x, x)"
    assert bank[1].source == "def twice(x):\n    return x"


def test_a_wrong_variant_says_what_is_wrong_and_a_right_one_nothing(bank: tuple[Variant, ...]) -> None:
    assert bank[1].title == Text(pt="título", en="title")
    assert bank[1].explanation == Text(pt="explicação", en="explanation")
    assert [v.erratum for v in bank] == [None, "E2", None, None]
    assert (bank[0].title, bank[0].explanation) == (None, None)


def test_two_exercises_may_have_variants_of_one_id(bank: tuple[Variant, ...]) -> None:
    assert [v.function(5) for v in bank if v.id == "by_sum"] == [10, 15]


def test_a_variant_calls_the_references_by_their_names_and_not_other_variants(bank: tuple[Variant, ...]) -> None:
    assert bank[2].names["twice"] is twice
    assert bank[2].function(1) == 3


def test_what_a_variant_keeps_between_calls_is_gone_when_it_is_taken_anew(bank: tuple[Variant, ...]) -> None:
    remembers = bank[3].function
    assert [remembers(1), remembers(1)] == [1, 2]
    assert bank[3].function(1) == 1


def test_a_bank_leaves_the_given_names_as_they_are(bank: tuple[Variant, ...]) -> None:
    assert list(NAMES.values()) == [np, twice, thrice]
    assert vars(twice) == {}


@pytest.mark.parametrize("name", assignments())
def test_every_variant_can_stand_in_a_notebook(name: str) -> None:
    for variant in PACK.bank(name):
        (definition,) = ast.parse(variant.source).body
        assert isinstance(definition, (ast.FunctionDef, ast.ClassDef))
        assert definition.name == variant.exercise
        assert definition.decorator_list == []
        if isinstance(definition, ast.FunctionDef):
            own = [p.name for p in inspect.signature(variant.function).parameters.values()]
            expected = assignments()[name].by_name[variant.exercise].parameters
            assert tuple(own[: len(expected)]) == expected, variant.id
            # By its own name a variant would call itself, and not the reference.
            assert not re.search(rf"(?<!def )(?<!\.)\b{variant.exercise}\(", variant.source), variant.id


def test_ids_are_unique_in_an_exercise_and_no_name_of_the_course() -> None:
    assert max(Counter((v.exercise, v.id) for _, v in VARIANTS).values()) == 1
    for name, assignment in assignments().items():
        assert not {v.id for n, v in VARIANTS if n == name} & set(assignment.points)


@pytest.mark.parametrize("language", PACK.languages)
def test_mistakes_of_a_function_share_a_title_only_with_the_whole_explanation(language) -> None:
    wrong = [v for _, v in VARIANTS if not v.right and v.title and v.explanation]
    told = {(v.exercise, v.title.to(language), v.explanation.to(language)) for v in wrong}
    assert len(told) == len({(exercise, title) for exercise, title, _ in told})
    assert len(told) == len({(exercise, explanation) for exercise, _, explanation in told})


@pytest.mark.ours
def test_an_erratum_of_the_slides_says_which_slides() -> None:
    decks = dict(re.findall(r"^\| (E\d+) \| ([A-D]) \|", (PACK.root / "docs" / "errata.md").read_text("utf-8"), re.M))
    for _, variant in VARIANTS:
        if variant.erratum:
            assert variant.explanation is not None
            deck = rf"(?i:slides?|conjunto|deck) {decks[variant.erratum]}\b"
            assert all(re.search(deck, text) for text in said(variant.explanation)), (variant.exercise, variant.id)
