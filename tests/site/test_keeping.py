"""The words of the script that keeps a student's work: in each language, and nothing in them that a page would run."""

import json
import re

from degrau.base.text import Text
from degrau.site import keeping


def words(head: str) -> dict:
    (found,) = re.findall(r'<script id="degrau-words" type="application/json">(.*?)</script>', head)
    return json.loads(found)


def test_each_language_has_all_words_and_its_front_page() -> None:
    said = words(keeping.script(("pt", "es"), lambda language: f"{language}.html"))
    assert said["pt"]["front"] == "pt.html"
    assert said["es"]["back"] == "Todas las actividades"
    assert "Este notebook não pôde ser salvo" in said["pt"]["unsaved"]
    used = set(re.findall(r"\bwords\.(\w+)", keeping.SCRIPT.read_text("utf-8")))
    assert used == said["pt"].keys() == said["es"].keys()


def test_a_translation_ends_no_script(monkeypatch) -> None:
    monkeypatch.setattr(keeping, "TWICE", Text(en="</script><b>"))
    head = keeping.script(("en",), lambda _: "index.html")
    assert words(head)["en"]["twice"] == "</script><b>"
    assert "<b>" not in head
