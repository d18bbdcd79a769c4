"""The journal's tables. Times are seconds since 1970."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    Float,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

metadata = MetaData()

# Updates, from their arrival until they are answered; afterwards without body, against second deliveries.
inbox = Table(
    "inbox",
    metadata,
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("person", BigInteger, nullable=False),
    Column("body", Text, nullable=False),
    Column("got", Float, nullable=False),
    Column("tries", Integer, nullable=False, default=0),
    Column("done", Float),
)

# Questions with what they were answered with, by ids: buttons look up here.
exchanges = Table(
    "exchanges",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", Float, nullable=False),
    Column("chat", BigInteger, nullable=False),
    Column("person", BigInteger, nullable=False),
    Column("thread", BigInteger, nullable=False, default=0),
    Column("message", BigInteger, nullable=False),
    Column("replies", JSON, nullable=False),
    Column("question", Text, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("headline", Text, nullable=False),
    Column("figures", JSON, nullable=False),
    Column("passages", JSON, nullable=False),
    Column("offers", JSON, nullable=False),
    Column("milliseconds", Float, nullable=False),
    Index("exchanges_dialogue", "chat", "person", "at"),
    Index("exchanges_message", "chat", "message"),
    Index("exchanges_at", "at"),
    # Without it SQLite gives the number of a forgotten question to the next one, and with it its old buttons.
    sqlite_autoincrement=True,
)

# Which exchange another one takes up, said in reply to its answer, perhaps by somebody else. A table of its own:
# journals made before it get it without their rows being touched.
continuations = Table(
    "continuations",
    metadata,
    Column("exchange", Integer, primary_key=True, autoincrement=False),
    Column("earlier", Integer, nullable=False),
    Column("person", BigInteger, nullable=False),
    Column("at", Float, nullable=False),
)

feedback = Table(
    "feedback",
    metadata,
    Column("exchange", Integer, primary_key=True, autoincrement=False),
    Column("person", BigInteger, primary_key=True, autoincrement=False),
    Column("verdict", Integer, nullable=False),
    Column("at", Float, nullable=False),
)

# What was wrong with an answer, in the words of REASONS.
complaints = Table(
    "complaints",
    metadata,
    Column("exchange", Integer, primary_key=True, autoincrement=False),
    Column("person", BigInteger, primary_key=True, autoincrement=False),
    Column("reason", String(16), nullable=False),
    Column("at", Float, nullable=False),
)

# Words of which new letters are told to a person.
follows = Table(
    "follows",
    metadata,
    Column("person", BigInteger, primary_key=True, autoincrement=False),
    Column("word", String(64), primary_key=True),
    Column("at", Float, nullable=False),
)

# In which language a follower is told. A table of its own, as that of continuations.
languages = Table(
    "languages",
    metadata,
    Column("person", BigInteger, primary_key=True, autoincrement=False),
    Column("language", String(16), nullable=False),
)

# Where a person's dialogue in a chat begins anew: /new.
beginnings = Table(
    "beginnings",
    metadata,
    Column("chat", BigInteger, primary_key=True, autoincrement=False),
    Column("person", BigInteger, primary_key=True, autoincrement=False),
    Column("thread", BigInteger, primary_key=True, autoincrement=False),
    Column("at", Float, nullable=False),
)

# Who was let in by a code, and the codes.
members = Table(
    "members",
    metadata,
    Column("person", BigInteger, primary_key=True, autoincrement=False),
    Column("at", Float, nullable=False),
)
codes = Table(
    "codes",
    metadata,
    Column("code", String(32), primary_key=True),
    Column("at", Float, nullable=False),
)

# Files sent by an administrator that wait for 确认.
uploads = Table(
    "uploads",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", Float, nullable=False),
    Column("person", BigInteger, nullable=False),
    Column("name", Text, nullable=False),
    Column("content", LargeBinary, nullable=False),
    sqlite_autoincrement=True,
)

# What an administrator calls an upload, where its text does not say it.
titles = Table(
    "titles",
    metadata,
    Column("upload", Integer, primary_key=True, autoincrement=False),
    Column("person", BigInteger, nullable=False),
    Column("title", Text, nullable=False),
    Column("at", Float, nullable=False),
)

# Photographs sent by an administrator, until those of one album are read together.
photographs = Table(
    "photographs",
    metadata,
    Column("chat", BigInteger, primary_key=True, autoincrement=False),
    Column("message", BigInteger, primary_key=True, autoincrement=False),
    Column("person", BigInteger, nullable=False),
    Column("album", String(64), nullable=False),
    Column("file_id", Text, nullable=False),
    Column("caption", Text, nullable=False),
    Column("language", String(16), nullable=False),
    Column("at", Float, nullable=False),
)

# Pictures that Telegram already has.
pictures = Table(
    "pictures",
    metadata,
    Column("digest", String(64), primary_key=True),
    Column("file_id", Text, nullable=False),
)
