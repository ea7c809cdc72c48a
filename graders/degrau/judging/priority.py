"""Judges give way: whoever records is one alone, and without a core of its own would go on when all else is done."""

import os

STEPS = 10


def give_way() -> None:
    """Makes this process one that waits where others want its core."""
    os.nice(STEPS)
