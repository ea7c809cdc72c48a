"""The frame of the site's own pages: how they look, what they may load, and the links between the languages."""

from collections.abc import Callable, Sequence
from html import escape
from pathlib import Path
from string import Template

from babel import Locale

from ..base.text import Language, _

# Pages may load from their own server alone; the kernel compiles WebAssembly, and JupyterLite's pages have inline code.
POLICY = (
    "default-src 'self' data: blob:; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; "
    "style-src 'self' 'unsafe-inline'; worker-src 'self' blob:; frame-src 'self'; form-action 'none'"
)
META = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
FRAME = Template((Path(__file__).parent / "page.html").read_text("utf-8"))
CHOOSE = _("Language")

File = Callable[[Language], str]


def page(language: Language, languages: Sequence[Language], file: File, title: str, main: str, back: str = "") -> str:
    """A whole page with this main part; `file` names it in each language, `back` is a link to the page above it."""
    others = [_link(file(code), code) for code in languages if code != language]
    return FRAME.substitute(
        policy=META,
        language=language,
        title=escape(title),
        choose=escape(CHOOSE.to(language)),
        links=" ".join([back, *others]).strip(),
        main=main,
    )


def _link(file: str, language: Language) -> str:
    """A link to a page in another language, called as that language calls itself."""
    name = Locale.parse(language, sep="-").get_language_name() or language
    return f'<a href="{file}" lang="{language}" hreflang="{language}">{escape(name.capitalize())}</a>'
