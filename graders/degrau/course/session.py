"""What nbgrader's steps do again and again for every submission, done once for a whole class.

They open nine connections to the gradebook, look through the rows of the whole class for those of one submission, and
check the schema of cells' metadata before each of its uses.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from types import SimpleNamespace
from typing import Any

# As SQLite does, PostgreSQL waits so long for another program to let go, unless its own settings say otherwise.
PATIENCE = "5s"
# nbgrader's tables have no index that begins with these columns; without one, a submission takes longer the larger the
# class is: 20 ms more in a class of 2,000.
SOUGHT_BY = (("grade", "notebook_id"), ("comment", "notebook_id"), ("submitted_notebook", "assignment_id"))
WAIT_SO_LONG = "SELECT set_config('lock_timeout', %s, false) WHERE current_setting('lock_timeout') = '0'"


@contextmanager
def one_connection() -> Iterator[None]:
    """While this is entered, every Gradebook of the same database and course shares its engine.

    Each still has a session of its own, from its opening to its end, with the transactions that nbgrader makes.
    None waits for ever for what another program holds.
    """
    from nbgrader.api import Gradebook
    from sqlalchemy import event
    from sqlalchemy.engine import Engine

    begin, end = Gradebook.__init__, Gradebook.close
    engines: dict[tuple[str, str], Any] = {}

    def shared(self: Any, db_url: str, course_id: str = "default_course", authenticator: Any = None) -> None:
        if (db_url, course_id) not in engines:
            begin(self, db_url, course_id, authenticator)
            _add_indexes(self.engine)
            engines[db_url, course_id] = self
        self.__dict__.update(vars(engines[db_url, course_id]), authenticator=authenticator)

    Gradebook.__init__, Gradebook.close = shared, lambda self: self.db.remove()
    event.listen(Engine, "connect", _wait_so_long)
    try:
        yield
    finally:
        event.remove(Engine, "connect", _wait_so_long)
        Gradebook.__init__, Gradebook.close = begin, end
        for gradebook in engines.values():
            end(gradebook)


def _add_indexes(engine: Any) -> None:
    """Adds to a gradebook what finds the rows of one submission; not to one whose tables are somebody else's."""
    from sqlalchemy import inspect, text
    from sqlalchemy.exc import ProgrammingError

    tables = inspect(engine)
    for table, column in SOUGHT_BY:
        name = f"ix_{table}_{column}"
        if not tables.has_index(table, name):
            with suppress(ProgrammingError), engine.begin() as connection:
                connection.execute(text(f"CREATE INDEX IF NOT EXISTS {name} ON {table} ({column})"))


def _wait_so_long(connection: Any, _record: object) -> None:
    """Limits how long a new connection waits for a lock, where that is PostgreSQL's."""
    if type(connection).__module__ == "psycopg":
        connection.execute(WAIT_SO_LONG, (PATIENCE,))
        connection.commit()


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
    """As jsonschema.validate: of several errors, the one that says most is raised."""
    from jsonschema.exceptions import best_match

    error = best_match(_validator(json.dumps(schema)).iter_errors(instance))
    if error is not None:
        raise error


@cache
def _validator(schema: str) -> Any:
    from jsonschema.validators import validator_for

    known = json.loads(schema)
    kind = validator_for(known)
    kind.check_schema(known)
    return kind(known)
