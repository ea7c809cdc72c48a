"""Hints for 09_cnn: for each function, where to look when a value is wrong, then what to think about."""

from ...base.text import Text, _

HINTS: dict[str, tuple[Text, Text]] = {
    "output_size": (
        _(
            "Draw the line of pixels with its zeros on both sides, and put the kernel at its left end. How often "
            "can it move on by the stride before it sticks out?"
        ),
        _(
            "The place where it starts counts as well. A last window that does not fit whole does not count, and "
            "the padding is there on both sides."
        ),
    ),
    "conv2d": (
        _(
            "Work out one output number of the call shown by hand: which pixels are in its window, in all "
            "channels, and which weights meet them? Then look at where the window of the next output stands."
        ),
        _(
            "The kernel is laid on the window as it is, not turned over, and the products of all channels add up "
            "to one number. The stride says where windows start, in both directions; the bias comes once for each"
            " filter."
        ),
    ),
    "unfold": (
        _(
            "Take the first window of the image shown and write its numbers down: channel by channel, in each one"
            " row by row. Is that your first column? Which window is the second?"
        ),
        _(
            "There are as many rows as numbers in a window, and as many columns as windows. The next column is "
            "the window one pixel to the right, until the row of windows ends."
        ),
    ),
    "conv2d_backward": (
        _(
            "Take a dy that is 1 at one place and 0 elsewhere. Which pixels and which weights took part in that "
            "output, and with which factors? That is what each of them gets."
        ),
        _(
            "A pixel lies in several windows, and gets something from each: add up. Work on the padded image, and"
            " cut the padding off at the end. What lies in no window gets 0."
        ),
    ),
    "max_pool2d": (
        _(
            "Cut the image shown into windows that lie side by side, and mark the largest number of each. Which "
            "of yours is another, and from which window does it come?"
        ),
        _("Each channel is pooled by itself, and windows do not overlap: how far apart do they start?"),
    ),
    "max_pool2d_backward": (
        _(
            "Mark the largest pixel of each window of the `x` shown. That one passed on its value, and the others"
            " did not: which of them would change the output if it changed a little?"
        ),
        _(
            "Look for the largest within a window, not in the whole image. Where several are the largest, what "
            "they get must add up to that window's dy."
        ),
    ),
    "average_pool2d": (
        _(
            "Cut the image shown into windows that lie side by side, and work out the mean of the first one by "
            "hand. By how many numbers do you divide?"
        ),
        _("Each channel is averaged by itself, and the windows do not overlap."),
    ),
    "average_pool2d_backward": (
        _("If one pixel of a window rises by 1, by how much does the mean rise? That is its share of dy."),
        _("All pixels of a window get the same, and what they get adds up to that window's dy."),
    ),
}
