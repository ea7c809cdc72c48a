"""Runs a notebook's cells as plain Python, so that one statement that fails takes nothing else with it."""

import __future__

import ast
import builtins
import inspect
import io
import sys
import types
from collections.abc import Coroutine
from typing import Any

from ...plain.call import CLOSED
from ...plain.outcomes import OUTPUT
from .shell import Shell
from .sources import Sources, encodable
from .syntax import parsed

# Where IPython, which a notebook may import, gets its own from.
GET_IPYTHON = "IPython.core.getipython"
NO_LOOP = "this needs an event loop, and there is none here"
FEATURES = tuple(getattr(__future__, name).compiler_flag for name in __future__.all_feature_names)


class CappedText(io.StringIO):
    """Text output that keeps its first characters only."""

    def write(self, text: str) -> int:
        super().write(text[: max(0, OUTPUT - self.tell())])
        if self.tell() >= OUTPUT:
            # Whatever else is printed costs as little as can be.
            self.write = len  # type: ignore[assignment, method-assign]
        return len(text)

    def kept(self) -> str:
        """What was written; nothing if it was closed."""
        return "" if self.closed else encodable(io.StringIO.getvalue(self)[:OUTPUT])


class Notebook:
    """The namespace that a notebook's cells share, and what became of each cell.

    `folder` is where the notebook may write files, if there is such a folder.
    """

    def __init__(self, folder: str | None = None) -> None:
        self.module = types.ModuleType("__main__")
        self.namespace = self.module.__dict__
        self.sources = Sources()
        self.kept: dict[str, Any] = {}
        self._flags = 0
        self._failure: dict[str, Any] | None = None
        self._shell = Shell(self, folder)
        self.namespace.update(display=_nothing, get_ipython=self._get_ipython, __builtins__=_own_builtins())
        sys.modules["__main__"] = self.module
        sys.modules["degrau"] = _Stub("degrau")
        sys.modules[GET_IPYTHON] = types.ModuleType(GET_IPYTHON)
        sys.modules[GET_IPYTHON].__dict__["get_ipython"] = self._get_ipython

    def _get_ipython(self) -> Shell:
        return self._shell

    def run(self, cell: str, source: str) -> dict[str, Any] | None:
        """Runs one cell, statement by statement; describes its first exception, if there is one."""
        filename = f"<{cell}>"
        self.sources.shown[filename] = source.split("\n")
        self._failure = None
        self.execute(source, filename)
        return self._failure

    def line(self, filename: str, number: int) -> str | None:
        """The line of a cell as the student wrote it; None where there is no such cell or line."""
        lines = self.sources.shown.get(filename, [])
        return lines[number - 1] if 0 < number <= len(lines) else None

    def execute(self, source: str, filename: str, above: int = 0) -> None:
        """Runs code statement by statement, with so many lines above it; the cell's first exception is kept, described.

        That is done at once, while the names still hold what they held.
        """
        try:
            tree = self._parsed(source, filename, above)
        except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
            self._failure = self._failure or self.sources.describe(error)
            return
        for statement in tree.body:
            try:
                self._run(self._compiled(ast.Module([statement], []), filename, "exec"), self.namespace)
            except BaseException as error:
                self._failure = self._failure or self.sources.describe(error)

    def evaluate(self, source: str, filename: str, above: int, names: Any) -> Any:
        """Runs code as a whole beside these names; the value is that of its last expression."""
        tree = self._parsed(source, filename, above)
        *before, last = tree.body or [ast.Pass()]
        if not isinstance(last, ast.Expr):
            return self._run(self._compiled(tree, filename, "exec"), names)
        self._run(self._compiled(ast.Module(before, []), filename, "exec"), names)
        return self._run(self._compiled(ast.Expression(last.value), filename, "eval"), names)

    def _parsed(self, source: str, filename: str, above: int) -> ast.Module:
        tree, lines = parsed(source, filename, above)
        self.sources.saw(filename, lines, above)
        return tree

    def _compiled(self, tree: ast.Module | ast.Expression, filename: str, mode: str) -> types.CodeType:
        """The code, which may wait at the top level; what it asks of `__future__` lasts."""
        flags = self._flags | ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
        code: types.CodeType = compile(tree, filename, mode, flags, dont_inherit=True)
        self._flags |= sum(flag for flag in FEATURES if code.co_flags & flag)
        return code

    def _run(self, code: types.CodeType, names: Any) -> Any:
        result = eval(code, self.namespace, names)
        return _without_loop(result) if code.co_flags & inspect.CO_COROUTINE else result


class _Stub(types.ModuleType):
    """Stands for `degrau` in the sandbox: a student's own `check(f)` does nothing here."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.__path__: list[str] = []

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return _nothing


def _without_loop(coroutine: Coroutine[Any, Any, Any]) -> Any:
    """The result of what needs no event loop, as IPython runs it where it has none."""
    try:
        coroutine.send(None)
        # Raised where the student's code waits, so that its line is known.
        coroutine.throw(RuntimeError(NO_LOOP))
    except StopIteration as end:
        return end.value
    raise RuntimeError(NO_LOOP)


def _own_builtins() -> types.ModuleType:
    """A copy of the built-in names: a notebook that changes them changes its own code's alone."""
    own = types.ModuleType("builtins")
    own.__dict__.update(builtins.__dict__, **CLOSED)
    sys.modules["builtins"] = own
    return own


def _nothing(*args: Any, **named: Any) -> None:
    """Does nothing."""
