"""What a platform gave as a class's submissions, put where nbgrader looks for it, with the times and the roster."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from ..directory import CourseError, require_course
from ..roster import Ambiguous, Roster, Sender
from ..types import Submission
from .arriving import Arrival, Arriving, Outcome
from .class_lists import is_list, read_list
from .collected import Origins
from .naming import Naming
from .platforms.entries import Left, Piece, Platform, newest
from .platforms.recognising import archives_in, recognised
from .when import When, packed_at_once

OLDER_ATTEMPT = "a newer attempt was handed in"
NOBODYS = "nobody's name is in its own"
PACKED = "its files have the time at which they were packed, by which nobody counts as late"


@dataclass
class Collected:
    """What came of collecting: by submission, what was left out and why, and what is to be said besides."""

    outcomes: dict[Submission, Outcome] = field(default_factory=dict)
    left: list[Left] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    platforms: dict[Path, str] = field(default_factory=dict)
    people: int = 0
    """How many students are in the roster."""
    new_people: int = 0

    @property
    def lost(self) -> list[Left]:
        """What of somebody's work is missing."""
        return [left for left in self.left if left.lost]


def collect(
    directory: Path,
    sources: Sequence[Path],
    assignment: str | None,
    known: Mapping[str, Collection[str]],
    dues: Mapping[str, datetime],
) -> Collected:
    """Puts what these archives, folders and class lists hold into the course, and its students into the roster.

    `known`: the functions of each assignment; `assignment`: the one that all of this is, or none to find it out;
    `dues`: when they are due, by assignment. What is there already stays, unless it was collected and comes anew.
    Raises CourseError or Refused; then nothing was changed.
    """
    require_course(directory)
    root = directory.resolve()
    if assignment is not None and assignment not in known:
        raise CourseError(f"there is no assignment {assignment}.\nThere are: {', '.join(sorted(known))}")
    return _Collecting(root, Naming(known, assignment), When(dues)).all_of(list(_each(sources)))


def _each(sources: Iterable[Path]) -> Iterator[Path]:
    """The sources, with what a folder of downloads holds in its place; class lists first, for they tell who is who."""
    found: list[Path] = []
    for path in sources:
        archives = archives_in(path) if path.is_dir() else []
        lists = [inner for inner in sorted(path.iterdir()) if is_list(inner)] if archives else []
        found += [*lists, *archives] or [path]
    yield from sorted(found, key=lambda path: not is_list(path))


class _Collecting:
    """One collection, from its first file to its last."""

    def __init__(self, root: Path, naming: Naming, when: When) -> None:
        self._root, self._naming, self._when = root, naming, when
        self._roster, self._origins = Roster.read(root), Origins.read(root)
        self._before = len(self._roster.students)
        self._result = Collected()

    def all_of(self, sources: Sequence[Path]) -> Collected:
        with Arriving(self._root, self._origins) as arriving:
            for path in sources:
                if is_list(path):
                    self._enter_people(path)
                else:
                    self._stage(path, arriving)
            # Until here nothing of the course has changed, so that a damaged archive leaves it as it was.
            self._result.outcomes = arriving.settle()
            self._result.left += arriving.left
            self._result.notes += arriving.notes
        self._origins.write(self._root)
        self._roster.write(self._root)
        self._result.people = len(self._roster.students)
        self._result.new_people = self._result.people - self._before
        return self._result

    def _enter_people(self, path: Path) -> None:
        listed = read_list(path)
        assignment = self._naming.of_archive(path) if listed.platform == "moodle" else None
        scope = f"moodle:{assignment}" if assignment else listed.platform
        self._result.platforms[path] = f"a class list{f' of {listed.platform}' if listed.platform else ''}"
        for person in listed.people:
            # Moodle's keys are of no use where nobody knows whose assignment's they are.
            keyless = not listed.platform or scope == "moodle"
            sender = replace(person.sender, key="") if keyless else person.sender
            with _leaving_out(self._result.left, f"{path.name}, line {person.row + 1}"):
                self._roster.know(sender, scope, person.section)

    def _stage(self, path: Path, arriving: Arriving) -> None:
        with recognised(path) as source:
            self._result.platforms[path] = source.platform.name
            self._result.left += source.reading.left
            pieces = source.reading.pieces
            if packed_at_once(pieces):
                self._when.distrust(path)
                self._result.notes.append(f"{path.name}: {PACKED}")
            found, left = self._naming.by_assignment(path, source.platform, pieces)
            self._result.left += left
            for assignment, own in found.items():
                for sent in _by_sender(own).values():
                    self._hand_in(source.platform, assignment, sent, arriving, path)

    def _hand_in(
        self, platform: Platform, assignment: str, sent: Sequence[Piece], arriving: Arriving, path: Path
    ) -> None:
        scope = f"{platform.name}:{assignment}" if platform.by_assignment else platform.name
        last, earlier = newest(sent)
        self._result.left += [Left(piece.entry.name, OLDER_ATTEMPT) for piece in earlier]
        with _leaving_out(self._result.left, last[0].entry.name):
            sender = self._naming.without_assignment(last[0].sender) if platform.free else last[0].sender
            if sender == Sender():
                self._result.left.append(Left(last[0].entry.name, NOBODYS, lost=True))
                return
            student = self._roster.know(sender, scope)
            time, notes = self._when.of(assignment, last, path)
            self._result.notes += [f"{student.id}, {assignment}: {note}" for note in notes]
            arriving.stage(Arrival(Submission(student.id, assignment), platform.name, last, time))


def _by_sender(pieces: Iterable[Piece]) -> dict[Sender, list[Piece]]:
    found: dict[Sender, list[Piece]] = defaultdict(list)
    for piece in pieces:
        found[piece.sender].append(piece)
    return found


@contextmanager
def _leaving_out(left: list[Left], name: str) -> Iterator[None]:
    """While this is entered, who cannot be told from others is left out, by name."""
    try:
        yield
    except Ambiguous as error:
        left.append(Left(name, str(error), lost=True))
