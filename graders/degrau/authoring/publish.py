"""Writes what students get: the notebooks in assignments/, and the public probes that self-check works with."""

from collections.abc import Iterable
from pathlib import Path

from ..exercises import ASSIGNMENTS
from ..judging.corpus import corpus, designed
from ..judging.draw import Args, Inputs
from ..selfcheck import recorded
from ..stages import OnProgress
from .pack import Pack
from .prepare import prepare_all
from .release import outdated as outdated_notebooks
from .release import write_releases

PUBLIC_SEED = 1
PUBLIC_EXAMPLES = 32


def public(inputs: Inputs, seed: int, count: int | None) -> tuple[Args, ...]:
    """The public examples: the small ones, and some of each regime of magnitudes."""
    return corpus(inputs, seed, count) if count is not None else designed(inputs, seed)[:PUBLIC_EXAMPLES]


def publish(pack: Pack, names: Iterable[str], on_progress: OnProgress) -> list[Path]:
    """Writes the notebooks and the probes of these assignments; returns what was written."""
    names = tuple(names)
    on_progress(0, len(names) + 1, "notebooks")
    written = write_releases(pack, names, points(names))
    for done, name in enumerate(names, 1):
        on_progress(done, len(names) + 1, name)
        recorded.save(path := recorded.path(name), prepare_all(pack, name, PUBLIC_SEED, public))
        written.append(path)
    return written


def outdated(pack: Pack, names: Iterable[str], on_progress: OnProgress) -> list[Path]:
    """The files that differ from what `publish` would write."""
    names = tuple(names)
    on_progress(0, len(names) + 1, "notebooks")
    stale = outdated_notebooks(pack, names, points(names))
    for done, name in enumerate(names, 1):
        on_progress(done, len(names) + 1, name)
        if not recorded.matches(path := recorded.path(name), prepare_all(pack, name, PUBLIC_SEED, public)):
            stale.append(path)
    return stale


def points(names: Iterable[str]) -> dict[str, dict[str, float]]:
    """The points of every function, by assignment."""
    return {name: ASSIGNMENTS[name].points for name in names}
