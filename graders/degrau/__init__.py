"""degrau: auto-graded notebook exercises on neural networks, from the perceptron rule to attention.

In a notebook, `check(step)` runs the public checks of the function `step` and shows what they found, `hint(step)` says
more, and `progress()` shows how far the notebook is.
"""

from .selfcheck.check import check, hint, progress
from .selfcheck.spoken import language

__version__ = "0.1.0"
__all__ = ["check", "hint", "language", "progress"]
