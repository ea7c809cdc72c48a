"""What a student's code may use."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """What one box may use.

    Seconds of wall clock for a call, a cell, all its cells, and all that is asked of it at once; `notebook_seconds`
    are for all boxes together. Bytes of memory, of a reply, of all replies to what is asked at once, of its /tmp.
    The judge of a notebook has `spare_seconds` more than that notebook, and `judge_bytes` of memory; so many seconds,
    and as much memory, are for reading what was handed in, and for making its page.
    """

    call_seconds: float = 5.0
    cell_seconds: float = 10.0
    cells_seconds: float = 30.0
    batch_seconds: float = 30.0
    start_seconds: float = 30.0
    notebook_seconds: float = 180.0
    cpu_seconds: int = 120
    memory_bytes: int = 2**30
    reply_bytes: int = 2**20
    batch_bytes: int = 2**25
    spare_seconds: float = 60.0
    judge_bytes: int = 3 * 2**30
    temporary_bytes: int = 2**24
