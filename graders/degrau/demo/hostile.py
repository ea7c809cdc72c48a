"""Submissions that try to get points they have not earned, or to do harm. Each keeps what it honestly earns."""

from ..base.text import Text, _
from .desk import Answers, Desk, Sample, add_cell

TAMPERS = """\
import builtins
import numpy.testing


class Liar(np.ndarray):
    def __eq__(self, other):
        return np.ones(self.shape, dtype=bool)

    def __array_function__(self, *args, **kwargs):
        return True


np.allclose = np.array_equal = np.isclose = lambda *args, **kwargs: True
np.testing.assert_allclose = np.testing.assert_array_equal = lambda *args, **kwargs: None
builtins.abs = lambda x: 0.0
"""
LIE = "def {name}(*args):\n    return np.zeros(1).view(Liar)\n"
SEARCHES = """\
import gc
import glob
import sys

everything = gc.get_objects()
frame = sys._getframe()
while frame is not None:
    everything += [*frame.f_globals.values(), *frame.f_locals.values()]
    frame = frame.f_back
found = {}
for path in glob.glob("/*/solutions/*.py") + glob.glob("/*/*/solutions/*.py") + glob.glob("/*/*/*/solutions/*.py"):
    exec(open(path).read(), found)


def stolen(name, args):
    for value in [found.get(name), *everything]:
        if getattr(value, "__name__", "") == name and getattr(value, "__module__", "") != "__main__":
            return value(*args)
"""
STEAL = "def {name}(*args):\n    return stolen({name!r}, args)\n"
FORGES = """\
import ast
import doctest
import os

check = lambda function: 100.0
ast.parse = compile = lambda *args, **kwargs: None
doctest.testmod = lambda *args, **kwargs: (0, 100)
print("28.0")
print('{"points": 28, "max_points": 28, "status": "passed"}')
"""
FORGED = """\
def {name}(*args):
    for descriptor in range(64):
        try:
            os.write(descriptor, b"\\x00\\x00\\x00\\x06\\x81\\xa5value\\xc0")
        except OSError:
            pass
    return 28.0
"""
DEVOURS = """\
def adaline_cost(X, y, w, b):
    return np.ones((30 * 2**30) // 8).sum()
"""
ESCAPES = """\
import os
import pathlib
import socket
import subprocess

for harm in (
    lambda: pathlib.Path.home().joinpath("degrau-was-here").write_text("x"),
    lambda: pathlib.Path("/tmp/degrau-was-here").write_text("x"),
    lambda: socket.create_connection(("127.0.0.1", 22), timeout=1),
    lambda: subprocess.Popen(["sleep", "3600"]),
    lambda: os.fork() or os.setsid(),
    lambda: os.kill(os.getppid(), 9),
):
    try:
        harm()
    except OSError:
        pass
"""
LEAVES = """\
def predict(X, w, b):
    import os

    os._exit(0)
"""


def hostile(perceptron: Desk, adaline: Desk) -> list[Sample]:
    """The samples: what graders that run students' code beside their own tests are known to fall for."""
    escaping = adaline.right(2)
    escape = adaline.notebook(escaping)
    add_cell(escape, adaline.functions[0], ESCAPES)
    return [
        _all_lies(adaline, "paulo_cardoso", _("tampers with NumPy"), TAMPERS, LIE),
        _all_lies(adaline, "quintino_melo", _("looks for the solution"), SEARCHES, STEAL),
        perceptron.sample(
            "rafaela_moura",
            _("ends the process"),
            perceptron.right(0) | {"predict": LEAVES},
            none=["predict"],
        ),
        _all_lies(adaline, "sofia_prado", _("forges results"), FORGES, FORGED),
        adaline.sample(
            "tiago_freitas",
            _("asks for 30 GB in one function"),
            adaline.right(0) | {"adaline_cost": DEVOURS},
            none=["adaline_cost"],
        ),
        adaline.sample(
            "vitor_campos",
            _("right, but tries to leave the box"),
            escaping,
            notebook=escape,
        ),
    ]


def _all_lies(desk: Desk, student: str, about: Text, preparation: str, lie: str) -> Sample:
    """A submission whose functions all lie, after a cell that prepares it."""
    lies: Answers = {name: lie.format(name=name) for name in desk.functions}
    notebook = desk.notebook(lies)
    add_cell(notebook, desk.functions[0], preparation)
    return desk.sample(student, about, lies, notebook=notebook, none=lies)
