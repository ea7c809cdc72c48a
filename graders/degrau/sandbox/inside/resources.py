"""What a process may use, by rlimits; soft and hard are the same, so that it cannot raise them."""

from contextlib import suppress

MEGABYTE = 2**20
THREADS = 64


def apply(memory: int, cpu_seconds: int, alone: bool) -> None:
    """Sets the limits of this process; where the system has none, nothing happens.

    `alone`: whether it has a user namespace of its own, so that the user's other processes do not count.
    """
    try:
        import resource
    except ImportError:
        return
    wanted = {
        "RLIMIT_AS": memory,
        "RLIMIT_CPU": cpu_seconds,
        "RLIMIT_FSIZE": 16 * MEGABYTE,
        "RLIMIT_NOFILE": 64,
        "RLIMIT_STACK": 16 * MEGABYTE,
        "RLIMIT_CORE": 0,
        **({"RLIMIT_NPROC": THREADS} if alone else {}),
    }
    for name, value in wanted.items():
        limit = getattr(resource, name, None)
        if limit is not None:
            _lower(resource, limit, value)


def _lower(resource: object, limit: int, value: int) -> None:
    hard = resource.getrlimit(limit)[1]  # type: ignore[attr-defined]
    most = value if hard == resource.RLIM_INFINITY else min(value, hard)  # type: ignore[attr-defined]
    with suppress(ValueError, OSError):
        resource.setrlimit(limit, (most, most))  # type: ignore[attr-defined]
