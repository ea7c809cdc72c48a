"""The domains of 13_transformer: numbers for GELU, layers and blocks of any size, texts, logits that are drawn from."""

import numpy as np

from ...judging.arguments import Array, Entries, signed
from ...judging.domain import FEW, MANY, Choice, Domain, Illegal, Making, Traits, band, bands, size_name, within
from ...judging.parameters import Classes, Number, Open, Seed
from ...plain.call import generator
from ...plain.numbers import Array as Numbers
from ..attending import HEADS, Mask, divided, earlier, head_scores, of_heads
from ..lengthy import MANY as LONG
from ..lengthy import SEVERAL, SQUARE, texts, varied
from .inputs import shapes

SPECIAL = ("all equal", "some 0", "a row of 0", "equal rows")
MOST = 1e4
NARROW = FEW[:3]
ROWS = bands(1e-3, MOST)
# In no order, to both sides of where GELU is nearly a line.
MANY_NUMBERS = (np.arange(LONG) * 37 % 61 - 30) * 1.75
# How large the weights of a block are, at most.
SIZES = bands(0.1, 5, zero=False)
# Which of a block's weights are 0.
PLAIN = ("none", "Wo", "W2", "gamma1", "gamma2")
ALONE = 0.9
EPS = 1e-5
# How much rows vary, from much to not at all.
SPREADS = ("different", "nearly constant", "hardly different", "constant")


def _given(name: str, *shape: str) -> Array:
    return Array(name, shape, ROWS, forms=("decimal", "exact"), special=SPECIAL)


def _weights(name: str, *shape: str) -> Array:
    return Array(name, shape, bands(1e-3, 12), kinds=("float",), special=("all equal", "some 0"))


def _hidden(X: Numbers, W1: Numbers, b1: Numbers) -> float:
    """The largest input of a hidden unit."""
    return float(np.max(np.abs(X @ W1.T + b1)))


def _of_layer(X: Numbers, W1: Numbers, b1: Numbers, W2: Numbers, b2: Numbers) -> Traits:
    return {f"hidden={band(_hidden(X, W1, b1))}": True}


def _layer(making: Making) -> None:
    """Weights and a bias with which the hidden units are so large, at most, and never too large."""
    made, wanted = making.made, making.chosen["hidden"]
    largest = _hidden(made["X"], made["W1"], made["b1"])
    if wanted == "any" and largest <= MOST:
        return
    if not largest:
        raise Illegal("all hidden units are 0")
    factor = (10.0 if wanted == "any" else within(making.rng, wanted, exact=False)) / largest
    made |= {"W1": made["W1"] * factor, "b1": made["b1"] * factor}


def _normal(X: Numbers, gamma: Numbers, beta: Numbers) -> Numbers:
    deviations = X - X.mean(axis=1, keepdims=True)
    return np.asarray(deviations / np.sqrt((deviations**2).mean(axis=1, keepdims=True) + EPS) * gamma + beta)


def _block(making: Making) -> None:
    """Weights of this size, some of which may be 0, and rows that vary as much as is chosen."""
    rng, sizes, chosen, made = making.rng, making.sizes, making.chosen, making.made
    largest = within(rng, chosen["weights"])
    weights = {name: rng.uniform(-largest, largest, shape) for name, shape in shapes(sizes["d"], sizes["m"]).items()}
    # Each as short a number as a person would write.
    made["weights"] = {name: np.round(entries * 64) / 64 for name, entries in weights.items()}
    if chosen["silent"] != "none":
        made["weights"][chosen["silent"]] *= 0.0
    if chosen["rows"] == "constant":
        made["X"] = np.repeat(made["X"][:, :1], sizes["d"], axis=1)
    elif chosen["rows"] == "nearly constant":
        made["X"] = np.round(made["X"][:, :1]) + rng.integers(-4, 5, made["X"].shape) / 1024
    elif chosen["rows"] == "hardly different":
        made["X"] = np.round(made["X"][:, :1]) % 4 + rng.integers(-4, 5, made["X"].shape) / 2**16
    made["heads"] = divided(making, sizes["d"])


