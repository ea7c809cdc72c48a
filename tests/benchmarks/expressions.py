"""Whether every regular expression that meets a student's text takes a time in proportion to its length.

Run it with: uv run python -m tests.benchmarks.expressions

For each expression the worst inputs are looked for among short ones: a beginning, a piece that is repeated, an end. The
three that take longest are then made 100,000 and 1,000,000 characters long. A ratio of about 10 is linear, 100 is
quadratic; the exit code is 1 for more than 20, or where the shorter one does not end. What reads names of files meets
255 characters at most, and may take 10 ms for the worst of them. Expressions of the package that are in neither table,
and not known to read what a teacher or the engine wrote alone, are named.
"""

import importlib
import pkgutil
import re
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import product
from typing import Any

import degrau
from degrau.course import autograded, deadlines, feedback, roster
from degrau.course.collecting import class_lists
from degrau.course.collecting.platforms import blackboard, brightspace, canvas, folders, moodle, sakai
from degrau.course.exporting import export
from degrau.grading import submission
from degrau.judging.slips import calls
from degrau.notebooks import canonical, read, release, wellformed
from degrau.plain import cell
from degrau.report.html import paragraph_html
from degrau.sandbox.inside import shell
from degrau.selfcheck import below

Use = Callable[[Any], object]
# These read what is in a pack, in a course's settings, in a platform's table of marks, or what the engine says.
TEACHERS = {
    *("SIGNATURE", "MARKER", "CHECK", "ANSWER", "SOLUTION", "CODE", "DEGRAUS"),
    *("SPAN", "COMMIT", "MOST", "CANVAS_POINTS", "ONLY_EXPECTED", "slips.NAME"),
}
SHORT, LONG, LONGER = 3_000, 100_000, 1_000_000
MOST_RATIO, MOST_SECONDS = 20.0, 20
NAME_LENGTH, NAME_SECONDS = 255, 0.01
PIECES = (
    *(
        " ",
        "\n",
        " \n",
        "a",
        "a ",
        "0",
        "_",
        ".",
        "-",
        "=",
        ":",
        "/",
        ">",
        "'",
        '"',
        "`",
        "\\",
        "\\\\",
        "$",
        "&",
        "#",
        ";",
    ),
    *(
        "<!--",
        "<!-- --",
        "<script>",
        "<script-x>",
        "</script",
        "<a ",
        "<a b='",
        '<a b="c" ',
        "<a'\"",
        "</a",
        "<img ",
        "<svg>",
    ),
    *(
        "<x/>",
        '<img a="" ',
        "\\begin",
        "\\[",
        "](",
        "def ",
        "def a",
        "class ",
        "from ",
        "import ",
        "import a,",
        "check(",
    ),
    *(
        "check(a",
        "#check(a);",
        '"outputs"',
        '"outputs": ',
        '"\\',
        "[",
        "{",
        "-n",
        "-n 1 ",
        "-l a ",
        "-t",
        "--no-raise-error ",
    ),
    *("(", ")", "(a)", " - ", "- ", "1-1 - a - ", "1234", "12345 - ", "_1", "_a_1_1_", "anon_", "_attempt_"),
    *("2020-01-01-01-01-01", "_assignsubmission_file_", ": ", " (1)", "a/"),
    *("name '", "'a.", "a()", "unsupported operand type(s) for ", "bad operand type for unary ", "1.", "123456789"),
)
ENDS = ("", "!", "\n\t", '">')


def every(pattern: re.Pattern[Any]) -> Use:
    """All that the pattern finds."""
    return lambda text: sum(1 for _ in pattern.finditer(text))


