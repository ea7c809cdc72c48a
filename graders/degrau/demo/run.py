"""A whole course to look at: made, filled with a sample class, and graded."""

import re
from dataclasses import dataclass
from pathlib import Path

from ..base.progress import OnProgress
from ..base.text import Language
from ..course.choices import FILE as CHOICES
from ..course.directory import CONFIG, opened
from ..course.grade import grade_course
from ..course.setup.init import init_course
from ..course.types import GradeSummary
from ..pack.pack import Pack
from ..sandbox.machine import best
from .desk import Sample
from .sample_class import ADALINE, DUE, PERCEPTRON, demo_class


@dataclass(frozen=True)
class Demo:
    """A graded sample class: what was handed in, and what came of it."""

    samples: tuple[Sample, ...]
    summary: GradeSummary


def make_demo(directory: Path, pack: Pack, language: Language) -> tuple[Sample, ...]:
    """Make a course with due dates and a late penalty in `directory`, and hand in the sample class."""
    pack.choose((PERCEPTRON, ADALINE))
    root = init_course(directory, language, pack)
    config = root / CONFIG
    # The penalty stands in the settings as comments, for teachers to switch on; so does what needs no sandbox.
    _uncomment(config, r"c\.AssignLate|c\.PercentPerDay")
    if not best().confined:
        _uncomment(root / CHOICES, "accept_tiers")
    with opened(root) as course, course.api.gradebook as gradebook:
        for assignment in pack.assignments:
            gradebook.update_or_create_assignment(assignment, duedate=DUE)
    samples = demo_class(pack, language)
    for sample in samples:
        sample.hand_in(root / "submitted")
    return samples


def _uncomment(path: Path, settings: str) -> None:
    path.write_text(re.sub(rf"^# ({settings})", r"\1", path.read_text("utf-8"), flags=re.M), "utf-8")


def run_demo(directory: Path, pack: Pack, language: Language, on_progress: OnProgress | None = None) -> Demo:
    """Make the demo course and grade it; raises CourseError as `init_course` does."""
    samples = make_demo(directory, pack, language)
    return Demo(samples, grade_course(directory, on_progress=on_progress))
