"""What nbgrader's steps do again and again for every submission, done once for a whole class.

They open nine connections to the gradebook, and check the schema of cells' metadata before each of its uses.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from types import SimpleNamespace
from typing import Any


@contextmanager
def one_connection() -> Iterator[None]:
    """While this is entered, every Gradebook of the same database and course shares its engine.

    Each still has a session of its own, from its opening to its end, with the transactions that nbgrader makes.
    """
    from nbgrader.api import Gradebook

    begin, end = Gradebook.__init__, Gradebook.close
    engines: dict[tuple[str, str], Any] = {}

    def shared(self: Any, db_url: str, course_id: str = "default_course", authenticator: Any = None) -> None:
        if (db_url, course_id) not in engines:
            begin(self, db_url, course_id, authenticator)
            engines[db_url, course_id] = self
        self.__dict__.update(vars(engines[db_url, course_id]), authenticator=authenticator)

    Gradebook.__init__, Gradebook.close = shared, lambda self: self.db.remove()
    try:
        yield
    finally:
        Gradebook.__init__, Gradebook.close = begin, end
        for gradebook in engines.values():
            end(gradebook)


@contextmanager
def schemas_checked_once() -> Iterator[None]:
    """While this is entered, the schema that nbgrader compares metadata with is itself checked and prepared once."""
    from nbgrader.nbgraderformat import common

    before = common.jsonschema
    common.jsonschema = SimpleNamespace(validate=_validate, ValidationError=before.ValidationError)
    try:
        yield
    finally:
        common.jsonschema = before


def _validate(instance: object, schema: dict[str, Any]) -> None:
    _validator(json.dumps(schema, sort_keys=True)).validate(instance)


@cache
def _validator(schema: str) -> Any:
    from jsonschema.validators import validator_for

    known = json.loads(schema)
    kind = validator_for(known)
    kind.check_schema(known)
    return kind(known)
