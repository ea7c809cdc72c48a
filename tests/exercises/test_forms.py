"""A right answer counts in whatever form it comes, in a student's kernel, in a box, and in `degrau check` on a file."""

import json
from collections.abc import Iterator, Mapping
from functools import cache

import pytest

from degrau.demo.desk import Desk
from degrau.judging.judge import judge
from degrau.judging.kernel import Here
from degrau.judging.registry import assignments
from degrau.notebooks.canonical import canonicalise
from degrau.pack.pack import Pack
from degrau.report.card import first_failed
from degrau.report.types import Report
from degrau.sandbox.machine import Pool
from degrau.selfcheck.check import load
from degrau.selfcheck.file import check_file

from ..judged import judged

# What the forms are made of, as a student's notebook may hold it.
WORDS = '''
import collections
from fractions import Fraction

Results = collections.namedtuple("Results", "a b c d", defaults=[None] * 4)


class ByIndex:
    """What has nothing but `x[i]`, as far as there is something."""

    def __init__(self, items):
        self.items = items

    def __getitem__(self, i):
        return self.items[i]


class Sequence(ByIndex):
    def __len__(self):
        return len(self.items)


class ByLoop:
    def __init__(self, items):
        self.items = items

    def __iter__(self):
        return iter(self.items)


class OfAnotherLibrary:
    def __init__(self, numbers):
        self.numbers = np.asarray(numbers)

    def __array__(self, dtype=None, copy=None):
        return self.numbers.astype(dtype or self.numbers.dtype)


class Kind(float):
    """A number of a type of its own."""


def named(items):
    return collections.namedtuple("Named", [f"part{i}" for i in range(len(items))])(*items)


def objects(items):
    array = np.empty(len(items), dtype=object)
    for i, item in enumerate(items):
        array[i] = item
    return array


def rows(parts):
    """One array of several results, where they are of one shape."""
    return np.array(parts) if len({np.shape(part) for part in parts}) == 1 else tuple(parts)


def entries(x, kind):
    """An array of objects of this kind, where the numbers are finite."""
    numbers = np.asarray(x, dtype=float)
    array = np.empty(numbers.shape, dtype=object)
    for i in np.ndindex(numbers.shape):
        array[i] = kind(numbers[i])
    return array if np.isfinite(numbers).all() else x


def items(x, kind):
    """The items of an array in a container of this kind; a single number as it is."""
    return kind(list(np.asarray(x))) if np.ndim(x) else x
'''
NUMBERS = {
    "a list": "np.asarray(x).tolist()",
    "a list of arrays": "items(x, list)",
    "a tuple": "items(x, tuple)",
    "a deque": "items(x, collections.deque)",
    "a sequence": "items(x, Sequence)",
    "a matrix": "np.asmatrix(x) if np.ndim(x) == 2 else x",
    "a masked array without masks": "np.ma.masked_array(x)",
    "objects": "entries(x, float)",
    "fractions": "entries(x, Fraction)",
    "numbers of a type of their own": "entries(x, Kind)",
    "an array of another library": "OfAnotherLibrary(x)",
    "an array of the other order of bytes": "np.asarray(x).astype(np.asarray(x).dtype.newbyteorder('>'))",
    "an array that cannot be written to": "np.broadcast_to(x, np.shape(x))",
    "an array without dimensions": "np.asarray(x)",
}
RESULTS = {
    "a list": "list(x)",
    "a named tuple": "named(x)",
    "an array": "rows(x)",
    "an array of objects": "objects(x)",
    "a sequence": "Sequence(x)",
    "what has items": "ByIndex(x)",
    "what can be gone through": "ByLoop(x)",
    "a generator": "(part for part in x)",
    "a map": "map(np.asarray, x)",
    "arrays of another library": "OfAnotherLibrary(rows(x)) if isinstance(rows(x), np.ndarray) else x",
    "matrices": "map(lambda part: np.asmatrix(part) if np.ndim(part) == 2 else part, x)",
    "lists": "tuple(np.asarray(part).tolist() for part in x)",
}
BATCHES = {
    "a generator": "(batch for batch in x)",
    "a list": "list(x)",
    "a tuple": "tuple(x)",
    "an iterator": "iter(list(x))",
    "an array of objects": "objects(list(x))",
    "what has items": "ByIndex(list(x))",
    "what can be gone through": "ByLoop(list(x))",
    "a map": "map(tuple, x)",
    "a zip": "zip(*zip(*x))",
    "a filter": "filter(len, x)",
    "the values of a dict": "dict(enumerate(x)).values()",
    "lists of two": "(list(batch) for batch in x)",
    "named tuples": "(named(batch) for batch in x)",
    "arrays of two": "(objects(batch) for batch in x)",
    "pairs of lists": "[(np.asarray(X).tolist(), list(y)) for X, y in x]",
}
ONE, SEVERAL, LOOP = "01_adaline", "09_cnn", "06_mlp"
# That of the other tests' courses, for which probes are kept.
SEED = 7
FEW = {"an array of objects", "what has items", "named tuples"}


