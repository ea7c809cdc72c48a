"""The domains of 08_rnn: sequences, states and weights; gradients beside a bound; the gates of an LSTM."""

import math

import numpy as np

from ...judging.arguments import ORDINARY, Array
from ...judging.domain import FEW, MANY, SHARED, Choice, Domain, Illegal, Making, Options, Traits, bands
from ...judging.parameters import Number
from ...plain.numbers import Array as Numbers
from ..lengthy import MANY as LONG
from ..lengthy import SEVERAL, varied

FLAT = ("all equal", "some 0")
TABLE = (*FLAT, "a row of 0", "equal rows")
SHAPES = ("(1,)", "(2,)", "(3-7,)", "(8-40,)", "2-d", "2-d, large", "3-d")
# So much may become of a gradient on its way through time, or float32 has no numbers for it.
MOST = 1e25
# How long a gradient is, in multiples of the bound.
LENGTHS = {"far shorter": 0.01, "shorter": 0.5, "just shorter": 0.99, "just longer": 1.01, "longer": 2.0}
FAR_LONGER = 1000.0
# Shorter ones are not asked: some libraries add 1e-6 to the norm.
SHORTEST = 0.1


def _weights(name: str, *shape: str | int, most: float = 40) -> Array:
    return Array(name, shape, ("0", *bands(1e-6, most, zero=False)), kinds=("float",), special=FLAT)


def _state(name: str, *shape: str) -> Array:
    return Array(name, shape, ("0", *bands(1e-6, 1, zero=False)), kinds=("float",), special=FLAT)


def _stays_finite(H: Numbers, Wh: Numbers, arriving: float) -> bool:
    growth = np.log10(max(1.0, float(np.max(np.abs(Wh).sum(axis=1)))))
    return bool(len(H) * growth + np.log10(max(1.0, arriving)) <= np.log10(MOST))


def _gradients_stay_finite(X: Numbers, H: Numbers, h0: Numbers, Wx: Numbers, Wh: Numbers, *rest: Numbers) -> bool:
    Wy, dO = rest
    sizes = (float(np.max(np.abs(a), initial=1.0)) for a in (X, Wy, dO))
    return _stays_finite(H, Wh.T, float(np.prod([*sizes, len(Wy)])))


def _bounded(making: Making) -> None:
    """A gradient of a length that is told in multiples of the bound."""
    g, length = making.made["g"], making.chosen["length"]
    if length == "any":
        return
    norm, share = float(np.linalg.norm(g)), LENGTHS.get(length, FAR_LONGER)
    if not norm:
        raise Illegal("zeros have no length")
    if share * making.made["max_norm"] < SHORTEST and making.chosen["max_norm.magnitude"] in ORDINARY:
        making.made["max_norm"] = type(making.made["max_norm"])(math.ceil(2 * SHORTEST / share))
    making.made["g"] = g * (share * float(making.made["max_norm"]) / norm)


def _of_length(g: Numbers, max_norm: float) -> Traits:
    ratio = float(np.linalg.norm(g)) / max_norm
    for name, share in LENGTHS.items():
        if np.isclose(ratio, share, rtol=1e-3, atol=0):
            return {f"length={name}": True}
    return {"length=far longer": True} if ratio >= FAR_LONGER / 2 else {}


def _gated(making: Making) -> None:
    """The gates' rows one below the other."""
    making.made |= {name: making.made[name].reshape(-1, *making.made[name].shape[2:]) for name in ("Wx", "Wh", "b")}


def _network(d: int, m: int, k: int) -> tuple[Numbers, ...]:
    """Wx, Wh, bh, Wy, by with which a state fades, and stays within what tanh does not level."""
    inputs = varied(m, d, unit=1 / (8 * d))
    return inputs, varied(m, m, unit=1 / 16), varied(m, unit=1 / 16), varied(k, m), varied(k)


# States near 0, and weights that hand them on: the first step counts as much as the last.
HANDED_ON = varied(SEVERAL, 3, unit=2.0**-8), np.roll(np.diag([-1.0, -1.0, 1 - 2.0**-10]), 1, axis=0)
ARRIVING = (
    varied(SEVERAL, 2),
    HANDED_ON[0],
    varied(3) / 2,
    varied(3, 2),
    HANDED_ON[1],
    varied(4, 3),
    varied(SEVERAL, 4),
)
NETWORK = (_weights("Wx", "m", "d"), _weights("Wh", "m", "m", most=5), _weights("bh", "m"), _weights("Wy", "k", "m"))
OUTPUT = Array("by", ("k",), bands(0, 1e4), kinds=("float",), special=FLAT)
SIZES: dict[str, Options] = {"d": FEW, "m": FEW, "k": FEW}

DOMAINS = {
    "rnn_step": Domain(
        (Array("x", ("d",), bands(0, 1e6), special=FLAT), _state("h", "m"), *NETWORK, OUTPUT),
        ("stable",),
        SIZES,
        named=((varied(100), varied(2) / 2, *_network(100, 2, 100)),),
    ),
    "rnn_forward": Domain(
        (Array("X", ("T", "d"), bands(0, 1e6), special=TABLE), _state("h0", "m"), *NETWORK, OUTPUT),
        ("stable",),
        {"T": MANY, **SIZES},
        named=((varied(LONG, 2), varied(3) / 2, *_network(2, 3, 4)),),
    ),
    "state_jacobian": Domain(
        (_state("H", "T", "m"), _weights("Wh", "m", "m")),
        ("edges",),
        {"T": MANY, "m": FEW},
        legal=lambda H, Wh: _stays_finite(H, Wh, 1.0),
        named=(HANDED_ON,),
        most=24,
    ),
    "rnn_backward": Domain(
        (
            Array("X", ("T", "d"), bands(0, 1e6), special=TABLE),
            _state("H", "T", "m"),
            _state("h0", "m"),
            _weights("Wx", "m", "d"),
            _weights("Wh", "m", "m", most=5),
            _weights("Wy", "k", "m"),
            Array("dO", ("T", "k"), bands(0, 1e4), kinds=("float",), special=(*FLAT, "a row of 0")),
        ),
        ("edges",),
        {"T": MANY, **SIZES},
        legal=_gradients_stay_finite,
        named=(ARRIVING,),
    ),
    "clip_gradient": Domain(
        (
            Array("g", SHARED, bands(1e-3, 1e6, zero=False), kinds=("float",), special=FLAT),
            Number("max_norm", bands(1e-3, 1e4, zero=False), signs=("positive",)),
        ),
        ("edges",),
        shapes=SHAPES,
        further={"length": Choice(("any", *LENGTHS, "far longer"), ("any",), ("any",))},
        mend=_bounded,
        legal=lambda g, max_norm: float(np.linalg.norm(g)) >= SHORTEST,
        where=_of_length,
        named=((varied(40, 40), 3.0),),
    ),
    "lstm_step": Domain(
        (
            Array("x", ("d",), bands(0, 1e6), special=FLAT),
            _state("h", "m"),
            Array("c", ("m",), bands(0, 1e4), kinds=("float",), special=FLAT),
            _weights("Wx", 4, "m", "d", most=5),
            _weights("Wh", 4, "m", "m", most=5),
            Array("b", (4, "m"), bands(0, 100), kinds=("float",), special=FLAT),
        ),
        ("saturated",),
        {"d": FEW, "m": FEW},
        mend=_gated,
        named=((varied(100), varied(2) / 2, varied(2), varied(8, 100, unit=2.0**-8), varied(8, 2), varied(8)),),
        most=26,
    ),
}
