"""The first errors that a beginner makes, as notebooks: what is written, and the sentence that it is told.

Run as a script in a process of its own, it goes through notebooks as a student's kernel does, cell by cell.
"""

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from nbformat import NotebookNode

from degrau.authoring.release import fill
from degrau.notebooks.wellformed import node
from degrau.pack.pack import Pack

PERCEPTRON, GRADIENTS, MLP = "00_perceptron", "05_gradients", "06_mlp"
STEP = "def step(z):\n    return np.where(np.asarray(z) >= 0, 1, 0)\n"
PREDICT = "def predict(X, w, b):\n    return step(X @ w + b)\n"


@dataclass(frozen=True)
class FirstError:
    """A notebook with one slip in it."""

    slip: str
    """What was done."""
    function: str
    """The function that is checked."""
    answers: Mapping[str, str]
    """What stands in the cells of the functions."""
    status: str
    sentence: str
    """What is said, in English."""
    before: Sequence[str] = ()
    """Cells of the student's own, before that of the function."""
    after: Sequence[str] = ()
    """Others between that and its check."""
    assignment: str = PERCEPTRON
    removed: str = field(default="", repr=False)
    """What is taken out of the right answer, in place of `answers`."""


def _step(slip: str, source: str, status: str, sentence: str, **more: Any) -> FirstError:
    return FirstError(slip, "step", {"step": source}, status, sentence, **more)


def _predict(slip: str, source: str, status: str, sentence: str, **more: Any) -> FirstError:
    return FirstError(slip, "predict", {"step": STEP, "predict": source}, status, sentence, **more)


def _unread(number: int) -> str:
    return f"Python cannot read line {number} of the cell that defines `step`, so nothing of that cell was run."


FIRST_ERRORS = (
    _step(
        "print in place of return",
        "def step(z):\n    print(np.where(np.asarray(z) >= 0, 1, 0))\n",
        "failed",
        "`step` prints, and returns None.",
    ),
    _step(
        "no return",
        "def step(z):\n    answer = np.where(np.asarray(z) >= 0, 1, 0)\n",
        "failed",
        "There is no `return` with a value in `step`: whatever it works out is lost at its end.",
    ),
    _step(
        "no return in one branch",
        "def step(z):\n    if np.all(np.asarray(z) >= 0):\n        return np.where(np.asarray(z) >= 0, 1, 0)\n",
        "failed",
        "For this call `step` returns None.",
    ),
    FirstError(
        "a right function over a blank one",
        "predict",
        {"predict": PREDICT},
        "failed",
        "`predict` uses `step`, which is not written yet.",
    ),
    _step(
        "another name",
        STEP.replace("step", "degrau"),
        "missing",
        "There is no `step` here, but there is `degrau(z)`.",
    ),
    _step("no colon", STEP.replace(":", ""), "error", _unread(1)),
    _step("not indented", STEP.replace("    ", ""), "error", _unread(2)),
    _step(
        "tabs and spaces",
        "def step(z):\n    if True:\n\treturn np.where(np.asarray(z) >= 0, 1, 0)\n",
        "error",
        _unread(3),
    ),
    _step("a minus from a slide", "def step(z):\n    return 1 \u2212 (np.asarray(z) < 0)\n", "error", _unread(2)),
    _step(
        "quotation marks from a slide", "def step(z):\n    print(\u201cz\u201d, z)\n    return z\n", "error", _unread(2)
    ),
    _predict(
        "a parameter less",
        "def predict(X, w):\n    return step(X @ w)\n",
        "error",
        "Your `predict` takes (X, w); the exercise gives it (X, w, b).",
    ),
    _predict(
        "parameters in another order",
        "def predict(w, b, X):\n    return step(X @ w + b)\n",
        "error",
        "Your `predict` takes (w, b, X); in the exercise they come in another order: (X, w, b).",
    ),
    _predict(
        "a parameter renamed in one place",
        "def predict(X, weights, b):\n    return step(X @ w + b)\n",
        "error",
        "`w` is no parameter of your `predict`, which takes (X, weights, b).",
    ),
    FirstError(
        "a default value is gone",
        "numerical_derivative",
        {"numerical_derivative": "def numerical_derivative(f, x, h):\n    return (f(x + h) - f(x)) / h\n"},
        "error",
        "In the exercise `h` has a default value, so that a call may leave it out; here it has none.",
        assignment="04_backpropagation",
    ),
    _step(
        "np written over",
        STEP,
        "error",
        "`np` is written over: it should be NumPy, and here it is a value of type int.",
        before=["np = 3"],
    ),
    _step(
        "sum written over",
        "def step(z):\n    return np.where(np.asarray(z) >= sum([]), 1, 0)\n",
        "error",
        "`sum` is written over: it should be a function of Python's, and here it is a value of type float.",
        before=["sum = 0.0"],
    ),
    _step(
        "the function's name given to a number",
        STEP,
        "error",
        "`step` is no function here: the name was given to something else, of type int.",
        after=["for step in range(3):\n    pass"],
    ),
    _step(
        "text",
        "def step(z):\n    return str(np.where(np.asarray(z) >= 0, 1, 0))\n",
        "failed",
        "`step` returns text (str), not a number.",
    ),
    _step(
        "a function without parentheses",
        "def step(z):\n    return np.asarray(z).sum\n",
        "failed",
        "`step` returns a function, and not what that function gives.",
    ),
    _step(
        "a generator",
        "def step(z):\n    return (1 if x >= 0 else 0 for x in np.ravel(z))\n",
        "failed",
        "`step` returns a generator, and not what that gives.",
    ),
    _step(
        "complex numbers",
        "def step(z):\n    return np.sqrt(np.asarray(z) + 0j)\n",
        "failed",
        "`step` returns complex numbers.",
    ),
    _step("exit", "def step(z):\n    exit()\n", "error", "`step` ends Python itself."),
    _step("sys.exit", "import sys\n\n\ndef step(z):\n    sys.exit(0)\n", "error", "`step` ends Python itself."),
    _step(
        "input",
        "def step(z):\n    z = float(input('z = '))\n    return int(z >= 0)\n",
        "error",
        "`step` asks the keyboard for something, with `input()`.",
    ),
    _step(
        "an import that is not there",
        "def step(z):\n    import numpi\n\n    return numpi.where(z >= 0, 1, 0)\n",
        "error",
        "The module `numpi` is not installed where this runs.",
    ),
    _step(
        "an import that is not there, above the function",
        "from numpi import jit\n\n\n@jit\ndef step(z):\n    return z >= 0\n",
        "error",
        "The module `numpi` is not installed where this runs.",
    ),
    _step(
        "an import that is not there, in another cell",
        "def step(z):\n    return numpi.where(z >= 0, 1, 0)\n",
        "error",
        "`numpi` is not there, because the cell that should define it stopped: "
        "ModuleNotFoundError: No module named 'numpi'.",
        before=["import numpi"],
    ),
    _predict(
        "a variable of the notebook in place of an argument",
        "def predict(X, w, b):\n    return step(X @ weights + b)\n",
        "error",
        "`predict` never reads its argument `w`; it uses `weights`, from elsewhere in the notebook.",
        before=["weights = np.array([1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0])"],
    ),
    _predict(
        "another function called with too few arguments",
        "def weigh(X, w, b):\n    return X @ w + b\n\n\ndef predict(X, w, b):\n    return step(weigh(X, w))\n",
        "error",
        "A call of `weigh` does not give it the arguments that it takes.",
    ),
    _step(
        "a name used before it has a value",
        "def step(z):\n    np = np.asarray(z)\n    return np >= 0\n",
        "error",
        "`np` is used in this function before the function has given it a value.",
    ),
    _step(
        "calls within calls",
        "def step(z):\n    return step(z)\n",
        "error",
        "`step` leads to calls within calls, so many that Python stops them, whatever it is given.",
    ),
    FirstError(
        "a generator without end",
        "minibatches",
        {"minibatches": "def minibatches(X, y, batch_size, rng):\n    while True:\n        yield X, y\n"},
        "failed",
        "What `minibatches` gives never ends.",
        assignment=MLP,
    ),
    FirstError(
        "an operator that the class lacks",
        "Value",
        {},
        "error",
        "Your `Value` has no `__rmul__`, which Python looks for in `float * Value`.",
        assignment=GRADIENTS,
        removed="    def __rmul__(self, other):\n        return self * other\n",
    ),
)


