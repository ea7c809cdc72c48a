"""What a call may do to its process and the machine: it costs that call at most. Whole notebooks are in classroom/."""

import os
import signal
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from degrau.judging.registry import assignments
from degrau.plain.outcomes import Crashed, NotPlain, Outcome, Raised, Returned, TimedOut
from degrau.sandbox import machine
from degrau.sandbox.box import Box

from ..at_hand import ASSIGNMENT, LAST, PACK

# What goes over the pipe is the same in every tier; what reaches for the machine is tried in each.
ONE = pytest.mark.parametrize("tier", [machine.best().name], indirect=True)
LONG = pytest.mark.long
TAKING_LONG = {"sleep", "regex", "uninterruptible", "memory", "deep recursion", "threads", "loop in C"}
ENDINGS = {
    "exit": ("raise SystemExit(0)", Raised),
    "interrupt": ("raise KeyboardInterrupt", Raised),
    "base": ("raise BaseException('x')", Raised),
    "recursion": ("return (lambda g: g(g))(lambda g: g(g))", Raised),
    "mute": ("class M(Exception):\n        def __str__(self): raise SystemExit\n    raise M", Raised),
    "group": ("raise BaseExceptionGroup('g', [SystemExit()])", Raised),
    "quit": ("import os; os._exit(0)", Crashed),
    "null": ("import ctypes; ctypes.string_at(0)", Crashed),
    "abort": ("import os; os.abort()", Crashed),
    "kill itself": ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", (Raised, Crashed)),
    "stop itself": ("import os, signal; os.kill(os.getpid(), signal.SIGSTOP)", (Raised, TimedOut)),
    "raise a stop": ("import signal; signal.raise_signal(signal.SIGSTOP)", (Raised, TimedOut)),
    # Process 1 of a namespace does not hear it.
    "alarm": ("import signal, time; signal.setitimer(0, 0.01); time.sleep(9)", (Crashed, TimedOut)),
    "sleep": ("import time; time.sleep(99)", TimedOut),
    "loop in C": ("return 10**10**9", TimedOut),
    "regex": ("import re; re.match('(a+)+b', 'a' * 64)", TimedOut),
    "uninterruptible": (
        "while True:\n        try:\n            while True: pass\n        except BaseException: pass",
        TimedOut,
    ),
    "memory": ("return [bytearray(10**8) for i in range(300)]", (Raised, TimedOut)),
    "array": ("import numpy as np; return np.ones((10**5, 10**5))", Raised),
    "mapping": ("import mmap; return [mmap.mmap(-1, 2**26) for i in range(99)]", Raised),
    "deep recursion": ("import sys; sys.setrecursionlimit(10**9)\n    return f(x)", (Raised, Crashed, TimedOut)),
    "output": ("for i in range(100): print('x' * 10**6)", Returned),
    "fork": ("import os; os.fork()", Raised),
    "vfork": ("import subprocess; subprocess.run(['/bin/true'])", Raised),
    "exec": ("import os; os.execv('/bin/true', ['true'])", Raised),
    "multiprocessing": ("import multiprocessing as m; m.Process(target=print).start()", Raised),
    "socket": ("import socket; socket.socket()", Raised),
    "socketpair": ("import socket; socket.socketpair()", Raised),
    "name lookup": ("import urllib.request; urllib.request.urlopen('http://127.0.0.1:1')", Raised),
    "kill all": ("import os; os.kill(-1, 9)", Raised),
    "kill parent": ("import os; os.kill(os.getppid(), 9)", Raised),
    "kill group": ("import os; os.killpg(0, 9)", Raised),
    "pidfd": ("import os, signal; signal.pidfd_send_signal(os.pidfd_open(os.getppid()), 9)", Raised),
    "own a pipe": ("import fcntl, os; fcntl.fcntl(os.pipe()[0], 8, os.getppid())", Raised),
    "choose a signal": ("import fcntl, os; fcntl.fcntl(os.pipe()[0], 10, 9)", Raised),
    "memfd": ("import os; os.memfd_create('x')", Raised),
    "change mode": ("import os; os.chmod('/tmp', 0o777)", Raised),
    "threads": (
        "import threading, time; threading.stack_size(2**15)\n"
        "    for i in range(10**5): threading.Thread(target=time.sleep, args=[99], daemon=True).start()",
        (Raised, TimedOut, Crashed),
    ),
}


REFUSED = [name for name, (_, kind) in ENDINGS.items() if kind is Raised]
DEADLY = [pytest.param(n, marks=LONG if n in TAKING_LONG else ()) for n in ENDINGS if n not in REFUSED]


@pytest.mark.parametrize("attack", DEADLY)
def test_whatever_a_call_does_to_its_process_costs_that_call(answer, attack) -> None:
    body, kind = ENDINGS[attack]
    answers = answer({"f": [(0,)], "honest": [(1,)]}, f=f"def f(x):\n    {body}")
    assert isinstance(answers["f"][0], kind)
    assert answers["honest"] == [Returned(2)]


