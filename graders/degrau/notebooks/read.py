"""Reads a notebook file that anybody may have handed in. Nothing in it is executed or believed."""

import json
import mmap
import os
import re
import stat
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePath, PurePosixPath
from typing import Any, BinaryIO

from ..base.text import Text
from . import messages
from .messages import Unreadable as Unreadable
from .wellformed import Mended, wellformed

MEGABYTES = 64
# A larger file is not even looked through for what is not output.
MOST_MEGABYTES = 2_048
# A parsed value takes up to some 200 bytes, so this many keep a file of 64 MB from taking gigabytes.
MAX_VALUES = 4_000_000
ARCHIVE = b"PK\x03\x04"
MOST_ENTRIES = 10_000
# The closing quote is optional: a string that never ends must not be searched again from its every quote.
STRING = rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"?'
STRINGS = re.compile(STRING, re.DOTALL)
TOKEN = re.compile(STRING + rb"|[\[\]{}]", re.DOTALL)
VALUE = re.compile(rb"\s*:\s*(?=[\[{])")
# The keys of a cell's outputs, and of the state of all sliders and buttons.
HEAVY = (b'"outputs"', b'"widgets"')
LONGEST = max(map(len, HEAVY))
OPENING, CLOSING = b"[{", b"]}"
MAX_TOKENS = 20_000_000


def read(path: Path, sole: bool = False) -> Mended:
    """The notebook in this file, mended where it was malformed and without outputs; raises Unreadable.

    With `sole`, a file that has a second name (a hard link) is refused: it may be somebody else's.
    """
    data, notes = _content(path, sole)
    content, more = _parse(data)
    return wellformed(content, (*notes, *more))


def _content(path: Path, sole: bool) -> tuple[bytes, tuple[Text, ...]]:
    """The notebook's JSON, and what had to be done to get at it."""
    limit = MEGABYTES * 1_000_000
    notes: tuple[Text, ...] = ()
    try:
        _refuse_other_kinds(path.lstat().st_mode)
        with open_itself(path, sole) as file:
            start = file.read(len(ARCHIVE))
            file.seek(0)
            if start == ARCHIVE:
                name, data = notebook_in(file, limit)
                notes = (messages.UNZIPPED.filled(name=name),)
            else:
                data = file.read(limit + 1)
                if len(data) > limit:
                    data, notes = _light(file), (messages.HEAVY.filled(megabytes=MEGABYTES),)
    except FileNotFoundError:
        raise Unreadable(messages.MISSING) from None
    except (OSError, ValueError) as error:
        raise Unreadable(messages.CLOSED, reason=getattr(error, "strerror", None) or type(error).__name__) from None
    if len(data) > limit:
        raise Unreadable(messages.TOO_LARGE, megabytes=MEGABYTES)
    if not data.strip():
        raise Unreadable(messages.EMPTY)
    return data, notes


@contextmanager
def open_itself(path: Path, sole: bool) -> Iterator[BinaryIO]:
    """The ordinary file of this very name, open to be read, even if another was put there a moment ago.

    Raises Unreadable where it is no ordinary file or, with `sole`, has a second name; OSError where it is a link.
    """
    with open(path, "rb", opener=_without_following) as file:
        found = os.fstat(file.fileno())
        _refuse_other_kinds(found.st_mode)
        if sole and found.st_nlink != 1:
            raise Unreadable(messages.HARD_LINK)
        yield file


def _without_following(path: str, flags: int) -> int:
    # A pipe would wait for somebody who writes. Windows has neither.
    return os.open(path, flags | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))


def _light(file: BinaryIO) -> bytes:
    """The file without its outputs, which are not even read into memory."""
    if os.fstat(file.fileno()).st_size > MOST_MEGABYTES * 1_000_000:
        raise Unreadable(messages.TOO_LARGE, megabytes=MOST_MEGABYTES)
    with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as whole:
        try:
            return without_outputs(whole)
        except TooIntricate:
            raise Unreadable(messages.TOO_INTRICATE) from None


def _refuse_other_kinds(mode: int) -> None:
    # A link could lead to somebody else's work, and a pipe would never end.
    if stat.S_ISLNK(mode):
        raise Unreadable(messages.LINK)
    if stat.S_ISDIR(mode):
        raise Unreadable(messages.FOLDER)
    if not stat.S_ISREG(mode):
        raise Unreadable(messages.NO_FILE)


def _parse(data: bytes) -> tuple[Any, tuple[Text, ...]]:
    """The JSON value, in which a repeated key counts once, with its last value; and what had to be done."""
    _refuse_web_page(data)
    data = _sparse(data)
    try:
        return _value(data), ()
    except UnicodeDecodeError:
        # What Windows' editors write where they do not write UTF-8; it has a character for nearly every byte.
        return _value(data.decode("cp1252", "replace")), (messages.ENCODING,)


