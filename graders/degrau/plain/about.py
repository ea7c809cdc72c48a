"""What a function is, apart from what it answers: what it takes, which names it uses, what those stand for.

It is looked at only where an answer is wrong, to tell a slip of the pen from a wrong formula. Plain data; it comes from
where the function lives, may be forged there, and changes words only, never a verdict.
"""

import builtins
import dis
import inspect
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import CodeType, FunctionType
from typing import Any

from .outcomes import NAME, Raised

# So many names are told, of so many functions; most have a handful.
MOST_NAMES, MOST_FUNCTIONS = 40, 60
MISSING = ""
PLAIN = ("kind", "written", "returns", "fewest", "most", "names")
LISTS = ("parameters", "unread", "idle", "members")


@dataclass(frozen=True)
class About:
    """What is known of a function; nothing, where it cannot be asked."""

    kind: str = MISSING
    """The type of what its name stands for: "function", "type", "int" …; nothing where there is no such name."""
    written: bool = False
    """Whether its body does something."""
    returns: bool = True
    """Whether some `return` in it may give something other than None."""
    parameters: tuple[str, ...] = ()
    """The names of its positional parameters, in order."""
    fewest: int = 0
    """How many arguments it must be given."""
    most: int | None = None
    """How many it can be given; None: any number, or unknown."""
    unread: tuple[str, ...] = ()
    """The parameters that its code never reads."""
    names: Mapping[str, str] = field(default_factory=dict)
    """The names of the notebook that its code uses, each with the type of what it stands for; nothing for none."""
    idle: tuple[str, ...] = ()
    """Which of those are functions whose body does nothing."""
    members: tuple[str, ...] = ()
    """What a class defines."""
    others: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The notebook's own functions, each with its parameters."""
    later: frozenset[str] = frozenset()
    """The names that cells define which have not run."""
    stopped: Mapping[str, Raised] = field(default_factory=dict)
    """What stopped the cells that should have given these names something."""


def about(name: str, namespace: Mapping[str, Any], function: object = None) -> dict[str, Any]:
    """What there is to say of this name's function, or of `function`, beside the notebook's names, as plain data.

    Nothing of the function is run.
    """
    held = namespace.get(name) if function is None else function
    told: dict[str, Any] = {"others": _others(namespace)}
    if held is None and name not in namespace:
        return told
    told["kind"] = _kind(held)
    code = _code(held)
    if isinstance(held, type):
        members = [str(n)[:NAME] for cls in held.__mro__[:-1] for n in vars(cls)]
        told |= {"members": members[:MOST_NAMES], "written": True}
    if code is None:
        return told | {"written": True}
    mentioned = list(dict.fromkeys(_names(code)))[:MOST_NAMES]
    return told | {
        "written": isinstance(held, type) or _does_something(code),
        "returns": _returns(code),
        "unread": _unread(code),
        "names": {n[:NAME]: _kind(namespace[n]) if n in namespace else MISSING for n in mentioned},
        "idle": [n[:NAME] for n in mentioned if n != name and _is_idle(namespace.get(n))],
        **_takes(held),
    }


def _kind(value: object) -> str:
    return str(type.__dict__["__name__"].__get__(type(value)))[:NAME]


def _code(held: object) -> CodeType | None:
    """The code of a function; of a class, that of how it is made."""
    function = vars(held).get("__init__") if isinstance(held, type) else held
    return function.__code__ if type(function) is FunctionType else None


def _takes(held: Any) -> dict[str, Any]:
    """The positional parameters of a function, and how many arguments it takes; those of a class without `self`."""
    function: Any = vars(held)["__init__"] if isinstance(held, type) else held
    code, self = function.__code__, int(isinstance(held, type))
    names = code.co_varnames[self : code.co_argcount]
    endless = bool(code.co_flags & inspect.CO_VARARGS)
    return {
        "parameters": [n[:NAME] for n in names[:MOST_NAMES]],
        "fewest": max(0, len(names) - len(function.__defaults__ or ())),
        "most": None if endless else len(names),
    }


def _others(namespace: Mapping[str, Any]) -> dict[str, list[str]]:
    """The functions that the notebook itself defines."""
    own = [(n, f) for n, f in namespace.items() if type(f) is FunctionType and f.__globals__ is namespace]
    return {n[:NAME]: _takes(f)["parameters"] for n, f in own[:MOST_FUNCTIONS]}


def _names(code: CodeType) -> Iterator[str]:
    """The global names that the code, and the functions in it, look up."""
    for instruction in dis.get_instructions(code):
        if instruction.opname in ("LOAD_GLOBAL", "LOAD_NAME"):
            yield str(instruction.argval)
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _names(constant)


def _unread(code: CodeType) -> list[str]:
    """The parameters that neither the code nor a function in it reads."""
    read = set(code.co_cellvars)
    for instruction in dis.get_instructions(code):
        if "LOAD_FAST" in instruction.opname:
            named = instruction.argval
            read.update(named if isinstance(named, tuple) else [named])
    return [n for n in code.co_varnames[: code.co_argcount] if n not in read]


def _steps(code: CodeType) -> list[dis.Instruction]:
    """What the code does, without what every function begins with."""
    return [i for i in dis.get_instructions(code) if i.opname not in ("RESUME", "NOP", "CACHE")]


def _does_something(code: CodeType) -> bool:
    """Whether it does more than to end with None."""
    plain = all(i.opname in ("LOAD_CONST", "RETURN_CONST", "RETURN_VALUE") for i in _steps(code))
    return not plain or _returns(code)


def _returns(code: CodeType) -> bool:
    """Whether something other than the constant None can be returned, or yielded."""
    if code.co_flags & (inspect.CO_GENERATOR | inspect.CO_COROUTINE | inspect.CO_ASYNC_GENERATOR):
        return True
    before: dis.Instruction | None = None
    for step in _steps(code):
        nothing = before is not None and before.opname == "LOAD_CONST" and before.argval is None
        if step.opname == "RETURN_CONST" and step.argval is not None:
            return True
        if step.opname == "RETURN_VALUE" and not nothing:
            return True
        before = step
    return False


def _is_idle(value: object) -> bool:
    code = _code(value) if not isinstance(value, type) else None
    return code is not None and not _does_something(code)


def is_builtin(name: str) -> bool:
    """Whether Python itself gives this name something."""
    return hasattr(builtins, name)


def bind(told: Mapping[str, Any]) -> About:
    """The same as an About, from plain data of the right types."""
    known: dict[str, Any] = {key: told[key] for key in PLAIN if key in told}
    known |= {key: tuple(told[key]) for key in LISTS if key in told}
    return About(**known, others={n: tuple(p) for n, p in told.get("others", {}).items()})
