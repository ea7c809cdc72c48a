"""The public questions of each assignment as a package of its own: a notebook loads those of its assignment alone.

They are most of what degrau's wheel weighs.
"""

import json
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from ..judging.probes import path as questions_of
from ..judging.registry import assignments
from .courses import Course
from .lock import write_wheel

SCRIPT = Path(__file__).with_suffix(".js")


def split(courses: Sequence[Course], wheels: Sequence[Path], folder: Path) -> dict[str, str]:
    """Takes the questions out of these wheels; gives the package, in the folder, that has those of each assignment."""
    files = dict(file for course in courses for file in _files(course))
    for wheel in wheels:
        _leave_out_questions(wheel)
    for name, (inside, content) in files.items():
        write_wheel(folder, _package(name), {inside: content})
    return {name: _package(name) for name in files}


def head(packages: Mapping[str, str], plugin: str) -> str:
    """What the page of a notebook is given, so that its kernel, of this plugin, loads the package of its assignment."""
    given = json.dumps({"packages": packages, "plugin": plugin})
    return (
        f'<script id="degrau-packages" type="application/json">{given}</script><script src="../{SCRIPT.name}"></script>'
    )


def _files(course: Course) -> Iterator[tuple[str, tuple[str, bytes]]]:
    """Where the questions of each assignment lie in a wheel, and what they are."""
    place = course.pack.place
    for name in course.names:
        file = questions_of(assignments()[name])
        inside = Path(*place.module.split("."), file.relative_to(place.graders))
        yield name, (inside.as_posix(), file.read_bytes())


def _package(name: str) -> str:
    return f"questions-{name.replace('_', '-').lower()}"


def _leave_out_questions(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as old:
        files = {info: old.read(info) for info in old.infolist() if not info.filename.endswith("/probes.npz")}
    with zipfile.ZipFile(wheel, "w", zipfile.ZIP_DEFLATED) as new:
        for info, content in files.items():
            new.writestr(info, content)
