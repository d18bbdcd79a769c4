"""LibreOffice, where it is installed: old documents turned into today's by a process of its own."""

import os
import shutil
import signal
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

_PROGRAMS = ("soffice", "libreoffice")
_SIGN = 40  # characters in which the sign of a container stands
_SECONDS = 90
_KILOBYTES = (
    4 * 2**20
)  # of memory that it may ask for; more than it takes for a letter, less than what a bomb does
_NO_MACROS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse">
<value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse">
<value>3</value></prop></item>
</oor:items>
"""


class Unconverted(Exception):
    """LibreOffice is not installed, gave nothing, or took too long (`slow`)."""

    def __init__(self, *, slow: bool = False) -> None:
        super().__init__()
        self.slow = slow


def converted(content: bytes, suffix: str, target: str) -> bytes:
    """A document in another format, both named by their endings. Raises Unconverted."""
    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if program is None:
        raise Unconverted
    with TemporaryDirectory(prefix="dafu-") as name:
        folder = Path(name)
        user = folder / "profile" / "user"
        user.mkdir(parents=True)
        (user / "registrymodifications.xcu").write_text(_NO_MACROS, encoding="utf-8")
        (folder / f"document{suffix}").write_bytes(content)
        _run(_command(program, folder, suffix, target), folder)
        try:
            return (folder / f"document.{target}").read_bytes()
        except FileNotFoundError:
            raise Unconverted from None


def is_raw(text: str) -> bool:
    """Whether a damaged file was taken for plain text: the sign of its container, read as letters."""
    return "ÐÏ" in text[:_SIGN]


def _command(program: str, folder: Path, suffix: str, target: str) -> list[str]:
    command = [
        *(program, "--headless", "--norestore", "--nologo", "--nolockcheck"),
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        *("--convert-to", target, "--outdir", str(folder), str(folder / f"document{suffix}")),
    ]
    if os.name != "posix":
        return command
    return ["sh", "-c", f'ulimit -v {_KILOBYTES} && exec "$@"', "sh", *command]


def _run(command: list[str], folder: Path) -> None:
    """Run to the end or to the limit; what it has started ends with it. Raises Unconverted."""
    quiet = subprocess.DEVNULL
    with subprocess.Popen(
        command, cwd=folder, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
    ) as process:
        try:
            process.wait(_SECONDS)
        except subprocess.TimeoutExpired:
            raise Unconverted(slow=True) from None
        finally:
            _end(process)


def _end(process: "subprocess.Popen[bytes]") -> None:
    if os.name == "posix":
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except ProcessLookupError:
            return
    else:
        process.kill()
