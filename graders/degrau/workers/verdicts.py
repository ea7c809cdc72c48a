"""Verdicts that are known already, by the content that they follow from: what has not changed is not judged again."""

import json
from collections.abc import Iterator, MutableMapping
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

from ..base.disk import faults, kept_in
from ..base.text import Text
from ..grading.judgement import Learnt
from ..report.types import Comparison, Curve, ExerciseReport, Mistake, PropertyReport

MOST_BYTES = 2**30

Verdicts = MutableMapping[str, ExerciseReport]


class KeptVerdicts(Verdicts):
    """Verdicts in a folder; the oldest make room for new ones. `fresh`: only those that were added here are known."""

    def __init__(self, folder: Path, fresh: bool = False) -> None:
        self._cache: Any = {}
        with suppress(*faults()):
            self._cache = kept_in(folder, MOST_BYTES)
        self._fresh, self._added = fresh, set[str]()

    def close(self) -> None:
        """Lets go of the files."""
        with suppress(*faults(), AttributeError):
            self._cache.close()

    def __getitem__(self, key: str) -> ExerciseReport:
        if self._fresh and key not in self._added:
            raise KeyError(key)
        try:
            return from_text(self._cache[key])
        except faults() as fault:
            raise KeyError(key) from fault

    def __setitem__(self, key: str, report: ExerciseReport) -> None:
        with suppress(*faults()):
            self._cache[key] = to_text(report)
            self._added.add(key)

    def __delitem__(self, key: str) -> None:
        del self._cache[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._cache)

    def __len__(self) -> int:
        return len(self._cache)


def as_plain(learnt: Learnt) -> dict[str, Any]:
    """What was found out, as plain data."""
    verdicts = {key: to_text(report) for key, report in learnt.verdicts.items()}
    return {"verdicts": verdicts, "notes": [note.plain() for note in learnt.notes], "over": learnt.over}


def from_plain(plain: dict[str, Any]) -> Learnt:
    """What `as_plain` made this of."""
    verdicts = {key: from_text(text) for key, text in plain["verdicts"].items()}
    return Learnt(verdicts, tuple(Text(**note) for note in plain.get("notes", ())), plain.get("over", False))


def to_text(report: ExerciseReport) -> str:
    """The whole report as JSON, numbers that are not finite among them."""
    return json.dumps(asdict(report), ensure_ascii=False)


def from_text(text: str) -> ExerciseReport:
    """The report that `to_text` made this of."""
    plain = json.loads(text)
    return ExerciseReport(
        **{
            **plain,
            "properties": tuple(map(_property, plain["properties"])),
            "mistakes": tuple(Mistake(**mistake) for mistake in plain["mistakes"]),
            "hints": tuple(plain["hints"]),
            "stood_in": tuple(plain["stood_in"]),
        }
    )


def _property(plain: dict[str, Any]) -> PropertyReport:
    comparison = plain["comparison"]
    return PropertyReport(**{**plain, "comparison": comparison and _comparison(comparison)})


def _comparison(plain: dict[str, Any]) -> Comparison:
    curve = plain["curve"]
    tuples = {name: tuple(value) for name, value in plain.items() if isinstance(value, list)}
    return Comparison(**{**plain, **tuples, "curve": curve and _curve(curve)})


def _curve(plain: dict[str, Any]) -> Curve:
    tuples = {name: tuple(value) for name, value in plain.items() if isinstance(value, list)}
    return Curve(**{**plain, **tuples})