def _of_block(X: Numbers, weights: dict[str, Numbers], heads: int, mask: Numbers) -> Traits:
    largest = max(float(np.max(np.abs(entries))) for entries in weights.values())
    spread = float(np.ptp(X.astype(float), axis=1).max())
    found = {f"weights={band(largest)}", f"m={size_name(len(weights['b1']))}"}
    found |= {f"silent={name}" for name in PLAIN[1:] if not weights[name].any()}
    found |= {f"rows={SPREADS[(spread < 0.01) + (spread < 2e-4) + (not spread)]}"}
    return of_heads(heads, X.shape[1]) | dict.fromkeys(found, True)


def _is_stable(X: Numbers, weights: dict[str, Numbers], heads: int, mask: Numbers) -> bool:
    rows = _normal(X.astype(float), weights["gamma1"], weights["beta1"])
    return bool(np.max(np.abs(head_scores(rows, weights["Wq"], weights["Wk"], heads))) <= MOST)


def _cut(making: Making) -> None:
    """Mostly one logit is left: then there is one right answer only."""
    z, rng = making.made["z"], making.rng
    clear = [k for k in range(1, len(z) + 1) if _is_clear(z, k)]
    making.made["k"] = clear[0] if rng.random() < ALONE else int(rng.choice(clear))


def _is_clear(z: Numbers, k: int) -> bool:
    """Whether the last logit that is left is no tie with the first that is not, in float32 either."""
    order = np.sort(z.astype(float))[::-1]
    return k == len(z) or bool(order[k - 1] - order[k] > 1e-5 * max(1e-3, abs(order[k])))


# A long text, and one of a large vocabulary, of which the words come that one byte does not count.
TEXTS = ((varied(LONG, 3), texts(LONG, 3)), (varied(3, LONG), np.array([7, 259, 256])))
LONG_BLOCK = (
    varied(SQUARE, 4),
    {name: varied(*shape, unit=0.125) for name, shape in shapes(4, 3).items()},
    2,
    earlier(np.random.default_rng(0), SQUARE, SQUARE),
)
CLEAR = np.where(np.arange(LONG) == 258, 9.0, varied(LONG))

DOMAINS = {
    "gelu": Domain((Entries("x", signed(bands(0, MOST))),), ("saturated",), named=((MANY_NUMBERS,),)),
    "d_gelu": Domain((Entries("x", signed(bands(0, MOST))),), ("saturated",), named=((MANY_NUMBERS,),)),
    "feed_forward": Domain(
        (
            _given("X", "n", "d"),
            _weights("W1", "m", "d"),
            _weights("b1", "m"),
            _weights("W2", "d", "m"),
            _weights("b2", "d"),
        ),
        ("saturated",),
        {"n": FEW, "d": FEW, "m": FEW},
        further={"hidden": Choice(("any", *bands(5, MOST, zero=False)), ("any",), ("any",))},
        mend=_layer,
        where=_of_layer,
        named=tuple(
            (varied(n, 2), varied(m, 2), varied(m), varied(2, m), varied(2)) for n, m in ((LONG, 3), (3, SEVERAL))
        ),
    ),
    "transformer_block": Domain(
        (_given("X", "n", "d"), Open("weights"), Open("heads"), Mask(("n", "n"))),
        ("stable",),
        {"n": FEW, "d": FEW, "m": NARROW},
        further={
            "heads": Choice(HEADS, ("1", "2")),
            "weights": Choice(SIZES),
            "silent": Choice(PLAIN, ("none",), ("none",)),
            "rows": Choice(SPREADS, SPREADS[:1]),
        },
        mend=_block,
        legal=_is_stable,
        where=_of_block,
        named=(LONG_BLOCK,),
        most=24,
    ),
    "next_token_loss": Domain(
        (_given("Z", "T", "V"), Classes("ids", "V", ("T",))),
        ("stable",),
        {"T": FEW[1:], "V": MANY},
        named=TEXTS,
        where=lambda Z, ids: {"ids.mix=the last class": True} if np.all(ids == Z.shape[1] - 1) else {},
    ),
    "sample_next": Domain(
        (
            Array("z", ("V",), ROWS, forms=("decimal", "exact"), special=("all equal", "some 0", "ascending")),
            Number("temperature", bands(1e-3, 12, zero=False), signs=("positive",)),
            Open("k"),
            Seed(),
        ),
        ("among",),
        {"V": MANY},
        mend=_cut,
        named=((CLEAR, 0.5, 1, generator(7)),),
    ),
}
