"""How a student sees what a function printed while it was checked: the first lines, and the rest behind a click."""

from html import escape
from itertools import islice

from ..base.terminal import clean
from ..base.text import Language, _
from .types import Printed

PRINTED = _("During the check, the function printed:")
IN_ALL = _("{count} lines in all")
SHOWN, LONGEST = 10, 200
_PRE = "margin:.1em 0 .4em;padding:0;background:none;white-space:pre-wrap;overflow-wrap:anywhere;font-size:.92em"


def printed_text(printed: Printed, language: Language) -> str:
    """The first lines as plain text below a card, and how many there were; nothing where nothing was printed."""
    lines = _lines(printed)
    if not lines:
        return ""
    more = [f"… {IN_ALL.to(language, count=printed.lines)}"] if printed.lines > SHOWN else []
    return "\n".join(["", f"  {PRINTED.to(language)}", *(f"    {line}" for line in [*lines[:SHOWN], *more])])


def printed_html(printed: Printed, language: Language) -> str:
    """The first lines as HTML, with the others folded; nothing where nothing was printed."""
    lines = _lines(printed)
    if not lines:
        return ""
    rest = _pre([*lines[SHOWN:], *(["…"] if len(lines) < printed.lines else [])])
    count = escape(IN_ALL.to(language, count=printed.lines))
    folded = f"<details><summary>… {count}</summary>{rest}</details>" if printed.lines > SHOWN else ""
    return (
        f'<section lang="{language}"><div>{escape(PRINTED.to(language))}</div>{_pre(lines[:SHOWN])}{folded}</section>'
    )


def _lines(printed: Printed) -> list[str]:
    """The lines that are known, none of them long; none where all are empty."""
    lines = [clean(line.expandtabs()) for line in islice(printed.text.split("\n"), printed.lines)]
    cut = [line if len(line) <= LONGEST else f"{line[:LONGEST]}…" for line in lines]
    return cut if any(map(str.strip, cut)) else []


def _pre(lines: list[str]) -> str:
    text = escape("\n".join(lines))
    return f'<pre style="{_PRE}">{text}</pre>'
