"""What may be asked of a function, as data: the domain of each argument, and what hangs on several of them.

A domain says of which choices a call is made (an argument's kind, its magnitude, how many rows, …) and which options
each of them has. From it come the regions that a grader's inputs must visit, calls that try them all (both in
`pack/regions`), and the proof that an error there is found (`authoring/saboteurs`).
"""

import bisect
import math
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise, takewhile
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from .draw import Args

# The magnitudes that some function tells apart: where it saturates, overflows, loses digits, or vanishes.
LIMITS = (0.0, 1e-12, 1e-6, 1e-3, 0.1, 1.0, 5.0, 12.0, 20.0, 40.0, 100.0, 700.0, 1e4, 1e6, 1e12)
BANDS = ("0", *(f"({low:g}, {high:g}]" for low, high in pairwise(LIMITS)))
_PLACES = {name: place for place, name in enumerate(BANDS)}
# Smaller numbers than this are not made: their squares would be nothing in float32.
LEAST = 1e-15
# From here on integers are tried by magnitude as well; where nothing else is said, up to there.
LARGE, MOST_WHOLE = 5.0, 1e6
# Exact numbers have so many binary digits, decimal ones so many decimal ones.
BINARY, DECIMAL = 7, 5
# Entries stand alone: nothing is added up of them that had to be exact.
LONGER = 12
ATTEMPTS = 12
# So many calls visit most regions twice.
MOST = 20

Where = bool | npt.NDArray[np.bool_]
Traits = dict[str, Where]
Options = tuple[str, ...]


class Illegal(Exception):
    """These options do not go together in a legal call."""


class _LeftOut:
    """Stands for an argument that is left to its default; what follows it is left out too."""


LEFT_OUT = _LeftOut()


@dataclass(frozen=True)
class Choice:
    """Options of which every call has one.

    `usual` are those that an ordinary call may have, all where none is named; `plain` those that make no region; and
    `whole` those of a magnitude that integers are tried with.
    """

    options: Options
    usual: Options = ()
    plain: Options = ()
    whole: Options = ()

    def ordinary(self, rng: np.random.Generator) -> str:
        """A usual option."""
        return one_of(rng, self.usual or self.options)


@dataclass
class Making:
    """A call that is being made: the options chosen, the sizes drawn, and the arguments so far by name."""

    rng: np.random.Generator
    chosen: Mapping[str, str]
    sizes: dict[str, int] = field(default_factory=dict)
    shape: tuple[int, ...] | None = None
    made: dict[str, Any] = field(default_factory=dict)

    def lengths(self, shape: Sequence[str | int]) -> tuple[int, ...]:
        """A shape in which letters stand for sizes, in numbers; that of entries where it is `SHARED`."""
        if tuple(shape) == SHARED:
            return self.shape or ()
        return tuple(self.sizes[length] if isinstance(length, str) else length for length in shape)


class Argument(Protocol):
    """The domain of one argument."""

    @property
    def name(self) -> str:
        """The parameter's name."""

    @property
    def shape(self) -> tuple[str | int, ...]:
        """Its shape, with letters for sizes; empty for what has none."""

    @property
    def choices(self) -> Mapping[str, Choice]:
        """What is to be chosen of it, by keys that begin with its name."""

    def make(self, making: Making) -> Any:
        """A value with the options chosen; raises Illegal where there is none."""

    def traits(self, value: Any) -> Traits:
        """Which options a value has, as `key=option`: the whole of it, or some of its entries."""


# The shape of arguments that are gone through entry by entry: all have the same, any.
SHARED = ("shape",)
# Many are as many as a hundred: what goes through them in parts, of 32 or of 64, shows then.
SIZES = {"1": (1, 1), "2": (2, 2), "3-7": (3, 7), "8-40": (8, 13), "41-100": (97, 100)}
FEW: Options = ("1", "2", "3-7", "8-40")
MANY: Options = (*FEW, "41-100")
SHAPES = {
    "number": (),
    "()": (),
    "(1,)": (1,),
    "(2,)": (2,),
    "(3-7,)": (5,),
    "(8-40,)": (32,),
    "(41-200,)": (60,),
    # Square, so that what multiplies matrices there comes to something.
    "2-d": (3, 3),
    "2-d, large": (4, 8),
    "3-d": (2, 4, 4),
    "4-d": (2, 2, 2, 4),
}


