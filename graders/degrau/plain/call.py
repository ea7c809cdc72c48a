"""One call of a student's function, wherever it lives: its arguments made, its warnings and altered arguments noted;
and the call as text that can be pasted.

Most arguments are plain data. A function, a generator of random numbers or a whole script travels as Python text, which
is evaluated beside the student's function; so it can be shown to the student, who can paste it.
"""

import ast
import builtins
import dis
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from types import CodeType
from typing import Any, Self

import numpy as np
from numpy import errstate, geterr, ndarray, seterr

from . import apart
from .outcomes import WARNING

MOST_ITEMS = 10_000
LONGEST = 400
# What Python says where text takes apart the result of a function that returned none.
OF_NONE = ("cannot unpack non-iterable NoneType object", "'NoneType' object is not subscriptable")
OWN_FILES = ("<argument>", "<script>")
# The steps of compiled code that look a name up: in a function, at the top, in a class.
LOOKED_UP = ("LOAD_GLOBAL", "LOAD_NAME", "LOAD_FROM_DICT_OR_GLOBALS")
Namespace = Mapping[str, Any]


@dataclass(frozen=True)
class Source:
    """An argument as Python text, which may use `np` and the notebook's own functions.

    >>> Source("lambda x, y: x * y").here(2.0, 3.0)
    6.0
    """

    text: str

    def __str__(self) -> str:
        return self.text

    def value(self, namespace: Namespace) -> Any:
        """What the text evaluates to beside these names; None where it takes apart what a function returned as None."""
        try:
            return self._value(namespace)
        except TypeError as error:
            if str(error) in OF_NONE and _raised_in(error) in OWN_FILES:
                return None
            raise

    def _value(self, namespace: Namespace) -> Any:
        expression = _expression(self.text)
        return eval(expression, _beside(namespace, expression))

    def here(self, *args: Any) -> Any:
        """The result of calling the function that the text makes, which must need nothing but `np`."""
        return self.value({})(*args)


@dataclass(frozen=True)
class Script(Source):
    """Text that is run like a notebook's cell, in place of a call; the value is that of its last expression.

    >>> Script("a = 2.0\\n[a, a * 3]").value({})
    [2.0, 6.0]
    """

    def _value(self, namespace: Namespace) -> Any:
        statements, last = _statements(self.text)
        names = _beside(namespace, statements, last)
        try:
            exec(statements, names)
            return eval(last, names)
        finally:
            if apart.SHALLOW:
                apart.take_apart(names, namespace)


def generator(seed: int) -> Source:
    """A NumPy random generator, new for every call."""
    return Source(f"np.random.default_rng({seed})")


@dataclass(frozen=True)
class Result:
    """What a call returned, the positions of the arguments that it altered, and the first warning that it caused."""

    value: Any
    changed: tuple[int, ...]
    warned: str


class EndlessError(Exception):
    """What a function returned gives item after item, and goes on."""


class Calling:
    """Calls functions one after another; NumPy and its warnings are meanwhile as they are by default.

    Whatever a notebook sets, or a function while it is called, is set back before the next call.
    """

    def __enter__(self) -> Self:
        # The modules are named here, and NumPy's parts imported, so that a notebook that replaces them harms itself.
        self._around = ExitStack()
        self._around.enter_context(warnings.catch_warnings(module=warnings))
        self._around.enter_context(errstate())
        self._warned = ""
        self._set()
        return self

    def __exit__(self, *error: Any) -> None:
        self._around.close()

    def call(self, function: Callable[..., Any], args: Sequence[Any], namespace: Namespace, iterate: bool) -> Result:
        """Calls the function, or runs the script that stands for the call; raises whatever that raises.

        `iterate`: whatever a loop goes through is gone through, and its items are the value; raises EndlessError where
        there is no end to them.
        """
        script = args[0] if args and isinstance(args[0], Script) else None
        made = [] if script else [a.value(namespace) if isinstance(a, Source) else a for a in args]
        before = [_fingerprint(a) for a in made]
        self._afresh()
        value = script.value(namespace) if script else function(*made)
        if iterate:
            value = _items(value)
        changed = tuple([i for i, a in enumerate(made) if _fingerprint(a) != before[i]])
        return Result(value, changed, self._warned)

    def _afresh(self) -> None:
        self._warned = ""
        kept = warnings.filters is self._filters and self._filters == self._only and warnings.showwarning is self._shown
        if not kept or geterr() != self._errors:
            self._set()

    def _set(self) -> None:
        warnings.simplefilter("ignore")
        warnings.simplefilter("always", RuntimeWarning)
        self._filters, self._only = warnings.filters, list(warnings.filters)
        self._shown = warnings.showwarning = self._hear
        seterr(divide="warn", over="warn", invalid="warn", under="ignore")
        self._errors = geterr()

    def _hear(self, message: Warning | str, *_: Any, **__: Any) -> None:
        self._warned = self._warned or str(message)[:WARNING]


