"""What a course teaches: its language, its assignments, their sources and releases.

A source is the pack's, without what the course leaves out, with what its teacher wrote.
"""

from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import upgrade

from ..base.disk import digest, digest_of_file, write_whole
from ..base.text import Language, _
from ..judging.registry import assignments
from ..notebooks.release import grade_id, is_check
from ..pack.pack import Pack
from ..pack.source import Source, SourceCell, carrying, source_notebook
from ..plain.cell import bound, used
from .choices import Choices
from .directory import CourseError, is_course, settings_of
from .points import CHECK, points_of

WRITTEN = ".written"
NOT_ASKED = _("*`{name}` is not asked for in this course.*")


def language_of(root: Path) -> Language | None:
    """The language of the course in this folder; None where it does not say."""
    settled = Choices.read(root).language or settings_of(root).CanonicalExporter.get("language")
    return settled if isinstance(settled, str) else None


def settled_language(directory: Path) -> Language | None:
    """The language of the course that is there already; None where there is none, or it does not say."""
    return language_of(directory.resolve()) if is_course(directory) else None


def taken(choices: Choices, pack: Pack) -> tuple[str, ...]:
    """The pack's assignments that a course takes that has decided this; raises CourseError."""
    chosen = choices.assignments
    if strangers := sorted(set(chosen or ()) - set(pack.assignments)):
        raise CourseError(f"{choices.file} takes {strangers[0]}, which is no assignment.\nMend its name.")
    return tuple(name for name in pack.assignments if chosen is None or name in chosen)


def left_over(root: Path, pack: Pack) -> list[str]:
    """The pack's assignments that are in the course's folder, and that it does not take, or no more."""
    chosen = taken(Choices.read(root), pack)
    return [name for name in pack.assignments if name not in chosen and release_of(root, name).exists()]


@dataclass(frozen=True)
class Taught:
    """The releases of a course, in all languages of its pack."""

    pack: Pack
    root: Path
    language: Language
    state: str
    """The digest of its own releases."""

    @classmethod
    def of(cls, root: Path, pack: Pack) -> "Taught":
        """Those of the course in this folder, as they are now."""
        files = [release_of(root, name) for name in pack.assignments]
        return cls(pack, root, language_of(root) or pack.languages[0], digest(*map(digest_of_file, files)))

    @property
    def assignments(self) -> Sequence[str]:
        return self.pack.assignments

    @property
    def languages(self) -> Sequence[Language]:
        return self.pack.languages

    def require(self, names: Iterable[str]) -> None:
        """Raises CourseError where the release of one of these assignments cannot be read."""
        for name in set(names).intersection(self.assignments):
            self.release(name, self.language)

    @cache  # noqa: B019
    def release(self, name: str, language: Language) -> NotebookNode:
        """The released notebook of the course; in another language than its own, with the pack's texts in that."""
        path = release_of(self.root, name)
        if not path.exists():
            return self.pack.release(name, language)
        found = read_source(path)
        own, other = (
            {c.id: c.source for c in self.pack.release(name, code).cells} for code in (self.language, language)
        )
        for cell in found.cells:
            # A teacher's own cells are found again by the name that nbgrader has for them.
            cell.id = grade_id(cell) or cell.id
            if cell.source == own.get(cell.id):
                cell.source = other.get(cell.id, cell.source)
        found.metadata.setdefault("degrau", NotebookNode(assignment=name)).update(language=language)
        return found


def written_by_degrau(choices: Choices, assignment: str, language: Language, pack: Pack) -> NotebookNode:
    """The source as degrau would write it for a course that has decided this; raises CourseError."""
    source = _asked_for(pack.source(assignment), choices)
    notebook = source_notebook(source, language, points_of(choices, assignment))
    return carrying(notebook, pack.version(assignment, language))


def release_of(root: Path, assignment: str) -> Path:
    """Where the release of an assignment is."""
    return root / "release" / assignment / f"{assignment}.ipynb"


def base_of(root: Path, assignment: str, language: Language, pack: Pack) -> NotebookNode:
    """The source as degrau wrote it the last time, by which a teacher's changes are known; where that is not kept, as
    it writes it for a course that asks for everything.
    """
    if (path := _kept_base(root, assignment)).exists():
        return read_source(path)
    return source_notebook(pack.source(assignment), language, assignments()[assignment].points)


def _asked_for(source: Source, choices: Choices) -> Source:
    """The source without the functions that are left out, their checks, and the demonstrations that use them."""
    gone = set(choices.left_out) & set(source.exercises)
    for cell in source.cells:
        if cell.role == "exercise" and cell.name not in gone and (missing := sorted(used(cell.source) & gone)):
            raise CourseError(
                f"{choices.file} leaves out {missing[0]}, which {cell.name} uses.\n"
                f"Leave out {cell.name}, too, or take {missing[0]} back."
            )
    return replace(source, cells=tuple(_left(source, gone)))


