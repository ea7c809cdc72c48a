"""What a student's code may use."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """What one box may use: seconds of wall clock a call, a cell, and all that is asked of it at once; bytes of memory,
    of a reply, of its /tmp."""

    call_seconds: float = 5.0
    cell_seconds: float = 10.0
    batch_seconds: float = 30.0
    start_seconds: float = 30.0
    cpu_seconds: int = 120
    memory_bytes: int = 2**30
    reply_bytes: int = 2**20
    temporary_bytes: int = 2**24
