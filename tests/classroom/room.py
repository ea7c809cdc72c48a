"""A teacher's machine on which notebooks are judged, with eyes on all that a notebook could leave behind."""

import hashlib
import os
import socket
import sqlite3
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

import nbformat

from degrau.base.text import Text
from degrau.demo.desk import Desk, as_file
from degrau.grading.submission import Submissions
from degrau.notebooks.canonical import canonicalise
from degrau.notebooks.messages import Unreadable
from degrau.pack.pack import Pack
from degrau.sandbox.limits import Limits
from degrau.sandbox.machine import Pool
from degrau.sandbox.tiers import Tier

from ..benchmarks.whole_class import memory
from ..judged import judged
from .careless import FULL
from .hostile import ASSIGNMENT, Attack

SEED = 20
LOOKED_AT_EVERY = 0.1
RIGHT = "def step(z):\n    return np.where(np.asarray(z) >= 0, 1.0, 0.0)\n"


@dataclass(frozen=True)
class Seen:
    """What one submission got and was told, and what it left: processes, descriptors, files, connections.

    `neighbours`: the scores of the honest students before and after it, if they were judged, too. `memory`: the most
    that the judge's side had meanwhile, in bytes, without the boxes; it is looked at many times a second.
    """

    points: float
    said: tuple[Text, ...]
    seconds: float
    left: tuple[str, ...]
    neighbours: tuple[float, ...]
    memory: int


