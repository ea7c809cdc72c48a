"""Planted copies come first among independent right answers; what everybody writes says nothing."""

import ast
import random
from collections.abc import Mapping

import pytest

from degrau.base.text import code
from degrau.commands import overviews
from degrau.course.grade import grade_course
from degrau.demo.desk import Desk
from degrau.judging.registry import assignments
from degrau.overview.alike import alike_pairs, normal
from degrau.overview.similar import Found, find_alike, known_answers, write_similar

from ..at_hand import ASSIGNMENT
from .classes import attempt, class_of, entry

CLASS, COPIES = 48, 12


class Renamed(ast.NodeTransformer):
    """Other names for all that a function gives a name to."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self._names = names

    def visit_Name(self, node: ast.Name) -> ast.Name:
        return ast.Name(self._names.get(node.id, node.id), node.ctx)

    def visit_arg(self, node: ast.arg) -> ast.arg:
        return ast.arg(self._names.get(node.arg, node.arg))


def copied(source: str, rng: random.Random) -> str:
    """The same answer with other names, comments and layout."""
    tree = ast.parse(source)
    own = {n.id for n in ast.walk(tree) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}
    own |= {n.arg for n in ast.walk(tree) if isinstance(n, ast.arg)}
    names = {name: f"{rng.choice('abcdefgh')}_{number}" for number, name in enumerate(sorted(own))}
    first, *rest = ast.unparse(Renamed(names).visit(tree)).splitlines()
    return "\n".join([first, "    # my own work", *rest])


@pytest.mark.long
@pytest.mark.parametrize(("assignment", "seed"), [("00_perceptron", 0), ("01_adaline", 1), ("08_rnn", 2)])
def test_twelve_planted_copies_come_first_and_nobody_else_among_them(pack, assignment: str, seed: int) -> None:
    rng = random.Random(seed)
    right, given = known_answers(pack, assignment)
    drawn: dict[tuple[str, ...], dict[str, str]] = {}
    while len(drawn) < CLASS:
        answer = {name: rng.choice(right[name]) for name in assignments()[assignment].points}
        # Two that are the same in all functions by chance are copies, whatever the reason.
        drawn[tuple(" ".join(sorted(normal(source).values())) for source in answer.values())] = answer
    answers = {f"s{number:02}": answer for number, answer in enumerate(drawn.values())}
    planted = {(f"c{number:02}", one) for number, one in enumerate(rng.sample(sorted(answers), COPIES))}
    answers |= {copy: {name: copied(source, rng) for name, source in answers[one].items()} for copy, one in planted}
    pairs = alike_pairs(answers, right, given)
    assert {(pair.one, pair.other) for pair in pairs[:COPIES]} == planted
    assert pairs[COPIES - 1].bits > pairs[COPIES].bits


def test_names_comments_and_the_order_of_statements_do_not_matter() -> None:
    one = "def f(x, y):\n    a = x.sum()\n    b = y.mean()  # why\n    return a - b\n"
    other = 'def f(u, v):\n    """Other."""\n    c: float = v.mean()\n    d = u.sum()\n    return d - c\n'
    assert sorted(normal(one).values()) == sorted(normal(other).values())


@pytest.mark.parametrize("source", ["def f(x:\n", "", "x = (" * 150, "\0"])
def test_what_is_not_python_is_like_nothing(source) -> None:
    (pair,) = alike_pairs({"ana": {"f": source}, "bia": {"f": source}}, {}, {})
    assert pair.bits == 0


def test_what_everybody_writes_and_what_was_given_says_nothing() -> None:
    common = "def f(x):\n    return (x - x.mean()) / x.std()\n"
    pairs = alike_pairs({name: {"f": common} for name in "abcd"}, {}, {})
    assert [pair.bits for pair in pairs] == [0] * 6
    rare = "def f(x):\n    return x.cumsum()[::-1] ** 2\n"
    others = {name: {"f": f"def f(x):\n    return x.dot(x) + {name * 9}\n"} for name in "cdef"}
    answers = {"a": {"f": rare}, "b": {"f": rare}, **others}
    assert alike_pairs(answers, {}, {})[0].bits > 2
    assert {pair.bits for pair in alike_pairs(answers, {}, {"f": [rare]}) if (pair.one, pair.other) == ("a", "b")} == {
        0
    }


def test_the_page_puts_both_side_by_side_marks_what_they_share_and_says_that_it_is_no_verdict(tmp_path) -> None:
    known = class_of(entry("ana", attempt({})), entry("bia", attempt({})))
    one = "def step(z):\n    own = 1\n    return z < 2\n"
    other = "def step(q):\n    return q < 2\n"
    answers = {"ana": {"step": one}, "bia": {"step": other}}
    pairs = alike_pairs({**answers, "caio": {"step": "def step(a):\n    return np.where(a, 0, 1)\n"}}, {}, {})
    page = write_similar(known, [Found(ASSIGNMENT, tuple(pairs[:1]), answers)], tmp_path, 5).read_text("utf-8")
    assert "Isto é um motivo para olhar, nunca um veredito." in page
    assert "<mark>    return z &lt; 2</mark>" in page
    assert "<mark>    return q &lt; 2</mark>" in page
    assert "    own = 1\n" in page
    assert "Ana Souza" in page


def test_pairs_without_a_function_to_look_at_are_not_listed_and_the_picture_counts_in_numbers(tmp_path) -> None:
    known = class_of(*(entry(student, attempt({})) for student in ("ana", "bia", "caio", "davi")))
    twins = {"step": "def step(z):\n    return z.cumsum()[::-1] ** 2\n"}
    answers = {"ana": twins, "bia": twins, "caio": {}, "davi": {}}
    found = Found(ASSIGNMENT, tuple(alike_pairs(answers, {}, {})), answers)
    assert [(pair.one, pair.other) for pair in found.listed] == [("ana", "bia")]
    page = write_similar(known, [found], tmp_path, 5).read_text("utf-8")
    assert page.count("<summary>") == 1
    assert "mathdefault" not in page


def test_a_class_in_which_nothing_is_alike_is_told_so(tmp_path) -> None:
    known = class_of(entry("ana", attempt({})), entry("bia", attempt({})))
    answers = {"ana": {"step": "def step(z):\n    return z > 0\n"}, "bia": {"step": "x = ("}}
    found = Found(ASSIGNMENT, tuple(alike_pairs(answers, {}, {})), answers)
    assert "Não há respostas mais parecidas" in write_similar(known, [found], tmp_path, 5).read_text("utf-8")


@pytest.mark.long
def test_the_command_finds_a_copy_in_a_graded_class(course, pack, capsys) -> None:
    desk = Desk(pack, ASSIGNMENT, "pt")
    for number, student in enumerate(("ana", "bia", "caio")):
        answers = desk.right(number + 1)
        desk.sample(student, code(""), answers).hand_in(course / "submitted")
    copy = {name: copied(source, random.Random(0)) for name, source in desk.right(1).items()}
    desk.sample("davi", code(""), copy).hand_in(course / "submitted")
    grade_course(course)
    _, (found,) = find_alike(course, pack)
    assert (found.pairs[0].one, found.pairs[0].other) == ("ana", "davi")
    overviews.similar([ASSIGNMENT], course)
    assert "never a verdict" in capsys.readouterr().out
