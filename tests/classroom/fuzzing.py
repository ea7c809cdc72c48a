"""Damaged notebooks and damaged frames, at random but from a seed: what becomes of them is a report, or a refusal.

Notebooks are damaged as trees, with the keys that nbformat's schema knows and values of any type, and as bytes.
"""

import json
import random
import struct
import time
import tracemalloc
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import msgpack
import nbformat
import numpy as np

from degrau.demo.desk import Desk, as_file
from degrau.notebooks.canonical import canonicalise
from degrau.notebooks.messages import Unreadable
from degrau.notebooks.read import read
from degrau.pack.pack import Pack
from degrau.plain import codec
from degrau.sandbox.limits import Limits
from degrau.sandbox.machine import Pool

from ..judged import judged

ASSIGNMENTS = ("00_perceptron", "01_adaline")
SEED = 20
# A frame may take some multiple of its size, and the decoder some room of its own.
MEMORY_FACTOR, MEMORY_FLOOR = 40, 8 * 2**20


@dataclass
class Tally:
    """How many cases there were, what went wrong, and the slowest."""

    cases: int = 0
    crashes: tuple[str, ...] = ()
    slowest: float = 0.0

    def add(self, seconds: float, crash: str | None) -> None:
        self.cases += 1
        self.slowest = max(self.slowest, seconds)
        self.crashes += (crash,) if crash else ()

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.cases + other.cases, self.crashes + other.crashes, max(self.slowest, other.slowest))


@cache
def schema_keys() -> tuple[str, ...]:
    """Every name of a property in nbformat's schema of notebooks."""
    schema = json.loads((Path(nbformat.__file__).parent / "v4" / "nbformat.v4.5.schema.json").read_text("utf-8"))
    found: set[str] = set()

    def search(node: Any) -> None:
        if isinstance(node, dict):
            found.update(node.get("properties", {}))
            for value in node.values():
                search(value)
        elif isinstance(node, list):
            for value in node:
                search(value)

    search(schema)
    return tuple(sorted(found))


def damaged(content: str, chance: random.Random) -> bytes:
    """The notebook with some damage, as a tree, as bytes, or both."""
    tree = json.loads(content)
    for _ in range(chance.randrange(6)):
        tree = _damaged_tree(tree, chance)
    data = json.dumps(tree, ensure_ascii=chance.random() < 0.5).encode("utf-8", "surrogatepass")
    for _ in range(chance.choice((0, 0, 0, 1, 1, 2, 9))):
        data = _damaged_bytes(data, chance)
    return data


def _damaged_tree(tree: Any, chance: random.Random) -> Any:
    places = list(_places(tree))
    holder, key = chance.choice(places) if places else (None, None)
    if holder is None:
        return _anything(chance)
    match chance.randrange(7):
        case 0:
            holder[key] = _anything(chance)
        case 1:
            del holder[key]
        case 2 if isinstance(holder, list):
            holder.insert(chance.randrange(len(holder) + 1), deepcopy(holder[key]))
        case 3 if isinstance(holder, list):
            chance.shuffle(holder)
        case 4 if isinstance(holder, dict):
            holder[chance.choice(schema_keys())] = _anything(chance)
        case 5:
            other, where = chance.choice(places)
            if where in other if isinstance(other, dict) else where < len(other):
                holder[key] = deepcopy(other[where])
        case _ if isinstance(holder[key], str):
            holder[key] = holder[key].splitlines(True)
    return tree


def _places(tree: Any) -> Iterator[tuple[Any, Any]]:
    """Every place in the tree, as what holds it and its key there."""
    keys = list(tree) if isinstance(tree, dict) else range(len(tree)) if isinstance(tree, list) else ()
    for key in keys:
        yield tree, key
        yield from _places(tree[key])


def _anything(chance: random.Random) -> Any:
    return chance.choice(
        (
            None,
            True,
            -1,
            10**30,
            1e308,
            "",
            "code",
            "markdown",
            "\ud83d",
            "x" * 5000,
            [],
            {},
            [[]],
            {"": None},
            "def step(z):",
        )
    )