def notebook(pack: Pack, error: FirstError) -> NotebookNode:
    """The notebook with this slip in it, without the demonstrations, which only draw."""
    filled = fill(pack.release(error.assignment, "en"), answers(pack, error))
    cells = []
    for cell in filled.cells:
        if "demo" in cell.metadata.get("tags", ()):
            continue
        own = [*error.before, None, *error.after] if cell.id == error.function else [None]
        cells += [cell if source is None else code(source, f"own-{i}") for i, source in enumerate(own)]
    filled.cells = cells
    return filled


def answers(pack: Pack, error: FirstError) -> Mapping[str, str]:
    """What is in the cells of its functions."""
    if not error.removed:
        return error.answers
    source = pack.source(error.assignment)
    right = next(cell.source for cell in source.cells if cell.name == error.function)
    assert error.removed in right
    return {error.function: right.replace(error.removed, "")}


def code(source: str, name: str) -> NotebookNode:
    """A cell of the student's own."""
    return node(
        {"cell_type": "code", "source": source, "id": name, "metadata": {}, "outputs": [], "execution_count": None}
    )


def sources(folder: Path) -> Iterator[tuple[Path, str]]:
    """The notebooks in this folder, each with the function that is checked in it."""
    for path in sorted(folder.glob("*.ipynb")):
        yield path, path.stem.partition("-")[2]


def in_a_kernel(path: Path, function: str) -> dict[str, Any] | None:
    """The report after the cells of this notebook have run in IPython, down to the check of the function."""
    from IPython.core.interactiveshell import InteractiveShell

    from degrau.selfcheck import check, notebook

    shell = InteractiveShell.instance()
    shell.reset()
    check.latest.clear()
    notebook.stopped.clear()
    for cell in json.loads(path.read_text("utf-8"))["cells"]:
        if cell["cell_type"] == "code":
            shell.run_cell("".join(cell["source"]), store_history=True)
        if cell["id"] == f"check_{function}":
            break
    return asdict(check.latest[function]) if function in check.latest else None


def main(folder: Path) -> None:
    """Writes what a kernel says of all notebooks in this folder."""
    reports = {path.stem: in_a_kernel(path, function) for path, function in sources(folder)}
    (folder / "kernel.json").write_text(json.dumps(reports), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
