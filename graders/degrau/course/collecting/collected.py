"""collected.json: where each submission came from, so that its marks and pages find their way back."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from ...base.disk import write_whole
from ..directory import CourseError
from ..types import Submission

FILE = "collected.json"


@dataclass(frozen=True)
class Origin:
    """Where a submission came from: the platform, its key there, and the names of its files in the archive.

    `time` is when it was handed in, as timestamp.txt has it, or empty. `content` is the digest of what was handed in,
    and `folder` that of the folder as it was left: another one says that somebody has changed it since.
    """

    platform: str
    key: str
    entries: tuple[str, ...]
    time: str
    late: bool
    content: str
    folder: str


@dataclass
class Origins:
    """Those of a course's submissions."""

    found: dict[Submission, Origin] = field(default_factory=dict)

    @classmethod
    def read(cls, root: Path) -> "Origins":
        """Those of the course in this folder; raises CourseError where the file is damaged."""
        path = root / FILE
        if not path.exists():
            return cls()
        try:
            kept: Mapping[str, Mapping[str, Any]] = json.loads(path.read_text("utf-8"))
            return cls(
                {
                    Submission(student, assignment): Origin(**{**plain, "entries": tuple(plain["entries"])})
                    for assignment, students in kept.items()
                    for student, plain in students.items()
                }
            )
        except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
            raise CourseError(
                f"{path} cannot be read: {error}.\nPut a copy of it back, or remove it and collect again."
            ) from error

    def write(self, root: Path) -> None:
        """Writes the file if anything has changed."""
        kept: dict[str, dict[str, Any]] = {}
        for submission, origin in sorted(self.found.items(), key=lambda item: (item[0].assignment, item[0].student)):
            kept.setdefault(submission.assignment, {})[submission.student] = asdict(origin)
        text = f"{json.dumps(kept, ensure_ascii=False, indent=1)}\n".encode()
        path = root / FILE
        if kept and (not path.exists() or path.read_bytes() != text):
            write_whole(path, text, 0o600)