def _value(data: bytes | str) -> Any:
    try:
        # NaN and endless numbers are of no use in what is kept of a notebook.
        return json.loads(data, parse_constant=lambda name: None, parse_int=lambda digits: int(digits[:18]))
    except json.JSONDecodeError as error:
        raise Unreadable(messages.NOT_JSON, line=error.lineno) from None
    except (RecursionError, MemoryError):
        raise Unreadable(messages.TOO_INTRICATE) from None


def _refuse_web_page(data: bytes) -> None:
    if data[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith((b"<!doctype", b"<html")):
        raise Unreadable(messages.WEB_PAGE)


def _sparse(data: bytes) -> bytes:
    """The data, without outputs if there are very many values; raises Unreadable where there still are."""
    if _values(data) <= MAX_VALUES:
        return data
    try:
        data = without_outputs(data)
    except TooIntricate:
        raise Unreadable(messages.TOO_INTRICATE) from None
    if _values(data) > MAX_VALUES:
        raise Unreadable(messages.TOO_INTRICATE)
    return data


def _values(data: bytes) -> int:
    """About how many values the JSON holds."""
    count = _separators(data)
    # Only if there are many is it worth leaving out what stands inside strings, and only if those are not too many.
    few = count <= MAX_VALUES or data.count(b'"') > 2 * MAX_VALUES
    return count if few else _separators(STRINGS.sub(b"", data))


def _separators(data: bytes) -> int:
    return data.count(b",") + data.count(b"[") + data.count(b"{")


def notebook_in(file: BinaryIO, limit: int) -> tuple[str, bytes]:
    """The name and the content of the only notebook in the archive, at most one byte over the limit.

    Raises Unreadable where there is none, more than one, or the archive is damaged or locked.
    """
    try:
        with zipfile.ZipFile(file) as archive:
            entries = archive.infolist()
            notebooks = [entry for entry in entries[:MOST_ENTRIES] if is_notebook(entry)]
            if len(notebooks) != 1 or len(entries) > MOST_ENTRIES:
                raise Unreadable(messages.ARCHIVE, count=len(notebooks))
            with archive.open(notebooks[0]) as content:
                return notebooks[0].filename, content.read(limit + 1)
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError):
        raise Unreadable(messages.BAD_ARCHIVE) from None


def modules_in(path: Path) -> list[str]:
    """What a notebook in this archive could import where it was written; nothing of what is no archive."""
    try:
        with open_itself(path, sole=False) as file, zipfile.ZipFile(file) as archive:
            names = [PurePosixPath(name.replace("\\", "/")) for name in archive.namelist()[:MOST_ENTRIES]]
    except (OSError, zipfile.BadZipFile):
        return []
    return [name.name for name in names if is_module(name) and not any(map(is_hidden, name.parts))]


def is_module(path: PurePath) -> bool:
    """Whether a notebook could import what is called so."""
    return path.suffix == ".py" and path.stem.isidentifier()


def is_notebook(entry: zipfile.ZipInfo) -> bool:
    """Whether this is a notebook of a student's own: no checkpoint of Jupyter's, no shadow of macOS's."""
    folders = entry.filename.replace("\\", "/").split("/")
    return entry.filename.lower().endswith(".ipynb") and not entry.is_dir() and not any(map(is_hidden, folders))


def is_hidden(name: str) -> bool:
    """Whether a file or folder of this name is made by programs and seen by nobody."""
    return (name.startswith(".") and name not in (".", "..")) or name == "__MACOSX"


class TooIntricate(ValueError):
    """There are too many strings and brackets to look through."""


def without_outputs(data: bytes | mmap.mmap) -> bytes:
    """The same JSON text with nothing in its outputs; raises TooIntricate.

    >>> without_outputs(b'{"outputs": [{"text": ["]"]}], "source": "x"}')
    b'{"outputs": [], "source": "x"}'
    """
    kept: list[bytes] = []
    start = depth = 0
    skipping = -1
    for number, token in enumerate(TOKEN.finditer(data)):
        if number > MAX_TOKENS:
            raise TooIntricate
        first = data[token.start()]
        if first in OPENING:
            depth += 1
        elif first in CLOSING:
            depth -= 1
            if depth == skipping:
                start, skipping = token.end(), -1
        elif skipping < 0 and _heavy(token) and (value := VALUE.match(data, token.end())):
            kept += [data[start : value.end()], b"[]" if data[value.end()] == OPENING[0] else b"{}"]
            skipping = depth
    return b"".join([*kept, data[start:] if skipping < 0 else b""])


def _heavy(token: re.Match[bytes]) -> bool:
    return token.end() - token.start() <= LONGEST and token.group() in HEAVY
