"""Further slips in a right solution than the mutants of `mutants`: other names, functions, axes, orders and places.

What a grader must find are small changes of the code; what students write instead is often one thing thought
otherwise, though it stands in several places.
"""

import ast
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, pairwise

from ..base.text import Text, _
from .reductions import HELPERS, REDUCTIONS, ROOM
from .solution import UNARY, Change, Solution, everywhere

VARIABLE = _("another variable in the place of one")
ARGUMENT = _("`{new}` in the place of `{old}`")
FUNCTION = _("`{new}` in the place of another function")
MEASURE = _("{new} in the place of `{old}`")
PRODUCT, DISTANCE = _("the scalar product"), _("minus the distance")
MOVED = _("a function is applied in another place, before or after something else")
ONCE_MORE = _("`{function}` is applied once too often")
OPERATION = _("another operation in the place of one (·, /, +, a power)")
FACTORS = _("two factors of a product are left out")
SIZE = _("another length in the place of one: of another axis, or of another array")
OTHER_END = _("the first is cut off in the place of the last, or nothing is")
PARENTHESES = _("parentheses around another part of a formula")
LARGER = _("the larger of two numbers in the place of their sum")
FIRST_ALONE = _("only the first is taken, in the place of all of them together")
LAST_ALONE = _("only the last is taken, in the place of all of them together")
ONE_LESS = _("a mean that divides by one less than how many there are")
OTHER_AXES = _("rows in the place of columns, or columns in the place of rows")
NO_AXES = _("one number for the whole array, in the place of one for each row or column")
LEFT_OUT = _("one of several things is left out")
BOUND = _("an index, or an end, that is one too large or one too small")
LOOPS = _("two loops have changed places")
EXCHANGED_AXES = _("two axes of an array have changed places")
TURNED = _("an array is gone through from the end")
PLACES = _("two arguments have changed places")
CONSTANT = _("another number in the place of a constant")
DEGREES = _("angles in degrees")
INFINITE = _("0 in the place of an infinity")
LINES = _("two lines have changed places")

MOST_AXES, TWO = 3, 2
AXES = {0: "1", 1: "0", -1: "0", 2: "1"}


Kind = Callable[[Solution], Iterator[Change]]


def changes(solution: Solution) -> Iterator[Change]:
    """All of them, kind by kind; of each kind those alike in several places are made together, too."""
    for kind in KINDS:
        yield from of_kind(kind, solution)


def of_kind(kind: Kind, solution: Solution) -> Iterator[Change]:
    """Those of one kind, first those that are made in several places."""
    found = list(kind(solution))
    yield from everywhere(found)
    yield from found


def _expression(text: str) -> ast.expr:
    return ast.parse(text, mode="eval").body


def _applied(form: str, inner: ast.expr) -> ast.expr:
    return _expression(form.format(ast.unparse(inner)))


def _called(function: str, *args: ast.expr) -> ast.Call:
    return ast.Call(_expression(function), list(args), [])


def _axes(solution: Solution) -> Iterator[Change]:
    for call in solution.calls:
        for keyword in call.keywords:
            if keyword.arg == "axis":
                rest = [k for k in call.keywords if k.arg not in ("axis", "keepdims")]
                number = _number(keyword.value)
                if number in AXES:
                    kept = (
                        ast.keyword("axis", ast.Constant(int(AXES[int(number)]))),
                        ast.keyword("keepdims", ast.Constant(True)),
                    )
                    yield Change.of(OTHER_AXES, call, ast.Call(call.func, call.args, [*rest, *kept]), str(number))
                yield Change.of(NO_AXES, call, ast.Call(call.func, call.args, rest), ast.unparse(keyword.value))


def _number(node: ast.AST) -> float | None:
    match node:
        case ast.Constant(bool()):
            return None
        case ast.Constant(int() | float() as number):
            return number
        case ast.UnaryOp(ast.USub(), ast.Constant(int() | float() as number)):
            return -number
    return None