def _damaged_bytes(data: bytes, chance: random.Random) -> bytes:
    if not data:
        return bytes([chance.randrange(256)])
    start = chance.randrange(len(data))
    end = min(len(data), start + chance.choice((1, 1, 2, 8, 100, 5000)))
    new = {
        0: b"",
        1: bytes(chance.randrange(256) for _ in range(end - start)),
        2: data[start:end] * 2,
        3: chance.choice((b'"', b"{", b"]", b"\\", b"\0", b"\xff", b"NaN", b"1e999", b"\xef\xbb\xbf")),
    }.get(chance.randrange(5))
    return data[:start] if new is None else data[:start] + new + data[end:]


def notebooks(cases: int, seed: int, folder: Path, limits: Limits | None = None) -> Tally:
    """Judges so many damaged notebooks. A damaged blank one earns nothing; no other more than there is to earn."""
    pack, chance, tally = Pack.find(), random.Random(seed), Tally()
    desks = [Desk(pack, name, language) for name in ASSIGNMENTS for language in ("pt", "en")]
    points: dict[Any, float] = {}
    with Pool(limits=limits) as pool:
        for number in range(cases):
            desk, blank = chance.choice(desks), chance.random() < 0.3
            path = folder / "damaged.ipynb"
            answers = {} if blank else desk.right(chance.randrange(4))
            path.write_bytes(damaged(as_file(desk.notebook(answers)), chance))
            began, crash = time.perf_counter(), None
            try:
                canonical = canonicalise(read(path), pack)
                key = canonical.work
                if key not in points:
                    report = judged(canonical, pack, pool, SEED, "damaged")
                    points[key] = report.points
                    crash = None if 0 <= report.points <= report.max_points else f"{number}: {report.points} points"
                if blank and points[key] > 0:
                    crash = f"{number}: {points[key]} points for nothing"
            except Unreadable:
                pass
            except Exception as error:
                crash = f"{number}: {error!r}"
            tally.add(time.perf_counter() - began, crash)
    return tally


def frames(cases: int, seed: int) -> Tally:
    """Decodes so many damaged frames: a plain value or a WireError comes of each, in memory that its size explains."""
    chance, tally = random.Random(seed), Tally()
    tracemalloc.start()
    try:
        for number in range(cases):
            data = _frame(chance)
            tracemalloc.reset_peak()
            before, began, crash = tracemalloc.get_traced_memory()[0], time.perf_counter(), None
            try:
                codec.decode(data)
            except codec.WireError:
                pass
            except BaseException as error:
                crash = f"frame {number}: {error!r}"
            seconds = time.perf_counter() - began
            taken = tracemalloc.get_traced_memory()[1] - before
            if taken > MEMORY_FLOOR + MEMORY_FACTOR * len(data):
                crash = f"frame {number}: {taken} bytes for {len(data)}"
            tally.add(seconds, crash)
    finally:
        tracemalloc.stop()
    return tally


def _frame(chance: random.Random) -> bytes:
    """A frame that the worker could have sent, with some damage; or none that it could."""
    values = (
        1.5,
        [1, (2.0, "x")],
        {"value": b"\x01", "changed": []},
        np.arange(6.0).reshape(2, 3),
        1j,
        10**30,
        np.float32(2),
    )
    data = bytearray(codec.encode(chance.choice(values)))
    for _ in range(chance.choice((0, 1, 1, 2, 4))):
        at = chance.randrange(len(data) + 1)
        match chance.randrange(5):
            case 0 if data:
                data[at % len(data)] = chance.randrange(256)
            case 1:
                del data[at : at + chance.randrange(1, 9)]
            case 2:
                data[at:at] = bytes(chance.randrange(256) for _ in range(chance.randrange(1, 9)))
            case 3:
                data[at:at] = chance.choice((b"\xdd", b"\xdf", b"\xc9", b"\xc6", b"\xdb")) + struct.pack(
                    ">I", chance.getrandbits(32)
                )
            case _:
                data = bytearray(msgpack.packb(msgpack.ExtType(chance.randrange(128), bytes(data))))
    return bytes(data)
