"""Saboteurs: the reference with an error in one region is refused where inputs go there, and nowhere else."""

from dataclasses import replace

import numpy as np
import pytest
from tests.benchmarks.right_answers import right_answers

from degrau.authoring.gate import untried
from degrau.authoring.saboteurs import ERRORS, Tried, reason, sabotage, unvisited
from degrau.judging.arguments import Entries, signed
from degrau.judging.domain import Domain, bands
from degrau.judging.judge import judge
from degrau.judging.kernel import Here
from degrau.pack.pack import Pack
from degrau.pack.prepare import Choosing, corpus, prepare
from degrau.pack.regions import Region, regions, tries

from ..at_hand import ASSIGNMENT, FIRST, LAST

UNTRIED = Choosing(corpus, lambda domain, seed: ())
TRIED = Choosing(lambda inputs, seed, count: (), tries)
SOME = [(ASSIGNMENT, FIRST), (ASSIGNMENT, LAST)]


@pytest.mark.ours
@pytest.mark.long
@pytest.mark.parametrize(("assignment", "name"), SOME)
def test_a_grader_kills_nearly_all_saboteurs_and_the_tries_are_why(pack, assignment, name) -> None:
    reference = pack.reference(assignment)[name]
    tried = sabotage(prepare(pack, assignment, name, 0), reference)
    without = sabotage(prepare(pack, assignment, name, 0, UNTRIED), reference)
    assert tried.killed >= 0.97 * tried.saboteurs
    assert tried.killed > without.killed
    assert tried.impossible == ()


@pytest.mark.parametrize(("assignment", "name"), SOME)
def test_every_region_is_tried_or_has_a_reason_and_right_answers_are_right_there(pack, assignment, name) -> None:
    assert_tried(pack, assignment, name)


@pytest.mark.ours
def test_every_region_of_several_arrays_is_tried_as_well(pack) -> None:
    assert_tried(pack, "07_optimizers", "adam_step")


def assert_tried(pack: Pack, assignment: str, name: str) -> None:
    probes = prepare(pack, assignment, name, 0, TRIED)
    assert list(untried(probes)) == []
    reports = {
        answer: judge(probes, Here(function), "en") for answer, function in right_answers(pack, assignment, name)
    }
    assert {answer: report for answer, report in reports.items() if not report.full} == {}


@pytest.mark.ours
def test_a_region_that_no_example_visits_is_an_objection_unless_the_domain_says_why(pack) -> None:
    probes = prepare(pack, "00_perceptron", "step", 0, UNTRIED)
    missed = [str(region) for region in unvisited(probes)]
    assert "z.magnitude=-(12, 20]" not in missed
    assert "shape=(41-200,)" in missed
    lines = list(untried(probes))
    assert len(lines) == len(missed)
    words = "step: no example is in the region shape=(41-200,), and its domain does not say why"
    assert words in lines
    exercise = probes.exercise
    excused = replace(exercise, domain=replace(exercise.domain, untried={"shape=(41-200,)": "too long"}))
    assert words not in list(untried(replace(probes, exercise=excused)))


@pytest.mark.ours
@pytest.mark.long
def test_the_same_verdicts_as_judging_the_saboteur_itself(pack) -> None:
    """A saboteur that is a function, asked call by call, loses points where its outcomes altered do."""
    probes = prepare(pack, "00_perceptron", "step", 0, UNTRIED)
    domain, reference = probes.exercise.domain, pack.reference("00_perceptron")["step"]
    alive = sabotage(probes, reference).alive

    def saboteur(region: Region):
        def step(z):
            right, where = reference(z), region.within(domain.traits((z,)))
            return np.where(where, 1 - right, right) if where is not False else right

        return step

    for region in regions(domain)[::7]:
        full = judge(probes, Here(saboteur(region)), "en").full
        assert full == (f"{region}: a hundredth off" in alive), str(region)


def test_a_reason_is_found_by_the_regions_name_or_by_one_of_its_traits() -> None:
    domain = Domain((Entries("x", signed(bands(0, 12))),), ("numbers",), untried={"x.kind=int": "never", "a & b": "no"})
    assert reason(domain, "x.kind=int & shape=()") == "x.kind=int"
    assert reason(domain, "x.kind=int: truncated") == "x.kind=int"
    assert reason(domain, "a & b: truncated") == "a & b"
    assert reason(domain, "x.kind=float") is None


def test_what_other_seeds_find_is_late_and_the_rest_alive() -> None:
    first = Tried(regions=3, killed=4, alive=("a", "b", "c"))
    found = first.after([Tried(alive=("b", "c")), Tried(alive=("c", "d"))])
    assert (found.late, found.alive, found.saboteurs) == (("a", "b"), ("c",), 7)
    assert len(ERRORS) == 3
