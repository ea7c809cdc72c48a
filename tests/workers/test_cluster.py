"""Judging on the workers of a Dask cluster: the same gradebook and the same pages, whatever becomes of the workers."""

import json
import os
import shutil
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import dask
import pytest
from distributed import Client, KilledWorker, LocalCluster
from distributed.security import Security

from degrau.base.text import Text
from degrau.course.directory import CONFIG, VERDICTS, CourseError
from degrau.course.grade import grade_course
from degrau.course.types import GradeSummary
from degrau.demo.desk import Desk
from degrau.grading.judgement import NOTHING, Learnt, Run
from degrau.grading.submission import Submissions
from degrau.notebooks.canonical import canonicalise
from degrau.sandbox.machine import best, named
from degrau.workers.cluster import Cluster, as_task
from degrau.workers.connection import ClusterError, Connection
from degrau.workers.dask_worker import JudgeEnded, JudgeProcess
from degrau.workers.local import AHEAD, Ahead
from degrau.workers.verdicts import KeptVerdicts, to_text

from ..course.outcome import pages

pytestmark = pytest.mark.long

PERCEPTRON = "00_perceptron"
SANDBOXED = pytest.mark.skipif(not best().confined, reason="this machine has no sandbox, so its workers are refused")


@pytest.fixture(scope="module")
def dask_cluster() -> Iterator[Any]:
    """A scheduler and two workers on loopback, a process each."""
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address="127.0.0.1:0", host="127.0.0.1") as made:
        yield made


@pytest.fixture
def class_of_six(course, pack) -> Path:
    """Right answers, wrong ones, and a file that cannot be read."""
    desk = Desk(pack, PERCEPTRON, "pt")
    mistakes = [v for v in pack.bank(PERCEPTRON) if not v.right][::40]
    for number in range(5):
        mistake = mistakes[number % len(mistakes)]
        answers = {**desk.right(number % 3), **({mistake.exercise: mistake.source} if number % 2 else {})}
        desk.sample(f"student-{number}", Text(pt="", en=""), answers).hand_in(course / "submitted")
    desk.sample("unreadable", Text(pt="", en=""), {}, content='{"cells": [').hand_in(course / "submitted")
    return Path(course)


@pytest.fixture
def graded_here(class_of_six, tmp_path) -> Path:
    """The same class, judged on this machine."""
    other = Path(shutil.copytree(class_of_six, tmp_path / "other" / class_of_six.name))
    grade_course(other, jobs=1)
    return other


def said(summary: GradeSummary) -> list[object]:
    return [(g.student, g.score, g.max_score, g.notes, g.error) for g in summary.grades]


def kept(course: Path) -> dict[str, str]:
    """The verdicts as they are kept, to the byte."""
    verdicts = KeptVerdicts(course / VERDICTS)
    texts = {key: to_text(verdicts[key]) for key in verdicts}
    verdicts.close()
    return texts


def assert_same(course: Path, other: Path, scores: Callable[[Path], object]) -> None:
    assert kept(course) == kept(other)
    assert scores(course) == scores(other)
    assert pages(course) == pages(other)
    assert len(pages(course)) == 6


@SANDBOXED
def test_reports_of_a_cluster_are_those_of_this_machine_to_the_byte(
    class_of_six, graded_here, dask_cluster, scores
) -> None:
    with (class_of_six / CONFIG).open("a", encoding="utf-8") as config:
        config.write(f'\nc.Judge.dask = "{dask_cluster.scheduler_address}"\n')
    grade_course(class_of_six)
    assert_same(class_of_six, graded_here, scores)


@SANDBOXED
def test_a_worker_that_is_killed_half_way_costs_nothing_and_doubles_nothing(
    class_of_six, graded_here, dask_cluster, scores
) -> None:
    def kill_one(done: int, total: int, words: str) -> None:
        if done == total // 2:
            worker = next(iter(dask_cluster.workers.values()))
            os.kill(worker.process.pid, signal.SIGKILL)

    summary = grade_course(class_of_six, on_progress=kill_one, dask=dask_cluster.scheduler_address)
    assert said(summary) == said(grade_course(graded_here, jobs=1))
    assert_same(class_of_six, graded_here, scores)


