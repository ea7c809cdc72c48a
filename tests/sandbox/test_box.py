"""A box, in every tier that works here: it answers, it keeps its limits, and nothing is left of it."""

import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest

from degrau.plain.outcomes import Crashed, Missing, NotPlain, Raised, Returned, TimedOut
from degrau.sandbox import machine, process
from degrau.sandbox import process as patience
from degrau.sandbox.box import Box, BoxDied
from degrau.sandbox.limits import Limits
from degrau.sandbox.machine import NoSandbox, Pool
from degrau.sandbox.process import Deadline, Use
from degrau.sandbox.tiers import landlock
from degrau.sandbox.view import steps

from ..classroom.room import below

EVERY = pytest.mark.parametrize("tier", [s.tier.name for s in machine.available() if s.works], indirect=True)
LIMITS = Limits(call_seconds=0.5, cell_seconds=0.5, memory_bytes=2**29)


def defined(box: Box, source: str) -> list[tuple[Raised | None, str]]:
    return list(box.run([("cell", source)]))


def test_at_least_a_plain_process_works_everywhere() -> None:
    assert machine.TierStatus(machine.named("process"), True) in machine.available()
    assert machine.best() in [status.tier for status in machine.available() if status.works]


@EVERY
def test_a_function_is_called_with_plain_data_and_answers_with_it(box) -> None:
    assert defined(box, "import numpy as np\ndef f(X, w, b):\n    print('calling')\n    return X @ w + b, 'done'") == [
        (None, "")
    ]
    X = np.arange(6.0).reshape(2, 3)
    (outcome,) = box.call("f", [(X, np.ones(3), 1)])
    assert isinstance(outcome, Returned)
    assert outcome.value[1] == "done"
    assert np.array_equal(outcome.value[0], [4.0, 13.0])


def test_every_kind_of_outcome_that_leaves_the_box_alive(box) -> None:
    defined(
        box,
        "import numpy as np\ndef f(x):\n    if x == 0:\n        return 1 / x\n    return object()\n"
        "def g(a, b):\n    b[0] = 5",
    )
    raised, unplain = box.call("f", [(0,), (1,)])
    assert raised == Raised(
        "ZeroDivisionError", "division by zero", (("cell", 4, "return 1 / x"),), (("x", "int", ()),)
    )
    assert unplain == NotPlain("object")
    assert list(box.call("g", [(np.zeros(2), np.zeros(2))])) == [Returned(None, (1,))]
    assert list(box.call("h", [(1,), (2,)])) == [Missing(), Missing()]


def test_a_request_and_an_answer_far_larger_than_a_pipe(tier) -> None:
    with Box(tier, Limits(reply_bytes=2**25)) as box:
        defined(box, "def same(x): return x")
        big = np.arange(10**6, dtype=np.float64)
        outcomes = list(box.call("same", [(big,), (big[::-1],)]))
        assert all(isinstance(o, Returned) for o in outcomes)
        assert np.array_equal(outcomes[1].value, big[::-1])


def test_a_source_that_is_no_utf_8_is_run_all_the_same(box) -> None:
    assert defined(box, "print('\ud800')") == [(None, "?\n")]


def test_a_call_without_end_is_ended(box) -> None:
    defined(box, "def f():\n    while True: pass")
    began = time.monotonic()
    with pytest.raises(BoxDied) as death:
        list(box.call("f", [()]))
    assert death.value.outcome == TimedOut(0.5)
    assert time.monotonic() - began < 3


def test_many_slow_calls_share_one_limit(tier) -> None:
    with Box(tier, Limits(batch_seconds=0.5)) as box:
        defined(box, "import time\ndef f():\n    time.sleep(0.2)")
        with pytest.raises(BoxDied) as death:
            list(box.call("f", [()] * 50))
        assert death.value.outcome == TimedOut(0.5)


def test_a_process_that_ends_says_how(box) -> None:
    defined(box, "import os\ndef f(): os._exit(3)")
    with pytest.raises(BoxDied) as death:
        list(box.call("f", [()]))
    assert death.value.outcome == Crashed("exit code 3")


def test_too_large_an_answer_is_refused_before_it_is_read(tier) -> None:
    with Box(tier, Limits(reply_bytes=10_000)) as box:
        defined(box, "import numpy as np\ndef f(): return np.zeros(10**6)")
        with pytest.raises(BoxDied) as death:
            list(box.call("f", [()]))
        assert death.value.outcome == Crashed("reply too large")


def test_closing_twice_or_in_the_middle_of_the_answers_leaves_nothing(tier) -> None:
    with Box(tier, LIMITS) as box:
        defined(box, "def f(x): return x")
        answers = box.call("f", [(i,) for i in range(100)])
        assert next(answers) == Returned(0)
        box.close()


