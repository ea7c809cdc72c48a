"""The domains of 11_attention: queries, keys, values and masks of any size; scores up to what must be stable."""

import numpy as np

from ...judging.arguments import Array
from ...judging.domain import FEW, MANY, Choice, Domain, Illegal, Making, Options, Traits, band, bands, within
from ...judging.parameters import Length, Open
from ...plain.numbers import Array as Numbers
from ..attending import HEADS, MASKS, Mask, divided, earlier, head_scores, masked, of_heads, scores
from ..lengthy import MANY as LONG
from ..lengthy import SQUARE, varied
from .inputs import MOST_LISTED, weights_of

SPECIAL = ("all equal", "some 0", "a row of 0", "equal rows")
MOST_SCORE = 1e4
MODERATE, LARGE = bands(1e-3, 100), bands(1e-3, 1e4)
# How far apart the scores of a query are: from where a softmax chooses to where one that is not stable overflows.
SPREADS = ("any", *bands(5, MOST_SCORE, zero=False))
SPREAD = {"spread": Choice(SPREADS, ("any",), ("any",))}
# Beyond, hardly anything comes back through the softmax.
FAINTER = {"spread": Choice(("any", *bands(5, 20, zero=False)), ("any",), ("any",))}
WIDTHS = {"2": (2, 2), "4-10": (4, 10), "12-30": (12, 30), "32-64": (32, 64)}


def _given(name: str, *shape: str, magnitudes: Options = MODERATE, special: Options = SPECIAL) -> Array:
    return Array(name, shape, magnitudes, forms=("decimal", "exact"), special=special)


def _values(*shape: str) -> Array:
    return _given("V", *shape, magnitudes=LARGE)


def _weights(name: str, *shape: str) -> Array:
    return Array(name, shape, bands(1e-3, 12), kinds=("float",), special=("all equal", "some 0"))


def _further_apart(making: Making, found: Numbers, mask: Numbers | bool, name: str) -> None:
    """Stretches what the scores are proportional to, so that a query's are as far apart as is chosen."""
    wanted, stretched = making.chosen["spread"], making.made[name]
    now = _spread(found, mask)
    if wanted == "any":
        return
    if not now:
        raise Illegal("the scores are all alike")
    factor = within(making.rng, wanted, exact=False) / now
    whole = stretched.dtype.kind == "i"
    making.made[name] = stretched * max(1, round(factor)) if whole else stretched * factor


def _spread(found: Numbers, mask: Numbers | bool) -> float:
    """How far apart the scores of a query are that are allowed, at most."""
    seen = np.where(mask, found, np.nan)
    return float(np.max(np.nanmax(seen, axis=1) - np.nanmin(seen, axis=1)))


def _of_scores(found: Numbers, mask: Numbers | bool) -> Traits:
    return {f"spread={band(_spread(found, mask))}": True}


def _additive_scores(q: Numbers, K: Numbers, Wq: Numbers, Wk: Numbers, v: Numbers) -> Numbers:
    return np.asarray(np.tanh(Wq @ q + K @ Wk.T) @ v)[None]


def _additive(making: Making) -> None:
    asked = (making.made[name] for name in ("q", "K", "Wq", "Wk", "v"))
    _further_apart(making, _additive_scores(*asked), True, "v")


def _are_apart(q: Numbers, K: Numbers, V: Numbers, Wq: Numbers, Wk: Numbers, v: Numbers) -> bool:
    """Whether scores are not large and nearly equal at once: in float32 their differences would be lost."""
    most = float(np.sum(np.abs(v)))
    return most <= MOST_SCORE and most <= 100 + 50 * _spread(_additive_scores(q, K, Wq, Wk, v), True)


def _of_additive(q: Numbers, K: Numbers, V: Numbers, Wq: Numbers, Wk: Numbers, v: Numbers) -> Traits:
    return _of_scores(_additive_scores(q, K, Wq, Wk, v), True)


def _products(making: Making) -> None:
    _further_apart(making, scores(making.made["Q"], making.made["K"]), making.made["mask"], "Q")


def _are_stable(found: Numbers) -> bool:
    return bool(np.max(np.abs(found)) <= MOST_SCORE)


def _weighed(making: Making) -> None:
    """A mask of the kind that is chosen, and the weights that `attention` gives with it."""
    Q, K = making.made["Q"], making.made["K"]
    mask = MASKS[making.chosen["mask"]](making.rng, len(Q), len(K))
    _further_apart(making, scores(Q, K), mask, "Q")
    making.made["A"] = weights_of(making.made["Q"], K, mask)


def _of_weights(Q: Numbers, K: Numbers, V: Numbers, A: Numbers, dY: Numbers) -> Traits:
    return masked(A > 0) | _of_scores(scores(Q, K), A > 0)


