"""What the page of a notebook says where work would be lost, and how: `keeping.js`, with its words in each language."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path

from ..base.text import Language, _

SCRIPT = Path(__file__).with_suffix(".js")
UNSAVED = _(
    "This notebook could not be saved: this browser's store is full, or closed to this page. What you have changed is "
    "in this page alone. Download the notebook before you close it."
)
DOWNLOAD = _("Download the notebook as it is here")
TWICE = _(
    "This notebook is open in another tab of this browser. Go on there, or close that tab: what is changed in both is "
    "kept of one alone. Should you be asked, “Overwrite” keeps what is here, and “Revert” what was saved there."
)
RELOAD = _("The other tab with this notebook is closed: reload this page, and go on with what was saved there.")
BACK = _("All assignments")


def script(languages: Sequence[Language], front: Callable[[Language], str]) -> str:
    """What is put into the head of the page, with the words in these languages and the front page in each."""
    words = {language: {**_words(language), "front": front(language)} for language in languages}
    # No tag of HTML is in it, whatever a translation says.
    written = json.dumps(words, ensure_ascii=False).replace("<", "\\u003c")
    return (
        f'<script id="degrau-words" type="application/json">{written}</script>'
        f'<script type="module" src="../{SCRIPT.name}"></script>'
    )


def _words(language: Language) -> dict[str, str]:
    texts = {"unsaved": UNSAVED, "download": DOWNLOAD, "twice": TWICE, "reload": RELOAD, "back": BACK}
    return {name: text.to(language) for name, text in texts.items()}
