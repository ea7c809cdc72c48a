"""04_backpropagation, the searches: climbing f(x, y) by chance, over the whole square or from where one is.

A random answer is judged by what all right answers share: where the point lies, its value, and how many calls with many
generators are distributed. How the tries of a local search are spread over ±step is nobody's business, only that they
stay within it, use it on both sides, and start from the best point so far.
"""

import math

import numpy as np

from ...base.text import _
from ...judging.distribution import Distribution, follows, frequency, uniform
from ...judging.laws import Answer, Answers, Facts, prop, pure
from ...judging.types import Exercise
from ...plain.call import Source, generator
from ...plain.numbers import Array
from .inputs import (
    CHASM,
    COUNTED,
    DEEP,
    DEEP_WALKS,
    EDGE,
    ELSEWHERE,
    GENTLE,
    GENTLY,
    LAST,
    LATE,
    REACHES,
    SLOPES,
    STAIRS,
    hillside,
    race,
    search,
    single_try,
    walk,
    walk_from_the_top,
)

GENERATORS = tuple(generator(seed) for seed in range(500))
LONG_CLIMBS, SINGLE_TRIES, MANY = 3, 150, 2000
CLOSE = 1e-6
SKIPPED = _("with {tries} tries, the value at one of the last points was not found: fewer points were tried")


def _assert_numbers(found: Answer) -> tuple[float, float, float]:
    """x, y and out, each a single number."""
    for part in ("x", "y", "out"):
        single = found.array(part).shape == ()
        found.require(single, _("{part}: expected a single number").filled(part=part))
    return found.number("x"), found.number("y"), found.number("out")


def _assert_value(found: Answer, f: Source) -> tuple[float, float, float]:
    """x, y and out, where out is the value of f there."""
    x, y, out = _assert_numbers(found)
    here = float(f.here(x, y))
    found.require(
        math.isclose(out, here, rel_tol=CLOSE, abs_tol=CLOSE),
        _("out should be the value of f there, {here:.6g}").filled(here=here),
    )
    return x, y, out


@prop(
    _("a point of the square [−1, 1]², and the value of f there"),
    points=1,
    inputs=search,
    named=DEEP,
)
def point(answer: Answers, right: Facts, f: Source, tries: int, rng: Source) -> None:
    found = answer(f, tries, rng)
    x, y, _out = _assert_value(found, f)
    found.require(
        abs(x) <= 1 and abs(y) <= 1,
        _("the point should be in [−1, 1]²"),
    )


@prop(
    _("the best of all the tries, no more and no fewer"),
    points=2,
    inputs=race,
    after="point",
    count=2,
)
def best(answer: Answers, right: Facts, f: Source, tries: int, rng: Source) -> None:
    found = [answer(f, tries, seed) for seed in (rng, *GENERATORS)]
    level, free = float(f.here(0.0, 0.0)), "y" if f.here(1.0, 0.0) > f.here(0.0, 0.0) else "x"
    found[0].require(
        follows([a.number("out") - level for a in found], _largest_of(tries)),
        _(
            "over {calls} calls with different seeds, out is not distributed like the largest value of f at "
            "{tries} random points"
        ).filled(calls=len(found), tries=tries),
    )
    last = answer(LAST, COUNTED, GENERATORS[0])
    last.require(last.number("out") == 1, SKIPPED.filled(tries=COUNTED))
    # Which try is the best does not hang on the other coordinate.
    _assert_even(found, free, tries)


def _largest_of(n: int) -> Distribution:
    """The distribution of the largest of n numbers, uniform in [−1, 1]."""
    return lambda t: uniform(-1.0, 1.0)(t) ** n


@prop(
    _("x and y uniform in [−1, 1], neither depending on the other"),
    points=2,
    inputs=single_try,
    after="point",
    count=1,
)
def spread(answer: Answers, right: Facts, f: Source, tries: int, rng: Source) -> None:
    found = [answer(f, tries, seed) for seed in (rng, *GENERATORS)]
    x, y = ([a.number(part) for a in found] for part in ("x", "y"))
    for name in ("x", "y"):
        _assert_even(found, name, tries)
    for sign in (1.0, -1.0):
        found[0].require(
            follows([a + sign * b for a, b in zip(x, y, strict=True)], _triangular),
            _("over {calls} calls with one try, x and y are not independent").filled(calls=len(found)),
        )
    for plane, count, height in (*((plane, MANY, height) for plane, height in REACHES), (ELSEWHERE, COUNTED, 0.5)):
        far = answer(plane, count, rng)
        far.require(
            far.number("out") > height,
            _("with {tries} tries, a point further out should have come: the whole square is to be searched").filled(
                tries=count
            ),
        )


def _assert_even(found: list[Answer], name: str, tries: int) -> None:
    """Of many calls, the x or the y is spread evenly, in half of the square as in the whole, and not on a grid."""
    values = np.array([a.number(name) for a in found])
    thirds = all(
        frequency(int(np.sum(np.abs(values - middle) < width)), len(values), width)
        for middle, width in ((0.0, 1 / 3), (0.0, 2 / 3), (-0.5, 0.5), (0.5, 1 / 4), (-0.5, 1 / 4))
    )
    grid = len(np.unique(values)) < 0.99 * len(values)
    found[0].require(
        follows(values, uniform(-1.0, 1.0)) and thirds and not grid,
        _("over {calls} calls with {tries} tries, {name} is not spread evenly between −1 and 1").filled(
            calls=len(found), tries=tries, name=name
        ),
    )