def _columns(making: Making) -> None:
    """An even number of them."""
    low, high = WIDTHS[making.chosen["d"]]
    making.made["d"] = 2 * int(making.rng.integers(low // 2, high // 2, endpoint=True))


def _of_columns(n: int, d: int) -> Traits:
    return {f"d={name}": True for name, (low, high) in WIDTHS.items() if low <= d <= high}


def _heads(making: Making) -> None:
    made = making.made
    made["heads"] = divided(making, making.sizes["d"])
    found = head_scores(made["X"], made["Wq"], made["Wk"], made["heads"])
    _further_apart(making, found, np.tile(made["mask"], (made["heads"], 1)), "Wq")


def _of_heads(X: Numbers, Wq: Numbers, Wk: Numbers, Wv: Numbers, Wo: Numbers, heads: int, mask: Numbers) -> Traits:
    apart = _of_scores(head_scores(X, Wq, Wk, heads), np.tile(mask, (heads, 1)))
    return of_heads(heads, X.shape[1]) | apart


# Many queries, and many keys: Q, K, V and who may not look where.
LENGTHY = tuple((varied(q, 2), varied(k, 2), varied(k, 3), varied(q, k) != 0) for q, k in ((LONG, 3), (3, LONG)))

DOMAINS = {
    "additive_attention": Domain(
        (
            _given("q", "p", special=("all equal", "some 0")),
            _given("K", "T", "r"),
            _values("T", "s"),
            _weights("Wq", "m", "p"),
            _weights("Wk", "m", "r"),
            Array("v", ("m",), bands(1e-3, 700), kinds=("float",), special=("all equal", "some 0")),
        ),
        ("stable",),
        {"p": FEW[:3], "T": FEW, "r": FEW[:3], "s": FEW[:3], "m": FEW},
        further=SPREAD,
        mend=_additive,
        legal=_are_apart,
        where=_of_additive,
        again=("spread=(5, 12]",),
        named=((varied(2), varied(LONG, 3), varied(LONG, 2), varied(4, 2), varied(4, 3), varied(4)),),
    ),
    "attention": Domain(
        (_given("Q", "q", "d"), _given("K", "k", "d"), _values("k", "s"), Mask(("q", "k"))),
        ("stable",),
        {"q": FEW, "k": FEW, "d": FEW, "s": FEW},
        further=SPREAD,
        mend=_products,
        legal=lambda Q, K, V, mask: _are_stable(scores(Q, K)),
        where=lambda Q, K, V, mask: _of_scores(scores(Q, K), mask),
        named=LENGTHY,
    ),
    "attention_backward": Domain(
        (
            _given("Q", "q", "d", magnitudes=bands(1e-3, 40)),
            _given("K", "k", "d", magnitudes=bands(1e-3, 40)),
            _values("k", "s"),
            Open("A"),
            Array("dY", ("q", "s"), LARGE, ("float",), forms=("decimal", "exact"), special=SPECIAL),
        ),
        ("edges",),
        {"q": FEW, "k": FEW, "d": FEW, "s": FEW},
        further={"mask": Choice(tuple(MASKS), ("some",)), **FAINTER},
        mend=_weighed,
        where=_of_weights,
        named=tuple((Q, K, V, weights_of(Q, K, mask), varied(len(Q), 3)) for Q, K, V, mask in LENGTHY),
        most=24,
    ),
    "causal_mask": Domain((Length("n", "n"),), ("triangle",), {"n": MANY}, named=((MOST_LISTED,), (LONG,)), most=8),
    "positional_encoding": Domain(
        (Length("n", "n"), Open("d")),
        ("edges",),
        {"n": MANY},
        further={"d": Choice(tuple(WIDTHS))},
        mend=_columns,
        where=_of_columns,
        named=((LONG, 6),),
        most=8,
    ),
    "multi_head_attention": Domain(
        (
            _given("X", "n", "d"),
            *(_weights(name, "d", "d") for name in ("Wq", "Wk", "Wv", "Wo")),
            Open("heads"),
            Mask(("n", "n")),
        ),
        ("stable",),
        {"n": FEW, "d": FEW},
        further={"heads": Choice(HEADS, ("1", "2")), **SPREAD},
        mend=_heads,
        legal=lambda X, Wq, Wk, Wv, Wo, heads, mask: _are_stable(head_scores(X, Wq, Wk, heads)),
        where=_of_heads,
        most=28,
        again=("X.magnitude=(20, 40]", "n=1 & d=8-40"),
        named=(
            (
                varied(SQUARE, 4),
                *(varied(4, 4, unit=0.125),) * 4,
                2,
                earlier(np.random.default_rng(0), SQUARE, SQUARE),
            ),
            (varied(3, 64), *(varied(64, 64, unit=1 / 64),) * 4, 8, np.ones((3, 3), dtype=bool)),
        ),
    ),
}