def test_what_is_refused_is_an_exception_to_the_student(answer) -> None:
    names = {f"f{i}": name for i, name in enumerate(REFUSED)}
    sources = {f: f"def f(x):\n    {ENDINGS[name][0]}\n{f} = f" for f, name in names.items()}
    answers = answer({**{f: [(0,)] for f in names}, "honest": [(1,)]}, **sources)
    assert {names[f]: o for f, (o,) in answers.items() if f in names and not isinstance(o, Raised)} == {}
    assert answers["honest"] == [Returned(2)]


# System calls, by number on x86_64, that must not succeed: each takes the judge's process number where it takes one.
CALLS = {
    "ptrace attach": (101, 16, "JUDGE"),
    "process_vm_writev": (311, "JUDGE"),
    "kill": (62, "JUDGE", 9),
    "tgkill": (234, "JUDGE", "JUDGE", 9),
    "rt_sigqueueinfo": (129, "JUDGE", 9),
    "die with parent": (157, 1, 0),
    "prlimit": (302, "JUDGE", 0, 0, 0),
    "unshare users": (272, 0x10000000),
    "clone": (56, 17, 0),
    "clone3": (435, 0, 0),
    "vsock": (41, 40, 1, 0),
    "bpf": (321, 0, 0, 0),
    "io_uring": (425, 1, 0),
    "userfaultfd": (323, 0),
    "keyctl": (250, 0, -3, 0),
    "shmget": (29, 0, 4096, 0o1600),
    "memfd_secret": (447, 0),
    "own": (72, 1, 15, 0),
    "utimensat": (280, -100, 0, 0, 0),
    "chown": (92, 0, 0, 0),
    "x32": (0x40000000 + 39,),
}


@pytest.mark.skipif(os.uname().machine != "x86_64", reason="numbers of another machine")
def test_the_kernel_refuses_what_reaches_beyond_the_process(answer) -> None:
    calls = [tuple(os.getpid() if word == "JUDGE" else word for word in call) for call in CALLS.values()]
    source = (
        "import ctypes\nlibc = ctypes.CDLL(None, handle=ctypes.pythonapi._handle, use_errno=True)\n"
        "def f(*a):\n    r = libc.syscall(*(ctypes.c_long(x) for x in a))\n    return r, ctypes.get_errno()"
    )
    outcomes = answer({"f": calls}, f=source)["f"]
    assert [name for name, o in zip(CALLS, outcomes, strict=True) if o not in map(Returned, EPERM_OR_ENOSYS)] == []


EPERM_OR_ENOSYS = [(-1, 1), (-1, 38)]


def test_limits_cannot_be_raised(answer) -> None:
    source = (
        "import resource as r\ndef f(name):\n    limit = getattr(r, name)\n    soft, hard = r.getrlimit(limit)\n"
        "    r.setrlimit(limit, (hard + 1, hard + 1))"
    )
    names = ["RLIMIT_AS", "RLIMIT_CPU", "RLIMIT_FSIZE", "RLIMIT_NOFILE", "RLIMIT_STACK", "RLIMIT_CORE"]
    outcomes = answer({"f": [(name,) for name in names]}, f=source)["f"]
    assert [getattr(o, "type", o) for o in outcomes] == ["ValueError"] * len(names)


def of_the_course() -> dict[str, Path]:
    """Files that tell what is right."""
    solutions, graders = PACK.root / "solutions", assignments()[ASSIGNMENT].folder
    found = {
        "solutions": solutions / f"{ASSIGNMENT}.py",
        "banks": solutions / "banks" / ASSIGNMENT / f"{LAST}.py",
        "graders": sorted(graders.glob("[!_]*.py"))[0],
        "probes": graders / "probes.npz",
    }
    assert all(path.is_file() for path in found.values())
    return found


@contextmanager
def secrets(tmp_path: Path) -> Iterator[dict[str, str]]:
    """Files that a box must not read: of the judge's, the course's and the machine's."""
    mine = tmp_path / "secret"
    mine.write_text("secret")
    hidden = Path.home() / ".degrau-test-secret"
    hidden.write_text("secret")
    root = Path(__file__).parents[2]
    try:
        yield {
            "a file of the judge's": str(mine),
            "home": str(hidden),
            **{name: str(path) for name, path in of_the_course().items()},
            "through dots": str(root / "graders/degrau/sandbox/inside/../../judging/judge.py"),
            "this test": __file__,
            "passwd": "/etc/passwd",
            "environment": f"/proc/{os.getpid()}/environ",
            "memory": f"/proc/{os.getpid()}/mem",
            "descriptors": f"/proc/{os.getpid()}/fd/0",
            "root by a process": f"/proc/{os.getpid()}/root{mine}",
            "own root": f"/proc/self/root{mine}",
            "machine": "/proc/1/environ",
            "disk": "/dev/sda",
        }
    finally:
        hidden.unlink()


READING = "def f(path):\n    with open(path, 'rb') as file:\n        return file.read(3)"


