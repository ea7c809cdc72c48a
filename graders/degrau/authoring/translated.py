"""In which languages an author's texts are written: those of notebooks, of graders and of banks."""

import ast
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from ..base.text import EVERY, Language
from ..judging.registry import assignments
from ..pack.pack import Pack

Written = tuple[str, tuple[Language, ...]]


def untranslated(pack: Pack, names: Iterable[str]) -> Iterator[str]:
    """Which texts of these assignments lack a language of the pack, a line each with the file and the line."""
    for name in names:
        yield from pack.source(name).untranslated()
        for where, codes in _texts(pack, name):
            shown = pack.languages[0] if pack.languages[0] in codes else codes[0]
            yield from (f"{where}: not in {code}; it is shown in {shown}" for code in _lacking(codes, pack.languages))


def strange(pack: Pack, name: str) -> Iterator[str]:
    """Texts of an assignment's grader and bank by a code that is no language of the pack: misspelt, perhaps."""
    known = " or ".join(pack.languages)
    for where, codes in _texts(pack, name):
        for code in _lacking(pack.languages, codes):
            yield f"{where}: {code} is no language of the pack; write {known}, or add it to its languages"


def _lacking(codes: Sequence[Language], wanted: Sequence[Language]) -> list[Language]:
    return [code for code in wanted if code not in codes]


def _texts(pack: Pack, name: str) -> Iterator[Written]:
    graders = assignments().get(name)
    for path in sorted(graders.folder.rglob("*.py")) if graders else ():
        yield from _in_grader(path)
    banks = pack.root / "solutions" / "banks" / name
    for variant in pack.bank(name):
        if variant.title is not None:
            yield f"{banks / variant.exercise}.py:{variant.line}", variant.title.written()


def _in_grader(path: Path) -> Iterator[Written]:
    """Each `Text(es=…, en=…)` in a module, wherever it stands: laws have some that only a wrong answer shows."""
    for node in ast.walk(ast.parse(path.read_text("utf-8-sig"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Text":
            codes = tuple(code for keyword in node.keywords for code in _codes(keyword) if code != EVERY)
            if codes:
                yield f"{path}:{node.lineno}", codes


def _codes(keyword: ast.keyword) -> Iterator[Language]:
    """The code of a text that is given by name; those of a dictionary, in which a code such as pt-BR is no name."""
    if keyword.arg is not None:
        yield keyword.arg
    elif isinstance(keyword.value, ast.Dict):
        keys = keyword.value.keys
        yield from (key.value for key in keys if isinstance(key, ast.Constant) and isinstance(key.value, str))
