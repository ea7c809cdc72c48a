"""What course.toml decides about judging, as the settings of nbgrader_config.py that it stands in the place of."""

from collections.abc import Callable, Mapping
from math import isfinite
from typing import Any


class Wrong(Exception):
    """What is wrong in the file."""


def table(said: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    """The table of this name, empty where there is none; raises Wrong."""
    found = said.get(name, {})
    if not isinstance(found, dict):
        raise Wrong(f"{name} is no table")
    return found


def is_names(value: object) -> bool:
    """Whether it is a list of texts."""
    return isinstance(value, list) and all(isinstance(name, str) for name in value)


def _whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _yes_or_no(value: object) -> bool:
    return isinstance(value, bool)


def _seconds(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value) and value >= 1


Kind = tuple[Callable[[object], bool], str]


def names(example: str) -> Kind:
    """What a list of names such as this one has to be, and in words."""
    return is_names, f'a list of names, such as ["{example}"]'


# What each has to be, and in words.
SINGLE: Mapping[str, Kind] = {
    "seed": (_whole, "a whole number"),
    "exam": (_yes_or_no, "true or false"),
    "follow_through": (_yes_or_no, "true or false"),
    "forbidden_costs": (_yes_or_no, "true or false"),
    "accept_tiers": names("process"),
}
SECONDS = {"notebook": "notebook_seconds", "cells": "cells_seconds", "cell": "cell_seconds"}
TABLES = ("seconds", "forbid")


def judging(said: Mapping[str, Any]) -> dict[str, Any]:
    """What the file says of it, by the names that c.Judge has for it; raises Wrong."""
    found = {name: checked(name, said[name], *SINGLE[name]) for name in SINGLE if name in said}
    if "exam" in found:
        found["show_counterexamples"] = not found.pop("exam")
    for name, value in table(said, "seconds").items():
        if name not in SECONDS:
            raise Wrong(f"nothing is known of {name} in [seconds]: it has {', '.join(SECONDS)}")
        found[SECONDS[name]] = float(checked(f"seconds.{name}", value, _seconds, "a number of seconds, 1 or more"))
    if lists := table(said, "forbid"):
        found["forbid"] = {where: checked(f"forbid.{where}", own, *names("torch")) for where, own in lists.items()}
    return found


def checked(name: str, value: Any, is_right: Callable[[object], bool], words: str) -> Any:
    """The value, if that is right; else raises Wrong, which says what it has to be in these words."""
    if not is_right(value):
        raise Wrong(f"{name} is {value!r}, not {words}")
    return value
