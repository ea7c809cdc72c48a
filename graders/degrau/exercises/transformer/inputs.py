"""Designed inputs for 13_transformer: numbers for GELU, rows and the weights of a block, logits and the words drawn.

All sizes differ in ordinary inputs, or a transpose would hide: rows, columns, hidden units, heads and their widths.
An array's entries come by one choice: what makes examples smaller tries the sizes, and not each weight.
"""

import numpy as np

from ...judging.draw import Args, Draw
from ...plain.call import Script, generator, value_words
from ...plain.numbers import Array
from ..attending import earlier, everywhere, some
from ..inputs import DECIMAL, INTEGER, QUARTERS, WHOLE, Regime, table

ORDINARY = (QUARTERS, WHOLE, DECIMAL)
EIGHTHS = Regime("eighths", 0.125, 6)
# Rows whose numbers vary so little that eps takes part in the root.
FAINT = Regime("faint", 2.0**-9, 3)
# n rows, d columns, m hidden units.
LAYERS = ((3, 2, 4), (2, 3, 5), (4, 3, 2), (3, 5, 4), (5, 2, 3))
LAYERS_AT_THE_EDGE = ((1, 1, 1), (1, 3, 2), (2, 1, 3), (3, 2, 1), (3, 3, 3))
# n rows, d columns, m hidden units, heads.
BLOCKS = ((3, 4, 5, 2), (4, 6, 5, 2), (2, 6, 4, 3), (5, 8, 3, 2), (3, 8, 5, 4))
BLOCKS_AT_THE_EDGE = ((1, 4, 3, 2), (3, 4, 5, 1), (2, 4, 1, 4), (3, 3, 3, 3), (1, 2, 1, 1), (2, 4, 2, 2))
# T positions, V words.
TEXTS = ((3, 4), (4, 3), (2, 5), (5, 7), (6, 4))
TEXTS_AT_THE_EDGE = ((2, 1), (2, 2), (3, 3), (5, 2), (7, 1))
TEMPERATURES = (1.0, 0.5, 2.0, 0.7, 1.5)


def bulge(draw: Draw) -> tuple[Array]:
    """Numbers between ±2.2 and ±3.2, where the approximation by tanh is farthest off."""
    k = [draw.pick((-1, 1)) * draw.integer(22, 32) / 10 for _i in range(draw.pick((1, 2, 3)))]
    return (np.array(k),)


def layer(draw: Draw) -> Args:
    """X, W1, b1, W2, b2."""
    return _layer(draw, draw.turn(ORDINARY), *draw.pick(LAYERS))


def layer_at_the_edge(draw: Draw) -> Args:
    """A single row, column or hidden unit, all of one size, integers."""
    return _layer(draw, draw.turn((INTEGER, QUARTERS)), *draw.pick(LAYERS_AT_THE_EDGE))


def far_layer(draw: Draw) -> Args:
    """Hidden units that are far on either side, up to some ±1e4."""
    X, W1, *rest = _layer(draw, WHOLE, *draw.pick(LAYERS))
    return X * 256, W1 * 8, *rest


def _layer(draw: Draw, regime: Regime, n: int, d: int, m: int) -> Args:
    shapes = ((m, d), (m,), (d, m), (d,))
    return table(draw, regime, n, d), *(table(draw, EIGHTHS, *shape) for shape in shapes)


def block(draw: Draw) -> Args:
    """X, weights, heads and a mask."""
    return _block(draw, draw.turn(ORDINARY), *draw.pick(BLOCKS))


def first_half(draw: Draw) -> Args:
    """The same, with a feed-forward part that adds nothing."""
    X, weights, *rest = block(draw)
    silent = {name: np.zeros_like(weights[name]) for name in ("W2", "b2")}
    return X, weights | silent, *rest


def second_half(draw: Draw) -> Args:
    """The same, with an attention that adds nothing."""
    X, weights, *rest = block(draw)
    return X, weights | {"Wo": np.zeros_like(weights["Wo"])}, *rest


def faint_block(draw: Draw) -> Args:
    """Rows that hardly vary, before either norm."""
    X, weights, *rest = _block(draw, FAINT, *draw.pick(BLOCKS))
    return X, weights | {"Wo": weights["Wo"] * FAINT.unit}, *rest


def block_at_the_edge(draw: Draw) -> Args:
    """A single row or head, heads of one column, rows that are constant, integers."""
    X, *rest = _block(draw, draw.turn((INTEGER, QUARTERS)), *draw.pick(BLOCKS_AT_THE_EDGE))
    constant = np.repeat(X[:, :1], X.shape[1], axis=1)
    return (constant if draw.integer(0, 3) == 3 else X), *rest


def far_block(draw: Draw) -> Args:
    """Scores of up to some ±1e4, far apart or equal: the norm makes all numbers alike but for their signs."""
    X, weights, _heads, mask = _block(draw, WHOLE, 3, 8, 5, 2)
    rng = np.random.default_rng(draw.integer(0, 9999))
    signs = np.array([rng.permutation([1.0, -1.0] * 4) for _row in X]) * draw.pick((1, 2, 0.5))
    plain = {"gamma1": np.ones(8), "beta1": np.zeros(8)}
    turned = {name: np.diag(rng.choice((-1.0, 1.0), 8)) * size for name, size in (("Wq", 64), ("Wk", 32))}
    return signs, weights | plain | turned, 2, mask


