"""What students hand in by accident, each with what it honestly earns and how what they read about it begins.

Every case is a folder: files by name, or a function that makes it.
"""

import io
import json
import zipfile
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_output
from tests.languages import LANGUAGES

from degrau.base.text import Text
from degrau.demo.desk import Desk, add_cell, as_file, cell_of

Files = Mapping[str, bytes]
NAME = "00_perceptron.ipynb"
FULL = 21
MEGABYTE = 10**6
COLAB = "from google.colab import drive\ndrive.mount('/content/drive')\nimport pandas_that_is_not_here as pd"
IPYTHON = """\
%matplotlib inline
%load_ext autoreload
!pip install numpy \\
    matplotlib
files = !ls
%time answer = 6 * 7
np.where?
%%timeit
if True:
    !echo yes
"""


@dataclass(frozen=True)
class Careless:
    """One accident; `says` is the beginning of a line of what the student and the teacher read, or nothing."""

    name: str
    about: Text
    honest: float
    says: str
    files: Callable[[], Files]
    make: Callable[[Path], object] = lambda folder: None

    def hand_in(self, folder: Path) -> None:
        """Puts it into the student's folder."""
        for name, content in self.files().items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        folder.mkdir(parents=True, exist_ok=True)
        self.make(folder)


def cases(desk: Desk, heavy: int = 70) -> list[Careless]:
    """All of them; `heavy` is how many megabytes the outputs have where there are very many."""
    return [*_files(desk, heavy), *_formats(desk), *_cells(desk), *_code(desk)]


def _case(name: str, about: str, honest: float, says: str, content: Any, **more: Any) -> Careless:
    """`content` is bytes, a notebook, a dictionary of files, or a function that gives one of these."""

    def files() -> Files:
        made = content() if callable(content) else content
        if isinstance(made, NotebookNode):
            made = as_file(made).encode()
        return made if isinstance(made, dict) else {NAME: made}

    return Careless(name, Text(**dict(zip(LANGUAGES, about.split(" | "), strict=True))), honest, says, files, **more)


def _zipped(files: Files) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return packed.getvalue()


