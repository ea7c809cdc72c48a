"""The engine's tests where degrau's own course is not there at all, with a tiny one: `python -m tests.alone`.

Those run whose files name nothing of degrau's own course but in tests that are marked `ours`; arguments are pytest's.
"""

import ast
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import degrau
from degrau.judging.registry import CHECK

CLONE = Path(__file__).parents[1]
TINY = CLONE / "tests" / "packs" / "losses"
MARKED = re.compile(r"^pytestmark = .*\bours\b", re.MULTILINE)
# The tests of packs bring courses of their own, those of exercises are the course's.
ELSEWHERE = {"packs", "exercises"}


def main(arguments: Sequence[str]) -> int:
    """Runs them, and gives pytest's exit code."""
    with tempfile.TemporaryDirectory(prefix="degrau-alone-") as folder:
        engine, pack = Path(folder) / "engine", Path(folder) / TINY.name
        left_out = shutil.ignore_patterns("exercises", "__pycache__")
        shutil.copytree(Path(degrau.__file__).parent, engine / "degrau", ignore=left_out)
        shutil.copytree(TINY, pack)
        kept = {name: value for name, value in os.environ.items() if not name.startswith("DEGRAU_")}
        environment = {**kept, "PYTHONPATH": str(engine)}
        # Who stands in the clone stands in degrau's own course.
        run = subprocess.run([sys.executable, "-P", "-m", "degrau", "release"], cwd=pack, env=environment)
        if run.returncode:
            return run.returncode
        settings = ["-c", str(CLONE / "pyproject.toml"), "--rootdir", str(CLONE), "-p", "no:cacheprovider"]
        command = [sys.executable, "-P", "-m", "pytest", *settings, "-m", "not slow and not ours", *arguments]
        return subprocess.run([*command, *map(str, files())], cwd=pack, env=environment).returncode


def files() -> list[Path]:
    """The files of tests that, but in what is marked, name no assignment and no function of degrau's own course."""
    course = sorted((CLONE / "solutions").glob("[0-9]*.py"))
    functions = {name for path in course for name in CHECK.findall(path.read_text("utf-8")) if "_" in name}
    names = {"degrau.exercises", *(path.stem for path in course), *functions}
    ours = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in sorted(names)))
    tests = (path for path in sorted((CLONE / "tests").rglob("test_*.py")) if not ELSEWHERE & {*path.parts})
    texts = {path: without_marked(path.read_text("utf-8")) for path in tests}
    # What is marked as a whole may need the course already where it is collected.
    return [path for path, text in texts.items() if not (ours.search(text) or MARKED.search(text))]


def without_marked(text: str) -> str:
    """The text of a file of tests without those that are marked `ours` one by one."""
    lines = text.splitlines(keepends=True)
    for node in reversed(ast.parse(text).body):
        if isinstance(node, ast.FunctionDef) and any("mark.ours" in ast.unparse(d) for d in node.decorator_list):
            del lines[node.decorator_list[0].lineno - 1 : node.end_lineno]
    return "".join(lines)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
