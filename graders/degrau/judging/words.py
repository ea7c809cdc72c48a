"""Values in words a student can paste back: calls, numbers, shapes."""

import ast
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..sandbox.inside.calls import Script, Source
from ..text import Language, _

LONGEST = 400


@dataclass(frozen=True)
class Call:
    """A call of a function, whose `str` can be pasted into a notebook that has `import numpy as np`."""

    function: str
    args: tuple[Any, ...]
    iterable: bool = False

    def __str__(self) -> str:
        if self.args and isinstance(self.args[0], Script):
            return str(self.args[0])
        call = f"{self.function}({', '.join(map(value_words, self.args))})"
        return f"list({call})" if self.iterable else call

    @property
    def labels(self) -> tuple[str, ...]:
        """What a script's answers are, where its last line lists them: `a.grad`, `b.grad`. Nothing for other calls."""
        if not self.args or not isinstance(self.args[0], Script):
            return ()
        match ast.parse(str(self.args[0])).body[-1]:
            case ast.Expr(ast.List(answers)):
                return tuple(map(ast.unparse, answers))
        return ()


def value_words(value: object, longest: int = LONGEST) -> str:
    """`value` as Python text that gives it back; long values are cut.

    >>> value_words(np.array([1.0, 2.5])), value_words(np.float64(0.1))
    ('np.array([1.0, 2.5])', '0.1')
    """
    try:
        text = _words(value)
    except RecursionError:
        text = "[[[…"
    return text if len(text) <= longest else f"{text[:longest]}…"


def _words(value: object) -> str:
    if isinstance(value, np.ndarray):
        return f"np.array({_number_words(value.tolist())})"
    if isinstance(value, np.generic):
        return _number_words(value.item())
    if isinstance(value, tuple):
        return f"({', '.join(map(value_words, value))}{',' if len(value) == 1 else ''})"
    if isinstance(value, list):
        return f"[{', '.join(map(value_words, value))}]"
    if isinstance(value, Source):
        return str(value)
    return _number_words(value)


def _number_words(value: object) -> str:
    """Like `repr`, with floats to ten digits so that 0.30000000000000004 reads 0.3."""
    if isinstance(value, list):
        return f"[{', '.join(map(_number_words, value))}]"
    if isinstance(value, float) and np.isfinite(value):
        return _float_words(value)
    if isinstance(value, float):
        return "np.nan" if np.isnan(value) else ("np.inf" if value > 0 else "-np.inf")
    return repr(value)


def _float_words(value: float) -> str:
    rounded = float(f"{value:.10g}")
    close = rounded == value or abs(rounded - value) <= 1e-12 * abs(value)
    return repr(rounded if close else value)


def ordinal_index(index: tuple[int, ...]) -> str:
    return ", ".join(map(str, index))


def shape_words(shape: tuple[int, ...], language: Language) -> str:
    """A shape as NumPy writes it; a scalar in words."""
    return str(shape) if shape else _("() (a single number)").to(language)