def _files(desk: Desk, heavy: int) -> Iterator[Careless]:
    right = as_file(desk.notebook(desk.right(0))).encode()
    blank = as_file(desk.notebook({})).encode()
    yield _case(
        "no-json", "um texto que não é um notebook | a text that is no notebook", 0, "The file is incomplete", b"x"
    )
    yield _case("half", "metade de um arquivo | half a file", 0, "The file is incomplete", right[: len(right) // 2])
    yield _case("empty", "um arquivo de 0 bytes | a file of 0 bytes", 0, "The file is empty", b"")
    yield _case("white", "só espaços | nothing but white space", 0, "The file is empty", b" \n\n")
    yield _case(
        "folder",
        "uma pasta com o nome do notebook | a folder with the notebook's name",
        0,
        "This is a folder",
        {},
        make=lambda folder: (folder / NAME).mkdir(),
    )
    yield _case(
        "link",
        "um atalho para o notebook de outra pessoa | a link to somebody else's notebook",
        0,
        "This is a symbolic link",
        {},
        make=lambda folder: (folder / NAME).symlink_to(folder.parent / "x.ipynb"),
    )
    yield _case(
        "web-page",
        "a página em vez do arquivo | the web page instead of the file",
        0,
        "This is a web page",
        b"<!DOCTYPE html>",
    )
    yield _case(
        "another-name",
        "um arquivo com outro nome | a file with another name",
        FULL,
        "The file handed in was called",
        {"tarefa (1).ipynb": right},
    )
    yield _case(
        "emoji-name",
        "emoji e acentos no nome | emoji and accents in the name",
        FULL,
        "The file handed in was called",
        {"José 😀.ipynb": right},
    )
    yield _case(
        "two",
        "dois notebooks na pasta, um deles em branco | two notebooks in the folder, one of them blank",
        FULL,
        "There was more than one notebook",
        {NAME: blank, "00_perceptron (1).ipynb": right},
    )
    yield _case(
        "two-and-broken",
        "dois notebooks na pasta, um deles danificado | two notebooks in the folder, one of them damaged",
        FULL,
        "There was more than one notebook",
        {NAME: right[:1000], "b.ipynb": right},
    )
    yield _case(
        "zip",
        "um zip com o notebook dentro | a zip with the notebook in it",
        FULL,
        "The notebook was in a zip",
        {"a.zip": _zipped({"x/a.ipynb": right})},
    )
    yield _case(
        "zip-as-notebook",
        "um zip com o nome do notebook | a zip with the notebook's name",
        FULL,
        "The notebook was in a zip",
        _zipped({"../../a.ipynb": right}),
    )
    yield _case(
        "zip-of-two",
        "um zip com dois notebooks | a zip with two notebooks",
        0,
        "This is a zip archive with 2",
        _zipped({"a.ipynb": right, "b.ipynb": right}),
    )
    yield _case(
        "zip-bomb",
        "um zip que se abre em 70 MB | a zip that opens into 70 MB",
        0,
        "The file is larger",
        lambda: _zipped({"a.ipynb": b" " * 70 * MEGABYTE}),
    )
    yield _case(
        "text-ending",
        "um notebook com final .txt | a notebook that ends in .txt",
        FULL,
        "The file handed in was called",
        {"00_perceptron.ipynb.txt": right},
    )
    yield _case(
        "folder-in-folder",
        "o notebook numa pasta dentro da pasta | the notebook in a folder in the folder",
        FULL,
        "The file handed in was called",
        {"tarefa/a.ipynb": right},
    )
    yield _case(
        "heavy",
        "centenas de MB de saídas | outputs of hundreds of MB",
        FULL,
        "The file was larger",
        lambda: _heavy(desk, heavy),
    )


def _heavy(desk: Desk, megabytes: int) -> bytes:
    content = as_file(desk.notebook(desk.right(0))).encode()
    line = b'"' + b"0123456789" * 9 + b'\\n"'
    text = b", ".join([line] * (megabytes * MEGABYTE // (len(line) + 2)))
    output = b'"outputs": [{"output_type": "stream", "name": "stdout", "text": [' + text + b"]}]"
    return content.replace(b'"outputs": []', output, 1)


def _formats(desk: Desk) -> Iterator[Careless]:
    right = desk.notebook(desk.right(0))
    text = as_file(right)
    yield _case(
        "byte-order-mark", "com marca de ordem de bytes | with a byte order mark", FULL, "", text.encode("utf-8-sig")
    )
    yield _case("utf-16", "em UTF-16 | in UTF-16", FULL, "", text.encode("utf-16"))
    yield _case(
        "latin-1",
        "noutra codificação | in another encoding",
        FULL,
        "The file was not in UTF-8",
        text.replace("→", "-").encode("cp1252", "ignore"),
    )
    yield _case(
        "nbformat-3",
        "no formato nbformat 3 | in the format nbformat 3",
        FULL,
        "The notebook was in an old format",
        lambda: _format_3(right),
    )
    yield _case(
        "nbformat-4.0", "no formato 4.0, sem ids | in the format 4.0, without ids", FULL, "", lambda: _minor(right, 0)
    )
    yield _case(
        "nbformat-4.9",
        "num formato 4.9, que ainda não há | in a format 4.9 that there is not yet",
        FULL,
        "",
        lambda: _minor(right, 9),
    )
    yield _case(
        "nbformat-5",
        "num formato 5, que ainda não há | in a format 5 that there is not yet",
        0,
        "The notebook's format",
        {NAME: b'{"nbformat": 5, "cells": []}'},
    )
    yield _case("no-metadata", "sem metadado algum | without any metadata", FULL, "", lambda: _bare(right))
    yield _case(
        "odd-metadata", "com metadados sem sentido | with metadata that make no sense", FULL, "", lambda: _odd(right)
    )
    yield _case(
        "kernel",
        "com o kernel de R | with R's kernel",
        FULL,
        "The notebook said it used another language",
        lambda: _kernel(right),
    )
    yield _case(
        "crlf",
        "com fins de linha do Windows | with the line ends of Windows",
        FULL,
        "",
        lambda: _sources(right, lambda s: s.replace("\n", "\r\n")),
    )
    yield _case(
        "other-assignment",
        "o notebook de outra atividade | the notebook of another assignment",
        0,
        "This is the notebook of 01_adaline",
        lambda: _other(desk),
    )
    yield _case("other-language", "na outra língua | in the other language", FULL, "", lambda: _english(desk))
    yield _case(
        "classmate",
        "o notebook de outra pessoa, igual | somebody else's notebook, unchanged: who wrote it is not judged",
        FULL,
        "",
        right,
    )


def _format_3(right: NotebookNode) -> bytes:
    old = [
        {"cell_type": "code", "input": cell.source, "language": "python", "outputs": []}
        if cell.cell_type == "code"
        else {"cell_type": cell.cell_type, "source": cell.source}
        for cell in right.cells
    ]
    return json.dumps({"nbformat": 3, "nbformat_minor": 0, "metadata": {}, "worksheets": [{"cells": old}]}).encode()


def _minor(right: NotebookNode, minor: int) -> NotebookNode:
    other = deepcopy(right)
    other.nbformat_minor = minor
    for cell in other.cells if minor < 5 else ():
        del cell["id"]
    return other


def _bare(right: NotebookNode) -> NotebookNode:
    other = _minor(right, 4)
    other.metadata = NotebookNode()
    for cell in other.cells:
        cell.metadata = NotebookNode()
    return other


def _odd(right: NotebookNode) -> NotebookNode:
    other = deepcopy(right)
    for cell in other.cells:
        cell.metadata = NotebookNode(nbgrader={"points": 99, "grade": True, "grade_id": ["x"], "schema_version": 7})
    return other


def _kernel(right: NotebookNode) -> NotebookNode:
    other = deepcopy(right)
    other.metadata.kernelspec = NotebookNode(display_name="R", language="R", name="ir")
    return other


def _sources(right: NotebookNode, change: Callable[[str], str]) -> NotebookNode:
    other = deepcopy(right)
    for cell in other.cells:
        cell.source = change(cell.source)
    return other


def _other(desk: Desk) -> NotebookNode:
    adaline = Desk(desk.pack, "01_adaline", desk.language)
    return adaline.notebook(adaline.right(0))


def _english(desk: Desk) -> NotebookNode:
    other = Desk(desk.pack, desk.assignment, "en" if desk.language == "pt" else "pt")
    return other.notebook(other.right(0))


def _cells(desk: Desk) -> Iterator[Careless]:
    answers = desk.right(0)

    def changed(
        change: Callable[[NotebookNode], object], given: dict[str, str] = answers
    ) -> Callable[[], NotebookNode]:
        def make() -> NotebookNode:
            notebook = desk.notebook(given)
            change(notebook)
            return notebook

        return make

    def at(notebook: NotebookNode, name: str) -> int:
        return int(notebook.cells.index(cell_of(notebook, name)))

    def merge(notebook: NotebookNode) -> None:
        for name in desk.functions[1:]:
            cell_of(notebook, desk.functions[0]).source += "\n\n" + notebook.cells.pop(at(notebook, name)).source

    def split(notebook: NotebookNode) -> None:
        cell = cell_of(notebook, "predict")
        lines = cell.source.split("\n")
        second = deepcopy(cell)
        cell.source, second.source = "\n".join(lines[:1]), "\n".join(lines[1:])
        notebook.cells.insert(at(notebook, "predict") + 1, second)

    def duplicate(notebook: NotebookNode) -> None:
        notebook.cells = [deepcopy(cell) for cell in notebook.cells for _ in range(2)]

    def edit(notebook: NotebookNode) -> None:
        for name in desk.functions:
            cell_of(notebook, f"check_{name}").source = "print('21.0')"

    def of_its_own(notebook: NotebookNode) -> None:
        for name, source in answers.items():
            add_cell(notebook, f"check_{name}", source)

    def drop(*names: str) -> Callable[[NotebookNode], None]:
        def dropping(notebook: NotebookNode) -> None:
            notebook.cells = [cell for cell in notebook.cells if cell.id not in names]

        return dropping

    def retype(notebook: NotebookNode) -> None:
        for name in desk.functions:
            cell_of(notebook, name).cell_type = "markdown"

    checks = tuple(f"check_{name}" for name in desk.functions)
    yield _case(
        "duplicated",
        "cada célula duas vezes | every cell twice",
        FULL,
        "There is more than one cell",
        changed(duplicate),
    )
    yield _case(
        "reordered",
        "as células de trás para a frente | the cells in reverse",
        FULL,
        "",
        changed(lambda n: n.cells.reverse()),
    )
    yield _case(
        "merged",
        "todas as respostas numa célula | all answers in one cell",
        FULL,
        "Cells that were missing",
        changed(merge),
    )
    yield _case(
        "split",
        "uma resposta em duas células | one answer in two cells",
        FULL,
        "Cells that had been split",
        changed(split),
    )
    yield _case(
        "checks-deleted",
        "sem as células travadas | without the locked cells",
        FULL,
        "Cells that were missing",
        changed(drop("setup", *checks)),
    )
    yield _case(
        "answer-deleted",
        "sem a célula de uma resposta | without one answer's cell",
        FULL - 4,
        "Cells that were missing",
        changed(drop("step")),
    )
    yield _case(
        "checks-edited",
        "com as células travadas alteradas | with the locked cells edited",
        FULL,
        "Locked cells that had been edited",
        changed(edit),
    )
    yield _case(
        "retyped",
        "respostas em células de texto | answers in text cells",
        FULL,
        "Cells that were no longer code",
        changed(retype),
    )
    yield _case(
        "own-cells", "respostas em células próprias | answers in cells of their own", FULL, "", changed(of_its_own, {})
    )
    yield _case("blank", "em branco | blank", 0, "", changed(lambda n: None, {}))
    yield _case(
        "only-functions",
        "só as funções, num notebook novo | nothing but the functions, in a new notebook",
        FULL,
        "Cells that were missing",
        changed(
            lambda n: n.update(
                cells=[new_code_cell("import numpy as np\n" + "\n\n".join(answers.values()))], metadata={}
            )
        ),
    )
    yield _case(
        "many-cells",
        "milhares de células | thousands of cells",
        0,
        "The notebook has 3",
        changed(lambda n: n.cells.extend(new_markdown_cell("x") for _ in range(3000))),
    )
    yield _case(
        "huge-cell",
        "uma célula de 2 MB | a cell of 2 MB",
        FULL,
        "Cells with more than",
        changed(lambda n: n.cells.append(new_code_cell("#" * 2 * MEGABYTE, id="own"))),
    )
    yield _case(
        "old-outputs",
        "com saídas e erros de antes | with outputs and errors of before",
        FULL,
        "",
        changed(
            lambda n: cell_of(n, "check_step").outputs.append(new_output("error", ename="E", evalue="x", traceback=[]))
        ),
    )


def _code(desk: Desk) -> Iterator[Careless]:
    answers = desk.right(0)

    def beside(source: str) -> Callable[[], NotebookNode]:
        def make() -> NotebookNode:
            notebook = desk.notebook(answers)
            add_cell(notebook, desk.functions[0], source)
            return notebook

        return make

    def instead(source: str) -> Callable[[], NotebookNode]:
        return lambda: desk.notebook(answers | {"step": source})

    step = answers["step"]
    tabs = "\n".join(line.replace("    ", "\t") for line in step.splitlines())
    accented = "# função degrau 😀\nlimiar_é = 0\n" + step
    yield _case(
        "input", "com input() numa célula | with input() in a cell", FULL, "", beside("name = input('Quem é você? ')")
    )
    yield _case(
        "input-in-function",
        "com input() numa função | with input() in a function",
        FULL - 4,
        "",
        instead("def step(z):\n    return float(input())"),
    )
    yield _case("magics", "com comandos do IPython | with IPython's own commands", FULL, "", beside(IPYTHON))
    yield _case(
        "magic-in-answer",
        "com um comando do IPython na resposta | with an IPython command in the answer",
        FULL,
        "",
        instead("%matplotlib inline\n!pip install numpy \\\n    scipy\n" + step),
    )
    yield _case("cell-magic", "com uma célula %%bash | with a %%bash cell", FULL, "", beside("%%bash\nrm -rf /"))
    yield _case(
        "timed", "com %%time sobre a resposta | with %%time above the answer", FULL, "", instead("%%time\n" + step)
    )
    yield _case(
        "colab",
        "com google.colab e módulos que não há | with google.colab and modules that are not there",
        FULL,
        "",
        beside(COLAB),
    )
    yield _case(
        "syntax-error",
        "com um erro de sintaxe numa resposta | with a syntax error in one answer",
        FULL - 4,
        "",
        instead("def step(z)\n    return 1"),
    )
    yield _case(
        "syntax-error-beside",
        "com um erro de sintaxe numa célula própria | with a syntax error in a cell of its own",
        FULL,
        "",
        beside("for in range(3:"),
    )
    yield _case("tabs", "com tabulações | with tabs", FULL, "", instead(tabs))
    yield _case(
        "accents", "com emoji e acentos no código | with emoji and accents in the code", FULL, "", instead(accented)
    )
    yield _case(
        "indented",
        "com a resposta toda recuada | with the whole answer indented",
        FULL,
        "",
        instead("\n".join("    " + line for line in step.splitlines())),
    )
    yield _case(
        "renamed-function",
        "com outro nome de função | with another name of a function",
        FULL - 4,
        "",
        instead(step.replace("def step", "def degrau")),
    )
    yield _case(
        "half-written",
        "com metade das funções | with half of the functions",
        9,
        "",
        lambda: desk.notebook(dict(list(answers.items())[:2])),
    )
    yield _case(
        "prints",
        "com print() em toda parte | with print() everywhere",
        FULL,
        "",
        instead("print('oi')\n" + step.replace("\n", "\n    print(z)\n", 1)),
    )
    yield _case(
        "surrogates",
        "com caracteres partidos ao meio | with characters that are cut in half",
        FULL,
        "",
        lambda: as_file(desk.notebook(answers | {"step": "x = 1  # @@\n" + step})).replace("@@", "\\ud83d").encode(),
    )
