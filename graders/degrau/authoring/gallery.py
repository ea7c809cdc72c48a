"""A page with the card of every wrong variant of the banks, as a student sees it: for teachers to read through."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, PackageLoader, select_autoescape
from markupsafe import Markup

from ..base.progress import OnProgress
from ..base.text import Language
from ..judging.bounded import AUTHORS, Within
from ..judging.judge import judge
from ..judging.probes import load
from ..judging.registry import assignments
from ..pack.bank import Variant
from ..pack.pack import Pack
from ..report.card import causes
from ..report.html import card_html
from ..report.types import ExerciseReport
from .leave_one_out import left_out


@dataclass(frozen=True)
class Shown:
    """A wrong variant, the report on it, its card, and what is said of it where it is not known."""

    variant: Variant
    report: ExerciseReport
    card: Markup
    unknown: str

    @property
    def named(self) -> bool:
        """Whether the card names this very mistake."""
        return self.report.recognises(self.variant.id)


def shown(pack: Pack, assignment: str, language: Language) -> dict[str, list[Shown]]:
    """What students who make each mistake of the bank see, by function."""
    found: dict[str, list[Shown]] = {}
    for variant in pack.bank(assignment):
        if not variant.right:
            probes = load(assignments()[assignment], variant.exercise)
            report = judge(probes, Within(variant.function, AUTHORS), language)
            card = Markup(card_html(report, language, public=True))
            unknown = " ".join(sum(causes(left_out(probes, variant, language).report, language), ()))
            found.setdefault(variant.exercise, []).append(Shown(variant, report, card, unknown))
    return found


def write_gallery(pack: Pack, names: Sequence[str], language: Language, path: Path, on_progress: OnProgress) -> int:
    """Writes the page; gives how many cards it has. `on_progress(done, total, next)` is called for each assignment."""
    galleries = {}
    for done, name in enumerate(names):
        on_progress(done, len(names), name)
        galleries[name] = shown(pack, name, language)
    environment = Environment(loader=PackageLoader("degrau.authoring", "."), autoescape=select_autoescape(["html"]))
    page = environment.get_template("gallery.html").render(galleries=galleries, language=language)
    path.write_text(page, encoding="utf-8")
    return sum(len(cards) for gallery in galleries.values() for cards in gallery.values())