def test_the_judge_s_files_cannot_be_read(answer, tmp_path) -> None:
    with secrets(tmp_path) as paths:
        outcomes = dict(zip(paths, answer({"f": [(p,) for p in paths.values()]}, f=READING)["f"], strict=True))
    assert {name: o for name, o in outcomes.items() if not isinstance(o, Raised)} == {}


def test_the_environment_holds_nothing_of_the_judge_s(answer, monkeypatch) -> None:
    monkeypatch.setenv("COURSE_SECRET", "secret")
    source = "import os\ndef f(): return sorted(os.environ), 'secret' in str(os.environ)"
    (outcome,) = answer({"f": [()]}, f=source)["f"]
    assert isinstance(outcome, Returned)
    names, found = outcome.value  # type: ignore[misc]
    assert not found
    assert "PATH" not in names


def test_nothing_is_written_outside(answer, tmp_path) -> None:
    (tmp_path / "mine").write_text("mine")
    name = f"degrau-{os.getpid()}"
    places = [f"{folder}/{name}" for folder in (tmp_path, "/tmp", "/dev/shm", "/var/tmp", Path.home(), "/usr/lib", "/")]
    inside = Path(__file__).parents[2] / "graders/degrau/sandbox/inside"
    before = {path: path.stat().st_mtime_ns for path in inside.iterdir()}
    source = (
        "import os\ndef f(path):\n    for do in (lambda: open(path, 'w').write('x'), lambda: os.mkdir(path + 'd'),\n"
        "               lambda: os.symlink('x', path + 'l'), lambda: os.truncate(path, 0), lambda: os.unlink(path),\n"
        "               lambda: os.chmod(path, 0o777), lambda: os.utime(path, (1, 1)),\n"
        "               lambda: os.rename(path, path + 'r')):\n"
        "        try: do()\n        except OSError: pass"
    )
    answer({"f": [(place,) for place in (*places, str(tmp_path / "mine"), str(inside / "worker.py"))]}, f=source)
    assert (tmp_path / "mine").read_text() == "mine"
    assert os.listdir(tmp_path) == ["mine"]
    assert [place for place in places if list(Path(place).parent.glob(f"{name}*"))] == []
    assert {path: path.stat().st_mtime_ns for path in inside.iterdir()} == before


def test_a_box_finds_nothing_that_another_left(pool) -> None:
    places = "import os\nfor p in ('/tmp/left', '/dev/shm/left', 'left'):\n    "
    leaving = f"{places}try: open(p, 'w').write('x')\n    except OSError: pass"
    with pool.take() as box, pool.take() as other:
        list(box.run([("cell", leaving)]))
        found = list(other.run([("cell", f"{places}print(os.path.exists(p))")]))
    assert found == [(None, "False\n" * 3)]


def test_a_folder_that_is_filled_is_small_and_its_own(answer) -> None:
    source = (
        "def f(x):\n    for i in range(99):\n        with open(f'/tmp/{i}', 'wb') as file: file.write(bytes(2**20))"
    )
    answers = answer({"f": [(1,)], "honest": [(1,)]}, f=source)
    assert isinstance(answers["f"][0], Raised)
    assert answers["honest"] == [Returned(2)]


def test_no_server_is_reached(answer) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.1)
        source = "import socket\ndef f(port): return socket.create_connection(('127.0.0.1', port)) and 1"
        (outcome,) = answer({"f": [(server.getsockname()[1],)]}, f=source)["f"]
        assert isinstance(outcome, Raised)
        with pytest.raises(TimeoutError):
            server.accept()


def test_the_process_group_of_the_judge_gets_no_signal(answer) -> None:
    got = threading.Event()
    before = signal.signal(signal.SIGIO, lambda *_: got.set())
    source = (
        "import fcntl, os\ndef f(pid):\n    r, w = os.pipe()\n    done = []\n"
        "    for do in (lambda: fcntl.fcntl(r, 8, pid), lambda: fcntl.fcntl(r, 8, -pid),\n"
        "               lambda: fcntl.fcntl(r, 4, 0o20000), lambda: os.write(w, b'x')):\n"
        "        try: do()\n        except OSError: done.append(0)\n    return done"
    )
    try:
        assert answer({"f": [(os.getpid(),)]}, f=source)["f"] == [Returned([0, 0])]
        time.sleep(0.05)
        assert not got.is_set()
    finally:
        signal.signal(signal.SIGIO, before)


def test_boxes_work_as_before_after_all_this(pool) -> None:
    def twice(box: Box) -> list[Outcome]:
        list(box.run([("cell", "def f(x): return 2 * x")]))
        return list(box.call("f", [(1,), (object,)][:1]))

    with pool.take() as one, pool.take() as other:
        assert [twice(box) for box in (one, other)] == [[Returned(2)]] * 2


@ONE
def test_an_unplain_answer_names_its_type_only(answer) -> None:
    answers: Any = answer(
        {"f": [()]}, f="class Secret:\n    __repr__ = lambda s: 'x' * 10**9\ndef f(): return Secret()"
    )
    assert answers["f"] == [NotPlain("__main__.Secret")]