@SANDBOXED
def test_a_worker_without_a_sandbox_gets_nothing_and_without_any_other_grading_stops(
    class_of_six, dask_cluster, scores, capsys
) -> None:
    address = dask_cluster.scheduler_address
    with Client(address, set_as_default=False) as client:
        client.wait_for_workers(2, timeout=30)
        without, with_one = client.nthreads()
        client.run(pretend_no_sandbox, True, workers=[without])
        summary = grade_course(class_of_six, dask=address)
        assert [g.student for g in summary.grades if g.error] == []
        assert f"the worker {without} gets nothing to judge: it has no sandbox" in capsys.readouterr().err
        before = scores(class_of_six)
        client.run(pretend_no_sandbox, True, workers=[with_one])
        with pytest.raises(ClusterError, match=r"no worker of .* can judge"):
            grade_course(class_of_six, dask=address, fresh=True)
        assert scores(class_of_six) == before
        client.run(pretend_no_sandbox, False)


def pretend_no_sandbox(pretend: bool) -> None:
    """Runs on a worker: its judges say what those of a machine without a sandbox say."""
    from unittest.mock import patch

    patches: list[Any] = globals().setdefault("_patches", [])
    while patches:
        patches.pop().stop()
    if pretend:
        refusal = json.dumps({"refused": "it has no sandbox"}) + "\n"
        patches += [
            patch.object(JudgeProcess, "judge", lambda self, task: refusal),
            patch.object(JudgeProcess, "tier", "process"),
        ]
        for made in patches:
            made.start()


def test_a_judge_without_a_sandbox_refuses(pack) -> None:
    desk = Desk(pack, PERCEPTRON, "pt")
    process = JudgeProcess(pack.root, 0)
    try:
        assert process.tier == best().name
        task = as_task(canonicalise(desk.notebook({}), pack).work, Run(pack, 0, named("process")))
        assert json.loads(process.judge(task)) == {"refused": "it has no sandbox"}
    finally:
        process.close()


@SANDBOXED
def test_a_judge_that_ended_is_told_from_one_that_answers(pack) -> None:
    desk = Desk(pack, PERCEPTRON, "pt")
    right = canonicalise(desk.notebook({"step": "def step(z):\n    return (z >= 0) * 1.0\n"}), pack)
    task = as_task(right.work, Run(pack, 0, best()))
    process = JudgeProcess(pack.root, 0)
    try:
        assert len(json.loads(process.judge(task))["verdicts"]) == 1
        assert process.alive
        with pytest.raises(JudgeEnded):
            process.judge("not a task")
    finally:
        process.close()
    assert not process.alive


@SANDBOXED
def test_a_cluster_with_tls_judges_and_one_cannot_be_spoken_to_without_its_keys(class_of_six, tmp_path) -> None:
    security = Security.temporary()
    files = {name: tmp_path / f"{name}.pem" for name in ("ca", "cert", "key")}
    texts = (security.tls_ca_file, security.tls_client_cert, security.tls_client_key)
    for path, text in zip(files.values(), texts, strict=True):
        path.write_text(text)
    names = ("ca-file", "client.cert", "client.key")
    ours = {f"distributed.comm.tls.{name}": str(path) for name, path in zip(names, files.values(), strict=True)}
    options = {"n_workers": 1, "threads_per_worker": 1, "dashboard_address": "127.0.0.1:0", "host": "tls://127.0.0.1"}
    with LocalCluster(security=security, **options) as made:
        address = made.scheduler_address
        assert address.startswith("tls://")
        with pytest.raises(ClusterError, match="no Dask scheduler answers at tls://"):
            grade_course(class_of_six, dask=address)
        with dask.config.set(ours):
            summary = grade_course(class_of_six, students=("student-0",), dask=address)
    assert said(summary)[0][1] == summary.grades[0].max_score


