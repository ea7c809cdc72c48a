"""What is told of answers without a cause: references that are off by chance, in one region, or in their last digits.

Run it with: uv run python -m tests.benchmarks.false_causes [ASSIGNMENT…]

By what a student has, and by what a class is graded with. No known mistake may be named; what is said is listed, to be
read.
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterator

import numpy as np

from degrau.judging.judge import judge
from degrau.judging.kernel import Here
from degrau.judging.probes import Probes
from degrau.judging.registry import assignments
from degrau.judging.types import Told
from degrau.pack.pack import Pack
from degrau.pack.prepare import prepare
from degrau.plain.outcomes import Outcome, Returned
from degrau.selfcheck.check import load

Change = Callable[[np.ndarray], np.ndarray]
LAST_DIGITS: dict[str, Change] = {
    "1 − 4e-7 times": lambda a: a * (1 - 4e-7),
    "1 + 2e-6 times": lambda a: a * (1 + 2e-6),
    "1 − 1e-5 times": lambda a: a * (1 - 1e-5),
    "to six digits": lambda a: np.vectorize(lambda x: float(f"{x:.6g}"), otypes=[float])(a) if a.size else a,
}
SHARES = {"one example": 0.0, "a twentieth": 0.05, "a third": 0.3, "all": 1.0}
ROUNDS = 3


def saboteurs(right: list[Outcome], rng: np.random.Generator) -> Iterator[tuple[str, list[Outcome]]]:
    """The right answers, wrong by chance, or in their last digits."""
    for name, share in SHARES.items():
        for _ in range(ROUNDS):
            wrong = rng.random(len(right)) < share
            wrong[rng.integers(len(right))] = True
            yield name, [_with(o, lambda a: _noisy(a, rng)) if bad else o for o, bad in zip(right, wrong, strict=True)]
    for place in range(ROUNDS):
        # Those of one length, as text: a region that no cause is about.
        lengths = [len(str(o.value)) % 7 == place if isinstance(o, Returned) else False for o in right]
        shifted = [_with(o, lambda a: a + 0.37) if bad else o for o, bad in zip(right, lengths, strict=True)]
        yield "a region", shifted
    for name, change in LAST_DIGITS.items():
        yield name, [_with(outcome, change) for outcome in right]


def _noisy(a: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    return np.asarray(a + rng.normal(size=a.shape) * (0.1 + np.abs(a)))


def _with(outcome: Outcome, change: Change) -> Outcome:
    if not isinstance(outcome, Returned):
        return outcome
    value = outcome.value
    try:
        several = isinstance(value, tuple)
        made = tuple(change(np.asarray(v, float)) for v in value) if several else change(np.asarray(value, float))
    except (TypeError, ValueError):
        return outcome
    return Returned(made)


def told(probes: Probes, outcomes: list[Outcome]) -> tuple[str, str]:
    """The kind of what is told of these answers, and the words."""
    answers = Told(lambda *args: outcomes[probes.positions[probes.facts.key(args)]])
    try:
        report = judge(probes, answers, "en")
    except KeyError:
        return "led elsewhere", ""
    if report.full:
        return "accepted", ""
    if not report.mistakes:
        return "untold", ""
    mistake = report.mistakes[0]
    return (mistake.id if mistake.kind == "relation" else mistake.kind), mistake.title


def main(names: list[str]) -> None:
    pack = Pack.find()
    rng = np.random.default_rng(5)
    counts: dict[str, Counter[str]] = {}
    for assignment in pack.choose(names):
        for exercise in assignments()[assignment].exercises:
            if exercise.iterable or "rng" in exercise.parameters or exercise.parameters == ("script",):
                continue
            for where, probes in (
                ("at home", load(assignment, exercise.name)),
                ("at school", prepare(pack, assignment, exercise.name, 0)),
            ):
                right = Here(pack.reference(assignment)[exercise.name])(probes.calls, False)
                for name, outcomes in saboteurs(right, rng):
                    kind, words = told(probes, outcomes)
                    counts.setdefault(name, Counter())[kind] += 1
                    if words:
                        print(f"{exercise.name}, {where}, {name}: {kind}: {words}")
    for name, found in counts.items():
        print(f"{name}: {dict(found.most_common())}")
    print(f"{sum(found.total() for found in counts.values())} in all")


if __name__ == "__main__":
    np.seterr(all="ignore")
    main(sys.argv[1:])
