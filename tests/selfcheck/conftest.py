"""A kernel in which nothing was chosen or checked before."""

import pytest

from degrau.selfcheck import check, notebook


@pytest.fixture(autouse=True)
def _nothing_chosen(monkeypatch):
    for name in ("DEGRAU_LANG", "JPY_SESSION_NAME", "LC_ALL", "LC_MESSAGES", "LANG", "NBGRADER_EXECUTION"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(notebook, "chosen", [])
    monkeypatch.setattr(notebook, "stopped", {})
    monkeypatch.setattr(notebook, "held", {})
    monkeypatch.setattr(check, "latest", {})
