"""An nbgrader course made one of degrau's: what is in it stays, and goes on by nbgrader's own means.

Its gradebook is kept in a copy, and brought up to date.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ...judging.registry import assignments
from ...pack.pack import Pack
from ..books import SQLITE
from ..choices import Choices
from ..directory import CONFIG, JUDGE, Course, CourseError, dotted, is_course, opened_as_it_is
from ..gradebook import OLD, told_in_words
from ..points import CHECK
from ..roster import FILE as STUDENTS
from ..roster import Roster, Student, full_name
from .config import add_to_config
from .replaced import copy_of_database, free_place

GRADEBOOK = "gradebook.db"
EXECUTE = "nbgrader.preprocessors.execute.Execute"
CLEAR = "nbgrader.preprocessors.clearsolutions.ClearSolutions"
FOLDERS = ("source", "release", "submitted", "autograded", "feedback")
WIRING = """\
# degrau judges the assignments of its course pack. This course's own are run and graded as before, in your account, by
# what is set above. To undo all this, take out what follows.
c.CanonicalExporter.own_assignments = True
c.CanonicalExporter.pack_root = {pack_root!r}
c.Autograde.exporter_class = "degrau.course.plugin.CanonicalExporter"
c.Autograde.pre_convert_hook = "degrau.course.plugin.take_one_notebook"
c.Autograde.autograde_preprocessors = {autograde}
c.GenerateAssignment.preprocessors = {release}
"""
FEEDBACK = """\
c.GenerateFeedback.exporter_class = "degrau.course.feedback.FeedbackExporter"
"""
UPGRADE = "import sys; from nbgrader.dbutil import upgrade; upgrade(sys.argv[1])"


@dataclass(frozen=True)
class Adopted:
    """What was found in a course of somebody's, and what was done to it.

    `own`: its assignments that are not the pack's; `ours`: those of the pack's that were released there before.
    `migrated`: from which version of nbgrader's tables, where that was an older one. `gradebook` and `config` are the
    copies of what was there, `wiring` what was added to the settings; `students`: how many students.csv has now, none
    where there was one before.
    """

    own: tuple[str, ...]
    ours: tuple[str, ...]
    students: int
    migrated: str
    gradebook: Path | None
    config: Path | None
    wiring: str


@dataclass(frozen=True)
class Book:
    """What a gradebook says: its assignments, each with the names of its cells, and its students."""

    assignments: dict[str, frozenset[str]]
    students: tuple[Student, ...]


def is_of_nbgrader(directory: Path) -> bool:
    """Whether there is a course of nbgrader's in this folder that degrau has no part in."""
    sources = (directory / "source").glob("*/*.ipynb")
    found = (directory / CONFIG).is_file() or (directory / GRADEBOOK).is_file() or any(sources)
    return found and not is_course(directory)


def adopt(directory: Path, pack: Pack) -> Adopted | None:
    """Makes an nbgrader course one of degrau's, but for the assignments, which `init_course` adds; None if it is one.

    Raises CourseError for what cannot be adopted; then nothing was changed.
    """
    root = directory.resolve()
    if is_course(root):
        return None
    if not is_of_nbgrader(root):
        raise CourseError(f"{directory} has no course of nbgrader's to adopt.\nMake a new one: degrau init {directory}")
    with opened_as_it_is(root) as course, told_in_words():
        wiring = _wiring(course, pack)
        # What is there already by these names is a teacher's, and has to be what degrau reads.
        Choices.read(root)
        Roster.read(root)
        before, book = _tried(course)
        ours = _ours(root, book, pack)
        copy = _migrated(course, before)
        students = 0 if (root / STUDENTS).exists() else _enrol(root, book.students)
        config = add_to_config(root, wiring)
    own = sorted({*book.assignments, *_sources(root)} - {*pack.assignments})
    old = before if before != _newest() and copy else ""
    return Adopted(tuple(own), tuple(sorted(ours)), students, old, copy, config, wiring)


def _wiring(course: Course, pack: Pack) -> str:
    """The lines that put degrau into this course's settings; raises CourseError where they leave no room for it."""
    from nbconvert.exporters import HTMLExporter, NotebookExporter
    from nbgrader.converters import Autograde, GenerateAssignment, GenerateFeedback

    settings = course.api.coursedir
    usual = type(settings)
    for name in ("directory_structure", *(f"{step}_directory" for step in FOLDERS)):
        if (value := getattr(settings, name)) != getattr(usual, name).default_value:
            raise _no_room(course, f"CourseDirectory.{name}", value, "degrau knows nbgrader's usual folders alone")
    if Path(settings.root).resolve() != course.root:
        raise _no_room(course, "CourseDirectory.root", settings.root, "degrau's courses are where their settings are")
    autograde, release, feedback = (
        kind(coursedir=settings, parent=course.api) for kind in (Autograde, GenerateAssignment, GenerateFeedback)
    )
    for name, usually in (("exporter_class", NotebookExporter), ("pre_convert_hook", None)):
        if (value := getattr(autograde, name)) is not usually:
            raise _no_room(course, f"Autograde.{name}", value, "degrau's own has to be there")
    steps = _replaced(course, "Autograde.autograde_preprocessors", autograde.autograde_preprocessors, EXECUTE, JUDGE)
    clearing = "degrau.course.plugin.ClearSolutionsOf"
    releasing = _replaced(course, "GenerateAssignment.preprocessors", release.preprocessors, CLEAR, clearing)
    text = WIRING.format(pack_root=str(pack.root), autograde=steps, release=releasing)
    return text + (FEEDBACK if feedback.exporter_class is HTMLExporter else "")


