"""Accounts of one machine without an entry anywhere: numbers that nobody has, for commands that root starts."""

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from stat import S_IXOTH

REPOSITORY = Path(__file__).parents[2]
GROUP = 54_000
# Where the folders that have to be seen wait, in a name space of its own, until what hides them is out of the way.
WAITING = "/mnt"


def can_have_accounts() -> bool:
    """Whether commands can be run here as somebody else, who sees the interpreter and the repository."""
    if os.geteuid() != 0 or not shutil.which("unshare") or not shutil.which("setpriv"):
        return False
    return subprocess.run(_as(Account(54_001, "022"), ["true"], REPOSITORY), capture_output=True).returncode == 0


@dataclass(frozen=True)
class Account:
    """Somebody in a group, whose new files have this mask."""

    number: int
    mask: str
    group: int = GROUP

    def run(self, folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
        """Runs Python with these arguments in a folder; whatever comes of it."""
        home = folder / f"home-{self.number}"
        home.mkdir(exist_ok=True)
        os.chown(home, self.number, self.number)
        return subprocess.run(
            _as(self, [sys.executable, *command], folder),
            cwd=folder,
            env={**os.environ, "HOME": str(home)},
            capture_output=True,
            text=True,
            timeout=300,
        )


def _as(account: Account, command: list[str], folder: Path) -> list[str]:
    """The command in a name space in which this account may enter what it needs, and nothing else of root's."""
    groups = [
        "--reuid",
        str(account.number),
        "--regid",
        str(account.number),
        "--groups",
        f"{account.number},{account.group}",
    ]
    lines = [
        "set -e",
        "mount --make-rprivate /",
        f"mount -t tmpfs none {WAITING}",
        *_shown([Path(sys.base_prefix), Path(sys.prefix), REPOSITORY, folder]),
        f"cd {shlex.quote(str(folder))}",
        f"umask {account.mask}",
        shlex.join(["exec", "setpriv", *groups, *command]),
    ]
    return ["unshare", "--mount", "sh", "-c", "\n".join(lines)]


def _shown(paths: Iterable[Path]) -> Iterator[str]:
    """Commands that put nothing but these in the place of what only root may enter."""
    hidden = {top: path for path in map(Path.resolve, paths) if (top := _closed(path))}
    by_top = {top: [path for path in map(Path.resolve, paths) if path.is_relative_to(top)] for top in hidden}
    for top, needed in by_top.items():
        waiting = [f"{WAITING}/{number}" for number in range(len(needed))]
        for place, path in zip(waiting, needed, strict=True):
            yield f"mkdir {place} && mount --bind {shlex.quote(str(path))} {place}"
        yield f"mount -t tmpfs -o mode=755 none {shlex.quote(str(top))}"
        for place, path in zip(waiting, needed, strict=True):
            yield f"mkdir -p {shlex.quote(str(path))} && mount --bind {place} {shlex.quote(str(path))}"
            yield f"umount {place} && rmdir {place}"


def _closed(path: Path) -> Path | None:
    """The uppermost folder over this one that others may not enter."""
    return next((folder for folder in reversed(path.parents) if not folder.stat().st_mode & S_IXOTH), None)
