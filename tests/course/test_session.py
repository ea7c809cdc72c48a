"""What is done once for a class does what nbgrader does each time, and only while the class is graded."""

from pathlib import Path

import pytest
from nbformat.v4 import new_code_cell
from nbgrader import api
from nbgrader.api import Gradebook
from nbgrader.nbgraderformat import MetadataValidator, common

from degrau.course.gradebook import one_connection, schemas_checked_once


def test_nbgrader_is_as_it_was_when_a_class_is_graded() -> None:
    before = Gradebook.__init__, Gradebook.close, common.jsonschema
    with one_connection(), schemas_checked_once():
        assert (Gradebook.__init__, Gradebook.close, common.jsonschema) != before
    assert (Gradebook.__init__, Gradebook.close, common.jsonschema) == before


@pytest.mark.parametrize(
    "wrong",
    [{}, {"grade": 1}, {"points": -1, "locked": "yes", "grade": None}, {"solution": {}, "task": [], "grade_id": 7}],
)
def test_wrong_metadata_is_refused_in_the_same_words(wrong: dict[str, object]) -> None:
    metadata = {"schema_version": 3, "grade_id": "a", "grade": True, "solution": False, "points": 1, **wrong}
    cell = new_code_cell(metadata={"nbgrader": metadata})
    validate = MetadataValidator().validate_cell
    with pytest.raises(common.ValidationError) as theirs:
        validate(cell)
    with schemas_checked_once(), pytest.raises(common.ValidationError) as ours:
        validate(cell)
    assert str(ours.value) == str(theirs.value)


@pytest.mark.filterwarnings("ignore:Object of type:sqlalchemy.exc.SAWarning")
@pytest.mark.parametrize("students", [40, 80])
def test_what_a_gradebook_looks_through_for_one_submission_does_not_grow_with_the_class(
    tmp_path, students, monkeypatch
) -> None:
    # In a new gradebook, nbgrader asks a program for the version of its tables, which takes seconds.
    monkeypatch.setattr(api, "get_alembic_version", lambda: "newest")
    with one_connection():
        small, large = _steps(tmp_path, 1), _steps(tmp_path, students)
    assert large < 1.3 * small
    # nbgrader's own gradebook does.
    assert _steps(tmp_path / "plain", students) > 2 * large


def _steps(folder: Path, students: int) -> int:
    """How many steps of SQLite's it takes to find one of so many students' grades, comments and sums."""
    folder.mkdir(exist_ok=True)
    with Gradebook(f"sqlite:///{folder / f'{students}.db'}") as gradebook:
        gradebook.add_assignment("a")
        gradebook.add_notebook("n", "a")
        gradebook.add_grade_cell("g", "n", "a", max_score=1, cell_type="code")
        gradebook.add_solution_cell("s", "n", "a")
        for number in range(students):
            gradebook.add_student(str(number))
            gradebook.add_submission("a", str(number))
        taken = [0]

        def count() -> None:
            taken[0] += 1

        with gradebook.engine.connect() as connection:
            connection.connection.driver_connection.set_progress_handler(count, 1)
        gradebook.find_grade("g", "n", "a", "0")
        gradebook.find_comment("s", "n", "a", "0")
        assert gradebook.find_submission("a", "0").score == 0
        return taken[0]
