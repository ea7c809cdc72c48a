"""What a course teaches: its language, its assignments, and their releases with what its teacher wrote into them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from nbformat import NotebookNode

from ..base.disk import digest, digest_of_file
from ..base.text import Language
from ..notebooks.release import grade_id
from ..pack.pack import Pack
from .choices import FILE as CHOICES
from .choices import Choices
from .directory import CourseError, is_course, settings_of
from .sources import read_source, release_of


def language_of(root: Path) -> Language | None:
    """The language of the course in this folder; None where it does not say."""
    settled = Choices.read(root).language or settings_of(root).CanonicalExporter.get("language")
    return settled if isinstance(settled, str) else None


def settled_language(directory: Path) -> Language | None:
    """The language of the course that is there already; None where there is none, or it does not say."""
    return language_of(directory.resolve()) if is_course(directory) else None


def taken(root: Path, pack: Pack) -> tuple[str, ...]:
    """The pack's assignments that the course in this folder takes; raises CourseError."""
    chosen = Choices.read(root).assignments
    if strangers := sorted(set(chosen or ()) - set(pack.assignments)):
        raise CourseError(f"{root / CHOICES} takes {strangers[0]}, which is no assignment.\nMend its name.")
    return tuple(name for name in pack.assignments if chosen is None or name in chosen)


def left_over(root: Path, pack: Pack) -> list[str]:
    """The pack's assignments that are in the course's folder, and that it does not take, or no more."""
    chosen = taken(root, pack)
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
