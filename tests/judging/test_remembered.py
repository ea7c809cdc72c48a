"""Answers that kept every law are not looked into again; whatever differs from them is."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from degrau.judging.draw import Args
from degrau.judging.judge import judge
from degrau.judging.kernel import Here
from degrau.judging.probes import Probes
from degrau.judging.types import Ask, Property, Told
from degrau.pack.prepare import prepare
from degrau.plain import codec
from degrau.plain.outcomes import Outcome, Returned
from degrau.report.card import first_failed

FURTHER = (12345.0,)


def step(z):
    return (np.asarray(z) >= 0).astype(int)


def as_doubles(z):
    return step(z).astype(float)


def wrong_at_zero(z):
    return (np.asarray(z) > 0).astype(int)


class Looking:
    """Judges functions as answers from a box, and counts how often a law looked at an answer."""

    def __init__(self, probes: Probes, further: Args | None = None) -> None:
        self.count = 0
        watched = tuple(self._watched(p, further) for p in probes.exercise.properties)
        self._probes = replace(probes, exercise=replace(probes.exercise, properties=watched), lawful=set())

    def _watched(self, prop: Property, further: Args | None) -> Property:
        def law(answer: Any, right: Any, *args: Any) -> None:
            self.count += 1
            if further:
                answer(*further)
            assert prop.law is not None
            prop.law(answer, right, *args)

        return replace(prop, law=law) if prop.law else prop

    def at(self, function: Callable[..., Any]) -> tuple[Any, int]:
        """The report, and how often a law looked."""
        self.count = 0
        return judge(self._probes, said(function), "en"), self.count


def said(function: Callable[..., Any]) -> Ask:
    """What the function answers, as if a box had said it."""
    ask = Here(function)

    def outcome(*args: Any) -> Outcome:
        (found,) = ask([args])
        return replace(found, said=codec.encode(found.value)) if isinstance(found, Returned) else found

    return Told(outcome)


@pytest.fixture
def probes(pack) -> Probes:
    return prepare(pack, "00_perceptron", "step", 0)


def test_the_same_right_answers_are_looked_into_once(probes) -> None:
    looking = Looking(probes)
    first, looked = looking.at(step)
    assert first.status == "passed"
    assert looked > 0
    assert looking.at(lambda z: step(z)) == (first, 0)


def test_right_answers_of_another_type_are_looked_into(probes) -> None:
    looking = Looking(probes)
    _, looked = looking.at(step)
    report, again = looking.at(as_doubles)
    assert (report.status, again) == ("passed", looked)


def test_wrong_answers_are_looked_into_each_time_and_do_not_spoil_right_ones(probes) -> None:
    looking = Looking(probes)
    looking.at(step)
    first, looked = looking.at(wrong_at_zero)
    second, again = looking.at(wrong_at_zero)
    assert first == second
    assert first.status == "failed"
    assert again == looked > 0
    assert looking.at(step)[0].status == "passed"


def test_answers_that_led_to_other_questions_are_looked_into_each_time(probes) -> None:
    looking = Looking(probes, further=FURTHER)
    _, looked = looking.at(step)
    assert looking.at(step)[1] == looked > 0


def test_right_answers_do_not_excuse_an_altered_argument(probes) -> None:
    def alters(z):
        answer = step(z)
        if isinstance(z, np.ndarray) and z.size:
            z *= 2
        return answer

    looking = Looking(probes)
    looking.at(step)
    report, looked = looking.at(alters)
    assert looked == 0
    assert [p.name for p in report.properties if not p.passed] == ["pure"]
    assert "changes its argument z" in first_failed(report).message