@dataclass(frozen=True)
class Domain:
    """The legal calls of a function.

    What does not fit together raises ValueError when the domain is made, with a sentence that names it.
    """

    arguments: tuple[Argument, ...]
    """The domains of its arguments, in their order."""
    judged_by: tuple[str, ...]
    """The properties whose laws are right on the whole domain: its calls are further examples of these."""
    sizes: Mapping[str, Options] = field(default_factory=dict)
    """How long the shapes' letters may be."""
    shapes: Options = tuple(SHAPES)
    """The shapes of arguments that are gone through entry by entry."""
    further: Mapping[str, Choice] = field(default_factory=dict)
    """Choices that concern several arguments, or none of them alone: what `mend` makes of them `where` must find."""
    mend: Callable[[Making], None] | None = None
    """Changes the arguments made, so that they fit together; raises Illegal where they cannot."""
    legal: Callable[..., bool] | None = None
    """Whether these arguments are a legal call."""
    where: Callable[..., Traits] | None = None
    """Further traits of these arguments."""
    labels: bool = False
    """Whether the answers are labels, 0 or 1, or True and False."""
    example: Callable[..., Args] | None = None
    """What the laws take in place of a call's arguments, where those are not the same."""
    most: int = MOST
    """How many calls try it, besides the named ones, and those that every region needs."""
    named: tuple[Args, ...] = ()
    """Calls that no choice finds."""
    again: tuple[str, ...] = ()
    """Regions, by name, of which one call may tell too little: a few more are made."""
    untried: Mapping[str, str] = field(default_factory=dict)
    """Why an error is not found in some region, by its name or by one of its traits."""

    def __post_init__(self) -> None:
        only("shapes", self.shapes, SHAPES)
        for letter, options in self.sizes.items():
            only(f"sizes of {letter}", options, SIZES)
        for argument in self.arguments:
            letters = {length for length in argument.shape if isinstance(length, str)} - {*SHARED}
            if strange := sorted(letters - self.sizes.keys()):
                raise ValueError(f'{argument.name} has a length {strange[0]}; say its sizes: {{"{strange[0]}": MANY}}')

    @cached_property
    def choices(self) -> dict[str, Choice]:
        """Everything that is chosen in a call."""
        own = {key: choice for argument in self.arguments for key, choice in argument.choices.items()}
        ordinary = ("2", "3-7")
        sizes = {
            letter: Choice(options, tuple(o for o in ordinary if o in options))
            for letter, options in self.sizes.items()
        }
        # A ladder needs room; other arrays are small as a rule.
        shared = {"shape": Choice(self.shapes, ("(8-40,)",) if self.entrywise else ("(3-7,)", "2-d"))}
        return {**sizes, **(shared if self._shared else {}), **self.further, **own}

    @cached_property
    def _shared(self) -> tuple[Argument, ...]:
        return tuple(argument for argument in self.arguments if argument.shape == SHARED)

    @property
    def entrywise(self) -> bool:
        """Whether its calls are gone through entry by entry, a lone number included."""
        return bool(self._shared) and "number" in self.shapes

    def make(self, rng: np.random.Generator, chosen: Mapping[str, str]) -> Args | None:
        """A legal call with these options, and usual ones of what is not chosen; None where they do not go together."""
        for _attempt in range(ATTEMPTS):
            try:
                args = self._made(rng, chosen)
            except Illegal:
                continue
            if self.legal is None or self.legal(*args):
                return args
        return None

    def _made(self, rng: np.random.Generator, chosen: Mapping[str, str]) -> Args:
        all_chosen = {key: chosen.get(key) or choice.ordinary(rng) for key, choice in self.choices.items()}
        making = Making(rng, all_chosen)
        for letter in self.sizes:
            making.sizes[letter] = int(rng.integers(*SIZES[all_chosen[letter]], endpoint=True))
        if self._shared:
            making.shape = SHAPES[all_chosen["shape"]]
        for argument in self.arguments:
            making.made[argument.name] = argument.make(making)
        if self.mend is not None:
            self.mend(making)
        made = (making.made[argument.name] for argument in self.arguments)
        return tuple(takewhile(lambda value: value is not LEFT_OUT, made))

    def traits(self, args: Args) -> Traits:
        """Which options a call has."""
        found: Traits = {}
        for argument, value in zip(self.arguments, args, strict=False):
            found |= argument.traits(value)
            lengths = np.shape(value) if argument.shape else ()
            for letter, length in zip(argument.shape, lengths, strict=False):
                if letter in self.sizes and len(lengths) == len(argument.shape):
                    found[f"{letter}={size_name(length)}"] = True
            if self._shared and argument is self._shared[0]:
                found[f"shape={shape_name(value)}"] = True
        for argument in self.arguments[len(args) :]:
            found[f"{argument.name}.given=left out"] = True
        return found | (self.where(*args) if self.where is not None else {})


