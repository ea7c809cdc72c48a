"""What answers may not use is found under every name that they give it, and nowhere else."""

import pytest

from degrau.base.text import code
from degrau.course.choices import FILE as CHOICES
from degrau.course.directory import CONFIG, CourseError
from degrau.course.grade import grade_course
from degrau.course.settings import JudgeSettings
from degrau.demo.desk import Desk
from degrau.grading.forbidden import Forbidden
from degrau.notebooks.canonical import Work
from degrau.plain.cell import Cell

from ..at_hand import ASSIGNMENT, FIRST, LAST

SETUP = Cell("setup", "import numpy as np")
FORBIDDEN = Forbidden(("torch", "np.gradient", "scipy.special"))


def used(*sources: str, forbidden: Forbidden = FORBIDDEN) -> dict[str, tuple[str, ...]]:
    """What is found where the last source is the cell of the last function, and the others are cells before."""
    *before, answer = sources
    cells = [Cell(f"c{number}", source) for number, source in enumerate(before)]
    return forbidden.used(Work(ASSIGNMENT, "pt", (SETUP, *cells, Cell(LAST, answer))))


def body(text: str) -> str:
    return f"def {LAST}(X, y, w, b):\n" + "".join(f"    {line}\n" for line in text.splitlines())


@pytest.mark.parametrize(
    ("sources", "name"),
    [
        ([body("return np.gradient(X)")], "np.gradient"),
        (["import numpy as n", body("return n.gradient(X)")], "np.gradient"),
        (["from numpy import gradient as g", body("return g(X)")], "np.gradient"),
        (["from numpy import *", body("return gradient(X)")], "np.gradient"),
        (["g = np.gradient", body("return g(X)")], "np.gradient"),
        ([body("g = np.gradient\nreturn g(X)")], "np.gradient"),
        ([body('return getattr(np, "gradient")(X)')], "np.gradient"),
        (["from scipy import special", body("return special.expit(X)")], "scipy.special"),
        (["from scipy.special import expit as s", body("return s(X)")], "scipy.special"),
        (["import scipy.special", body("return scipy.special.expit(X)")], "scipy.special"),
        ([body("import torch\nreturn torch.tensor(X)")], "torch"),
        ([body("import torch.nn.functional as F\nreturn F.relu(X)")], "torch"),
        ([body('t = __import__("torch")\nreturn t.tensor(X)')], "torch"),
        (["import importlib", body('return importlib.import_module("torch").tensor(X)')], "torch"),
        (["%matplotlib inline\nimport torch as t", body("return t.tensor(X)")], "torch"),
        (["def helper(X):\n    return np.gradient(X)", body("return helper(X)")], "np.gradient"),
        (["import torch", "helper = lambda X: torch.tensor(X)", body("return helper(X)")], "torch"),
    ],
)
def test_what_is_used_is_found_under_every_name(sources, name) -> None:
    assert used(*sources) == {LAST: (name,)}


@pytest.mark.parametrize(
    "sources",
    [
        [body("return X.T @ (X @ w + b - y)")],
        ["import torch", body("return X")],
        ["from numpy import gradient as g", body("g = X.T\nreturn g @ y")],
        ["from numpy import *", "def gradient(X):\n    return X", body("return gradient(X)")],
        ["import torch as t", "def t(x):\n    return x", body("return t(X)")],
        ["def other(X):\n    from torch import relu as f\n    return f(X)", body("f = X\nreturn f")],
        [body("gradient = X\ntorch = y\nreturn gradient, torch.mean()")],
        [body("return np.gradients")],
        [body('"""torch and np.gradient"""\nreturn "torch"')],
        ["import scipy.special", body("return scipy.linalg.norm(X)")],
        [body("return (")],
    ],
)
def test_what_is_not_used_is_not_found(sources) -> None:
    assert used(*sources) == {}


def test_a_function_is_not_charged_for_what_another_one_uses() -> None:
    cells = (
        SETUP,
        Cell(FIRST, f"def {FIRST}(z):\n    return np.gradient(z)"),
        Cell(LAST, body(f"return {FIRST}(X)")),
    )
    assert FORBIDDEN.used(Work(ASSIGNMENT, "pt", cells)) == {FIRST: ("np.gradient",)}


def test_what_is_forbidden_in_one_assignment_or_function_is_so_there_alone() -> None:
    answer = body("return np.gradient(X)")
    for place, found in ((LAST, True), (ASSIGNMENT, True), (FIRST, False), ("99_other", False)):
        within = Forbidden(within={place: ("np.gradient",)})
        assert bool(used(answer, forbidden=within)) == found


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('c.Judge.forbid = "torch"', "'torch', not a list of names"),
        ('c.Judge.forbid = {"adalin": ["torch"]}', "'adalin', which is no assignment and no function"),
        ("c.Judge.forbid = [3]", "[3], not a list of names"),
    ],
)
def test_a_setting_that_means_nothing_is_refused_with_a_sentence(tmp_path, line, words) -> None:
    (tmp_path / CONFIG).write_text(f"c = get_config()\nc.Judge.seed = 7\n{line}\n", "utf-8")
    with pytest.raises(CourseError) as error:
        JudgeSettings.of(tmp_path)
    assert words in str(error.value)


@pytest.mark.ours
@pytest.mark.slow
def test_it_is_a_note_or_costs_the_functions_points_as_the_course_says(course, pack, scores) -> None:
    desk = Desk(pack, "00_perceptron", "pt")
    answers = desk.right(0) | {"step": "def step(z):\n    return np.where(np.asarray(z) >= 0, 1, 0)\n"}
    desk.sample("ana", code(""), answers).hand_in(course / "submitted")
    choices = course / CHOICES
    choices.write_text('seed = 7\n[forbid]\nstep = ["np.where"]\n', "utf-8")
    (noted,) = grade_course(course).grades
    assert noted.score == noted.max_score
    assert [note.to("en") for note in noted.notes] == [
        "`step` uses `np.where`, which this course does not allow there."
    ]
    choices.write_text(f"forbidden_costs = true\n{choices.read_text('utf-8')}", "utf-8")
    (costly,) = grade_course(course).grades
    assert costly.max_score - costly.score == 4
    page = costly.feedback.read_text("utf-8")
    assert "que este curso não permite aqui: sem pontos" in page
