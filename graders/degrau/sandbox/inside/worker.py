"""The process that holds a student's code: it runs cells, calls functions with plain data, and answers with plain data.

It is not trusted. Everything that it says is checked by the judge, which compares the answers with the right ones.
"""

import os
import sys
from collections.abc import Iterator
from typing import Any, BinaryIO

import numpy.random

from ...plain import codec
from ...plain.call import call
from ...plain.outcomes import NAME
from .cells import CappedText, Notebook


def reseed() -> None:
    """Gives NumPy's own generator a state that no other process has, as it has where NumPy is imported anew."""
    numpy.random.seed()


def serve(requests: int, replies: int, folder: str | None) -> None:
    """Answers requests from one descriptor on another until there are no more; the notebook's files are in `folder`."""
    incoming, outgoing = os.fdopen(requests, "rb"), os.fdopen(replies, "wb", buffering=0)
    notebook = Notebook(folder)
    send(outgoing, 0, {"ready": True})
    while (received := receive(incoming)) is not None:
        number, request = received
        for reply in answer(notebook, request):
            try:
                send(outgoing, number, reply)
            except codec.NotPlainError as error:
                send(outgoing, number, {"not_plain": str(error)[:NAME]})


def receive(stream: BinaryIO) -> tuple[int, Any] | None:
    """The number and the content of the next request, or None at the end."""
    header = stream.read(codec.HEADER.size)
    if len(header) < codec.HEADER.size:
        return None
    length, number = codec.HEADER.unpack(header)
    return number, codec.decode(stream.read(length), trusted=True)


def send(stream: BinaryIO, number: int, message: dict[str, Any]) -> None:
    """Writes one frame, whole; nothing of it, and raises NotPlainError, where it is no plain data."""
    frame = codec.encode(message)
    data = memoryview(codec.HEADER.pack(len(frame), number) + frame)
    while data:
        data = data[stream.write(data) :]


def answer(notebook: Notebook, request: dict[str, Any]) -> Iterator[dict[str, Any]]:
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
    else:
        sys.stdout = sys.stderr = CappedText()
        names = {**notebook.namespace, **notebook.kept} if request["kept"] else notebook.namespace
        for args in codec.decode(request["calls"], trusted=True):
            yield outcome(notebook, names, request["function"], args, request["iterate"])


def outcome(notebook: Notebook, names: dict[str, Any], function: str, args: list[Any], iterate: bool) -> dict[str, Any]:
    """What calling the function of this name comes to."""
    if function not in names:
        return {"missing": True}
    try:
        result = call(names[function], args, names, iterate)
    except BaseException as error:
        return {"raised": notebook.sources.describe(error)}
    return {"value": result.value, "changed": list(result.changed), "warned": result.warned}
