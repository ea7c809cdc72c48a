"""Every slip of an author is one sentence, with the file and line, where a release is made."""

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

pytestmark = pytest.mark.long

LOSS, GRADIENT = (f"graders/losses/20_huber/{name}.py" for name in ("huber_loss", "huber_gradient"))
SOURCE, BANK = "solutions/20_huber.py", "solutions/banks/20_huber/huber_loss.py"
Told = Callable[..., list[str]]


@pytest.fixture
def told(run, tmp_path) -> Told:
    """What a release says of the course with these changes: (file, what stands there, what stands there instead)."""

    def release(*changes: tuple[str, str, str]) -> list[str]:
        course = changed(tmp_path, *changes)
        return said(course, run(course, "release"))

    return release


def changed(folder: Path, *changes: tuple[str, str, str]) -> Path:
    """The course with these changes."""
    course = folder / "losses"
    shutil.copytree(Path(__file__).parent / "losses", course)
    for name, old, new in changes:
        text = (course / name).read_text("utf-8")
        assert old in text, old
        (course / name).write_text(text.replace(old, new), "utf-8")
    return course


def said(course: Path, done: subprocess.CompletedProcess[str]) -> list[str]:
    """What was said of the course."""
    assert done.returncode != 0
    lines = (done.stdout + done.stderr).replace(f"{course}/", "").strip().splitlines()
    # A slow machine says how far it is.
    return [line.removeprefix("degrau: ") for line in lines if not re.match(r"\d+/\d+, ", line)]


def test_graders_that_cannot_be_read_are_told_before_all_else(told) -> None:
    said = told(
        (GRADIENT, "    hints=(", "    other=("),
        (SOURCE, "def huber_loss(e, delta):", "def huber_loss(error, delta):"),
        (SOURCE, "np.abs(e)", "np.abs(error)"),
        (SOURCE, "np.square(e) / 2", "np.square(error) / 2"),
        (BANK, "inner = np.clip(e, -delta, delta)", "inner = np.klip(e, -delta, delta)"),
        (BANK, "delta * size)", "delta * sise)"),
    )
    assert said == [
        f"{GRADIENT}:25: TypeError: Exercise.__init__() got an unexpected keyword argument 'other'; correct it"
    ]


def test_a_misspelt_name_and_a_signature_unlike_the_references_are_told(told) -> None:
    assert told(
        (SOURCE, "def huber_loss(e, delta):", "def huber_loss(error, delta):"),
        (SOURCE, "np.abs(e)", "np.abs(error)"),
        (SOURCE, "np.square(e) / 2", "np.square(error) / 2"),
        (BANK, "inner = np.clip(e, -delta, delta)", "inner = np.klip(e, -delta, delta)"),
        (BANK, "delta * size)", "delta * sise)"),
    ) == [
        f"{SOURCE}:19: huber_loss takes (error, delta), and its grader gives (e, delta)",
        f"{BANK}:20: by_what_is_clipped uses np.klip, which NumPy has not; it must fail as its text says",
        f"{BANK}:47: line_not_lowered uses sise, which nothing defines; it must fail as its text says",
    ]


def test_a_bank_that_is_short_and_hints_that_are_missing_are_told(told) -> None:
    loss = (Path(__file__).parent / "losses" / LOSS).read_text("utf-8")
    hints = re.search(r"    hints=\(.*?\n    \),\n", loss, re.DOTALL)[0]
    right = '@right("huber_loss")\ndef square_and_rest'
    assert told((LOSS, hints, ""), (BANK, right, "def square_and_rest")) == [
        f"{SOURCE}:19: huber_loss has 0 of 2 hints; write hints=(…, …) in its EXERCISE",
        f"{BANK}:1: huber_loss has 2 right variants; write at least 3",
    ]


