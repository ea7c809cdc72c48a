"""Graphs of objects that a script made, taken apart, where Python would go down them by recursion.

In a browser, freeing a chain of some two thousand objects, each of which holds the next, ends the interpreter: every
link takes room on a short stack. Taken apart first, none has anything below it.
"""

import gc
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from functools import partial
from types import CellType, FunctionType, MemberDescriptorType, MethodType
from typing import Any

# Whether objects that hold each other must be taken apart.
SHALLOW = sys.platform == "emscripten"
HOLDERS = (list, tuple, dict, set, frozenset, CellType, MethodType, partial)


def take_apart(made: Mapping[str, Any], namespace: Mapping[str, Any]) -> None:
    """Empties the objects of the notebook's classes that these names lead to, but for those that it has names for.

    Goes through their attributes, containers and what their functions close over, with a loop.
    """
    kinds = tuple(value for value in namespace.values() if isinstance(value, type) and not issubclass(value, type))
    seen = set(map(id, namespace.values()))
    # What is emptied is kept until all are, so that nothing is freed while it holds another.
    kept, waiting = [], [value for name, value in made.items() if name != "__builtins__"]
    while waiting:
        value = waiting.pop()
        if id(value) not in seen:
            seen.add(id(value))
            kept.append(value)
            waiting += _held(value, kinds)
    for value in kept:
        if isinstance(value, kinds):
            _empty(value)


def _held(value: object, kinds: tuple[type, ...]) -> Iterable[object]:
    if type(value) is FunctionType:
        return value.__closure__ or ()
    if type(value) in HOLDERS or isinstance(value, kinds):
        return gc.get_referents(value)
    return ()


def _empty(value: object) -> None:
    for slot in _slots(type(value)):
        with suppress(AttributeError):
            slot.__delete__(value)
    if hasattr(value, "__dict__"):
        vars(value).clear()


def _slots(kind: type) -> Iterator[MemberDescriptorType]:
    for owner in kind.__mro__:
        yield from (member for member in vars(owner).values() if type(member) is MemberDescriptorType)