def forms(assignment: str, function: str) -> Mapping[str, str]:
    """The forms in which the answers of this function may come."""
    exercise = assignments()[assignment].by_name[function]
    return BATCHES if exercise.iterable else RESULTS if len(exercise.parts) > 1 else NUMBERS


@cache
def answers(assignment: str, turn: int) -> dict[str, str]:
    """A right answer to each function, in this turn's form; those of a class are what they are."""
    sources = Desk(Pack.find(), assignment, "en").right(turn)
    return {name: in_form(assignment, name, sources[name], turn) for name in sources}


def in_form(assignment: str, name: str, source: str, turn: int) -> str:
    if source.startswith("class"):
        return source
    known = list(forms(assignment, name).values())
    form = known[(7 * turn + list(assignments()[assignment].points).index(name)) % len(known)]
    return f"{source}\n\nplain_{name} = {name}\n\ndef {name}(*args):\n    x = plain_{name}(*args)\n    return {form}\n"


CASES = [(SEVERAL, 0), (ONE, 0)]


@pytest.fixture(scope="module")
def pool() -> Iterator[Pool]:
    with Pool() as made:
        yield made


def losses(report: Report) -> list[str]:
    return [f"{e.name}: {first_failed(e).message}" for e in report.exercises if not e.full]


@pytest.mark.parametrize(
    ("assignment", "function"),
    [("03_activations", "softmax"), ("05_gradients", "matmul_backward"), (LOOP, "minibatches")],
)
def test_every_form_counts_in_a_student_s_own_kernel(pack, assignment, function) -> None:
    probes, right = load(assignment, function), pack.reference(assignment)[function]
    for name, form in forms(assignment, function).items():
        names = dict(pack.names(assignment))
        exec(WORDS, names)
        formed = eval(f"lambda right: lambda *args: (lambda x: {form})(right(*args))", names)
        report = judge(probes, Here(formed(right)), "en")
        assert report.full, (name, first_failed(report))


@pytest.mark.long
@pytest.mark.parametrize(("assignment", "turn"), CASES)
def test_every_form_counts_in_a_box(pack, pool, assignment, turn) -> None:
    written = answers(assignment, turn)
    first = next(iter(written))
    notebook = Desk(pack, assignment, "en").notebook(written | {first: f"{WORDS}\n{written[first]}"})
    assert losses(judged(canonicalise(notebook, pack), pack, pool, seed=SEED)) == []


@pytest.mark.slow
@pytest.mark.parametrize("form", sorted(FEW))
def test_these_forms_of_batches_counts_in_a_box(pack, pool, form) -> None:
    source = Desk(pack, LOOP, "en").right(0)["minibatches"]
    formed = f"\n\nplain = minibatches\n\ndef minibatches(*args):\n    x = plain(*args)\n    return {BATCHES[form]}\n"
    notebook = Desk(pack, LOOP, "en").notebook({"minibatches": f"{WORDS}\n{source}{formed}"})
    report = judged(canonicalise(notebook, pack), pack, pool, seed=SEED)
    (batches,) = [e for e in report.exercises if e.name == "minibatches"]
    assert batches.full, first_failed(batches)


@pytest.mark.parametrize(("assignment", "turn"), CASES[1:])
def test_every_form_counts_in_a_file_that_is_checked(pack, pool, tmp_path, assignment, turn) -> None:
    written = answers(assignment, turn)
    first = next(iter(written))
    notebook = Desk(pack, assignment, "en").notebook(written | {first: f"{WORDS}\n{written[first]}"})
    path = tmp_path / "mine.ipynb"
    path.write_text(json.dumps(notebook), "utf-8")
    assert losses(check_file(path, pool)) == []