def test_a_function_without_a_grader_is_told(told) -> None:
    (first, *_others) = told((LOSS, "EXERCISE = ", "OTHER = "))
    assert first.startswith(f"{SOURCE}:19: huber_loss has no grader; write {LOSS}, with an EXERCISE")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            (LOSS, '["loss"], "numbers"),', '["loss"], "nmbers"),'),
            f"{LOSS}:46: ValueError: exercise huber_loss(e, delta) -> loss: arrays is judged after nmbers, but no "
            "property before it has that name; correct it",
        ),
        (
            (LOSS, 'seam, ["loss"]', 'seam, ["los"]'),
            f"{LOSS}:46: ValueError: exercise huber_loss(e, delta) -> loss: seam looks at los, but its parts are loss; "
            "correct it",
        ),
        (
            (GRADIENT, 'right.slope("huber_loss", 0', 'right.slope("huber_los", 0'),
            f"{GRADIENT}:22: huber_gradient, slope: it raises NameError: name 'huber_los' is not defined for "
            "huber_gradient(np.array([0.25, 2.5]), 2.0)",
        ),
        (
            (LOSS, "return draw.pick((width, -width)), width", "return (draw.pick((width, -width)),)"),
            f"{LOSS}:29: huber_loss, seam: it raises TypeError: huber_loss() missing 1 required positional "
            "argument: 'delta' for huber_loss(-2.0)",
        ),
        (
            (BANK, '@right("huber_loss")\ndef square_and_rest', '@right("hubr_loss")\ndef square_and_rest'),
            f"{BANK}:25: square_and_rest is a variant of hubr_loss, which is no function of this assignment; correct "
            "the name, or remove it",
        ),
        (
            (SOURCE, "    size = np.abs(e)\n", "    size = np.abs(e[0])\n"),
            f"{SOURCE}:26: huber_loss: the reference raises TypeError: 'float' object is not subscriptable for "
            "huber_loss(0.25, 0.5)",
        ),
        (
            (GRADIENT, 'assert_is("slope"', 'assert_is("slop"'),
            f"{GRADIENT}:22: huber_gradient, slope: it raises LookupError: the answer has no part slop; its parts: "
            "slope for huber_gradient(np.array([0.25, 2.5]), 2.0)",
        ),
        (
            (LOSS, 'Entries("e", signed(bands(0, 1e4)))', 'Entries("e", signed(bands(0, 1e4)), shape=("n",))'),
            f'{LOSS}:66: ValueError: e has a length n; say its sizes: {{"n": MANY}}; correct it',
        ),
        (
            (LOSS, 'Entries("e", signed(bands(0, 1e4)))', 'Entries("e", ("(0, 10]",))'),
            f"{LOSS}:67: ValueError: e.magnitudes: '(0, 10]' is none; write signed(bands(low, high)); correct it",
        ),
        (
            (GRADIENT, "    hints=(\n        Text(", "    hints=(Text(en='a')) or (\n        Text("),
            f"{GRADIENT}:25: ValueError: exercise huber_gradient(e, delta) -> slope: its hints are no tuple of texts; "
            "write hints=(Text(…), Text(…)); correct it",
        ),
        (
            (BANK, '@right("huber_loss")\ndef square_and_rest', "@right\ndef square_and_rest"),
            f'{BANK}:25: square_and_rest is no variant of a function; write @right("FUNCTION") or '
            '@wrong("FUNCTION", …) above it, or nothing',
        ),
        (
            (BANK, "import numpy as np", "import numpi as np"),
            f"{BANK}:3: ModuleNotFoundError: No module named 'numpi'; correct it",
        ),
        (
            (BANK, 'en=("The mean of all", ', "en=("),
            f'{BANK}:73: TypeError: write its title and its explanation, in each language: en=("…", "…"); correct it',
        ),
        (
            (LOSS, 'en="the value for one error"', 'eng="the value for one error"'),
            f"{LOSS}:49: eng is no language of the pack; write es or en, or add it to its languages",
        ),
        (
            (LOSS, "    got.require(bool(", "    return got.array('loss') >= 0\n    got.require(bool("),
            f"{LOSS}:35: huber_loss: sign: it gives ndarray, and a law gives nothing; write got.require(…, Text(…)) "
            "in it",
        ),
        (
            (
                LOSS,
                "return draw.integer(-40, 40) / 8, draw",
                "return draw.integer(-40, 40) / 8 + np.random.rand(), draw",
            ),
            f"{LOSS}:16: huber_loss: number: it gives something else the second time; all that it chooses comes from "
            "the draw",
        ),
        (
            (LOSS, "return draw.pick((width, -width)), width", "return width"),
            f"{LOSS}:29: huber_loss: seam: it gives float, no tuple of arguments; write: return x, y",
        ),
        (
            ("graders/losses/pack.toml", '["es", "en"]', '["es", "../en"]'),
            "graders/losses/pack.toml: '../en' is no language, or there twice; write codes: languages = "
            '["es", "pt-BR"]',
        ),
        (
            (BANK, "def line_not_lowered(e, delta):", "def without_the_half(e, delta):"),
            f"{BANK}:45: there is already a variant without_the_half; rename one",
        ),
        (
            (BANK, "def line_not_lowered(e, delta):", "def line_not_lowered(e, delta, slope):"),
            f"{BANK}:45: line_not_lowered takes (e, delta, slope), and its grader gives (e, delta)",
        ),
    ],
    ids=[
        "after",
        "part",
        "slope",
        "sample",
        "bank",
        "reference",
        "part of a law",
        "size",
        "magnitude",
        "hints",
        "decorator",
        "import",
        "words",
        "language",
        "law that gives",
        "draw",
        "arguments",
        "code",
        "twice",
        "parameters",
    ],
)
def test_what_does_not_fit_together_is_told_where_it_stands(told, change, said) -> None:
    assert told(change)[:1] == [said]


