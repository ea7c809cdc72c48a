"""Where the course pack lies: the folder with solutions/ and assignments/."""

import os
from pathlib import Path

from ..errors import Mendable


class PackNotFound(Mendable):
    """There is no course pack here."""


def pack_root(folder: str = "") -> Path:
    """This folder, or where none is named the one that DEGRAU_PACK names, or else the clone that this package lies in.

    Raises PackNotFound where there is none.
    """
    if folder:
        return Path(folder)
    named = os.environ.get("DEGRAU_PACK")
    root = Path(named) if named else Path(__file__).resolve().parents[3]
    if not (root / "solutions").is_dir():
        raise PackNotFound(
            f"no solutions in {root}: this install has no course pack.\n"
            "Set DEGRAU_PACK to a clone of the repository, or run degrau from one."
        )
    return root
