"""A notebook's cells run as plain Python, with all that students put in them."""

from collections.abc import Iterator

import pytest

from degrau.plain.outcomes import Raised
from degrau.sandbox import machine
from degrau.sandbox.box import Box
from degrau.sandbox.inside.cells import CappedText, without_magics
from degrau.sandbox.machine import Pool


@pytest.fixture
def box(pool: Pool) -> Iterator[Box]:
    with pool.take() as one:
        yield one


def run(box: Box, *sources: str) -> list[tuple[Raised | None, str]]:
    return list(box.run([(f"c{i}", source) for i, source in enumerate(sources)]))


@pytest.mark.parametrize(
    ("source", "plain"),
    [
        ("%matplotlib inline\nx = 1", "pass\nx = 1"),
        ("!pip install numpy\nx = 1", "pass\nx = 1"),
        ("if True:\n    %time\nx = 1", "if True:\n    pass\nx = 1"),
        ("np.dot?\n??f\nx = 1", "pass\npass\nx = 1"),
        ("files = !ls\nx = %pwd", "files = None\nx = None"),
        ("%%time\nx = 1", "pass\nx = 1"),
        ("%%bash\nrm -rf /", "pass"),
        ("\n\n%%html\n<b>", "pass"),
        ("x = 7 % 4", "x = 7 % 4"),
        ("", ""),
    ],
)
def test_the_syntax_of_ipython_is_taken_out_and_the_lines_stay(source, plain) -> None:
    assert without_magics(source) == plain


def test_magics_do_not_stop_a_cell(box) -> None:
    assert run(box, "%matplotlib inline\n!ls\nx = 7 % 4\nprint(x)", "get_ipython().run_line_magic('time', 'x')") == [
        (None, "3\n"),
        (None, ""),
    ]


def test_a_syntax_error_shows_its_line_and_stops_its_cell_only(box) -> None:
    (broken, output), (after, said) = run(box, "x = 1\nprint(x))", "print('next')")
    assert broken == Raised("SyntaxError", "unmatched ')'", (("c0", 2, "print(x))"),))
    assert (output, after, said) == ("", None, "next\n")


@pytest.mark.parametrize("source", ["x = '\0'", "(" * 5000, "-" * 20000 + "1", "x = 1\n\tif", "\ufeffx=", "def f(:"])
def test_no_source_ends_the_box(box, source) -> None:
    (error, _), after = run(box, source, "print(1)")
    assert error is not None
    assert after == (None, "1\n")


def test_a_statement_that_fails_takes_nothing_else_with_it(box) -> None:
    (error, output), (after, _) = run(
        box, "plot(1)\nraise SystemExit\ndef f():\n    return 2\nprint(f())", "assert f() == 2"
    )
    assert error == Raised("NameError", "name 'plot' is not defined", (("c0", 1, "plot(1)"),))
    assert (output, after) == ("2\n", None)


def test_input_has_nobody_to_answer_it(box) -> None:
    ((error, _),) = run(box, "x = input('a number: ')")
    assert error == Raised("EOFError", "input() has nobody to answer it here", (("c0", 1, "x = input('a number: ')"),))


def test_the_student_s_own_checks_do_nothing(box) -> None:
    assert run(box, "from degrau import check\ncheck(1)\nimport degrau\ndegrau.check(len)\ndisplay(1)") == [(None, "")]


def test_the_grader_cannot_be_imported_by_accident(box) -> None:
    source = (
        "for name in ('degrau.judging', 'degrau.exercises.adaline', 'sandbox'):\n    try: __import__(name); print(name)"
    )
    assert run(box, f"{source}\n    except ImportError: pass") == [(None, "")]


def test_colab_fails_in_its_own_statement(box) -> None:
    ((error, output),) = run(box, "from google.colab import drive\ndrive.mount('/content')\nprint('on')")
    assert error is not None
    assert (error.type, error.lines, output) == (
        "ModuleNotFoundError",
        (("c0", 1, "from google.colab import drive"),),
        "on\n",
    )


@pytest.mark.slow
def test_plots_are_drawn_nowhere() -> None:
    with Box(machine.best()) as box:
        ((error, _),) = run(box, "import matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.show()")
    assert error is None


def test_classes_pickles_and_dataclasses_find_their_module(box) -> None:
    source = "from dataclasses import dataclass\nimport pickle\n@dataclass\nclass P:\n    x: int\n"
    assert run(box, f"{source}print(pickle.loads(pickle.dumps(P(1))), __name__)") == [(None, "P(x=1) __main__\n")]


def test_output_is_capped_however_it_is_written(box) -> None:
    outputs = [
        output
        for _, output in run(
            box,
            "print('a' * 10**6)",
            "for i in range(10**5): print(i)",
            "import io, sys; io.StringIO.write(sys.stdout, 'b' * 10**6)",
            "sys.stderr.write('c')",
            "sys.stdout.close()",
            "sys.__stdout__ and sys.__stdout__.write('d')",
        )
    ]
    assert [len(output) for output in outputs] == [2000, 2000, 2000, 1, 0, 0]


def test_a_capped_text_tells_the_writer_that_all_was_written() -> None:
    text = CappedText()
    assert text.write("x" * 5000) == 5000
    assert text.kept() == "x" * 2000


def test_long_tracebacks_and_messages_are_cut(box) -> None:
    (recursion, _), (long, _) = run(box, "def f(n):\n    return f(n + 1)\nf(0)", "raise ValueError('é' * 10**5)")
    assert recursion is not None
    assert long is not None
    assert (recursion.type, len(recursion.lines), recursion.lines[0]) == ("RecursionError", 5, ("c0", 3, "f(0)"))
    assert len(long.message) == 200


LYING = """
class Words(type):
    __name__ = property(lambda cls: 1 / 0)
class Odd(SyntaxError, metaclass=Words):
    filename = property(lambda self: [])
    def __str__(self): raise KeyboardInterrupt
    msg = property(__str__)
raise Odd
"""


def test_an_exception_that_cannot_describe_itself_is_described(box) -> None:
    assert [error for error, _ in run(box, LYING, "raise ValueError('\\ud800')")] == [
        Raised("Odd", ""),
        Raised("ValueError", "?", (("c1", 1, "raise ValueError('\\ud800')"),)),
    ]
