"""The domains of 09_cnn: images of some channels, kernels, strides and zeros around, windows side by side."""

from typing import Any

import numpy as np

from ...judging.arguments import Array
from ...judging.domain import FEW, LEFT_OUT, Choice, Domain, Illegal, Making, Options, Traits, bands, size_name
from ...judging.parameters import Count, Length, Number, Open
from ...plain.numbers import Array as Numbers
from ..lengthy import MANY, varied

FLAT = ("all equal", "some 0")
KERNELS: Options = ("1", "2", "3-7")
STRIDES, PADDINGS, WINDOWS = ("1", "2", "3", "4", "6"), ("0", "1", "2", "3", "5"), ("1", "2", "3", "4", "5")
# Larger images, and more windows, teach nothing new and take longer.
MOST_PIXELS, MOST_WINDOWS = 1000, 60
NO_ROOM = "a window has to fit into the image"
FITS = ("a single window", "no rest", "a rest of 1", "the largest rest")

# Exact numbers of few digits are whole where they are large.
FORMS = ("decimal",)


def _pixels(name: str, *shape: str, most: float = 1e4, kinds: Options = ("float",)) -> Array:
    return Array(name, shape, ("0", *bands(1e-6, most, zero=False)), kinds, forms=FORMS, special=FLAT)


IMAGE = _pixels("x", "C", "H", "W", most=1e6, kinds=("float", "int"))
KERNEL, ARRIVING = _pixels("K", "F", "C", "kh", "kw", most=100), _pixels("dy", "F", "rows", "columns")
POOLED = _pixels("dy", "C", "rows", "columns")
SIZES: dict[str, Options] = {"C": FEW, "H": FEW, "W": FEW, "F": FEW, "kh": KERNELS, "kw": KERNELS}
POOLS: dict[str, Options] = {"C": FEW, "rows": FEW, "columns": FEW}


def _whole(name: str, values: Options, usual: Options, optional: bool = True) -> Number:
    return Number(name, (), ("int",), ("positive",), values, usual, optional)


STRIDE, PADDING = _whole("stride", STRIDES, ("1", "2", "3")), _whole("padding", PADDINGS, ("0", "1", "2"))
SIZE = _whole("size", WINDOWS, ("1", "2", "3"), optional=False)


