"""A real kernel is the judge of what a notebook's cells mean, as far as they need no shell of the system."""

import ast
import json
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from jupyter_client.blocking import BlockingKernelClient
from jupyter_client.manager import KernelManager

from degrau.sandbox.box import Box
from degrau.sandbox.inside.syntax import parsed

SECONDS = 120
SOURCES = (
    "%matplotlib inline\nx = 1",
    "if True:\n    !ls\n    y = %pwd\nx = 1",
    "d['a'] = !ls | sort\nx, y = !ls",
    "np.arr*?\nnp.dot??\n?np.dot\nx = 1",
    "x = (7\n% 4)\n%time y = [x,\n 1]",
    "s = '''\n%time\n!ls\n'''\n!ls {s}",
    "s = 'a\u2028%b'\n%time x = 1",
    "s = 'a\u2028b'",
    "\n\n  \n%%bash -x\n\nrm -rf /\n\n",
    "%%time?",
    "  x = 1\n  if x:\n    %time y = 2",
    ">>> x = 1\n>>> if x:\n...     y = 2\n3",
    "In [1]: x = 1\n   ...: y = 2\n\nIn [2]: x?",
    "!pip install \\\n    numpy\n!!ls\nx = 1",
    "/f 1\n,f a b\n;f a b",
    "x = 1 # why?\n# %time\ny = 'what?'",
    "await f()\nasync with g() as h: pass",
    "x = !ls \\\n  -l\nfor y in x:\n    %time y.z?\n",
    "x = %timeit -o f(1)\nx %= 2\nx != 2",
    "!" * 10,
    "x = ?\n%",
    "",
)
# The cells, and the names whose values are looked at afterwards; each case has its own names.
CASES = (
    (("a0 = (7\n% 4)\n%time a1 = a0 + 1",), "a0, a1"),
    ((">>> b0 = 1\n>>> for i in range(3):\n...     b0 += i",), "b0"),
    (("In [1]: b1 = 1\n   ...: b1 = b1 + 1",), "b1"),
    (("async def c0(): return 3", "c1 = await c0()\nc2 = [await c0() for _ in 'ab']"), "c1, c2"),
    (("d0 = 'a\u2028b'\n%time d1 = len(d0)",), "d0, d1"),
    (("import numpy as np\nnp.arr*?\ne0 = 1",), "e0"),
    (("%%time\nf0 = 1", "\n\n%%time\n\nf1 = 2\nf2 = f0 + f1"), "f0, f1, f2"),
    (("%%capture g0\nprint('hi')\ng1 = 1",), "g0.stdout, str(g0), g1"),
    (("get_ipython().run_cell_magic('time', '', 'h0 = 1\\n')",), "h0"),
    (("get_ipython().run_line_magic('time', 'i0 = 2')\ni1 = %time i0 + 1",), "i0, i1"),
    (("j0 = 1\n%timeit -n 1 -r 1 j0 = 2", "%%timeit -n 1 -r 1 j1 = 0\nj0 = j1"), "j0"),
    (("%prun -q k0 = 3", "%%prun -q\nk1 = 4"), "k0, k1"),
    (("from IPython import get_ipython as l0\nl1 = l0() is get_ipython()",), "l1"),
    (("def m0(x):\n    y = %time x + 1\n    return y\nm1 = m0(1)",), "m1"),
    (("n0 = []\n/n0.append 1\n,n0.append a\n;n0.append a b",), "n0"),
    (("o0 = 5", "get_ipython().user_ns['o1'] = o0\nget_ipython().run_cell('o2 = o1 + 1')"), "o1, o2"),
    (("%pylab --no-import-all", "%pylab\np0 = array([sin(0.0)])"), "p0, np.pi, plt.__name__, pylab.__name__"),
    (("q0 = 1\nfrom __future__ import annotations", "def q1(x: Unknown): pass"), "q1.__annotations__"),
)
WRITING = (("%%writefile r0.py\nr1 = 42", "%%file -a r0.py\nr1 += 1", "from r0 import r1"), "r1")


@dataclass(frozen=True)
class Kernel:
    """What a real kernel makes of the sources, and what the names are after the cells of each case."""

    transformed: dict[str, str]
    values: dict[str, str]


def said(client: BlockingKernelClient, code: str) -> str:
    """What a cell prints."""
    told = []
    client.execute_interactive(code, timeout=SECONDS, output_hook=lambda message: told.append(message["content"]))
    return "".join(content["text"] for content in told if content.get("name") == "stdout")


@pytest.fixture(scope="module")
def kernel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kernel]:
    folder = tmp_path_factory.mktemp("kernel")
    manager = KernelManager(transport="ipc", connection_file=str(folder / "kernel.json"), ip=str(folder / "ipc"))
    manager.start_kernel(cwd=str(folder))
    client = manager.client()
    client.start_channels()
    try:
        client.wait_for_ready(timeout=SECONDS)
        asked = f"import json\nprint(json.dumps([get_ipython().transform_cell(s) for s in {SOURCES!r}]))"
        transformed = dict(zip(SOURCES, json.loads(said(client, asked)), strict=True))
        yield Kernel(transformed, {looked: after(client, cells, looked) for cells, looked in (*CASES, WRITING)})
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def after(client: BlockingKernelClient, cells: tuple[str, ...], looked: str) -> str:
    for cell in cells:
        said(client, cell)
    return said(client, f"print(({looked},))")


def meaning(source: str) -> str:
    try:
        return ast.dump(ast.parse(source))
    except SyntaxError:
        return "nothing"


@pytest.mark.slow
@pytest.mark.parametrize("source", SOURCES)
def test_a_cell_means_what_it_means_in_a_kernel(kernel, source) -> None:
    try:
        ours = ast.dump(parsed(source, "<cell>")[0])
    except SyntaxError:
        ours = "nothing"
    assert ours == meaning(kernel.transformed[source])


@pytest.mark.slow
@pytest.mark.parametrize(("cells", "looked"), [*CASES, WRITING])
def test_names_hold_what_they_hold_in_a_kernel(kernel, tier, cells, looked) -> None:
    if (cells, looked) == WRITING and not tier.folder:
        pytest.skip("this tier has no folder to write to")
    with Box(tier) as box:
        *_, (_, output) = box.run([(f"c{i}", cell) for i, cell in enumerate([*cells, f"print(({looked},))"])])
    assert output == kernel.values[looked] != ""
