"""What came of each function, now and in earlier attempts, kept in the autograded notebook with the marks themselves.

So it is never of another grading than the marks, whichever command gave them.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..base.terminal import clean
from ..base.text import Language
from ..report.types import ExerciseReport, Report

PLACE = "attempts"
# A folder that is collected every day need not fill the notebook.
MOST = 30
# Whoever reads a table reads no more of a call.
LONGEST = 400
REQUEST = re.compile(r"\W*(?:recurso|regrade)\b[\s*_]*:", re.I)
Plain = dict[str, Any]


@dataclass(frozen=True)
class Named:
    """A mistake that a report names."""

    id: str
    title: str
    kind: str


@dataclass(frozen=True)
class Came:
    """What came of one function: how it stands, the points of each property, and what is known of its mistake."""

    name: str
    status: str
    points: float
    properties: Mapping[str, float] = field(default_factory=dict)
    example: str = ""
    mistakes: tuple[Named, ...] = ()


@dataclass(frozen=True)
class Attempt:
    """What was handed in at one time, and what came of it; `notes` are in the notebook's language."""

    files: str
    handed_in: str | None
    language: Language
    functions: tuple[Came, ...]
    notes: tuple[str, ...] = ()
    requests: tuple[str, ...] = ()
    """What is asked of the teacher, in text cells that begin with *Recurso:* or *Regrade:*."""


def put(notebook: Any, report: Report, files: str, handed_in: str | None, earlier: Sequence[Plain]) -> None:
    """Writes what came of this attempt into its autograded notebook, after what came of the `earlier` ones.

    `files`: the digest of what was handed in, by which a grading again is known; `handed_in`: when.
    """
    now = {
        "files": files,
        "handed_in": handed_in,
        "language": report.language,
        "functions": list(map(_plain, report.exercises)),
        "notes": list(report.notes),
        "requests": list(_requests(notebook)),
    }
    before = [_lighter(attempt) for attempt in earlier if attempt.get("files") != files]
    notebook.metadata.setdefault("degrau", {})[PLACE] = [*before[1 - MOST :], now]


def noted_in(path: Path) -> list[Plain]:
    """What is noted in an autograded notebook, oldest first; nothing where there is none, or none that can be read."""
    try:
        noted = json.loads(path.read_text("utf-8"))["metadata"]["degrau"][PLACE]
    except (OSError, ValueError, KeyError, TypeError):
        return []
    return [attempt for attempt in noted if isinstance(attempt, dict)] if isinstance(noted, list) else []


def attempts_in(path: Path) -> tuple[Attempt, ...]:
    """The attempts that an autograded notebook tells of, oldest first."""
    return tuple(
        Attempt(
            plain["files"],
            plain["handed_in"],
            plain["language"],
            tuple(_came(function) for function in plain["functions"]),
            tuple(plain.get("notes", ())),
            tuple(plain.get("requests", ())),
        )
        for plain in noted_in(path)
    )


def _plain(report: ExerciseReport) -> Plain:
    examples = [p.counterexample for p in report.properties if p.counterexample]
    return {
        "name": report.name,
        "status": report.status,
        "points": report.points,
        "properties": {p.name: p.points for p in report.properties},
        "example": examples[0][:LONGEST] if examples else "",
        "mistakes": [{"id": m.id, "title": m.title, "kind": m.kind} for m in report.mistakes],
    }


def _lighter(attempt: Plain) -> Plain:
    """Of an earlier attempt, what shows whether a student got on."""
    functions = [{key: function[key] for key in ("name", "status", "points")} for function in attempt["functions"]]
    return {**attempt, "functions": functions, "notes": [], "requests": []}


def _requests(notebook: Any) -> Iterator[str]:
    for cell in notebook.cells:
        if cell.cell_type == "markdown" and REQUEST.match(cell.source):
            yield clean(cell.source)[:LONGEST]


def _came(plain: Plain) -> Came:
    mistakes = tuple(Named(**mistake) for mistake in plain.get("mistakes", ()))
    return Came(**{**plain, "mistakes": mistakes})
