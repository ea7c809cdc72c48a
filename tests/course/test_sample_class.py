"""The sample class is graded as its students deserve, and the same way by every road into nbgrader."""

import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from degrau.course.grade import grade_course
from degrau.course.types import GradeSummary
from degrau.demo.desk import Sample
from degrau.demo.run import make_demo
from degrau.judging.registry import assignments
from degrau.pack.pack import Pack

from .running import run_python

pytestmark = pytest.mark.long

PERCEPTRON, ADALINE = "00_perceptron", "01_adaline"


@dataclass(frozen=True)
class SampleClass:
    root: Path
    ungraded: Path
    samples: tuple[Sample, ...]
    summary: GradeSummary

    def sample(self, student: str) -> Sample:
        return next(s for s in self.samples if s.student == student)

    def feedback(self, student: str) -> str:
        grade = next(g for g in self.summary.grades if g.student == student)
        assert grade.feedback is not None, grade
        return grade.feedback.read_text("utf-8")


@pytest.fixture(scope="module")
def sample_class(tmp_path_factory: pytest.TempPathFactory, empty_course: Path, pack: Pack) -> SampleClass:
    root, ungraded = tmp_path_factory.mktemp("demo") / "turma", tmp_path_factory.mktemp("copy") / "turma"
    shutil.copytree(empty_course, root)
    samples = make_demo(root, pack, "pt")
    shutil.copytree(root, ungraded)
    return SampleClass(root, ungraded, samples, grade_course(root))


def test_every_function_of_the_sample_class_gets_what_it_earned(sample_class, scores) -> None:
    graded = scores(sample_class.root)
    unfair = {}
    for sample in sample_class.samples:
        points = assignments()[sample.assignment].points
        for function, honest in sample.honest.items():
            score = graded[sample.student, sample.assignment, f"check_{function}"][0]
            full = points[function]
            fair = {"full": score == full, "less": 0 <= score < full, "none": score == 0}[honest]
            if not fair:
                unfair[sample.student, sample.assignment, function] = (honest, score, full)
    assert unfair == {}


def test_every_submission_of_the_sample_class_is_in_the_summary(sample_class) -> None:
    summary = sample_class.summary
    assert summary.failed == ()
    assert {(g.student, g.assignment) for g in summary.grades} == {
        (s.student, s.assignment) for s in sample_class.samples
    }
    for grade in summary.grades:
        assert grade.max_score == sum(assignments()[grade.assignment].points.values())
        assert grade.feedback is not None
        assert not grade.needs_manual_grade


def test_a_file_that_cannot_be_read_gets_an_explicit_zero_and_an_explanation(sample_class, scores) -> None:
    graded = scores(sample_class.root)
    for function in assignments()[ADALINE].points:
        assert graded["luiz_ferreira", ADALINE, f"check_{function}"][0] == 0.0
    autograded = sample_class.root / "autograded" / "luiz_ferreira" / ADALINE / f"{ADALINE}.ipynb"
    first = json.loads(autograded.read_text("utf-8"))["cells"][0]
    assert first["cell_type"] == "markdown"
    assert first["metadata"] == {}
    assert "O arquivo está incompleto ou danificado" in "".join(first["source"])
    assert "The file is incomplete or damaged" in "".join(first["source"])


def test_a_notebook_in_the_other_language_keeps_its_language(sample_class) -> None:
    assert "points" in sample_class.feedback("carla_mendes")
    assert "pontos" in sample_class.feedback("bruno_lima")


def test_the_slides_mistake_is_named_in_the_feedback(sample_class, pack) -> None:
    mistake = next(v for v in pack.bank(ADALINE) if v.exercise == "adaline_update" and v.erratum == "E2")
    assert mistake.title is not None
    assert mistake.title.to("pt") in sample_class.feedback("gabriela_costa")


def test_a_renamed_file_is_graded_and_its_name_is_mentioned(sample_class) -> None:
    assert "00_perceptron (1).ipynb" in sample_class.feedback("mariana_reis")


def test_a_late_submission_loses_a_tenth_for_each_day(sample_class) -> None:
    late = next(g for g in sample_class.summary.grades if g.student == "fabio_araujo")
    assert late.score == late.max_score
    assert late.late_penalty == pytest.approx(0.2 * late.max_score)
    assert late.total == pytest.approx(0.8 * late.max_score)
    assert [g.student for g in sample_class.summary.grades if g.late_penalty] == ["fabio_araujo"]


def test_grade_cells_hold_one_result_and_nothing_that_could_count_before_it(sample_class) -> None:
    for sample in sample_class.samples:
        path = sample_class.root / "autograded" / sample.student / sample.assignment / f"{sample.assignment}.ipynb"
        for cell in json.loads(path.read_text("utf-8"))["cells"]:
            if cell["metadata"].get("nbgrader", {}).get("grade"):
                assert [o["output_type"] for o in cell["outputs"]] == ["display_data", "execute_result"]


def test_feedback_holds_nothing_of_anybody_else(sample_class, pack) -> None:
    students = {sample.student for sample in sample_class.samples}
    for student in students:
        page = sample_class.feedback(student)
        assert [other for other in students - {student} if other in page] == []
        assert [path for path in (sample_class.root, pack.root, Path.home() / "") if f"{path}/" in page] == []


def test_a_blank_notebooks_feedback_holds_no_line_of_a_solution(sample_class, pack) -> None:
    page = sample_class.feedback("karina_dias")
    source = pack.source(PERCEPTRON)
    release = "\n".join(cell.source for cell in pack.release(PERCEPTRON, "pt").cells)
    reference = [line.strip() for cell in source.cells if cell.role == "exercise" for line in cell.source.splitlines()]
    lines = [line for line in reference if len(line) > 25 and line not in release]
    assert lines
    assert [line for line in lines if line in page] == []


FORMGRADER = """
from nbgrader.apps.api import NbGraderAPI
from nbgrader.server_extensions.formgrader.formgrader import FormgradeExtension

app = FormgradeExtension()
app.initialize([])
api = NbGraderAPI(app.coursedir, parent=app)
for student in api.get_submitted_students("00_perceptron") - {"olivia_gomes"}:
    result = api.autograde("00_perceptron", student)
    assert result["success"], result
"""


def test_formgraders_button_gives_the_same_scores(sample_class, scores) -> None:
    run_python(sample_class.ungraded, "-c", FORMGRADER)
    # An endless loop takes ten seconds; once is enough.
    expected = {key: value for key, value in scores(sample_class.root).items() if key[0] != "olivia_gomes"}
    assert of(PERCEPTRON, scores(sample_class.ungraded)) == of(PERCEPTRON, expected)


def of(assignment: str, scores: dict[tuple[str, str, str], Any]) -> dict[tuple[str, str, str], Any]:
    """The scores of one assignment; there are some."""
    found = {key: value for key, value in scores.items() if key[1] == assignment}
    assert found
    return found