def _block(draw: Draw, regime: Regime, n: int, d: int, m: int, heads: int) -> Args:
    weights = {name: table(draw, EIGHTHS, *shape) for name, shape in shapes(d, m).items()}
    return table(draw, regime, n, d), weights, heads, _mask(draw, n)


def shapes(d: int, m: int) -> dict[str, tuple[int, ...]]:
    """Those of a block's weights, in their order."""
    norm, square = ((d,), (d,)), ((d, d),) * 4
    names = ("gamma1", "beta1", "Wq", "Wk", "Wv", "Wo", "gamma2", "beta2", "W1", "b1", "W2", "b2")
    return dict(zip(names, (*norm, *square, *norm, (m, d), (m,), (d, m), (d,)), strict=True))


def _mask(draw: Draw, n: int) -> Array:
    """Who may look at whom, causal or without a pattern; every row may look somewhere."""
    rng = np.random.default_rng(draw.integer(0, 999))
    return draw.turn((some, earlier, everywhere))(rng, n, n)


def text(draw: Draw) -> Args:
    """Z and ids."""
    return _text(draw, draw.turn(ORDINARY), *draw.pick(TEXTS))


def text_at_the_edge(draw: Draw) -> Args:
    """Two positions, one or two words, all of one size, the same word all along, integers."""
    Z, ids = _text(draw, draw.turn((INTEGER, QUARTERS)), *draw.pick(TEXTS_AT_THE_EDGE))
    return Z, (np.full_like(ids, ids[0]) if draw.integer(0, 3) == 3 else ids)


def far_text(draw: Draw) -> Args:
    """Logits of up to ±1e4, far apart or equal."""
    Z, ids = _text(draw, WHOLE, *draw.pick(TEXTS))
    return Z * draw.pick((2000, 3333, 500)), ids


def _text(draw: Draw, regime: Regime, T: int, V: int) -> Args:
    rng = np.random.default_rng(draw.integer(0, 9999))
    return table(draw, regime, T, V), rng.integers(V, size=T)


def one_draw(draw: Draw) -> Args:
    """z, temperature, k and a generator."""
    z = _logits(draw, draw.pick((5, 4, 7, 3)), draw.pick((0.25, 0.5, 1.0)))
    return z, draw.pick((*TEMPERATURES, 1, 2)), draw.integer(1, len(z)), generator(draw.integer(0, 9999))


def best(draw: Draw) -> Args:
    """k = 1: only the largest logit is left, whatever the temperature."""
    z, temperature, _k, rng = one_draw(draw)
    return z, temperature, 1, rng


def far_draw(draw: Draw) -> Args:
    """Logits of up to ±1e4, or a temperature near 0: so far apart that only the largest has a chance."""
    z = _logits(draw, draw.pick((5, 4, 7, 3)), 1.0)
    temperature, size = draw.turn(((draw.pick(TEMPERATURES), 1e4 / np.max(np.abs(z))), (0.01, 1.0)))
    return z * size, temperature, draw.integer(1, len(z)), generator(draw.integer(0, 99))


def _logits(draw: Draw, V: int, step: float) -> Array:
    """Logits in any order, all apart."""
    rng = np.random.default_rng(draw.integer(0, 9999))
    whole = rng.permutation(np.arange(V)) - rng.integers(1, V + 1)
    return np.asarray(whole * step)


# Logits, a temperature, how many are left and how often one is drawn. Of a few words some are left out; one word is
# likely, and forty are not, which together come often; those left out had most of the chances together; a temperature
# near 0, and a high one of integers, with words that are equal among those that are left. Then few of many words once
# more, at a temperature near 0: of what is wrong in a single example nothing is told.
DRAWN = (
    (np.array([0.0, 1.0, -1.0, 0.5, -0.5]), 0.5, 3, 900),
    (np.append(np.resize([0.0, -0.1, -0.2, -0.3], 40), 8.4), 2, 41, 1500),
    (np.array([1.5, -0.5, 0.75, -0.25, -1.0, 3.0, -0.75, 0.25, 0.5, -1.25, 0.0, 1.0]), 1.5, 2, 1500),
    (np.array([0.5, 0.375, 0.25, 0.375, 0.125, -1.0]), 0.125, 4, 500),
    (np.array([21, 13, 13, 6, 0, -1]), 7, 4, 500),
    (np.append([0.28, 0.1], -np.arange(31) / 100), 0.2, 3, 900),
)


def many_draws(draw: Draw) -> tuple[Array, float, int, int, int]:
    """z, temperature, k, a seed and how many draws, with words in any order."""
    z, temperature, k, draws = draw.turn(DRAWN)
    order = np.random.default_rng(draw.integer(0, 9999)).permutation(len(z))
    return z[order], temperature, k, draw.integer(0, 9999), draws


def equal_logits(draw: Draw) -> tuple[Array, float, int, int]:
    """The same, with logits that are all alike, and none left out."""
    V = draw.pick((4, 3, 5))
    return np.full(V, draw.pick((0.0, 2.0, -1.5))), draw.turn((0.5, 2.0)), V, draw.integer(0, 9999)


def drawn(z: Array, temperature: float, k: int, seed: int, draws: int) -> Script:
    """Many words drawn with one generator, as a cell of the notebook would."""
    lines = (
        f"z = {value_words(z)}",
        f"rng = np.random.default_rng({seed})",
        f"[sample_next(z, {value_words(temperature)}, {k}, rng) for _ in range({draws})]",
    )
    return Script("\n".join(lines))
