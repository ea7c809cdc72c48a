"""Rebuilds what a student handed in on a fresh copy of the release: their answers and own cells, the rest ours."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from nbformat import NotebookNode

from ..base.text import Language, Text
from ..plain.cell import Cell, bound, dedented, needed, starts_indented, used, written
from . import messages
from .release import Releases, Role, Template, UniqueIds, cells_to_run, is_check, match, recognise
from .wellformed import MAX_CODE, Mended, holds_anything, node, wellformed, within_limits

WORD = re.compile(r"\w+")
Copies = dict[str, list[NotebookNode]]
Extras = dict[str | None, list[NotebookNode]]


@dataclass(frozen=True)
class Work:
    """What of a submission is judged."""

    assignment: str
    """The assignment's name, such as 01_adaline."""
    language: Language
    """The language in which its student is spoken to."""
    cells: tuple[Cell, ...]
    """The cells to run, in order: the setup, the answers, and the student's own code."""
    checks: tuple[tuple[str, int], ...] = ()
    """Where the check of each function stands, and each test of a teacher's: after so many of the cells."""
    blank: frozenset[str] = frozenset()
    """The functions that nobody has written, though their cells are run, for others use them."""
    names: frozenset[str] = field(init=False, repr=False, compare=False)
    """The cells' own names, and those that they give something: found out where the cells are read."""

    def __post_init__(self) -> None:
        names = frozenset().union(*({cell.id, *bound(cell.source)} for cell in self.cells))
        object.__setattr__(self, "names", names)

    def writes(self, function: str) -> bool:
        """Whether there is an answer to this function: its own cell, or one that gives something its name."""
        return function in self.names and function not in self.blank

    def uses(self, function: str) -> frozenset[str]:
        """The names that a function's cell reads, and those that are read where functions among them are written."""
        found, waiting = set[str](), {function}
        while waiting:
            name = waiting.pop()
            new = {n for c in self.cells if c.id == name or name in written(c.source) for n in used(c.source)} - found
            found |= new
            waiting |= new
        return frozenset(found - {function})

    def place(self, function: str) -> int:
        """After how many cells the function is asked: where its check stands, or where it is written if only later."""
        place = dict(self.checks).get(function, len(self.cells))
        written_after = (i for i, cell in enumerate(self.cells, 1) if function in bound(cell.source))
        return max(place, next(written_after, 0))

    def last_place(self, function: str) -> int | None:
        """After how many cells a definition stands that may be better at the end; None where nothing can change it.

        Something can where a later cell writes the function again, or a name that the cells before its check mention.
        """
        place = self.place(function)
        later = [frozenset() if c.id in self.blank else bound(c.source) for c in self.cells[place:]]
        mentioned = {word for cell in self.cells[:place] for word in WORD.findall(cell.source)} if later else set()
        if not any(function in names or names & mentioned for names in later):
            return None
        return max((i for i, names in enumerate(later, place + 1) if function in names), default=place)


@dataclass(frozen=True)
class Canonical:
    """A submission in its canonical form."""

    work: Work
    """What is judged."""
    notebook: NotebookNode
    """The release with what the student wrote in it."""
    notes: tuple[Text, ...] = ()
    """What was mended, or chosen, on the way in; a line each."""


def canonicalise(notebook: NotebookNode, releases: Releases) -> Canonical:
    """The submission, rebuilt on the release that it was made from; raises Unreadable."""
    given = notebook if isinstance(notebook, Mended) else wellformed(notebook)
    cells, left_out = within_limits(given.cells)
    template, language = recognise(given, releases)
    found = match(cells, template)
    rebuilt = _rebuilt(cells, found, template, language)
    about = _other_version(given.metadata, template.releases[language].metadata)
    notes = (*given.mended, *about, *left_out, *mending(given.metadata, cells, found, template))
    run = cells_to_run(rebuilt, template)
    work = Work(template.assignment, language, run.cells, tuple(run.places.items()), run.blank)
    return Canonical(work, rebuilt, notes)


def blank(assignment: str, language: Language, releases: Releases, message: Text) -> Canonical:
    """The release with nothing of a student's, for a file that cannot be read; `message` says why."""
    release = deepcopy(releases.release(assignment, language))
    return Canonical(Work(assignment, language, ()), release, (message,))


def _rebuilt(
    cells: Sequence[NotebookNode], found: Sequence[str | None], template: Template, language: Language
) -> NotebookNode:
    """A fresh release with the student's answers in it; their other cells follow the cell that they followed."""
    copies, extras = _sorted(cells, found)
    ids = UniqueIds(template.roles)
    release = deepcopy(template.releases[language])
    mentioned = _mentioned(cells, found, template)
    rebuilt = [_extra(cell, ids) for cell in extras[None]]
    for ours in release.cells:
        if template.roles[ours.id] == "demo":
            rebuilt += [ours, *_codes(ours.id, played(copies[ours.id], template, mentioned), ids)]
        else:
            rebuilt += _filled_in(ours, copies[ours.id], template, ids)
        rebuilt += [_extra(cell, ids) for cell in extras[ours.id]]
    release.cells = rebuilt
    return release


def _sorted(cells: Sequence[NotebookNode], found: Sequence[str | None]) -> tuple[Copies, Extras]:
    """The copies of each cell of the release, and the cells that follow it in the student's order."""
    copies: Copies = defaultdict(list)
    extras: Extras = defaultdict(list)
    last = None
    for cell, name in zip(cells, found, strict=True):
        if name is None:
            # One of which too much was taken out is empty.
            extras[last] += [cell] if holds_anything(cell) else []
        else:
            copies[name].append(cell)
            last = name
    return copies, extras


