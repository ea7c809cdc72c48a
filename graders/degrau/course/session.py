"""One connection to the gradebook for a whole class: nbgrader's steps open nine of their own for every submission."""

from collections.abc import Iterator
from contextlib import contextmanager
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
