"""What Hypothesis does here: it generates examples, and shrinks the ones that fail."""

from collections.abc import Callable
from contextlib import suppress

import hypothesis
from hypothesis import HealthCheck, Phase
from hypothesis import strategies as st
from hypothesis.errors import HypothesisException
from hypothesis.internal.conjecture.providers import AVAILABLE_PROVIDERS, CONSTANTS_CACHE, HypothesisProvider
from hypothesis.internal.constants_ast import Constants

from .draw import Args, Found, Inputs
from .violations import Violation

SEARCHED = 40
Try = Callable[[Args], Violation | None]


class Reproducible(HypothesisProvider):
    """Hypothesis's own choices, without the constants that it collects from whatever modules happen to be loaded.

    With those, the same seed would draw other inputs in another program.
    """

    _local_constants = Constants()


AVAILABLE_PROVIDERS["degrau"] = f"{__name__}.Reproducible"


def generate(inputs: Inputs, count: int, seed: int) -> tuple[Args, ...]:
    """Up to `count` examples, always the same for the same seed."""
    found: list[Args] = []

    @hypothesis.seed(seed)
    @_quietly(count, Phase.generate)
    @hypothesis.given(st.data())
    def collect(data: st.DataObject) -> None:
        found.append(inputs(Found(data)))

    collect()
    return tuple(found)


def shrink(inputs: Inputs, attempt: Try) -> tuple[Args, Violation] | None:
    """What a failure shrinks to, always the same for the same answers; None where none is found."""
    last: list[tuple[Args, Violation]] = []

    @hypothesis.seed(0)
    @_quietly(SEARCHED, Phase.generate, Phase.shrink)
    @hypothesis.given(st.data())
    def search(data: st.DataObject) -> None:
        args = inputs(Found(data))
        violation = attempt(args)
        if violation is not None:
            last[:] = [(args, violation)]
            raise violation

    # An answer that fails only now and then has failed all the same.
    with suppress(Violation, HypothesisException):
        search()
    return last[0] if last else None


def _quietly(examples: int, *phases: Phase) -> hypothesis.settings:
    # What other users of Hypothesis in this process drew from is remembered for them all.
    CONSTANTS_CACHE.cache.clear()
    return hypothesis.settings(
        max_examples=examples,
        phases=phases,
        backend="degrau",
        database=None,
        deadline=None,
        report_multiple_bugs=False,
        print_blob=False,
        suppress_health_check=list(HealthCheck),
    )