def call(function: Callable[..., Any], args: Sequence[Any], namespace: Namespace, iterate: bool) -> Result:
    """One call, as of `Calling`."""
    with Calling() as calling:
        return calling.call(function, args, namespace, iterate)


def _items(value: Any) -> Any:
    """The items of an iterable, in a list; sequences and arrays stay as they are, and so does what is no iterable."""
    if isinstance(value, (list, tuple, ndarray, str, bytes, dict)):
        return value
    try:
        items = iter(value)
    except TypeError:
        return value
    found = list(islice(items, MOST_ITEMS))
    if len(found) == MOST_ITEMS and list(islice(items, 1)):
        raise EndlessError
    return found


def no_input(prompt: object = "") -> str:
    """Stands for `input` while a function is asked; raises EOFError."""
    raise EOFError("input() has nobody to answer it here")


def leave(code: object = None) -> None:
    """Stands for `exit` and `quit` while a function is asked; raises SystemExit."""
    raise SystemExit(code)


# What a function must not do to whoever asks it.
CLOSED: Mapping[str, Callable[..., Any]] = {"input": no_input, "exit": leave, "quit": leave}


def _fingerprint(arg: Any) -> Any:
    """What tells whether an array, or a list or dict of arrays, was changed; of other arguments, nothing can be."""
    if type(arg) is list:
        return [_fingerprint(a) for a in arg]
    if type(arg) is dict:
        return [(key, _fingerprint(a)) for key, a in arg.items()]
    return (arg.shape, arg.dtype, arg.tobytes()) if type(arg) is ndarray else None


def _raised_in(error: Exception) -> str:
    """The file of the code that raised it."""
    traceback = error.__traceback__
    while traceback is not None and traceback.tb_next is not None:
        traceback = traceback.tb_next
    return traceback.tb_frame.f_code.co_filename if traceback else ""


def _beside(namespace: Namespace, *codes: CodeType) -> dict[str, Any]:
    """The notebook's names that the code may use, without those that hide a builtin; and NumPy."""
    used = {name for code in codes for name in _mentioned(code)}
    return {n: namespace[n] for n in used if n in namespace and not hasattr(builtins, n)} | {"np": np}


@lru_cache(maxsize=4096)
def _mentioned(code: CodeType) -> frozenset[str]:
    """All names in the code and in the functions in it, those of attributes too, which it takes long to tell apart."""
    inner = (_mentioned(constant) for constant in code.co_consts if isinstance(constant, CodeType))
    return frozenset(code.co_names).union(*inner)


@lru_cache(maxsize=4096)
def names_in(code: CodeType) -> frozenset[str]:
    """The names that the code, and the functions in it, look up; not those of attributes, such as tanh in np.tanh."""
    inner = (names_in(constant) for constant in code.co_consts if isinstance(constant, CodeType))
    own = (step.argval for step in dis.get_instructions(code) if step.opname in LOOKED_UP)
    return frozenset(own).union(*inner)


@lru_cache(maxsize=4096)
def _expression(text: str) -> CodeType:
    return compile(text, "<argument>", "eval")


@lru_cache(maxsize=4096)
def _statements(text: str) -> tuple[CodeType, CodeType]:
    """A script without its last line, and the expression that is its last line, or has several."""
    before, _, line = text.rpartition("\n")
    try:
        return compile(before, "<script>", "exec"), compile(line, "<script>", "eval")
    except SyntaxError:
        pass
    *statements, last = ast.parse(text).body
    assert isinstance(last, ast.Expr)
    whole = compile(ast.Module(statements, []), "<script>", "exec")
    return whole, compile(ast.Expression(last.value), "<script>", "eval")