def _reduced(solution: Solution) -> Iterator[Change]:
    """Another function of a whole array, or of each row."""
    for call in solution.calls:
        if not isinstance(call.func, ast.Attribute) or call.func.attr not in REDUCTIONS:
            continue
        own = isinstance(call.func.value, ast.Name) and call.func.value.id == "np"
        args = call.args if own else [call.func.value, *call.args]
        for name in REDUCTIONS:
            if name != call.func.attr:
                words = _word(name, call.func.attr)
                if name.endswith("_less") and words is not ONE_LESS:
                    continue
                made = ast.Call(ast.Name(HELPERS[name], ast.Load()), args, call.keywords)
                yield Change.of(words, call, made, call.func.attr)


def _word(name: str, old: str) -> Text:
    if name in ("mean_less", f"{old}_less"):
        return ONE_LESS
    return {"first": FIRST_ALONE, "last": LAST_ALONE}.get(name) or FUNCTION.filled(new=name)


def _variables(solution: Solution) -> Iterator[Change]:
    for node in solution.expressions:
        if isinstance(node, ast.Name) and node.id in solution.variables:
            for other in solution.variables:
                if other != node.id:
                    both = {node.id, other} <= set(solution.parameters)
                    words = ARGUMENT.filled(new=other, old=node.id) if both else VARIABLE
                    yield Change.of(words, node, ast.Name(other, ast.Load()), f"{node.id}, {other}")


def _entries(solution: Solution) -> Iterator[Change]:
    """Another key of a dict."""
    keys = [n.slice for n in solution.expressions if isinstance(n, ast.Subscript) and _is_key(n.slice)]
    for key in keys:
        for other in dict.fromkeys(k.value for k in keys if isinstance(k, ast.Constant)):
            if isinstance(key, ast.Constant) and other != key.value:
                yield Change.of(ARGUMENT.filled(new=other, old=key.value), key, ast.Constant(other), "key")


def _is_key(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _functions(solution: Solution) -> Iterator[Change]:
    for call in solution.calls:
        name = solution.applied(call)
        if name and len(call.args) == 1:
            others = {**UNARY, **{f: f"{f}({{}})" for f in solution.of_one}}
            for other, form in others.items():
                if other != name:
                    yield Change.of(FUNCTION.filled(new=other), call, _applied(form, call.args[0]), name)
        if name in solution.functions and len(call.args) == 2:
            a, b = call.args
            yield Change.of(MEASURE.filled(new=PRODUCT, old=name), call, ast.BinOp(a, ast.MatMult(), b))
            away = _called("np.linalg.norm", ast.BinOp(a, ast.Sub(), b))
            yield Change.of(MEASURE.filled(new=DISTANCE, old=name), call, ast.UnaryOp(ast.USub(), away))
            yield Change.of(FUNCTION.filled(new="np.abs"), call, _called("np.abs", call))


def _moved(solution: Solution) -> Iterator[Change]:
    """A function that is applied to something else, and one that is applied once more."""
    applied = [(call, name) for call in solution.calls if (name := solution.applied(call))]
    targets = [
        n for n in solution.expressions if isinstance(n, (ast.BinOp, ast.Call, ast.Name)) and _is_value(n, solution)
    ]
    for call, _name in applied:
        for target in targets:
            if target is call or (isinstance(target, ast.Name) and target not in _operands(solution)):
                continue
            wrapped = ast.Call(call.func, [target, *call.args[1:]], call.keywords)
            yield Change(MOVED, ((call, call.args[0]), (target, wrapped)))
        yield Change(MOVED, ((call, call.args[0]),))
    seen: set[str] = set()
    for call, name in applied:
        if name not in seen and len(call.args) == 1:
            seen.add(name)
            for target in targets:
                if target not in call.args:
                    yield Change.of(
                        ONCE_MORE.filled(function=name), target, ast.Call(call.func, [target], call.keywords)
                    )


def _is_value(node: ast.expr, solution: Solution) -> bool:
    return not isinstance(node, ast.Name) or node.id in solution.variables


def _operands(solution: Solution) -> Sequence[ast.expr]:
    """The sides of operations."""
    return [side for n in solution.expressions if isinstance(n, ast.BinOp) for side in (n.left, n.right)]


def _grouped(solution: Solution) -> Iterator[Change]:
    for node in solution.expressions:
        match node:
            case ast.BinOp(ast.BinOp(a, first, b), second, c) if type(first) is not type(second) or isinstance(
                first, (ast.Sub, ast.Div)
            ):
                yield Change.of(PARENTHESES, node, ast.BinOp(a, first, ast.BinOp(b, second, c)))
        match node:
            case ast.BinOp(a, first, ast.BinOp(b, second, c)) if type(first) is not type(second) or isinstance(
                first, (ast.Sub, ast.Div)
            ):
                yield Change.of(PARENTHESES, node, ast.BinOp(ast.BinOp(a, first, b), second, c))
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Sub):
            yield Change.of(OPERATION, node, ast.BinOp(node.left, ast.Mult(), node.right))
            yield Change.of(OPERATION, node, ast.BinOp(node.left, ast.Div(), node.right))
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
            yield Change.of(LARGER, node, _called("np.maximum", node.left, node.right))