def only(what: str, options: Options, known: Collection[str], advice: str = "") -> None:
    """Raises ValueError where one of these options is none of those that are known, with them or with the advice."""
    if strange := [option for option in options if option not in known]:
        raise ValueError(f"{what}: {strange[0]!r} is none; write {advice or ', '.join(map(repr, known))}")


def one_of(rng: np.random.Generator, options: Sequence[str]) -> str:
    return options[int(rng.integers(len(options)))]


def band(number: float) -> str:
    """The band that the size of a number lies in."""
    return BANDS[bisect.bisect_left(LIMITS, abs(number))]


def bands(low: float, high: float, zero: bool = True) -> Options:
    """The bands from `low` to `high`, which are limits, and that of 0 first."""
    inner = tuple(name for name, (a, b) in zip(BANDS[1:], pairwise(LIMITS), strict=True) if low <= a and b <= high)
    return ("0", *inner) if zero else inner


def large(magnitudes: Options, most: float) -> Options:
    """Those of these bands, signs aside, that integers are tried with, up to `most`."""
    bare = {m: limits(m.lstrip("+-")) for m in magnitudes if m.lstrip("+-") in BANDS}
    return tuple(m for m, (low, high) in bare.items() if low >= LARGE and high <= most)


def limits(name: str) -> tuple[float, float]:
    """The limits of a band."""
    place = _PLACES[name]
    return LIMITS[place - 1] if place else 0.0, LIMITS[place]


def within(rng: np.random.Generator, name: str, whole: bool = False, exact: bool = True, binary: int = BINARY) -> float:
    """A positive number in this band: a whole one, one of few binary digits, or one of few decimal digits.

    Raises Illegal where no whole number lies in the band.
    """
    low, high = limits(name)
    if not high:
        return 0.0
    if whole and high < 1:
        raise Illegal(f"no whole number lies in {name}")
    least = max(low, LEAST)
    number = math.exp(rng.uniform(math.log(least), math.log(high))) if high > 4 * least else rng.uniform(least, high)
    if whole:
        return float(max(math.floor(number), math.floor(low) + 1))
    rounded = _to_binary(number, binary) if exact else float(f"{number:.{DECIMAL}g}")
    # Rounding may leave the band at its lower limit.
    return rounded if low < rounded <= high else (_to_binary((low + high) / 2, binary) if exact else high)


def _to_binary(number: float, digits: int) -> float:
    fraction, exponent = math.frexp(number)
    return math.ldexp(round(math.ldexp(fraction, digits)), exponent - digits)


def size_name(length: int) -> str:
    """The option of a size that a length is."""
    return next((n for n, (low, high) in _SIZE_LIMITS.items() if low <= length <= high), ">")


_SIZE_LIMITS = {"1": (1, 1), "2": (2, 2), "3-7": (3, 7), "8-40": (8, 40), "41-100": (41, 100)}


def shape_name(value: Any) -> str:
    """The option of a shape that a value has."""
    shape, size = np.shape(value), np.size(value)
    match len(shape):
        case 0:
            return "()" if isinstance(value, np.ndarray) else "number"
        case 1:
            length = size_name(size) if size <= 40 else "41-200"
            return f"({length},)"
        case 2:
            return "2-d, large" if size > 16 else "2-d"
    return f"{len(shape)}-d"
