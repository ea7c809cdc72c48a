"""One slip of the hand in a right solution: what it is in words, and the function that comes out."""

import ast
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from functools import lru_cache
from inspect import isfunction
from itertools import chain, islice
from typing import Any

from ..base.text import Text, _
from ..judging.probes import Edit
from ..judging.tolerance import Function
from ..plain.cell import used as read_in
from .changes import (
    CONSTANT,
    FACTORS,
    LARGER,
    MOVED,
    OF_LARGE,
    OPERATION,
    VARIABLE,
    changes,
    of_kind,
)
from .mutants import mutants, node_changes
from .pack import Pack
from .reductions import BESIDE
from .solution import Solution, together, written

# More slips than these are not tried on a failing function.
MOST, MOST_FURTHER, MOST_OF_A_VARIANT = 120, 600, 100
INFINITE, LARGE = "-np.inf", "-1e9"
ADDED = (ast.Add, ast.Sub)
SIGN = _("a + where a − belongs, or a − where a + does")
OPERAND = _("one side of an operation is left out")
SIDES = _("the two sides of an operation have changed places")
MINUS = _("a minus sign is left out")
RETURNED_MINUS = _("the result has the opposite sign")
COMPARISON = _("another comparison in the place of one (<, ≤, =)")
LOGIC = _("`and` in the place of `or`, or the other way round")
NUMBER = _("another number in the place of a constant")
UPDATE = _("a sum that is gathered in a loop is gathered otherwise, or not at all")
INDEX = _("an index, or a slice, is left out")
TRANSPOSED = _("a transposition is left out")
NUMPY = _("another function in the place of one of NumPy's (`sum`, `mean`, `max`, `exp` …)")
NOT_APPLIED = _("a function is not applied")
ARGUMENTS = _("the two arguments of a function have changed places")
AXIS = _("`axis`, or another named argument, is left out or another one")
RESULTS = _("two results have changed places")
LINE = _("a line is left out")
CONDITION = _("an `if` that is always true, or never")


INSIDE = _("inside `{function}`, {slip}")
# Where several come to the same: that axes are exchanged says more than another named argument; and another operation,
# number or variable gives by chance what something plainer gives.
RANKS = {
    1: (NUMPY, AXIS, CONDITION, UPDATE, MOVED),
    2: (OPERATION, NUMBER, CONSTANT, VARIABLE, LARGER, FACTORS),
}


@lru_cache(maxsize=256)
def edits(pack: Pack, assignment: str, name: str) -> tuple[Edit, ...]:
    """The functions that one slip makes of the reference and of the right variants, most likely slips first.

    None of a class, and none where a slip may never end. Of the reference there are further ones, and of what the
    notebook gives and it uses.
    """
    texts = [pack.written(assignment)[name]]
    rights = [v for v in pack.bank(assignment) if v.exercise == name and v.right]
    names = [pack.names(assignment), *(v.names for v in rights)]
    found: dict[str, Edit] = {}
    for source, beside in zip([*texts, *(v.source for v in rights)], names, strict=True):
        for mutant in mutants(name, source) if _is_plain(source) else ():
            if mutant.source not in found and len(found) < MOST:
                made = _defined(ast.parse(mutant.source), beside, name)
                found[mutant.source] = _edit(words(*mutant.nodes), made)
    return (*found.values(), *_further(pack, assignment, name))


def _further(pack: Pack, assignment: str, name: str) -> Iterator[Edit]:
    """What changes make of the reference, of the functions that it is given, and of the right variants."""
    own, names = pack.written(assignment)[name], pack.names(assignment)
    helpers = pack.given(assignment)
    functions = frozenset(pack.written(assignment)) | helpers.keys()
    yield from _changed(own, name, names, functions, MOST_FURTHER)
    for helper in sorted(read_in(own) & helpers.keys()):
        if _is_plain(helpers[helper]):
            yield from _in_given(names, own, helper, helpers[helper], name)
            inside = _changed(helpers[helper], helper, names, functions, MOST_FURTHER, ast.parse(own).body)
            for edit in inside:
                yield replace(edit, words=INSIDE.filled(function=helper, slip=edit.words))
    for variant in pack.bank(assignment):
        if variant.exercise == name and variant.right:
            yield from _changed(variant.source, name, variant.names, functions, MOST_OF_A_VARIANT)


