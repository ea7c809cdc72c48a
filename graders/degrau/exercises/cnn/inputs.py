"""Designed inputs for 09_cnn: images of some channels, kernels, strides, paddings, windows to be pooled.

Sizes differ wherever they can: channels, filters, heights, widths, the stride and the window, or a transpose would
hide. An image's entries come by one choice: what makes examples smaller tries the sizes, and not each pixel.
"""

from dataclasses import dataclass

import numpy as np

from ...judging.draw import Args, Draw
from ...plain.numbers import Array
from ..inputs import DECIMAL, INTEGER, QUARTERS, WHOLE, Regime, table

BRIGHT = tuple(Regime("bright", 0.25, most) for most in (40, 120, 320, 1600, 16000))
ORDINARY = (QUARTERS, WHOLE, DECIMAL, *BRIGHT)
KERNEL = Regime("kernel", 0.25, 6)
FAINT = Regime("faint", 2.0**-9, 12)


@dataclass(frozen=True)
class Sizes:
    """Channels, height and width of an image; filters, height and width of a kernel; how it moves."""

    C: int
    H: int
    W: int
    F: int
    kh: int
    kw: int
    stride: int = 1
    padding: int = 0

    @property
    def out(self) -> tuple[int, int, int]:
        """The shape of the convolution."""
        height, width = self.H + 2 * self.padding - self.kh, self.W + 2 * self.padding - self.kw
        return self.F, height // self.stride + 1, width // self.stride + 1


PLAIN = (
    Sizes(2, 3, 4, 3, 2, 3),
    Sizes(3, 5, 4, 2, 3, 2),
    Sizes(2, 4, 6, 3, 1, 2),
    Sizes(3, 4, 5, 2, 2, 1),
    Sizes(5, 4, 6, 3, 2, 2),
    # A single row of windows, and a single column.
    Sizes(3, 2, 5, 2, 2, 3),
    Sizes(2, 6, 4, 3, 5, 4),
    Sizes(2, 6, 7, 1, 5, 5),
)
MOVED = (
    Sizes(2, 5, 4, 3, 2, 3, 1, 1),
    Sizes(3, 7, 5, 2, 3, 2, 2, 1),
    # A row and a column that no window reaches.
    Sizes(2, 6, 5, 3, 2, 1, 3, 0),
    Sizes(2, 5, 7, 3, 3, 2, 2, 0),
    Sizes(3, 4, 5, 2, 2, 3, 1, 2),
    Sizes(2, 8, 5, 3, 3, 2, 3, 1),
    Sizes(2, 5, 4, 3, 2, 2, 4, 3),
    Sizes(3, 5, 7, 2, 4, 2, 2, 2),
)
EDGES = (
    Sizes(1, 1, 1, 1, 1, 1),
    Sizes(1, 3, 4, 2, 3, 4),
    Sizes(2, 3, 4, 1, 1, 1),
    Sizes(3, 3, 3, 3, 3, 3, 1, 1),
    # A kernel that is larger than the image, but not than the padded one.
    Sizes(1, 2, 2, 1, 3, 3, 1, 1),
    Sizes(1, 1, 5, 2, 1, 3, 2, 1),
)
WINDOWS = (
    (2, 4, 6, 2),
    (3, 6, 4, 2),
    (2, 6, 9, 3),
    (3, 2, 8, 2),
    (2, 9, 3, 3),
    (9, 2, 4, 2),
    (2, 4, 4, 2),
    (3, 5, 10, 5),
)
WINDOWS_AT_THE_EDGE = (
    (1, 2, 2, 2),
    (2, 3, 2, 1),
    (1, 1, 1, 1),
    (1, 3, 6, 3),
    (4, 4, 4, 4),
    (2, 2, 16, 2),
    (2, 16, 2, 2),
)


def lengths(draw: Draw) -> tuple[int, int, int, int]:
    """The length of an image, a kernel, a stride and a padding."""
    kernel, stride, padding = draw.integer(1, 7), draw.integer(1, 5), draw.integer(0, 4)
    return kernel + draw.integer(0, 30), kernel, stride, padding


def lengths_at_the_edge(draw: Draw) -> tuple[int, ...]:
    """A kernel as long as the padded image, a stride beyond it, or a stride and a padding that are left out."""
    n = draw.integer(1, 9)
    whole = ((n, n, 1, 0), (n, n + 2, 3, 1), (n + 3, 2, 20, 0), (64, 64, 64, 0), (4100, 2, 1, 0), (402, 2, 201, 0))
    return draw.turn((*whole, (n + 2, 3), (n + 4, 2, 2)))


# The notebook's own example with zeros around it, small enough to be followed by hand.
SMALL = np.array([[[1.0, 2.0, 0.0], [0.0, 1.0, 3.0]]]), np.array([[[[1.0, -1.0], [0.0, 2.0]]]])
SMALL_IMAGES = ((*SMALL, np.ones(1), 1, 1), (*SMALL, np.ones(1), 2, 1))
SMALL_ARRIVING = (
    (*SMALL, np.array([[[1.0, 0.0, 2.0, 0.0], [0.0, -1.0, 0.0, 3.0], [2.0, 0.0, 1.0, 0.0]]]), 1, 1),
    (*SMALL, np.array([[[1.0, 2.0], [-1.0, 3.0]]]), 2, 1),
)


def images(draw: Draw) -> Args:
    """x, K, b; the stride and the padding are left out."""
    return _images(draw, draw.turn(ORDINARY), draw.pick(PLAIN))[:3]


def moved_images(draw: Draw) -> Args:
    """x, K, b, a stride and a padding."""
    return _images(draw, draw.turn(ORDINARY), draw.pick(MOVED))