def _factors(solution: Solution) -> Iterator[Change]:
    """A product without two of its factors."""
    inner = {id(n.left) for n in solution.expressions if isinstance(n, ast.BinOp) and isinstance(n.op, ast.Mult)}
    for node in solution.expressions:
        factors = list(_multiplied(node))
        if id(node) not in inner and len(factors) > TWO:
            for i, j in combinations(range(len(factors)), 2):
                rest = [factor for k, factor in enumerate(factors) if k not in (i, j)]
                product = rest[0]
                for factor in rest[1:]:
                    product = ast.BinOp(product, ast.Mult(), factor)
                yield Change.of(FACTORS, node, product)


def _multiplied(node: ast.expr) -> Iterator[ast.expr]:
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult):
        yield from _multiplied(node.left)
        yield node.right
    else:
        yield node


def _sizes(solution: Solution) -> Iterator[Change]:
    """Another length: of another axis, or of another array; and the other end of what is cut off."""
    for node in solution.nodes:
        match node:
            case ast.Subscript(ast.Attribute(ast.Name(name), "shape"), ast.Constant()):
                for other in solution.variables:
                    for axis in range(MOST_AXES):
                        if ast.unparse(node) != f"{other}.shape[{axis}]":
                            yield Change.of(SIZE, node, _expression(f"{other}.shape[{axis}]"))
            case ast.Slice(ast.Constant(1), None):
                yield Change.of(OTHER_END, node, ast.Slice(None, ast.UnaryOp(ast.USub(), ast.Constant(1))))
                yield Change.of(OTHER_END, node, ast.Slice(None, None))
            case ast.Call(ast.Name("len"), [ast.Name(name)]):
                for axis in range(1, MOST_AXES):
                    yield Change.of(SIZE, node, _expression(f"{name}.shape[{axis}]"))


def _left_out(solution: Solution) -> Iterator[Change]:
    for node in solution.expressions:
        if isinstance(node, ast.List) and len(node.elts) > 1:
            for i in range(len(node.elts)):
                yield Change.of(LEFT_OUT, node, ast.List([*node.elts[:i], *node.elts[i + 1 :]], ast.Load()))
            for item in node.elts:
                yield Change.of(LEFT_OUT, node, ast.List([item], ast.Load()))
        if isinstance(node, ast.UnaryOp) and ast.unparse(node) == "-np.inf":
            yield Change.of(INFINITE, node, ast.Constant(0.0))


def _bounds(solution: Solution) -> Iterator[Change]:
    places: list[ast.expr] = []
    for node in solution.expressions:
        if isinstance(node, ast.Call) and ast.unparse(node.func) in ("range", "np.arange"):
            places += [node] if ast.unparse(node.func) == "np.arange" else []
            places += node.args
        if isinstance(node, ast.Subscript) and not _is_key(node.slice):
            inside = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
            for part in inside:
                ends = (part.lower, part.upper) if isinstance(part, ast.Slice) else (part,)
                places += [end for end in ends if end is not None and not isinstance(end, (ast.List, ast.Constant))]
    for place in places:
        for operator in (ast.Add(), ast.Sub()):
            yield Change.of(BOUND, place, ast.BinOp(place, operator, ast.Constant(1)))


