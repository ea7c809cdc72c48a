"""Verdicts that are known already, by the content that they follow from: what has not changed is not judged again."""

import json
import sqlite3
from collections.abc import Iterator, MutableMapping
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

import diskcache

from ..report import Comparison, Curve, ExerciseReport, MisconceptionReport, PropertyReport

MOST_BYTES = 2**30
# Of 4 KiB, in the memory of each process.
PAGES = 256
# A disk that is full, or may only be read, costs time and nothing else.
FAULTS = (OSError, sqlite3.Error, diskcache.Timeout)

Verdicts = MutableMapping[str, ExerciseReport]


def kept_in(folder: Path, most_bytes: int) -> Any:
    """What a folder of this user alone keeps, by keys; the oldest makes room. Raises one of FAULTS where it cannot."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    # Neither mapped into memory nor kept there page after page, so that this does not grow with the class.
    return diskcache.Cache(str(folder), size_limit=most_bytes, sqlite_mmap_size=0, sqlite_cache_size=PAGES)


class KeptVerdicts(Verdicts):
    """Verdicts in a folder; the oldest make room for new ones. `fresh`: only those that were added here are known."""

    def __init__(self, folder: Path, fresh: bool = False) -> None:
        self._cache: Any = {}
        with suppress(*FAULTS):
            self._cache = kept_in(folder, MOST_BYTES)
        self._fresh, self._added = fresh, set[str]()

    def close(self) -> None:
        """Lets go of the files."""
        with suppress(*FAULTS, AttributeError):
            self._cache.close()

    def __getitem__(self, key: str) -> ExerciseReport:
        if self._fresh and key not in self._added:
            raise KeyError(key)
        try:
            return from_text(self._cache[key])
        except FAULTS as fault:
            raise KeyError(key) from fault

    def __setitem__(self, key: str, report: ExerciseReport) -> None:
        with suppress(*FAULTS):
            self._cache[key] = to_text(report)
            self._added.add(key)

    def __delitem__(self, key: str) -> None:
        del self._cache[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._cache)

    def __len__(self) -> int:
        return len(self._cache)


def to_text(report: ExerciseReport) -> str:
    """The whole report as JSON, numbers that are not finite among them."""
    return json.dumps(asdict(report), ensure_ascii=False)


def from_text(text: str) -> ExerciseReport:
    """The report that `to_text` made this of."""
    plain = json.loads(text)
    misconception = plain["misconception"]
    return ExerciseReport(
        **{
            **plain,
            "properties": tuple(map(_property, plain["properties"])),
            "misconception": misconception and MisconceptionReport(**misconception),
            "hints": tuple(plain["hints"]),
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
