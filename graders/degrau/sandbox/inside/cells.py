"""Runs a notebook's cells as plain Python, so that one statement that fails takes nothing else with it."""

import ast
import builtins
import io
import re
import sys
import types
from typing import Any

from ...plain.involved import Involved, involved
from ...plain.outcomes import LINE, LINES, MESSAGE, NAME, OUTPUT

# A class's own name, even where its metaclass tells another.
_name_of = type.__dict__["__name__"].__get__
BODY_MAGICS = {"time", "timeit", "capture", "prun"}


class CappedText(io.StringIO):
    """Text output that keeps its first characters only."""

    def write(self, text: str) -> int:
        super().write(text[: max(0, OUTPUT - self.tell())])
        return len(text)

    def kept(self) -> str:
        """What was written; nothing if it was closed."""
        return "" if self.closed else _encodable(io.StringIO.getvalue(self)[:OUTPUT])


class Notebook:
    """The namespace that a notebook's cells share, and what became of each cell."""

    def __init__(self) -> None:
        self.module = types.ModuleType("__main__")
        self.namespace = self.module.__dict__
        self.sources: dict[str, list[str]] = {}
        self.kept: dict[str, Any] = {}
        self.namespace.update(display=_nothing, get_ipython=_Shell, __builtins__=_own_builtins())
        sys.modules["__main__"] = self.module
        sys.modules["degrau"] = _Stub("degrau")

    def run(self, cell: str, source: str) -> dict[str, Any] | None:
        """Runs one cell, statement by statement; describes its first exception, if there is one."""
        filename = f"<{cell}>"
        self.sources[filename] = source.splitlines()
        try:
            tree = _parse(source, filename)
        except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
            return self.describe(error)
        first = None
        for statement in tree.body:
            try:
                exec(compile(ast.Module([statement], []), filename, "exec"), self.namespace)
            except BaseException as error:
                first = first or self.describe(error)
        return first

    def describe(self, error: BaseException) -> dict[str, Any]:
        """An exception as plain data: its type, its message, and the student's own lines on the way to it."""
        try:
            lines, names = self._lines(error), self._involved(error)
        except BaseException:
            lines, names = [], []
        return {
            "type": _encodable(_name_of(type(error)))[:NAME],
            "message": _message(error),
            "lines": lines,
            "involved": names,
        }

    def _lines(self, error: BaseException) -> list[tuple[str, int, str]]:
        lines = []
        if isinstance(error, SyntaxError) and error.filename in self.sources:
            lines.append(self._line(error.filename, error.lineno or 1))
        traceback = error.__traceback__
        while traceback is not None:
            filename = traceback.tb_frame.f_code.co_filename
            if filename in self.sources:
                lines.append(self._line(filename, traceback.tb_lineno))
            traceback = traceback.tb_next
        return lines if len(lines) <= LINES else [lines[0], *lines[1 - LINES :]]

    def _involved(self, error: BaseException) -> list[Involved]:
        last, traceback = None, error.__traceback__
        while traceback is not None:
            last = traceback if traceback.tb_frame.f_code.co_filename in self.sources else last
            traceback = traceback.tb_next
        return involved(last, self.sources[last.tb_frame.f_code.co_filename]) if last else []

    def _line(self, filename: str, number: int) -> tuple[str, int, str]:
        source = self.sources[filename]
        text = source[number - 1].strip() if 0 < number <= len(source) else ""
        return filename[1:-1], number, text[:LINE]


def _message(error: BaseException) -> str:
    try:
        text = str(error.msg if isinstance(error, SyntaxError) else error)
        return _encodable(str.__str__(text)[:MESSAGE])
    except BaseException:
        return ""


def _encodable(text: str) -> str:
    """The text without lone surrogates, which UTF-8 does not have."""
    return str.encode(text, "utf-8", "replace").decode()


def _parse(source: str, filename: str) -> ast.Module:
    try:
        return ast.parse(source, filename)
    except SyntaxError:
        plain = without_magics(source)
        if plain == source:
            raise
        return ast.parse(plain, filename)


def without_magics(source: str) -> str:
    """The cell without IPython's own syntax: magics, shell lines, and questions become `pass`; line numbers stay.

    >>> without_magics("%matplotlib inline\\nx = !ls\\ny = 1")
    'pass\\nx = None\\ny = 1'
    """
    lines = source.splitlines()
    first = next((i for i, line in enumerate(lines) if line.strip()), 0)
    cell_magic = re.match(r"\s*%%(\w+)", lines[first]) if lines else None
    if cell_magic and cell_magic[1] not in BODY_MAGICS:
        return "pass"
    plain, continued = [], False
    for line in lines:
        new = "" if continued else _plain_line(line)
        continued = new != line and line.endswith("\\")
        plain.append(new)
    return "\n".join(plain)


def _plain_line(line: str) -> str:
    indent = line[: len(line) - len(line.lstrip())]
    if re.match(r"\s*(%|!|\?)", line) or re.fullmatch(r"\s*[\w.]+\?{1,2}\s*", line):
        return f"{indent}pass"
    return re.sub(r"^(\s*[\w, ]+=)\s*[%!].*$", r"\1 None", line)


class _Stub(types.ModuleType):
    """Stands for `degrau` in the sandbox: a student's own `check(f)` does nothing here."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.__path__: list[str] = []

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return _nothing


class _Shell:
    """Stands for IPython's shell: magics do nothing."""

    def __getattr__(self, name: str) -> Any:
        return _nothing


def _own_builtins() -> types.ModuleType:
    """A copy of the built-in names: a notebook that changes them changes its own code's alone."""
    own = types.ModuleType("builtins")
    own.__dict__.update(builtins.__dict__, input=_no_input)
    sys.modules["builtins"] = own
    return own


def _nothing(*args: Any, **named: Any) -> None:
    """Does nothing."""


def _no_input(prompt: object = "") -> str:
    raise EOFError("input() has nobody to answer it here")
