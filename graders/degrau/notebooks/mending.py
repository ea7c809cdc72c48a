"""Says, for the student and the teacher, what was not as it should be in a notebook's cells."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from nbformat import NotebookNode

from ..text import Text
from . import words
from .pieces import own_pieces, pieces
from .template import Role, Template

Metadata = Mapping[str, Mapping[str, str]]


def mending(
    metadata: Metadata, cells: Sequence[NotebookNode], found: Sequence[str | None], template: Template
) -> Iterator[Text]:
    """One line for each kind of thing mended; `found` says which cell of the release each of the cells is."""
    copies = defaultdict(list)
    for cell, name in zip(cells, found, strict=True):
        copies[name].append(cell)

    def those(*roles: Role) -> list[tuple[str, list[NotebookNode]]]:
        return [(name, copies[name]) for name, role in template.roles.items() if role in roles]

    exercises = those("exercise")
    yield from _kernel(metadata)
    yield from _about(words.RESTORED, (n for n, own in those("setup", "check") if _edited(own, template)))
    yield from _about(words.REPLACED, (n for n, own in those("setup", "exercise", "check") if not own))
    yield from _about(words.SEVERAL, (n for n, own in exercises if len(own_pieces(own, template)) > 1))
    yield from _about(words.JOINED, (n for n, own in exercises if len(pieces(own)) < len(own)))
    yield from _about(words.RETYPED, (n for n, own in exercises if any(c.cell_type != "code" for c in own)))


def _kernel(metadata: Metadata) -> Iterator[Text]:
    named = metadata.get("kernelspec", {}).get("language") or metadata.get("language_info", {}).get("name")
    if named and named.lower() not in ("python", "ipython"):
        yield words.KERNEL.filled(kernel=named)


def _about(text: Text, names: Iterable[str]) -> Iterator[Text]:
    if listed := ", ".join(names):
        yield text.filled(cells=listed)


def _edited(copies: Sequence[NotebookNode], template: Template) -> bool:
    return any(cell.cell_type != "code" or not template.unchanged(cell.source) for cell in copies)
