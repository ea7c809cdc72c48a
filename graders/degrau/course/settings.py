"""How a course judges: as its course.toml decides, and else as its nbgrader_config.py sets."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from traitlets.config.loader import Config, LazyConfigValue

from ..grading.forbidden import Forbidden
from ..judging.registry import assignments, by_function
from ..sandbox.limits import Limits
from ..sandbox.machine import to_do_better
from ..sandbox.tiers import Tier
from .choices import FILE as CHOICES
from .choices import Choices, is_names
from .directory import CONFIG, CourseError, settings_of

WHOLE_COURSE = "course"
T = TypeVar("T")


@dataclass(frozen=True)
class JudgeSettings:
    """What a course says of judging: the course pack's folder if it names one, the seed, whose workers.

    `accepted`: the tiers by name that are taken though the system does not stand between students and the machine.
    `limits`: what a notebook may use. `follow_through`: whether what uses a function that fails is judged once more,
    with a right one in its place. `show_counterexamples`: whether students are told more than which properties hold.
    `choices`: what course.toml decides besides.
    """

    pack: str
    seed: int
    dask: str
    accepted: tuple[str, ...]
    limits: Limits
    follow_through: bool
    forbidden: Forbidden
    show_counterexamples: bool
    choices: Choices

    @classmethod
    def of(cls, root: Path) -> "JudgeSettings":
        """Those of the course in this folder; raises CourseError where one is of the wrong type."""
        config, choices = settings_of(root), Choices.read(root)
        config.Judge.update(choices.judging)
        value = partial(_value, root, config)

        def seconds(name: str, default: float) -> float:
            return value("Judge", name, default, "a number of seconds, 1 or more")

        if "seed" not in config.Judge:
            raise CourseError(
                f"{root}: neither {CHOICES} nor {CONFIG} says from which number the hidden inputs follow.\n"
                f"Write the one of this class into {CHOICES}, on top: seed = 20260301"
            )
        return cls(
            value("CanonicalExporter", "pack_root", "", "the name of a folder"),
            value("Judge", "seed", 0, "a whole number"),
            value("Judge", "dask", "", "an address"),
            tuple(map(str, value("Judge", "accept_tiers", list[str](), "a list of names"))),
            Limits(
                notebook_seconds=seconds("notebook_seconds", Limits.notebook_seconds),
                cells_seconds=seconds("cells_seconds", Limits.cells_seconds),
                cell_seconds=seconds("cell_seconds", Limits.cell_seconds),
            ),
            value("Judge", "follow_through", True, "True or False"),
            _forbidden(
                choices.file if "forbid" in choices.judging else root / CONFIG,
                config["Judge"].get("forbid", []),
                bool(config["Judge"].get("forbidden_costs", False)),
            ),
            value("Judge", "show_counterexamples", True, "True or False"),
            choices,
        )


def _value(root: Path, config: Config, section: str, name: str, default: T, kind: str) -> T:
    """What the course in this folder sets; raises CourseError where that is not of the default's type."""
    found = config[section].get(name, default)
    if isinstance(found, LazyConfigValue):
        found = found.get_value(default)
    if isinstance(default, float) and type(found) is int:
        # As the settings' own type has it.
        found = float(found)
    if not isinstance(found, type(default)) or (isinstance(found, float) and not found >= 1):
        raise CourseError(f"{root / CONFIG}: c.{section}.{name} is {found!r}, not {kind}.\nMend it and try again.")
    return found


def _forbidden(file: Path, setting: Any, costs: bool) -> Forbidden:
    """What `forbid` names in this file: a list for the course, or lists for "course", assignments and functions."""
    lists = setting if isinstance(setting, dict) else {WHOLE_COURSE: setting}
    for where, names in lists.items():
        if not is_names(names):
            raise CourseError(f"{file}: forbid has {names!r}, not a list of names.\nMend it.")
        if where not in (WHOLE_COURSE, *assignments(), *by_function()):
            raise CourseError(f"{file}: forbid has {where!r}, which is no assignment and no function.\nMend it.")
    within = {where: tuple(names) for where, names in lists.items() if where != WHOLE_COURSE}
    return Forbidden(tuple(lists.get(WHOLE_COURSE, ())), within, costs)


def refuse_unconfined(tier: Tier, accepted: Collection[str]) -> None:
    """Raises CourseError where nothing but a process would hold students' code, and the course does not accept that."""
    if not tier.confined and tier.name not in accepted:
        raise CourseError(
            f"this machine has no sandbox: students' code could read the solutions ({to_do_better(tier)}).\n"
            f'Mend one of these, or accept it in {CHOICES}: accept_tiers = ["{tier.name}"]'
        )


def own_assignments(root: Path) -> tuple[str, ...]:
    """The assignments of an adopted course that are none of the pack's: nbgrader grades them by its own means."""
    if settings_of(root).CanonicalExporter.get("own_assignments") is not True:
        return ()
    folders = (path.name for path in (root / "source").glob("*") if path.is_dir() and not path.name.startswith("."))
    return tuple(sorted(set(folders) - assignments().keys()))