def _left(source: Source, gone: set[str]) -> Iterator[SourceCell]:
    """What is left of its cells; a note stands in the place of each function that is not asked for."""
    without = set(gone)
    for cell in source.cells:
        if cell.role == "exercise" and cell.name in gone:
            for language in source.languages:
                yield replace(cell, role="text", source=NOT_ASKED.to(language, name=cell.name), language=language)
        elif cell.role == "demo" and used(cell.source) & without:
            without |= bound(cell.source)
        elif cell.role != "check" or cell.name.removeprefix(CHECK) not in gone:
            yield cell


def source_of(root: Path, assignment: str) -> Path:
    """Where the source of an assignment is."""
    return root / "source" / assignment / f"{assignment}.ipynb"


def keep_base(root: Path, assignment: str, notebook: NotebookNode) -> None:
    """Keeps what degrau has written into the source."""
    write_whole(_kept_base(root, assignment), text_of(notebook).encode(), 0o600)


def _kept_base(root: Path, assignment: str) -> Path:
    return root / WRITTEN / f"{assignment}.ipynb"


def text_of(notebook: NotebookNode) -> str:
    """The notebook's file."""
    return str(nbformat.writes(notebook))


def read_source(path: Path) -> NotebookNode:
    """The notebook in a source; raises CourseError."""
    try:
        found: NotebookNode = nbformat.read(path, as_version=4)
    except (OSError, ValueError, AttributeError, nbformat.ValidationError) as error:
        raise CourseError(
            f"{path} cannot be read: {error}.\nMend it, or remove it: degrau init makes another."
        ) from error
    return found if found.nbformat_minor >= 5 else upgrade(found)


def merged(theirs: NotebookNode, base: NotebookNode, ours: NotebookNode) -> NotebookNode:
    """What degrau would write now, with what a teacher changed in what it wrote before, the `base`.

    Texts and code that were edited stay as they are, cells that were added stay where they are, and texts that were
    taken out stay out. Points, the functions asked for and their checks are as degrau has them.
    """
    was, now = ({cell.id: cell for cell in notebook.cells} for notebook in (base, ours))
    kept = [_kept(cell, was.get(cell.id), now.get(cell.id)) for cell in theirs.cells]
    cells = [cell for cell in kept if cell is not None]
    there = {cell.id for cell in cells}
    before = None
    for cell in ours.cells:
        if cell.id not in there and (cell.id not in was or _is_judged(cell)):
            place = next((i for i, known in enumerate(cells, 1) if known.id == before), 0)
            cells.insert(place, deepcopy(cell))
            there.add(cell.id)
        before = cell.id if cell.id in there else before
    made = deepcopy(theirs)
    made.metadata.update(deepcopy(ours.metadata))
    made.cells = cells
    return made


def _kept(theirs: NotebookNode, was: NotebookNode | None, now: NotebookNode | None) -> NotebookNode | None:
    """What becomes of one cell of the teacher's source; None: it goes."""
    if was is None and now is None:
        return theirs
    edited = was is None or theirs.source != was.source or theirs.cell_type != was.cell_type
    if now is None:
        return theirs if edited and was is not None and not _is_judged(was) else None
    cell = deepcopy(now)
    if edited and theirs.cell_type == now.cell_type and not _is_only_check(now):
        cell.source = theirs.source
    if was is not None and theirs.metadata != was.metadata and not _is_judged(now):
        cell.metadata = theirs.metadata
    return cell


def _is_judged(cell: NotebookNode) -> bool:
    """Whether it is a function to write, its check, or what both need."""
    return "nbgrader" in cell.metadata


def _is_only_check(cell: NotebookNode) -> bool:
    data: Any = cell.metadata.get("nbgrader", {})
    return bool(data.get("grade")) and is_check(cell.source)


def edits(theirs: NotebookNode, ours: NotebookNode) -> list[str]:
    """The cells by id that are otherwise in a teacher's source than degrau would write them, or are not there."""
    own, known = (
        {cell.id: (cell.source, cell.metadata.get("nbgrader")) for cell in whose.cells} for whose in (theirs, ours)
    )
    return [name for name in {**known, **own} if own.get(name) != known.get(name)]


def is_released(source: NotebookNode, release: NotebookNode) -> bool:
    """Whether a release was made of this source, as far as it shows: solutions and hidden tests are not in it."""
    return _shown(source) == _shown(release)


def _shown(notebook: NotebookNode) -> list[tuple[str, str, object]]:
    found = []
    for cell in notebook.cells:
        data: Any = cell.metadata.get("nbgrader", {})
        hidden = data.get("solution") or (data.get("grade") and not is_check(cell.source))
        found.append((cell.id, "" if hidden else cell.source.strip(), data.get("points")))
    return found
