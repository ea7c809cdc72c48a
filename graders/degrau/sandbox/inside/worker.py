"""The process that holds a student's code: it runs cells, calls functions with plain data, and answers with plain data.

It is not trusted. Everything that it says is checked by the judge, which compares the answers with the right ones.
There may be functions of the notebook in whose place the judge answers: those ask it, in the middle of a call.
"""

import os
import sys
from collections.abc import Callable, Iterator
from threading import Lock
from typing import Any, BinaryIO

import numpy.random

from ...plain import codec, questions
from ...plain.about import about
from ...plain.call import MOST_ITEMS, Calling, EndlessError
from ...plain.outcomes import NAME, PRINTED
from .cells import CappedText, Notebook


def receive(stream: BinaryIO) -> tuple[int, Any] | None:
    """The number and the content of the next request, or None at the end."""
    header = stream.read(codec.HEADER.size)
    if len(header) < codec.HEADER.size:
        return None
    length, number = codec.HEADER.unpack(header)
    return number, codec.decode(stream.read(length), trusted=True)


def send(stream: BinaryIO, number: int, frame: bytes) -> None:
    """Writes one frame, whole."""
    data = memoryview(codec.HEADER.pack(len(frame), number) + frame)
    while data:
        data = data[stream.write(data) :]


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


def reseed() -> None:
    """Gives NumPy's own generator a state that no other process has, as it has where NumPy is imported anew."""
    numpy.random.seed()


def serve(requests: int, replies: int, folder: str | None) -> None:
    """Answers requests from one descriptor on another until there are no more; the notebook's files are in `folder`."""
    incoming, outgoing = os.fdopen(requests, "rb"), os.fdopen(replies, "wb", buffering=0)
    notebook, stand_ins = Notebook(folder), StandIns(incoming, outgoing)
    send(outgoing, 0, codec.encode({"ready": True}))
    while (received := receive(incoming)) is not None:
        number, request = received
        stand_ins.number = number
        for reply in answer(notebook, stand_ins, request):
            try:
                frame = codec.encode_reply(reply)
            except codec.NotPlainError as error:
                frame = codec.encode({"not_plain": str(error)[:NAME]})
            send(outgoing, number, frame)


def answer(notebook: Notebook, stand_ins: StandIns, request: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The replies to one request: one for each cell that is to run, or for each call."""
    if "cells" in request:
        for cell, source in request["cells"]:
            sys.stdout = sys.stderr = output = CappedText()
            error = notebook.run(cell, source)
            yield {"error": error, "output": CappedText.kept(output)}
    elif "keep" in request:
        held = notebook.namespace.get(request["keep"])
        if callable(held):
            notebook.kept[request["keep"]] = held
        yield {"kept": True}
    elif "about" in request:
        yield {"about": _about(notebook, request["about"], request["kept"])}
    elif "stand_in" in request:
        notebook.namespace.update({name: stand_ins.function(name) for name in request["stand_in"]})
        yield {"bound": True}
    else:
        names = {**notebook.namespace, **notebook.kept} if request["kept"] else notebook.namespace
        with Calling() as calling:
            for args in codec.decode(request["calls"], trusted=True):
                yield outcome(calling, notebook, names, request["function"], args, request["iterate"])


def outcome(
    calling: Calling, notebook: Notebook, names: dict[str, Any], function: str, args: list[Any], iterate: bool
) -> dict[str, Any]:
    """What calling the function of this name comes to."""
    if function not in names:
        return {"missing": True}
    sys.stdout = sys.stderr = output = CappedText()
    try:
        result = calling.call(names[function], args, names, iterate)
    except EndlessError:
        return {"endless": MOST_ITEMS}
    except BaseException as error:
        return {"raised": notebook.sources.describe(error)}
    reply = {"value": result.value, "changed": list(result.changed), "warned": result.warned}
    if result.value is None:
        reply["printed"] = CappedText.kept(output)[:PRINTED]
    return reply


def _about(notebook: Notebook, name: str, kept: bool) -> dict[str, Any]:
    """What there is to say of a function; nothing where the notebook made that impossible."""
    try:
        return about(name, notebook.namespace, notebook.kept.get(name) if kept else None)
    except BaseException:
        return {}
