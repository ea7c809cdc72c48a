"""Bubblewrap: a program that makes the namespaces, so that nothing of ours runs with their privileges."""

import os
import shutil
from collections.abc import Callable, Sequence

from . import Tier, View


class Bubblewrap(Tier):
    """Namespaces that bwrap makes."""

    name = "bubblewrap"
    rank = 1
    forked = True
    alone = True
    folder = "/tmp"
    needs = "bwrap", "bubblewrap"

    def command(self, program: Sequence[str], view: View, temporary_bytes: int, zygote: bool) -> list[str]:
        unshare = [f"--unshare-{kind}" for kind in ("user", "ipc", "pid", "net", "uts", "cgroup-try")]
        confine = ["--uid", "1000", "--gid", "1000", "--die-with-parent", "--new-session", "--cap-drop", "ALL"]
        writable = ["--size", str(temporary_bytes), "--tmpfs", "/tmp", "--dev", "/dev"]
        shown = [word for path, kind in view for word in SHOW[kind](path)]
        masks = [path for path, kind in view if kind == "mask"]
        sealed = [word for path in (*masks, "/dev", "/") for word in ("--remount-ro", path)]
        bwrap = shutil.which("bwrap") or "bwrap"
        # A zygote's forks make further namespaces, for which they need /proc; a student's code does not find it there.
        inner = ["--proc", "/proc"] if zygote else ["--disable-userns"]
        return [bwrap, *unshare, *confine, *inner, *writable, *shown, "--chdir", "/tmp", *sealed, "--", *program]


SHOW: dict[str, Callable[[str], tuple[str, ...]]] = {
    "bind": lambda path: ("--ro-bind", path, path),
    "link": lambda path: ("--symlink", os.readlink(path), path),
    "mask": lambda path: ("--tmpfs", path),
}
TIER = Bubblewrap()
