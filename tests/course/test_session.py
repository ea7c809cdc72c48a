"""What is done once for a class does what nbgrader does each time, and only while the class is graded."""

import pytest
from nbformat.v4 import new_code_cell
from nbgrader.api import Gradebook
from nbgrader.nbgraderformat import MetadataValidator, common

from degrau.course.session import one_connection, schemas_checked_once


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
