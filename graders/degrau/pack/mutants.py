"""Mutants of a reference function: the same code with one small change, as a slip of the hand would make it."""

import ast
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

Change = tuple[ast.AST, ast.AST]
# A node, the name of one of its fields, and which of several it is.
Place = tuple[ast.AST, str, int | None]

BINARY: dict[type[ast.operator], tuple[type[ast.operator], ...]] = {
    ast.Add: (ast.Sub, ast.Mult),
    ast.Sub: (ast.Add,),
    ast.Mult: (ast.Div, ast.Add),
    ast.Div: (ast.Mult, ast.FloorDiv),
    ast.FloorDiv: (ast.Div,),
    ast.Pow: (ast.Mult,),
}
COMPARISONS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.Gt),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.Lt),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
SISTERS = {
    "sum": ("mean", "max"),
    "mean": ("sum",),
    "max": ("min", "sum"),
    "min": ("max",),
    "maximum": ("minimum",),
    "minimum": ("maximum",),
    "zeros": ("ones",),
    "ones": ("zeros",),
    "zeros_like": ("ones_like",),
    "ones_like": ("zeros_like",),
    "sin": ("cos",),
    "cos": ("sin",),
    "exp": ("expm1",),
    "expm1": ("exp",),
    "log": ("log1p",),
    "log1p": ("log",),
    "sqrt": ("square",),
    "abs": ("positive",),
    "floor": ("ceil",),
}


@dataclass(frozen=True)
class Mutant:
    """One changed copy of a function; `change` says what was written where, and what is written now.

    Where a statement has the same twice, the changes are numbered. `nodes` are the two, as they are parsed.
    """

    function: str
    change: str
    source: str
    nodes: Change = field(repr=False, compare=False)


def node_changes(tree: ast.Module) -> Iterator[Change]:
    """What the mutants of a parsed function are made of."""
    return (change for statement in _statements(tree) for change in _changes(statement))


def mutants(name: str, source: str) -> list[Mutant]:
    """All mutants of the function or class in this source, each with one change; those that read alike appear once."""
    tree = ast.parse(source)
    places = {id(child): place for node in ast.walk(tree) for child, place in _places(node)}
    found: dict[str, Mutant] = {}
    alike: Counter[str] = Counter()
    for statement in _statements(tree):
        for old, new in _changes(statement):
            mutated = _written(tree, places[id(old)], new)
            if mutated not in found:
                change = f"{_words(old)} → {_words(new)} in {_words(statement)}"
                alike[change] += 1
                numbered = change + f" ({alike[change]})" * (alike[change] > 1)
                found[mutated] = Mutant(name, numbered, mutated, (old, new))
    found.pop(ast.unparse(tree), None)
    return list(found.values())


def _statements(tree: ast.Module) -> Iterator[ast.stmt]:
    """The statements inside the function, docstrings apart."""
    for node in ast.walk(tree):
        if isinstance(node, ast.stmt) and node not in tree.body and not _is_text(node):
            yield node


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _changes(statement: ast.stmt) -> Iterator[Change]:
    """The changes to one statement itself; those that it holds come in their turn."""
    yield from _dropped(statement)
    for node in _own_nodes(statement):
        for operator in OPERATORS:
            yield from ((node, new) for new in operator(node))


def _own_nodes(statement: ast.stmt) -> Iterator[ast.AST]:
    pending: list[ast.AST] = [statement]
    while pending:
        node = pending.pop()
        yield node
        pending += [n for n in ast.iter_child_nodes(node) if not isinstance(n, (ast.stmt, ast.arguments))]


def _dropped(statement: ast.stmt) -> Iterator[Change]:
    if isinstance(statement, (ast.Expr, ast.Assign, ast.AugAssign, ast.Break, ast.Continue)):
        yield statement, ast.Pass()
    if isinstance(statement, ast.If):
        yield statement.test, ast.Constant(True)
        yield statement.test, ast.Constant(False)


