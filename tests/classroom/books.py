"""What a graded course says, so that two can be compared: the rows that count in the gradebook, and every file."""

import hashlib
from pathlib import Path
from typing import Any

from degrau.course.directory import opened

Scores = dict[tuple[str, str, str], Any]


def scores(root: Path) -> Scores:
    """All that the gradebook says of each grade cell, and of each notebook's late penalty."""
    found: Scores = {}
    with opened(root) as course, course.api.gradebook as gradebook:
        for assignment in gradebook.assignments:
            for submission in assignment.submissions:
                for notebook in submission.notebooks:
                    at = submission.student.id, assignment.name
                    found[*at, "late"] = notebook.late_submission_penalty
                    for grade in notebook.grades:
                        found[*at, grade.name] = (
                            grade.auto_score,
                            grade.manual_score,
                            grade.extra_credit,
                            grade.score,
                            grade.needs_manual_grade,
                        )
    return found


Books = tuple[Scores, dict[str, str]]


def differences(expected: Books, found: Books) -> list[str]:
    """The entries and the files that are not the same."""
    pairs = zip(expected, found, strict=True)
    return [f"{name}" for a, b in pairs for name in sorted({*a, *b}, key=str) if a.get(name) != b.get(name)]


def books(root: Path) -> Books:
    """The gradebook, and a digest of every autograded notebook and feedback page."""
    files = [path for step in ("autograded", "feedback") for path in (root / step).rglob("*") if path.is_file()]
    digests = {str(path.relative_to(root)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
    return scores(root), digests
