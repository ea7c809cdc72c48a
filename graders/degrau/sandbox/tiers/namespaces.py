"""Fresh namespaces for this process, by unshare(2): its own users, files, processes, network, IPC and host name.

What it may read is bound read-only into an otherwise empty root; it may write to a small /tmp that dies with it.
"""

import os
import struct
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ..inside.privileges import checked as _checked
from ..inside.privileges import die_with_parent, drop, libc
from . import Tier

NEW_NS, NEW_CGROUP, NEW_UTS, NEW_IPC = 0x00020000, 0x02000000, 0x04000000, 0x08000000
NEW_USER, NEW_PID, NEW_NET = 0x10000000, 0x20000000, 0x40000000
READ_ONLY, NO_SUID, NO_DEV, NO_EXEC, BIND, RECURSIVE, PRIVATE = 1, 2, 4, 8, 4096, 16384, 1 << 18
MOUNT_SETATTR, HERE, WITH_SUBMOUNTS = 442, -100, 0x8000
DETACH = 2
PIVOT_ROOT = {"x86_64": 155, "aarch64": 41}
DEVICES = ("/dev/null", "/dev/zero", "/dev/urandom")
USER = 1000


def enter(view: Sequence[tuple[str, str]], temporary_bytes: int, descriptors: Sequence[int]) -> None:
    """Moves this process into namespaces of its own; it comes back as process 1 there.

    The process that called stays outside and only waits; when it is killed, everything inside dies with it.
    It keeps none of the descriptors, so that their end is the end of what is inside; but to a third one, if there is
    one, which what is inside does not keep, it writes how that ended: an exit code, or minus the number of a signal.
    Raises OSError where the kernel does not allow it.
    """
    user, group = os.getuid(), os.getgid()
    _checked(libc.unshare(NEW_USER | NEW_NS | NEW_PID | NEW_NET | NEW_IPC | NEW_UTS | NEW_CGROUP), "unshare")
    _write("/proc/self/setgroups", "deny")
    _write("/proc/self/uid_map", f"{USER} {user} 1")
    _write("/proc/self/gid_map", f"{USER} {group} 1")
    die_with_parent()
    if (child := os.fork()) != 0:
        _wait_outside(child, descriptors)
    die_with_parent()
    for descriptor in descriptors[2:]:
        os.close(descriptor)
    _new_root(view, temporary_bytes)
    drop()


def _wait_outside(child: int, descriptors: Sequence[int]) -> None:
    for descriptor in (0, 1, 2, *descriptors[:2]):
        os.close(descriptor)
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    for descriptor in descriptors[2:]:
        os.write(descriptor, str(code).encode())
    os._exit(code & 0xFF)


def _new_root(view: Sequence[tuple[str, str]], temporary_bytes: int) -> None:
    _mount("none", "/", None, RECURSIVE | PRIVATE)
    root = "/tmp"
    links = {path: os.readlink(path) for path, kind in view if kind == "link"}
    shown = [*view, *((path, "bind") for path in DEVICES if os.path.exists(path))]
    # Held open, for what lies below /tmp is about to be covered.
    held = {path: os.open(path, os.O_PATH) for path, kind in shown if kind == "bind"}
    _mount("tmpfs", root, "tmpfs", NO_SUID | NO_DEV, "size=1m,mode=755")
    os.mkdir(f"{root}/tmp")
    _mount("tmpfs", f"{root}/tmp", "tmpfs", NO_SUID | NO_DEV | NO_EXEC, f"size={temporary_bytes},mode=777")
    for path, kind in shown:
        if kind == "bind":
            _bind(held[path], root + path, NO_SUID if path in DEVICES else NO_SUID | NO_DEV)
        elif kind == "link":
            os.makedirs(os.path.dirname(root + path), exist_ok=True)
            os.symlink(links[path], root + path)
        else:
            _mount("tmpfs", root + path, "tmpfs", NO_SUID | NO_DEV | NO_EXEC, "size=64k,mode=755")
    _seal(root + path for path, kind in shown if kind == "mask")
    os.mkdir(f"{root}/.old")
    _checked(libc.syscall(PIVOT_ROOT[os.uname().machine], root.encode(), f"{root}/.old".encode()), "pivot_root")
    os.chdir("/")
    _checked(libc.umount2(b"/.old", DETACH), "umount")
    os.rmdir("/.old")
    _seal(["/"])
    os.chdir("/tmp")


def _bind(held: int, target: str, flags: int) -> None:
    """Shows an open path, and what is mounted below it, at the target, read-only; closes it."""
    source = f"/proc/self/fd/{held}"
    if os.path.isdir(source):
        os.makedirs(target, exist_ok=True)
    else:
        os.makedirs(os.path.dirname(target), exist_ok=True)
        open(target, "a").close()
    _mount(source, target, None, BIND | RECURSIVE)
    os.close(held)
    _restrict(target, READ_ONLY | flags, WITH_SUBMOUNTS)


def _seal(targets: Iterable[str]) -> None:
    """Makes mounts read-only, those below them aside."""
    for target in targets:
        _restrict(target, READ_ONLY, 0)


def _restrict(target: str, flags: int, which: int) -> None:
    """Adds flags to a mount; needs Linux 5.12."""
    attributes = struct.pack("QQQQ", flags, 0, 0, 0)
    _checked(libc.syscall(MOUNT_SETATTR, HERE, target.encode(), which, attributes, len(attributes)), f"seal {target}")


def _mount(source: str, target: str, kind: str | None, flags: int, options: str = "") -> None:
    arguments = (
        source.encode(),
        target.encode(),
        kind.encode() if kind else None,
        flags,
        options.encode() or None,
    )
    _checked(libc.mount(*arguments), f"mount {target}")


def _write(path: str, text: str) -> None:
    with open(path, "w") as file:
        file.write(text)


class Namespaces(Tier):
    """Namespaces that the box's own process makes."""

    name = "namespaces"
    rank = 2
    forked = True
    alone = True
    folder = "/tmp"

    def enter(self, box: Mapping[str, Any], descriptors: Sequence[int]) -> None:
        enter(box["view"], box["temporary_bytes"], descriptors)


TIER = Namespaces()
