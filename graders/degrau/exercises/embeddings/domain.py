"""The domains of 10_embeddings: words as indices, tables and gradients, texts, a word among others."""

import numpy as np

from ...judging.arguments import Array
from ...judging.domain import FEW, MANY, Choice, Domain, Illegal, Making, Traits, band, bands, within
from ...judging.parameters import Classes, Length, Open
from ...plain.numbers import Array as Numbers
from ..lengthy import MANY as LONG
from ..lengthy import texts, varied
from .similarity_domain import SIMILARITIES

SPECIAL = ("all equal", "some 0", "a row of 0", "equal rows")
# Words of a table that one byte does not count.
WIDE_IDS = np.array([299, 128, 0, 256, 128, 41])
TEXT_LENGTHS = {"1": (1, 1), "2": (2, 2), "3-7": (3, 7), "8-40": (8, 13)}
WINDOWS = ("1", "2", "3-7", "T - 1", ">= T")
WORDS = ("some twice", "one word", "all different", "above 1000")
MOST_PRODUCT, LONGEST = 1e4, 128
PRODUCTS = ("usual", *(sign + m for m in bands(5, MOST_PRODUCT, zero=False) for sign in "+-"))


def _table(name: str, *shape: str) -> Array:
    return Array(name, shape, bands(1e-3, 1e6), ("float",), forms=("decimal", "exact"), special=SPECIAL[1:])


def _of_words(ids: Numbers, V: int) -> Traits:
    """Whether all are the last word, and how often the one comes that comes most."""
    most = int(np.bincount(ids).max())
    found = {f"most={'once' if most == 1 else 'twice' if most == 2 else 'often'}"}
    return dict.fromkeys(found | ({"ids.mix=the last class"} if np.all(ids == V - 1) else set()), True)


