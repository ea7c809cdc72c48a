"""A course of nbgrader's that knows nothing of degrau: an assignment of its own, settings, students, marks."""

from datetime import datetime
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from degrau.course.directory import CONFIG, opened_as_it_is

OWN = "tarefa1"
DUE = datetime(2026, 3, 1, 12)
IN_TIME, LATE = "2026-03-01 11:00:00 UTC", "2026-03-03 12:00:00 UTC"
STUB = "raise NotImplementedError('escreva aqui')"
# The plug-in is in a file beside, as nbgrader's documentation has it.
PLUGIN = """\
from nbgrader.plugins import BasePlugin


class Metade(BasePlugin):
    def late_submission_penalty(self, student_id, score, total_seconds_late):
        return score / 2
"""
SETTINGS = f"""\
c = get_config()
c.CourseDirectory.course_id = "redes"
c.ClearSolutions.code_stub = {{"python": "{STUB}"}}
c.AssignLatePenalties.plugin_class = "atraso.Metade"
c.Execute.timeout = 60
c.Exchange.root = "/tmp/exchange-of-nobody"
# fim: ação
"""
ANSWERS = {
    "ana": ("def dobro(x):\n    return 2 * x", IN_TIME),
    "bia": ("def dobro(x):\n    return x", IN_TIME),
    "caio": ("def dobro(x):\n    return x + x", LATE),
}
ESSAY = "resposta"


def marked(
    cell: NotebookNode, name: str, *, points: int = 0, solution: bool = False, kind: str = "code"
) -> NotebookNode:
    """The cell as nbgrader's own toolbar marks it."""
    about = {"grade_id": name, "grade": points > 0, "solution": solution, "locked": not solution, "task": False}
    worth = {"points": points} if points else {}
    cell.metadata["nbgrader"] = {**about, **worth, "schema_version": 3, "cell_type": kind}
    return cell


def source() -> NotebookNode:
    """Its notebook: a function with a test that reads a file beside, and a question that a person marks."""
    solution = "def dobro(x):\n    ### BEGIN SOLUTION\n    return 2 * x\n    ### END SOLUTION"
    test = "assert dobro(int(open('dados.txt').read())) == 42"
    notebook: NotebookNode = new_notebook(
        cells=[
            new_markdown_cell("# Tarefa 1"),
            marked(new_code_cell(solution), "dobro", solution=True),
            marked(new_code_cell(test), "testa-dobro", points=3),
            marked(new_markdown_cell("Porque…"), ESSAY, points=2, solution=True, kind="markdown"),
        ],
        metadata={"kernelspec": {"name": "python3", "language": "python", "display_name": "Python 3"}},
    )
    return notebook


def make(root: Path) -> Path:
    """The course, graded by nbgrader's own means, with a mark by hand."""
    (root / "source" / OWN).mkdir(parents=True)
    (root / CONFIG).write_text(SETTINGS, "utf-8")
    (root / "atraso.py").write_text(PLUGIN, "utf-8")
    (root / "source" / OWN / "dados.txt").write_text("21", "utf-8")
    nbformat.write(source(), root / "source" / OWN / f"{OWN}.ipynb")
    with opened_as_it_is(root) as course:
        with course.api.gradebook as gradebook:
            gradebook.add_assignment(OWN, duedate=DUE)
            gradebook.add_student("ana", first_name="Ana", last_name="Souza", email="ana@exemplo.br")
            gradebook.add_student("zeca", first_name="Zeca", last_name="Lima")
        course.run("generate_assignment", OWN)
        for student in ANSWERS:
            hand_in(root, student)
            course.run("autograde", OWN, student)
        with course.api.gradebook as gradebook:
            grade = gradebook.find_grade(ESSAY, OWN, OWN, "ana")
            grade.manual_score = 1.5
            gradebook.find_comment(ESSAY, OWN, OWN, "ana").manual_comment = "quase"
            gradebook.db.commit()
        course.run("generate_feedback", OWN, "ana")
    return root


def hand_in(root: Path, student: str) -> None:
    """What a student hands in for the course's own assignment."""
    answer, time = ANSWERS[student]
    notebook = nbformat.read(root / "release" / OWN / f"{OWN}.ipynb", as_version=4)
    notebook.cells[1].source = answer
    folder = root / "submitted" / student / OWN
    folder.mkdir(parents=True)
    nbformat.write(notebook, folder / f"{OWN}.ipynb")
    (folder / "timestamp.txt").write_text(time, "utf-8")
