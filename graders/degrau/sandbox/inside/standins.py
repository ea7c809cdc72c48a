"""Functions of a notebook in whose place the judge answers, in the middle of a call."""

from collections.abc import Callable
from threading import Lock
from typing import Any, BinaryIO

from ...plain import questions
from .frames import receive, send


class StandIns:
    """Makes functions that ask the judge; `number` is that of the request under way."""

    def __init__(self, incoming: BinaryIO, outgoing: BinaryIO) -> None:
        self._incoming, self._outgoing = incoming, outgoing
        self._lock = Lock()
        self.number = 0

    def function(self, name: str) -> Callable[..., Any]:
        """One that stands in for the notebook's own of this name."""

        def stand_in(*args: Any, **named: Any) -> Any:
            question = questions.asked(name, args, named)
            # A notebook may call it in several threads, and each must get its own answer.
            with self._lock:
                send(self._outgoing, self.number, question)
                received = receive(self._incoming)
            if received is None:
                raise EOFError
            return questions.heard(received[1], name, args, named)

        stand_in.__name__ = stand_in.__qualname__ = name
        return stand_in