def _no_room(course: Course, setting: str, value: object, why: str) -> CourseError:
    return CourseError(
        f"{course.root} cannot be adopted: c.{setting} is {value!r}, and {why}; nothing was changed.\n"
        "Take it out, or make a course of its own: degrau init NEW_DIRECTORY"
    )


def _replaced(course: Course, setting: str, steps: Iterable[object], theirs: str, ours: str) -> str:
    """A course's own list of steps with one of ours in the place of nbgrader's, as it stands in its settings."""
    from traitlets.utils.importstring import import_item

    names = [_importable(course, setting, step) for step in steps]
    known = [dotted(import_item(name)) for name in names]
    if theirs not in known:
        raise _no_room(course, setting, names, f"degrau takes the place of {theirs} there")
    lines = (f'    "{ours if own == theirs else name}",\n' for name, own in zip(names, known, strict=True))
    return f"[\n{''.join(lines)}]"


def _importable(course: Course, setting: str, step: object) -> str:
    """The name by which a step is found; what a settings file defines itself has none."""
    from traitlets.utils.importstring import import_item

    name = dotted(step)
    try:
        import_item(name)
    except ImportError:
        raise _no_room(course, setting, step, "degrau cannot name what is defined in that file") from None
    return name


def _sources(root: Path) -> dict[str, frozenset[str]]:
    """The assignments of which there are sources, with the names of the cells of the notebook that is called so."""
    folders = (path for path in (root / "source").glob("*") if path.is_dir() and not path.name.startswith("."))
    return {folder.name: frozenset(_names_in(folder / f"{folder.name}.ipynb")) for folder in folders}


def _names_in(path: Path) -> Iterator[str]:
    with suppress(OSError, ValueError, KeyError, TypeError, AttributeError):
        for cell in json.loads(path.read_text("utf-8"))["cells"]:
            yield str(cell["metadata"].get("nbgrader", {}).get("grade_id"))


def _ours(root: Path, book: Book, pack: Pack) -> Collection[str]:
    """The assignments of the pack's that are there; raises CourseError for another one by the same name."""
    sources = _sources(root)
    found = {name for name in pack.assignments if name in book.assignments or name in sources}
    for name in sorted(found):
        there = book.assignments.get(name) or sources.get(name, frozenset())
        if not there & {CHECK + function for function in assignments()[name].points}:
            raise CourseError(
                f"{root} cannot be adopted: degrau has a {name}, too, which is another one; nothing was changed.\n"
                "Rename yours (folders, and assignment in the gradebook), or make a course of degrau's own beside it."
            )
    return found


def _enrol(root: Path, students: Iterable[Student]) -> int:
    """Writes students.csv; gives how many are in it."""
    roster = Roster({student.id: student for student in students})
    roster.write(root)
    return len(roster.students)


def _newest() -> str:
    """The version of the tables that this nbgrader makes."""
    from nbgrader.api import get_alembic_version

    return str(get_alembic_version())


def _tried(course: Course) -> tuple[str, Book]:
    """The version of a gradebook's tables, and what it says once it is of the newest, which is tried on a copy."""
    address = str(course.api.coursedir.db_url)
    if address.startswith(SQLITE) and not _file(course).exists():
        return "", Book({}, ())
    version = _version(address)
    if not address.startswith(SQLITE):
        if version not in ("", _newest()):
            raise CourseError(f"{OLD}, then try again; nothing was changed.")
        return version, _read(course, address)
    if not version:
        return version, Book({}, ())
    with tempfile.TemporaryDirectory() as folder:
        trial = copy_of_database(_file(course), Path(folder) / _file(course).name)
        if version != _newest():
            _upgrade(f"{SQLITE}{trial}")
        return version, _read(course, f"{SQLITE}{trial}")


def _migrated(course: Course, version: str) -> Path | None:
    """Keeps a copy of the gradebook, and brings it up to date from this version; gives the copy."""
    address, file = str(course.api.coursedir.db_url), _file(course)
    if not version or not address.startswith(SQLITE):
        return None
    copy = copy_of_database(file, free_place(course.root, file))
    if version != _newest():
        try:
            _upgrade(address)
        except CourseError:
            shutil.copyfile(copy, file)
            copy.unlink()
            raise
    return copy


def _file(course: Course) -> Path:
    return course.root / str(course.api.coursedir.db_url).removeprefix(SQLITE)


def _version(address: str) -> str:
    """The version of nbgrader's tables in a database; nothing where there are none, "the first" where none says."""
    from sqlalchemy import create_engine, inspect, text

    engine = create_engine(address)
    try:
        tables = inspect(engine).get_table_names()
        if "alembic_version" not in tables:
            return "the first" if "assignment" in tables else ""
        with engine.connect() as connection:
            return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar())
    finally:
        engine.dispose()


def _upgrade(address: str) -> None:
    """`nbgrader db upgrade`, without the copy that it makes."""
    done = subprocess.run([sys.executable, "-c", UPGRADE, address], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        said = done.stderr.strip().splitlines()
        raise CourseError(
            f"the gradebook cannot be brought up to date: {said[-1] if said else 'alembic failed'}\n"
            "It is as it was. Run nbgrader db upgrade on a copy of the course, which says more."
        )


def _read(course: Course, address: str) -> Book:
    from nbgrader.api import Gradebook

    with Gradebook(address, course.api.coursedir.course_id) as gradebook:
        return Book(
            {entry.name: frozenset(_cells(entry)) for entry in gradebook.assignments},
            tuple(Student(entry.id, full_name(entry), entry.email or "") for entry in gradebook.students),
        )


def _cells(assignment: Any) -> Iterator[str]:
    for notebook in assignment.notebooks:
        if notebook.name == assignment.name:
            yield from (cell.name for cell in notebook.grade_cells)
