"""Files that wait for an administrator's word, and pictures that Telegram already has."""

import time
from dataclasses import dataclass

from sqlalchemy import Engine, delete, insert, select

from bot.service.journal.store import put
from bot.service.journal.tables import pictures, titles, uploads


@dataclass(frozen=True)
class Upload:
    """A file sent by an administrator, and what it is to be called; "" where its text says that."""

    id: int
    person: int
    name: str
    content: bytes
    title: str = ""


@dataclass(frozen=True)
class Files:
    """The files in a database."""

    engine: Engine

    def keep(self, person: int, name: str, content: bytes, title: str = "") -> int:
        """Keeps a file; its id comes back."""
        now = time.time()
        row = {"at": now, "person": person, "name": name, "content": content}
        with self.engine.begin() as connection:
            number = int(connection.execute(insert(uploads).returning(uploads.c.id), row).scalar_one())
            if title:
                called = {"upload": number, "person": person, "title": title, "at": now}
                connection.execute(insert(titles), called)
            return number

    def find(self, upload: int) -> Upload | None:
        """The file of an id."""
        chosen = (
            select(uploads.c.id, uploads.c.person, uploads.c.name, uploads.c.content, titles.c.title)
            .outerjoin(titles, titles.c.upload == uploads.c.id)
            .where(uploads.c.id == upload)
        )
        with self.engine.connect() as connection:
            row = connection.execute(chosen).first()
        return Upload(*row[:-1], title=row[-1] or "") if row else None

    def drop(self, upload: int) -> None:
        """Throws a file away."""
        with self.engine.begin() as connection:
            connection.execute(delete(uploads).where(uploads.c.id == upload))
            connection.execute(delete(titles).where(titles.c.upload == upload))

    def picture(self, digest: str) -> str | None:
        """Telegram's id of a picture that was sent before."""
        with self.engine.connect() as connection:
            found = select(pictures.c.file_id).where(pictures.c.digest == digest)
            return connection.execute(found).scalar()

    def remember(self, digest: str, file_id: str) -> None:
        """Writes down Telegram's id of a picture."""
        with self.engine.begin() as connection:
            put(connection, pictures, {"digest": digest, "file_id": file_id})