def _often(making: Making) -> None:
    """A text in which the word that comes most comes so often."""
    ids, V, chosen, rng = making.made["ids"], making.sizes["V"], making.chosen, making.rng
    if chosen["ids.mix"] != "any":
        return
    times = {"once": 1, "twice": 2, "often": 3}[chosen["most"]]
    if len(ids) < times or (times < 3 and len(ids) > times * V):
        raise Illegal("no such text")
    ids[:] = rng.permutation(V)[rng.permutation(np.arange(len(ids)) // times % V)]


MOST = {"most": Choice(("once", "twice", "often"))}


def _text(making: Making) -> None:
    T, chosen, rng = making.sizes["T"], making.chosen, making.rng
    texts = {
        "some twice": rng.permutation(np.arange(T) // 2),
        "one word": np.full(T, rng.integers(9)),
        "all different": rng.permutation(T),
        "above 1000": 1000 + rng.integers(10**6, size=T),
    }
    several = list(range(3, min(8, T - 1)))
    windows = {"1": [1], "2": [2], "3-7": several, "T - 1": [T - 1] if T > 1 else [], ">= T": [T, T + 1, 3 * T, 100]}
    if not windows[chosen["window"]]:
        raise Illegal("no such window")
    making.made |= {"ids": texts[chosen["words"]], "window": int(rng.choice(windows[chosen["window"]]))}


def _of_text(ids: Numbers, window: int) -> Traits:
    T, different = len(ids), len(set(ids.tolist()))
    windows = {
        "1": window == 1,
        "2": window == 2,
        "3-7": 3 <= window <= 7,
        "T - 1": window == T - 1,
        ">= T": window >= T,
    }
    words = {
        "some twice": 1 < different < T,
        "one word": different == 1 < T,
        "all different": different == T,
        "above 1000": ids.min() > 1000,
    }
    found = {f"window={name}" for name, holds in windows.items() if holds}
    lengths = [name for name, (low, high) in TEXT_LENGTHS.items() if low <= T <= high]
    found |= {f"words={name}" for name, holds in words.items() if holds} | {f"T={name}" for name in lengths}
    return dict.fromkeys(found, True)


def _products(making: Making) -> None:
    """The products of the centre with its neighbour, and with the first negative word, are of this size."""
    made, chosen, rng = making.made, making.chosen, making.rng
    if any(chosen[key] in PRODUCTS[-2:] for key in ("near", "far")):
        # Else the word would have to be very long.
        made["v"] *= 32.0
    for key, word in (("near", made["u"]), ("far", made["N"][0])):
        wanted = chosen[key]
        if wanted != "usual":
            product = float(word @ made["v"])
            if not product:
                raise Illegal("no product")
            # In place, for the negative word is a row.
            word *= within(rng, wanted[1:], exact=False) * (-1.0 if wanted[0] == "-" else 1.0) / product


def _of_products(v: Numbers, u: Numbers, N: Numbers) -> Traits:
    signs = {key: ("-" if z < 0 else "+") + band(abs(z)) for key, z in (("near", u @ v), ("far", N[0] @ v))}
    return {f"{key}={name}": True for key, name in signs.items()}


def _are_legal(v: Numbers, u: Numbers, N: Numbers) -> bool:
    """Whether the products are not too large, nor a word that had to be stretched: by it errors of a sigmoid grow."""
    products, words = (max(float(np.max(np.abs(x))) for x in pair) for pair in ((N @ v, u @ v), (N, u)))
    return products <= MOST_PRODUCT and words <= LONGEST


DOMAINS = {
    "embed": Domain(
        (Classes("ids", "V", ("T",)), _table("E", "V", "d")),
        ("edges",),
        {"T": FEW, "V": MANY, "d": FEW},
        further=MOST,
        mend=_often,
        where=lambda ids, E: _of_words(ids, len(E)),
        named=(
            (WIDE_IDS, np.arange(600.0).reshape(300, 2) * 37.125),
            (texts(LONG, 9), varied(9, 2)),
            (texts(20, 9), varied(9, 1)),
        ),
        most=16,
        again=("V=41-100", "T=1 & V=8-40"),
    ),
    "embed_backward": Domain(
        (
            Classes("ids", "V", ("T",)),
            Length("V", "V"),
            _table("dY", "T", "d"),
        ),
        ("edges",),
        {"T": FEW, "V": MANY, "d": FEW},
        further=MOST,
        mend=_often,
        where=lambda ids, V, dY: _of_words(ids, V),
        named=((WIDE_IDS, 300, np.arange(12.0).reshape(6, 2) / 8), (texts(LONG, 9), 9, varied(LONG, 2))),
        again=("T=1 & V=8-40", "dY.magnitude=(10000, 1e+06]"),
    ),
    **SIMILARITIES,
    "skip_gram_pairs": Domain(
        (Open("ids"), Open("window")),
        ("edges",),
        {"T": tuple(TEXT_LENGTHS)},
        further={"words": Choice(WORDS), "window": Choice(WINDOWS, ("1", "2", "T - 1"))},
        mend=_text,
        where=_of_text,
        named=((np.arange(60) * 7 % 50, 6), (texts(LONG, 50), 2), (texts(60, 50), 55)),
        most=12,
    ),
    "negative_sampling": Domain(
        (
            Array("v", ("d",), bands(0, 100), kinds=("float",)),
            Array("u", ("d",), bands(0, 100), kinds=("float",)),
            Array("N", ("k", "d"), bands(0, 100), kinds=("float",), special=SPECIAL),
        ),
        ("stable",),
        {"k": FEW, "d": FEW},
        further={key: Choice(PRODUCTS, ("usual",), ("usual",)) for key in ("near", "far")},
        mend=_products,
        legal=_are_legal,
        named=(
            (varied(100) / 8, varied(100, unit=0.125), varied(2, 100) / 4),
            (varied(2), varied(2) / 2, varied(100, 2)),
        ),
        where=_of_products,
    ),
}
