"""Landlock: this process may read some folders, and write nowhere."""

import ctypes
import os
import struct
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from ..inside import privileges
from . import Tier

CREATE_RULESET, ADD_RULE, RESTRICT_SELF = 444, 445, 446
PATH_BENEATH, PR_SET_NO_NEW_PRIVS = 1, 38
EXECUTE, WRITE_FILE, READ_FILE, READ_DIR = 1, 2, 4, 8
SCOPED_SOCKETS_AND_SIGNALS = 3
# Every right on files that a version of the interface knows, by version.
RIGHTS = {1: 2**13 - 1, 2: 2**14 - 1, 3: 2**15 - 1, 4: 2**15 - 1, 5: 2**16 - 1}


def restrict(view: Iterable[tuple[str, str]], files: Iterable[str] = ()) -> None:
    """Leaves this process only reading what the view binds, and `files`. Raises OSError where Landlock is missing."""
    libc = ctypes.CDLL(None, use_errno=True)
    version = libc.syscall(CREATE_RULESET, None, 0, 1)
    if version < 1:
        raise OSError(ctypes.get_errno(), "Landlock is not available")
    rights = RIGHTS[min(version, 5)]
    attributes = struct.pack("QQQ", rights, 0, SCOPED_SOCKETS_AND_SIGNALS) if version >= 6 else struct.pack("Q", rights)
    ruleset = _checked(libc.syscall(CREATE_RULESET, attributes, len(attributes), 0))
    masks = {path for path, kind in view if kind == "mask"}
    for bound in (path for path, kind in view if kind == "bind"):
        for path, rights in allowed(bound, masks):
            _allow(libc, ruleset, path, rights)
    for path in files:
        _allow(libc, ruleset, path, READ_FILE | WRITE_FILE)
    _checked(libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0))
    _checked(libc.syscall(RESTRICT_SELF, ruleset, 0))
    os.close(ruleset)


def allowed(path: str, masks: Collection[str]) -> Iterator[tuple[str, int]]:
    """What to allow of a path, so that nothing below a mask can be read; names there can still be listed.

    A rule holds for everything below its folder and cannot be taken back, so a folder with a mask in it is allowed
    entry by entry.
    """
    if path in masks:
        return
    if any(mask.startswith(f"{path}/") for mask in masks):
        yield path, READ_DIR
        for entry in os.listdir(path):
            yield from allowed(f"{path}/{entry}", masks)
    elif not os.path.islink(path):
        yield path, EXECUTE | READ_FILE | (READ_DIR if os.path.isdir(path) else 0)


def _allow(libc: ctypes.CDLL, ruleset: int, path: str, rights: int) -> None:
    if not os.path.exists(path):
        return
    descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
    try:
        rule = struct.pack("=Qi", rights, descriptor)
        _checked(libc.syscall(ADD_RULE, ruleset, PATH_BENEATH, rule, 0))
    finally:
        os.close(descriptor)


def _checked(result: int) -> int:
    if result < 0:
        raise OSError(ctypes.get_errno(), "Landlock refused")
    return result


class Landlock(Tier):
    """A process of the user's that may read some folders, and has no sockets and no processes of its own."""

    name = "landlock"
    rank = 3

    def restrict(self, box: Mapping[str, Any]) -> None:
        privileges.drop()
        privileges.die_with_parent()
        restrict(box["view"], ("/dev/null", "/dev/urandom"))


TIER = Landlock()
