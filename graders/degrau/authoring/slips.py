"""What an author forgot, or misspelt, that is seen without judging: a sentence each, with the file and line."""

import ast
import builtins
import inspect
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from ..judging.registry import assignments, of
from ..judging.types import Exercise
from ..pack.bank import Variant
from ..pack.pack import Pack
from ..pack.source import SourceCell
from .translated import strange

RIGHT, WRONG, HINTS = 3, 6, 2
# What nbgrader, a module's name and a page's address take.
NAME = re.compile(r"\w[\w-]*")


def slips(pack: Pack, names: Iterable[str]) -> list[str]:
    """The slips in these assignments of a pack, as `file:line: what is wrong; what to do`."""
    # A name that is misspelt twice in a line is told once.
    return list(dict.fromkeys(_slips(pack, names)))


def _slips(pack: Pack, names: Iterable[str]) -> Iterator[str]:
    names = tuple(names)
    strays = [known.folder for known in of(pack.place) if known.name not in pack.assignments]
    for folder in strays if {*names} == {*pack.assignments} else ():
        yield f"{folder / '__init__.py'}:1: {folder.name} has graders and no solutions/{folder.name}.py; write it"
    for name in names:
        source = pack.root / "solutions" / f"{name}.py"
        if not NAME.fullmatch(name):
            yield f"{source}:1: {name} is no name for an assignment; rename the file, such as 02_losses.py"
            continue
        graders = assignments().get(name)
        folder = pack.place.graders / name
        if graders is None and folder.is_dir() and not (folder / "__init__.py").exists():
            yield f"{folder / '__init__.py'}:1: it is missing; without it, {name} has no graders: write it, empty"
            continue
        if graders is None:
            yield f"{source}:1: {name} has no graders; write graders/…/{name}/FUNCTION.py, with an EXERCISE in it"
            continue
        cells = {cell.name: cell for cell in pack.source(name).cells if cell.role == "exercise"}
        for function, cell in cells.items():
            if (other := _also_in(pack, name, function)) is not None:
                yield f"{cell.where}: {function} is a function of {other} already; name it otherwise"
            if function not in graders.by_name:
                yield f"{cell.where}: {function} has no grader; write {graders.folder / function}.py, with an EXERCISE"
        for exercise in graders.exercises:
            if exercise.name not in cells:
                yield f"{source}:1: {exercise.name} has a grader and no cell; write its function, and its check"
            else:
                yield from _of_function(pack, name, exercise, cells[exercise.name])
        for bank in sorted((pack.root / "solutions" / "banks" / name).glob("*.py")):
            if bank.stem not in cells:
                yield f"{bank}:1: no function is called {bank.stem}; rename the file like its function, or remove it"
        yield from strange(pack, name)


def _also_in(pack: Pack, name: str, function: str) -> str | None:
    """The assignment before this one that asks for the function, too: a check would not know which is meant."""
    return next((known.name for known in of(pack.place) if known.name < name and function in known.points), None)


def _of_function(pack: Pack, assignment: str, exercise: Exercise, cell: SourceCell) -> Iterator[str]:
    name, reference = exercise.name, pack.reference(assignment)[exercise.name]
    own = tuple(inspect.signature(reference).parameters)
    # A class is judged by scripts, whose text is the one parameter.
    if not isinstance(reference, type) and own != exercise.parameters:
        yield f"{cell.where}: {name} takes ({', '.join(own)}), and its grader gives ({', '.join(exercise.parameters)})"
    if len(exercise.hints) < HINTS:
        yield f"{cell.where}: {name} has {len(exercise.hints)} of {HINTS} hints; write hints=(…, …) in its EXERCISE"
    bank = pack.bank_file(assignment, name)
    variants = [variant for variant in pack.bank(assignment) if variant.exercise == name]
    if not variants:
        yield f"{bank}:1: {name} has no bank; write {RIGHT} right answers and {WRONG} wrong ones"
        return
    for kind, least in ((True, RIGHT), (False, WRONG)):
        if (count := sum(variant.right == kind for variant in variants)) < least:
            yield f"{bank}:1: {name} has {count} {'right' if kind else 'wrong'} variants; write at least {least}"
    ids = [variant.id for variant in variants]
    for i, variant in enumerate(variants):
        if variant.id in ids[:i]:
            yield f"{bank}:{variant.line}: there is already a variant {variant.id}; rename one"
        yield from _misspelt(bank, variant)
        if not (isinstance(reference, type) or _takes(variant, exercise.parameters)):
            takes = ", ".join(inspect.signature(variant.function).parameters)
            given = ", ".join(exercise.parameters)
            yield f"{bank}:{variant.line}: {variant.id} takes ({takes}), and its grader gives ({given})"


def _takes(variant: Variant, parameters: Sequence[str]) -> bool:
    """Whether a call with these arguments reaches the function."""
    try:
        inspect.signature(variant.function).bind(*parameters)
    except TypeError:
        return False
    return True


def _misspelt(bank: Path, variant: Variant) -> Iterator[str]:
    """Names that nothing has: a wrong answer must fail as its text says, and not by a slip of its author's."""
    tree, known = ast.parse(variant.source), {*variant.names, *vars(builtins), variant.exercise}
    bound = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load)}
    bound |= {node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)}
    bound |= {node.name for node in ast.walk(tree) if isinstance(node, (ast.FunctionDef, ast.ClassDef))}
    bound |= {
        a.asname or a.name for n in ast.walk(tree) if isinstance(n, (ast.Import, ast.ImportFrom)) for a in n.names
    }
    for node in ast.walk(tree):
        line = f"{bank}:{variant.line + getattr(node, 'lineno', 1) - 1}: {variant.id}"
        if isinstance(node, ast.Name) and node.id not in known | bound:
            yield f"{line} uses {node.id}, which nothing defines; it must fail as its text says"
        if isinstance(node, ast.Attribute) and (wrong := _missing(node, variant.names)):
            yield f"{line} uses {wrong}, which NumPy has not; it must fail as its text says"


def _missing(node: ast.Attribute, names: Mapping[str, Any]) -> str:
    """What NumPy lacks of `np.something`; nothing where that is there, or is something else."""
    is_numpy = isinstance(node.value, ast.Name) and names.get(node.value.id) is np
    return ast.unparse(node) if is_numpy and not hasattr(np, node.attr) else ""