def images_at_the_edge(draw: Draw) -> Args:
    """One pixel, channel or filter, a kernel as large as the image or larger, or pixels that are integers."""
    return _images(draw, draw.turn((INTEGER, QUARTERS)), draw.pick((*EDGES, MOVED[0])))


def _images(draw: Draw, regime: Regime, sizes: Sizes) -> Args:
    x = table(draw, regime, sizes.C, sizes.H, sizes.W)
    K = table(draw, draw.pick((KERNEL, KERNEL, FAINT)), sizes.F, sizes.C, sizes.kh, sizes.kw)
    return x, K, table(draw, KERNEL, sizes.F), sizes.stride, sizes.padding


def arriving(draw: Draw) -> Args:
    """x, K, dy, a stride and a padding."""
    return _arriving(draw, draw.turn(ORDINARY), draw.pick((*MOVED, *PLAIN)))


def arriving_at_the_edge(draw: Draw) -> Args:
    """The edges of a convolution; now and then the stride and the padding are left out."""
    sizes = draw.pick((*EDGES, *PLAIN[:2]))
    args = _arriving(draw, draw.turn((INTEGER, QUARTERS)), sizes)
    return args[:3] if (sizes.stride, sizes.padding) == (1, 0) else args


def _arriving(draw: Draw, regime: Regime, sizes: Sizes) -> Args:
    x, K, _b, stride, padding = _images(draw, regime, sizes)
    return x, K, table(draw, KERNEL, *sizes.out), stride, padding


def measured(draw: Draw) -> Args:
    """x, K, b, dy, a stride and a padding, for numerical derivatives."""
    sizes = draw.turn((Sizes(2, 3, 4, 1, 2, 3, 1, 1), Sizes(1, 5, 4, 2, 2, 1, 3, 0), Sizes(2, 4, 3, 1, 3, 2, 2, 1)))
    x, K, b, stride, padding = _images(draw, QUARTERS, sizes)
    return x, K, b, table(draw, KERNEL, *sizes.out), stride, padding


def windows(draw: Draw) -> tuple[Array, int, int]:
    """x and the height and width of a window."""
    sizes = draw.pick((*PLAIN, *MOVED))
    x = table(draw, draw.turn(ORDINARY), sizes.C, sizes.H, sizes.W)
    return draw.pick((x, _dark(x))), sizes.kh, sizes.kw


def _dark(x: Array) -> Array:
    """The image with its upper half in the dark."""
    below = np.arange(x.shape[1])[:, None] >= x.shape[1] / 2
    return np.where(below, x, np.zeros_like(x))


def windows_at_the_edge(draw: Draw) -> tuple[Array, int, int]:
    """One pixel or channel, a window of one pixel or as large as the image, or integers."""
    sizes = draw.pick(tuple(s for s in EDGES if s.kh <= s.H))
    return table(draw, draw.turn((INTEGER, QUARTERS)), sizes.C, sizes.H, sizes.W), sizes.kh, sizes.kw


def pools(draw: Draw) -> tuple[Array, int]:
    """x, whose pixels are far below 0 now and then, and the size of windows side by side."""
    *shape, size = draw.pick(WINDOWS)
    x = table(draw, draw.turn(ORDINARY), *shape)
    return draw.pick((x, x, x, x - 1000000)), size


def pools_at_the_edge(draw: Draw) -> tuple[Array, int]:
    """A window of one pixel, a single window, row or channel, or integers."""
    *shape, size = draw.pick(WINDOWS_AT_THE_EDGE)
    return table(draw, draw.turn((INTEGER, QUARTERS)), *shape), size


def apart(draw: Draw) -> tuple[Array, int, Array]:
    """x whose pixels are all different, some of them hardly, a size, dy."""
    x, size, dy = _apart(draw, draw.turn((0.25, 1.0, 0.125, 2.0**-12, 2.0**-8)), draw.pick(WINDOWS))
    return draw.pick((x, x, x + 1000, x - 1000)), size, dy


def apart_at_the_edge(draw: Draw) -> tuple[Array, int, Array]:
    """The edges of windows, or pixels that are integers."""
    x, size, dy = _apart(draw, 1.0, draw.pick(WINDOWS_AT_THE_EDGE))
    return draw.pick((x.astype(np.int64), x)), size, dy


def _apart(draw: Draw, unit: float, window: tuple[int, int, int, int]) -> tuple[Array, int, Array]:
    C, H, W, size = window
    order = np.random.default_rng(draw.integer(0, 9999)).permutation(C * H * W) - C * H * W // 2
    return order.reshape(C, H, W) * unit, size, table(draw, KERNEL, C, H // size, W // size)


def tied(draw: Draw) -> tuple[Array, int, Array]:
    """x of few different pixels, so that most windows have several that are the largest."""
    C, H, W, size = draw.pick(WINDOWS)
    x = np.random.default_rng(draw.integer(0, 9999)).integers(-1, 1, (C, H, W), endpoint=True) * 1.0
    return draw.pick((x, np.zeros_like(x), x)), size, table(draw, KERNEL, C, H // size, W // size)


def spread(draw: Draw) -> tuple[Array, int]:
    """dy and a size."""
    C, H, W, size = draw.pick(WINDOWS)
    return table(draw, draw.turn(ORDINARY), C, H // size, W // size), size


def spread_at_the_edge(draw: Draw) -> tuple[Array, int]:
    """A window of one pixel, a single window, a single channel."""
    C, H, W, size = draw.pick(WINDOWS_AT_THE_EDGE)
    return table(draw, QUARTERS, C, H // size, W // size), size
