"""Answers to scripts: which operations go wrong, and whether it is the values or the gradients."""

import ast
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from ...base.text import Text, _, code
from ...plain.call import Script
from .case import Case
from .statement import ENOUGH, Statement

VALUES = _("values are wrong, and only in scripts with {operation}; elsewhere everything is right")
GRADIENTS = _("the values are right, and gradients are wrong only in scripts with {operation}")
ALL_GRADIENTS = _("the values are right, and the gradients are not")
SECOND = _("it is right when it is called once, and wrong when the same arrays come a second time: were they changed?")
TWICE, NUMBER_LEFT = _("a value that is used more than once"), _("a number to the left of `{sign}`")
MADE_TWICE = _("a value that is computed and then used more than once")
SEVERAL = _("{a} or {b}")
SIGNS: Mapping[type[ast.operator], str] = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.Pow: "**"}
# One of them may be made of the other.
ALIKE, READ = (("/", "**"), ("+", "-")), ("data", "grad", "backward")
# So seldom is it chance that nothing is wrong without the operation.
CHANCE = 1e-4


def scripts(case: Case) -> Iterator[Statement]:
    """The rarest operation without which nothing is wrong."""
    where = case.everywhere
    wrong = [at for at in where if case.is_wrong(at)]
    if not all(isinstance(arg, Script) for at in where for arg in case.question(at)):
        return
    if sum(case.bad(at) is not None for at in wrong) < ENOUGH or any(_wrong(case, at) is None for at in wrong):
        return
    said = VALUES if any("data" in (_wrong(case, at) or ()) for at in wrong) else GRADIENTS
    used = {at: _operations(_text(case, at)) for at in where}
    counts = Counter(operation for at in where for operation in used[at])
    for operation, count in sorted(counts.items(), key=lambda pair: pair[1]):
        if all(operation in used[at] for at in wrong) and (count / len(where)) ** len(wrong) < CHANCE:
            yield Statement(said, values={"operation": operation})
    if said is GRADIENTS and all(case.bad(at) is not None for at in wrong):
        yield Statement(ALL_GRADIENTS)


def again(case: Case) -> Iterator[Statement]:
    """Whether nothing is wrong but what is asked a second time, of the same arrays."""
    names = [(at, _text(case, at).count(f"{case.exercise.name}(")) for at in case.everywhere if _is_script(case, at)]
    wrong = [count for at, count in names if case.is_wrong(at)]
    once = [at for at, count in names if count == 1]
    if len(names) == len(case.everywhere) and len(wrong) >= ENOUGH <= len(once) and min(wrong) > 1:
        yield Statement(SECOND)


def _is_script(case: Case, at: int) -> bool:
    return all(isinstance(arg, Script) for arg in case.question(at))


def _text(case: Case, at: int) -> str:
    (script,) = case.question(at)
    assert isinstance(script, Script)
    return script.text


def _wrong(case: Case, at: int) -> set[str] | None:
    """Whether values are wrong, `data`, or gradients, `grad`; None where it cannot be told."""
    bad, asked = case.bad(at), _asked(_text(case, at))
    if bad is None:
        return set()
    if not asked or bad.size % len(asked):
        return None
    return {asked[i % len(asked)] for i in range(bad.size) if bad.ravel()[i]}


@cache
def _asked(text: str) -> tuple[str, ...]:
    """What is read of each value, `data` or `grad`, in the one list of such that there is."""
    lists = [
        tuple(item.attr for item in node.elts if isinstance(item, ast.Attribute))
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.List) and node.elts and all(isinstance(item, ast.Attribute) for item in node.elts)
    ]
    return lists[0] if len(lists) == 1 else ()


@cache
def _operations(text: str) -> frozenset[Text]:
    """The operations that a script makes, by their names, and whether values are used again."""
    tree = ast.parse(text)
    return frozenset(found for node in ast.walk(tree) for found in _operation(node)) | frozenset(_again(tree))


def _operation(node: ast.AST) -> Iterator[Text]:
    if isinstance(node, ast.BinOp) and type(node.op) in SIGNS:
        sign = SIGNS[type(node.op)]
        yield code(f"`{sign}`")
        if isinstance(node.left, ast.Constant):
            yield NUMBER_LEFT.filled(sign=sign)
        for signs in ALIKE:
            if sign in signs:
                yield SEVERAL.filled(a=f"`{signs[0]}`", b=f"`{signs[1]}`")
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub) and not isinstance(node.operand, ast.Constant):
        yield code("`-a`")
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr != "backward":
        yield code(f"`{node.func.attr}`")


def _again(tree: ast.Module) -> Iterator[Text]:
    """Whether a value is used more than once, and whether one that is computed is."""
    uses: Counter[tuple[str, int]] = Counter()
    computed: set[tuple[str, int]] = set()
    now: dict[str, int] = {}
    for statement in _in_order(tree.body):
        uses.update((name, now[name]) for name in _used(statement) if name in now)
        for name, value in _assigned(statement):
            now[name] = now.get(name, 0) + 1
            if not value.startswith("Value("):
                computed.add((name, now[name]))
    again = {value for value, count in uses.items() if count > 1}
    if again:
        yield TWICE
    if again & computed:
        yield MADE_TWICE


def _in_order(body: Sequence[ast.stmt]) -> Iterator[ast.stmt]:
    """The statements as they run, those of a loop in two of its turns."""
    for statement in body:
        if isinstance(statement, ast.For):
            yield from (inner for _turn in range(2) for inner in _in_order(statement.body))
        else:
            yield statement


def _assigned(statement: ast.stmt) -> Iterator[tuple[str, str]]:
    """The names that a statement gives to values, with the code of those."""
    if not isinstance(statement, ast.Assign):
        return
    target, value = statement.targets[0], statement.value
    if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        yield from ((ast.unparse(name), ast.unparse(made)) for name, made in zip(target.elts, value.elts, strict=True))
    else:
        yield ast.unparse(target), ast.unparse(value)


def _used(statement: ast.stmt) -> Iterator[str]:
    """The names that a statement computes with; to read a value's numbers, or to name it anew, is no use of it."""
    for node in ast.walk(statement):
        if isinstance(node, ast.ListComp):
            yield from _used(ast.Expr(node.elt))
        elif isinstance(node, (ast.BinOp, ast.UnaryOp, ast.List)) or _is_call(node):
            yield from (child.id for child in ast.iter_child_nodes(node) if isinstance(child, ast.Name))


def _is_call(node: ast.AST) -> bool:
    """Whether this is the method of a value, and not what is read of it."""
    return isinstance(node, ast.Attribute) and node.attr not in READ
