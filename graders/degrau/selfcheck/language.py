"""The language in which a student's own kernel, or terminal, is spoken to."""

import json
import os
import sys
from pathlib import Path
from typing import Any

from ..base.text import LANGUAGES, Language

chosen: list[Language] = []


def language(choice: Language) -> None:
    """Sets the language of the feedback in this kernel: "pt" or "en"; raises ValueError for any other."""
    if choice not in LANGUAGES:
        raise ValueError(f'expected "pt" or "en", but got choice={choice!r}')
    chosen[:] = [choice]


def spoken(notebook: object = None) -> Language:
    """The language of the feedback: the one chosen, DEGRAU_LANG, the notebook's, the system's, or else Portuguese.

    `notebook` is what a notebook file says; otherwise the open notebook is asked.
    """
    wishes = [*chosen, os.environ.get("DEGRAU_LANG"), notebook or notebook_metadata().get("language"), _system()]
    return next((known for wish in wishes for known in LANGUAGES if wish == known), "pt")


def notebook_metadata() -> dict[str, Any]:
    """What the open notebook says of itself, where its path is known: Jupyter and VS Code tell the kernel."""
    path = os.environ.get("JPY_SESSION_NAME") or vars(sys.modules["__main__"]).get("__vsc_ipynb_file__")
    try:
        found = json.loads(Path(path).read_text("utf-8"))["metadata"]["degrau"] if path else {}
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    return found if isinstance(found, dict) else {}


def _system() -> str:
    """The language of the system's locale; nothing in Colab, where it is the same for everyone."""
    if "google.colab" in sys.modules:
        return ""
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    return next((os.environ[name] for name in names if os.environ.get(name)), "")[:2]
