"""A PostgreSQL server of the tests' own, where the programs for one are installed."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

_NOBODY = 65534


class NoServer(Exception):
    """There is none here, or it does not start; the message says why."""


@contextmanager
def server() -> Iterator[str]:
    """A server with an empty database; its SQLAlchemy URL. Raises NoServer."""
    # Not in a folder of pytest's, which it keeps closed to others, and the server runs as somebody else.
    with TemporaryDirectory() as name:
        folder = Path(name)
        binaries, prefix = _binaries(), _as_nobody(folder)
        control = [*prefix, str(binaries / "pg_ctl"), "-D", str(folder / "data")]
        _run([*prefix, str(binaries / "initdb"), "-D", str(folder / "data"), "-A", "trust", "-U", "dafu"])
        options = f"-c listen_addresses='' -c unix_socket_directories='{folder}' -c fsync=off"
        _run([*control, "-w", "-o", options, "-l", str(folder / "log"), "start"])
        try:
            yield f"postgresql+psycopg://dafu@/postgres?host={folder}"
        finally:
            _run([*control, "-m", "immediate", "stop"])


def _binaries() -> Path:
    """Where the server's programs are: beside initdb, or where pg_config says."""
    found = shutil.which("initdb")
    if found:
        return Path(found).parent
    try:
        return Path(_run(["pg_config", "--bindir"]).strip())
    except FileNotFoundError:
        raise NoServer("no PostgreSQL server is installed") from None


def _as_nobody(folder: Path) -> list[str]:
    """What runs a command as somebody else, for PostgreSQL refuses to run as root."""
    if os.getuid() != 0:
        return []
    os.chown(folder, _NOBODY, _NOBODY)
    return ["setpriv", f"--reuid={_NOBODY}", f"--regid={_NOBODY}", "--clear-groups"]


def _run(command: list[str]) -> str:
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode:
        raise NoServer(f"{command[-1]}: {done.stderr.strip()[-200:]}")
    return done.stdout
