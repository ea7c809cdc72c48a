"""Marking by hand that is finished stays finished when a class is graded again, as long as what was marked is the same.

nbgrader asks for every mark that was given by hand once more, whatever it was given for.
"""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from .gradebook import submitted_notebook
from .grades import Submission


class Kept:
    """What there is to be kept of one submission: the cells that were marked, and what they are now."""

    def __init__(self) -> None:
        self.now: Mapping[str, str] = {}


@contextmanager
def finished_marks_kept(settings: Any, submission: Submission, before: Mapping[str, str]) -> Iterator[Kept]:
    """While this is entered, a submission is graded anew by nbgrader, whose `settings` say where the gradebook is.

    `before`: what its cells held when they were marked, by their names; what they hold now is to be told to the result.
    """
    # Slow to import.
    from nbgrader.api import Gradebook

    kept = Kept()
    with Gradebook(settings.db_url, settings.course_id) as gradebook:
        done = _finished(gradebook, submission)
    yield kept
    if not done:
        return
    with Gradebook(settings.db_url, settings.course_id) as gradebook:
        notebook = submitted_notebook(gradebook, submission.assignment, submission.student)
        for grade in notebook.grades if notebook else ():
            same = grade.name in done and done[grade.name] == grade.auto_score
            if same and before.get(grade.name, "") == kept.now.get(grade.name):
                grade.needs_manual_grade = False
        gradebook.db.commit()


def _finished(gradebook: Any, submission: Submission) -> dict[str, float | None]:
    """The cells that somebody has marked by hand and not left open, with the marks that were there without that."""
    notebook = submitted_notebook(gradebook, submission.assignment, submission.student)
    grades = notebook.grades if notebook else ()
    return {g.name: g.auto_score for g in grades if g.manual_score is not None and not g.needs_manual_grade}


def sources_in(path: Path) -> dict[str, str]:
    """What the cells of a notebook hold, by their names; nothing where there is none."""
    try:
        return sources_of(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}


def sources_of(text: str) -> dict[str, str]:
    """What the cells of the notebook in this text hold, by their names."""
    cells = json.loads(text).get("cells", [])
    named = ((cell["metadata"].get("nbgrader", {}).get("grade_id"), cell["source"]) for cell in cells)
    return {name: "".join(source) for name, source in named if name}