def test_a_judge_with_a_thousand_open_files_can_use_a_box(tier) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if hard < 1400:
        pytest.skip("too few descriptors")
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, 1400), hard))
    held = [os.open(os.devnull, os.O_RDONLY) for _ in range(1100)]
    try:
        with Box(tier, LIMITS) as box:
            defined(box, "def f(x): return x")
            assert list(box.call("f", [(1,)])) == [Returned(1)]
    finally:
        for descriptor in held:
            os.close(descriptor)
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def test_a_box_holds_no_descriptor_but_its_own(box) -> None:
    held = "import os\nn = 0\nfor d in range(4096):\n    try: os.fstat(d); n += 1\n    except OSError: pass\nprint(n)"
    assert defined(box, held) == [(None, "5\n")]


def test_a_pool_closes_what_nobody_took(tier) -> None:
    with Pool(tier, LIMITS) as pool, pool.take() as box:
        assert defined(box, "print(1)") == [(None, "1\n")]


def test_a_spare_that_died_is_not_handed_out(tier) -> None:
    with Pool(tier, LIMITS) as pool:
        pool.take().close()
        pool.spares[0].start()
        end(pool.spares[0].pid)
        with pool.take() as box:
            assert defined(box, "print(1)") == [(None, "1\n")]


def test_what_one_box_leaves_the_next_one_of_the_same_pool_does_not_see(pool) -> None:
    with pool.take() as first:
        left = "import sys\nsys.left = 1\ntry: open('/tmp/left', 'w').write('x')\nexcept OSError: pass"
        assert defined(first, left) == [(None, "")]
        with pool.take() as second:
            seen = "import os, sys\nprint(hasattr(sys, 'left'), os.path.exists('/tmp/left'))"
            assert defined(second, seen) == [(None, "False False\n")]


def test_boxes_of_the_same_pool_draw_other_random_numbers(pool) -> None:
    drawn = set()
    for _ in range(3):
        with pool.take() as box:
            drawn.add(defined(box, "import random\nimport numpy as np\nprint(np.random.rand(), random.random())")[0][1])
    assert len({number for text in drawn for number in text.split()}) == 6


def test_a_pooled_box_holds_no_descriptor_but_its_own_and_says_how_it_ended(pool) -> None:
    held = "import os\nfor d in range(1024):\n    try: os.fstat(d); print(d, end=' ')\n    except OSError: pass"
    with pool.take() as box:
        (_, printed) = defined(box, f"{held}\ndef f(): os._exit(3)")[0]
        assert len(printed.split()) == 5
        with pytest.raises(BoxDied) as death:
            list(box.call("f", [()]))
        assert death.value.outcome == Crashed("exit code 3")


@pytest.mark.skipif(not machine.best().forked, reason="no namespaces here, so no box is forked")
def test_a_pool_goes_on_without_a_zygote_that_ended_or_that_the_machine_does_not_allow(monkeypatch) -> None:
    with Pool(machine.best(), LIMITS) as pool:
        pool.take().close()
        # One that has not yet said that it ends with the zygote ends with its pipe.
        pool.spares[0].start()
        assert pool.zygote is not None
        end(pool.zygote)
        with pool.take() as box:
            assert defined(box, "print(1)") == [(None, "1\n")]
    monkeypatch.setattr(process.Zygote, "fork", _refused)
    with Pool(machine.best(), LIMITS) as pool:
        with pool.take() as box:
            assert defined(box, "print(1)") == [(None, "1\n")]
        assert not pool.forks


def _refused(*_: object) -> None:
    raise PermissionError


def test_a_pool_that_cannot_start_a_box_says_so(tier, monkeypatch) -> None:
    monkeypatch.setattr(type(tier), "command", lambda *_: [sys.executable, "-c", ""])
    with Pool(tier, LIMITS) as pool, pytest.raises(NoSandbox, match="degrau doctor"):
        pool.take()


JUDGE = """
import sys, time
from degrau.sandbox.machine import named
from degrau.sandbox.machine import Pool
pool = Pool(named(sys.argv[1]))
box = pool.take()
list(box.run([("cell", sys.argv[2])]))
print("ready", flush=True)
list(box.call("f", [()]))
"""


@EVERY
@pytest.mark.parametrize(
    "source",
    ["import time\ndef f(): time.sleep(99)", pytest.param("def f():\n    while True: pass", marks=pytest.mark.slow)],
)
def test_a_judge_that_is_killed_leaves_nothing(tier, source, processes_below) -> None:
    command = [sys.executable, "-c", JUDGE, tier.name, source]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as judge:
        assert judge.stdout is not None
        assert judge.stdout.readline() == "ready\n"
        boxes = processes_below(judge.pid)
        assert len(boxes) >= 2
        judge.kill()
    wait_until_gone(boxes)