def _triangular(t: Array) -> Array:
    """The distribution of the sum, or difference, of two independent numbers, uniform in [−1, 1]."""
    u = uniform(-2.0, 2.0)(t)
    low: Array = 2 * u**2
    high: Array = 1 - 2 * (1 - u) ** 2
    return np.where(u <= 0.5, low, high)


@prop(
    _("a point the steps can reach, never worse than the start"),
    points=1,
    inputs=walk,
    named=DEEP_WALKS,
)
def near(answer: Answers, right: Facts, f: Source, x: float, y: float, step: float, tries: int, rng: Source) -> None:
    found = answer(f, x, y, step, tries, rng)
    new_x, new_y, out = _assert_value(found, f)
    start = float(f.here(x, y))
    found.require(
        out >= start - CLOSE * max(1.0, abs(start)),
        _("worse than the start, where f is {start:.6g}").filled(start=start),
    )
    reach = tries * step * (1 + CLOSE) + CLOSE * max(1.0, abs(x), abs(y))
    found.require(
        abs(new_x - x) <= reach and abs(new_y - y) <= reach,
        _("further from the start than the steps reach"),
    )


@prop(
    _("each try starts from the best point so far, to both sides"),
    points=3,
    inputs=hillside,
    after="near",
    count=6,
)
def climbs(answer: Answers, right: Facts, f: Source, x: float, y: float, step: float, tries: int, rng: Source) -> None:
    long_climbs = [(f, x, y, step, tries, seed, 1.0) for seed in (rng, *GENERATORS[: LONG_CLIMBS - 1])]
    gentle = GENTLE, 0.0, 0.0, 1.0, MANY // 2, GENERATORS[0], GENTLY
    for plane, a, b, size, count, seed, slope in (*long_climbs, gentle):
        long = answer(plane, a, b, size, count, seed)
        gained = long.number("out") - float(plane.here(a, b))
        # Uniform tries gain about 100 steps; a walk that forgets its best point about 10, steps from the start 1 or 2.
        long.require(
            gained > count / 16 * size * slope,
            _("f rises all the way in this direction, yet in {tries} tries the gain was only {gained:.3g}").filled(
                tries=count, gained=gained
            ),
        )
    _assert_goes_on(answer)
    _assert_single_tries(answer, f, x, y, step)


def _assert_goes_on(answer: Answers) -> None:
    """It goes on after tries that lead nowhere, with steps of the same length, to the last try."""
    # Uniform tries climb about 70 of the steps, of which one try in ten reaches the next; ten idle tries end at five.
    stairs = answer(STAIRS, 0.0, 0.0, 1.0, MANY // 2, GENERATORS[0])
    stairs.require(
        stairs.number("out") >= 20,
        _(
            "f rises in steps that one try in ten reaches; with {tries} tries only {climbed:g} of them were climbed"
        ).filled(tries=MANY // 2, climbed=stairs.number("out")),
    )
    leap = answer(CHASM, 0.0, 0.0, 1.0, MANY // 4, GENERATORS[0])
    leap.require(
        leap.number("out") < EDGE,
        _("with a step of 1 no point beyond {edge:g} can be reached here: some try went further than step").filled(
            edge=EDGE
        ),
    )
    late = answer(LATE, 0.5, 0.25, 0.125, COUNTED, GENERATORS[0])
    late.require(late.number("out") == 1, SKIPPED.filled(tries=COUNTED))


def _assert_single_tries(answer: Answers, f: Source, x: float, y: float, step: float) -> None:
    """Calls with a single try move the point by no more than step, and some by most of it, to where f rises."""
    coordinate, sign = SLOPES[f]
    origin = {"x": x, "y": y}[coordinate]
    moves = []
    for seed in GENERATORS[:SINGLE_TRIES]:
        single = answer(f, x, y, step, 1, seed)
        moves.append(sign * (single.number(coordinate) - origin))
        single.require(
            abs(moves[-1]) <= step * (1 + CLOSE) + CLOSE * max(1.0, abs(origin)),
            _("a single try, and the point moved by more than step"),
        )
    single.require(
        max(moves) > step / 2,
        _(
            "in {single_tries} calls with one try, {coordinate} never moved more than half of step to where f rises"
        ).filled(single_tries=SINGLE_TRIES, coordinate=coordinate),
    )


@prop(
    _("stays where it is if nothing is better, or without tries"),
    points=1,
    inputs=walk_from_the_top,
    after="climbs",
)
def stays(answer: Answers, right: Facts, f: Source, x: float, y: float, step: float, tries: int, rng: Source) -> None:
    found = answer(f, x, y, step, tries, rng)
    new_x, new_y, _out = _assert_value(found, f)
    found.require(
        math.isclose(new_x, x, rel_tol=CLOSE) and math.isclose(new_y, y, rel_tol=CLOSE),
        _("no point is better than the start: it should stay"),
    )


RANDOM_SEARCH = Exercise(
    "random_search(f, tries, rng) -> x, y, out",
    (point, best, spread, pure(1, after="best")),
)

LOCAL_SEARCH = Exercise(
    "random_local_search(f, x, y, step, tries, rng) -> x, y, out",
    (near, climbs, stays, pure(1, after="climbs")),
)
