"""Reads a notebook file that anybody may have handed in. Nothing in it is executed or believed."""

import json
import re
import stat
from pathlib import Path
from typing import Any

from nbformat import NotebookNode

from . import words
from .repair import repair
from .words import Unreadable as Unreadable

MEGABYTES = 64
# A parsed value takes up to some 200 bytes, so this many keep a file of 64 MB from taking gigabytes.
MAX_VALUES = 4_000_000
# The closing quote is optional: a string that never ends must not be searched again from its every quote.
STRING = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"?', re.DOTALL)


def read(path: Path) -> NotebookNode:
    """The notebook in this file, mended where it was malformed and without outputs; raises Unreadable."""
    return repair(_parse(_content(path)))


def _content(path: Path) -> bytes:
    limit = MEGABYTES * 1_000_000
    try:
        _refuse_other_kinds(path.lstat().st_mode)
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except FileNotFoundError:
        raise Unreadable(words.MISSING) from None
    except (OSError, ValueError) as error:
        raise Unreadable(words.CLOSED, reason=getattr(error, "strerror", None) or type(error).__name__) from None
    if len(data) > limit:
        raise Unreadable(words.TOO_LARGE, megabytes=MEGABYTES)
    if not data.strip():
        raise Unreadable(words.EMPTY)
    return data


def _refuse_other_kinds(mode: int) -> None:
    # A link could lead to somebody else's work, and a pipe would never end.
    if stat.S_ISLNK(mode):
        raise Unreadable(words.LINK)
    if stat.S_ISDIR(mode):
        raise Unreadable(words.FOLDER)
    if not stat.S_ISREG(mode):
        raise Unreadable(words.NO_FILE)


def _parse(data: bytes) -> Any:
    """The JSON value; a repeated key counts once, with its last value."""
    _refuse_other_formats(data)
    _refuse_intricate(data)
    try:
        # NaN and endless numbers are of no use in what is kept of a notebook.
        return json.loads(data, parse_constant=lambda name: None, parse_int=lambda digits: int(digits[:18]))
    except UnicodeDecodeError:
        raise Unreadable(words.NOT_UTF8) from None
    except json.JSONDecodeError as error:
        raise Unreadable(words.NOT_JSON, line=error.lineno) from None
    except (RecursionError, MemoryError):
        raise Unreadable(words.TOO_INTRICATE) from None


def _refuse_other_formats(data: bytes) -> None:
    if data.startswith(b"PK\x03\x04"):
        raise Unreadable(words.ARCHIVE)
    if data[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith((b"<!doctype", b"<html")):
        raise Unreadable(words.WEB_PAGE)


def _refuse_intricate(data: bytes) -> None:
    """Counts about how many values the JSON holds, before anything is made of them."""
    if _separators(data) <= MAX_VALUES:
        return
    # Only now is it worth leaving out what stands inside strings.
    if data.count(b'"') > 2 * MAX_VALUES or _separators(STRING.sub(b"", data)) > MAX_VALUES:
        raise Unreadable(words.TOO_INTRICATE)


def _separators(data: bytes) -> int:
    return data.count(b",") + data.count(b"[") + data.count(b"{")
