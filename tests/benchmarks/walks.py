"""How far one walks through the program: the modules that a check, and a grading of one submission, lead through.

Run it with: uv run python tests/benchmarks/walks.py [--names]

A walk is the sequence of degrau's modules whose functions are entered, in the order of the calls; what runs while a
module is imported is left out, and so is what is made once for a class. An edge is a change from one module to the
next; it is gone both ways where the walk also has the change back. Fewer of both are easier to follow.
"""

import argparse
import contextlib
import io
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from types import CodeType, FrameType

import degrau

ROOT = str(Path(degrau.__file__).parent) + os.sep
ANSWERS = {
    "linear": "def linear(z):\n    return z\n",
    "adaline_output": "def adaline_output(X, w, b):\n    return X @ w + b\n",
    "adaline_cost": "def adaline_cost(X, y, w, b):\n    return np.mean((y - adaline_output(X, w, b)) ** 2) / 2\n",
    "adaline_gradient": "def adaline_gradient(X, y, w, b):\n    e = X @ w + b - y\n    return X.T @ e, np.mean(e)\n",
}


@dataclass(frozen=True)
class Walk:
    """The modules that were entered, the changes from one to the next, and the pairs that were changed both ways."""

    modules: frozenset[str]
    edges: frozenset[tuple[str, str]]

    @property
    def both_ways(self) -> frozenset[frozenset[str]]:
        return frozenset(frozenset(edge) for edge in self.edges if edge[::-1] in self.edges)


def walk(job: Callable[[], object]) -> Walk:
    """The walk of a job through the modules of degrau in this process."""
    entered: list[str] = []
    names: dict[CodeType, str] = {}
    imports: list[FrameType] = []

    def note(frame: FrameType, event: str, _argument: object) -> None:
        if frame.f_code.co_name == "<module>":
            if event == "call":
                imports.append(frame)
            elif event == "return" and imports and imports[-1] is frame:
                imports.pop()
        elif event == "call" and not imports:
            name = names.setdefault(frame.f_code, _module(frame.f_code))
            if name and (not entered or entered[-1] != name):
                entered.append(name)

    sys.setprofile(note)
    try:
        job()
    finally:
        sys.setprofile(None)
    return Walk(frozenset(entered), frozenset(pairwise(entered)))


def _module(code: CodeType) -> str:
    """The module of degrau's that has this function; nothing for other code."""
    return code.co_filename.removeprefix(ROOT) if code.co_filename.startswith(ROOT) else ""


def self_check() -> None:
    """A check of a wrong answer, as in a notebook."""
    namespace = vars(sys.modules["__main__"])
    exec("import numpy as np\n" + "".join(ANSWERS.values()), namespace)
    degrau.check(namespace["adaline_gradient"])


def grading(course: Path) -> Callable[[], None]:
    """`degrau grade` of one submission with right and wrong answers, in a course that was graded before."""
    command = [sys.executable, "-m", "degrau"]
    subprocess.run([*command, "init", str(course)], check=True, capture_output=True)
    released = course / "release" / "01_adaline" / "01_adaline.ipynb"
    notebook = json.loads(released.read_text("utf-8"))
    for cell in notebook["cells"]:
        cell["source"] = ANSWERS.get(cell["id"], cell["source"])
    path = course / "submitted" / "ana" / "01_adaline" / released.name
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps(notebook), "utf-8")

    arguments = ["grade", "--course", str(course), "--fresh"]
    subprocess.run([*command, *arguments], check=True, capture_output=True)

    def grade() -> None:
        from degrau.__main__ import main

        sys.argv[1:] = arguments
        with contextlib.suppress(SystemExit):
            main()

    return grade


def main() -> None:
    """Prints a line a walk."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--names", action="store_true", help="name the modules and the edges gone both ways")
    names = parser.parse_args().names
    with tempfile.TemporaryDirectory() as folder:
        for title, job in (("check", self_check), ("grade", grading(Path(folder, "course")))):
            with contextlib.redirect_stdout(io.StringIO()):
                walked = walk(job)
            print(
                f"{title}: {len(walked.modules)} modules, {len(walked.edges)} edges, {len(walked.both_ways)} both ways"
            )
            if names:
                print("  " + " ".join(sorted(walked.modules)))
                print(*("  " + " ⇄ ".join(sorted(pair)) for pair in sorted(map(sorted, walked.both_ways))), sep="\n")


if __name__ == "__main__":
    main()
