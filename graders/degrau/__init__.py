"""degrau: auto-graded notebook exercises on neural networks, from the perceptron rule to attention.

In a notebook, `check(step)` runs the public checks of the function `step` and shows what they found, `hint(step)` says
more, `progress()` shows how far the notebook is, and `hand_in()` its file, ready to be handed in.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .selfcheck.check import check, hint, progress
    from .selfcheck.handing import hand_in
    from .selfcheck.notebook import language

__version__ = "0.1.0"
__all__ = ["check", "hand_in", "hint", "language", "progress"]


def __getattr__(name: str) -> Any:
    """What notebooks call, imported when it is asked for: it needs NumPy, and much of the command line does not."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from .selfcheck import below, check, handing, notebook

    below.watch()
    return getattr({"hand_in": handing, "language": notebook}.get(name, check), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
