"""The picture of each assignment on the front page: a plot of its notebook, as a pack's author chose it.

In a pack's `solutions/pictures/` are the pictures, `NN_name.png`, and `pictures.toml`, a table for each:

    [01_adaline]
    cell = "demo-6"
    en = "What is seen there, for those who cannot see it."
"""

import struct
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path

from ..base.mendable import Mendable
from ..base.text import Language, Text
from ..pack.pack import Pack

FOLDER, TABLE = "pictures", "pictures.toml"


@dataclass(frozen=True)
class Picture:
    """A picture, which lies in a file."""

    path: Path
    cell: str
    """The demo cell whose plot it is."""
    words: Text
    """What is seen in it."""

    def html(self, source: str, language: Language) -> str:
        """The picture in a page; its place is kept free until it is loaded."""
        # A PNG has its width and height at the head.
        width, height = struct.unpack(">II", self.path.read_bytes()[16:24])
        words = escape(self.words.to(language))
        return f'<img src="{source}" alt="{words}" width="{width}" height="{height}" loading="lazy">'


def pictures(pack: Pack) -> Mapping[str, Picture]:
    """The pictures of a pack, by assignment; none where it has no table. Raises Mendable where that does not serve."""
    folder = pack.root / "solutions" / FOLDER
    table = folder / TABLE
    if not table.is_file():
        return {}
    try:
        found = tomllib.loads(table.read_text("utf-8"))
        return {name: _picture(folder / f"{name}.png", **about) for name, about in found.items()}
    except (OSError, ValueError, TypeError) as error:
        raise Mendable(f"{table}: cannot be read ({error}); correct it") from error


def _picture(path: Path, cell: str, **words: str) -> Picture:
    if not words:
        raise ValueError(f"{path.stem} has no words")
    return Picture(path, cell, Text(**words))
