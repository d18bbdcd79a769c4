"""A SOCKS5 proxy on 127.0.0.1 that notes where it was asked to go."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field

_GREETING, _NO_LOGIN, _GRANTED = 5, b"\x05\x00", b"\x05\x00\x00\x01\x00\x00\x00\x00\x00\x00"
_BY_NAME = 3


@dataclass
class Proxy:
    """A running proxy: its port, and the hosts that were asked for."""

    port: int = 0
    asked: list[str] = field(default_factory=list)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection. Names are taken for this machine's."""
        with suppress(ConnectionError, asyncio.IncompleteReadError):
            version, methods = await reader.readexactly(2)
            assert version == _GREETING
            await reader.readexactly(methods)
            writer.write(_NO_LOGIN)
            *_, kind = await reader.readexactly(4)
            length = (await reader.readexactly(1))[0] if kind == _BY_NAME else 4
            host = await reader.readexactly(length)
            port = int.from_bytes(await reader.readexactly(2))
            self.asked.append(host.decode() if kind == _BY_NAME else ".".join(map(str, host)))
            there, back = await asyncio.open_connection("127.0.0.1", port)
            writer.write(_GRANTED)
            await asyncio.gather(_pass(reader, back), _pass(there, writer))
        writer.close()


@asynccontextmanager
async def proxy() -> AsyncIterator[Proxy]:
    """The proxy while it runs."""
    running = Proxy()
    async with await asyncio.start_server(running.serve, "127.0.0.1", 0) as server:
        running.port = server.sockets[0].getsockname()[1]
        yield running


async def _pass(source: asyncio.StreamReader, sink: asyncio.StreamWriter) -> None:
    with suppress(ConnectionError):
        while data := await source.read(2**16):
            sink.write(data)
            await sink.drain()
    sink.close()
