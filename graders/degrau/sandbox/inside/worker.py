"""The process that holds a student's code: it runs cells, calls functions with plain data, and answers with plain data.

It is not trusted. Everything that it says is checked by the judge, which compares the answers with the right ones.
"""

import os
import sys
from collections.abc import Iterator
from typing import Any

import numpy.random

from ...plain import codec
from ...plain.about import about
from ...plain.call import MOST_ITEMS, EndlessError, call
from ...plain.outcomes import NAME, PRINTED
from .cells import CappedText, Notebook
from .frames import receive, send
from .standins import StandIns


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
        for args in codec.decode(request["calls"], trusted=True):
            yield outcome(notebook, names, request["function"], args, request["iterate"])


def outcome(notebook: Notebook, names: dict[str, Any], function: str, args: list[Any], iterate: bool) -> dict[str, Any]:
    """What calling the function of this name comes to."""
    if function not in names:
        return {"missing": True}
    sys.stdout = sys.stderr = output = CappedText()
    try:
        result = call(names[function], args, names, iterate)
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
