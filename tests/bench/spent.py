"""What a program and the PostgreSQL server that it asks take of the processors."""

import os
import resource
from dataclasses import dataclass
from pathlib import Path

import psycopg

from tests.bench.throughput import cpu_of


@dataclass(frozen=True)
class Spent:
    """Seconds of the processor so far: of this program without and with its ended children, and of the server."""

    bot: float
    ended: float
    server: float

    def since(self, before: "Spent") -> "Spent":
        """What was spent between."""
        return Spent(self.bot - before.bot, self.ended - before.ended, self.server - before.server)


def postmaster_of(address: str) -> int | None:
    """The process that started the server's others, where it is on this machine."""
    with psycopg.connect(address) as connection:
        own = Path(f"/proc/{connection.info.backend_pid}")
        if not own.exists() or (own / "comm").read_text("ascii").strip() != "postgres":
            return None
        return int((own / "stat").read_text("ascii").rsplit(")", 1)[1].split()[1])


def spent_so_far(postmaster: int | None) -> Spent:
    """What was spent until now; nothing of a server that is not on this machine."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    ended = used.ru_utime + used.ru_stime
    while True:
        try:
            return Spent(cpu_of(os.getpid()) - ended, ended, cpu_of(postmaster) if postmaster else 0.0)
        except (FileNotFoundError, ProcessLookupError):
            continue  # one of them ended just now
