"""Fresh namespaces for this process, by unshare(2): its own users, files, processes, network, IPC and host name.

What it may read is bound read-only into an otherwise empty root; it may write to a small /tmp that dies with it.
"""

import ctypes
import os
import signal
from collections.abc import Iterable

NEW_NS, NEW_CGROUP, NEW_UTS, NEW_IPC = 0x00020000, 0x02000000, 0x04000000, 0x08000000
NEW_USER, NEW_PID, NEW_NET = 0x10000000, 0x20000000, 0x40000000
READ_ONLY, NO_SUID, NO_DEV, NO_EXEC, REMOUNT, BIND, RECURSIVE, PRIVATE = 1, 2, 4, 8, 32, 4096, 16384, 1 << 18
DETACH, PR_SET_PDEATHSIG, PR_SET_NO_NEW_PRIVS, PR_CAPBSET_DROP = 2, 1, 38, 24
PIVOT_ROOT = {"x86_64": 155, "aarch64": 41}
DEVICES = ("/dev/null", "/dev/zero", "/dev/urandom")
USER = 1000

libc = ctypes.CDLL(None, use_errno=True)


def enter(readable: Iterable[str], temporary_bytes: int) -> None:
    """Moves this process into namespaces of its own; it comes back as process 1 there.

    The process that called stays outside and only waits; when it is killed, everything inside dies with it.
    Raises OSError where the kernel does not allow it.
    """
    user, group = os.getuid(), os.getgid()
    _checked(libc.unshare(NEW_USER | NEW_NS | NEW_PID | NEW_NET | NEW_IPC | NEW_UTS | NEW_CGROUP), "unshare")
    _write("/proc/self/setgroups", "deny")
    _write("/proc/self/uid_map", f"{USER} {user} 1")
    _write("/proc/self/gid_map", f"{USER} {group} 1")
    parent = os.getpid()
    if (child := os.fork()) != 0:
        _wait_outside(child)
    _new_root(readable, temporary_bytes)
    _drop_capabilities()
    _checked(libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0), "prctl")
    if os.getppid() not in (0, parent):
        os._exit(1)


def _wait_outside(child: int) -> None:
    os.closerange(0, 256)
    _, status = os.waitpid(child, 0)
    os._exit(os.waitstatus_to_exitcode(status) & 0xFF)


def _new_root(readable: Iterable[str], temporary_bytes: int) -> None:
    _mount("none", "/", None, RECURSIVE | PRIVATE)
    root = "/tmp"
    bound = [(path, os.open(path, os.O_PATH)) for path in (*readable, *DEVICES) if os.path.exists(path)]
    _mount("tmpfs", root, "tmpfs", NO_SUID | NO_DEV, "size=1m,mode=755")
    os.mkdir(f"{root}/tmp")
    _mount("tmpfs", f"{root}/tmp", "tmpfs", NO_SUID | NO_DEV | NO_EXEC, f"size={temporary_bytes},mode=777")
    for path, held in bound:
        _bind(f"/proc/self/fd/{held}", root + path)
        os.close(held)
    os.mkdir(f"{root}/.old")
    _checked(libc.syscall(PIVOT_ROOT[os.uname().machine], root.encode(), f"{root}/.old".encode()), "pivot_root")
    os.chdir("/")
    _checked(libc.umount2(b"/.old", DETACH), "umount")
    os.rmdir("/.old")
    _mount("none", "/", None, REMOUNT | READ_ONLY | BIND | NO_SUID | NO_DEV)
    os.chdir("/tmp")


def _bind(held: str, target: str) -> None:
    if os.path.isdir(held):
        os.makedirs(target, exist_ok=True)
    else:
        os.makedirs(os.path.dirname(target), exist_ok=True)
        open(target, "w").close()
    _mount(held, target, None, BIND | RECURSIVE)
    flags = os.statvfs(target).f_flag & (NO_SUID | NO_DEV | NO_EXEC)
    is_device = target.startswith("/tmp/dev/")
    _mount("none", target, None, BIND | REMOUNT | READ_ONLY | flags | NO_SUID | (0 if is_device else NO_DEV))


def _drop_capabilities() -> None:
    _checked(libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), "prctl")
    for capability in range(64):
        libc.prctl(PR_CAPBSET_DROP, capability, 0, 0, 0)
    header = (ctypes.c_uint32 * 2)(0x20080522, 0)
    _checked(libc.capset(header, (ctypes.c_uint32 * 6)()), "capset")


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


def _checked(result: int, what: str) -> None:
    if result < 0:
        raise OSError(ctypes.get_errno(), f"{what}: {os.strerror(ctypes.get_errno())}")
