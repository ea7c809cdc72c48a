"""A terminal of 80 columns, in tmux."""

import secrets
import subprocess
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import Self

PATIENCE = 60.0


class Terminal:
    """A shell in this folder, with this environment's commands."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._name = folder, f"degrau-{secrets.token_hex(4)}"

    def __enter__(self) -> Self:
        self._tmux(
            "new-session", "-d", "-s", self._name, "-x", "80", "-y", "60", "-c", str(self._folder), "bash --norc"
        )
        self._type(f"PS1='$ '; PATH={Path(sys.executable).parent}:$PATH; export LANG=C.UTF-8; clear")
        return self

    def __exit__(self, *error: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._tmux("kill-session", "-t", self._name)

    def run(self, command: str) -> None:
        """Runs a command, and waits for its end."""
        self._type(f"{command}; tmux wait-for -S {self._name}")
        self._tmux("wait-for", self._name)
        time.sleep(0.5)

    def screen(self) -> str:
        """What the terminal shows, without the marks of this class."""
        text = self._tmux("capture-pane", "-p", "-t", self._name)
        lines = [line.partition("; tmux wait-for")[0] for line in text.rstrip().splitlines()]
        return "\n".join(line for line in lines if not line.startswith(f"-S {self._name}"))

    def _type(self, text: str) -> None:
        self._tmux("send-keys", "-t", self._name, text, "Enter")

    def _tmux(self, *arguments: str) -> str:
        run = subprocess.run(["tmux", *arguments], capture_output=True, text=True, check=True, timeout=PATIENCE)
        return run.stdout
