"""A seccomp filter for the process that holds a student's code: no new processes, no sockets, no reach beyond itself.

Threads, files within what is mounted, and memory work as usual. A refused call fails with EPERM.
"""

import ctypes
import platform
import struct

ALLOW, KILL, ERRNO = 0x7FFF0000, 0x80000000, 0x00050000
EPERM, ENOSYS = 1, 38
LOAD, JUMP_EQUAL, JUMP_AT_LEAST, JUMP_BITS, RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
NUMBER, ARCHITECTURE, FIRST_ARGUMENT, SECOND_ARGUMENT = 0, 4, 16, 24
CLONE_THREAD, PR_SET_PDEATHSIG, TIOCSTI = 0x10000, 1, 0x5412
# fcntl can have the kernel send a signal to any process of the same user.
F_SETOWN, F_SETSIG, F_SETOWN_EX = 8, 10, 15
PR_SET_NO_NEW_PRIVS, FILTER_MODE, ALL_THREADS = 38, 1, 1
X32 = 0x40000000

# Numbers from 424 on are the same on every architecture.
NEW = (*range(424, 435), 438, 440, 442, 447, 452, 463, 466, 467, 469)

# fmt: off
# sockets | fork vfork execve execveat | kill tkill tgkill and signal queues |
# ptrace process_vm_* kcmp | mounts, namespaces, chroot | SysV and POSIX queues, memfd | keys | bpf, perf, userfaultfd,
# fanotify, file handles | scheduling of others | the machine itself | modes, owners, times and attributes of files,
# which Landlock does not know
X86_64 = (
    41, 42, 43, 44, 49, 50, 53, 288, 57, 58, 59, 322, 62, 200, 234, 129, 297, 101, 310, 311, 312,
    155, 161, 165, 166, 272, 308, 29, 30, 31, 64, 68, 240, 319, 248, 249, 250, 321, 298, 323, 300, 303, 304,
    141, 142, 144, 203, 314, 135, 163, 164, 167, 168, 169, 175, 176, 313, 179, 227, 246,
    90, 91, 92, 93, 94, 132, 235, 261, 280, 188, 189, 190, 197, 198, 199, 260, 268, *NEW,
)
AARCH64 = (
    198, 203, 202, 206, 200, 201, 199, 242, 221, 281, 129, 130, 131, 138, 240, 117, 270, 271, 272,
    41, 51, 40, 39, 97, 268, 194, 195, 196, 190, 186, 180, 279, 217, 218, 219, 280, 241, 282, 262, 264, 265,
    140, 118, 119, 122, 274, 92, 89, 170, 224, 225, 142, 105, 106, 273, 60, 112, 104,
    52, 53, 54, 55, 88, 5, 6, 7, 14, 15, 16, *NEW,
)
# fmt: on

# machine: (AUDIT_ARCH, seccomp, refused, clone, clone3, prctl, ioctl, prlimit64, fcntl)
MACHINES = {
    "x86_64": (0xC000003E, 317, X86_64, 56, 435, 157, 16, 302, 72),
    "aarch64": (0xC00000B7, 277, AARCH64, 220, 435, 167, 29, 261, 25),
}


def install() -> None:
    """Puts the filter on this process, for good. Raises OSError where the kernel or the machine has no such filter."""
    program = _program(platform.machine())
    libc = ctypes.CDLL(None, use_errno=True)
    buffer = ctypes.create_string_buffer(program)
    count = len(program) // 8
    header = ctypes.create_string_buffer(struct.pack("HxxxxxxP", count, ctypes.addressof(buffer)))
    if libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0:
        raise OSError(ctypes.get_errno(), "seccomp is not available")
    if libc.syscall(MACHINES[platform.machine()][1], FILTER_MODE, ALL_THREADS, header) != 0:
        raise OSError(ctypes.get_errno(), "seccomp is not available")


def _program(machine: str) -> bytes:
    if machine not in MACHINES:
        raise OSError(f"no seccomp filter for {machine}")
    architecture, _, refused, clone, clone3, prctl, ioctl, prlimit, fcntl = MACHINES[machine]
    lines = [
        _line(LOAD, ARCHITECTURE),
        _line(JUMP_EQUAL, architecture, 1, 0),
        _line(RETURN, KILL),
        _line(LOAD, NUMBER),
        _line(JUMP_AT_LEAST, X32, 0, 1),
        _line(RETURN, ERRNO | ENOSYS),
        *_refuse(clone3, ENOSYS),
        *(line for number in refused for line in _refuse(number, EPERM)),
        *(line for value in (F_SETOWN, F_SETSIG, F_SETOWN_EX) for line in _refuse_argument(fcntl, value)),
        *_by_argument(clone, FIRST_ARGUMENT, JUMP_BITS, CLONE_THREAD, ALLOW, ERRNO | EPERM),
        *_by_argument(prctl, FIRST_ARGUMENT, JUMP_EQUAL, PR_SET_PDEATHSIG, ERRNO | EPERM, ALLOW),
        *_by_argument(ioctl, SECOND_ARGUMENT, JUMP_EQUAL, TIOCSTI, ERRNO | EPERM, ALLOW),
        *_by_argument(prlimit, FIRST_ARGUMENT, JUMP_EQUAL, 0, ALLOW, ERRNO | EPERM),
        _line(RETURN, ALLOW),
    ]
    return b"".join(lines)


def _line(code: int, k: int, if_true: int = 0, if_false: int = 0) -> bytes:
    return struct.pack("HBBI", code, if_true, if_false, k)


def _refuse(number: int, error: int) -> list[bytes]:
    return [_line(JUMP_EQUAL, number, 0, 1), _line(RETURN, ERRNO | error)]


def _refuse_argument(number: int, second: int) -> list[bytes]:
    return [
        _line(JUMP_EQUAL, number, 0, 4),
        _line(LOAD, SECOND_ARGUMENT),
        _line(JUMP_EQUAL, second, 0, 1),
        _line(RETURN, ERRNO | EPERM),
        _line(LOAD, NUMBER),
    ]


def _by_argument(number: int, argument: int, test: int, value: int, then: int, otherwise: int) -> list[bytes]:
    return [
        _line(JUMP_EQUAL, number, 0, 4),
        _line(LOAD, argument),
        _line(test, value, 0, 1),
        _line(RETURN, then),
        _line(RETURN, otherwise),
    ]
