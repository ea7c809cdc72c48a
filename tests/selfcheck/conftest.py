"""A kernel in which nothing was chosen or checked before."""

import pytest

from degrau.selfcheck import check
from degrau.selfcheck import check as language


@pytest.fixture(autouse=True)
def _nothing_chosen(monkeypatch):
    for name in ("DEGRAU_LANG", "JPY_SESSION_NAME", "LC_ALL", "LC_MESSAGES", "LANG", "NBGRADER_EXECUTION"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(language, "chosen", [])
    monkeypatch.setattr(check, "latest", {})