def test_texts_that_lack_a_language_are_told_in_cells_graders_and_banks(told) -> None:
    bank = (Path(__file__).parent / "losses" / BANK).read_text("utf-8")
    mean = re.search(r'    en=\("The mean of all".*\n', bank)[0]
    question = '# %% [markdown] lang="en"\n# Why does this loss help where some data were measured badly?\n'
    assert told(
        # With nothing amiss but this, a release would be made, and take its time.
        (BANK, "delta * size)", "delta * sise)"),
        (LOSS, ', en="a loss is negative"', ""),
        (BANK, mean, ""),
        (SOURCE, question, ""),
    ) == [
        f"{BANK}:47: line_not_lowered uses sise, which nothing defines; it must fail as its text says",
        f"{SOURCE}:46: not in en; it is shown in es",
        f"{LOSS}:42: not in en; it is shown in es",
        f"{BANK}:77: not in en; it is shown in es",
    ]


def test_a_folder_of_graders_that_is_no_package_is_told(run, tmp_path) -> None:
    course = tmp_path / "losses"
    shutil.copytree(Path(__file__).parent / "losses", course)
    missing = course / "graders" / "losses" / "20_huber" / "__init__.py"
    missing.unlink()
    told = f"{missing}:1: it is missing; without it, 20_huber has no graders: write it, empty\n"
    assert run(course, "release").stdout == told


DEMO = """\
check(huber_gradient)

# %% tags=["demo"]
loss = huber_loss(np.arange(3), 1.0)
{line}
"""


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            "top = loss.max()",
            "AttributeError: 'NoneType' object has no attribute 'max'; where functions are not written "
            "yet, they return None: a demo must ask for that first",
        ),
        ("top = max(loss", "SyntaxError: '(' was never closed; correct it"),
    ],
    ids=["blank", "syntax"],
)
def test_a_demonstration_that_raises_while_functions_are_blank_is_told(told, line, said) -> None:
    assert told((SOURCE, "check(huber_gradient)\n", DEMO.format(line=line))) == [f"{SOURCE}:48: {said}"]


def test_a_mistake_that_answers_nothing_is_told(told) -> None:
    first, *_others = told((BANK, "delta * size)", "delta * size) + len(delta)"))
    raised = "TypeError (object of type 'float' has no len())"
    assert first == f"{BANK}:45: huber_loss: wrong variant line_not_lowered raises {raised} in every call; " + (
        "it must fail as its text says"
    )


# The command in one process, in which what an author wrote has a second, and what only waits as well.
# The search for examples is imported before: importing Hypothesis takes as long as is given here to what does not end.
SOON = """
from degrau.authoring import gate
from degrau.judging import bounded, search, watch
from degrau.workers import local
bounded.AUTHORS = gate.AUTHORS = watch.WAITING = 1.0
local.cores = lambda: 1
from degrau.__main__ import main
main()
"""
SIZE, FOR = "    size = np.abs(e)\n", "for huber_loss(0.25, 0.5)"
CLIPPED = "    inner = np.clip(e, -delta, delta)\n"


