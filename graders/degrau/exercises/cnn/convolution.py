"""09_cnn, convolutions: their size, the way forward, their windows as columns, the way back."""

from ...base.text import _
from ...judging.laws import Answers, Facts, agrees, prop, pure
from ...judging.types import Exercise
from ...plain.numbers import Array
from .inputs import (
    SMALL_ARRIVING,
    SMALL_IMAGES,
    arriving,
    arriving_at_the_edge,
    images,
    images_at_the_edge,
    lengths,
    lengths_at_the_edge,
    measured,
    moved_images,
    windows,
    windows_at_the_edge,
)


@prop(_("numerical differences give the same gradients"), points=1, inputs=measured, after="image", count=6)
def slope(answer: Answers, right: Facts, x: Array, K: Array, b: Array, dy: Array, stride: int, padding: int) -> None:
    gradients = answer(x, K, dy, stride, padding)
    for place, part in enumerate(("dx", "dK", "db")):
        gradients.assert_is(part, right.slope("conv2d", place, x, K, b, stride, padding, cotangent=dy))


SIZE = Exercise(
    "output_size(n, kernel, stride, padding) -> size",
    (
        agrees("size", _("how many windows fit"), 2, lengths, ["size"]),
        agrees(
            "edges",
            _("a single window, a long stride, arguments left out"),
            1,
            lengths_at_the_edge,
            ["size"],
            "size",
            edge=True,
        ),
    ),
    smooth=False,
    indices=("n", "kernel", "stride", "padding"),
)

CONV = Exercise(
    "conv2d(x, K, b, stride, padding) -> y",
    (
        agrees("plain", _("every window of the image, with stride 1 and no padding"), 2, images, ["y"]),
        agrees("moved", _("with a stride and zeros around"), 2, moved_images, ["y"], "plain", named=SMALL_IMAGES),
        agrees(
            "edges",
            _("a single pixel, channel or filter, a large kernel, integers"),
            1,
            images_at_the_edge,
            ["y"],
            "moved",
            edge=True,
        ),
        pure(1, after="plain"),
    ),
    indices=("stride", "padding"),
)

UNFOLD = Exercise(
    "unfold(x, kh, kw) -> columns",
    (
        agrees("columns", _("each window as a column, row by row"), 2, windows, ["columns"]),
        agrees(
            "edges",
            _("a single pixel, channel or window, integers"),
            1,
            windows_at_the_edge,
            ["columns"],
            "columns",
            edge=True,
        ),
        pure(1, after="columns"),
    ),
    indices=("kh", "kw"),
)

CONV_BACKWARD = Exercise(
    "conv2d_backward(x, K, dy, stride, padding) -> dx, dK, db",
    (
        agrees("filters", _("dK and db: the sum over all windows"), 2, arriving, ["dK", "db"], named=SMALL_ARRIVING),
        agrees("image", _("dx: what all windows send to each pixel"), 3, arriving, ["dx"], named=SMALL_ARRIVING),
        slope,
        agrees(
            "edges",
            _("a single pixel, channel or filter, a large kernel, integers"),
            1,
            arriving_at_the_edge,
            ["dx", "dK", "db"],
            "image",
            edge=True,
        ),
        pure(1, after="image"),
    ),
    indices=("stride", "padding"),
)