def _changed(
    source: str,
    name: str,
    names: Mapping[str, Any],
    functions: Set[str],
    most: int,
    after: Sequence[ast.stmt] = (),
) -> Iterator[Edit]:
    """The functions that changes of this source make; `after` it another one is defined, which uses it."""
    if not _is_plain(source):
        return
    solution = Solution(ast.parse(source), frozenset(functions), _of_one(names, functions))
    alike = [(words(old, new), old, new) for old, new in node_changes(solution.tree)]
    all_changes = [(solution, change) for change in islice(chain(together(alike), changes(solution)), most)]
    if INFINITE in source:
        large = replace(solution, tree=ast.parse(source.replace(INFINITE, LARGE)))
        all_changes += [(large, change) for kind in OF_LARGE for change in of_kind(kind, large)]
    for of, change in all_changes:
        tree = ast.Module([*written(of, change).body, *after], [])
        asked = after[-1].name if after and isinstance(after[-1], ast.FunctionDef) else name
        try:
            yield _edit(change.words, _defined(tree, {**names, **BESIDE}, asked))
        except (SyntaxError, TypeError, ValueError):
            continue


def _in_given(names: Mapping[str, object], own: str, function: str, source: str, name: str) -> Iterator[Edit]:
    for mutant in mutants(function, source)[:MOST]:
        both = ast.Module([*ast.parse(mutant.source).body, *ast.parse(own).body], [])
        slip = words(*mutant.nodes)
        edit = _edit(slip, _defined(both, names, name))
        yield replace(edit, words=INSIDE.filled(function=function, slip=slip))


def _edit(slip: Text, function: Function) -> Edit:
    return Edit(slip, function, next((rank for rank, words in RANKS.items() if any(slip is one for one in words)), 0))


def _of_one(names: Mapping[str, object], functions: Iterable[str]) -> tuple[str, ...]:
    """Those of the notebook's functions that take one argument."""
    plain = {f: function for f in sorted(functions) if isfunction(function := names.get(f))}
    return tuple(f for f, function in plain.items() if function.__code__.co_argcount == 1)


def _is_plain(source: str) -> bool:
    return not source.lstrip().startswith("class") and "while" not in source


def _defined(tree: ast.Module, beside: Mapping[str, object], name: str) -> Function:
    namespace: dict[str, Any] = dict(beside)
    exec(compile(tree, f"<{name}>", "exec"), namespace)
    made: Function = namespace[name]
    return made


def words(old: ast.AST, new: ast.AST) -> Text:
    """What kind of slip it is to write `new` in the place of `old`, without the line."""
    return next(_kinds(old, new), NUMBER)


def _kinds(old: ast.AST, new: ast.AST) -> Iterator[Text]:
    match old, new:
        case (ast.BinOp(), ast.BinOp()):
            yield _of_operation(old, new)
        case (ast.BinOp(), _anything):
            yield OPERAND
        case (ast.UnaryOp(), _anything):
            yield MINUS
        case (ast.Compare(), ast.Compare()):
            yield COMPARISON
        case (ast.BoolOp(), _anything):
            yield LOGIC
        case (ast.AugAssign(), ast.AugAssign() | ast.Assign()):
            yield UPDATE
        case (ast.Subscript() | ast.Slice(), _anything):
            yield INDEX
        case (ast.Attribute(attr="T"), _anything):
            yield TRANSPOSED
        case (ast.Attribute(), _anything):
            yield NUMPY
        case (ast.Call(), ast.Call()) if old.args != new.args:
            yield ARGUMENTS
        case (ast.Call(), ast.Call()):
            yield AXIS
        case (ast.Call(), _anything):
            yield NOT_APPLIED
        case (ast.Return(), ast.Return(ast.Tuple())):
            yield RESULTS
        case (ast.Return(), _anything):
            yield RETURNED_MINUS
        case (_anything, ast.Pass()):
            yield LINE
        case (_anything, ast.Constant(bool())) if not isinstance(old, ast.Constant):
            yield CONDITION


def _of_operation(old: ast.BinOp, new: ast.BinOp) -> Text:
    """The kind of slip that makes one operation of another."""
    if type(old.op) is not type(new.op) and isinstance(old.op, ADDED) and isinstance(new.op, ADDED):
        return SIGN
    if type(old.op) is type(new.op) and new.left is old.right:
        return SIDES
    return OPERATION if new.left is old.left and new.right is old.right else OPERAND