@pytest.mark.parametrize("command", ["release", "quality"])
@pytest.mark.parametrize(
    ("change", "told"),
    [
        (
            (SOURCE, SIZE, f"    while True:\n    {SIZE}"),
            f"{SOURCE}:{{line}}: huber_loss: the reference does not end {FOR}",
        ),
        (
            (SOURCE, SIZE, f"    __import__('time').sleep(10**6)\n{SIZE}"),
            f"{SOURCE}:26: huber_loss: the reference does not end {FOR}",
        ),
        (
            (BANK, CLIPPED, f"    while True:\n    {CLIPPED}"),
            f"{BANK}:19: huber_loss: the right variant by_what_is_clipped does not end {FOR}; correct it",
        ),
        (
            (BANK, f"{SIZE}    return np.mean", f"    while True:\n    {SIZE}    return np.mean"),
            f"{BANK}:78: huber_loss: the wrong variant mean_of_all does not end {FOR}; correct it",
        ),
        (
            (LOSS, "    return draw.pick((width, -width)), width", "    while True:\n        width += 1"),
            f"{LOSS}:{{line}}: huber_loss, seam: it does not end",
        ),
        (
            (SOURCE, SIZE, f"    huber_loss(e, delta)\n{SIZE}"),
            f"{SOURCE}:26: huber_loss: the reference raises RecursionError: maximum recursion depth exceeded {FOR}",
        ),
        (
            (SOURCE, SIZE, f"    np.empty(2**28)\n{SIZE}"),
            f"{SOURCE}:26: huber_loss: the reference raises MemoryError: Unable to allocate 2.00 GiB for an array with "
            f"shape (268435456,) and data type float64 {FOR}",
        ),
        ((SOURCE, SIZE, f"    exit()\n{SIZE}"), f"{SOURCE}:26: huber_loss: the reference calls exit() {FOR}"),
        (
            (SOURCE, SIZE, f"    input()\n{SIZE}"),
            f"{SOURCE}:26: huber_loss: the reference raises EOFError: input() has nobody to answer it here {FOR}",
        ),
        (
            (SOURCE, "import check\n", "import check\nexit()\n"),
            f"{SOURCE}:17: it calls exit(), which would end the command; take that out",
        ),
        (
            (BANK, "import numpy as np\n", "import numpy as np\nwhile True:\n    pass\n"),
            f"{BANK}:{{line}}: it does not end; correct it",
        ),
    ],
    ids=[
        "reference",
        "sleeps",
        "right",
        "wrong",
        "builder",
        "recursion",
        "memory",
        "exit",
        "input",
        "exit of a cell",
        "bank",
    ],
)
def test_what_an_author_wrote_that_does_not_come_back_is_told(tmp_path, command, change, told) -> None:
    course = changed(tmp_path, change)
    done = subprocess.run(
        [sys.executable, "-P", "-c", SOON, command],
        cwd=course,
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
    )
    (line,) = said(course, done)
    # Where a loop is when it is ended is any of its lines.
    assert re.fullmatch(re.escape(told).replace(r"\{line\}", r"\d+"), line), line


def test_what_a_reference_prints_is_not_shown(run, tmp_path) -> None:
    course = changed(tmp_path, (SOURCE, SIZE, f"    print('x' * 1000)\n{SIZE}"))
    done = run(course, "release")
    assert done.returncode == 0
    assert "xxx" not in done.stdout + done.stderr


# What runs in the background of a shell does not hear Ctrl-C, and nothing that it starts does.
HEARING = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)
from degrau.__main__ import main
main()
"""


def test_ctrl_c_ends_a_reference_that_does_not_end(tmp_path) -> None:
    reached = tmp_path / "reached"
    os.mkfifo(reached)
    course = changed(tmp_path, (SOURCE, SIZE, f"    open({str(reached)!r}, 'w').close()\n    while True:\n    {SIZE}"))
    command = [sys.executable, "-P", "-c", HEARING, "release"]
    with subprocess.Popen(
        command, cwd=course, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True
    ) as process:
        reached.read_text("utf-8")
        os.killpg(process.pid, signal.SIGINT)
        # All that could still write there has ended.
        shown, _ = process.communicate()
    # A process that was still starting may be ended before the command itself is, which then says so.
    assert process.returncode in (1, 130) or "a process ended in the middle of its work" in shown, shown
    assert "Traceback" not in shown