def _mentioned(cells: Sequence[NotebookNode], found: Sequence[str | None], template: Template) -> Set[str]:
    """The words of the student's own code outside demonstrations."""
    pairs = zip(cells, found, strict=True)
    own = (cell.source for cell, name in pairs if cell.cell_type == "code" and template.roles.get(name or "") != "demo")
    return {word for source in own for word in WORD.findall(source)}


def _filled_in(
    ours: NotebookNode, copies: list[NotebookNode], template: Template, ids: UniqueIds
) -> list[NotebookNode]:
    """One cell of the release as the student left it, among the cells that it takes."""
    role = template.roles[ours.id]
    if role == "exercise":
        before, answer, after = answered(ours.id, copies, template)
        ours.source = answer or ours.source
        return [*_codes(ours.id, before, ids), ours, *_codes(ours.id, after, ids)]
    if role == "answer":
        texts = [cell.source for cell in copies if not template.unchanged(cell.source)]
        ours.source = "\n\n".join(texts) or ours.source
        if attachments := {k: v for cell in copies for k, v in cell.get("attachments", {}).items()}:
            ours.attachments = attachments
        return [ours]
    written_here = written_into(copies, template) if role in ("setup", "check", "test") else []
    return [ours, *_codes(ours.id, written_here, ids)]


def _codes(name: str, sources: list[str], ids: UniqueIds) -> list[NotebookNode]:
    return [
        _new({"cell_type": "code", "source": source, "execution_count": None, "outputs": []}, name, ids)
        for source in sources
    ]


def _extra(cell: NotebookNode, ids: UniqueIds) -> NotebookNode:
    kept = ("cell_type", "source", "attachments", "execution_count", "outputs")
    return _new({key: cell[key] for key in kept if key in cell}, cell.id, ids)


def _new(content: dict[str, Any], name: str, ids: UniqueIds) -> NotebookNode:
    """A cell without nbgrader's metadata, so that it belongs to the student alone."""
    return node({**content, "id": ids.unique(name), "metadata": {}})


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
    yield from _about(messages.RESTORED, (n for n, own in those("setup", "check", "test") if _edited(own, template)))
    yield from _about(messages.REPLACED, (n for n, own in those("setup", "exercise", "check", "test") if not own))
    yield from _about(messages.SEVERAL, (n for n, own in exercises if len(own_pieces(own, template)) > 1))
    yield from _about(messages.JOINED, (n for n, own in exercises if len(pieces(own)) < len(own)))
    yield from _about(messages.RETYPED, (n for n, own in exercises if any(c.cell_type != "code" for c in own)))


def _other_version(given: Metadata, ours: Metadata) -> Iterator[Text]:
    """What is said where both notebooks tell the version of the pack that they are from, and it is not the same."""
    made, now = (metadata.get("degrau", {}).get("version") for metadata in (given, ours))
    if made and now and made != now:
        yield messages.OTHER_VERSION.filled(made=made, now=now)


def _kernel(metadata: Metadata) -> Iterator[Text]:
    named = metadata.get("kernelspec", {}).get("language") or metadata.get("language_info", {}).get("name")
    if named and named.lower() not in ("python", "ipython"):
        yield messages.KERNEL.filled(kernel=named)


def _about(text: Text, names: Iterable[str]) -> Iterator[Text]:
    if listed := ", ".join(names):
        yield text.filled(cells=listed)


def _edited(copies: Sequence[NotebookNode], template: Template) -> bool:
    return any(cell.cell_type != "code" or not template.unchanged(cell.source) for cell in copies)


def answered(name: str, copies: Sequence[NotebookNode], template: Template) -> tuple[list[str], str | None, list[str]]:
    """What the student wrote before, in and after the exercise `name`; None for a blank one.

    Of several pieces, the last that defines the function is the answer. The others stay cells of their own, so
    that an error in one takes nothing else with it.
    """
    found = own_pieces(copies, template)
    if not found:
        return [], None, []
    answer = max((i for i, piece in enumerate(found) if name in written(piece)), default=len(found) - 1)
    return found[:answer], found[answer], found[answer + 1 :]


def own_pieces(copies: Sequence[NotebookNode], template: Template) -> list[str]:
    """The sources in the copies that are not the release's own, halves joined."""
    return [piece for piece in pieces(copies) if not template.unchanged(piece)]


def pieces(copies: Sequence[NotebookNode]) -> list[str]:
    """The sources in the copies; what starts indented is the second half of the one before it, if both fit in one."""
    found: list[list[str]] = []
    for cell in copies:
        if found and starts_indented(cell.source) and sum(map(len, found[-1])) + len(cell.source) <= MAX_CODE:
            found[-1].append(cell.source)
        else:
            found.append([dedented(cell.source)])
    return ["\n".join(piece) for piece in found]


def written_into(copies: Sequence[NotebookNode], template: Template) -> list[str]:
    """The code that the student put into a locked cell, which is worth keeping beside the original."""
    return [source for source in _changed(copies, template) if not is_check(source)]


def played(copies: Sequence[NotebookNode], template: Template, mentioned: Set[str]) -> list[str]:
    """What of a demonstration that the student played with counts: answers, and what answers need of it.

    The rest never does: what is ours in it is as we wrote it, and what it shows is not run.
    """
    kept = []
    for source in _changed(copies, template):
        own = bound(source) - template.given
        kept.append(source if written(source) & template.exercises else needed(source, own, mentioned))
    return [source for source in kept if source]


def _changed(copies: Sequence[NotebookNode], template: Template) -> list[str]:
    return [cell.source for cell in copies if cell.cell_type == "code" and not template.unchanged(cell.source)]