@dataclass(frozen=True)
class Call:
    """A call of a function, whose `str` can be pasted into a notebook that has `import numpy as np`."""

    function: str
    args: tuple[Any, ...]
    iterable: bool = False

    def __str__(self) -> str:
        if self.args and isinstance(self.args[0], Script):
            return str(self.args[0])
        call = f"{self.function}({', '.join(map(_argument_words, self.args))})"
        return f"list({call})" if self.iterable else call

    @property
    def labels(self) -> tuple[str, ...]:
        """What a script's answers are, where its last line lists them: `a.grad`, `b.grad`. Nothing for other calls."""
        if not self.args or not isinstance(self.args[0], Script):
            return ()
        match ast.parse(str(self.args[0])).body[-1]:
            case ast.Expr(ast.List(answers)):
                return tuple(map(ast.unparse, answers))
        return ()


def _argument_words(arg: object) -> str:
    """An argument as Python text; what is in a dict is cut one by one, so that a layer's weights can be pasted."""
    if isinstance(arg, dict):
        return f"{{{', '.join(f'{value_words(key)}: {value_words(item)}' for key, item in arg.items())}}}"
    return value_words(arg)


def value_words(value: object, longest: int = LONGEST) -> str:
    """`value` as Python text that gives it back; long values are cut, and of those no more is looked at.

    >>> value_words(np.array([1.0, 2.5])), value_words(np.float64(0.1))
    ('np.array([1.0, 2.5])', '0.1')
    """
    text = ""
    try:
        for piece in _pieces(value, longest):
            text += piece
            if len(text) > longest:
                return f"{text[:longest]}…"
    except RecursionError:
        return "[[[…"
    return text


def _pieces(value: object, longest: int) -> Iterator[str]:
    """The text of a value, piece by piece."""
    if isinstance(value, np.ndarray):
        few = max(value.size, *value.shape, 0) <= longest
        yield "np.array("
        yield from [_nested(value.tolist())] if few else _rows(value)
        yield ")"
    elif isinstance(value, (tuple, list)):
        yield "(" if isinstance(value, tuple) else "["
        for i, item in enumerate(value):
            yield ", " if i else ""
            yield from _pieces(item, longest)
        yield (",)" if len(value) == 1 else ")") if isinstance(value, tuple) else "]"
    elif isinstance(value, dict):
        yield "{"
        for i, (key, item) in enumerate(value.items()):
            yield ", " if i else ""
            yield from _pieces(key, longest)
            yield ": "
            yield from _pieces(item, longest)
        yield "}"
    elif isinstance(value, np.generic):
        yield _number_words(value.item())
    elif isinstance(value, Source):
        yield str(value)
    elif isinstance(value, (str, bytes)):
        yield repr(value[: longest + 1])
    else:
        yield _number_words(value)


def _nested(numbers: Any) -> str:
    """The text of an array that is short, as a list of lists."""
    return f"[{', '.join(map(_nested, numbers))}]" if isinstance(numbers, list) else _number_words(numbers)


def _rows(array: "ndarray[Any, Any]") -> Iterator[str]:
    """The text of an array, entry by entry."""
    if not array.ndim:
        yield _number_words(array.item())
        return
    yield "["
    for i in range(len(array)):
        yield ", " if i else ""
        yield from _rows(array[i : i + 1].reshape(array.shape[1:]))
    yield "]"


def _number_words(value: object) -> str:
    """Like `repr`, with floats to ten digits so that 0.30000000000000004 reads 0.3."""
    if isinstance(value, float) and np.isfinite(value):
        return _float_words(value)
    if isinstance(value, float):
        return "np.nan" if np.isnan(value) else ("np.inf" if value > 0 else "-np.inf")
    return repr(value)


def _float_words(value: float) -> str:
    rounded = float(f"{value:.10g}")
    close = rounded == value or abs(rounded - value) <= 1e-12 * abs(value)
    return repr(rounded if close else value)