def test_a_scheduler_that_is_not_there_is_told_in_a_line(class_of_six) -> None:
    with dask.config.set({"distributed.comm.timeouts.connect": "1s"}), pytest.raises(ClusterError) as told:
        grade_course(class_of_six, dask="tcp://127.0.0.1:9")
    assert str(told.value).startswith("no Dask scheduler answers at tcp://127.0.0.1:9: ")


class Scheduler:
    """Stands in for Dask's client: workers at these addresses at each question, and what a task then comes to.

    It is its own future, too.
    """

    key = "task"

    def __init__(self, workers: list[list[str]], answers: list[str | Exception]) -> None:
        self.workers, self.answers = workers, answers

    @property
    def status(self) -> str:
        return "finished" if isinstance(self.answers[0], str) else "pending"

    def gather(self, futures: dict[str, "Scheduler"], errors: str, asynchronous: bool) -> dict[str, tuple[str, str]]:
        return {key: future.result(0.0) for key, future in futures.items()}

    def sync(self, job: Callable[[], Any], callback_timeout: float) -> Any:
        return job()

    def nthreads(self) -> dict[str, int]:
        return dict.fromkeys(self.workers.pop(0) if len(self.workers) > 1 else self.workers[0], 1)

    def submit(self, *_: object, workers: list[str] | None = None, **__: object) -> "Scheduler":
        self.asked = (workers or ["tcp://a"])[0]
        return self

    def result(self, timeout: float) -> tuple[str, str]:
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return self.asked, answer


@pytest.fixture
def pending(pack, tmp_path) -> Callable[[Scheduler], Any]:
    """One submission on its way to such workers."""

    def begun(scheduler: Scheduler) -> Any:
        desk = Desk(pack, PERCEPTRON, "pt")
        desk.sample("ana", Text(pt="", en=""), desk.right(0)).hand_in(tmp_path)
        judges = Cluster(Connection("tcp://x", scheduler, "plugin"), Run(pack, 0, best()), {}, Submissions(pack))
        return judges.begin(tmp_path / "ana" / PERCEPTRON)

    return begun


def test_a_worker_with_another_version_gets_nothing_more(pending, capsys) -> None:
    other_keys = json.dumps({"verdicts": {"another key": "{}"}})
    with pytest.raises(ClusterError, match="no worker of tcp://x can judge") as told:
        pending(Scheduler([["tcp://a", "tcp://b"]], [other_keys] * 2)).learnt()
    assert str(told.value).count("another degrau") == 2
    assert capsys.readouterr().err.count("gets nothing to judge") == 2


def test_workers_that_are_gone_are_waited_for_and_a_lost_scheduler_is_told(pending, capsys) -> None:
    lost = ConnectionError("nobody there")
    with pytest.raises(ClusterError, match="is lost: nobody there"):
        pending(Scheduler([[], ["tcp://a"]], [TimeoutError(), TimeoutError(), lost])).learnt()
    assert capsys.readouterr().err == "degrau: tcp://x has no workers left; waiting for others\n"


def test_what_no_worker_can_judge_is_left_to_whoever_records(pending, capsys) -> None:
    for failure in (KilledWorker("task", SimpleNamespace(address="tcp://a"), 3), JudgeEnded("out of memory")):
        assert pending(Scheduler([["tcp://a"]], [failure])).learnt() == NOTHING
        assert "so it is judged here: " in capsys.readouterr().err


def test_only_so_many_submissions_are_under_way_whatever_the_size_of_the_class() -> None:
    class Three:
        begun = 0

        def count(self) -> int:
            return 3

        def begin(self, folder: Path) -> "Three":
            self.begun += 1
            return self

        def learnt(self) -> Learnt:
            return NOTHING

    judges = Three()
    folders = [Path(str(number)) for number in range(1000)]
    ahead = Ahead(folders, judges)
    assert judges.begun == 3 * AHEAD
    for done, learnt in enumerate(ahead.judged()):
        assert learnt is NOTHING
        assert judges.begun <= min(1000, done + 1 + 3 * AHEAD)
    assert judges.begun == 1000


def test_this_machine_or_others_not_both() -> None:
    with pytest.raises(CourseError, match="Give one of them"):
        grade_course(Path(), jobs=2, dask="tcp://127.0.0.1:8786")