def end(pid: int) -> None:
    """Kills a process, and waits for it and for all below it."""
    processes = {pid, *below(pid)}
    os.kill(pid, signal.SIGKILL)
    wait_until_gone(processes)


def wait_until_gone(processes: set[int]) -> None:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline and any(map(lives, processes)):
        time.sleep(0.02)
    assert not any(map(lives, processes))


def lives(pid: int) -> bool:
    with suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    return False


@pytest.mark.parametrize(
    ("uses", "asks", "extended"),
    [
        ([Use(0.0, True), Use(0.01, True)], False, True),
        ([Use(0.0, True), Use(0.01, False)], False, False),
        ([Use(0.0, True), Use(9.0, True)], False, False),
        ([Use(0.0, True), Use(0.01, False)], True, True),
        ([Use(0.0, True), Use(9.0, False)], True, False),
    ],
)
def test_a_deadline_moves_only_for_a_process_that_gets_no_cpu(monkeypatch, uses, asks, extended) -> None:
    given = iter([*uses, *[uses[-1]] * 9])
    monkeypatch.setattr(patience, "use", lambda pid: next(given))
    began, deadline = time.monotonic(), Deadline(os.getpid(), 0.15)
    if asks:
        deadline.excuse(0.0)
    while not deadline.over():
        time.sleep(deadline.left())
    waited = time.monotonic() - began
    assert (0.6 if extended else 0.15) <= waited < (1.2 if extended else 0.5)


def test_what_a_process_uses_is_its_own_and_its_children_s() -> None:
    before = patience.use(os.getpid())
    burn = "import time\nwhile time.process_time() < 0.3: pass\nprint(flush=True)\ninput()"
    with subprocess.Popen([sys.executable, "-c", burn], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        child.stdout.readline()
        assert patience.use(os.getpid()).cpu_seconds - before.cpu_seconds >= 0.2
        until = time.monotonic() + 5
        while patience.use(child.pid).waiting and time.monotonic() < until:
            time.sleep(0.01)
        assert not patience.use(child.pid).waiting
        child.stdin.write(b"\n")


def test_a_folder_below_what_is_shown_is_masked_and_what_lies_in_it_shown_again(tmp_path) -> None:
    for folder in ("lib/site/degrau/inside", "lib/site/numpy", "home/.venv"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "lib64").symlink_to("lib")
    (tmp_path / "elsewhere").symlink_to(tmp_path / "home")
    root = str(tmp_path)
    wanted = [f"{root}/lib", f"{root}/lib64", f"{root}/lib/site/degrau/inside", f"{root}/elsewhere", f"{root}/missing"]
    assert steps(wanted, [f"{root}/lib/site/degrau", f"{root}/home/.venv", f"{root}/lib", root]) == [
        (f"{root}/elsewhere", "bind"),
        (f"{root}/elsewhere/.venv", "mask"),
        (f"{root}/lib", "bind"),
        (f"{root}/lib/site/degrau", "mask"),
        (f"{root}/lib/site/degrau/inside", "bind"),
        (f"{root}/lib64", "link"),
    ]
    shown = {path for path, rights in landlock.allowed(f"{root}/lib", {f"{root}/lib/site/degrau"}) if rights & 4}
    assert shown == {f"{root}/lib/site/numpy"}


@EVERY
def test_degrau_installed_among_the_packages_is_masked_and_still_works(tier, tmp_path) -> None:
    """A copy of the package, and a course pack, below what a box may read."""
    if not tier.confined:
        pytest.skip("a plain process reads what its user may read")
    package = tmp_path / "lib" / "degrau"
    shutil.copytree(Path(machine.__file__).parents[1], package)
    (tmp_path / "lib" / "pack").mkdir()
    (tmp_path / "lib" / "pack" / "solution.py").write_text("secret")
    code = (
        "import json, sys\nfrom degrau.sandbox import view\n"
        "view.SYSTEM = (*view.SYSTEM, sys.argv[2])\nfrom degrau.sandbox.machine import Box, named\n"
        "with Box(named(sys.argv[1])) as box:\n    print(json.dumps(list(box.run([('c', sys.argv[3])]))[0]))"
    )
    files = [
        f"{package}/plain/../base/text.py",
        f"{tmp_path}/lib/pack/solution.py",
        f"{package}/sandbox/inside/boot.py",
    ]
    source = f"for path in {files!r}:\n    try: print(len(open(path).read()) > 0)\n    except OSError: print('hidden')"
    run = subprocess.run(
        [sys.executable, "-P", "-c", code, tier.name, f"{tmp_path}/lib", source],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(tmp_path / "lib"), "DEGRAU_PACK": str(tmp_path / "lib" / "pack"), "HOME": "/"},
    )
    assert json.loads(run.stdout) == [None, "hidden\nhidden\nTrue\n"]