USES: dict[str, tuple[re.Pattern[Any] | None, Use]] = {
    "feedback.TAG": (feedback.TAG, feedback.in_balance),
    "feedback.ADDED_TO": (feedback.ADDED_TO, every(feedback.ADDED_TO)),
    "autograded.FORMULA": (autograded.FORMULA, every(autograded.FORMULA)),
    "autograded.ACTS": (autograded.ACTS, autograded.inert),
    "deadlines.EPOCH": (deadlines.EPOCH, deadlines.EPOCH.fullmatch),
    "submission.MODULES": (submission.MODULES, every(submission.MODULES)),
    "calls.UNKNOWN": (calls.UNKNOWN, calls.UNKNOWN.match),
    "calls.TOO_EARLY": (calls.TOO_EARLY, calls.TOO_EARLY.match),
    "calls.LACKS": (calls.LACKS, calls.LACKS.match),
    "calls.BETWEEN": (calls.BETWEEN, calls.BETWEEN.match),
    "calls.ALONE": (calls.ALONE, calls.ALONE.match),
    "calls.ORDER": (calls.ORDER, calls.ORDER.match),
    "calls.ARGUMENTS": (calls.ARGUMENTS, calls.ARGUMENTS.match),
    "exceptions, a name that is called": (None, every(re.compile(r"(?<![\w.])a\s*\("))),
    "calls.INTO_INTEGERS": (calls.INTO_INTEGERS, calls.INTO_INTEGERS.match),
    "autograded.REQUEST": (autograded.REQUEST, autograded.REQUEST.match),
    "blackboard.ABOUT": (blackboard.ABOUT, blackboard.ABOUT.fullmatch),
    "canonical.WORD": (canonical.WORD, every(canonical.WORD)),
    "read.STRINGS": (read.STRINGS, lambda text: read.STRINGS.sub(b"", text.encode())),
    "read.TOKEN": (read.TOKEN, lambda text: read.without_outputs(text.encode())),
    "read.VALUE": (read.VALUE, lambda text: read.VALUE.match(text.encode())),
    "release.CHECKED": (release.CHECKED, every(release.CHECKED)),
    "release.CHECK_LINE": (release.CHECK_LINE, release.CHECK_LINE.fullmatch),
    "wellformed.CELL_ID": (wellformed.CELL_ID, wellformed.CELL_ID.fullmatch),
    "wellformed.NEWLINES": (wellformed.NEWLINES, every(wellformed.NEWLINES)),
    "cell.INDENTED": (cell.INDENTED, cell.INDENTED.match),
    "cell.WRITTEN": (cell.WRITTEN, cell.written),
    "html, code between backticks": (None, paragraph_html),
    "below.CALLS": (below.CALLS, every(below.CALLS)),
    **{f"shell.OPTIONS, {name}": (p, p.match) for name, p in shell.OPTIONS.items()},
}
NAMES: dict[str, tuple[re.Pattern[Any], Use]] = {
    "submission.NUMBERED": (submission.NUMBERED, submission.NUMBERED.fullmatch),
    "blackboard.NAME": (blackboard.NAME, blackboard.NAME.fullmatch),
    "brightspace.NAME": (brightspace.NAME, brightspace.NAME.fullmatch),
    "brightspace.CLOCK": (brightspace.CLOCK, every(brightspace.CLOCK)),
    "canvas.ANONYMOUS": (canvas.ANONYMOUS, canvas.ANONYMOUS.fullmatch),
    "canvas.NAMED": (canvas.NAMED, canvas.NAMED.fullmatch),
    "canvas.NO_FILE": (canvas.NO_FILE, canvas.NO_FILE.fullmatch),
    "folders.COPY": (folders.COPY, folders.COPY.search),
    "moodle.NAME": (moodle.NAME, moodle.NAME.fullmatch),
    "moodle.NOBODY": (moodle.NOBODY, moodle.NOBODY.fullmatch),
    "sakai.NAME": (sakai.NAME, sakai.NAME.fullmatch),
    "sakai.SIGN": (sakai.SIGN, sakai.SIGN.search),
    "sakai.OWN_PLACES": (sakai.OWN_PLACES, sakai.OWN_PLACES.search),
    "sakai.OWN_FILES": (sakai.OWN_FILES, sakai.OWN_FILES.fullmatch),
    "sakai.DIGITS": (sakai.DIGITS, sakai.DIGITS.fullmatch),
    "class_lists.PARTICIPANT": (class_lists.PARTICIPANT, class_lists.PARTICIPANT.fullmatch),
    "roster.WORD": (roster.WORD, every(roster.WORD)),
    "roster.PLAIN_ID": (roster.PLAIN_ID, roster.PLAIN_ID.fullmatch),
    "export.UNDERSCORES": (export.UNDERSCORES, every(export.UNDERSCORES)),
}


@contextmanager
def ended_after(seconds: float) -> Iterator[None]:
    """Raises TimeoutError where what is done meanwhile takes longer."""

    def end(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, end)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def cpu_seconds(use: Use, form: tuple[str, str, str], length: int) -> float:
    """What of the processor it takes to read a text of this form and length."""
    start, piece, end = form
    text = start + piece * (length // len(piece)) + end
    with ended_after(MOST_SECONDS):
        began = time.process_time()
        use(text)
        return time.process_time() - began


def worst(use: Use, length: int = SHORT) -> list[tuple[str, str, str]]:
    """The forms of the short texts that take longest."""
    forms = product(("", *PIECES), PIECES, ENDS)
    return sorted(forms, key=lambda form: cpu_seconds(use, form, length), reverse=True)[:3]


def ratio(use: Use, form: tuple[str, str, str]) -> tuple[float, float, float]:
    """How many times as long ten times the text takes, and the CPU seconds of both; the best of three."""
    try:
        shorter = min(cpu_seconds(use, form, LONG) for _ in range(3))
        longer = min(cpu_seconds(use, form, LONGER) for _ in range(3))
    except TimeoutError:
        return float("inf"), 0.0, 0.0
    # What takes microseconds has no ratio.
    return longer / max(shorter, 0.0002), shorter, longer


def unknown() -> Iterator[str]:
    """The expressions of the package's modules that are not in the table."""
    known = {id(pattern) for pattern, _ in (*USES.values(), *NAMES.values())}
    known |= {id(canonical.WORD), id(release.WORD)}
    for found in pkgutil.walk_packages(degrau.__path__, "degrau."):
        if not found.name.endswith("__main__"):
            for name, value in vars(importlib.import_module(found.name)).items():
                short = f"{found.name.rpartition('.')[2]}.{name}"
                if isinstance(value, re.Pattern) and id(value) not in known and not {name, short} & TEACHERS:
                    yield f"{found.name}.{name}"


def main() -> int:
    failed = 0
    print(f"{'expression':38} {'ms for 10⁵':>11} {'ms for 10⁶':>11} {'ratio':>6}  worst input")
    for name, (_, use) in USES.items():
        (times, shorter, longer), form = max((ratio(use, form), form) for form in worst(use))
        failed += times > MOST_RATIO
        start, piece, end = map(repr, form)
        print(
            f"{name:38} {1000 * shorter:11.3f} {1000 * longer:11.3f} {times:6.1f}  {start} {piece}… {end}", flush=True
        )
    print(f"{'names of files':38} {'ms for 255':>11} {'':18}  worst input")
    for name, (_, use) in NAMES.items():
        seconds, form = max(
            (min(cpu_seconds(use, form, NAME_LENGTH) for _ in range(3)), form) for form in worst(use, NAME_LENGTH)
        )
        failed += seconds > NAME_SECONDS
        start, piece, end = map(repr, form)
        print(f"{name:38} {1000 * seconds:11.3f} {'':18}  {start} {piece}… {end}", flush=True)
    for name in unknown():
        failed += 1
        print(f"{name} is not in the table")
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
