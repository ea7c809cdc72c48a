"""The pages for teachers on careless notebooks: what happens is what was seen to happen, in both languages."""

import tempfile
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from tests.languages import LANGUAGES

from degrau.base.text import Language, Text
from degrau.demo.desk import Desk
from degrau.grading.submission import Submissions
from degrau.notebooks.messages import Unreadable
from degrau.pack.pack import Pack
from degrau.report.card import first_failed
from degrau.sandbox.machine import Pool

from ..judged import judged
from .careless import FULL, Careless, cases
from .hostile import ASSIGNMENT
from .room import SEED

PAGES: dict[Language, str] = {"en": "careless-notebooks.md", "pt": "notebooks-descuidados.md"}
HEAD = Text(
    pt="""\
# Notebooks descuidados

O que acontece com o que os alunos entregam por acidente. Cada linha foi entregue de verdade, como `00_perceptron`, com
todas as respostas certas, salvo onde ela diz outra coisa. "Todos" são os pontos que as respostas merecem. Quem
entregou lê a mensagem no topo do retorno, na língua do notebook (ou nas duas, se ele não pode ser lido), e junto da
função o que aqui está em letra de código. Quem ensina lê o mesmo. Nada disto interrompe a turma.

| o que foi entregue | pontos | mensagem |
|---|---|---|
""",
    en="""\
# Careless notebooks

What happens to what students hand in by accident. Every line was really handed in, as `00_perceptron`, with all answers
right, except where it says otherwise. "All" are the points that the answers deserve. Students read the message on top
of their feedback, in the notebook's language (or in both, if it cannot be read), and beside the function what is set
as code here. Teachers read the same. None of this stops the class.

| what was handed in | points | message |
|---|---|---|
""",
)
POINTS = {FULL: Text(pt="todos", en="all"), 0: Text(pt="0", en="0")}
FEWER = Text(pt="todos menos os dessa função", en="all but that function's")
HALF = Text(pt="os das funções escritas", en="those of the functions that are written")


Said = dict[Language, list[str]]


def pages(pack: Pack) -> dict[str, str]:
    """The text of each page, by its file name."""
    with Pool() as pool:
        said = [(case, _said(case, pack, pool)) for case in cases(Desk(pack, ASSIGNMENT, "pt"))]
    return {PAGES[language]: _page(said, language) for language in LANGUAGES}


def _said(case: Careless, pack: Pack, pool: Pool) -> Said:
    """What is said about the notebook, and about the functions that were written and do not pass."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name, ASSIGNMENT)
        case.hand_in(folder)
        try:
            with closing(Submissions(pack)) as submissions:
                canonical = submissions.read(folder)
        except Unreadable as problem:
            return {language: [problem.message.to(language)] for language in LANGUAGES}
    found: Said = {}
    for language in LANGUAGES:
        report = judged(
            replace(canonical, work=replace(canonical.work, language=language)), pack, pool, SEED, ASSIGNMENT
        )
        failed = [e for e in report.exercises if e.status not in ("passed", "blank")]
        found[language] = [*report.notes, *(f"`{first_failed(e).message.splitlines()[0]}`" for e in failed)]
    return found


def _page(said: list[tuple[Careless, Said]], language: Language) -> str:
    rows = []
    for case, texts in said:
        points = POINTS.get(int(case.honest), HALF if case.honest == FULL - 12 else FEWER).to(language)
        message = " ".join(text.replace("|", "\\|") for text in texts[language]) or "—"
        rows.append(f"| {case.about.to(language)} | {points} | {message} |\n")
    return HEAD.to(language) + "".join(rows)


def write_pages(pack: Pack) -> None:
    """Writes the pages into docs/."""
    for name, text in pages(pack).items():
        (pack.root / "docs" / name).write_text(text, encoding="utf-8")
