"""A notebook's cells run as plain Python, with all that students put in them."""

import ast
from collections.abc import Iterator

import pytest

from degrau.plain.outcomes import Raised
from degrau.sandbox import machine
from degrau.sandbox.box import Box
from degrau.sandbox.inside.cells import CappedText
from degrau.sandbox.inside.syntax import parsed
from degrau.sandbox.machine import Pool

from ..at_hand import PACK


@pytest.fixture
def box(pool: Pool) -> Iterator[Box]:
    with pool.take() as one:
        yield one


def run(box: Box, *sources: str) -> list[tuple[Raised | None, str]]:
    return list(box.run([(f"c{i}", source) for i, source in enumerate(sources)]))


def shown(source: str) -> str:
    return ast.unparse(parsed(source, "<cell>")[0])


@pytest.mark.parametrize(
    ("source", "plain"),
    [
        ("if True:\n    %time\nx = 1", "if True:\n    get_ipython().run_line_magic('time', '')\nx = 1"),
        ("d['a'] = !ls", "d['a'] = get_ipython().getoutput('ls')"),
        ("np.arr*?", "get_ipython().run_line_magic('psearch', 'np.arr*')"),
        ("x = (7\n% 4)\n!ls", "x = 7 % 4\nget_ipython().system('ls')"),
        ("s = '''\n%time\n'''\n!ls", "s = '\\n%time\\n'\nget_ipython().system('ls')"),
        ("\n\n%%html\n<b>", "get_ipython().run_cell_magic('html', '', '<b>\\n')"),
        (">>> for i in x:\n...     y = i", "for i in x:\n    y = i"),
        ("In [1]: x = 1\n   ...: y = 2", "x = 1\ny = 2"),
        ("s = 'a\u2028b'\n%time x", "s = 'a\\u2028b'\nget_ipython().run_line_magic('time', 'x')"),
        ("x = await f()", "x = await f()"),
        ("x = 7 % 4", "x = 7 % 4"),
        ("", ""),
    ],
)
def test_a_cell_is_what_ipython_makes_of_it(source, plain) -> None:
    assert shown(source) == plain


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("\n \n\n%time\nx = 1", 5),
        ("!pip install \\\n    numpy \\\n    scipy\nx = 1", 4),
        ("!a \\\n  b\ny = !c \\\n d\nif y:\n    %e \\\n     f\nx = 1", 8),
        (">>> if y:\n...     pass\n>>> x = 1", 3),
    ],
)
def test_lines_keep_their_numbers(source, line) -> None:
    assert parsed(source, "<cell>")[0].body[-1].lineno == line


def test_the_released_cells_are_what_python_makes_of_them(pack) -> None:
    released = [cell for name in pack.assignments for cell in pack.release(name, pack.languages[0]).cells]
    for source in [cell.source for cell in released if cell.cell_type == "code"]:
        assert ast.dump(parsed(source, "<cell>")[0]) == ast.dump(ast.parse(source))


@pytest.mark.parametrize(
    ("source", "printed"),
    [
        ("%matplotlib inline\n!ls\nx = 7 % 4\nprint(x)", "3"),
        ("files = !ls\nd = {}\nd['a'] = !ls\nprint(files, d)", "[] {'a': []}"),
        ("import numpy as np\nnp.arr*?\nnp.dot?\nprint(1)", "1"),
        ("%time x = 2\ny = %time x + 3\nprint(y)", "5"),
        ("%prun -l 5 x = 2\nprint(x)", "2"),
        ("x = 1\n%timeit -n 3 -r1 x = 2\nprint(x)", "1"),
        ("def f(x):\n    y = %time x + 1\n    return y\nprint(f(2))", "3"),
        ("get_ipython().run_line_magic('time', 'x = 1')\nprint(x)", "1"),
        ("get_ipython().run_cell_magic('time', '', 'x = 1\\ny = 2\\n')\nprint(x, y)", "1 2"),
        ("get_ipython().run_cell_magic('bash', '', 'rm -rf /')\nprint(1)", "1"),
        ("get_ipython().magic('matplotlib inline')\nget_ipython().events.register('post_execute', f)\nprint(1)", "1"),
        ("from IPython import get_ipython as g\nprint(g() is get_ipython(), g().user_ns is globals())", "True True"),
        ("print('IPKernelApp' in get_ipython().config)", "False"),
        ("async def f(): return 3\nprint(await f())\n[x async for x in g()] if 0 else 0", "3"),
        ("words = []\n/words.append 1\n,words.append a\nprint(words)", "[1, 'a']"),
    ],
)
def test_what_ipython_does_is_done_and_its_shell_does_nothing(box, source, printed) -> None:
    names = "f = None\nasync def g(): yield"
    assert run(box, names, source)[1] == (None, f"{printed}\n")


