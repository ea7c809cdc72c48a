"""The zip with feedback pages, under the names by which a platform knows whose they are."""

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path, PurePosixPath

from ..collecting.collected import Origin, Origins
from ..collecting.platforms.canvas import ANONYMOUS, NAMED
from ..grades import Submission
from ..roster import Student
from .tables.marks import Marks

# So that the same pages make the same zip.
TIME = (2000, 1, 1, 0, 0, 0)
NO_WAY = "its feedback cannot return: the platform gave no key with it"
# Moodle takes the second of four parts between underscores for the participant.
UNDERSCORES = re.compile(r"[_/\\]+")


def feedback_zip(root: Path, kind: str, every: list[Marks], origins: Origins) -> tuple[bytes, list[str]]:
    """The pages of all who have a mark, as a zip that the platform takes, and who is not in it."""
    buffer, left = BytesIO(), []
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for marks in every:
            for student in (marks.roster.students[name] for name in sorted(marks.by_student)):
                page = root / "feedback" / student.id / marks.assignment / f"{marks.assignment}.html"
                origin = origins.found.get(Submission(student.id, marks.assignment))
                name = _name(kind, student, marks.assignment, origin)
                if not name:
                    left.append(f"{marks.assignment}, {student.id}: {NO_WAY}")
                elif page.is_file():
                    archive.writestr(zipfile.ZipInfo(name, TIME), page.read_bytes(), zipfile.ZIP_DEFLATED)
    return buffer.getvalue(), left


def _name(kind: str, student: Student, assignment: str, origin: Origin | None) -> str:
    """What the page is called in the zip; nothing where the platform would not know whose it is."""
    if kind == "moodle":
        key = student.key_within(f"moodle:{assignment}") or (_key(origin) if origin else "")
        who = UNDERSCORES.sub(" ", student.name or student.id)
        return f"{who}_{key}_assignsubmission_file_/{assignment}.html" if key else ""
    if kind == "canvas":
        return next(_in_canvas(origin, assignment), "")
    # Other platforms take a zip whose folders are as they were.
    outer = (
        PurePosixPath(origin.entries[0]).parent if origin and "/" in origin.entries[0] else PurePosixPath(student.id)
    )
    return str(outer / f"{assignment}.html")


def _key(origin: Origin) -> str:
    return origin.key if origin.platform == "moodle" else ""


def _in_canvas(origin: Origin | None, assignment: str) -> Iterator[str]:
    """The name of an attachment that was handed in, which Canvas looks for by its two numbers."""
    for entry in origin.entries if origin and origin.platform == "canvas" else ():
        name = PurePosixPath(entry).name
        if found := ANONYMOUS.fullmatch(name) or NAMED.fullmatch(name):
            yield f"{name.removesuffix(found['file'])}{assignment}.html"
