"""The report as other systems read it, with a test for each function and property.

Gradescope reads a results.json, Classroom 50 a result.json.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from ..base.terminal import clean
from .card import details_text, first_failed, points_words, status_words
from .types import ExerciseReport, PropertyReport, Report


def for_gradescope(report: Report) -> dict[str, Any]:
    """What results.json has: the score is the sum of the tests'; what staff alone should see is in `extra_data`."""
    said = [report.error] if report.error is not None else list(report.notes)
    return {
        "output": clean("\n".join([points_words(report.points, report.max_points, report.language), *said])),
        "output_format": "text",
        "visibility": "visible",
        "stdout_visibility": "hidden",
        "extra_data": {"sandbox": report.sandbox, "assignment": report.assignment},
        "tests": [test for number, e in enumerate(report.exercises, 1) for test in _tests(e, number, report)],
    }


def _tests(exercise: ExerciseReport, number: int, report: Report) -> Iterator[dict[str, Any]]:
    for part, prop in enumerate(exercise.properties, 1):
        yield {
            "number": f"{number}.{part}",
            "name": _name(exercise, prop),
            "score": prop.points,
            "max_score": prop.max_points,
            "status": "passed" if prop.passed else "failed",
            "output": "" if prop.passed or report.error is not None else clean(_said(exercise, prop, report)),
        }


# What Classroom 50 tells an autograder in its environment, by what the result calls it.
SURROUNDINGS = {
    "classroom": "CLASSROOM",
    "assignment": "ASSIGNMENT",
    "submission": "SUBMISSION_TAG",
    "commit": "COMMIT_URL",
    "release": "RELEASE_URL",
    "review": "REVIEW_URL",
}


def for_classroom50(reports: Sequence[Report], environment: Mapping[str, str], now: datetime) -> dict[str, Any]:
    """What result.json has, of all notebooks of a submission; `environment`: that of the process."""
    properties = [
        (exercise, prop) for report in reports for exercise in report.exercises for prop in exercise.properties
    ]
    return {
        "schema": "classroom50/result/v1",
        **{name: environment.get(variable, "") for name, variable in SURROUNDINGS.items()},
        "datetime": now.isoformat(timespec="seconds"),
        "score": sum(report.points for report in reports),
        "max-score": sum(report.max_points for report in reports),
        "tests": [
            {
                "test-name": _name(exercise, prop),
                "passed": prop.passed,
                "score": prop.points,
                "max-score": prop.max_points,
            }
            for exercise, prop in properties
        ],
    }


def _name(exercise: ExerciseReport, prop: PropertyReport) -> str:
    return clean(f"{exercise.name}: {prop.title}")


def _said(exercise: ExerciseReport, prop: PropertyReport, report: Report) -> str:
    """How the function stands, and why; what is said of the function as a whole goes with its first failed property."""
    lines = [status_words(exercise, report.language)]
    if prop is first_failed(exercise):
        lines += details_text(exercise, report.language)
    elif exercise.status != "blank":
        lines += prop.message.splitlines()
    return "\n".join(lines)