@pytest.mark.parametrize(
    "magic", ["%%time", "%%capture", "%%capture --no-stderr out", "%%timeit", "%%prun -q", "\n%%time"]
)
def test_a_magic_above_a_cell_leaves_its_functions_and_its_line_numbers(box, magic) -> None:
    (error, output), (after, said) = run(box, f"{magic}\ndef f():\n    return 2\nx = 1 / 0\ny = f()", "print(y)")
    assert error == Raised("ZeroDivisionError", "division by zero", (("c0", 4 + magic.count("\n"), "x = 1 / 0"),))
    assert (output, after, said) == ("", None, "2\n")


def test_what_a_cell_printed_is_kept_by_its_name(box) -> None:
    assert run(box, "%%capture out\nprint('hi')", "print(out.stdout == str(out) == 'hi\\n')\nout.show()") == [
        (None, ""),
        (None, "True\nhi\n"),
    ]


@pytest.mark.parametrize(
    ("source", "line"), [("x = 0\n%time y = 1 / x", 2), ("get_ipython().run_cell_magic('time', '', '1/0')", 1)]
)
def test_an_exception_in_a_magic_shows_the_line_of_the_magic_once(box, source, line) -> None:
    ((error, _),) = run(box, source)
    assert error is not None
    assert error.lines == (("c0", line, source.split("\n")[line - 1]),)


@pytest.mark.parametrize("line", ["%time C = A @ B + B @ A", "C = %time A @ B + B @ A", ">>> C = A @ B + B @ A"])
def test_what_took_part_in_an_exception_is_known_in_a_magic_too(box, line) -> None:
    _, (error, _) = run(box, "import numpy as np\nA, B = np.ones((2, 3)), np.ones((4, 2))", line)
    assert error is not None
    assert error.lines == (("c1", 1, line),)
    assert error.involved == (("A", "array", (2, 3)), ("B", "array", (4, 2)))


def test_what_future_brings_lasts(box) -> None:
    cells = "x = 1\nfrom __future__ import annotations", "def f(x: Unknown): pass\nprint(f.__annotations__)"
    assert run(box, *cells) == [(None, ""), (None, "{'x': 'Unknown'}\n")]


def test_what_needs_an_event_loop_finds_none(box) -> None:
    ((error, output),) = run(box, "import asyncio\nx = 1\nawait asyncio.sleep(0)\nprint(x)")
    line = "c0", 3, "await asyncio.sleep(0)"
    assert error == Raised("RuntimeError", "this needs an event loop, and there is none here", (line,))
    assert output == "1\n"


def test_a_module_is_written_where_there_is_a_folder_for_it(box, tier) -> None:
    (written, _), (imported, output) = run(box, "%%writefile m.py\nx = 42", "from m import x\nprint(x)")
    if tier.folder:
        assert (written, imported, output) == (None, None, "42\n")
    else:
        sentence = "%%writefile m.py writes nothing here: this sandbox has no folder of its own"
        assert written == Raised("OSError", sentence, (("c0", 1, "%%writefile m.py"),))
        assert imported == Raised("ModuleNotFoundError", sentence, (("c1", 1, "from m import x"),))


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
        f"for name in ('degrau.judging', {PACK.place.module!r}, 'sandbox'):\n    try: __import__(name); print(name)"
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


@pytest.mark.slow
def test_a_notebook_that_imports_ipython_plots_too() -> None:
    with Box(machine.best()) as box:
        ((error, output),) = run(box, "from IPython.display import clear_output, display\n%pylab\nplot([1])\nprint(pi)")
    assert (error, output) == (None, "3.141592653589793\n")


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
