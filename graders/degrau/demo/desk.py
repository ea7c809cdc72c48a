"""What a student does with a released notebook: write answers, add cells, hand it in."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell

from ..authoring.release import fill
from ..base.text import Language, Text
from ..judging.registry import assignments
from ..pack.bank import Variant
from ..pack.pack import Pack

Honest = Literal["full", "less", "none"]
Answers = dict[str, str]
LESS: Honest = "less"
NONE: Honest = "none"
ON_TIME = "2026-03-20 21:40:00 UTC"


@dataclass(frozen=True)
class Sample:
    """One submission: the file's name and text, when it came, and what each function honestly earns."""

    student: str
    assignment: str
    about: Text
    content: str
    honest: Mapping[str, Honest]
    timestamp: str
    filename: str

    def hand_in(self, submitted: Path) -> Path:
        """Put it under nbgrader's submitted/STUDENT/ASSIGNMENT/; gives the notebook's path."""
        folder = submitted / self.student / self.assignment
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "timestamp.txt").write_text(f"{self.timestamp}\n", encoding="utf-8")
        path = folder / self.filename
        path.write_text(self.content, encoding="utf-8")
        return path


@dataclass(frozen=True)
class Desk:
    """One assignment in one language, with its bank of right and wrong answers."""

    pack: Pack
    assignment: str
    language: Language

    @property
    def functions(self) -> tuple[str, ...]:
        return tuple(exercise.name for exercise in assignments()[self.assignment].exercises)

    def right(self, turn: int) -> Answers:
        """A right answer to every function; another `turn` gives other styles."""
        return {name: self._pick(self._variants(name, right=True), turn).source for name in self.functions}

    def wrong(self, function: str, erratum: str | None = None, turn: int = 0) -> Answers:
        """A wrong answer to one function: the slides' own where `erratum` names one."""
        found = [v for v in self._variants(function, right=False) if erratum in (None, v.erratum)]
        return {function: self._pick(found, turn).source}

    def _variants(self, function: str, right: bool) -> list[Variant]:
        return [v for v in self.pack.bank(self.assignment) if v.exercise == function and v.right == right]

    def _pick(self, variants: list[Variant], turn: int) -> Variant:
        """The variant of this turn, of those that call no other function: their verdict stands alone."""
        alone = [v for v in variants if not self._calls_another(v)] or variants
        return alone[turn % len(alone)]

    def _calls_another(self, variant: Variant) -> bool:
        others = "|".join(name for name in self.functions if name != variant.exercise)
        return re.search(rf"\b(?:{others})\(", variant.source) is not None

    def notebook(self, answers: Answers) -> NotebookNode:
        """The release with these answers written into it."""
        return fill(self.pack.release(self.assignment, self.language), answers)

    def sample(
        self,
        student: str,
        about: Text,
        answers: Answers,
        *,
        notebook: NotebookNode | None = None,
        content: str | None = None,
        less: Iterable[str] = (),
        none: Iterable[str] = (),
        timestamp: str = ON_TIME,
        filename: str | None = None,
    ) -> Sample:
        """A submission in which each answered function earns full points, but for those in `less` and `none`.

        `notebook` or `content` is handed in instead of the answers alone.
        """
        earned: dict[str, Honest] = {name: "full" if name in answers else "none" for name in self.functions}
        earned.update(dict.fromkeys(less, LESS))
        earned.update(dict.fromkeys(none, NONE))
        text = content if content is not None else as_file(notebook or self.notebook(answers))
        name = filename or f"{self.assignment}.ipynb"
        return Sample(student, self.assignment, about, text, earned, timestamp, name)


def as_file(notebook: NotebookNode) -> str:
    """The notebook as the text of a file, as it is: nbformat would mend it, and give duplicated cells new ids."""
    return json.dumps(notebook, ensure_ascii=False, indent=1)


def cell_of(notebook: NotebookNode, cell_id: str) -> NotebookNode:
    """The cell with this id; raises StopIteration where there is none."""
    found: NotebookNode = next(cell for cell in notebook.cells if cell.id == cell_id)
    return found


def add_cell(notebook: NotebookNode, before: str, source: str) -> None:
    """A cell of the student's own, put right before the cell with the id `before`."""
    place = notebook.cells.index(cell_of(notebook, before))
    notebook.cells.insert(place, new_code_cell(source))
