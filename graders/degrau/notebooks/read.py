"""Reads a notebook file that anybody may have handed in. Nothing in it is executed or believed."""

import json
import mmap
import re
import stat
from pathlib import Path
from typing import Any, BinaryIO

from ..text import Text
from . import words
from .archive import ARCHIVE, notebook_in
from .outputs import STRING, TooIntricate, without_outputs
from .repair import Mended, repair
from .words import Unreadable as Unreadable

MEGABYTES = 64
# A larger file is not even looked through for what is not output.
MOST_MEGABYTES = 2_048
# A parsed value takes up to some 200 bytes, so this many keep a file of 64 MB from taking gigabytes.
MAX_VALUES = 4_000_000
STRINGS = re.compile(STRING, re.DOTALL)


def read(path: Path) -> Mended:
    """The notebook in this file, mended where it was malformed and without outputs; raises Unreadable."""
    data, notes = _content(path)
    content, more = _parse(data)
    return repair(content, (*notes, *more))


def _content(path: Path) -> tuple[bytes, tuple[Text, ...]]:
    """The notebook's JSON, and what had to be done to get at it."""
    limit = MEGABYTES * 1_000_000
    notes: tuple[Text, ...] = ()
    try:
        _refuse_other_kinds(path.lstat().st_mode)
        with path.open("rb") as file:
            start = file.read(len(ARCHIVE))
            file.seek(0)
            if start == ARCHIVE:
                name, data = notebook_in(file, limit)
                notes = (words.UNZIPPED.filled(name=name),)
            else:
                data = file.read(limit + 1)
                if len(data) > limit:
                    data, notes = _light(file), (words.HEAVY.filled(megabytes=MEGABYTES),)
    except FileNotFoundError:
        raise Unreadable(words.MISSING) from None
    except (OSError, ValueError) as error:
        raise Unreadable(words.CLOSED, reason=getattr(error, "strerror", None) or type(error).__name__) from None
    if len(data) > limit:
        raise Unreadable(words.TOO_LARGE, megabytes=MEGABYTES)
    if not data.strip():
        raise Unreadable(words.EMPTY)
    return data, notes


def _light(file: BinaryIO) -> bytes:
    """The file without its outputs, which are not even read into memory."""
    with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as whole:
        if len(whole) > MOST_MEGABYTES * 1_000_000:
            raise Unreadable(words.TOO_LARGE, megabytes=MOST_MEGABYTES)
        try:
            return without_outputs(whole)
        except TooIntricate:
            raise Unreadable(words.TOO_INTRICATE) from None


def _refuse_other_kinds(mode: int) -> None:
    # A link could lead to somebody else's work, and a pipe would never end.
    if stat.S_ISLNK(mode):
        raise Unreadable(words.LINK)
    if stat.S_ISDIR(mode):
        raise Unreadable(words.FOLDER)
    if not stat.S_ISREG(mode):
        raise Unreadable(words.NO_FILE)


def _parse(data: bytes) -> tuple[Any, tuple[Text, ...]]:
    """The JSON value, in which a repeated key counts once, with its last value; and what had to be done."""
    _refuse_web_page(data)
    data = _sparse(data)
    try:
        return _value(data), ()
    except UnicodeDecodeError:
        # What Windows' editors write where they do not write UTF-8; it has a character for nearly every byte.
        return _value(data.decode("cp1252", "replace")), (words.ENCODING,)


def _value(data: bytes | str) -> Any:
    try:
        # NaN and endless numbers are of no use in what is kept of a notebook.
        return json.loads(data, parse_constant=lambda name: None, parse_int=lambda digits: int(digits[:18]))
    except json.JSONDecodeError as error:
        raise Unreadable(words.NOT_JSON, line=error.lineno) from None
    except (RecursionError, MemoryError):
        raise Unreadable(words.TOO_INTRICATE) from None


def _refuse_web_page(data: bytes) -> None:
    if data[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith((b"<!doctype", b"<html")):
        raise Unreadable(words.WEB_PAGE)


def _sparse(data: bytes) -> bytes:
    """The data, without outputs if there are very many values; raises Unreadable where there still are."""
    if _values(data) <= MAX_VALUES:
        return data
    try:
        data = without_outputs(data)
    except TooIntricate:
        raise Unreadable(words.TOO_INTRICATE) from None
    if _values(data) > MAX_VALUES:
        raise Unreadable(words.TOO_INTRICATE)
    return data


def _values(data: bytes) -> int:
    """About how many values the JSON holds."""
    count = _separators(data)
    # Only if there are many is it worth leaving out what stands inside strings, and only if those are not too many.
    few = count <= MAX_VALUES or data.count(b'"') > 2 * MAX_VALUES
    return count if few else _separators(STRINGS.sub(b"", data))


def _separators(data: bytes) -> int:
    return data.count(b",") + data.count(b"[") + data.count(b"{")
