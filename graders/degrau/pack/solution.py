"""A right solution as the tree of its source, and what becomes of it where something else is written in a place."""

import ast
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Self

from ..base.text import Text

# The functions of one array, by the name under which they are applied, and as they are written.
UNARY: Mapping[str, str] = {
    "np.tanh": "np.tanh({})",
    "np.exp": "np.exp({})",
    "np.log": "np.log({})",
    "np.sqrt": "np.sqrt({})",
    "np.square": "np.square({})",
    "np.abs": "np.abs({})",
    "np.sign": "np.sign({})",
    "np.sin": "np.sin({})",
    "np.cos": "np.cos({})",
    "np.log1p": "np.log1p({})",
    "np.log2": "np.log2({})",
    "sigmoid": "(1 / (1 + np.exp(-({}))))",
    "relu": "np.maximum({}, 0)",
    "softplus": "np.logaddexp(0, {})",
}


@dataclass(frozen=True)
class Change:
    """Nodes of a solution, each with what is written in its place, and what slip that is.

    `key`: what those have in common that are made together.
    """

    words: Text
    pairs: tuple[tuple[ast.AST, ast.AST], ...]
    key: str = ""

    @classmethod
    def of(cls, words: Text, old: ast.AST, new: ast.AST, key: str = "") -> Self:
        """The change of one node."""
        return cls(words, ((old, new),), key)


@dataclass(frozen=True)
class Solution:
    """The parsed source of one function, and the names of the notebook's functions, and of those with one argument."""

    tree: ast.Module
    functions: frozenset[str]
    of_one: tuple[str, ...] = ()

    @cached_property
    def definition(self) -> ast.FunctionDef:
        return next(node for node in self.tree.body if isinstance(node, ast.FunctionDef))

    @cached_property
    def nodes(self) -> Sequence[ast.AST]:
        """All that is written in the function's body."""
        return [node for statement in self.definition.body for node in ast.walk(statement)]

    @cached_property
    def expressions(self) -> Sequence[ast.expr]:
        """What is worked out, in the order in which it is written."""
        return [
            n for n in self.nodes if isinstance(n, ast.expr) and isinstance(getattr(n, "ctx", ast.Load()), ast.Load)
        ]

    @cached_property
    def parameters(self) -> Sequence[str]:
        return [argument.arg for argument in self.definition.args.args]

    @cached_property
    def variables(self) -> Sequence[str]:
        """The arguments, and what gets a name on the way."""
        stored = [n.id for n in self.nodes if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)]
        return list(dict.fromkeys([*self.parameters, *stored]))

    @cached_property
    def calls(self) -> Sequence[ast.Call]:
        return [node for node in self.expressions if isinstance(node, ast.Call)]

    @cached_property
    def parents(self) -> Mapping[int, ast.AST | None]:
        """What each node stands in, by the number of the node."""
        inside = {id(child): node for node in ast.walk(self.tree) for child in ast.iter_child_nodes(node)}
        return {id(self.tree): None, **inside}

    def around(self, change: Change) -> set[int]:
        """The numbers of the nodes that a change lies in."""
        found: set[int] = set()
        for old, _new in change.pairs:
            node: ast.AST | None = old
            while node is not None and id(node) not in found:
                found.add(id(node))
                node = self.parents.get(id(node))
        return found

    def applied(self, call: ast.Call) -> str:
        """The function of one array that is applied here: of the notebook, or one of NumPy's; else nothing."""
        name = ast.unparse(call.func)
        known = name in UNARY or name in self.functions
        return name if known and call.args and not any(isinstance(arg, ast.Starred) for arg in call.args) else ""


def everywhere(found: Sequence[Change]) -> Iterator[Change]:
    """The same change wherever it can be made, where that is in several places."""
    alike: dict[tuple[str, str], list[Change]] = {}
    for change in found:
        if change.key:
            alike.setdefault((change.words.to("en"), change.key), []).append(change)
    for same in alike.values():
        if len(same) > 1:
            yield Change(same[0].words, tuple(pair for change in same for pair in change.pairs))


def together(found: Sequence[tuple[Text, ast.AST, ast.AST]]) -> Iterator[Change]:
    """Changes that are alike, made in all of their places; those of one place alone are left to who found them."""

    def key(old: ast.AST, new: ast.AST) -> str:
        match old, new:
            case (ast.BinOp(ast.Constant() as left), ast.BinOp()):
                return f"{type(old.op).__name__} {type(new.op).__name__} {left.value!r}"
        return f"{ast.dump(old)} {ast.dump(new)}"

    yield from everywhere([Change.of(words, old, new, key(old, new)) for words, old, new in found])


def written(solution: Solution, change: Change) -> ast.Module:
    """The solution with the change made in it; whatever is not around a changed node is the same as before."""
    pending = {id(old): new for old, new in change.pairs}
    around = solution.around(change)

    def copied(node: object) -> object:
        if isinstance(node, list):
            return [copied(item) for item in node]
        if not isinstance(node, ast.AST):
            return node
        own = id(node) in solution.parents
        if id(node) in pending:
            node = pending.pop(id(node))
        elif own and id(node) not in around:
            return node
        fields = {name: copied(value) for name, value in ast.iter_fields(node)}
        return type(node)(**fields, **dict.fromkeys(node._attributes, 1))

    made = copied(solution.tree)
    assert isinstance(made, ast.Module)
    return made