def _constants(solution: Solution) -> Iterator[Change]:
    for node in solution.expressions:
        number = _number(node)
        if number is not None and isinstance(node, ast.Constant) and number:
            for factor in (0.1, 10, 0.5, 100, 0.01):
                yield Change.of(CONSTANT, node, ast.Constant(float(f"{number * factor:.12g}")), f"{number}, {factor}")
    for call in solution.calls:
        if ast.unparse(call.func) in ("np.sin", "np.cos", "np.tan"):
            yield Change.of(DEGREES, call, ast.Call(call.func, [_called("np.radians", *call.args)], []), "degrees")


def _loops(solution: Solution) -> Iterator[Change]:
    for node in solution.nodes:
        if isinstance(node, (ast.ListComp, ast.GeneratorExp)) and len(node.generators) == 2:
            yield Change.of(LOOPS, node, type(node)(node.elt, node.generators[::-1]))
        if isinstance(node, ast.For) and len(node.body) == 1 and isinstance(inner := node.body[0], ast.For):
            within = ast.For(node.target, node.iter, inner.body, [])
            yield Change.of(LOOPS, node, ast.For(inner.target, inner.iter, [within], []))
    for holder in solution.nodes:
        for body in [getattr(holder, name, None) for name in ("body", "orelse")]:
            if isinstance(body, list):
                yield from _swapped(body)
    yield from _swapped(solution.definition.body)


def _swapped(body: Sequence[ast.stmt]) -> Iterator[Change]:
    for a, b in pairwise(body):
        if not isinstance(b, ast.Return) and not isinstance(a, (ast.Expr, ast.FunctionDef)):
            yield Change(LINES, ((a, b), (b, a)))


def _arrays(solution: Solution) -> Iterator[Change]:
    """Axes and orders of arrays before they are multiplied, or gone through."""
    places = [side for n in solution.expressions if isinstance(n, ast.BinOp) for side in (n.left, n.right)]
    for call in solution.calls:
        if isinstance(call.func, ast.Attribute) and call.func.attr in ROOM and ast.unparse(call.func.value) != "np":
            places.append(call.func.value)
            places.append(call)
        elif isinstance(call.func, ast.Attribute) and call.func.attr in ROOM:
            places += [call.args[0], call] if call.args else []
    for place in places:
        if not isinstance(place, ast.Constant):
            yield Change.of(EXCHANGED_AXES, place, _called(HELPERS["last two"], place))
            yield Change.of(EXCHANGED_AXES, place, _called(HELPERS["first last"], place))
            yield Change.of(EXCHANGED_AXES, place, _called(HELPERS["first two"], place))
            yield Change.of(EXCHANGED_AXES, place, _called(HELPERS["reshaped"], place))
            yield Change.of(TURNED, place, _called(HELPERS["turned"], place))
            yield Change.of(TURNED, place, _called(HELPERS["turned rows"], place))


def _places(solution: Solution) -> Iterator[Change]:
    for call in solution.calls:
        args = call.args
        many = [*args]
        if len(args) == 1 and isinstance(args[0], ast.Tuple):
            many = args[0].elts
        for i in range(len(many) - 1):
            for j in range(i + 1, len(many)):
                if len(many) > 2 or many is not args:
                    swapped = [*many]
                    swapped[i], swapped[j] = many[j], many[i]
                    if many is args or len(args) > 1:
                        yield Change.of(
                            PLACES,
                            call,
                            ast.Call(call.func, swapped, call.keywords),
                            f"{ast.unparse(call.func)} {i} {j}",
                        )
                    else:
                        inside: list[ast.expr] = [ast.Tuple(swapped, ast.Load())]
                        yield Change.of(PLACES, call, ast.Call(call.func, inside, call.keywords))


KINDS: tuple[Kind, ...] = (
    _axes,
    _reduced,
    _functions,
    _moved,
    _grouped,
    _factors,
    _sizes,
    _entries,
    _left_out,
    _constants,
    _bounds,
    _loops,
    _places,
    _arrays,
    _variables,
)


# Of a right solution whose infinities are large numbers, as many write them: those that may show what becomes of them.
OF_LARGE: tuple[Kind, ...] = (_axes, _places, _sizes)
