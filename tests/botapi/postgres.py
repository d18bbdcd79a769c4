"""A PostgreSQL server of the tests' own, where the programs for one are installed."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_NOBODY = 65534


class NoServer(Exception):
    """There is none here, or it does not start; the message says why."""


@contextmanager
def server(folder: Path) -> Iterator[str]:
    """A server with its data in a folder; its SQLAlchemy URL. Raises NoServer."""
    binaries, prefix = _binaries(), _as_nobody(folder)
    control = [*prefix, str(binaries / "pg_ctl"), "-D", str(folder / "data")]
    _run([*prefix, str(binaries / "initdb"), "-D", str(folder / "data"), "-A", "trust", "-U", "dafu"])
    options = f"-c listen_addresses='' -c unix_socket_directories='{folder}' -c fsync=off"
    _run([*control, "-w", "-o", options, "-l", str(folder / "log"), "start"])
    yield f"postgresql+psycopg://dafu@/postgres?host={folder}"
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
    for parent in (folder, *folder.parents[:2]):
        parent.chmod(0o755)
    os.chown(folder, _NOBODY, _NOBODY)
    return ["setpriv", f"--reuid={_NOBODY}", f"--regid={_NOBODY}", "--clear-groups"]


def _run(command: list[str]) -> str:
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode:
        raise NoServer(f"{command[-1]}: {done.stderr.strip()[-200:]}")
    return done.stdout