class Room:
    """One sandbox tier, a course with another student's work and a gradebook in it, and a server on loopback."""

    def __init__(self, tier: Tier, limits: Limits, pack: Pack, root: Path) -> None:
        self.pack, self.desk = pack, Desk(pack, ASSIGNMENT, "en")
        self.course = root / "course"
        self.course.mkdir()
        self.handed_in = root / "handed-in"
        self.handed_in.mkdir()
        self.pool = Pool(tier, limits)
        self.right = as_file(self.desk.notebook(self.desk.right(1)))
        self.desk.sample("bia", Text(pt="certa", en="right"), self.desk.right(0)).hand_in(self.course / "submitted")
        with sqlite3.connect(self.course / "gradebook.db") as gradebook:
            gradebook.execute("create table grade (manual_score real)")
            gradebook.execute("insert into grade values (1.0)")
        gradebook.close()

    def __enter__(self) -> Self:
        self.pool.__enter__()
        assert self.neighbour() == FULL
        return self

    def __exit__(self, *error: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.pool.__exit__(None, None, None)

    def attacked(self, attack: Attack, neighbours: bool = True, others: bool = True) -> Seen:
        """Judges a hostile notebook, which knows where everything is; without `others`, one function of it."""
        with answering() as (port, reached):
            knowledge = (
                f"COURSE, REPOSITORY = {str(self.course)!r}, {str(self.pack.root)!r}\n"
                f"JUDGE, PORT = {os.getpid()}, {port}"
            )
            return self.seen(as_file(attack.notebook(self.desk, knowledge, others)), reached, neighbours)

    def seen(self, content: str, reached: Callable[[], bool] = lambda: False, neighbours: bool = True) -> Seen:
        """Judges a notebook and looks at what it leaves; with `neighbours`, between two honest students."""
        path = self.handed_in / ASSIGNMENT / f"{ASSIGNMENT}.ipynb"
        path.parent.mkdir(exist_ok=True)
        path.write_text(content, encoding="utf-8")
        return self.folder(path.parent, reached, neighbours)

    def folder(self, folder: Path, reached: Callable[[], bool] = lambda: False, neighbours: bool = True) -> Seen:
        """Judges what a student's folder holds, whatever that is, as `degrau grade` does, but for nbgrader's books."""
        honest = [self.neighbour()] if neighbours else []
        processes, descriptors, files = self._others(), self._descriptors(), self._files()
        with _watched() as peak:
            began = time.perf_counter()
            points, said = self._judged(folder)
            seconds = time.perf_counter() - began
        left = [f"process {pid}" for pid in self._remaining(processes)]
        left += [f"{self._descriptors() - descriptors} descriptors"] if self._descriptors() != descriptors else []
        left += sorted({path for path, _ in self._files() ^ files})
        left += ["a connection"] if reached() else []
        for path in {path for path, _ in self._files() - files}:
            _remove(Path(path))
        honest += [self.neighbour()] if neighbours else []
        return Seen(points, said, seconds, tuple(left), tuple(honest), peak())

    def neighbour(self) -> float:
        """The score of an honest student, all of whose answers are right."""
        canonical = canonicalise(nbformat.reads(self.right, as_version=4), self.pack)
        return judged(canonical, self.pack, self.pool, SEED, ASSIGNMENT).points

    def _judged(self, folder: Path) -> tuple[float, tuple[Text, ...]]:
        try:
            with closing(Submissions(self.pack, self.pool.limits)) as submissions:
                canonical = submissions.read(folder)
        except Unreadable as problem:
            return 0.0, (problem.message,)
        report = judged(canonical, self.pack, self.pool, SEED, ASSIGNMENT)
        return report.points, canonical.notes

    def _remaining(self, before: set[int]) -> set[int]:
        deadline = time.monotonic() + 20
        while (found := self._others() - before) and time.monotonic() < deadline:
            time.sleep(0.02)
        return found

    def _others(self) -> set[int]:
        spares = {box.pid for box in self.pool.spares}
        return below(os.getpid()) - spares - {pid for spare in spares for pid in below(spare)}

    def _descriptors(self) -> int:
        return len(os.listdir("/dev/fd")) - spare_descriptors(self.pool)

    def _files(self) -> set[tuple[str, str]]:
        """What a notebook could have written: all of the course, and what bears its mark anywhere else."""
        own = [path for path in self.course.rglob("*") if not path.is_dir() or path.is_symlink()]
        folders = {tempfile.gettempdir(), "/tmp", "/dev/shm", "/var/tmp", "/", str(Path.home()), str(self.pack.root)}
        marked = [path for folder in folders for path in Path(folder).glob("degrau-[wf]*")]
        stray = [Path(folder, "numpy.py") for folder in ("/tmp", "/dev/shm", ".", str(self.course))]
        return {(str(path), _content(path)) for path in (*own, *marked, *stray) if path.exists() or path.is_symlink()}


def spare_descriptors(pool: Pool) -> int:
    """The descriptors of the boxes that wait to be taken: of two pipes each, and of what one is known by."""
    return sum(box.descriptors for box in pool.spares)


def _content(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink()


@contextmanager
def _watched() -> Iterator[Callable[[], int]]:
    """While this is entered, the memory of this process and of its like is looked at; gives the most that it was."""
    peak, over = [0], threading.Event()

    def watch() -> None:
        while not over.wait(LOOKED_AT_EVERY):
            peak[0] = max(peak[0], sum(memory(pid) for pid in (os.getpid(), *_forked())))

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        yield lambda: peak[0]
    finally:
        over.set()
        watcher.join()


def _forked() -> Iterator[int]:
    """The processes below this one that run the same program: the judge's own children, and no boxes."""
    own = Path("/proc/self/cmdline").read_bytes()
    for pid in below(os.getpid()):
        with suppress(OSError):
            if Path(f"/proc/{pid}/cmdline").read_bytes() == own:
                yield pid


@contextmanager
def answering() -> Iterator[tuple[int, Callable[[], bool]]]:
    """A server on loopback that hands out the right answer; gives its port, and whether anybody asked."""
    reached = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            with suppress(OSError):
                while True:
                    connection, _ = server.accept()
                    reached.set()
                    with connection:
                        connection.sendall(RIGHT.encode())

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        try:
            yield server.getsockname()[1], reached.is_set
        finally:
            server.shutdown(socket.SHUT_RDWR)
            thread.join()


def below(root: int) -> set[int]:
    """The living processes below this one, found by their parents."""
    parents: dict[int, int] = {}
    for entry in filter(str.isdigit, os.listdir("/proc")):
        try:
            fields = Path(f"/proc/{entry}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if fields[0] != "Z":
            parents[int(entry)] = int(fields[1])
    found = {root}
    while more := {pid for pid, parent in parents.items() if parent in found} - found:
        found |= more
    return found - {root}
