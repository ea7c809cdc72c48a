"""A PostgreSQL server of the tests' own: in a temporary folder, on a Unix socket only, gone when they end."""

import ctypes
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg

# Debian and Ubuntu keep the programs out of PATH, in a folder for each version.
VERSIONS = Path("/usr/lib/postgresql")
OWNER = "degrau"
# Its data are worth nothing after the tests, so nothing has to be safe on the disk.
SETTINGS = ("listen_addresses=", "fsync=off", "synchronous_commit=off", "full_page_writes=off")
STARTS_WITHIN = ENDS_WITHIN = 30.0
PR_SET_PDEATHSIG = 1


def programs() -> Path | None:
    """The folder with initdb and postgres: the one in PATH, or else the newest."""
    in_path = shutil.which("initdb")
    newest_first = sorted(VERSIONS.glob("*/bin"), key=lambda path: float(path.parent.name), reverse=True)
    folders = [*([Path(in_path).parent] if in_path else []), *newest_first]
    return next((f for f in folders if (f / "initdb").exists() and (f / "postgres").exists()), None)


class Server:
    """A server whose databases belong to OWNER, who needs no password; its socket is in its folder."""

    def __init__(self, programs: Path, folder: Path) -> None:
        self._programs, self._folder = programs, folder
        self._account = _account()
        if self._account:
            os.chown(folder, self._account["user"], self._account["group"])
        options = ["--username", OWNER, "--auth", "trust", "--encoding", "UTF8", "--no-locale", "--no-sync"]
        if self._begin("initdb", *options).wait(STARTS_WITHIN) != 0:
            raise RuntimeError(self._log.read_text("utf-8", "replace"))

    def start(self) -> None:
        """Waits until it answers."""
        settings = [word for setting in SETTINGS for word in ("-c", setting)]
        self._process = self._begin("postgres", "-k", str(self._folder), *settings)
        deadline = time.monotonic() + STARTS_WITHIN
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(self._log.read_text("utf-8", "replace"))
            time.sleep(0.02)

    def stop(self) -> None:
        """Waits until it is gone; its clients are cut off."""
        self._process.send_signal(signal.SIGINT)
        try:
            self._process.wait(ENDS_WITHIN)
        finally:
            self._process.kill()

    @contextmanager
    def away(self) -> Iterator[None]:
        """Stops it for a while."""
        self.stop()
        yield
        self.start()

    def address(self, database: str) -> str:
        """What goes into db_url."""
        return f"postgresql+psycopg://{OWNER}@/{database}?host={self._folder}"

    def connection(self, database: str = "postgres") -> "psycopg.Connection[Any]":
        """A connection to this database, where every statement counts at once."""
        return psycopg.connect(host=str(self._folder), user=OWNER, dbname=database, autocommit=True)

    def tell(self, statement: str, database: str = "postgres") -> None:
        """Runs a statement that gives nothing back."""
        with self.connection(database) as connection:
            connection.execute(statement.encode())

    @property
    def _log(self) -> Path:
        return self._folder / "log"

    def _answers(self) -> bool:
        try:
            self.connection().close()
        except psycopg.OperationalError:
            return False
        return True

    def _begin(self, program: str, *options: str) -> "subprocess.Popen[bytes]":
        command = [str(self._programs / program), "-D", str(self._folder / "data"), *options]
        with self._log.open("ab") as log:
            return subprocess.Popen(
                command,
                cwd=self._folder,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                preexec_fn=_end_with_parent,
                **self._account,
            )


@contextmanager
def running(programs: Path) -> Iterator[Server]:
    """A server at work, in a folder whose name is short enough for the path of a socket."""
    with tempfile.TemporaryDirectory(prefix="postgresql-", dir="/tmp") as folder:
        server = Server(programs, Path(folder))
        server.start()
        try:
            yield server
        finally:
            server.stop()


def _account() -> dict[str, Any]:
    """Whose processes are the server's: PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return {}
    known = {account.pw_name: account for account in pwd.getpwall()}
    other = known.get("postgres") or known["nobody"]
    return {"user": other.pw_uid, "group": other.pw_gid, "extra_groups": []}


def _end_with_parent() -> None:
    """Ends the server, on Linux, even where the tests are killed."""
    if sys.platform.startswith("linux"):
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGINT)
