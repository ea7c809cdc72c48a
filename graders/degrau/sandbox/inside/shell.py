"""What stands for IPython's shell in a box: magics that run code run it, the others and the system do nothing."""

import builtins
import os
import re
import sys
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout, suppress
from io import StringIO
from types import FrameType
from typing import Any, Protocol

# What stands before the code in the line of a magic that runs it.
OPTIONS = {
    "time": re.compile(r"(?:--no-raise-error(?:\s+|$))?"),
    "timeit": re.compile(r"(?:(?:-[nrp]\s*\d++|-[tcqvo]++)(?:\s++|$))*+"),
    "prun": re.compile(r"(?:(?:-[lsTD]\s*\S++|-[rq]++)(?:\s++|$))*+"),
}
PYLAB = "import matplotlib\nfrom matplotlib import pylab, mlab, pyplot\nplt = pyplot"
NO_FOLDER = "%%writefile {name} writes nothing here: this sandbox has no folder of its own"


class Cells(Protocol):
    """The notebook that a shell belongs to."""

    namespace: dict[str, Any]

    def line(self, filename: str, number: int) -> str | None:
        """The line of a cell as the student wrote it; None where there is no such cell or line."""

    def execute(self, source: str, filename: str, above: int = 0) -> None:
        """Runs code of a cell statement by statement, so that one that fails takes nothing else with it."""

    def evaluate(self, source: str, filename: str, above: int, names: dict[str, Any]) -> Any:
        """Runs code as a whole beside these names; the value is that of its last expression."""


class Nothing:
    """Stands for whatever a shell has and a box has not: it can be called, and does nothing."""

    def __call__(self, *args: Any, **named: Any) -> None:
        return None

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return Nothing()


class Captured:
    """What `%%capture` keeps of a cell."""

    def __init__(self) -> None:
        self.outputs: list[object] = []
        self._stdout, self._stderr = StringIO(), StringIO()

    @property
    def stdout(self) -> str:
        return self._stdout.getvalue()

    @property
    def stderr(self) -> str:
        return self._stderr.getvalue()

    def __str__(self) -> str:
        return self.stdout

    def show(self) -> None:
        """Prints it after all."""
        sys.stdout.write(self.stdout)

    __call__ = show

    def during(self, job: Callable[[], None]) -> None:
        """Keeps what the job prints."""
        with redirect_stdout(self._stdout), redirect_stderr(self._stderr):
            job()


class Unwritten:
    """Says of a module that was to be written why it cannot be imported."""

    def __init__(self, module: str) -> None:
        self._module = module

    def find_spec(self, name: str, *_: object) -> None:
        """Finds nothing; raises ModuleNotFoundError for that module."""
        if name == self._module:
            raise ModuleNotFoundError(NO_FOLDER.format(name=f"{name}.py"), name=name)


class Shell(Nothing):
    """Stands for IPython's shell; `folder` is where it may write files, if there is such a folder."""

    def __init__(self, cells: Cells, folder: str | None) -> None:
        self._cells, self._folder = cells, folder
        self.user_ns = cells.namespace
        # Libraries look here for the name of a program, to know how to show things.
        self.config: dict[str, object] = {}

    def run_line_magic(self, name: str, line: str, *_: Any) -> Any:
        """`%name line`"""
        return self._run_line(name, line, sys._getframe(1))

    def magic(self, line: str) -> Any:
        """`%line`, as old exports write it."""
        name, _, rest = line.lstrip("%").partition(" ")
        return self._run_line(name, rest, sys._getframe(1))

    def _run_line(self, name: str, line: str, frame: FrameType) -> Any:
        if name == "pylab":
            self._pylab()
        if name not in OPTIONS:
            return None
        filename, above = self._place(frame, f"%{name}")
        names = self._kept(name)
        value = self._cells.evaluate(line[_options(name, line) :], filename, above, frame.f_locals)
        self.user_ns.update(names)
        return value if name == "time" else None

    def run_cell_magic(self, name: str, line: str, cell: str) -> None:
        """`%%name line`, and the cell below it."""
        filename, above = self._place(sys._getframe(1), f"%%{name}")
        if name == "capture":
            captured = Captured()
            for target in [word for word in line.split() if not word.startswith("-")][:1]:
                self.user_ns[target] = captured
            captured.during(lambda: self._run_body(cell, filename, above + 1))
        elif name in ("writefile", "file"):
            self._write(line, cell)
        elif name in OPTIONS:
            names = self._kept(name)
            self._run_body(line[_options(name, line) :], filename, above)
            self._run_body(cell, filename, above + 1)
            self.user_ns.update(names)

    def run_cell(self, source: str, *_: Any, **__: Any) -> None:
        """Runs a cell's source."""
        self._run_body(source, "<run_cell>", 0)

    def getoutput(self, *_: Any, **__: Any) -> list[str]:
        """No line: the system's shell does nothing."""
        return []

    def _run_body(self, source: str, filename: str, above: int) -> None:
        """Runs part of a cell as cells run; what is written elsewhere runs as a whole, and raises where it is asked."""
        if self._cells.line(filename, 1) is not None:
            self._cells.execute(source, filename, above)
        else:
            self._cells.evaluate(source, filename, above, self.user_ns)

    def _place(self, frame: FrameType, written: str) -> tuple[str, int]:
        """The cell in which this magic is written, and how many lines are above it; or a name that no cell has."""
        filename, number = frame.f_code.co_filename, frame.f_lineno
        inside = written in (self._cells.line(filename, number) or "")
        return (filename, number - 1) if inside else (f"<{written}>", 0)

    def _kept(self, name: str) -> dict[str, Any]:
        """What the names are after a magic as well: `timeit` changes none, though new ones were meant to be given."""
        return dict(self.user_ns) if name == "timeit" else {}

    def _pylab(self) -> None:
        """The names that `%pylab` gives, as far as their libraries are there."""
        with suppress(ImportError):
            exec(f"{PYLAB}\nfrom matplotlib.pylab import *", self.user_ns)
        exec("import numpy\nimport numpy as np\nfrom numpy import *", self.user_ns)

    def _write(self, line: str, text: str) -> None:
        *options, name = line.split() or [""]
        if self._folder is None:
            sys.meta_path.append(Unwritten(name.removesuffix(".py")))
            raise OSError(NO_FOLDER.format(name=name))
        path = os.path.join(self._folder, os.path.expanduser(name.strip("'\"")))
        mode = "a" if set(options) & {"-a", "--append"} else "w"
        with builtins.open(path, mode, encoding="utf-8") as file:
            file.write(text)


def _options(name: str, line: str) -> int:
    """How many characters of a magic's line are its options."""
    found = OPTIONS[name].match(line)
    return found.end() if found else 0
