"""What an index file keeps of each file that it was made from."""

import sqlite3

from index.changes import Kept


def kept(connection: sqlite3.Connection) -> dict[str, Kept]:
    """What was noted of each file when it was read, by its name in the folder."""
    rows = connection.execute("SELECT path, size, changed, digest, letter FROM files").fetchall()
    return {row[0]: Kept(*row[1:]) for row in rows}
