"""Which assignment a file is of: as somebody said, as its name or that of its archive says, or as it is inside."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from zipfile import BadZipFile

from ...grading.submission import NOTEBOOK
from ..directory import CourseError
from ..roster import Sender, words_of
from .platforms.entries import Left, Piece, Platform

ANOTHER = "it is of another assignment"
# So many notebooks are looked into where no name says what they are.
MOST_LOOKED_INTO = 20
MOST_BYTES = 2**24


@dataclass(frozen=True)
class Naming:
    """The assignments that there are, with their functions, and the one that everything is, if somebody said so."""

    known: Mapping[str, Collection[str]]
    chosen: str | None = None

    def of_archive(self, path: Path) -> str | None:
        """The assignment of a whole archive, as far as its name tells."""
        return self.chosen or self.named_in(path.stem if path.is_file() else path.name)

    def named_in(self, text: str) -> str | None:
        """The one assignment whose name, with or without its number, is in this text; none where several are."""
        words = words_of(text)
        found = [name for name in self.known if is_named_in(name, words)]
        return found[0] if len(found) == 1 else None

    def without_assignment(self, sender: Sender) -> Sender:
        """Whoever a file or folder is called after, without the assignment's name before or after theirs."""
        login = sender.login
        for name in self.known:
            for words in _names(name):
                own = r"[\W_]*".join(map(re.escape, words))
                login = re.sub(rf"^[\W_]*{own}(?:[\W_]+|$)|(?:^|[\W_]+){own}[\W_]*$", "", login, flags=re.I)
        return replace(sender, login=login, key=login if sender.key else "")

    def by_assignment(
        self, path: Path, platform: Platform, pieces: Sequence[Piece]
    ) -> tuple[dict[str, list[Piece]], list[Left]]:
        """What an archive holds, by assignment, and what is of another one; raises CourseError where nobody can say."""
        if platform.free:
            return self._each_by_its_name(path, pieces)
        return {self._of_all(path, pieces): list(pieces)}, []

    def _each_by_its_name(self, path: Path, pieces: Sequence[Piece]) -> tuple[dict[str, list[Piece]], list[Left]]:
        """Files of folders that people keep: one may hold several assignments, and what belongs to all of them."""
        found: dict[str, list[Piece]] = defaultdict(list)
        left: list[Left] = []
        named = {piece: self.named_in(piece.name) for piece in pieces}
        own: dict[Sender, set[str]] = defaultdict(set)
        for piece, name in named.items():
            if name:
                own[piece.sender].add(name)
        rest = self.of_archive(path)
        for piece, name in named.items():
            if name and self.chosen in (None, name):
                found[name].append(piece)
            elif name:
                left.append(Left(piece.entry.name, ANOTHER))
            else:
                rest = rest or (None if own[piece.sender] else self._of_all(path, pieces))
                for assignment in own[piece.sender] or filter(None, [rest]):
                    if self.chosen in (None, assignment):
                        found[assignment].append(piece)
        return found, left

    def _of_all(self, path: Path, pieces: Sequence[Piece]) -> str:
        """The assignment of a platform's archive, which holds one."""
        found = self.of_archive(path) or _most(self.named_in(piece.name) for piece in pieces)
        notebooks = [piece for piece in pieces if piece.name.lower().endswith(NOTEBOOK)][:MOST_LOOKED_INTO]
        found = found or _most(map(self._asked_in, notebooks))
        if not found:
            raise CourseError(
                f"{path} does not say which assignment it is.\nSay so with --assignment, such as "
                f"--assignment {next(iter(self.known))}"
            )
        return found

    def _asked_in(self, piece: Piece) -> str | None:
        """The assignment of which a notebook has most checks."""
        try:
            with piece.entry.open() as file:
                text = file.read(MOST_BYTES).decode("utf-8", "replace")
        except (OSError, RuntimeError, BadZipFile):
            return None
        asked = set(re.findall(r"\bcheck\((\w+)\)", text))
        counts = {name: len(asked.intersection(functions)) for name, functions in self.known.items()}
        best = max(counts, key=counts.__getitem__)
        return best if counts[best] else None


def _most(names: Iterable[str | None]) -> str | None:
    counted = Counter(filter(None, names))
    return counted.most_common(1)[0][0] if counted else None


def _names(assignment: str) -> list[tuple[str, ...]]:
    """The words of an assignment's name, with its number and without.

    >>> _names("02_sigmoid_neuron")
    [('02', 'sigmoid', 'neuron'), ('sigmoid', 'neuron')]
    """
    words = words_of(assignment)
    return [words, words[1:]] if len(words) > 1 and words[0].isdigit() else [words]


def is_named_in(assignment: str, words: tuple[str, ...]) -> bool:
    """Whether an assignment's name, with its number or without, stands in these words."""
    return any(words[i : i + len(own)] == own for own in _names(assignment) for i in range(len(words) - len(own) + 1))