def _places(x: Numbers, K: Numbers, stride: int = 1, padding: int = 0) -> tuple[int, int]:
    """How many windows there are, down and across: none where no window fits."""
    rooms = (length + 2 * padding - k for length, k in zip(x.shape[1:], K.shape[2:], strict=True))
    down, across = (room // stride + 1 if room >= 0 else 0 for room in rooms)
    return down, across


def _is_small(x: Numbers, K: Numbers, *moved: int) -> bool:
    down, across = _places(x, K, *moved)
    return max(x.size, K.size) <= MOST_PIXELS and 0 < down * across <= MOST_WINDOWS


def _inside(making: Making) -> None:
    """A window that is no larger than the image."""
    for side, length in (("kh", "H"), ("kw", "W")):
        making.made[side] = min(making.made[side], making.sizes[length])


def _roomy(making: Making) -> None:
    """So many zeros around, where they are not left to be none, that a window fits."""
    if LEFT_OUT not in (making.made["stride"], making.made["padding"]):
        lacking = max(making.sizes[k] - making.sizes[side] for k, side in (("kh", "H"), ("kw", "W")))
        making.made["padding"] = max(making.made["padding"], (lacking + 1) // 2)


def _answered(making: Making) -> None:
    """The gradient that arrives at the convolution."""
    _roomy(making)
    moved = [making.made[name] for name in ("stride", "padding")]
    given = moved[: moved.index(LEFT_OUT)] if LEFT_OUT in moved else moved
    making.sizes["rows"], making.sizes["columns"] = _places(making.made["x"], making.made["K"], *given)
    if not making.sizes["rows"] * making.sizes["columns"]:
        raise Illegal(NO_ROOM)
    making.made["dy"] = ARRIVING.make(making)


def _pooled(making: Making) -> None:
    """An image that windows of this size fill, and the gradient that arrives at them where one is asked for."""
    making.sizes["H"], making.sizes["W"] = (making.sizes[way] * making.made["size"] for way in ("rows", "columns"))
    making.made["x"] = IMAGE.make(making)
    if "dy" in making.made:
        making.made["dy"] = POOLED.make(making)


def _of_pools(x: Numbers, size: int, *dy: Numbers) -> Traits:
    sides = zip(("C", "rows", "columns"), (len(x), *(length // size for length in x.shape[1:])), strict=True)
    found: Traits = {f"{side}={size_name(length)}": True for side, length in sides}
    return found | IMAGE.traits(x) | (POOLED.traits(*dy) if dy else {})


def _fitted(making: Making) -> None:
    """A line of such a length that the last window leaves so much of it."""
    kernel, stride, padding = (making.made[name] for name in ("kernel", "stride", "padding"))
    rests = {"no rest": 0, "a rest of 1": 1, "the largest rest": stride - 1}
    rest, room = rests.get(making.chosen["fit"]), max(0, making.made["n"] + 2 * padding - kernel)
    if rest is not None and rest >= stride:
        raise Illegal("no stride leaves so much")
    left = 0 if rest is None else room // stride * stride + rest
    making.made["n"] = left + kernel - 2 * padding


def _of_fit(n: int, kernel: int, stride: int = 1, padding: int = 0) -> Traits:
    room = n + 2 * padding - kernel
    tests = zip(FITS, (room == 0, room % stride == 0, room % stride == 1, room % stride == stride - 1), strict=True)
    return {f"fit={name}": True for name, holds in tests if holds}


def _is_small_pool(x: Numbers, *_rest: Any) -> bool:
    return x.size <= MOST_PIXELS


# Images that are high, wide or deep, and many filters: x and K.
LARGE = (
    (varied(1, MANY, 2), varied(2, 1, 2, 1)),
    (varied(1, 2, MANY), varied(2, 1, 1, 2)),
    (varied(70, 2, 3), varied(2, 70, 1, 2)),
    (varied(1, 2, 3), varied(70, 1, 1, 2)),
)
# Images of many windows of 2 by 2, in each direction.
TILED = tuple(varied(*shape) for shape in ((1, 2 * MANY, 2), (1, 2, 2 * MANY), (70, 2, 4)))
MANY_ARRIVING = tuple(varied(*shape) for shape in ((1, MANY, 1), (1, 1, MANY), (70, 1, 2)))

# The largest pixel of each window is hardly larger than the next, but it is no tie.
NEARLY_TIED = (
    np.array([[[1.0, 1 + 2.0**-15, -3.0, -3 - 2.0**-14], [0.0, 0.0, -4.0, -4.0]]]),
    2,
    np.array([[[1.5, -2.0]]]),
)

DOMAINS = {
    "output_size": Domain(
        (
            Count("n", ("1", "2-12", "13-100", "101-1000", "> 1000"), ("2-12", "13-100")),
            Count("kernel", ("1", "2-12", "13-100", "101-1000")),
            Count("stride", ("1", "2-12", "13-100", "101-1000"), ("1", "2-12")),
            Count("padding", ("0", "1", "2-12", "13-100"), ("0", "1", "2-12")),
        ),
        ("edges",),
        further={"fit": Choice(FITS)},
        mend=_fitted,
        legal=lambda n, kernel, stride, padding: n > 0,
        where=_of_fit,
    ),
    "conv2d": Domain(
        (IMAGE, KERNEL, _pixels("b", "F"), STRIDE, PADDING),
        ("edges",),
        SIZES,
        mend=_roomy,
        legal=lambda x, K, b, *moved: _is_small(x, K, *moved),
        named=tuple((x, K, varied(len(K))) for x, K in LARGE),
    ),
    "unfold": Domain(
        (IMAGE, Length("kh", "kh"), Length("kw", "kw")),
        ("edges",),
        {name: SIZES[name] for name in ("C", "H", "W", "kh", "kw")},
        mend=_inside,
        most=26,
        legal=lambda x, kh, kw: _is_small(x, np.empty((1, 1, kh, kw))),
        named=tuple((x, *K.shape[2:]) for x, K in LARGE[:3]),
        untried={"H=1 & kh=3-7": NO_ROOM, "W=1 & kw=3-7": NO_ROOM},
    ),
    "conv2d_backward": Domain(
        (IMAGE, KERNEL, Open("dy"), STRIDE, PADDING),
        ("edges",),
        SIZES,
        further=ARRIVING.choices,
        mend=_answered,
        legal=lambda x, K, dy, *moved: _is_small(x, K, *moved),
        named=tuple((x, K, varied(len(K), *_places(x, K))) for x, K in LARGE),
        where=lambda x, K, dy, *moved: ARRIVING.traits(dy),
    ),
    "max_pool2d": Domain(
        (Open("x"), SIZE),
        ("edges",),
        POOLS,
        named=tuple((x, 2) for x in TILED),
        further=IMAGE.choices,
        mend=_pooled,
        most=26,
        legal=_is_small_pool,
        where=_of_pools,
    ),
    "max_pool2d_backward": Domain(
        (Open("x"), SIZE, Open("dy")),
        ("ties",),
        POOLS,
        named=(*((x, 2, dy) for x, dy in zip(TILED, MANY_ARRIVING, strict=True)), NEARLY_TIED),
        further={**IMAGE.choices, **POOLED.choices},
        mend=_pooled,
        most=26,
        legal=_is_small_pool,
        where=_of_pools,
    ),
    "average_pool2d": Domain(
        (Open("x"), SIZE),
        ("edges",),
        POOLS,
        named=tuple((x, 2) for x in TILED),
        further=IMAGE.choices,
        mend=_pooled,
        most=26,
        legal=_is_small_pool,
        where=_of_pools,
    ),
    "average_pool2d_backward": Domain(
        (POOLED, SIZE),
        ("edges",),
        POOLS,
        legal=lambda dy, size: dy.size * size**2 <= MOST_PIXELS,
        named=tuple((dy, 2) for dy in MANY_ARRIVING),
    ),
}
