"""`degrau similar`: students whose answers are alike, side by side. It is a reason to look, never a verdict."""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, select_autoescape
from markupsafe import Markup

from ..base.disk import write_whole
from ..base.progress import OnProgress
from ..base.terminal import clean
from ..pack.pack import Pack
from .alike import Alike, Pair, Sources, alike_pairs, normal
from .plots import bits_svg
from .records import Class, read_class
from .words import WORDS

PAGE = "similar.html"
MODE = 0o600
# Of a pair, the functions that say anything: fewer than half of all others are as alike.
FEWEST_BITS = 1.0


@dataclass(frozen=True)
class Found:
    """The pairs of an assignment, those most alike first, and the answers that they are about."""

    assignment: str
    pairs: tuple[Pair, ...]
    answers: Mapping[str, Sources]

    @property
    def listed(self) -> list[Pair]:
        """Those with a function to look at."""
        return list(filter(_saying, self.pairs))


def find_alike(
    directory: Path, pack: Pack, names: Collection[str] = (), on_progress: OnProgress | None = None
) -> tuple[Class, tuple[Found, ...]]:
    """The class of the course in `directory`, and the pairs of these assignments, or of all; raises CourseError."""
    known = read_class(directory)
    chosen = [name for name in known.assignments if not names or name in names]
    found = []
    for done, name in enumerate(chosen):
        if on_progress:
            on_progress(done, len(chosen), name)
        right, given = known_answers(pack, name)
        students = [entry.student for entry in known.entries if entry.assignment == name]
        answers = {student: dict(_answers(directory, student, name, given)) for student in students}
        found.append(Found(name, tuple(alike_pairs(answers, right, given)), answers))
    return known, tuple(part for part in found if part.pairs)


def write_similar(known: Class, found: Sequence[Found], out: Path, most: int) -> Path:
    """Writes the page with so many pairs of each assignment into the folder `out`."""
    names = {student.id: student.name or student.id for student in known.students}
    environment = Environment(
        loader=PackageLoader("degrau.overview", "."), autoescape=select_autoescape(["html"]), trim_blocks=True
    )
    page = environment.get_template(PAGE).render(
        language=known.language,
        title=known.title,
        parts=[_part(part, most, known.language) for part in found],
        called=names.__getitem__,
        say=lambda word, **values: WORDS[word].to(known.language, **values),
    )
    write_whole(out / PAGE, clean(page).encode(), MODE)
    return out / PAGE


def known_answers(pack: Pack, assignment: str) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """By function, the bank's right variants; and the reference and the release's cell, which count nothing."""
    right: dict[str, list[str]] = {}
    for variant in pack.bank(assignment):
        if variant.right:
            right.setdefault(variant.exercise, []).append(variant.source)
    given = {cell.name: [cell.source] for cell in pack.source(assignment).cells if cell.role == "exercise"}
    for language in pack.languages:
        for cell in pack.release(assignment, language).cells:
            if cell.id in given:
                given[cell.id].append(cell.source)
    return right, given


def _answers(
    directory: Path, student: str, assignment: str, given: Mapping[str, Collection[str]]
) -> Iterator[tuple[str, str]]:
    """The functions that a student has written, with their source, as the autograded notebook has them."""
    path = directory / "autograded" / student / assignment / f"{assignment}.ipynb"
    try:
        cells = json.loads(path.read_text("utf-8"))["cells"]
    except (OSError, ValueError, KeyError):
        return
    for cell in cells:
        name = cell.get("metadata", {}).get("nbgrader", {}).get("grade_id", "")
        source = "".join(cell.get("source", ()))
        if name in given and source not in given[name]:
            yield name, source


def _part(found: Found, most: int, language: str) -> dict[str, Any]:
    shown = found.listed[:most]
    lowest = shown[-1].bits if shown else None
    return {
        "name": found.assignment,
        "histogram": Markup(bits_svg([pair.bits for pair in found.pairs], lowest, language)),
        "pairs": [_shown(pair, found.answers) for pair in shown],
    }


def _shown(pair: Pair, answers: Mapping[str, Sources]) -> dict[str, Any]:
    saying = _saying(pair)
    return {
        "one": pair.one,
        "other": pair.other,
        "bits": pair.bits,
        "names": ", ".join(alike.function for alike in saying),
        "functions": [_side_by_side(pair, alike, answers) for alike in saying],
    }


def _saying(pair: Pair) -> list[Alike]:
    return [alike for alike in pair.functions if alike.bits >= FEWEST_BITS]


def _side_by_side(pair: Pair, alike: Alike, answers: Mapping[str, Sources]) -> dict[str, Any]:
    one, other = answers[pair.one][alike.function], answers[pair.other][alike.function]
    sides = [
        {"student": student, "lines": list(_lines(own, theirs))}
        for student, own, theirs in ((pair.one, one, other), (pair.other, other, one))
    ]
    return {"name": alike.function, "share": 100 * alike.share, "sides": sides}


def _lines(own: str, theirs: str) -> Iterator[dict[str, Any]]:
    """The lines of an answer, marked where a statement begins that the other one has, too; all have the first line."""
    statements = normal(own)
    others = {text for text in normal(theirs).values() if not text.startswith("def ")}
    for number, text in enumerate(own.splitlines(), 1):
        yield {"text": text, "marked": statements.get(number) in others}
