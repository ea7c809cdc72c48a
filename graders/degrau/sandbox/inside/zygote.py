"""A process in which everything is imported that a box needs; it forks for each box, and runs no student's code itself.

It forks whenever the judge sends it the ends of a box's pipes, and sends back a handle (pidfd) of the new process.
"""

import gc
import os
import signal
import socket
from contextlib import suppress

from ..tiers import namespaces
from . import resources, seccomp, worker

NEEDED = (resources, namespaces, seccomp, worker)
ENDED = {signal.SIGCHLD}


def forked(control: int) -> list[int]:
    """Serves the judge until it hangs up; comes back in each new process, with the descriptors that it was given.

    The new process has no others but those for its input and output, and has to confine itself.
    """
    channel = socket.socket(fileno=control)
    signal.signal(signal.SIGCHLD, _bury)
    gc.collect()
    gc.freeze()
    while True:
        message, descriptors, _, _ = socket.recv_fds(channel, 1, 3)
        if not message:
            os._exit(0)
        # One that ends at once is not buried before there is a handle of it.
        signal.pthread_sigmask(signal.SIG_BLOCK, ENDED)
        child = os.fork()
        if child == 0:
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDED)
            channel.detach()
            return _only(descriptors)
        handle = os.pidfd_open(child)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDED)
        for descriptor in descriptors:
            os.close(descriptor)
        socket.send_fds(channel, [b"."], [handle])
        os.close(handle)


def _only(descriptors: list[int]) -> list[int]:
    """Closes all others."""
    kept = sorted({0, 1, 2, *descriptors})
    for low, high in zip(kept, [*kept[1:], os.sysconf("SC_OPEN_MAX")], strict=True):
        os.closerange(low + 1, high)
    return descriptors


def _bury(*_: object) -> None:
    with suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