def _binary(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.BinOp):
        for other in BINARY.get(type(node.op), ()):
            yield ast.BinOp(node.left, other(), node.right)
        yield node.left
        yield node.right
        if isinstance(node.op, (ast.Sub, ast.Div, ast.Pow, ast.MatMult)):
            yield ast.BinOp(node.right, node.op, node.left)


def _unary(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.UnaryOp):
        yield node.operand


def _comparison(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.Compare):
        for i, op in enumerate(node.ops):
            for other in COMPARISONS.get(type(op), ()):
                yield ast.Compare(node.left, [*node.ops[:i], other(), *node.ops[i + 1 :]], node.comparators)


def _boolean(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.BoolOp):
        yield ast.BoolOp(ast.Or() if isinstance(node.op, ast.And) else ast.And(), node.values)


def _constant(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.Constant) and isinstance(node.value, bool):
        yield ast.Constant(not node.value)
    elif isinstance(node, ast.Constant) and isinstance(node.value, (int, float)):
        for value in (node.value + 1, node.value - 1, node.value * 2, -node.value):
            if value != node.value:
                yield ast.Constant(value)


def _sum_in_place(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.AugAssign):
        for other in BINARY.get(type(node.op), ()):
            yield ast.AugAssign(node.target, other(), node.value)
        yield ast.Assign([node.target], node.value)


def _index(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Load) and not _joins(node.value):
        yield node.value
    if isinstance(node, ast.Slice):
        yield ast.Slice()


def _joins(node: ast.AST) -> bool:
    """Whether this is `np.r_` or `np.c_`: without its index it is no array, and NumPy goes through it without end."""
    return isinstance(node, ast.Attribute) and node.attr in ("r_", "c_")


def _attribute(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load):
        if node.attr == "T":
            yield node.value
        for sister in SISTERS.get(node.attr, ()):
            yield ast.Attribute(node.value, sister, node.ctx)


def _call(node: ast.AST) -> Iterator[ast.AST]:
    if not isinstance(node, ast.Call):
        return
    if len(node.args) >= 1 and not isinstance(node.args[0], ast.Starred):
        yield node.args[0]
    if len(node.args) == 2:
        yield ast.Call(node.func, node.args[::-1], node.keywords)
    for i, keyword in enumerate(node.keywords):
        yield ast.Call(node.func, node.args, node.keywords[:i] + node.keywords[i + 1 :])
        if keyword.arg == "axis":
            for axis in (0, 1, -1):
                others = [*node.keywords[:i], ast.keyword("axis", ast.Constant(axis)), *node.keywords[i + 1 :]]
                yield ast.Call(node.func, node.args, others)


def _result(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.Return) and isinstance(node.value, ast.Tuple):
        first, second, *rest = node.value.elts
        yield ast.Return(ast.Tuple([second, first, *rest], ast.Load()))
    elif isinstance(node, ast.Return) and node.value is not None:
        yield ast.Return(ast.UnaryOp(ast.USub(), node.value))


OPERATORS: tuple[Callable[[ast.AST], Iterator[ast.AST]], ...] = (
    _binary,
    _unary,
    _comparison,
    _boolean,
    _constant,
    _sum_in_place,
    _index,
    _attribute,
    _call,
    _result,
)


def _places(node: ast.AST) -> Iterator[tuple[ast.AST, Place]]:
    """The parts of a node, each with where it is in it."""
    for name, value in ast.iter_fields(node):
        if isinstance(value, list):
            yield from ((child, (node, name, i)) for i, child in enumerate(value) if isinstance(child, ast.AST))
        elif isinstance(value, ast.AST):
            yield value, (node, name, None)


def _written(tree: ast.Module, place: Place, new: ast.AST) -> str:
    """The tree with `new` in this place, as it is written; the tree stays as it was."""
    node, name, i = place
    old = getattr(node, name)
    new = ast.copy_location(new, old if i is None else old[i])
    setattr(node, name, new if i is None else [*old[:i], new, *old[i + 1 :]])
    written = ast.unparse(tree)
    setattr(node, name, old)
    return written


def _words(node: ast.AST) -> str:
    return ast.unparse(ast.fix_missing_locations(node)).splitlines()[0]
